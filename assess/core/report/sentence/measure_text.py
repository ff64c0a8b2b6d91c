"""Reading: what the measures of an indicator are, and where they lie among the peers, in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from assess.core.catalogue.catalogue import Catalogue
from assess.core.catalogue.indicator import Indicator
from assess.core.catalogue.measure import Measure, PartsMeasure, ShareMeasure
from assess.core.catalogue.question import GridQuestion
from assess.core.peers.position import PeerComparison
from assess.core.peers.position_text import peers_text
from assess.core.report.figure.axis import natural_axis
from assess.core.report.figure.overview import leading_scores
from assess.core.report.record.report import MeasurePeers
from assess.core.report.sentence.peer_text import usual_group
from assess.core.report.sentence.score_text import (
    measure_label,
    missing_word,
    number_text,
    scaled_text,
)
from assess.core.scoring.score import Score, Scores
from assess.core.text.message import Say
from assess.core.text.number_text import NO_BREAK_SPACE, show_number
from assess.core.text.words import listed, sentence

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
    others: list[str] = []
    before: MeasurePeers | None = None
    for score in leading_scores(indicator, scores) or [scores.by_key[key] for key in places]:
        measure = measures.get(score.measure)
        clause = _clause(score, measure, indicator, catalogue, say)
        place = places.get(score.key)
        if place is None:
            others.append(clause)
            continue
        among = _among(place, before, say)
        yield f"{clause}; {among[:1].lower()}{among[1:]}"
        before = place
    if others:
        yield sentence("; ".join(others))
    for each in indicator.measures:
        if isinstance(each, PartsMeasure):
            yield sentence(_parts_clause(each, scores.of(indicator.id), catalogue, say))


def _among(place: MeasurePeers, before: MeasurePeers | None, say: Say) -> str:
    """Say where a measure lies; a group that the sentence before has named is not named again."""
    if before is None or before.reference is not place.reference:
        return place.sentence
    standing = next(standing for standing in place.standings if standing.group is place.reference)
    return place.sentence.replace(peers_text(standing), f"the {standing.n} peers", 1)


def _clause(
    score: Score, measure: Measure | None, indicator: Indicator, catalogue: Catalogue, say: Say
) -> str:
    if score.value is None:
        return (
            f"{measure_label(score, say)}: no value, {missing_word(score.status, catalogue, say)}"
        )
    text = number_text(score, catalogue, say)
    figures = part_of_whole(score, measure, say)
    text += f" ({figures})" if figures else ""
    axis = natural_axis(indicator, score.measure, catalogue, say)
    if axis is not None and score.number is not None:
        text = scaled_text(score, axis, catalogue, say) if not score.unit else text
        level = say(score.class_label or "")
        text += f" ({level[:1].lower()}{level[1:]})" if level else ""
    return f"{measure_label(score, say)}: {text}"


def part_of_whole(score: Score, measure: Measure | None, say: Say) -> str:
    """Give the two numbers behind a share, `63 of 86`, where there are just two."""
    if not isinstance(measure, ShareMeasure) or score.value is None:
        return ""
    figures = [each.value for each in score.inputs]
    pair = len(measure.numerator) == len(measure.denominator) == 1 and len(figures) == 2
    if not pair or not all(isinstance(each, int) for each in figures):
        return ""
    return f"{figures[0]} of {figures[1]}"


def _parts_clause(
    measure: PartsMeasure, scores: Sequence[Score], catalogue: Catalogue, say: Say
) -> str:
    """Say which parts are largest, or which items stand highest and lowest."""
    parts = [score for score in scores if score.measure.startswith(f"{measure.name}.")]
    known = [part for part in parts if part.number is not None]
    if not known:
        word = missing_word(parts[0].status, catalogue, say) if parts else "no parts"
        return f"{measure.label}: no value, {word}"
    high = max(part.number or 0.0 for part in known)
    low = min(part.number or 0.0 for part in known)
    top = [say(part.label) for part in known if part.number == high]
    if isinstance(catalogue.questions[measure.of], GridQuestion):
        if high == low:
            return f"All items stand at the same level, {show_number(high, 0)}"
        bottom = [say(part.label) for part in known if part.number == low]
        return (
            f"Highest, at {show_number(high, 0)}: {listed(top)}; "
            f"lowest, at {show_number(low, 0)}: {listed(bottom)}"
        )
    unit = f"{NO_BREAK_SPACE}{known[0].unit}"
    return f"The largest part: {listed(top)}, {show_number(high, measure.decimals)}{unit}"
