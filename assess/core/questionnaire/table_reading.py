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
from assess.core.text.name import plain_words
from assess.core.text.value import Value

_ALSO_CALLED: Mapping[str, str] = {"id": "case", "case id": "case"}
"""Heads that are written like this in English alone; all others come from the languages."""

SEARCHED = 60
"""Among so many rows the heads are looked for."""

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


def find_heads(
    rows: Iterable[Mapping[int, FoundCase]],
    called: Mapping[str, str],
    *layouts: TableLayout,
) -> tuple[int, Heads]:
    """Find the row of heads among the first ones, and give its number, from 0, with what it says.

    What stands above are titles. Where no row says of whom the rows are, the first one counts.
    """
    first: Heads | None = None
    words = _HeadWords(called, layouts)
    for number, cells in zip(range(SEARCHED), rows, strict=False):
        if not cells:
            continue
        heads = words.read(cells)
        first = first or heads
        if heads.is_of_cases and (len(heads.columns) > 1 or (not number and len(cells) == 1)):
            return number, heads
    return 0, first or Heads(columns={}, unknown=(), twice=())


def read_heads(
    cells: Mapping[int, FoundCase], *layouts: TableLayout, called: Mapping[str, str] | None = None
) -> Heads:
    """Tell what each column says, by its name, by the short title of a question, or its wording.

    Of several layouts the first one that knows a wording says what it means. `called` are further
    heads of the columns about a case, as `plain_words` gives them.
    """
    return _HeadWords(called or {}, layouts).read(cells)


class _HeadWords:
    """The words by which columns are known, gathered once."""

    def __init__(self, called: Mapping[str, str], layouts: tuple[TableLayout, ...]) -> None:
        by_word = {word: name for each in reversed(layouts) for word, name in _words(each).items()}
        self._by_word = by_word
        self._known = {
            line.key for each in layouts for item in each.items.values() for line in item.lines
        }
        self._questions = {name for each in layouts for name in each.catalogue.questions}
        self._about = {**called, **_ALSO_CALLED}

    def read(self, cells: Mapping[int, FoundCase]) -> Heads:
        """Tell what each column says."""
        columns: dict[int, Head] = {}
        unknown, twice = [], []
        seen: set[tuple[Kind, str]] = set()
        for number, cell in sorted(cells.items()):
            title = " ".join(cell.text.split())
            head = self._head(title)
            if head is None:
                unknown.append(title)
            elif (head.kind, head.name) in seen:
                twice.append(title)
            else:
                seen.add((head.kind, head.name))
                columns[number] = head
        return Heads(columns=columns, unknown=tuple(unknown), twice=tuple(twice))

    def _head(self, title: str) -> Head | None:
        low = title.casefold()
        name = low.replace(" ", "_")
        about = name if name in ABOUT_CASE else self._about.get(plain_words(title))
        if about is not None:
            return Head(kind="about", name=about, title=title)
        if title in self._known:
            return Head(kind="line", name=title, title=title)
        for suffix, kind in _SUFFIXES.items():
            question = title.removesuffix(suffix)
            if question != title and question in self._questions:
                return Head(kind=kind, name=question, title=title)
        if low in self._by_word and self._by_word[low] in self._known:
            return Head(kind="line", name=self._by_word[low], title=title)
        return None


def _words(layout: TableLayout) -> dict[str, str]:
    """Give the questions by how else one might head them, where that means only one."""
    in_each = layout.speech.in_each
    found: dict[str, list[str]] = {}
    for name, question in layout.catalogue.questions.items():
        said = {*in_each(question.title), *in_each(question.label), question.label.english}
        for word in {text.casefold() for text in said}:
            found.setdefault(word, []).append(name)
    return {word: names[0] for word, names in found.items() if len(names) == 1}


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
