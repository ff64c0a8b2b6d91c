"""The six areas at a glance: each lead measure among its peers, or on its own scale."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from assess.core.catalogue.catalogue import Area, Catalogue
from assess.core.peers.position import NO_COMPARISON, PeerComparison
from assess.core.peers.quantile import own_as_shown
from assess.core.report.figure.axis import natural_axis
from assess.core.report.figure.message import ReportFigureMessage
from assess.core.report.figure.overview import lead_score
from assess.core.report.figure.peer_rows import band_of
from assess.core.report.figure.picture import PeerBand, PositionPicture, Strip, StripMark
from assess.core.scoring.score import Scores
from assess.core.text.message import Message, Say, message, series


def position(
    scores: Scores, catalogue: Catalogue, comparison: PeerComparison = NO_COMPARISON, *, say: Say
) -> PositionPicture:
    """Give the six areas at a glance: each lead measure among its peers, or on its own scale.

    Without peers this is no position among others, and the title says so.
    """
    if not comparison.is_empty:
        return _among_peers(scores, catalogue, comparison, say)
    strips = tuple(_strip(area, scores, catalogue, say) for area in catalogue.edition.areas)
    title = say(message(ReportFigureMessage.ON_OWN_SCALES))
    words = _strips_in_words(strips, _on_scale, say)
    is_missing = any(strip.missing for strip in strips)
    return PositionPicture(
        title=title,
        alternative=f"{title}. {words}".rstrip(),
        low=say(message(ReportFigureMessage.NOTHING)),
        high=say(message(ReportFigureMessage.MOST_POSSIBLE)),
        missing_word=say(message(ReportFigureMessage.MISSING)) if is_missing else "",
        strips=strips,
    )


LOWER, UPPER = 1 / 3, 2 / 3
"""Where the middle half begins and ends on the strips: the same for every measure."""


def _among_peers(
    scores: Scores, catalogue: Catalogue, comparison: PeerComparison, say: Say
) -> PositionPicture:
    """Set each lead measure against the middle half of its narrowest group."""
    strips = tuple(
        Strip(
            letter=area.letter,
            label=say(area.short_title),
            marks=tuple(_marks(area, scores, catalogue, comparison)),
        )
        for area in catalogue.edition.areas
    )
    where = [_side(mark) for strip in strips for mark in strip.marks]
    title = say(
        message(
            ReportFigureMessage.AMONG_PEERS,
            count=len(where),
            above=where.count(1),
            within=where.count(0),
            below=where.count(-1),
        )
        if where
        else message(ReportFigureMessage.NONE_AMONG_PEERS)
    )
    words = _strips_in_words(strips, _where, say)
    return PositionPicture(
        title=title,
        alternative=f"{title}. {words}".rstrip(),
        low=say(message(ReportFigureMessage.BELOW)),
        middle=say(message(ReportFigureMessage.MIDDLE_HALF)),
        high=say(message(ReportFigureMessage.ABOVE)),
        missing_word="",
        strips=strips,
    )


def _marks(
    area: Area, scores: Scores, catalogue: Catalogue, comparison: PeerComparison
) -> Iterator[StripMark]:
    for indicator in catalogue.in_area(area):
        score = lead_score(indicator, scores)
        band = band_of(comparison.reference(score.key)) if score else None
        if band is not None and score is not None and score.number is not None:
            shown = own_as_shown(score.number, score.decimals)
            yield StripMark(
                number=indicator.number,
                share=place_among(shown, band),
                direction=score.direction,
            )


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


def _where(mark: StripMark) -> Message:
    """Say where a mark is."""
    codes = {
        -1: ReportFigureMessage.MARK_BELOW,
        0: ReportFigureMessage.MARK_WITHIN,
        1: ReportFigureMessage.MARK_ABOVE,
    }
    return message(codes[_side(mark)], number=mark.number)


def _side(mark: StripMark) -> int:
    """Tell on which side of the middle half a mark is: -1, 0 or 1; on a quartile it is within."""
    edge = 1e-9
    return int(mark.share > UPPER + edge) - int(mark.share < LOWER - edge)


def _on_scale(mark: StripMark) -> Message:
    percent = round(100 * mark.share)
    return message(ReportFigureMessage.MARK_ON_SCALE, number=mark.number, percent=percent)


def _strips_in_words(
    strips: Iterable[Strip], where: Callable[[StripMark], Message], say: Say
) -> str:
    return " ".join(
        say(_strip_text(strip, [where(mark) for mark in strip.marks]))
        for strip in strips
        if strip.marks or strip.missing
    )


def _strip_text(strip: Strip, marks: Sequence[Message]) -> Message:
    placed, missing = series(marks, "comma"), series(strip.missing, "comma")
    if not strip.missing:
        return message(ReportFigureMessage.STRIP, area=strip.label, marks=placed)
    if not marks:
        return message(ReportFigureMessage.STRIP_OF_GAPS, area=strip.label, numbers=missing)
    return message(
        ReportFigureMessage.STRIP_WITH_GAPS, area=strip.label, marks=placed, numbers=missing
    )


def _strip(area: Area, scores: Scores, catalogue: Catalogue, say: Say) -> Strip:
    marks: list[StripMark] = []
    missing: list[int] = []
    for indicator in catalogue.in_area(area):
        score = lead_score(indicator, scores)
        axis = natural_axis(indicator, score.measure, catalogue, say) if score else None
        if score is None or axis is None or axis.low != 0 or score.direction == "lower":
            continue
        if score.number is None:
            missing.append(indicator.number)
        else:
            share = axis.share(score.number)
            marks.append(StripMark(number=indicator.number, share=share, direction=score.direction))
    label = say(area.short_title)
    return Strip(letter=area.letter, label=label, marks=tuple(marks), missing=tuple(missing))
