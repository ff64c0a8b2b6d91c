"""Measures of two rounds side by side: what changed since the last one, and which way."""

from __future__ import annotations

from datetime import date
from typing import Literal

from assess.core.case.assessment import Assessment, State
from assess.core.catalogue.catalogue import Catalogue
from assess.core.catalogue.condition import Held
from assess.core.catalogue.definition import measure_definitions
from assess.core.catalogue.indicator import Indicator
from assess.core.scoring.message import ScoringMessage
from assess.core.scoring.score import Score, Scores
from assess.core.text.message import CountedUnit, Message, Number, Text, message
from assess.core.text.number_text import rounded
from assess.core.text.value import UnitName, Value, Wording

Course = Literal["forward", "back"]
"""Whether a value moved as its indicator asks for, or the other way."""


class MeasureChange(Value):
    """A measure that has a value in both rounds, and another one now."""

    number: int
    indicator: str
    measure: str
    area: str
    title: Wording
    label: Text
    unit: UnitName
    before: Text
    now: Text
    value_before: Held
    value_now: Held
    difference: float | None = None
    """Now minus before as both are shown, for numbers; a class has none."""
    course: Course | None = None
    """None where the indicator describes only, or its classes have no order."""
    shown: Text
    """The change in words: `+4 percentage points`, or `from A to B`."""


class TwoRounds(Value):
    """This round beside the last one."""

    case: str
    """The id of the last round's case."""
    day: date
    """The day of the last interview."""
    months: int
    """Whole months from the last interview to this one."""
    is_finished: bool
    """Whether the last round was finished."""
    changes: tuple[MeasureChange, ...]
    unchanged: int
    """How many measures have the same value in both rounds."""
    only_now: tuple[Text, ...]
    """The measures that have a value in this round only."""
    only_before: tuple[Text, ...]
    """The measures that had a value in the last round only."""
    edition_before: str | None = None
    """The edition of the catalogue of the last round, where it was another one."""
    redefined: tuple[Text, ...] = ()
    """The measures with a value now that were defined otherwise then: they are not compared."""

    def areas_of(self, course: Course) -> tuple[str, ...]:
        """Give the areas in which something moved that way, in order, each once."""
        return tuple(
            dict.fromkeys(change.area for change in self.changes if change.course == course)
        )


def comparable(scores: Scores, of: Catalogue, with_those_of: Catalogue) -> Scores:
    """Give the scores of one edition whose measures another one defines in the same way."""
    if of is with_those_of:
        return scores
    there, here = measure_definitions(of), measure_definitions(with_those_of)
    return Scores(
        by_key={
            key: scored
            for key, scored in scores.by_key.items()
            if there.get(key) is not None and there.get(key) == here.get(key)
        }
    )


def compare_rounds(
    now: Assessment,
    before: Assessment,
    scores_now: Scores,
    scores_before: Scores,
    catalogue: Catalogue,
    catalogue_before: Catalogue | None = None,
) -> TwoRounds:
    """Compare two rounds measure by measure, in the order of the catalogue.

    Where the last round was of another edition, only measures of the same definition are compared.
    """
    is_other = catalogue_before is not None and catalogue_before is not catalogue
    every = scores_before
    if catalogue_before is not None:
        scores_before = comparable(scores_before, catalogue_before, catalogue)
    pairs = [
        (score, earlier)
        for indicator in catalogue.indicators
        for score in scores_now.of(indicator.id)
        if (earlier := scores_before.get(indicator.id, score.measure)) is not None
        and score.unit == earlier.unit
    ]
    day = before.case.details.interview_date
    return TwoRounds(
        case=before.case.id,
        day=day,
        months=_whole_months(day, now.case.details.interview_date),
        is_finished=before.case.state is State.FINISHED,
        changes=changes(scores_now, scores_before, catalogue),
        unchanged=sum(
            score.value is not None and score.rounded == earlier.rounded for score, earlier in pairs
        ),
        only_now=tuple(
            _named(score, catalogue)
            for score, earlier in pairs
            if score.value is not None and earlier.value is None
        ),
        only_before=tuple(
            _named(score, catalogue)
            for score, earlier in pairs
            if score.value is None and earlier.value is not None
        ),
        edition_before=before.case.catalogue if is_other else None,
        redefined=tuple(
            _named(score, catalogue)
            for score in scores_now
            if score.value is not None
            and score.key in every.by_key
            and score.key not in scores_before.by_key
        ),
    )


def _named(score: Score, catalogue: Catalogue) -> Text:
    number = catalogue.indicator(score.indicator).number
    return message(ScoringMessage.MEASURE_WITH_NUMBER, number=number, measure=score.label)


def _whole_months(start: date, end: date) -> int:
    months = (end.year - start.year) * 12 + end.month - start.month
    return months - (end.day < start.day)


def changes(now: Scores, before: Scores, catalogue: Catalogue) -> tuple[MeasureChange, ...]:
    """Give every measure that changed, in the order of the catalogue, at the precision shown."""
    found = []
    for indicator in catalogue.indicators:
        for score in now.of(indicator.id):
            earlier = before.get(indicator.id, score.measure)
            if earlier is None or score.value is None or earlier.value is None:
                continue
            if score.unit != earlier.unit or score.rounded == earlier.rounded:
                continue
            found.append(_change(indicator, score, earlier))
    return tuple(found)


def _change(indicator: Indicator, now: Score, before: Score) -> MeasureChange:
    difference = None
    shown = message(ScoringMessage.FROM_TO, before=before.shown, now=now.shown)
    if now.number is not None and before.number is not None and now.class_label is None:
        shown_now = rounded(now.number, now.decimals)
        difference = rounded(shown_now - rounded(before.number, now.decimals), now.decimals)
        shown = _difference(difference, now)
    return MeasureChange(
        number=indicator.number,
        indicator=indicator.id,
        measure=now.measure,
        area=indicator.area,
        title=indicator.title,
        label=now.label,
        unit=now.unit,
        before=before.shown,
        now=now.shown,
        value_before=before.rounded,
        value_now=now.rounded,
        difference=difference,
        course=_course(now, before),
        shown=shown,
    )


def _difference(difference: float, now: Score) -> Message:
    size = Number(abs(difference), now.decimals)
    more = difference > 0
    if now.unit == "%":
        code = (
            ScoringMessage.PERCENTAGE_POINTS_MORE
            if more
            else ScoringMessage.PERCENTAGE_POINTS_FEWER
        )
    elif now.unit:
        code = ScoringMessage.MORE_OF_UNIT if more else ScoringMessage.LESS_OF_UNIT
        unit = CountedUnit(now.unit, round(size.number, size.decimals))
        return message(code, size=size, unit=unit)
    else:
        code = ScoringMessage.MORE if more else ScoringMessage.LESS
    return message(code, size=size)


def _course(now: Score, before: Score) -> Course | None:
    if now.number is None or before.number is None or now.direction not in ("higher", "lower"):
        return None
    return "forward" if (now.number > before.number) == (now.direction == "higher") else "back"
