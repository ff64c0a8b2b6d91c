"""A table of a survey tool: a row for each who answered, headed by questions or their names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from assess.core.questionnaire.questionnaire import Questionnaire
from assess.core.questionnaire.returned_form import FormEntry, Returned
from assess.core.text.name import plain_words
from assess.exchange.container.spreadsheet.sheet import Cell, ReadSheet

_BETWEEN = str.maketrans(dict.fromkeys(";,|", "\n"))
"""What survey tools put between several choices in one cell."""


class SurveyRows(NamedTuple):
    """The rows of a table, each with its number as a form that came back."""

    rows: list[tuple[int, Returned]]
    unread: tuple[str, ...] = ()
    """The heads of columns that mean no question."""


def rows_of(sheets: Iterable[ReadSheet], form: Questionnaire) -> SurveyRows:
    """Give each row below the heads as a form that came back; none where no head is known."""
    keys = _keys_by_head(form)
    for sheet in sheets:
        for number, row in sorted(sheet.rows.items()):
            heads = {
                column: keys[plain_words(cell.text)]
                for column, cell in row.items()
                if plain_words(cell.text) in keys
            }
            if heads:
                rows = [
                    (place + 1, _returned(below, heads, form))
                    for place, below in sorted(sheet.rows.items())
                    if place > number
                ]
                unread = (cell.text.strip() for at, cell in row.items() if at not in heads)
                return SurveyRows(rows, tuple(filter(None, unread)))
    return SurveyRows([])


def _keys_by_head(form: Questionnaire) -> dict[str, str]:
    """Give the lines by what may be over a column: their keys, their questions, or both in one."""
    found: dict[str, str] = {}
    for part in form.parts:
        for item in part.items:
            for text in (item.name, item.label):
                found.setdefault(plain_words(text), item.name)
            for line in item.lines:
                names = [line.key]
                if item.has_parts:
                    names += [f"{item.label} [{line.label}]", f"{item.label} {line.label}"]
                found |= {plain_words(name): line.key for name in names}
    return found


def _returned(row: Mapping[int, Cell], heads: Mapping[int, str], form: Questionnaire) -> Returned:
    lines: dict[str, FormEntry] = {}
    for column, key in heads.items():
        cell = row.get(column)
        if cell is None or not cell.text.strip():
            continue
        choices = _choices(key, form)
        if choices:
            said = (plain_words(part) for part in cell.text.translate(_BETWEEN).split("\n"))
            chosen = dict.fromkeys(choices[part] for part in said if part in choices)
            lines |= {line: FormEntry(text="yes", place=cell.place) for line in chosen}
        else:
            lines[key] = FormEntry(text=cell.text, place=cell.place)
    return Returned(lines=lines, statuses={}, notes={})


def _choices(key: str, form: Questionnaire) -> dict[str, str]:
    """Give the lines of a question of several choices by what they say, where one column has it."""
    for part in form.parts:
        for item in part.items:
            if item.name == key and item.lines[0].kind == "mark":
                said = {plain_words(line.label): line.key for line in item.lines}
                codes = {plain_words(line.key.partition(".")[2]): line.key for line in item.lines}
                return said | codes
    return {}
