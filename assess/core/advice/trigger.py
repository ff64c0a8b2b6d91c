"""Triggers: whether what the catalogue waits for holds in a case, and how far it goes."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import NamedTuple

from assess.core.advice.message import AdviceMessage
from assess.core.case.assessment import Assessment, State, status_of
from assess.core.case.checking import doubted_questions
from assess.core.catalogue.answer_status import Status
from assess.core.catalogue.catalogue import Catalogue
from assess.core.catalogue.condition import Trigger
from assess.core.catalogue.indicator import Indicator
from assess.core.catalogue.question import (
    YES_PARTLY_NO,
    GridQuestion,
    Question,
    YesPartlyNoQuestion,
)
from assess.core.peers.position import PeerComparison, PeerPosition
from assess.core.scoring.score import Score, Scores
from assess.core.text.message import Text, message

FARTHEST = 3.0
"""Beyond so many widths of the middle half, further is not farther."""


class Known(NamedTuple):
    """Everything that a trigger may look at."""

    scores: Scores
    assessment: Assessment
    catalogue: Catalogue
    comparison: PeerComparison
    before: Scores | None
    """The measures of the last round, where there was one."""
    stated: Assessment
    """The case with what is in doubt: that founds nothing, and may deny what a rule presumes."""
    stated_scores: Scores


def trusted(
    scores: Scores,
    assessment: Assessment,
    catalogue: Catalogue,
    comparison: PeerComparison,
    before: Scores | None,
) -> Known:
    """Give what is known without what is in doubt: that founds no advice."""
    doubted = doubted_questions(assessment, catalogue)
    certain = {
        key: score for key, score in scores.by_key.items() if _is_certain(score, doubted, scores)
    }
    answers = [
        answer.changed(status=Status.IMPLAUSIBLE)
        for name in doubted
        if (answer := assessment.answer(name)).status is Status.ANSWERED
    ]
    return Known(
        scores=Scores(by_key=certain),
        assessment=assessment.with_answers(answers),
        catalogue=catalogue,
        comparison=comparison,
        before=before,
        stated=assessment,
        stated_scores=scores,
    )


def _is_certain(score: Score, doubted: Collection[str], scores: Scores) -> bool:
    """Tell whether nothing behind a value is in doubt."""
    if score.doubt is not None:
        return False
    for given in score.inputs:
        behind = scores.by_key.get(given.reference)
        if behind is not None and not _is_certain(behind, doubted, scores):
            return False
        if given.reference.partition(".")[0] in doubted:
            return False
    return True


def holds(trigger: Trigger, indicator: Indicator, known: Known) -> bool:
    """Tell whether a trigger of an indicator holds."""
    if trigger.missing is not None:
        return bool(list(missing(trigger, known)))
    score = measured(trigger, indicator, known.scores)
    if score is None or score.value is None:
        return False
    if trigger.position is not None:
        standing = standing_for(score, known)
        return standing is not None and standing.position == trigger.position
    if trigger.change is not None:
        return _changed(trigger, score, known)
    return trigger.holds(score.value) is True


def measured(trigger: Trigger, indicator: Indicator, scores: Scores) -> Score | None:
    """Give the measure that a trigger looks at."""
    return named_score(trigger.measure or "", indicator, scores)


def named_score(named: str, indicator: Indicator, scores: Scores) -> Score | None:
    """Give the measure of a name, here or (`indicator:name`) of another indicator."""
    owner, colon, name = named.partition(":")
    return scores.get(owner, name) if colon else scores.get(indicator.id, owner)


def standing_for(score: Score, known: Known) -> PeerPosition | None:
    """Give the standing by which a measure is judged: the same one that is shown of it."""
    return known.comparison.reference(score.key)


def beyond(score: Score, known: Known) -> float | None:
    """Tell how far a value lies outside the middle half, in widths of it, at most so many.

    None where there is no middle half, or where it has no width.
    """
    standing = standing_for(score, known)
    if score.number is None or standing is None or standing.q1 is None or standing.q3 is None:
        return None
    width = standing.q3 - standing.q1
    if width <= 0:
        return None
    outside = max(standing.q1 - score.number, score.number - standing.q3, 0.0)
    return min(outside / width, FARTHEST)


def missing(trigger: Trigger, known: Known) -> Iterator[Text]:
    """Give the labels of the elements that are known not to be there."""
    for reference in _elements(trigger, known):
        name, _, part = reference.partition(".")
        question = known.catalogue.questions[name]
        value = known.assessment.value(name)
        if isinstance(question, YesPartlyNoQuestion):
            gone = value is not None and YES_PARTLY_NO[str(value)] < 1
            label = question.title
        elif isinstance(question, GridQuestion) and isinstance(value, dict):
            needed = question.top_level if trigger.needed is None else trigger.needed
            level = value.get(part)
            gone = isinstance(level, int) and level < needed
            label = next(candidate.label for candidate in question.parts if candidate.name == part)
        elif isinstance(question, GridQuestion):
            continue
        else:
            gone = _is_known_to_be_absent(question, value, known)
            label = question.title
        if gone:
            yield label


def _elements(trigger: Trigger, known: Known) -> Iterator[str]:
    """Give the elements that a trigger names; `planning.*` stands for every part."""
    for reference in trigger.missing or ():
        name, _, part = reference.partition(".")
        parts = known.catalogue.questions[name].part_names if part == "*" else ()
        yield from (f"{name}.{each}" for each in parts) if parts else (reference,)


def _is_known_to_be_absent(question: Question, value: object, known: Known) -> bool:
    """Tell whether there is nothing to tell: an empty answer, a "does not know", or never asked.

    A refusal says nothing about what there is.
    """
    status = status_of(question, known.assessment, known.catalogue)
    if status is Status.NOT_REACHED:
        return not question.required and known.assessment.case.state is State.FINISHED
    return status is Status.DONT_KNOW or (status is Status.ANSWERED and value in ("", []))


def _before(score: Score, known: Known) -> Score | None:
    return None if known.before is None else known.before.by_key.get(score.key)


def before_text(score: Score, known: Known) -> Text:
    """Give the value of the last round in words."""
    earlier = _before(score, known)
    return earlier.shown if earlier else message(AdviceMessage.NO_VALUE)


def _changed(trigger: Trigger, score: Score, known: Known) -> bool:
    earlier = _before(score, known)
    if (
        earlier is None
        or score.number is None
        or earlier.number is None
        or earlier.unit != score.unit
    ):
        return False
    difference = score.number - earlier.number
    gone = -difference if trigger.change == "fallen" else difference
    return gone > 0 and gone >= (trigger.by or 0.0)
