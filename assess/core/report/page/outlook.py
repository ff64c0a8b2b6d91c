"""The outlook: what the next level of the label would ask, and how far this case is from it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from assess.core.catalogue.catalogue import Catalogue
from assess.core.catalogue.policy import Follows
from assess.core.label.validity import add_months
from assess.core.peers.membership import GroupKey
from assess.core.peers.position import PeerComparison, PeerPosition
from assess.core.report.page.area import indicator_anchor
from assess.core.report.page.gain import AreaGain
from assess.core.report.record.fact import Fact
from assess.core.report.record.report import MinimumLine, Outlook
from assess.core.report.sentence.message import ReportOutlookMessage as Said
from assess.core.report.sentence.score_text import (
    level_name,
    measure_label,
    number_text,
    with_unit,
)
from assess.core.scoring.score import Score, Scores
from assess.core.text.message import Day, Message, Say, message, series

MOST_TITLES = 3
"""So many quality-label items are named with their titles; more stand by their numbers."""

AREAS_ASKED = 3
"""So many areas of improvement are to be shown."""


def silver_outlook(
    catalogue: Catalogue,
    gains: Sequence[AreaGain],
    interview: date,
    say: Say,
    *,
    earlier: Sequence[date] = (),
    minimums: Sequence[MinimumLine] = (),
) -> Outlook:
    """Say what the next level of the label would ask, and where the last round led furthest.

    `earlier` are the days of the interviews before this one, the oldest first.
    """
    titles = {str(level.id): level.full_title for level in catalogue.label.levels}
    title = titles.get("Silver", "Silver")
    policy = catalogue.label.policy_for("Silver", interview)
    said: list[Message] = [message(Said.SILVER_ASKS_AT_ANY_TIME, title=title)]
    if policy is not None and (after := policy.follows) is not None:
        span = {"at_least": after.at_least_months, "at_most": after.at_most_months}
        said = [message(Said.SILVER_ASKS, title=title, **span)]
        said.append(_window(after, interview, earlier))
    said += _documented(gains) if gains else [message(Said.CANDIDATES)]
    return Outlook(
        title=say(message(Said.NEXT_LEVEL)),
        paragraphs=tuple(say(each) for each in said),
        items=tuple(
            Fact(label=area_gain.title, text=_gain_text(area_gain, catalogue, say))
            for area_gain in gains
        ),
        minimums=tuple(minimums),
        minimums_note=say(message(Said.MINIMUMS)) if minimums else "",
    )


def _window(after: Follows, interview: date, earlier: Sequence[date]) -> Message:
    """Say when the second interview is due, or whether this one serves as it."""
    windows = [(day, *_span(after, day)) for day in earlier]
    if not windows:
        first, last = _span(after, interview)
        return message(Said.WINDOW_AHEAD, first=_day(first), last=_day(last))
    serving = [window for window in windows if window[1] <= interview <= window[2]]
    day, first, last = (serving or windows)[-1]
    code = Said.SERVES
    values = {"earlier": _day(day), "first": _day(first), "last": _day(last)}
    if not serving:
        code = Said.TOO_EARLY if interview < first else Said.TOO_LATE
    if code is Said.TOO_LATE:
        next_first, next_last = _span(after, interview)
        values |= {"next_first": _day(next_first), "next_last": _day(next_last)}
    return message(code, **values)


def _span(after: Follows, day: date) -> tuple[date, date]:
    first, last = after.at_least_months, after.at_most_months
    return add_months(day, first), add_months(day, last)


def _day(day: date) -> Day:
    return Day(day, in_words=True)


def _documented(gains: Sequence[AreaGain]) -> list[Message]:
    """Say how many of the areas that gained are shown with evidence."""
    with_evidence = sum(any(gain.has_evidence for gain in area.gains) for area in gains)
    return [
        message(Said.GAINED_MOST),
        message(Said.DOCUMENTED, count=with_evidence, asked=AREAS_ASKED),
    ]


def minimum_lines(
    catalogue: Catalogue, scores: Scores, comparison: PeerComparison, say: Say
) -> tuple[MinimumLine, ...]:
    """Give the items that may have a minimum requirement, with what this case has on their subject.

    Beside it stands the median of the holders of a Gold label, where they may be shown: what they
    have, and never a threshold. Nothing while no value is known.
    """
    found = tuple(_minimums(catalogue, scores, comparison, say))
    return () if all(line.missing for line in found) else found


def _minimums(
    catalogue: Catalogue, scores: Scores, comparison: PeerComparison, say: Say
) -> Iterator[MinimumLine]:
    minimums = [item for item in catalogue.label.quality_items if item.minimum]
    for indicator in catalogue.indicators:
        items = [item for item in minimums if item.id in indicator.quality_items]
        score = scores.get(indicator.id, indicator.lead_measure)
        if not items or score is None:
            continue
        yield MinimumLine(
            item=say(series([item.id for item in items], "comma")),
            title=say(series([item.title for item in items], "semicolon")),
            number=indicator.number,
            anchor=indicator_anchor(indicator.number),
            measure=measure_label(score, say),
            own=level_name(number_text(score, catalogue, say)),
            missing=score.value is None,
            gold=_gold(score, comparison, say),
        )


def _gold(score: Score, comparison: PeerComparison, say: Say) -> str:
    """Give the median of the holders of a Gold label, or their most frequent class."""
    found = (each for each in comparison.of(score.key) if each.group is GroupKey.GOLD)
    standing = next((each for each in found if each.is_shown), None)
    if standing is None:
        return ""
    value = _middle(standing, score, say)
    return say(message(Said.MIDDLE_OF, value=value, count=standing.n or 0)) if value else ""


def _middle(standing: PeerPosition, score: Score, say: Say) -> str:
    if standing.median is not None:
        return with_unit(standing.median, score.decimals, score.unit, say)
    most = max(standing.shares, key=lambda share: share.share, default=None)
    return level_name(say(most.label)) if most is not None else ""


def _gain_text(area: AreaGain, catalogue: Catalogue, say: Say) -> str:
    gains = [
        message(
            Said.GAIN,
            number=gain.change.number,
            measure=gain.change.label,
            before=gain.change.before,
            now=gain.change.now,
        )
        for gain in area.gains
    ]
    said = [message(Said.GAINS, gains=series(gains, "semicolon"))]
    items = [_quality(item, area, catalogue, say) for item in area.quality_items]
    if items:
        said.append(message(Said.GAINS_SERVE, items=series(items, "semicolon")))
    bare = sorted(gain.change.number for gain in area.gains if not gain.has_evidence)
    if bare:
        said.append(message(Said.NO_EVIDENCE, numbers=series(bare)))
    return " ".join(say(each) for each in said)


def _quality(item: str, area: AreaGain, catalogue: Catalogue, say: Say) -> str:
    """Give a quality-label item with its title; by its number alone where there are many."""
    if len(area.quality_items) > MOST_TITLES:
        return item
    return f"{item} {say(catalogue.quality_item(item).title)}"
