"""Tables of a saved web page, as those that come in."""

from __future__ import annotations

from assess.core.questionnaire.table import FoundCase
from assess.errors import Refused
from assess.exchange.container.text.encoding import LineLanguages
from assess.exchange.container.text.page_text import page_text
from assess.exchange.container.text.web_tables import WebTable, read_page
from assess.exchange.questionnaire.found_table import TableFound, TablesFound
from assess.languages import gettext

MAX_BYTES = 12 * 2**20


def read(
    content: bytes,
    name: str,
    *,
    encoding: str | None = None,
    languages: LineLanguages | None = None,
) -> TablesFound:
    """Read the tables of a page; raises Refused where there is none, or it is too large."""
    if len(content) > MAX_BYTES:
        raise Refused(
            gettext(
                "{name} is a web page of more than {megabytes} MB, which is too large.",
                name=name,
                megabytes=MAX_BYTES // 2**20,
            ),
            (),
        )
    text = page_text(content, name, encoding=encoding, languages=languages)
    tables = tuple(map(_table, read_page(text.text).tables))
    if not tables:
        raise Refused(gettext("{name} is a web page without a table.", name=name), ())
    return TablesFound(tables, text.encoding, text.notes)


def _table(table: WebTable) -> TableFound:
    name = gettext("table {number}", number=table.number)
    rows = [
        {
            column: FoundCase(
                cell, gettext("table {table}, row {row}", table=table.number, row=number), None
            )
            for column, cell in enumerate(cells)
            if cell.strip()
        }
        for number, cells in enumerate(table.rows, start=1)
    ]
    return TableFound(name, rows)
