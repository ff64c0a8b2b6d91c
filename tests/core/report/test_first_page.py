"""The first page for a board: as many strengths and priorities as it holds, short if need be."""

from __future__ import annotations

import pytest

from assess.core.catalogue.catalogue import Catalogue
from assess.core.report.figure.picture import PositionPicture, Strip, StripMark
from assess.core.report.page.first_page_fit import (
    FirstPage,
    priorities_that_fit,
    strengths_that_fit,
)
from assess.core.report.record.board import Priority, Strong, Summary
from tests.cases import full_case, report_of

LINE = "It is one line in the column"
"""Shorter than a line of each column."""


@pytest.fixture(scope="module")
def summary(catalogue: Catalogue) -> Summary:
    return report_of(full_case(catalogue), catalogue).summary


def page(picture: PositionPicture, *above: str, further: int = 0) -> FirstPage:
    return FirstPage(above, picture, "First step: {}".format, ("More." * further).format)


def priorities(count: int, lines: int, *, step: str = "Begin.") -> list[Priority]:
    text = " ".join([f"{LINE} that all of this is in."] * lines)
    return [
        Priority(rank=rank, text=text, first_step=step, anchor="") for rank in range(1, count + 1)
    ]


@pytest.mark.parametrize(
    ("count", "lines", "above", "further", "shown"),
    [
        (0, 1, 7, 0, 0),
        (2, 1, 7, 0, 2),
        (5, 1, 7, 1, 5),
        (5, 3, 9, 1, 4),
        (5, 5, 9, 1, 3),
        (5, 1, 22, 1, 3),
    ],
)
def test_as_many_priorities_stand_there_as_the_page_holds(
    count: int, lines: int, above: int, further: int, shown: int, summary: Summary
) -> None:
    below = page(summary.position, *[LINE] * above, further=further)
    given = priorities(count, lines)
    assert list(priorities_that_fit(given, below)) == given[:shown]


def test_first_steps_are_cut_and_left_out_before_a_third_priority_is(summary: Summary) -> None:
    given = priorities(4, 2, step=f"{LINE} and goes on and on, " * 4)
    whole, brief, alone = (
        priorities_that_fit(given, page(summary.position, *[LINE] * above)) for above in (8, 13, 21)
    )
    assert list(whole) == given[:3]
    assert [len(each) for each in (brief, alone)] == [3, 3]
    assert all(each.first_step.endswith("…") and len(each.first_step) <= 52 for each in brief)
    assert not any(each.first_step for each in alone)
    assert [each.text for each in alone] == [each.text for each in given[:3]]


def test_strengths_are_fewer_and_then_shorter(summary: Summary) -> None:
    given = [Strong(text=f"{LINE} " * 8, number=number, anchor="") for number in range(1, 6)]
    many, few, brief = (
        strengths_that_fit(given, page(summary.position, *[LINE] * above)) for above in (0, 12, 18)
    )
    assert list(many) == given[: len(many)]
    assert len(many) > len(few) == len(brief) == 3
    assert list(few) == given[:3]
    assert all(len(each.text) <= 105 for each in brief)


def test_marks_that_stand_close_take_room_from_the_columns(summary: Summary) -> None:
    def strip(*shares: float, direction: str = "higher") -> Strip:
        marks = tuple(
            StripMark.model_validate({"number": number, "share": share, "direction": direction})
            for number, share in enumerate(shares, 10)
        )
        return Strip(letter="A", label="Structure", marks=marks)

    def room(*strips: Strip) -> float:
        return page(summary.position.model_copy(update={"strips": strips})).room

    apart, close, same = strip(0.1, 0.4, 0.8), strip(0.1, 0.12, 0.14), strip(0.1, 0.1, 0.1)
    assert room(apart) == room(same) == room(close) + 11 == room(apart, same)
    assert room(strip(*[0.1 + 0.01 * step for step in range(6)])) < room(close)
