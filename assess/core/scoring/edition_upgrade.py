"""Upgrading a case: what it would be with another edition, answers and measures."""

from __future__ import annotations

from datetime import datetime

from assess.core.case.answer import Answer
from assess.core.case.assessment import Assessment
from assess.core.case.history.proposal import Proposal
from assess.core.case.history.upgrade import Affected, upgrade_answers
from assess.core.catalogue.catalogue import Catalogue
from assess.core.scoring.score import Score, score
from assess.core.text.message import Say, Text
from assess.core.text.value import Value


class ChangedMeasure(Value):
    """A measure that comes out otherwise, or that only one of the editions has."""

    key: str
    """`indicator:measure`."""
    label: Text
    before: Text | None
    after: Text | None


class Upgrade(Value):
    """What a case would be with another edition."""

    before: str
    after: str
    """The ids of the editions."""
    affected: tuple[Affected, ...]
    changed: tuple[ChangedMeasure, ...]
    same: int
    """How many measures come out the same."""
    added: tuple[str, ...]
    """Questions that came later; their status says so."""
    answers: tuple[Answer, ...]
    """The answers as they would be."""
    proposals: tuple[Proposal, ...]
    """Answers to questions that mean something else now: they count once they are taken."""


def upgrade(
    assessment: Assessment, old: Catalogue, new: Catalogue, say: Say, *, by: str, at: datetime
) -> Upgrade:
    """Work out what a case would be with another edition; nothing of what was said gets lost.

    `say` gives the words of the notes that keep what is no answer any more.
    """
    answers = upgrade_answers(assessment, old, new, say, by=by, at=at)
    after = Assessment(case=assessment.case).with_answers(answers.answers)
    changed, same = _measures(assessment, after, old, new)
    return Upgrade(
        before=old.edition.id,
        after=new.edition.id,
        affected=answers.affected,
        changed=changed,
        same=same,
        added=answers.added,
        answers=answers.answers,
        proposals=answers.proposals,
    )


def _measures(
    assessment: Assessment, after: Assessment, old: Catalogue, new: Catalogue
) -> tuple[tuple[ChangedMeasure, ...], int]:
    first, second = score(assessment, old).by_key, score(after, new).by_key
    changed = tuple(
        ChangedMeasure(
            key=key,
            label=(second.get(key) or first[key]).label,
            before=_shown(first.get(key)),
            after=_shown(second.get(key)),
        )
        for key in {**first, **second}
        if _shown(first.get(key)) != _shown(second.get(key))
    )
    return changed, len({**first, **second}) - len(changed)


def _shown(scored: Score | None) -> Text | None:
    return None if scored is None else scored.shown
