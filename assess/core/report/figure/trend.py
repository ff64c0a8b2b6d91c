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
from assess.core.report.sentence.score_text import figure_text, measure_label
from assess.core.scoring.earlier_round import EarlierRound
from assess.core.scoring.score import Scores
from assess.core.text.message import Month, Say, message, series


def trend(
    day: date,
    scores: Scores,
    earlier: Sequence[EarlierRound],
    catalogue: Catalogue,
    comparison: PeerComparison,
    say: Say,
) -> TrendPicture | None:
    """Give the lead measures that have a value now and in a round before; None: there is none.

    `day` is that of the interview, and `earlier` are the rounds before it, the oldest first.
    """
    rounds = (*(each.scores for each in earlier), scores)
    panels = tuple(
        panel
        for indicator in catalogue.indicators
        for panel in _panel(indicator, rounds, catalogue, comparison, say)
    )
    if not panels:
        return None
    days = (*(each.day for each in earlier), day)
    months = tuple(say(Month(each, in_words=True)) for each in days)
    title = say(message(ReportFigureMessage.TREND, count=len(panels), rounds=len(rounds)))
    words = say(series([_panel_text(panel, months, say) for panel in panels], "blank"))
    key = say(message(ReportFigureMessage.TREND_KEY)) if any(each.band for each in panels) else ""
    return TrendPicture(
        title=title, alternative=f"{title} {words}", rounds=months, panels=panels, key=key
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
    label = measure_label(now, say)
    yield TrendPanel(number=indicator.number, label=label, axis=axis, points=points, band=band)


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
