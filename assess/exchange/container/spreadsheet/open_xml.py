"""Workbooks in Open XML (.xlsx, .xlsm without macros, strict or not), read cell by cell."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from contextlib import closing
from datetime import date, datetime, time, timedelta
from typing import Any, NamedTuple

from assess.core.questionnaire.returned_form import text_of
from assess.exchange.container.spreadsheet.cell_name import cell_name
from assess.exchange.container.spreadsheet.explained import explained
from assess.exchange.container.spreadsheet.guard import (
    PEEK,
    TABLE,
    Limits,
    guard,
    guard_sheet,
    merged_ranges,
)
from assess.exchange.container.spreadsheet.links import links
from assess.exchange.container.spreadsheet.sheet import Cell, ReadSheet, place_of
from assess.exchange.container.spreadsheet.sheet_marks import marks
from assess.exchange.container.spreadsheet.strict_names import transitional
from assess.exchange.container.spreadsheet.too_many import demand_few_sheets
from assess.exchange.container.spreadsheet.written_rows import (
    has_struck_out,
    opened_sheets,
    written_rows,
)
from assess.languages import gettext

_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_LINE_BREAKS = (0x0A, 0x0D)


def peek(content: bytes, name: str) -> frozenset[str]:
    """Give the texts at the top of all sheets; raises Refused as `read` does."""
    guard(content, name, TABLE)
    with explained(name), opened_sheets(transitional(content), formulas=False) as open_sheets:
        texts: set[str] = set()
        for page, part in open_sheets[: PEEK.sheets]:
            guard_sheet(content, name, part, TABLE)
            for row in page.iter_rows(max_row=PEEK.rows, max_col=PEEK.columns, values_only=True):
                texts.update(cell for cell in row if isinstance(cell, str))
        return frozenset(texts)


def read(content: bytes, name: str, limits: Limits) -> Iterator[ReadSheet]:
    """Read sheet by sheet; raises Refused where it is damaged, too large or brings macros.

    Entities and outside references are refused by the reader of XML, links to other workbooks are
    not followed, and no formula is worked out: the result that was saved with it is read.
    """
    guard(content, name, limits)
    with explained(name):
        plain = transitional(content)
        is_struck = has_struck_out(plain)
        with (
            opened_sheets(plain, formulas=False) as values,
            opened_sheets(plain, formulas=True) as written,
        ):
            demand_few_sheets(len(values), name, limits)
            for (page, part), (formulas, _) in zip(values, written, strict=True):
                guard_sheet(plain, name, part, limits)
                found = _sheet(page, formulas, limits, is_struck=is_struck)
                about = marks(plain, part)
                yield found._replace(
                    merged=merged_ranges(plain, part, limits.rows),
                    is_hidden=str(page.sheet_state) != "visible",
                    hidden_rows=about.hidden_rows,
                    hidden_columns=about.hidden_columns,
                    comments=about.comments,
                    beside=about.beside,
                    links={place_of(cell): target for cell, target in links(plain, part).items()},
                )


class _Sheet(NamedTuple):
    """What is known of a sheet while its cells are read."""

    title: str
    formulas: frozenset[tuple[int, int]]
    is_struck: bool


def _sheet(page: Any, written: Any, limits: Limits, *, is_struck: bool) -> ReadSheet:
    about = _Sheet(str(page.title), _formulas(written, limits), is_struck)
    rows: dict[int, Mapping[int, Cell]] = {}
    is_cut = False
    with closing(written_rows(page, limits.columns)) as found_rows:
        for index, row in found_rows:
            if index >= limits.rows:
                is_cut = True
                break
            cells = {
                column: cell
                for column, found in row.items()
                if (cell := _cell(found, about, index, column)) is not None
            }
            if cells:
                rows[index] = cells
    return ReadSheet(about.title, rows, is_cut=is_cut)


def _formulas(page: Any, limits: Limits) -> frozenset[tuple[int, int]]:
    return frozenset(
        (index, column)
        for index, row in zip(
            range(limits.rows), page.iter_rows(max_col=limits.columns), strict=False
        )
        for column, cell in enumerate(row)
        if cell.data_type == "f"
    )


def _cell(found: Any, about: _Sheet, row: int, column: int) -> Cell | None:
    is_formula = bool(about.formulas) and (row, column) in about.formulas
    value = found.value
    if value is None:
        if not is_formula:
            return None
        fault = gettext(
            "contains a formula without a result; open the file in a spreadsheet program "
            "and save it"
        )
        return Cell("", f"{about.title} {cell_name(row, column)}", is_formula, fault)
    place = f"{about.title} {cell_name(row, column)}"
    if found.data_type == "e":
        return Cell(str(value), place, is_formula, gettext("the cell shows {value}", value=value))
    cell = _valued(found, value, place, is_formula=is_formula)
    if cell is not None and about.is_struck and found.font is not None and found.font.strike:
        return cell._replace(is_struck=True)
    return cell


def _valued(found: Any, value: Any, place: str, *, is_formula: bool) -> Cell | None:
    match value:
        case str():
            text = unescaped(value)
            return Cell(text, place, is_formula) if text.strip() or is_formula else None
        case bool():
            return Cell("yes" if value else "no", place, is_formula)
        case int() | float() if not math.isfinite(value):
            return Cell(str(value), place, is_formula, gettext("the number is too large"))
        case int() | float() if "%" in str(found.number_format or ""):
            return Cell(f"{text_of(float(f'{value * 100:.12g}'))} %", place, is_formula)
        case int() | float():
            return Cell(text_of(value), place, is_formula)
        case datetime():
            return Cell(f"{value:%Y-%m-%d}", place, is_formula, is_day=True)
        case date() | time() | timedelta():
            return Cell(str(value), place, is_formula, is_day=True)
        case _:
            return Cell(str(value), place, is_formula)


def unescaped(text: str) -> str:
    """Give a text as it was: `_x000D_` stands for a character that XML cannot hold, or a break."""
    if "_x" not in text:
        return text
    plain = _ESCAPED.sub(_character, text)
    return plain.replace("\r\n", "\n").replace("\r", "\n")


def _character(found: re.Match[str]) -> str:
    code = int(found[1], 16)
    if code in _LINE_BREAKS or code >= 0x20:
        return chr(code) if not 0xD800 <= code < 0xE000 else found[0]
    return "\t" if code == 0x09 else ""
