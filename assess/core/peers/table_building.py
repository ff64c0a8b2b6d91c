"""Building a table of peers: what may be shown is decided first, then it is worked out."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Hashable, Mapping, Sequence
from datetime import date
from typing import NamedTuple, Protocol

from assess.core.peers.disclosure.disclosure_control import (
    GroupChoice,
    HiddenReason,
    Respondent,
    choose,
)
from assess.core.peers.membership import GroupId, group_order
from assess.core.peers.table import (
    WHOLE,
    PeerTable,
    TableFigure,
    TableGroup,
    TableHead,
    TableMeasure,
    shown_afresh,
)

SMALL = 10
"""Of a sensitive measure, groups of fewer organisations do not show a class of all or of none."""

Told = Callable[[int, int], None]
"""Takes how many measures are done, and of how many."""


class RespondentPattern(NamedTuple):
    """Who has a value: patterns of one key are counted alike, and share one audit."""

    key: Hashable
    respondents: Callable[[], Counter[Respondent]]


class Holdings(Protocol):
    """The organisations from which a table is built."""

    @property
    def measures(self) -> Sequence[TableMeasure]:
        """Everything that is compared."""
        ...

    def pattern(self, measure: TableMeasure | None) -> RespondentPattern:
        """Tell who has a value of a measure; None: everybody, with the year as its value."""
        ...

    def figures(
        self, measure: TableMeasure | None, groups: Collection[GroupId]
    ) -> Mapping[GroupId, TableFigure]:
        """Work out the figures of groups."""
        ...

    def of_one_mind(self, measure: TableMeasure, under: int) -> frozenset[GroupId]:
        """Give the groups under a size of which all, or none, are in a class."""
        ...


class Occasion(NamedTuple):
    """On which occasion a table is built."""

    number: int
    day: date
    synthetic: bool
    fewest: int
    corrected: str = ""
    begins_anew: bool = False


def build(
    holdings: Holdings,
    occasion: Occasion,
    before: Sequence[PeerTable] = (),
    tell: Told | None = None,
) -> PeerTable:
    """Build a table; `before` are those that were given out, oldest first.

    A group of which only a few organisations have changed keeps the figures that it had, or shows
    none where they are known to be wrong.
    """
    choices: dict[Hashable, GroupChoice] = {}
    figures: dict[GroupId, dict[str, TableFigure]] = defaultdict(dict)
    hidden: dict[GroupId, dict[str, HiddenReason]] = defaultdict(dict)
    measures = (None, *holdings.measures)
    for done, measure in enumerate(measures):
        if tell is not None:
            tell(done, len(measures))
        name = measure.id if measure else WHOLE
        shown_before = [shown_afresh(table, name) for table in before]
        choice = _choice(holdings, measure, occasion, shown_before, choices)
        kept = _kept(before, name, choice)
        for group, figure in holdings.figures(measure, choice.shown).items():
            figures[group][name] = figure
        for group, reason in choice.hidden.items():
            hidden[group][name] = reason
        for group, figure in kept.items():
            if occasion.corrected:
                hidden[group][name] = HiddenReason.CORRECTED
            else:
                figures[group][name] = figure
                hidden[group].pop(name, None)
    head = TableHead(measures=tuple(holdings.measures), **occasion._asdict())
    groups = {
        group: TableGroup(figures[group], hidden[group])
        for group in sorted(figures, key=group_order)
    }
    return PeerTable(head, groups)


def _choice(
    holdings: Holdings,
    measure: TableMeasure | None,
    occasion: Occasion,
    before: Sequence[frozenset[GroupId]],
    choices: dict[Hashable, GroupChoice],
) -> GroupChoice:
    pattern = holdings.pattern(measure)
    is_sensitive = measure is not None and measure.sensitive
    sensitive = (
        holdings.of_one_mind(measure, SMALL)
        if measure is not None and is_sensitive
        else frozenset[GroupId]()
    )
    key = (pattern.key, tuple(before), sensitive)
    if key not in choices:
        choices[key] = choose(pattern.respondents(), before, occasion.fewest, sensitive)
    return choices[key]


def _kept(
    before: Sequence[PeerTable], name: str, choice: GroupChoice
) -> Mapping[GroupId, TableFigure]:
    """Give the figures of the last table that was given out, for groups without new ones."""
    if not before:
        return {}
    last = before[-1]
    shown = set(choice.shown)
    return {
        group: figure._replace(as_of=figure.as_of or last.head.day)
        for group, entry in last.groups.items()
        if group not in shown and (figure := entry.figures.get(name)) is not None
    }
