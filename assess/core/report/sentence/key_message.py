"""The message of the report: in up to six sentences, what a board should take away.

What kind of cluster it is, where it stands out and where it trails, what has changed, what the
label says, and what to do first. Each sentence stands whole, under its own condition.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assess.core.advice.review import Reviewed
from assess.core.case.assessment import Assessment
from assess.core.catalogue.catalogue import Catalogue
from assess.core.label.label_check import LabelCheck
from assess.core.peers.position import PeerComparison
from assess.core.register.record import Label
from assess.core.report.figure.overview import lead_score
from assess.core.report.page.label_result import label_state
from assess.core.report.page.message import ReportPageMessage
from assess.core.report.sentence.message import ReportKeyMessage
from assess.core.report.sentence.score_text import measure_label, without_scale
from assess.core.scoring.measure_change import Course, TwoRounds
from assess.core.scoring.score import Score, Scores
from assess.core.text.message import (
    Day,
    Inside,
    Message,
    Say,
    Series,
    Shortened,
    Text,
    message,
    series,
)
from assess.core.text.words import shortened

MOST = 3
"""So many subjects are named in a sentence, and so many things to do first."""

NAME_LENGTH, PORTFOLIO_LENGTH, SUBJECT_LENGTH, ACTION_LENGTH = 90, 60, 70, 140

AGE, PARTICIPANTS, TEAM = (
    "age:age_years",
    "committed_participants:committed_participants",
    "participants_per_employee:staff_fte",
)
"""What kind of cluster it is, where a catalogue has these measures."""


def key_message(  # noqa: PLR0913  what the message is about
    assessment: Assessment,
    catalogue: Catalogue,
    scores: Scores,
    comparison: PeerComparison,
    strengths: Sequence[Reviewed],
    recommendations: Sequence[Reviewed],
    rounds: TwoRounds | None,
    check: LabelCheck,
    *,
    decision: Label | None,
    say: Say,
) -> tuple[str, ...]:
    """Give the sentences of the message; what the expert has dropped is not in them."""
    good = [each for each in strengths if each.state != "dropped"]
    first = [each for each in recommendations if each.state != "dropped" and not each.noticed]
    sentences = [
        _kind(assessment, catalogue, scores),
        *_standing(good, scores, catalogue, comparison, say),
        *_changed(rounds, catalogue, say),
        *_label(check, decision),
        *_first(first, say),
    ]
    return tuple(map(say, sentences))


def _kind(assessment: Assessment, catalogue: Catalogue, scores: Scores) -> Message:
    case = assessment.case
    known = {
        name: score
        for name, key in (("age", AGE), ("participants", PARTICIPANTS), ("team", TEAM))
        if (score := scores.by_key.get(key)) is not None and score.number is not None
    }
    code = {
        frozenset(("age", "participants", "team")): ReportKeyMessage.CLUSTER_IN_FULL,
        frozenset(("participants", "team")): ReportKeyMessage.CLUSTER_WITH_TEAM,
        frozenset(("age", "participants")): ReportKeyMessage.CLUSTER_WITH_AGE,
        frozenset(("participants",)): ReportKeyMessage.CLUSTER_WITH_PARTICIPANTS,
    }.get(frozenset(known), ReportKeyMessage.CLUSTER)
    values: dict[str, Text | int] = {
        "organisation": shortened(case.organisation.name, NAME_LENGTH),
        "country": catalogue.country_name(case.organisation.country),
        "portfolio": shortened(case.details.portfolio, PORTFOLIO_LENGTH),
    }
    if code is not ReportKeyMessage.CLUSTER:
        values |= {name: score.shown for name, score in known.items()}
        values["participants"] = round(known["participants"].number or 0)
    return message(code, **values)


def _standing(
    strengths: Sequence[Reviewed],
    scores: Scores,
    catalogue: Catalogue,
    comparison: PeerComparison,
    say: Say,
) -> Iterator[Message]:
    """Say where it stands out, and where it trails the middle half of its peers."""
    subjects = _listed([_subject(each, scores, catalogue, say) for each in strengths])
    if comparison.is_empty:
        if strengths:
            yield message(ReportKeyMessage.STANDS_OUT_BY_ITSELF, subjects=subjects)
        yield message(ReportKeyMessage.NO_PEERS)
        return
    if strengths:
        yield message(ReportKeyMessage.STANDS_OUT, subjects=subjects)
    else:
        yield message(ReportKeyMessage.STANDS_OUT_NOWHERE)
    behind = trailing(scores, catalogue, comparison)
    if behind:
        subjects = _listed([measure_label(each, say) for each in behind])
        yield message(ReportKeyMessage.TRAILS, subjects=subjects)
    else:
        yield message(ReportKeyMessage.TRAILS_NOWHERE)


def trailing(scores: Scores, catalogue: Catalogue, comparison: PeerComparison) -> tuple[Score, ...]:
    """Give the lead measures that trail the middle half, the farthest in widths of it first."""
    found: list[tuple[float, Score]] = []
    for indicator in catalogue.indicators:
        score = lead_score(indicator, scores)
        standing = comparison.reference(score.key) if score is not None else None
        if score is None or score.number is None or standing is None:
            continue
        trails = {"higher": "below", "lower": "above"}.get(score.direction)
        if standing.position != trails or standing.q1 is None or standing.q3 is None:
            continue
        outside = max(standing.q1 - score.number, score.number - standing.q3)
        found.append((outside / ((standing.q3 - standing.q1) or 1.0), score))
    found.sort(key=lambda pair: -pair[0])
    return tuple(score for _, score in found)


def _subject(strength: Reviewed, scores: Scores, catalogue: Catalogue, say: Say) -> Text:
    """Name what a strength is about: its lead measure, or what the expert has written."""
    for indicator in catalogue.indicators:
        if indicator.number == strength.number:
            score = lead_score(indicator, scores)
            return measure_label(score, say) if score is not None else indicator.title
    return Shortened(strength.finding, SUBJECT_LENGTH)


def _listed(subjects: Sequence[Text]) -> Series:
    return series([Inside(subject) for subject in dict.fromkeys(subjects[:MOST])])


def _changed(rounds: TwoRounds | None, catalogue: Catalogue, say: Say) -> Iterator[Message]:
    """Say which lead measures became better or worse since the last round."""
    if rounds is None:
        return
    leads = {each.id: each.lead_measure for each in catalogue.indicators}

    def moved(course: Course) -> list[Text]:
        return [
            without_scale(say(change.label))
            for change in rounds.changes
            if change.course == course and leads.get(change.indicator) == change.measure
        ]

    forward, back = moved("forward"), moved("back")
    day = Day(rounds.day, in_words=True)
    code = {
        (True, True): ReportKeyMessage.BETTER_AND_WORSE,
        (True, False): ReportKeyMessage.BETTER,
        (False, True): ReportKeyMessage.WORSE,
        (False, False): ReportKeyMessage.AS_BEFORE,
    }[bool(forward), bool(back)]
    values = {"better": _counted(forward), "worse": _counted(back)}
    used = {"better": bool(forward), "worse": bool(back)}
    yield message(code, day=day, **{name: values[name] for name in values if used[name]})


def _counted(subjects: Sequence[Text]) -> Series:
    """Name the first subjects of a list; of more, the others are counted."""
    named: list[Text] = [Inside(subject) for subject in subjects[:MOST]]
    if len(subjects) > MOST:
        named.append(message(ReportKeyMessage.AND_MORE, count=len(subjects) - MOST))
    return series(named)


def _label(check: LabelCheck, decision: Label | None) -> Iterator[Message]:
    """Say what the label says; what nobody has judged yet is never said not to be met."""
    criteria = check.eligibility.criteria
    open_ = sum(criterion.verdict == "open" for criterion in criteria)
    failed = [criterion.title for criterion in criteria if criterion.verdict == "not_met"]
    level = check.level
    match label_state(check, decision):
        case ReportPageMessage.LABEL_AWARDED:
            until = decision.awarded.valid_until if decision and decision.awarded else None
            if until is None:
                yield message(ReportKeyMessage.AWARDED, level=level)
            else:
                day = Day(until, in_words=True)
                yield message(ReportKeyMessage.AWARDED_UNTIL, level=level, day=day)
        case ReportPageMessage.LABEL_REVOKED:
            yield message(ReportKeyMessage.REVOKED, level=level)
        case ReportPageMessage.LABEL_REFUSED:
            yield message(ReportKeyMessage.REFUSED, level=level)
        case ReportPageMessage.LABEL_PROPOSED:
            yield message(ReportKeyMessage.PROPOSED, level=level)
        case ReportPageMessage.ELIGIBLE:
            yield message(ReportKeyMessage.ELIGIBLE, level=level)
        case ReportPageMessage.NOT_JUDGED:
            yield message(ReportKeyMessage.NOT_JUDGED, level=level, count=open_)
        case ReportPageMessage.NOT_ELIGIBLE:
            names = _listed(failed)
            count = len(failed)
            yield message(ReportKeyMessage.NOT_MET, level=level, count=count, criteria=names)
        case _:
            pass


def _first(recommendations: Sequence[Reviewed], say: Say) -> Iterator[Message]:
    """Name the things to do first, each in the words of its recommendation."""
    actions = [_action(each, say) for each in recommendations[:MOST]]
    codes = (
        ReportKeyMessage.FIRST_THING,
        ReportKeyMessage.FIRST_TWO_THINGS,
        ReportKeyMessage.FIRST_THREE_THINGS,
    )
    if not actions:
        yield message(ReportKeyMessage.NOTHING_TO_DO)
        return
    yield message(codes[len(actions) - 1], things=series(actions, "semicolon"))


def _action(recommendation: Reviewed, say: Say) -> Inside:
    said = say(recommendation.action or recommendation.finding)
    return Inside(shortened(said, ACTION_LENGTH).rstrip("."))
