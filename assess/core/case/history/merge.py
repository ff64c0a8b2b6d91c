"""Two copies of one case, changed in two places: what of the other copy is to be decided here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from assess.core.case.answer import Answer


class Merged(NamedTuple):
    """What another copy says, question by question."""

    proposed: tuple[Answer, ...]
    """Its answers that say something else than what is here, or what is blank here."""
    same: int
    """How many answers say the same in both copies."""
    newer_here: int
    """How many answers were changed here only since the copy was made."""


def merge(here: Iterable[Answer], there: Iterable[Answer]) -> Merged:
    """Compare the histories of two copies, each oldest first.

    What the other copy says and this one has said before is settled here already, and not proposed.
    """
    ours, theirs = newest(here := tuple(here)), newest(there)
    said_here = {_told(entry, is_withheld=withheld) for entry in here for withheld in (True, False)}
    proposed, same, newer = [], 0, 0
    for question, answer in theirs.items():
        own = ours.get(question) or Answer(question=question)
        if own.says_the_same(answer):
            same += not answer.says_nothing
        elif answer.says_nothing or _told(answer, is_withheld=answer.note_withheld) in said_here:
            newer += 1
        else:
            proposed.append(answer)
    return Merged(tuple(proposed), same, newer)


def _told(entry: Answer, *, is_withheld: bool) -> tuple[bool, str]:
    """Give what an entry says; without its note, where a copy of it withholds that."""
    beside = {"note", "for_report", "note_withheld"} if is_withheld else set()
    return is_withheld, entry.model_dump_json(exclude=beside)


def newest(history: Iterable[Answer]) -> Mapping[str, Answer]:
    """Give the newest entry of each question of a history."""
    return {entry.question: entry for entry in history}
