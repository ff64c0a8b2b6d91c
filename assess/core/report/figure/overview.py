"""Overviews: the indicators of an area in one picture, and the six areas at a glance."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from assess.core.catalogue.catalogue import Area, Catalogue
from assess.core.catalogue.indicator import Indicator
from assess.core.catalogue.measure import PartsMeasure, references
from assess.core.peers.position import NO_COMPARISON, PeerComparison
from assess.core.peers.position_text import POSITION_WORDS
from assess.core.report.figure.axis import Axis, natural_axis, open_axis
from assess.core.report.figure.indicator_pictures import depicted_measures
from assess.core.report.figure.peer_rows import band_of
from assess.core.report.figure.picture import (
    OverviewPicture,
    OverviewRow,
    PeerBand,
    PositionPicture,
    Strip,
    StripMark,
)
from assess.core.report.sentence.score_text import (
    level_name,
    measure_label,
    missing_word,
    scaled_text,
)
from assess.core.scoring.score import Score, Scores
from assess.core.text.message import Say

ROWS_TO_FILL = 8
"""An area of few indicators shows more measures of each, up to so many rows."""


def overview(
    area: Area,
    scores: Scores,
    catalogue: Catalogue,
    comparison: PeerComparison = NO_COMPARISON,
    *,
    say: Say,
) -> OverviewPicture:
    """Give the picture that opens an area: a row or more for each of its indicators."""
    indicators = catalogue.in_area(area)
    most = max(1, ROWS_TO_FILL // max(1, len(indicators)))
    rows = tuple(
        row
        for indicator in indicators
        for row in _rows(indicator, most, scores, catalogue, comparison, say)
    )
    title = f"{area.title} at a glance"
    words = "; ".join(
        f"{row.number} {', '.join(filter(None, (row.label, row.measure)))}: {row.text}"
        + (f", {row.among}" if row.among else "")
        for row in rows
    )
    key = (
        "Grey: the middle half of the narrowest group that may be shown; the tick is its median"
        if any(row.band is not None for row in rows)
        else ""
    )
    return OverviewPicture(title=title, alternative=f"{title}. {words}.", rows=rows, key=key)


def leading_scores(indicator: Indicator, scores: Scores) -> tuple[Score, ...]:
    """Give the measures of an indicator that stand for it, in the order of its charts."""
    parts = {measure.name for measure in indicator.measures if isinstance(measure, PartsMeasure)}
    charted = [
        score for chart in indicator.charts for score in depicted_measures(chart, indicator, scores)
    ]
    ordered = {score.measure: score for score in (*charted, *scores.of(indicator.id))}
    whole = [score for score in ordered.values() if score.measure.partition(".")[0] not in parts]
    return tuple(whole)


def _rows(
    indicator: Indicator,
    most: int,
    scores: Scores,
    catalogue: Catalogue,
    comparison: PeerComparison,
    say: Say,
) -> Iterator[OverviewRow]:
    leading = leading_scores(indicator, scores)
    with_scale = [
        score
        for score in leading
        if natural_axis(indicator, score.measure, catalogue, say) and score.direction != "lower"
    ]
    others = [score for score in leading if score not in with_scale]
    chosen = sorted((with_scale + others)[:most], key=leading.index)
    title = str(indicator.title)
    for index, score in enumerate(chosen or _largest_part(indicator, scores)):
        natural = natural_axis(indicator, score.measure, catalogue, say)
        text = _text(score, natural, catalogue, say)
        standing = comparison.reference(score.key)
        band = band_of(standing)
        axis = natural
        if band is not None and score.number is not None:
            ends = (band.lower, band.upper, band.least, band.most, score.number)
            known = [each for each in ends if each is not None]
            if natural is None or max(known) > natural.high:
                axis = open_axis(known, say)
        place = (
            score.number
            if axis and score.number is not None and score.number <= axis.high
            else None
        )
        label = measure_label(score, say)
        yield OverviewRow(
            number=indicator.number,
            first=index == 0,
            label=title if index == 0 else "",
            measure=label if label != title and (natural or index) else "",
            text=text,
            missing=score.value is None,
            axis=axis if place is not None else None,
            place=place,
            band=band if place is not None else None,
            among=POSITION_WORDS[standing.position] if standing and place is not None else "",
        )


def _largest_part(indicator: Indicator, scores: Scores) -> tuple[Score, ...]:
    """Give the largest part of an indicator that has only parts."""
    known = [score for score in scores.of(indicator.id) if score.number is not None]
    if known:
        return (max(known, key=lambda score: score.number or 0.0),)
    return scores.of(indicator.id)[:1]


def _text(score: Score, axis: Axis | None, catalogue: Catalogue, say: Say) -> str:
    """Give a value with its scale in words: `62 %`, `2 of 4 elements`, `3 of 4 – consulted`."""
    if score.value is None:
        return missing_word(score.status, catalogue, say)
    if score.number is None:
        return _class(score, say)
    text = scaled_text(score, axis, catalogue, say)
    name = level_name(say(score.class_label)) if score.class_label else ""
    return f"{text} – {name}" if name else text


def _class(score: Score, say: Say) -> str:
    return level_name(say(score.class_label or str(score.value)))


def position(
    scores: Scores, catalogue: Catalogue, comparison: PeerComparison = NO_COMPARISON, *, say: Say
) -> PositionPicture:
    """Give the six areas at a glance: each measure among its peers, or on its own scale.

    Without peers this is no position among others, and the title says so.
    """
    if not comparison.is_empty:
        return _among_peers(scores, catalogue, comparison, say)
    strips = tuple(_strip(area, scores, catalogue, say) for area in catalogue.edition.areas)
    title = (
        "Each diamond is one indicator on its own scale, from nothing to the most possible; "
        "indicators without a scale of their own are not shown, and there is no comparison group "
        "yet"
    )
    words = _strips_in_words(strips, lambda mark, _say: f"at {mark.share:.0%} of its scale", say)
    return PositionPicture(
        title=title,
        alternative=f"{title}. {words}",
        low="nothing",
        high="the most possible",
        missing_word="no value" if any(strip.missing for strip in strips) else "",
        strips=strips,
    )


LOWER, UPPER = 1 / 3, 2 / 3
"""Where the middle half begins and ends on the strips: the same for every measure."""


def _among_peers(
    scores: Scores, catalogue: Catalogue, comparison: PeerComparison, say: Say
) -> PositionPicture:
    """Set each leading measure against the middle half of its narrowest group."""
    strips = tuple(
        Strip(
            letter=area.letter,
            label=str(area.short_title),
            marks=tuple(_marks(area, scores, catalogue, comparison)),
        )
        for area in catalogue.edition.areas
    )
    title = (
        "Each diamond is one indicator among its peers, set against the middle half of the "
        "narrowest group that may be shown; where more is not better, it only tells where the "
        "cluster stands"
    )
    words = _strips_in_words(strips, _where, say)
    return PositionPicture(
        title=title,
        alternative=f"{title}. {words}",
        low="below",
        middle="the middle half of the peers",
        high="above",
        missing_word="",
        strips=strips,
    )


def _marks(
    area: Area, scores: Scores, catalogue: Catalogue, comparison: PeerComparison
) -> Iterator[StripMark]:
    for indicator in catalogue.in_area(area):
        for score in leading_scores(indicator, scores):
            band = band_of(comparison.reference(score.key))
            if band is not None and score.number is not None:
                yield StripMark(number=indicator.number, share=place_among(score.number, band))
                break


def place_among(number: float, band: PeerBand) -> float:
    """Give the place of a number from 0 to 1, where the middle half takes the middle third.

    Within it the median is the middle. Outside, one width of the middle half leads half of the way
    to the end and every further one half of what is left, so that nothing falls off.
    """
    if number == band.median:
        return 0.5
    if band.lower <= number <= band.upper:
        low, high = (
            (band.lower, band.median) if number <= band.median else (band.median, band.upper)
        )
        start = LOWER if number <= band.median else 0.5
        part = (number - low) / (high - low) if high > low else 0.5
        return start + (0.5 - LOWER) * part
    width = (band.upper - band.lower) or abs(band.median) or 1.0
    beyond = band.lower - number if number < band.lower else number - band.upper
    away: float = LOWER * (1 - 0.5 ** (beyond / width))
    return LOWER - away if number < band.lower else UPPER + away


def _where(mark: StripMark, say: Say) -> str:
    """Say where a mark is; on a quartile it is within."""
    edge = 1e-9
    if mark.share < LOWER - edge:
        return "below the middle half"
    return "above the middle half" if mark.share > UPPER + edge else "within the middle half"


def _strips_in_words(
    strips: Iterable[Strip], where: Callable[[StripMark, Say], str], say: Say
) -> str:
    return " ".join(
        f"{strip.label}: "
        + ", ".join(f"indicator {mark.number} {where(mark, say)}" for mark in strip.marks)
        + (f"; no value for {', '.join(map(str, strip.missing))}" if strip.missing else "")
        + "."
        for strip in strips
    )


def _strip(area: Area, scores: Scores, catalogue: Catalogue, say: Say) -> Strip:
    marks: list[StripMark] = []
    missing: list[int] = []
    taken = _taken_by_overviews(area, scores, catalogue)
    for indicator in catalogue.in_area(area):
        leading = leading_scores(indicator, scores)
        for score in sorted(leading, key=lambda score: score.key not in taken):
            axis = natural_axis(indicator, score.measure, catalogue, say)
            if axis is None or axis.low != 0 or score.direction == "lower":
                continue
            if score.number is None:
                missing.append(indicator.number)
            else:
                marks.append(StripMark(number=indicator.number, share=axis.share(score.number)))
            break
    marks.sort(key=lambda mark: mark.number)
    label = str(area.short_title)
    return Strip(letter=area.letter, label=label, marks=tuple(marks), missing=tuple(missing))


def _taken_by_overviews(area: Area, scores: Scores, catalogue: Catalogue) -> frozenset[str]:
    """Give what an overview of the area is made of, so that the marks of a strip compare."""
    found: set[str] = set()
    for indicator in catalogue.in_area(area):
        measures = {measure.name: measure for measure in indicator.measures}
        for score in leading_scores(indicator, scores)[:1]:
            found.update(name for name in references(measures[score.measure]) if ":" in name)
    return frozenset(found)
