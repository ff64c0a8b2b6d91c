"""Tables that come in: which column says what, and what a row says of a case."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal, NamedTuple

from assess.core.questionnaire.returned_form import FormEntry, Returned
from assess.core.questionnaire.table import (
    ABOUT_CASE,
    DUE,
    NOTE,
    REASON,
    STATUS,
    FoundCase,
    TableLayout,
)
from assess.core.text.value import Value

_ALSO_CALLED: Mapping[str, str] = {
    "name": "organisation",
    "cluster": "organisation",
    "cluster name": "organisation",
    "organisation name": "organisation",
    "organization": "organisation",
    "organization name": "organisation",
    "cluster organisation": "organisation",
    "country code": "country",
    "nation": "country",
    "url": "website",
    "web": "website",
    "web site": "website",
    "homepage": "website",
    "site": "website",
    "field": "portfolio",
    "technology field": "portfolio",
    "sector": "portfolio",
    "date": "interview_date",
    "interview": "interview_date",
    "interview date": "interview_date",
    "day": "interview_date",
    "contact person": "contact",
    "manager": "contact",
    "cluster manager": "contact",
    "project": "project_code",
    "project code": "project_code",
    "id": "case",
    "case id": "case",
}
"""How lists of other people head the columns about a case."""

Kind = Literal["about", "line", "status", "reason", "note", "due"]

_SUFFIXES: Mapping[str, Kind] = {STATUS: "status", REASON: "reason", NOTE: "note", DUE: "due"}


class Head(Value):
    """What a column says: about the case, on a line, or beside a question."""

    kind: Kind
    name: str
    """That of the field about the case, the key of the line, or the name of the question."""
    title: str
    """The head as it stands in the table."""


class Heads(Value):
    """The columns of a table by their number; what could not be told apart is named."""

    columns: Mapping[int, Head]
    unknown: tuple[str, ...]
    """Heads that are none of ours."""
    twice: tuple[str, ...]
    """Heads that mean what another column says already; the first counts."""

    @property
    def is_of_cases(self) -> bool:
        """Whether the rows say of whom they are."""
        return any(head.kind == "about" and head.name == "organisation" for head in self.heads)

    @property
    def heads(self) -> Iterable[Head]:
        """The heads in their order."""
        return self.columns.values()


def read_heads(cells: Mapping[int, FoundCase], *layouts: TableLayout) -> Heads:
    """Tell what each column says, by its name, by the short title of a question, or its wording.

    Of several layouts the first one that knows a wording says what it means.
    """
    by_word = {word: name for each in reversed(layouts) for word, name in _words(each).items()}
    known = {line.key for each in layouts for item in each.items.values() for line in item.lines}
    questions = {name for each in layouts for name in each.catalogue.questions}
    columns: dict[int, Head] = {}
    unknown, twice = [], []
    seen: set[tuple[Kind, str]] = set()
    for number, cell in sorted(cells.items()):
        title = " ".join(cell.text.split())
        head = _head(title, known, by_word, questions)
        if head is None:
            unknown.append(title)
        elif (head.kind, head.name) in seen:
            twice.append(title)
        else:
            seen.add((head.kind, head.name))
            columns[number] = head
    return Heads(columns=columns, unknown=tuple(unknown), twice=tuple(twice))


def _words(layout: TableLayout) -> dict[str, str]:
    """Give the questions by how else one might head them, where that means only one."""
    say = layout.speech.say
    found: dict[str, list[str]] = {}
    for name, question in layout.catalogue.questions.items():
        said = {say(question.title), say(question.label), question.label.english}
        for word in {text.casefold() for text in said}:
            found.setdefault(word, []).append(name)
    return {word: names[0] for word, names in found.items() if len(names) == 1}


def _head(
    title: str, known: set[str], by_word: Mapping[str, str], questions: set[str]
) -> Head | None:
    low = title.casefold()
    about = low.replace(" ", "_") if low.replace(" ", "_") in ABOUT_CASE else _ALSO_CALLED.get(low)
    if about is not None:
        return Head(kind="about", name=about, title=title)
    if title in known:
        return Head(kind="line", name=title, title=title)
    for suffix, kind in _SUFFIXES.items():
        question = title.removesuffix(suffix)
        if question != title and question in questions:
            return Head(kind=kind, name=question, title=title)
    if low in by_word and by_word[low] in known:
        return Head(kind="line", name=by_word[low], title=title)
    return None


class TableRow(NamedTuple):
    """One row: what it says about the case, and its answers as a form that came back."""

    place: str
    about: Mapping[str, str]
    returned: Returned


def read_row(cells: Mapping[int, FoundCase], heads: Heads) -> TableRow:
    """Take a row apart; each entry says its row and column."""
    place = next(iter(cells.values())).place
    about: dict[str, str] = {}
    kept: dict[Kind, dict[str, FormEntry]] = {kind: {} for kind in ("line", *_SUFFIXES.values())}
    for number, cell in cells.items():
        head = heads.columns.get(number)
        if head is None:
            continue
        if head.kind == "about":
            about[head.name] = cell.text.strip()
            continue
        where = f"{cell.place}, {head.title}"
        kept[head.kind][head.name] = FormEntry(text=cell.text, place=where, fault=cell.fault)
    returned = Returned(
        lines=kept["line"],
        statuses=kept["status"],
        notes=kept["note"],
        reasons=kept["reason"],
        due=kept["due"],
    )
    return TableRow(place=place, about=about, returned=returned)
