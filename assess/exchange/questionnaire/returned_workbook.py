"""A returned questionnaire as a workbook: which cell answers what, wherever it was moved."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

from assess.core.questionnaire.questionnaire import FORM, VERSION
from assess.core.questionnaire.returned_form import FormEntry, Returned
from assess.core.text.words import shortened
from assess.errors import Refused
from assess.exchange.container.spreadsheet.sheet import Cell, ReadSheet
from assess.exchange.questionnaire.form_layout import (
    ANSWER,
    COLUMN_NAMES,
    COVER_KEYS,
    DEFINITIONS,
    DEFINITIONS_KEY,
    HEAD_KEY,
    KEY,
    LISTS,
    NOTE,
    STATUS,
)
from assess.languages import gettext

_SEARCHED = 40
"""Within how many rows the names of the columns are looked for."""

Role = Literal["key", "answer", "status", "note"]
_ROLES: Mapping[int, Role] = {KEY: "key", ANSWER: "answer", STATUS: "status", NOTE: "note"}


def is_questionnaire(texts: Iterable[str]) -> bool:
    """Tell by the texts at the top of its sheets whether a workbook is, or was, a form of ours."""
    return not {COVER_KEYS[0], COLUMN_NAMES[KEY]}.isdisjoint(texts)


def read(sheets: Iterable[ReadSheet], name: str, known: frozenset[str]) -> Returned:
    """Find what stands on the lines of a form; `known` are the keys of all lines and questions."""
    reader = _Reader(name, known)
    for sheet in sheets:
        reader.read(sheet)
    return reader.returned()


def demand_version(form: str, name: str) -> None:
    """Refuse a form that says it is of a newer version."""
    kind, _, version = form.partition(" ")
    if kind == FORM and version.isdecimal() and int(version) > VERSION:
        raise Refused(
            gettext(
                "{name} is a questionnaire of a newer version ({version}); this "
                "program reads version {own_version}.",
                name=name,
                version=version,
                own_version=VERSION,
            ),
            (),
        )


def _is_known(cells: Iterable[Cell]) -> bool:
    """Tell whether a sheet is the cover or that of definitions."""
    return any(cell.text in (*COVER_KEYS, DEFINITIONS_KEY) for cell in cells)


class _Reader:
    def __init__(self, name: str, known: frozenset[str]) -> None:
        self._name, self._known = name, known
        self._cover: dict[str, str] = {}
        self._found: dict[Role, dict[str, list[FormEntry]]] = {
            "answer": {},
            "status": {},
            "note": {},
        }
        self._seen: set[str] = set()
        self._remarks: list[str] = []

    def read(self, sheet: ReadSheet) -> None:
        """Read one sheet: the cover, one of questions, or one that has nothing to say."""
        self._read_cover(sheet)
        columns = self._columns_of(sheet)
        if columns is None:
            return
        self._remarks += [
            gettext(
                "{sheet} {area} is merged; only its first cell counts",
                sheet=sheet.name,
                area=area,
            )
            for area in sheet.merged
        ]
        if sheet.is_cut:
            self._remarks.append(
                gettext(
                    "{sheet}: it is longer than any questionnaire; the rest was not read",
                    sheet=sheet.name,
                )
            )
        for row in sheet.rows.values():
            self._read_row(row, columns)

    def _read_cover(self, sheet: ReadSheet) -> None:
        for row in sheet.rows.values():
            for column, cell in row.items():
                if cell.text in COVER_KEYS:
                    others = [beside.text for at, beside in sorted(row.items()) if at > column]
                    if others:
                        self._cover[cell.text] = others[-1]
        demand_version(self._cover.get(COVER_KEYS[0], ""), self._name)

    def _columns_of(self, sheet: ReadSheet) -> Mapping[Role, int] | None:
        """Find the columns by the hidden row that names them, wherever it is."""
        names = {name: _ROLES[column] for column, name in COLUMN_NAMES.items()}
        for index, row in sheet.rows.items():
            found = {names[cell.text]: column for column, cell in row.items() if cell.text in names}
            if "key" in found and "answer" in found:
                return found
            if index > _SEARCHED:
                break
        cells = [cell for row in sheet.rows.values() for cell in row.values()]
        if any(cell.text in self._known and "_" in cell.text for cell in cells):
            self._remarks.append(
                gettext(
                    "{sheet}: the hidden row with the column names is missing; nothing of "
                    "this sheet was read",
                    sheet=sheet.name,
                )
            )
        elif cells and sheet.name not in (LISTS, DEFINITIONS) and not _is_known(cells):
            self._remarks.append(
                gettext(
                    "{sheet}: this sheet has no line of the questionnaire; it was not read",
                    sheet=sheet.name,
                )
            )
        return None

    def _read_row(self, row: Mapping[int, Cell], columns: Mapping[Role, int]) -> None:
        stated = row.get(columns["key"])
        key = stated.text.strip() if stated else ""
        if key in (COLUMN_NAMES[KEY], HEAD_KEY):
            return
        self._seen.add(key)
        for role, column in columns.items():
            cell = row.get(column)
            if role == "key" or cell is None:
                continue
            if not key:
                self._remark_stray(cell)
                continue
            if cell.is_formula and not cell.fault:
                shown = shortened(cell.text, 40)
                self._remarks.append(
                    gettext(
                        "{place}: this cell has a formula; its result {shown} counts",
                        place=cell.place,
                        shown=shown,
                    )
                )
            entry = FormEntry(text=cell.text, place=cell.place, fault=cell.fault)
            self._found[role].setdefault(key, []).append(entry)

    def _remark_stray(self, cell: Cell) -> None:
        if not cell.is_formula:  # as the sum below the parts of a whole is
            shown = shortened(cell.text, 40)
            self._remarks.append(
                gettext(
                    "{place}: “{shown}” is not beside a question; it was not read",
                    place=cell.place,
                    shown=shown,
                )
            )

    def returned(self) -> Returned:
        """Give what was found; a line that stands twice counts if both say the same."""
        once = {role: dict(self._once(entries)) for role, entries in self._found.items()}
        return Returned(
            case=self._cover.get("assess:case"),
            organisation=self._cover.get("assess:organisation"),
            catalogue=self._cover.get("assess:catalogue"),
            language=self._cover.get("assess:language"),
            lines=once["answer"],
            statuses=once["status"],
            notes=once["note"],
            seen=frozenset(self._seen),
            remarks=tuple(self._remarks),
        )

    def _once(self, entries: Mapping[str, list[FormEntry]]) -> Iterator[tuple[str, FormEntry]]:
        for key, found in entries.items():
            if len({entry.text.strip() for entry in found}) == 1:
                yield key, found[0]
                continue
            said = "; ".join(f"{entry.place}: {shortened(entry.text, 40)}" for entry in found)
            self._remarks.append(
                gettext(
                    "{key} has two different answers ({said}); neither counts",
                    key=key,
                    said=said,
                )
            )
