"""Gains between two rounds: what became better, area by area, on scales that can be compared."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import fsum
from typing import NamedTuple

from assess.core.case.assessment import Assessment
from assess.core.catalogue.catalogue import Area, Catalogue
from assess.core.peers.peer_group import TRIGGERING
from assess.core.peers.position import NO_COMPARISON, PeerComparison
from assess.core.report.figure.axis import natural_axis
from assess.core.scoring.measure_change import MeasureChange, changes
from assess.core.scoring.score import Score, Scores
from assess.core.text.message import Say
from assess.core.text.value import Value

MOST_AREAS, MOST_PER_AREA = 3, 3


class Gain(Value):
    """A measure that became better since the last round."""

    change: MeasureChange
    size: float
    """How much of its scale it gained, from 0 to 1; a number without a scale: of what it was."""
    quality_items: tuple[str, ...]
    has_evidence: bool
    """Whether evidence is linked to one of the answers behind it."""


class AreaGain(Value):
    """What became better in one area, the most first."""

    area: str
    title: str
    size: float
    """The gains of its indicators, each with its best measure, added up and divided by all."""
    gains: tuple[Gain, ...]
    quality_items: tuple[str, ...]
    """The quality-label items that these gains serve."""


class _Rounds(NamedTuple):
    """Both rounds of a case, with what makes their differences comparable."""

    now: Scores
    before: Scores
    assessment: Assessment
    catalogue: Catalogue
    comparison: PeerComparison
    say: Say


def area_gains(
    now: Scores,
    before: Scores,
    assessment: Assessment,
    catalogue: Catalogue,
    comparison: PeerComparison = NO_COMPARISON,
    *,
    say: Say,
) -> tuple[AreaGain, ...]:
    """Give the areas with the largest gain between two rounds, at most three."""
    rounds = _Rounds(now, before, assessment, catalogue, comparison, say)
    best: dict[str, Gain] = {}
    for gain in _gains(rounds):
        known = best.get(gain.change.indicator)
        if known is None or gain.size > known.size:
            best[gain.change.indicator] = gain
    found = [
        area_gain
        for area in catalogue.edition.areas
        if (area_gain := _area(area, best, catalogue, say)) is not None
    ]
    found.sort(key=lambda area_gain: -area_gain.size)
    return tuple(found[:MOST_AREAS])


def _area(area: Area, best: Mapping[str, Gain], catalogue: Catalogue, say: Say) -> AreaGain | None:
    indicators = catalogue.in_area(area)
    gains = sorted(
        (best[indicator.id] for indicator in indicators if indicator.id in best),
        key=lambda gain: -gain.size,
    )
    if not gains:
        return None
    items = dict.fromkeys(item for gain in gains[:MOST_PER_AREA] for item in gain.quality_items)
    return AreaGain(
        area=area.id,
        title=say(area.title),
        size=fsum(gain.size for gain in gains) / len(indicators),
        gains=tuple(gains[:MOST_PER_AREA]),
        quality_items=tuple(items),
    )


def _gains(rounds: _Rounds) -> Iterator[Gain]:
    for change in changes(rounds.now, rounds.before, rounds.catalogue):
        score = rounds.now.by_key[f"{change.indicator}:{change.measure}"]
        sign = {"higher": 1, "lower": -1, "none": 0}[score.direction]
        if change.difference is None or sign * change.difference <= 0:
            continue
        size = abs(change.difference) / _whole(score, rounds)
        yield Gain(
            change=change,
            size=min(size, 1.0),
            quality_items=rounds.catalogue.indicator(change.indicator).quality_items,
            has_evidence=_has_evidence(score, rounds.assessment),
        )


def _whole(score: Score, rounds: _Rounds) -> float:
    """Give what a difference is measured by: the measure's own scale, where it has one.

    Of other numbers two widths of the middle half of the peers; without peers, what there was.
    """
    indicator = rounds.catalogue.indicator(score.indicator)
    axis = natural_axis(indicator, score.measure, rounds.catalogue, rounds.say)
    if axis is not None and axis.high > axis.low:
        return axis.high - axis.low
    standing = rounds.comparison.reference(score.key, TRIGGERING)
    if standing is not None and standing.q1 is not None and standing.q3 is not None:
        return max(2 * (standing.q3 - standing.q1), 1.0)
    earlier = rounds.before.by_key[score.key].number or 0.0
    return max(abs(earlier), abs(score.number or 0.0), 1.0)


def _has_evidence(score: Score, assessment: Assessment) -> bool:
    names = {source.reference.partition(".")[0] for source in score.inputs}
    return any(assessment.answer(name).evidence for name in names)
