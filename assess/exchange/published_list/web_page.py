"""A published list as a saved web page: every table of it that is a list, or its text."""

from __future__ import annotations

from assess.core.published_list.row import ListSheet, ListWords
from assess.exchange.container.text.web_tables import WebTable
from assess.exchange.container.text.web_tables import read_page as read_web_page
from assess.exchange.published_list.columns import country_alone
from assess.exchange.published_list.plain_text import read_text
from assess.exchange.published_list.row_place import row_of_table
from assess.exchange.published_list.table import Cells, joined, read_table


def read_page(source: str, words: ListWords, *, is_of_one_country: bool) -> ListSheet:
    """Read every table of a page; where none is a list, the page as text."""
    page = read_web_page(source)
    sheets: list[ListSheet] = []
    for table in page.tables:
        country = None if is_of_one_country else _country_of(table, words)
        rows = [
            Cells(row_of_table(number, table.number), row)
            for number, row in enumerate(table.rows, start=1)
        ]
        titles = (*table.headings, page.title)
        found = read_table(rows, words, country=country, titles=titles)
        if found is not None and (found.rows or found.rejected):
            sheets.append(found)
    if sheets:
        return joined(sheets)
    return read_text(page.text, words, is_of_one_country=is_of_one_country)


def _country_of(table: WebTable, words: ListWords) -> str | None:
    named = (country_alone(heading, words) for heading in table.headings)
    return next(filter(None, named), None)
