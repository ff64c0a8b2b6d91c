"""Reading: what the measures of an indicator are, and where they lie among the peers, in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from assess.core.catalogue.catalogue import Catalogue
from assess.core.catalogue.indicator import Indicator
from assess.core.catalogue.measure import Measure, PartsMeasure, ShareMeasure
from assess.core.catalogue.question import GridQuestion
from assess.core.peers.position import PeerComparison
from assess.core.peers.position_text import age_text, position_sentence
from assess.core.report.figure.axis import natural_axis
from assess.core.report.figure.overview import leading_scores
from assess.core.report.record.report import MeasurePeers
from assess.core.report.sentence.message import ReportSentenceMessage
from assess.core.report.sentence.peer_text import usual_group
from assess.core.report.sentence.score_text import (
    measure_label,
    missing_word,
    number_text,
    scaled_text,
    with_unit,
)
from assess.core.scoring.score import Score, Scores
from assess.core.text.message import (
    Inside,
    Message,
    MessageValue,
    Number,
    Say,
    Sentence,
    message,
    series,
)

MOST_SENTENCES = 2
"""So many measures of an indicator are put among their peers in words; the charts show all."""


def reading(
    indicator: Indicator,
    scores: Scores,
    peers: Sequence[MeasurePeers],
    catalogue: Catalogue,
    comparison: PeerComparison,
    say: Say,
) -> str:
    """Say what the measures of an indicator are for this case, and where among their peers.

    Nothing where it would only repeat the word in the place of the leading value. Why a wider group
    is spoken of is said only where it is another one than in most of the report.
    """
    if _is_said(scores.of(indicator.id)):
        return ""
    places = _places(indicator, scores, peers)
    usual = usual_group(comparison)
    other = [
        place for place in places.values() if usual is None or place.reference is not usual.key
    ]
    ladders = dict.fromkeys(place.ladder for place in other if place.ladder)
    return " ".join((*_clauses(indicator, scores, places, catalogue, say), *ladders))


def _is_said(scores: Sequence[Score]) -> bool:
    """Tell whether the word in the place of the leading value holds for every measure."""
    return (
        all(score.value is None for score in scores)
        and len({score.status for score in scores}) == 1
    )


def _places(
    indicator: Indicator, scores: Scores, peers: Sequence[MeasurePeers]
) -> Mapping[str, MeasurePeers]:
    """Choose the measures that are put among their peers in words, by their keys."""
    by_key = {place.key: place for place in peers if place.sentence}
    leading = leading_scores(indicator, scores) or scores.of(indicator.id)
    known = [score.key for score in leading if score.value is not None and score.key in by_key]
    return {key: by_key[key] for key in known[:MOST_SENTENCES]}


def _clauses(
    indicator: Indicator,
    scores: Scores,
    places: Mapping[str, MeasurePeers],
    catalogue: Catalogue,
    say: Say,
) -> Iterator[str]:
    """Give a sentence for each measure with a place, one for all others, and those of the parts."""
    measures = {measure.name: measure for measure in indicator.measures}
    others: list[Message] = []
    before: MeasurePeers | None = None
    for score in leading_scores(indicator, scores) or [scores.by_key[key] for key in places]:
        measure = measures.get(score.measure)
        clause = _clause(score, measure, indicator, catalogue, say)
        place = places.get(score.key)
        if place is None:
            others.append(clause)
            continue
        among = Inside(_among(place, before, score, say))
        yield say(
            message(ReportSentenceMessage.MEASURE_AMONG_PEERS, measure=clause, position=among)
        )
        before = place
    if others:
        yield say(Sentence(series(others, "semicolon")))
    for each in indicator.measures:
        if isinstance(each, PartsMeasure):
            yield say(Sentence(_parts_clause(each, scores.of(indicator.id), catalogue, say)))


def _among(place: MeasurePeers, before: MeasurePeers | None, score: Score, say: Say) -> str:
    """Say where a measure lies; a group that the sentence before has named is not named again."""
    if before is None or before.reference is not place.reference:
        return place.sentence
    standing = next(standing for standing in place.standings if standing.group is place.reference)
    parts = position_sentence(standing, score, is_same=True), age_text(standing)
    return " ".join(filter(None, map(say, parts)))


def _clause(
    score: Score, measure: Measure | None, indicator: Indicator, catalogue: Catalogue, say: Say
) -> Message:
    label = measure_label(score, say)
    if score.value is None:
        reason = missing_word(score.status, catalogue, say)
        return message(ReportSentenceMessage.MEASURE_WITHOUT_VALUE, measure=label, reason=reason)
    text: MessageValue = number_text(score, catalogue, say)
    figures = part_of_whole(score, measure, say)
    axis = natural_axis(indicator, score.measure, catalogue, say)
    on_scale = axis is not None and score.number is not None
    if on_scale and not score.unit:
        text = scaled_text(score, axis, catalogue, say)
    elif figures:
        text = message(ReportSentenceMessage.WITH_ASIDE, value=text, aside=figures)
    if on_scale and score.class_label:
        level = Inside(score.class_label)
        text = message(ReportSentenceMessage.WITH_ASIDE, value=text, aside=level)
    return message(ReportSentenceMessage.MEASURE, measure=label, value=text)


def part_of_whole(score: Score, measure: Measure | None, say: Say) -> str:
    """Give the two numbers behind a share, `63 of 86`, where there are just two."""
    if not isinstance(measure, ShareMeasure) or score.value is None:
        return ""
    figures = [each.value for each in score.inputs]
    pair = len(measure.numerator) == len(measure.denominator) == 1 and len(figures) == 2
    part, whole = figures if pair else (None, None)
    if not isinstance(part, int) or not isinstance(whole, int):
        return ""
    return say(message(ReportSentenceMessage.PART_OF_WHOLE, part=str(part), whole=str(whole)))


def _parts_clause(
    measure: PartsMeasure, scores: Sequence[Score], catalogue: Catalogue, say: Say
) -> Message:
    """Say which parts are largest, or which items stand highest and lowest."""
    parts = [score for score in scores if score.measure.startswith(f"{measure.name}.")]
    known = [part for part in parts if part.number is not None]
    if not known:
        reason: MessageValue = (
            missing_word(parts[0].status, catalogue, say)
            if parts
            else message(ReportSentenceMessage.NO_PARTS)
        )
        return message(
            ReportSentenceMessage.MEASURE_WITHOUT_VALUE, measure=measure.label, reason=reason
        )
    high = max(part.number or 0.0 for part in known)
    low = min(part.number or 0.0 for part in known)
    top = series([part.label for part in known if part.number == high])
    if not isinstance(catalogue.questions[measure.of], GridQuestion):
        value = with_unit(high, measure.decimals, known[0].unit, say)
        return message(ReportSentenceMessage.LARGEST_PARTS, parts=top, value=value)
    if high == low:
        return message(ReportSentenceMessage.ALL_AT_ONE_LEVEL, level=Number(high))
    return message(
        ReportSentenceMessage.HIGHEST_AND_LOWEST,
        high=Number(high),
        highest=top,
        low=Number(low),
        lowest=series([part.label for part in known if part.number == low]),
    )
