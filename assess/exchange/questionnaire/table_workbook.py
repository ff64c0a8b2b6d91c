"""Tables as a workbook: cases, answers, and the code book that explains the columns."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from assess.core.questionnaire.table import Cell, FoundCase
from assess.core.text.visible import visible
from assess.errors import Refused
from assess.exchange.container.spreadsheet.guard import TABLE
from assess.exchange.container.spreadsheet.shown import Shown, shown_sheets
from assess.exchange.container.workbook import read_values
from assess.exchange.questionnaire.found_table import TableFound, TablesFound
from assess.languages import gettext, number_text
from assess.temporary import TemporaryFolder

CASES, ANSWERS, CODES, ABOUT = "Cases", "Answers", "Code book", "About"
PLAN = "Action plan"
MAX_ROWS = 1_048_575
"""As many rows as a sheet has below its heads."""
MAX_CELL = 32_767


class TablePage(NamedTuple):
    """One sheet: its heads and its rows."""

    name: str
    heads: Sequence[str]
    rows: Iterable[Mapping[str, Cell]]


def write(pages: Iterable[TablePage], about: Sequence[str], *, at: datetime) -> tuple[bytes, int]:
    """Give a workbook, and how many cells were cut because a cell takes no more; never silently.

    Raises Refused where a sheet cannot take all the rows.
    """
    import xlsxwriter

    content = io.BytesIO()
    with TemporaryFolder("table") as folder:
        options = {"constant_memory": True, "in_memory": False, "tmpdir": str(folder.path)}
        with xlsxwriter.Workbook(content, options) as book:
            book.set_properties({"created": at.replace(tzinfo=None), "comments": about[0]})
            head = book.add_format({"bold": True, "bottom": 1})
            cut = 0
            for page in pages:
                cut += _write_page(book.add_worksheet(page.name), page, head)
            sheet = book.add_worksheet(ABOUT)
            sheet.set_column(0, 0, 110)
            for row, line in enumerate(about):
                sheet.write_string(row, 0, line)
    return content.getvalue(), cut


def _write_page(sheet: Any, page: TablePage, head: Any) -> int:
    sheet.freeze_panes(1, 2 if page.name == CASES else 0)
    sheet.set_column(0, max(len(page.heads) - 1, 0), 16)
    for column, name in enumerate(page.heads):
        sheet.write_string(0, column, name, head)
    cut = 0
    columns = {name: column for column, name in enumerate(page.heads)}
    for index, row in enumerate(page.rows, start=1):
        if index > MAX_ROWS:
            raise Refused(
                gettext(
                    "A sheet has room for {rows} rows; export to CSV instead.",
                    rows=number_text(MAX_ROWS),
                ),
                (),
            )
        for name, cell in row.items():
            if cell is None:
                continue
            if isinstance(cell, str) and cell:
                text = visible(cell, lines=True)
                if len(text) > MAX_CELL:
                    cut, text = cut + 1, f"{text[: MAX_CELL - 1]}…"
                sheet.write_string(index, columns[name], text)
            elif cell != "":
                sheet.write_number(index, columns[name], cell)
    return cut


def read(content: bytes, name: str) -> TablesFound:
    """Read the sheets that are shown: the one called Cases first, then the others in their order.

    Raises Refused where the workbook cannot be read, or has no row.
    """
    sheets, notes = shown_sheets(read_values(content, name, TABLE))
    if not sheets:
        raise Refused(gettext("{name} has no row in any sheet.", name=name), ())
    ordered = sorted(sheets, key=lambda sheet: sheet.name != CASES)
    return TablesFound(tuple(_table(sheet, name) for sheet in ordered), notes=notes)


def _table(sheet: Shown, name: str) -> TableFound:
    if sheet.is_cut:
        raise Refused(
            gettext(
                "{name}: the sheet {sheet} has more than {rows} rows.",
                name=name,
                sheet=sheet.name,
                rows=number_text(TABLE.rows),
            ),
            (),
        )
    rows = [
        {column: FoundCase(cell.text, cell.place, cell.fault) for column, cell in cells.items()}
        for cells in sheet.rows.values()
    ]
    return TableFound(sheet.name, rows, sheet.notes)
