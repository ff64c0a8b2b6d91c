"""Of a sheet what counts: what is shown. What is hidden or struck out is left out, and said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from assess.core.text.words import shortened
from assess.exchange.container.spreadsheet.cell_name import column_letters
from assess.exchange.container.spreadsheet.sheet import Cell, ReadSheet
from assess.languages import gettext, ngettext

_FEW = 10


class Shown(NamedTuple):
    """The rows of a sheet that count, and what was left out."""

    name: str
    rows: Mapping[int, Mapping[int, Cell]]
    notes: tuple[str, ...]
    is_cut: bool


def shown_sheets(sheets: Iterable[ReadSheet]) -> tuple[tuple[Shown, ...], tuple[str, ...]]:
    """Give the sheets that are shown and hold anything; and what is to say of the others."""
    found: list[Shown] = []
    notes: list[str] = []
    for sheet in sheets:
        if sheet.is_hidden:
            if sheet.rows:
                notes.append(
                    gettext("the sheet {sheet} is hidden; it was not read", sheet=sheet.name)
                )
            continue
        shown = shown_rows(sheet)
        if shown.rows:
            found.append(shown)
        else:
            notes += shown.notes
    return tuple(found), tuple(notes)


def shown_rows(sheet: ReadSheet) -> Shown:
    """Give the rows that are shown, without what is struck out."""
    hidden = sorted(number for number in sheet.rows if number in sheet.hidden_rows)
    unseen = sorted(
        {column for cells in sheet.rows.values() for column in cells} & sheet.hidden_columns
    )
    notes = list(_of_hidden(sheet.name, hidden, unseen))
    rows: dict[int, Mapping[int, Cell]] = {}
    for number, cells in sheet.rows.items():
        if number in sheet.hidden_rows:
            continue
        seen = {column: cell for column, cell in cells.items() if column not in unseen}
        left = _without_struck(seen, notes)
        if left:
            rows[number] = left
    notes += [
        gettext("{sheet}: {what} was not read", sheet=sheet.name, what=shortened(what, 120))
        for what in sheet.beside
    ]
    return Shown(sheet.name, rows, tuple(notes), sheet.is_cut)


def _without_struck(cells: Mapping[int, Cell], notes: list[str]) -> Mapping[int, Cell]:
    """Leave cells out that are struck out, and the whole row with its first one."""
    struck = [cell for cell in cells.values() if cell.is_struck]
    if not struck:
        return cells
    first = next(iter(cells.values()))
    said = " | ".join(cell.text for cell in cells.values()) if first.is_struck else ""
    notes += [
        gettext(
            "{place} is struck out; it was not read: {text}",
            place=cell.place,
            text=shortened(said or cell.text, 120),
        )
        for cell in (struck[:1] if first.is_struck else struck)
    ]
    return (
        {}
        if first.is_struck
        else {column: cell for column, cell in cells.items() if not cell.is_struck}
    )


def _of_hidden(sheet: str, rows: list[int], columns: list[int]) -> Iterator[str]:
    if rows:
        yield ngettext(
            "{sheet}: {count} row is hidden, and was not read: {rows}",
            "{sheet}: {count} rows are hidden, and were not read: {rows}",
            len(rows),
            sheet=sheet,
            rows=_few([str(number + 1) for number in rows]),
        )
    if columns:
        yield ngettext(
            "{sheet}: {count} column is hidden, and was not read: {columns}",
            "{sheet}: {count} columns are hidden, and were not read: {columns}",
            len(columns),
            sheet=sheet,
            columns=_few([column_letters(column) for column in columns]),
        )


def _few(names: list[str]) -> str:
    return ", ".join(names[:_FEW]) + (" ..." if len(names) > _FEW else "")
