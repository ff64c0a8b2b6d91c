"""The past of a case: what its entries follow, and how two copies of it stand to each other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import NamedTuple

from assess.core.record.entry import RecordEntry


class PastStep(NamedTuple):
    """An entry as far as its place in the past goes; all of them are named by their hashes."""

    hash: str
    before: str
    """Empty: it is the first of its copy."""
    other: str = ""
    """Of a merge: the head of the other copy."""
    heads: str = ""
    """Of a migration: the last heads of the chains of before, as one text."""


class Relation(StrEnum):
    """How the past of another copy stands to that of this one."""

    SAME = "same"
    OLDER = "older"
    """All of it is in this one."""
    NEWER = "newer"
    """It has all of this one."""
    FORKED = "forked"
    """Both were worked on since."""
    STRANGE = "strange"
    """They share nothing."""


class Past:
    """The entries of a case, of all copies that are known; each with what it follows."""

    def __init__(self, steps: Iterable[PastStep]) -> None:
        """Take the entries in any order."""
        self._steps: dict[str, PastStep] = {step.hash: step for step in steps}
        self._alike: dict[str, list[str]] = {}
        for step in self._steps.values():
            if step.heads:
                self._alike.setdefault(step.heads, []).append(step.hash)

    def __contains__(self, digest: object) -> bool:
        """Tell whether an entry is known."""
        return digest in self._steps

    def all_before(self, head: str) -> set[str]:
        """Give an entry and all that it follows, through merges as well.

        Two migrations of equal old heads have the same past: what the one follows, the other does.
        """
        found: set[str] = set()
        waiting = [head]
        while waiting:
            step = self._steps.get(waiting.pop())
            if step is None or step.hash in found:
                continue
            found.add(step.hash)
            waiting += [step.before, step.other, *self._alike.get(step.heads, ())]
        return found

    def line(self, head: str) -> list[str]:
        """Give the entries that are in force at a head, oldest first: merges bring none in."""
        found: list[str] = []
        known: set[str] = set()
        step = self._steps.get(head)
        while step is not None and step.hash not in known:
            found.append(step.hash)
            known.add(step.hash)
            step = self._steps.get(step.before)
        return found[::-1]

    def relation(self, here: str, there: str) -> Relation:
        """Tell how the copy of one head stands to this one."""
        mine, theirs = self.all_before(here), self.all_before(there)
        if here == there:
            return Relation.SAME
        if there in mine:
            same = here in theirs  # two migrations of one past, with nothing after either
            return Relation.SAME if same else Relation.OLDER
        if here in theirs:
            return Relation.NEWER
        return Relation.FORKED if mine & theirs else Relation.STRANGE


def heads_text(heads: Mapping[str, str]) -> str:
    """Give the last heads of the chains of before as one text, by which they are compared."""
    return " ".join(f"{name}:{heads[name]}" for name in sorted(heads))


def step_of(entry: RecordEntry, proven: str | None = None) -> PastStep:
    """Give the step of an entry: its hash is worked out from what it says, or was just before."""
    other = str(entry.fields.get("other", "")) if entry.kind == "merged" else ""
    heads = entry.fields.get("heads", {}) if entry.kind == "migrated" else {}
    return PastStep(proven or entry.hash, entry.before, other, heads_text(heads))
