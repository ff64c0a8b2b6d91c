"""Workbooks as others made them, read cell by cell: each cell a text, with its place in words."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from datetime import date, datetime, time, timedelta
from typing import Any, NamedTuple

from assess.core.questionnaire.returned_form import text_of
from assess.errors import Refused
from assess.exchange.container.workbook_cell import cell_name
from assess.exchange.container.workbook_guard import (
    PEEK,
    TABLE,
    Limits,
    guard,
    guard_sheet,
    merged_ranges,
)
from assess.exchange.container.workbook_links import links
from assess.exchange.container.workbook_rows import opened_sheets, written_rows
from assess.languages import gettext, ngettext


class Cell(NamedTuple):
    """What stands in a cell."""

    text: str
    place: str
    """In words: the sheet and the cell, `A Structure D12`."""
    is_formula: bool = False
    fault: str | None = None
    """Why it cannot be taken as it stands."""


class ReadSheet(NamedTuple):
    """A sheet with the cells that hold anything, by row and column from 0."""

    name: str
    rows: Mapping[int, Mapping[int, Cell]]
    merged: tuple[str, ...]
    is_cut: bool
    """Whether it goes on below what was read."""


def peek(content: bytes, name: str) -> frozenset[str]:
    """Give the texts at the top of all sheets; raises Refused as `read_sheets` does."""
    guard(content, name, TABLE)
    with _explained(name), opened_sheets(content, formulas=False) as open_sheets:
        texts: set[str] = set()
        for page, part in open_sheets[: PEEK.sheets]:
            guard_sheet(content, name, part, TABLE)
            for row in page.iter_rows(max_row=PEEK.rows, max_col=PEEK.columns, values_only=True):
                texts.update(cell for cell in row if isinstance(cell, str))
        return frozenset(texts)


def read_table(content: bytes, name: str, preferred: str, limits: Limits) -> ReadSheet | None:
    """Read one sheet: the preferred one, or the first that holds anything; None if none does.

    Raises Refused as `read_sheets` does.
    """
    guard(content, name, limits)
    with _explained(name), opened_sheets(content, formulas=False) as open_sheets:
        ordered = sorted(open_sheets, key=lambda sheet: sheet.page.title != preferred)
        for page, part in ordered[: limits.sheets]:
            guard_sheet(content, name, part, limits)
            sheet = _sheet(page, None, limits, ())
            if sheet.rows:
                return sheet
    return None


def read_sheets(content: bytes, name: str, limits: Limits) -> tuple[ReadSheet, ...]:
    """Read a workbook; raises Refused where it is damaged, too large or brings macros.

    Entities and outside references are refused by the reader of XML, links to other workbooks are
    not followed, and no formula is worked out: the result that was saved with it is read.
    """
    guard(content, name, limits)
    with _explained(name), opened_sheets(content, formulas=False) as values:
        if len(values) > limits.sheets:
            raise Refused(
                ngettext(
                    "{name} has {count} sheet, which is too many.",
                    "{name} has {count} sheets, which is too many.",
                    len(values),
                    name=name,
                ),
                (),
            )
        with opened_sheets(content, formulas=True) as written:
            sheets = []
            for (page, part), (formulas, _) in zip(values, written, strict=True):
                guard_sheet(content, name, part, limits)
                merged = merged_ranges(content, part)
                sheets.append(_sheet(page, formulas, limits, merged))
            return tuple(sheets)


def read_values(content: bytes, name: str, limits: Limits) -> tuple[ReadSheet, ...]:
    """Read the values of a workbook as people see them; raises Refused as `read_sheets` does.

    What is merged over several rows stands in each of them. A cell behind which is an address that
    it does not show gives the address.
    """
    guard(content, name, limits)
    with _explained(name), opened_sheets(content, formulas=False) as values:
        if len(values) > limits.sheets:
            raise Refused(
                ngettext(
                    "{name} has {count} sheet, which is too many.",
                    "{name} has {count} sheets, which is too many.",
                    len(values),
                    name=name,
                ),
                (),
            )
        sheets = []
        for page, part in values:
            guard_sheet(content, name, part, limits)
            sheet = _sheet(page, None, limits, merged_ranges(content, part, limits.rows))
            shown = _linked(_filled_down(sheet), links(content, part))
            sheets.append(sheet._replace(rows=shown))
        return tuple(sheets)


def _filled_down(sheet: ReadSheet) -> dict[int, dict[int, Cell]]:
    """Give the rows with what is merged over several of them in each."""
    rows = {number: dict(cells) for number, cells in sheet.rows.items()}
    for reference in sheet.merged:
        first, _, last = reference.partition(":")
        (top, left), (bottom, _) = _place(first), _place(last)
        if bottom > top and (cell := rows.get(top, {}).get(left)):
            for row in range(top + 1, bottom + 1):
                if row in rows:  # an empty one stays empty
                    rows[row].setdefault(left, cell)
    return {number: dict(sorted(cells.items())) for number, cells in rows.items()}


def _linked(
    rows: dict[int, dict[int, Cell]], targets: Mapping[str, str]
) -> dict[int, dict[int, Cell]]:
    for reference, target in targets.items():
        row, column = _place(reference)
        cell = rows.get(row, {}).get(column)
        if cell is not None and "." not in cell.text:
            rows[row][column] = cell._replace(text=target)
    return rows


def _place(reference: str) -> tuple[int, int]:
    """Give row and column of a cell such as `C10`, from 0."""
    column = 0
    for letter in reference.rstrip("0123456789"):
        column = column * 26 + ord(letter) - 64
    return int(reference.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")) - 1, column - 1


@contextmanager
def _explained(name: str) -> Iterator[None]:
    """Say in one sentence what a library stumbled over; what it may raise is not written down."""
    try:
        yield
    except Refused:
        raise
    except MemoryError:
        raise Refused(gettext("{name} is too large to be read.", name=name), ()) from None
    except Exception as error:
        kind = type(error).__name__
        if kind in ("DTDForbidden", "EntitiesForbidden", "ExternalReferenceForbidden"):
            raise Refused(
                gettext("{name} contains XML entities, which no spreadsheet needs.", name=name),
                (),
            ) from error
        why = str(error).split("\n")[0][:100] or kind
        raise Refused(
            gettext("{name} is damaged and cannot be read ({why}).", name=name, why=why), ()
        ) from error


def _sheet(page: Any, written: Any, limits: Limits, merged: tuple[str, ...]) -> ReadSheet:
    title = str(page.title)
    rows: dict[int, Mapping[int, Cell]] = {}
    is_cut = False
    formulas = _formulas(written, limits) if written is not None else frozenset()
    with closing(written_rows(page, limits.columns)) as found_rows:
        for index, row in found_rows:
            if index >= limits.rows:
                is_cut = True
                break
            cells = {
                column: cell
                for column, found in row.items()
                if (cell := _cell(found, title, index, column, formulas)) is not None
            }
            if cells:
                rows[index] = cells
    return ReadSheet(title, rows, merged, is_cut)


def _formulas(page: Any, limits: Limits) -> frozenset[tuple[int, int]]:
    return frozenset(
        (index, column)
        for index, row in zip(
            range(limits.rows), page.iter_rows(max_col=limits.columns), strict=False
        )
        for column, cell in enumerate(row)
        if cell.data_type == "f"
    )


def _cell(
    found: Any, sheet: str, row: int, column: int, formulas: frozenset[tuple[int, int]]
) -> Cell | None:
    is_formula = bool(formulas) and (row, column) in formulas
    value = found.value
    if value is None:
        if not is_formula:
            return None
        fault = gettext(
            "contains a formula without a result; open the file in a spreadsheet program "
            "and save it"
        )
        return Cell("", f"{sheet} {cell_name(row, column)}", is_formula, fault)
    place = f"{sheet} {cell_name(row, column)}"
    if found.data_type == "e":
        return Cell(str(value), place, is_formula, gettext("the cell shows {value}", value=value))
    match value:
        case str():
            text = value.replace("_x005F_", "_")  # which openpyxl leaves in texts of the cell's own
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
            return Cell(f"{value:%Y-%m-%d}", place, is_formula)
        case date() | time() | timedelta():
            return Cell(str(value), place, is_formula)
        case _:
            return Cell(str(value), place, is_formula)
