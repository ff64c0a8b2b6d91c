"""Overviews: the indicators of an area in one picture."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from assess.core.catalogue.catalogue import Area, Catalogue
from assess.core.catalogue.indicator import Indicator
from assess.core.catalogue.measure import PartsMeasure
from assess.core.peers.position import NO_COMPARISON, PeerComparison
from assess.core.peers.position_text import POSITION_WORDS
from assess.core.report.figure.axis import Axis, natural_axis, open_axis
from assess.core.report.figure.indicator_pictures import depicted_measures
from assess.core.report.figure.message import ReportFigureMessage
from assess.core.report.figure.peer_rows import band_of
from assess.core.report.figure.picture import (
    OverviewPicture,
    OverviewRow,
)
from assess.core.report.sentence.message import ReportSentenceMessage
from assess.core.report.sentence.score_text import (
    level_name,
    measure_label,
    missing_word,
    scaled_text,
)
from assess.core.scoring.score import Score, Scores
from assess.core.text.message import Message, Say, message, series

ROWS_TO_FILL = 8
"""An area of few indicators shows more measures of each, up to so many rows."""


def overview(
    area: Area,
    scores: Scores,
    catalogue: Catalogue,
    comparison: PeerComparison = NO_COMPARISON,
    *,
    blank: Collection[int] = (),
    say: Say,
) -> OverviewPicture:
    """Give the picture that opens an area: a row or more for each of its indicators.

    Those that are `blank` are left out.
    """
    indicators = [each for each in catalogue.in_area(area) if each.number not in blank]
    most = max(1, ROWS_TO_FILL // max(1, len(indicators)))
    rows = tuple(
        row
        for indicator in indicators
        for row in _rows(indicator, most, scores, catalogue, comparison, say)
    )
    title = say(message(ReportFigureMessage.AT_A_GLANCE, area=area.title))
    words = say(series([_row_text(row) for row in rows], "semicolon"))
    key = (
        say(message(ReportFigureMessage.GLANCE_KEY))
        if any(row.band is not None for row in rows)
        else ""
    )
    return OverviewPicture(title=title, alternative=f"{title}. {words}.", rows=rows, key=key)


def _row_text(row: OverviewRow) -> Message:
    name = series([part for part in (row.label, row.measure) if part], "comma")
    if row.among:
        return message(
            ReportFigureMessage.GLANCE_AMONG,
            number=row.number,
            name=name,
            value=row.text,
            position=row.among,
        )
    return message(ReportFigureMessage.GLANCE, number=row.number, name=name, value=row.text)


def leading_scores(indicator: Indicator, scores: Scores) -> tuple[Score, ...]:
    """Give the measures of an indicator: the lead, then the others as its charts show them."""
    parts = {measure.name for measure in indicator.measures if isinstance(measure, PartsMeasure)}
    charted = [
        score for chart in indicator.charts for score in depicted_measures(chart, indicator, scores)
    ]
    ordered = {score.measure: score for score in (*charted, *scores.of(indicator.id))}
    whole = [score for score in ordered.values() if score.measure.partition(".")[0] not in parts]
    return tuple(sorted(whole, key=lambda score: score.measure != indicator.lead_measure))


def lead_score(indicator: Indicator, scores: Scores) -> Score | None:
    """Give the measure that stands for an indicator; None where the indicator has only parts."""
    return scores.get(indicator.id, indicator.lead_measure)


def _rows(
    indicator: Indicator,
    most: int,
    scores: Scores,
    catalogue: Catalogue,
    comparison: PeerComparison,
    say: Say,
) -> Iterator[OverviewRow]:
    leading = leading_scores(indicator, scores)
    lead, others = leading[:1], leading[1:]
    with_scale = [
        score
        for score in others
        if natural_axis(indicator, score.measure, catalogue, say) and score.direction != "lower"
    ]
    without = [score for score in others if score not in with_scale]
    chosen = sorted([*lead, *with_scale, *without][:most], key=leading.index)
    title = say(indicator.title)
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
            among=say(POSITION_WORDS[standing.position]) if standing and place is not None else "",
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
    return say(message(ReportSentenceMessage.WITH_NAME, value=text, name=name)) if name else text


def _class(score: Score, say: Say) -> str:
    return level_name(say(score.class_label or str(score.value)))
