"""The first page for a board: as many strengths and priorities as stand below its message."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple, TypeVar

from assess.core.report.figure.picture import PositionPicture, StripMark
from assess.core.report.page.page_fit import BROAD, LINE, lines
from assess.core.report.record.board import Priority, Strong
from assess.core.text.words import shortened

Shown = TypeVar("Shown", Strong, Priority)

MOST, LEAST = 5, 3
"""So many strengths and priorities stand on the first page, fewer where they are long."""

ROOM = 424.0
"""What headings and strips leave of the page, in points, less what an estimate may be wrong by."""

STRENGTHS, PRIORITIES = 196.0, 248.0
"""How wide the two columns are, in points."""

GAP = 5.0
"""Below each strength and each priority, in points."""

HEAD = 165.0
"""How wide the name of the middle half may be above the strips, in points."""

STRIPS, BESIDE_MISSING, TOGETHER = 344.0, 278.0, 3.0
"""How wide the strips are, alone and beside what has no value, and how near to one another marks
of a kind are one mark; in points."""

MARK, DIGIT, LANE, USUAL_LANES = 11.8, 5.4, 11.0, 2
"""How wide a mark and a digit of its number are and how high is a lane of marks, in points; and
how many lanes each area has at least."""

BRIEF_STRENGTH, BRIEF_STEP = 105, 52
"""What is left of a strength, and of a first step, where three of them are too much."""


class FirstPage(NamedTuple):
    """What stands above the two columns of the page, and words that depend on what they hold."""

    above: tuple[str, ...]
    """The message, what is not in the report yet, and the finding over the strips."""
    picture: PositionPicture
    first_step: Callable[[str], str]
    more: Callable[[int], str]
    """Says how many priorities stand at the end of the report, when so many are shown here."""

    @property
    def room(self) -> float:
        """Estimate the height that is left for the columns, in points."""
        taken = sum(lines(text, BROAD) for text in self.above if text)
        taken += lines(self.picture.middle, HEAD) if self.picture.middle else 1
        width = BESIDE_MISSING if self.picture.missing_word else STRIPS
        lanes = sum(
            max(0, _lanes(strip.marks, width) - USUAL_LANES) for strip in self.picture.strips
        )
        return ROOM - taken * LINE - lanes * LANE


def strengths_that_fit(strengths: Sequence[Strong], page: FirstPage) -> tuple[Strong, ...]:
    """Give the first strengths that the page holds: three at least, and short if need be."""

    def height(chosen: Sequence[Strong]) -> float:
        return sum(lines(one.text, STRENGTHS) * LINE + LINE / 2 + GAP for one in chosen)

    brief = tuple(
        one.model_copy(update={"text": shortened(one.text, BRIEF_STRENGTH)})
        for one in strengths[:LEAST]
    )
    tries = [*_fewer_and_fewer(strengths), brief]
    return next((each for each in tries if height(each) <= page.room), brief)


def priorities_that_fit(priorities: Sequence[Priority], page: FirstPage) -> tuple[Priority, ...]:
    """Give the first priorities that the page holds: three at least, with short first steps."""

    def height(chosen: Sequence[Priority]) -> float:
        texts = [
            text
            for one in chosen
            for text in (one.text, page.first_step(one.first_step) if one.first_step else "")
        ]
        taken = sum(lines(text, PRIORITIES) for text in texts if text)
        return (taken + bool(page.more(len(chosen)))) * LINE + len(chosen) * GAP

    brief, alone = (
        tuple(
            one.model_copy(update={"first_step": shortened(one.first_step, most) if most else ""})
            for one in priorities[:LEAST]
        )
        for most in (BRIEF_STEP, 0)
    )
    tries = [*_fewer_and_fewer(priorities), brief, alone]
    return next((each for each in tries if height(each) <= page.room), alone)


def _fewer_and_fewer(found: Sequence[Shown]) -> Iterator[tuple[Shown, ...]]:
    for most in range(min(MOST, len(found)), min(LEAST, len(found)) - 1, -1):
        yield tuple(found[:most])


def _lanes(marks: Iterable[StripMark], width: float) -> int:
    """Estimate in how many lanes marks stand, so that none covers the number of another."""
    ends: list[float] = []
    alone: list[StripMark] = []
    for mark in sorted(marks, key=lambda mark: (mark.share, mark.number)):
        if any(
            other.direction == mark.direction and (mark.share - other.share) * width <= TOGETHER
            for other in alone
        ):
            continue
        alone.append(mark)
        start = mark.share * width
        end = start + MARK + DIGIT * len(str(mark.number))
        free = next((lane for lane, last in enumerate(ends) if last <= start), len(ends))
        ends[free : free + 1] = [end]
    return len(ends)
