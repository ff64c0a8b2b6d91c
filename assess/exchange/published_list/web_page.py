"""A published list as a saved web page: every table of it that is a list, or its text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from assess.core.published_list.row import ListSheet, ListWords
from assess.exchange.published_list.columns import country_alone
from assess.exchange.published_list.plain_text import read_text
from assess.exchange.published_list.row_place import row_of_table
from assess.exchange.published_list.table import Cells, joined, read_table

_TAG = re.compile(r"<(/?)(table|thead|tbody|tfoot|tr|td|th)\b[^>]*>", re.IGNORECASE)
_LEVEL = {"thead": 1, "tbody": 1, "tfoot": 1, "tr": 2, "td": 3, "th": 3}
"""How deep each stands in a table."""


def read_page(content: bytes, words: ListWords, *, is_of_one_country: bool) -> ListSheet:
    """Read every table of a page; where none is a list, the page as text."""
    from bs4 import BeautifulSoup
    from bs4.dammit import UnicodeDammit

    text = UnicodeDammit(content, is_html=True).unicode_markup or ""
    page = BeautifulSoup(_closed(text), "html.parser")
    for part in page(["script", "style", "noscript", "template"]):
        part.decompose()
    sheets: list[ListSheet] = []
    for number, table in enumerate(page.find_all("table"), start=1):
        if table.find("table") is not None:
            continue  # a table of the layout; the one within it is read for itself
        country = None if is_of_one_country else _heading_of(table, words)
        found = read_table(_rows_of(table, number), words, country=country)
        if found is not None and (found.rows or found.rejected):
            sheets.append(found)
    if sheets:
        return joined(sheets)
    for link in page.find_all("a", href=True):
        link.replace_with(_shown(link.get_text(" "), str(link["href"])))
    return read_text(page.get_text("\n"), words, is_of_one_country=is_of_one_country)


def _closed(page: str) -> str:
    """Give a page with the end tags that HTML lets out: of cells, rows and groups of rows."""
    found, last = [], 0
    tables: list[list[str]] = [[]]
    for tag in _TAG.finditer(page):
        is_end, name = tag[1] == "/", tag[2].lower()
        found.append(page[last : tag.start()])
        last = tag.start()
        if name == "table":
            if not is_end:
                tables.append([])
            else:
                found += _ends(tables[-1], 1)
                del tables[max(len(tables) - 1, 1) :]
            continue
        is_open = tables[-1]
        found += _ends(is_open, _LEVEL[name] + is_end)
        if not is_end:
            is_open.append(name)
        elif is_open and is_open[-1] == name:
            is_open.pop()
        else:
            last = tag.end()  # it ends nothing
    return "".join([*found, page[last:]])


def _ends(is_open: list[str], level: int) -> list[str]:
    """Give the end tags of everything that is open down to a level."""
    ended = []
    while is_open and _LEVEL[is_open[-1]] >= level:
        ended.append(f"</{is_open.pop()}>")
    return ended


def _rows_of(table: Any, number: int) -> Iterator[Cells]:
    """Give the rows of a table; what spans several of them stands in each."""
    spanning: dict[int, tuple[str, int]] = {}
    for row_number, row in enumerate(table.find_all("tr"), start=1):
        cells: list[str] = []
        for cell in row.find_all(["td", "th"]):
            _fill(cells, spanning)
            text, down = _text_of(cell), _span(cell, "rowspan", 5_000)
            for place in range(_span(cell, "colspan", 20)):
                if down > 1:
                    spanning[len(cells)] = (text if place == 0 else "", down - 1)
                cells.append(text if place == 0 else "")
        _fill(cells, spanning)
        yield Cells(row_of_table(row_number, number), cells)


def _fill(cells: list[str], spanning: dict[int, tuple[str, int]]) -> None:
    """Put what spans from the rows above into its places, as far as they come next."""
    while len(cells) in spanning and spanning[len(cells)][1] > 0:
        text, down = spanning[len(cells)]
        spanning[len(cells)] = text, down - 1
        cells.append(text)


def _text_of(cell: Any) -> str:
    text = " ".join(cell.get_text(" ").split())
    link = cell.find("a", href=True)
    return _shown(text, str(link["href"])) if link is not None else text


def _shown(text: str, address: str) -> str:
    """Give the address behind a link where the text is no more than a word for it."""
    return address if address.startswith("http") and "." not in text and len(text) < 12 else text


def _span(cell: Any, name: str, most: int) -> int:
    span = str(cell.get(name, "1"))
    return min(int(span), most) if span.isdecimal() and len(span) < 9 and int(span) > 0 else 1


def _heading_of(table: Any, words: ListWords) -> str | None:
    caption = table.find("caption")
    if caption is not None and (found := country_alone(caption.get_text(" "), words)):
        return found
    heading = table.find_previous(["h1", "h2", "h3", "h4", "h5", "h6"])
    return country_alone(heading.get_text(" "), words) if heading is not None else None
