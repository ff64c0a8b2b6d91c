"""Rows of peers: what a chart shows of them, from their positions."""

from __future__ import annotations

from collections.abc import Sequence

from assess.core.peers.membership import GroupKey
from assess.core.peers.position import PeerComparison, PeerPosition
from assess.core.peers.quantile import shown_decimals
from assess.core.report.figure.message import ReportFigureMessage
from assess.core.report.figure.picture import PeerBand, PictureRow
from assess.core.report.sentence.score_text import with_unit
from assess.core.scoring.score import Score
from assess.core.text.message import Number, Say, message


def shown_standings(comparison: PeerComparison, key: str) -> tuple[PeerPosition, ...]:
    """Give the standings of a measure in every group that may be shown."""
    return tuple(standing for standing in comparison.of(key) if standing.is_shown)


def narrow_and_wide(comparison: PeerComparison, key: str) -> tuple[PeerPosition, ...]:
    """Give the narrowest group of the ladder and all: two say most where there is room for two."""
    narrow = comparison.reference(key)
    if narrow is None:
        return ()
    wide = [
        standing for standing in shown_standings(comparison, key) if standing.group is GroupKey.ALL
    ]
    return (narrow, *(standing for standing in wide if standing.group is not narrow.group))


def band_of(standing: PeerPosition | None) -> PeerBand | None:
    """Give the band of a group of numbers; None for classes, and where there is no group."""
    if standing is None or standing.q1 is None or standing.median is None or standing.q3 is None:
        return None
    return PeerBand(
        lower=standing.q1,
        median=standing.median,
        upper=standing.q3,
    )


def group_rows(
    standings: Sequence[PeerPosition], score: Score, figure: str, say: Say, *, counted: bool = True
) -> tuple[PictureRow, ...]:
    """Give a row for each group, with the own value marked in it; its figure stands at the first.

    Without a figure the rows belong below a row of the own value. Not `counted`, the group is named
    alone: how many have a value differs from measure to measure, and is said in words.
    """
    rows: list[PictureRow] = []
    for standing in standings:
        band = band_of(standing)
        if band is not None:
            rows.append(
                PictureRow(
                    label=say(standing.title if counted else standing.label),
                    kind="peers",
                    place=score.number,
                    text=band_words(band, score, say),
                    figure=figure if not rows else "",
                    band=band,
                )
            )
    return tuple(rows)


def band_words(band: PeerBand, score: Score, say: Say) -> str:
    """Say a band in words: `middle half 18.2 to 29.9, median 24`."""
    decimals = shown_decimals(score.decimals)
    return say(
        message(
            ReportFigureMessage.BAND,
            low=Number(band.lower, decimals),
            high=with_unit(band.upper, decimals, score.unit, say),
            median=with_unit(band.median, decimals, score.unit, say),
        )
    )


def places_of(rows: Sequence[PictureRow]) -> list[float]:
    """Give every number that the rows need an axis for."""
    found = [row.place for row in rows if row.place is not None]
    for row in rows:
        if row.band is not None:
            ends = (row.band.least, row.band.lower, row.band.upper, row.band.most)
            found += [end for end in ends if end is not None]
    return found
