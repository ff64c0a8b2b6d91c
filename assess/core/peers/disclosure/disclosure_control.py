"""Disclosure control: which groups of a measure may be shown, in one table that all readers share.

The reader knows from the public register who belongs to which group, and a contributor knows the
values of its own organisations as well. Nothing is shown from which something follows of one to
five organisations, for any of them, by any linear combination of what is shown: in this table, and
in this one together with those that were given out before.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple, Protocol

from assess.core.peers.disclosure.cut_audit import CutAudit
from assess.core.peers.disclosure.exact_audit import ExactAudit, History, ShownFigure, State
from assess.core.peers.disclosure.two_tables import TwoTables
from assess.core.peers.membership import GroupId, Placement, sizes_of, widest_first

FEW_PLACEMENTS = 48
"""Up to so many different histories the audit is exact; of more it may hide a group too many."""


class HiddenReason(StrEnum):
    """Why figures of a group are not shown."""

    TOO_FEW = "too_few"
    """The group itself has too few organisations with a value."""
    COMBINATION = "combination"
    """With other groups that are shown it would tell of a few organisations."""
    CONTRIBUTOR = "contributor"
    """It would tell a contributor, who takes out its own organisations, of a few others."""
    SENSITIVE = "sensitive"
    """All of a small group are in a sensitive class, or none of it."""
    CORRECTED = "corrected"
    """Its old figures were wrong, and with new ones they would tell of a few organisations."""


class Respondent(NamedTuple):
    """How an organisation with a value is counted, in earlier tables and now, and who knows it."""

    history: History
    known_to: frozenset[str] = frozenset()
    """The contributors who gave it."""


class GroupChoice(NamedTuple):
    """Which groups may be shown with new figures, and why the others may not."""

    shown: tuple[GroupId, ...]
    hidden: Mapping[GroupId, HiddenReason]


class Audit(Protocol):
    """Tells of how many organisations a group would tell beside those that are shown."""

    def fewest_told(self, group: GroupId) -> int:
        """Give of how many at least something new is told; 0: of nobody."""
        ...

    def tells_of_few(self, group: GroupId) -> bool:
        """Tell whether a group may tell of a few beside those that are shown."""
        ...

    def take(self, group: GroupId) -> None:
        """Count a group among those that are shown."""
        ...

    @property
    def doubtful(self) -> Collection[str]:
        """The contributors to whom the group asked for last may tell of a few others."""
        ...


def choose(
    respondents: Mapping[Respondent, int],
    before: Sequence[Collection[GroupId]],
    fewest: int,
    sensitive: Collection[GroupId] = (),
) -> GroupChoice:
    """Choose the groups of a measure that may be shown: the widest first.

    `before` are the groups that each earlier table showed; of `sensitive` ones nothing may be
    shown, nor follow.
    """
    banned: list[GroupId] = []
    while True:
        found, leak = _choose(respondents, before, fewest, sensitive, banned)
        if leak is None:
            return found
        banned.append(leak)


def _choose(
    respondents: Mapping[Respondent, int],
    before: Sequence[Collection[GroupId]],
    fewest: int,
    sensitive: Collection[GroupId],
    banned: Collection[GroupId],
) -> tuple[GroupChoice, GroupId | None]:
    few = fewest - 1
    now: Counter[Placement] = Counter()
    for respondent, count in respondents.items():
        if (state := respondent.history[-1]) is not None:
            now[state[0]] += count
    sizes = sizes_of(now)
    views = _views(respondents, before, few)
    shown: list[GroupId] = []
    hidden = {group: HiddenReason.TOO_FEW for group, size in sizes.items() if size < fewest}
    for group in widest_first(sizes, fewest):
        if group in sensitive:
            hidden[group] = HiddenReason.SENSITIVE
        elif group in banned:
            hidden[group] = HiddenReason.COMBINATION
        elif (reason := views.objection(group)) is not None:
            hidden[group] = reason
        else:
            views.take(group)
            shown.append(group)
            if any(views.nearly_follows(other) for other in sensitive):
                return GroupChoice((), {}), group
    return GroupChoice(tuple(shown), hidden), None


class _Views:
    """The audit for everybody, and one for each contributor, made where it is first needed."""

    def __init__(
        self,
        respondents: Mapping[Respondent, int],
        before: Sequence[Collection[GroupId]],
        few: int,
    ) -> None:
        self._respondents, self._before, self._few = respondents, before, few
        self._base = self._audit("")
        self._of: dict[str, tuple[Audit, int]] = {}
        self._taken: list[GroupId] = []

    def objection(self, group: GroupId) -> HiddenReason | None:
        """Give why a group may not be shown beside those taken; None: it may be."""
        if self._base.tells_of_few(group):
            return HiddenReason.COMBINATION
        for contributor in sorted(self._base.doubtful):
            if self._of_contributor(contributor).tells_of_few(group):
                return HiddenReason.CONTRIBUTOR
        return None

    def nearly_follows(self, group: GroupId) -> bool:
        """Tell whether a group follows from those taken, or but for a few organisations."""
        told = self._base.fewest_told(group)
        return told <= self._few or any(
            self._of_contributor(contributor).fewest_told(group) <= self._few
            for contributor in sorted(self._base.doubtful)
        )

    def take(self, group: GroupId) -> None:
        """Count a group among those that are shown."""
        self._taken.append(group)
        self._base.take(group)

    def _of_contributor(self, contributor: str) -> Audit:
        known = self._of.get(contributor)
        audit, taken = known or (self._audit(contributor), 0)
        for group in self._taken[taken:]:
            audit.take(group)
        self._of[contributor] = (audit, len(self._taken))
        return audit

    def _audit(self, contributor: str) -> Audit:
        counted: Counter[History] = Counter()
        givers: dict[History, Counter[str]] = {}
        for respondent, count in self._respondents.items():
            if contributor in respondent.known_to:
                continue
            counted[respondent.history] += count
            for giver in respondent.known_to if not contributor else ():
                givers.setdefault(respondent.history, Counter())[giver] += count
        if len(counted) <= FEW_PLACEMENTS:
            return _AuditOfFew(counted, self._before, self._few, givers)
        return _AuditOfMany(counted, self._before, self._few, givers)


def _views(
    respondents: Mapping[Respondent, int], before: Sequence[Collection[GroupId]], few: int
) -> _Views:
    return _Views(respondents, before, few)


class _AuditOfFew:
    """The exact audit over all tables at once."""

    def __init__(
        self,
        counted: Mapping[History, int],
        before: Sequence[Collection[GroupId]],
        few: int,
        givers: Mapping[History, Counter[str]],
    ) -> None:
        self.doubtful = {giver for counts in givers.values() for giver in counts}
        self._audit, self._now, self._few = ExactAudit(counted, few), len(before), few
        for table, groups in enumerate(before):
            for group in groups:
                self._audit.take(ShownFigure(table, group))

    def fewest_told(self, group: GroupId) -> int:
        return self._audit.fewest_told(ShownFigure(self._now, group))

    def tells_of_few(self, group: GroupId) -> bool:
        return 0 < self.fewest_told(group) <= self._few

    def take(self, group: GroupId) -> None:
        self._audit.take(ShownFigure(self._now, group))


class _AuditOfMany:
    """Audits by cuts: of the table alone, beside each earlier one, and beside several of them.

    Beside several, a group is shown anew only where more than a few organisations are counted in
    a way in which no earlier table counted them. Whatever else is added or subtracted then tells
    of these. A group of which less is new keeps the figures that were shown.
    """

    def __init__(
        self,
        counted: Mapping[History, int],
        before: Sequence[Collection[GroupId]],
        few: int,
        givers: Mapping[History, Counter[str]],
    ) -> None:
        every = {giver for counts in givers.values() for giver in counts}
        by_place = _placed_givers(givers, len(before))
        self._few = few
        self._now = CutAudit(_placed(counted, len(before)), few, by_place)
        beside = [
            TwoTables(_pairs(counted, table), groups, few, every)
            for table, groups in enumerate(before)
        ]
        self._audits: list[CutAudit | TwoTables] = [self._now, *beside]
        self._anew = CutAudit(_placed_anew(counted), few) if len(before) > 1 else None

    def fewest_told(self, group: GroupId) -> int:
        told = [audit.fewest_told(group) for audit in self._audits]
        return min((number for number in told if number), default=0)

    def tells_of_few(self, group: GroupId) -> bool:
        if 0 < self.fewest_told(group) <= self._few:
            return True
        if self._anew is None or not self._now.fewest_told(group):
            return False
        return self._anew.fewest_told(group) <= self._few

    @property
    def doubtful(self) -> Collection[str]:
        return {giver for audit in self._audits for giver in audit.doubtful}

    def take(self, group: GroupId) -> None:
        for audit in self._audits:
            audit.take(group)
        if self._anew is not None:
            self._anew.take(group)


def _placed_anew(counted: Mapping[History, int]) -> Counter[Placement]:
    """Place the organisations that no earlier table counts as they are now."""
    found: Counter[Placement] = Counter()
    for history, count in counted.items():
        *earlier, now = history
        if now is not None and now not in earlier:
            found[now[0]] += count
    return found


def _placed(counted: Mapping[History, int], table: int) -> Counter[Placement]:
    found: Counter[Placement] = Counter()
    for history, count in counted.items():
        if (state := history[table]) is not None:
            found[state[0]] += count
    return found


def _placed_givers(
    givers: Mapping[History, Counter[str]], table: int
) -> dict[Placement, Counter[str]]:
    found: dict[Placement, Counter[str]] = {}
    for history, counts in givers.items():
        if (state := history[table]) is not None:
            found.setdefault(state[0], Counter()).update(counts)
    return found


def _pairs(counted: Mapping[History, int], table: int) -> Counter[tuple[State, State]]:
    found: Counter[tuple[State, State]] = Counter()
    for history, count in counted.items():
        found[history[table], history[-1]] += count
    return found


def under_ten_and_of_one_mind(
    groups: Mapping[GroupId, Sequence[int]], under: int
) -> Iterator[GroupId]:
    """Give the small groups of which all, or none, are in a class; counts of classes by group."""
    for group, counts in groups.items():
        size = sum(counts)
        if size < under and any(count in (0, size) for count in counts):
            yield group
