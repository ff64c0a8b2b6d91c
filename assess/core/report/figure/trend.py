"""Trends: the lead measures over all rounds of an organisation, beside the peers of today."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from assess.core.catalogue.catalogue import Catalogue
from assess.core.catalogue.indicator import Indicator
from assess.core.peers.position import PeerComparison
from assess.core.report.figure.axis import natural_axis, open_axis
from assess.core.report.figure.message import ReportFigureMessage
from assess.core.report.figure.peer_rows import band_of
from assess.core.report.figure.picture import TrendPanel, TrendPicture, TrendPoint
from assess.core.report.sentence.score_text import figure_text
from assess.core.scoring.earlier_round import EarlierRound
from assess.core.scoring.score import Scores
from assess.core.text.message import Month, Say, message, series

IN_A_ROW = 4
"""So many small pictures stand side by side."""


def trend(
    day: date,
    scores: Scores,
    earlier: Sequence[EarlierRound],
    catalogue: Catalogue,
    comparison: PeerComparison,
    say: Say,
) -> tuple[TrendPicture, ...]:
    """Give the lead measures that have a value now and in a round before, in rows of a few.

    `day` is that of the interview, and `earlier` are the rounds before it, the oldest first.
    """
    rounds = (*(each.scores for each in earlier), scores)
    panels = tuple(
        panel
        for indicator in catalogue.indicators
        for panel in _panel(indicator, rounds, catalogue, comparison, say)
    )
    days = (*(each.day for each in earlier), day)
    months = tuple(say(Month(each, in_words=True)) for each in days)
    title = say(message(ReportFigureMessage.TREND, count=len(panels), rounds=len(rounds)))
    key = message(ReportFigureMessage.TREND_KEY, months=series(months, "comma"))
    rows = [panels[start : start + IN_A_ROW] for start in range(0, len(panels), IN_A_ROW)]
    return tuple(
        TrendPicture(
            title=title,
            alternative=say(series([_panel_text(panel, months, say) for panel in row], "blank")),
            rounds=months,
            panels=row,
            key=say(key) if row is rows[-1] else "",
        )
        for row in rows
    )


def _panel(
    indicator: Indicator,
    rounds: Sequence[Scores],
    catalogue: Catalogue,
    comparison: PeerComparison,
    say: Say,
) -> Iterator[TrendPanel]:
    now = rounds[-1].get(indicator.id, indicator.lead_measure)
    if now is None or now.number is None:
        return
    found = [each.get(indicator.id, now.measure) for each in rounds]
    points = tuple(
        TrendPoint(round=index, place=score.number, text=figure_text(score.number, score, say))
        for index, score in enumerate(found)
        if score is not None and score.number is not None and score.unit == now.unit
    )
    if len(points) < 2:
        return
    band = band_of(comparison.reference(now.key))
    places = [point.place for point in points]
    if band is not None:
        places += [band.lower, band.upper]
    axis = natural_axis(indicator, now.measure, catalogue, say)
    if axis is None or max(places) > axis.high:
        axis = open_axis(places, say)
    yield TrendPanel(
        number=indicator.number, label=say(indicator.title), axis=axis, points=points, band=band
    )


def _panel_text(panel: TrendPanel, months: Sequence[str], say: Say) -> str:
    values = [
        message(ReportFigureMessage.TREND_POINT, month=months[point.round], value=point.text)
        for point in panel.points
    ]
    return say(
        message(
            ReportFigureMessage.TREND_ROW,
            number=panel.number,
            name=panel.label,
            values=series(values, "comma"),
        )
    )
