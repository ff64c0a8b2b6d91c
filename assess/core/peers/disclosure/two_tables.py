"""An audit of two tables of many organisations: what the newer one tells beside the earlier one.

A combination adds figures of the earlier table, `a`, and of the newer one, `b`. An organisation in
the same place with the same value has the weight of `a + b`; one that changed has the weight of `a`
where it was and that of `b` where it is, and it is told of unless both are 0.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping

from assess.core.peers.disclosure.cut_audit import CutAudit
from assess.core.peers.disclosure.exact_audit import State
from assess.core.peers.membership import GroupId, Placement, sizes_of, widest_first


class TwoTables:
    """Tells of how many organisations a group of the newer table would tell beside both."""

    def __init__(
        self,
        counted: Mapping[tuple[State, State], int],
        shown: Collection[GroupId],
        few: int,
        givers: Collection[str] = (),
    ) -> None:
        """Take how many organisations were and are counted how, and what the earlier one showed.

        Where every group that was shown keeps more than a few organisations in their places, what
        changed may be weighed with its places of both tables. Else only what is new in the newer
        one counts: it is told of whatever the earlier figures are.
        """
        self._few = few
        self.doubtful = givers
        """The contributors, for each of whom an audit of its own is needed."""
        parts = _Parts(counted)
        self._old, self._same = CutAudit(parts.old, few), CutAudit(parts.same, few)
        self._is_tight = True
        sizes = sizes_of(parts.old)
        for group in widest_first({group: sizes[group] for group in shown}, 0):
            kept, then = self._same.fewest_told(group), self._old.fewest_told(group)
            self._is_tight &= kept > few or kept == then == 0
            self._same.take(group)
            self._old.take(group)
        self._with_now = CutAudit(parts.changed_now, few)
        self._with_then = CutAudit(parts.changed_then, few)
        self._new = CutAudit(parts.new, few)
        self._both = CutAudit(parts.new + parts.gone, few)

    def fewest_told(self, group: GroupId) -> int:
        """Give of how many organisations a further group tells at least; 0: of nothing new."""
        then = self._old.fewest_told(group)
        if self._is_tight:
            kept = self._same.fewest_told(group)
            if kept == 0 and then:
                return 1
            told = (kept, self._with_now.fewest_told(group), self._with_then.fewest_told(group))
            return min((number for number in told if number), default=0)
        new = self._new.fewest_told(group)
        if new <= self._few and self._both.fewest_told(group):
            return 1
        return min((number for number in (then, new) if number), default=0)

    def take(self, group: GroupId) -> None:
        """Count a group among those that the newer table shows."""
        for audit in (
            self._old,
            self._same,
            self._with_now,
            self._with_then,
            self._new,
            self._both,
        ):
            audit.take(group)


class _Parts:
    """Organisations by what became of them, each kind by its places."""

    def __init__(self, counted: Mapping[tuple[State, State], int]) -> None:
        self.old: Counter[Placement] = Counter()
        self.same: Counter[Placement] = Counter()
        """In one place in both tables, with whatever value."""
        self.new: Counter[Placement] = Counter()
        """Came, moved or has another value: by its place now."""
        self.gone: Counter[Placement] = Counter()
        """Went or moved: by its place then."""
        self.changed_now: Counter[Placement] = Counter()
        self.changed_then: Counter[Placement] = Counter()
        """Everything that changed, each once: by its place now, or then, where it has both."""
        for (then, now), count in counted.items():
            if then is not None:
                self.old[then[0]] += count
            is_same = then is not None and now is not None and then[0] == now[0]
            if then is not None and is_same:
                self.same[then[0]] += count
            if then == now:
                continue
            if now is not None:
                self.new[now[0]] += count
            if then is not None and not is_same:
                self.gone[then[0]] += count
            for target, state in (
                (self.changed_now, now or then),
                (self.changed_then, then or now),
            ):
                if state is not None:
                    target[state[0]] += count
