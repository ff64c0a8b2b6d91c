"""How a revision stands to the heads that the server has: the record decides, no clock does."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

from assess.core.record.past import Past, PastStep
from assess.core.submission.exchanged import RevisionStanding

_HASH = re.compile(r"[0-9a-f]{64}")


def standing_of(
    head: str,
    steps: Iterable[PastStep],
    heads: Sequence[str],
    others: Iterable[Iterable[PastStep]] = (),
) -> RevisionStanding:
    """Tell how a revision with a head and the steps of its record stands to other heads.

    `others` are the steps of those, as far as they are known: without them, what is behind looks
    forked, and so does what shares only the past before a migration.
    """
    if not heads:
        return RevisionStanding.FIRST
    known = [*steps, *(step for theirs in others for step in theirs)]
    past = Past(known)
    if set(heads) <= _followed(head, past, known):
        return RevisionStanding.EXTENDS
    if any(head in past.all_before(other) for other in heads):
        return RevisionStanding.BEHIND
    return RevisionStanding.FORKED


def _followed(head: str, past: Past, steps: Iterable[PastStep]) -> set[str]:
    """Give all that a head follows, with what its merges name and no copy here has."""
    found = past.all_before(head)
    return found | {step.other for step in steps if step.other and step.hash in found}


def steps_in(document: dict[str, Any]) -> list[PastStep]:
    """Give the steps of the record in a document; ValueError where they are none.

    They hang together: each follows one before it or the start, and the head is among them.
    """
    said = document.get("record")
    if not isinstance(said, list) or not said:
        raise ValueError("record")
    known: set[str] = set()
    steps = []
    for item in said:
        if (
            not isinstance(item, list)
            or len(item) != 4
            or not all(isinstance(part, str) for part in item)
        ):
            raise ValueError("record")
        step = PastStep(*item)
        if not _HASH.fullmatch(step.hash) or (step.before and step.before not in known):
            raise ValueError(step.hash)
        known.add(step.hash)
        steps.append(step)
    if document.get("head") not in known:
        raise ValueError("head")
    return steps
