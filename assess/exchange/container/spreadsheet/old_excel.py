"""Workbooks of Excel 97 to 2003 (.xls); xlrd is kept for them alone, and knows all of a sheet."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from assess.core.questionnaire.returned_form import text_of
from assess.errors import Refused
from assess.exchange.container.spreadsheet.cell_name import cell_name
from assess.exchange.container.spreadsheet.explained import explained
from assess.exchange.container.spreadsheet.guard import Limits
from assess.exchange.container.spreadsheet.sheet import Cell, Place, ReadSheet, comment_text
from assess.exchange.container.spreadsheet.too_many import demand_few_sheets
from assess.languages import gettext

if TYPE_CHECKING:
    from xlrd.book import Book
    from xlrd.sheet import Sheet

MAX_BYTES = 16 * 2**20


def read(content: bytes, name: str, limits: Limits) -> Iterator[ReadSheet]:
    """Read sheet by sheet; raises Refused where it is damaged, locked or too large."""
    import xlrd
    from xlrd import biffh

    if len(content) > MAX_BYTES:
        raise Refused(
            gettext(
                "{name} is an old Excel file of more than {megabytes} MB; save it as .xlsx.",
                name=name,
                megabytes=MAX_BYTES // 2**20,
            ),
            (),
        )
    with explained(name):
        try:
            book = xlrd.open_workbook(
                file_contents=content, formatting_info=True, on_demand=True, logfile=io.StringIO()
            )
        except biffh.XLRDError as error:
            if "encrypted" in str(error):
                raise Refused(
                    gettext("{name} is locked with a password; save it without one.", name=name), ()
                ) from error
            raise
        with book:
            demand_few_sheets(book.nsheets, name, limits)
            for number in range(book.nsheets):
                yield _sheet(book, book.sheet_by_index(number), limits)
                book.unload_sheet(number)


def _sheet(book: Book, sheet: Sheet, limits: Limits) -> ReadSheet:
    rows = {
        row: cells
        for row in range(min(sheet.nrows, limits.rows))
        if (cells := dict(_cells(book, sheet, row, limits)))
    }
    return ReadSheet(
        name=sheet.name,
        rows=rows,
        merged=tuple(
            f"{cell_name(top, left)}:{cell_name(bottom - 1, right - 1)}"
            for top, bottom, left, right in sheet.merged_cells[: limits.rows]
        ),
        is_cut=sheet.nrows > limits.rows,
        is_hidden=sheet.visibility != 0,
        hidden_rows=frozenset(row for row, about in sheet.rowinfo_map.items() if about.hidden),
        hidden_columns=frozenset(
            column for column, about in sheet.colinfo_map.items() if about.hidden
        ),
        comments={
            place: text
            for place, note in sheet.cell_note_map.items()
            if (text := comment_text(note.text))
        },
        links=_links(sheet),
    )


def _links(sheet: Sheet) -> Mapping[Place, str]:
    return {
        place: str(link.url_or_path)
        for place, link in sheet.hyperlink_map.items()
        if str(link.url_or_path or "").startswith(("http://", "https://"))
    }


def _cells(book: Book, sheet: Sheet, row: int, limits: Limits) -> Iterator[tuple[int, Cell]]:
    from xlrd import biffh

    kinds, values = sheet.row_types(row), sheet.row_values(row)
    for column, (kind, value) in enumerate(zip(kinds, values, strict=True)):
        if column >= limits.columns:
            return
        cell = _cell(book, kind, value, f"{sheet.name} {cell_name(row, column)}")
        if cell is None:
            continue
        style = book.xf_list[sheet.cell_xf_index(row, column)]
        shown_as = str(book.format_map[style.format_key].format_str)
        if kind == biffh.XL_CELL_NUMBER and "%" in shown_as:
            cell = cell._replace(text=f"{text_of(float(f'{float(value) * 100:.12g}'))} %")
        if book.font_list[style.font_index].struck_out:
            cell = cell._replace(is_struck=True)
        yield column, cell


def _cell(book: Book, kind: int, value: object, place: str) -> Cell | None:
    from xlrd import biffh, xldate

    match kind, value:
        case biffh.XL_CELL_TEXT, str():
            text = value.replace("\r\n", "\n").replace("\r", "\n")
            return Cell(text, place) if text.strip() else None
        case biffh.XL_CELL_NUMBER, float():
            return Cell(text_of(value), place)
        case biffh.XL_CELL_DATE, float():
            try:
                day = xldate.xldate_as_datetime(value, book.datemode)
            except (xldate.XLDateError, OverflowError, ValueError):
                return Cell(text_of(value), place)
            text = f"{day:%Y-%m-%d}" if value >= 1 else f"{day:%H:%M:%S}"
            return Cell(text, place, is_day=True)
        case biffh.XL_CELL_BOOLEAN, int():
            return Cell("yes" if value else "no", place)
        case biffh.XL_CELL_ERROR, int():
            shown = biffh.error_text_from_code.get(value, "#")
            return Cell(shown, place, fault=gettext("the cell shows {value}", value=shown))
    return None
