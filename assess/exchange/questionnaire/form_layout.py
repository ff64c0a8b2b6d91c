"""Where everything of a questionnaire stands in its workbook: sheets, rows and cells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from assess.core.questionnaire.questionnaire import (
    FormGroup,
    FormItem,
    FormLine,
    FormOption,
    FormPart,
    Questionnaire,
)
from assess.exchange.container.spreadsheet.cell_name import column_letters

KEY, NUMBER, QUESTION, ANSWER, UNIT, STATUS, NOTE = range(7)
"""The columns; the first is hidden and holds the key of each line."""

MACHINE_ROW, TITLE_ROW, INTRO_ROW, HEAD_ROW = range(4)
FIRST_ROW = HEAD_ROW + 1

COLUMN_NAMES: Mapping[int, str] = {
    KEY: "assess:key",
    ANSWER: "assess:answer",
    STATUS: "assess:status",
    NOTE: "assess:note",
}
"""What the hidden first row calls the columns that are read, wherever they are moved."""

HEAD_KEY = "assess:head"
"""The key of the row over the questions."""

COVER_KEYS = (
    "assess:form",
    "assess:catalogue",
    "assess:case",
    "assess:organisation",
    "assess:language",
)
"""What the hidden first column of the cover calls its lines."""

COVER_VALUE = 2
"""So many columns behind its key stands what a line of the cover says."""

DEFINITIONS_KEY = "assess:definitions"
"""What a hidden cell of the sheet of definitions says, whatever the sheet is called."""

LETTERS = "ABCDEFG"
LISTS = "Lists"
DEFINITIONS = "Definitions"
"""How the sheet of definitions was called before it said what it is."""

_NOT_IN_A_NAME = re.compile(r"[\[\]:*?/\\']")
MAX_NAME = 31
"""As many characters as the name of a sheet takes."""


@dataclass(frozen=True)
class FormRow:
    """One row of a sheet: the head of an indicator, a question, one of its lines, or its sum."""

    index: int
    group: FormGroup | None = None
    item: FormItem | None = None
    line: FormLine | None = None
    is_sum: bool = False


@dataclass(frozen=True)
class FormSheet:
    """One area as a sheet."""

    name: str
    part: FormPart
    rows: tuple[FormRow, ...]

    @property
    def last(self) -> int:
        """The last row, from 0."""
        return self.rows[-1].index


@dataclass
class FormLayout:
    """The whole workbook: its sheets, the cells of the lines, the lists to choose from."""

    sheets: tuple[FormSheet, ...]
    cells: dict[str, tuple[str, int]] = field(default_factory=dict)
    """The sheet and the row of each line, by its key."""
    lists: dict[tuple[FormOption, ...], int] = field(default_factory=dict)
    """The column in the sheet of lists, by what is to choose from."""

    def answer_cell(self, key: str, sheet: str) -> str:
        """Give the address of the answer on a line, as a formula on a sheet names it."""
        there, row = self.cells[key]
        address = f"${LETTERS[ANSWER]}${row + 1}"
        return address if there == sheet else f"'{there}'!{address}"

    def source_of(self, options: tuple[FormOption, ...]) -> str:
        """Give the range in the sheet of lists that has the labels of some options."""
        letter = column_letters(self.lists[options])
        return f"={LISTS}!${letter}$1:${letter}${len(options)}"


def lay_out(form: Questionnaire) -> FormLayout:
    """Place every line of a form."""
    layout = FormLayout(sheets=tuple(_sheet(part) for part in form.parts))
    layout.lists[form.statuses] = 0
    layout.lists[form.yes_no] = 1
    for sheet in layout.sheets:
        for row in sheet.rows:
            if row.line is None:
                continue
            layout.cells[row.line.key] = (sheet.name, row.index)
            if row.line.options:
                layout.lists.setdefault(row.line.options, len(layout.lists))
    return layout


def sheet_name(title: str) -> str:
    """Give the name of a sheet for a title."""
    return _NOT_IN_A_NAME.sub(" ", title)[:MAX_NAME].strip()


def _sheet(part: FormPart) -> FormSheet:
    name = sheet_name(f"{part.letter} {part.short_title}")
    rows = [
        FormRow(index, **fields)  # type: ignore[arg-type]  # fields of Row, as written below
        for index, fields in enumerate(_rows(part), start=FIRST_ROW)
    ]
    return FormSheet(name=name, part=part, rows=tuple(rows))


def _rows(part: FormPart) -> Iterator[dict[str, object]]:
    for group in part.groups:
        yield {"group": group}
        for item in group.items:
            if not item.has_parts:
                yield {"item": item, "line": item.lines[0]}
                continue
            yield {"item": item}
            for line in item.lines:
                yield {"item": item, "line": line}
            if item.adds_up_to is not None or item.adds_up_to_question is not None:
                yield {"item": item, "is_sum": True}
