"""The lines of an action plan: what was agreed on each priority, and what has become of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from assess.core.advice.message import AdviceMessage
from assess.core.advice.plan import PlanEntry, PlanState
from assess.core.advice.review import Reviewed
from assess.core.case.reading.number import read_number
from assess.core.catalogue.catalogue import Catalogue
from assess.core.scoring.message import ScoringMessage
from assess.core.scoring.score import Score, Scores
from assess.core.text.message import CountedUnit, Exact, Number, Text, message, series
from assess.core.text.value import Value

STATE_WORDS: Mapping[PlanState, AdviceMessage] = {
    "open": AdviceMessage.PLAN_OPEN,
    "under_way": AdviceMessage.PLAN_UNDER_WAY,
    "done": AdviceMessage.PLAN_DONE,
    "dropped": AdviceMessage.PLAN_DROPPED,
}

Course = Literal["forward", "back", "same"]


class PlanLine(Value):
    """One recommendation in the plan; what is not agreed is empty."""

    place: int
    key: str
    number: int | None
    """The number of the indicator; none: the expert's own, to no single one."""
    task: Text
    first_step: Text
    owner: str = ""
    due: str = ""
    """`2027-03`."""
    measure: str = ""
    """`indicator:measure`: what should move; empty: there is no measure."""
    label: Text = ""
    start: Text = ""
    """The value from which it should move."""
    aim: Text = ""
    """Where the organisation wants it to move to."""
    aim_said: str = ""
    """The aim as it was typed."""
    state: PlanState = "open"
    reason: str = ""
    agreed: bool = False
    """Whether anything was agreed."""
    is_priority: bool = True
    """Whether it still is one; what was agreed stays in the plan."""

    @property
    def state_words(self) -> Text:
        """How far it has come, in words."""
        return state_text(self.state, self.reason)


class FollowedLine(PlanLine):
    """One line of the plan of the last round, with what the measure did since."""

    now: Text = ""
    """The value of this round; empty: there is none that can be compared."""
    course: Course | None = None
    """Which way it moved; none: it cannot be said, or no direction is better."""
    reached: bool | None = None
    """Whether it is at the aim, where that is a number."""


def state_text(state: PlanState, reason: str = "") -> Text:
    """Say how far something has come; what was dropped with the reason."""
    if state == "dropped" and reason:
        return message(AdviceMessage.PLAN_DROPPED_BECAUSE, reason=reason)
    return message(STATE_WORDS[state])


def outcome_text(line: FollowedLine) -> Text:
    """Say in a sentence what the measure did since the last round."""
    if not line.measure:
        return message(AdviceMessage.PLAN_WITHOUT_MEASURE)
    if not line.now:
        return message(AdviceMessage.PLAN_NOT_COMPARED, measure=line.label)
    code = _OUTCOMES[line.course]
    values = {"measure": line.label, "before": line.start, "now": line.now}
    if line.course == "same":
        del values["before"]
    said: list[Text] = [message(code, **values)]
    if line.reached is not None:
        reached = AdviceMessage.PLAN_AIM_REACHED
        code = reached if line.reached else AdviceMessage.PLAN_AIM_NOT_REACHED
        said.append(message(code, aim=line.aim))
    return series(said, "blank")


_OUTCOMES: Mapping[Course | None, AdviceMessage] = {
    "forward": AdviceMessage.PLAN_FORWARD,
    "back": AdviceMessage.PLAN_BACK,
    "same": AdviceMessage.PLAN_SAME,
    None: AdviceMessage.PLAN_MOVED,
}


def plan_lines(
    recommendations: Sequence[Reviewed],
    entries: Mapping[str, PlanEntry],
    scores: Scores,
    catalogue: Catalogue,
) -> tuple[PlanLine, ...]:
    """Give a line for each priority, and for what was agreed on and is a priority no more."""
    priorities = [each for each in recommendations if each.state != "dropped" and not each.noticed]
    lines = [
        _of_priority(place, each, entries.get(each.key), scores, catalogue)
        for place, each in enumerate(priorities, start=1)
    ]
    known = {line.key for line in lines}
    others = {each.key: each for each in recommendations}
    for key, entry in entries.items():
        if key not in known and not entry.says_nothing:
            task = others[key].action or others[key].finding if key in others else entry.task
            lines.append(_agreed(len(lines) + 1, entry, task, entry.number, scores, catalogue))
    return tuple(lines)


