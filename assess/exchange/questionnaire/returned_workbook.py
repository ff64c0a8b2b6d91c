"""A returned questionnaire as a workbook: which cell answers what, wherever it was moved."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

from assess.core.questionnaire.questionnaire import FORM, VERSION
from assess.core.questionnaire.returned_form import FormEntry, Returned, Stray
from assess.core.text.words import shortened
from assess.errors import Refused
from assess.exchange.container.spreadsheet.cell_name import cell_name
from assess.exchange.container.spreadsheet.sheet import Cell, ReadSheet
from assess.exchange.questionnaire.form_layout import (
    ANSWER,
    COLUMN_NAMES,
    COVER_KEYS,
    COVER_VALUE,
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
        self._strays: list[Stray] = []

    def read(self, sheet: ReadSheet) -> None:
        """Read one sheet: the cover, one of questions, or one that has nothing to say."""
        self._read_cover(sheet)
        columns = self._columns_of(sheet)
        if columns is None:
            self._take_strays(sheet)
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
        keys = {
            number: cell.text.strip()
            for number, row in sheet.rows.items()
            if (cell := row.get(columns["key"]))
        }
        for number, row in sheet.rows.items():
            self._read_row(row, keys.get(number, ""), columns)
        self._take_noted(sheet, keys)

    def _read_cover(self, sheet: ReadSheet) -> None:
        for row in sheet.rows.values():
            for column, cell in row.items():
                if cell.text in COVER_KEYS:
                    self._read_cover_line(row, column)
        demand_version(self._cover.get(COVER_KEYS[0], ""), self._name)

    def _read_cover_line(self, row: Mapping[int, Cell], at: int) -> None:
        """Read what the cover says behind a key and a label; more than that was written there."""
        behind = {column: cell for column, cell in sorted(row.items()) if column > at}
        if not behind:
            return
        place = at + COVER_VALUE
        value = place if place in behind else max(behind)
        self._cover[row[at].text] = behind[value].text
        self._strays += [
            Stray(cell.text, cell.place, "cover")
            for column, cell in behind.items()
            if column != value
        ]

    def _take_strays(self, sheet: ReadSheet) -> None:
        """Take what stands on the cover, or on a sheet of somebody's own: it may be a remark."""
        if sheet.is_hidden:
            return
        is_known = _is_known(cell for row in sheet.rows.values() for cell in row.values())
        kind: Literal["cover", "cell"] = "cover" if is_known else "cell"
        for row in sheet.rows.values():
            if any(cell.text in COVER_KEYS for cell in row.values()):
                continue
            self._strays += [
                Stray(cell.text, cell.place, kind, is_number_of_form=is_known)
                for cell in row.values()
                if not cell.is_formula and cell.text != DEFINITIONS_KEY
            ]
        self._take_noted(sheet, {})

    def _take_noted(self, sheet: ReadSheet, keys: Mapping[int, str]) -> None:
        """Take the comments on cells, and what lies on the sheet and in no cell."""
        for (row, column), text in sorted(sheet.comments.items()):
            place = f"{sheet.name} {cell_name(row, column)}"
            self._strays.append(Stray(text, place, "comment", keys.get(row)))
        self._strays += [Stray(what, sheet.name, "box") for what in sheet.beside]

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

    def _read_row(self, row: Mapping[int, Cell], key: str, columns: Mapping[Role, int]) -> None:
        places = {column: role for role, column in columns.items()}
        if key in (COLUMN_NAMES[KEY], HEAD_KEY):
            named = COLUMN_NAMES.values() if key == COLUMN_NAMES[KEY] else ()
            self._strays += [
                Stray(cell.text, cell.place, "cell")
                for column, cell in row.items()
                if cell.text not in named and (named or column not in places)
            ]
            return
        self._seen.add(key)
        for column, cell in row.items():
            role = places.get(column)
            if role == "key":
                continue
            if role is None or not key:
                if not cell.is_formula:  # as the sum below the parts of a whole is
                    is_before = column < columns["answer"] and not key
                    stray = Stray(cell.text, cell.place, "cell", key or None, is_before)
                    self._strays.append(stray)
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
            strays=tuple(self._strays),
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
