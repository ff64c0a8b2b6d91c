"""Scales: numbers and levels of a case on their axes, with what is known of the peers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from assess.core.catalogue.catalogue import Catalogue
from assess.core.catalogue.indicator import Indicator
from assess.core.catalogue.policy import Reference
from assess.core.peers.position import PeerComparison
from assess.core.report.figure.axis import Axis, natural_axis, open_axis
from assess.core.report.figure.message import ReportFigureMessage
from assess.core.report.figure.peer_rows import (
    band_of,
    band_words,
    group_rows,
    narrow_and_wide,
    places_of,
    shown_standings,
)
from assess.core.report.figure.picture import (
    BandPicture,
    Panel,
    Picture,
    PictureRow,
    ProfilePicture,
)
from assess.core.report.sentence.score_text import (
    SHORT_UNIT,
    clauses,
    figure_text,
    level_name,
    marked,
    measure_label,
    missing_word,
    number_text,
    with_unit,
)
from assess.core.scoring.score import Score
from assess.core.text.message import Number, Say, message


def band_picture(
    title: str,
    indicator: Indicator,
    shown: Sequence[Score],
    catalogue: Catalogue,
    comparison: PeerComparison,
    say: Say,
) -> Picture:
    """Draw measures of one unit and scale on one axis, each other one on its own."""
    published = [
        reference
        for reference in catalogue.references_for(indicator)
        if reference.value is not None
    ]
    groups: dict[str, list[Score]] = {}
    for score in shown:
        natural = natural_axis(indicator, score.measure, catalogue, say)
        inside = natural is not None and (score.number is None or score.number <= natural.high)
        key = f"{score.unit}|{natural.high if natural else ''}" if inside else score.measure
        groups.setdefault(key, []).append(score)
    alone = len(shown) == 1
    found = (comparison.reference(score.key) for score in shown)
    counted = len({standing.n for standing in found if standing is not None}) == 1
    panels = tuple(
        _panel(
            indicator,
            group,
            published,
            catalogue,
            comparison,
            alone=alone,
            counted=counted,
            say=say,
        )
        for group in groups.values()
    )
    words = clauses(_row_text(row, say) for panel in panels for row in panel.rows)
    return BandPicture(title=title, alternative=f"{title}. {words}", panels=panels)


def _panel(
    indicator: Indicator,
    group: Sequence[Score],
    published: Iterable[Reference],
    catalogue: Catalogue,
    comparison: PeerComparison,
    *,
    alone: bool,
    counted: bool,
    say: Say,
) -> Panel:
    """Give one axis with its rows: every group where there is one measure, else the narrowest."""
    rows: list[PictureRow] = []
    for score in group:
        found = shown_standings(comparison, score.key)
        if not alone:
            found = narrow_and_wide(comparison, score.key)[:1]
        own = _own_row(score, catalogue, say)
        first = own.figure if alone and score.number is not None else ""
        peers = group_rows(found, score, first, say, counted=counted or alone)
        if not (peers and first):
            rows.append(own)
        rows += peers
        rows += _published_rows(score, published, say)
    places = places_of(rows)
    axis = natural_axis(indicator, group[0].measure, catalogue, say)
    if axis is None or any(place > axis.high for place in places):
        # A number alone on an axis that is made for it would always look like the most possible.
        alone_there = len(rows) == 1 and rows[0].band is None
        axis = None if alone_there else open_axis(places, say)
    unit = say(group[0].unit) if len(group[0].unit) > SHORT_UNIT else ""
    if all(unit.casefold() in measure_label(score, say).casefold() for score in group):
        unit = ""
    return Panel(axis=axis, unit=unit, rows=tuple(rows))


def _own_row(score: Score, catalogue: Catalogue, say: Say) -> PictureRow:
    text = number_text(score, catalogue, say)
    figure = text
    if score.number is not None:
        figure = marked(figure_text(score.number, score, say), score, say)
    return PictureRow(label=measure_label(score, say), place=score.number, text=text, figure=figure)


def _published_rows(score: Score, published: Iterable[Reference], say: Say) -> Iterator[PictureRow]:
    for reference in published:
        if score.key in reference.measures and reference.value is not None:
            yield PictureRow(
                label=say(message(ReportFigureMessage.PUBLISHED, year=reference.year)),
                kind="published",
                place=reference.value,
                text=with_unit(reference.value, score.decimals, score.unit, say),
                figure=figure_text(reference.value, score, say),
            )


def _row_text(row: PictureRow, say: Say, peers: str = "") -> str:
    """Say a row in words, with the middle half of the peers where there are any."""
    if peers:
        return say(
            message(ReportFigureMessage.ROW_AMONG, label=row.label, value=row.text, peers=peers)
        )
    return say(message(ReportFigureMessage.ROW, label=row.label, value=row.text))


def profile_picture(
    title: str,
    indicator: Indicator,
    shown: Sequence[Score],
    catalogue: Catalogue,
    comparison: PeerComparison,
    say: Say,
) -> Picture:
    """Draw the levels of several items on one scale."""
    axes = (natural_axis(indicator, score.measure, catalogue, say) for score in shown)
    axis = next((axis for axis in axes if axis is not None), None)
    if axis is None:
        axis = open_axis([score.number for score in shown if score.number is not None], say)
    texts = [_level_text(score, axis, catalogue, say) for score in shown]
    standings = [comparison.reference(score.key) for score in shown]
    rows = tuple(
        PictureRow(
            label=measure_label(score, say),
            place=score.number,
            text=text,
            figure=text,
            band=band_of(peers),
        )
        for score, text, peers in zip(shown, texts, standings, strict=True)
    )
    group = next(
        (say(standing.title) for standing in standings if band_of(standing) and standing), ""
    )
    words = clauses(
        _row_text(row, say, band_words(row.band, score, say) if row.band is not None else "")
        for row, score in zip(rows, shown, strict=True)
    )
    if group:
        words += " " + say(message(ReportFigureMessage.PEERS_ARE, group=group))
    return ProfilePicture(
        title=title, alternative=f"{title}. {words}", axis=axis, rows=rows, group=group
    )


def _level_text(score: Score, axis: Axis, catalogue: Catalogue, say: Say) -> str:
    if score.number is None:
        return missing_word(score.status, catalogue, say)
    figure = say(Number(score.number, score.decimals))
    index = score.number - axis.low
    if index == int(index) and 0 <= index < len(axis.levels):
        return f"{figure} {level_name(axis.levels[int(index)])}"
    return figure