def _of_priority(
    place: int,
    reviewed: Reviewed,
    entry: PlanEntry | None,
    scores: Scores,
    catalogue: Catalogue,
) -> PlanLine:
    held = entry or PlanEntry(key=reviewed.key)
    task = reviewed.action or reviewed.finding
    line = _agreed(place, held, task, reviewed.number, scores, catalogue)
    first_step = held.first_step or reviewed.first_step
    return line.model_copy(update={"first_step": first_step, "is_priority": True})


def _agreed(
    place: int,
    entry: PlanEntry,
    task: Text,
    number: int | None,
    scores: Scores,
    catalogue: Catalogue,
) -> PlanLine:
    key = entry.measure or _lead_of(number, scores, catalogue)
    score = scores.by_key.get(key)
    return PlanLine(
        place=place,
        key=entry.key,
        number=number,
        task=task,
        first_step=entry.first_step or entry.step,
        owner=entry.owner or "",
        due=entry.due or "",
        measure=key if score else "",
        label=score.label if score else "",
        start=_figure(score) if score else "",
        aim=aim_text(entry.aim or "", score),
        aim_said=entry.aim or "",
        state=entry.state,
        reason=entry.reason or "",
        agreed=not entry.says_nothing,
        is_priority=False,
    )


def _lead_of(number: int | None, scores: Scores, catalogue: Catalogue) -> str:
    """Give the key of the lead measure of an indicator; empty where it is to move nowhere."""
    for indicator in catalogue.indicators:
        if indicator.number == number:
            score = scores.get(indicator.id, indicator.lead_measure)
            return score.key if score is not None and score.direction != "none" else ""
    return ""


def followed_lines(
    entries: Mapping[str, PlanEntry],
    before: tuple[Scores, Catalogue],
    now: Scores,
    comparable: Scores,
) -> tuple[FollowedLine, ...]:
    """Give what became of the plan of the last round.

    `before` are the measures of that round with its catalogue, and `comparable` those of them that
    are defined as now.
    """
    scores, catalogue = before
    agreed = [entry for entry in entries.values() if not entry.says_nothing]
    agreed.sort(key=lambda entry: (entry.rank is None, entry.rank or 0))
    return tuple(_followed(agreed, scores, catalogue, now, comparable))


def _followed(
    agreed: Sequence[PlanEntry],
    scores: Scores,
    catalogue: Catalogue,
    now: Scores,
    comparable: Scores,
) -> Iterator[FollowedLine]:
    for place, entry in enumerate(agreed, start=1):
        line = _agreed(place, entry, entry.task, entry.number, scores, catalogue)
        whole = FollowedLine(**dict(line))
        earlier, later = comparable.by_key.get(line.measure), now.by_key.get(line.measure)
        if earlier is None or later is None or not _are_comparable(earlier, later):
            yield whole
            continue
        update = {
            "now": _figure(later),
            "course": _course(earlier, later),
            "reached": is_reached(entry.aim or "", earlier, later),
        }
        yield whole.model_copy(update=update)


def _figure(score: Score) -> Text:
    """Give a value in short: a level of a scale by its number, whose label names the scale."""
    if score.number is None or score.class_label is None or score.unit or score.unusual:
        return score.shown
    return Number(score.number, score.decimals)


def _are_comparable(earlier: Score, later: Score) -> bool:
    has_both = earlier.value is not None and later.value is not None
    return has_both and earlier.unit == later.unit


def _course(earlier: Score, later: Score) -> Course | None:
    if earlier.rounded == later.rounded:
        return "same"
    if earlier.number is None or later.number is None or later.direction == "none":
        return None
    has_risen = later.number > earlier.number
    return "forward" if has_risen == (later.direction == "higher") else "back"


def aim_text(aim: str, score: Score | None) -> Text:
    """Give an aim as it was stated; a bare number has the unit of the measure."""
    number = _number(aim, score)
    if number is None or score is None or not score.unit:
        return aim
    unit = CountedUnit(score.unit, number)
    return message(ScoringMessage.WITH_UNIT, number=Exact(number), unit=unit)


def is_reached(aim: str, earlier: Score, later: Score) -> bool | None:
    """Tell whether a value is at the aim, seen from where it began; None: it cannot be told."""
    number = _number(aim, later)
    start, end = _as_shown(earlier), _as_shown(later)
    if number is None or start is None or end is None:
        return None
    return end >= number if number >= start else end <= number


def _as_shown(score: Score) -> float | None:
    return float(score.rounded) if isinstance(score.rounded, int | float) else None


def _number(aim: str, score: Score | None) -> float | None:
    """Read an aim as the number of a measure; None where it is none, or could be several."""
    if not aim or score is None:
        return None
    readings = read_number(aim, score.unit).readings
    if len(readings) != 1:
        return None
    number = float(readings[0])
    return int(number) if number == int(number) else number
