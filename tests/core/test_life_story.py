"""The life of an organisation's labels, message by message, with each day of it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any, Literal

import pytest

from assess.core.catalogue.catalogue import Catalogue
from assess.core.label.decision import LabelDecision
from assess.core.register.life_story import life_story, linked_event
from assess.core.register.record import Link, Listing, Record
from assess.core.register.register import Register
from assess.core.text.message import Message
from assess.languages.message import say

TODAY = date(2026, 11, 2)
HELD = {"name": "Fjord Tech", "country": "NOR", "portfolio": "ICT"}


def award(case: str, starts: str, until: str, on: str, **more: Any) -> LabelDecision:
    span = {"valid_from": starts, "valid_until": until, "interview_date": starts, "on": on}
    return LabelDecision.model_validate(
        {"case": case, "kind": "awarded", "by": "Board", **HELD, **span, **more}
    )


def listing(starts: str | None, until: str | None, on: str, **more: Any) -> Listing:
    span = {"valid_from": starts, "valid_until": until, "on": on}
    return Listing.model_validate(
        {"label": on, "by": "Ada", "source": "list, line 1", **HELD, **span, **more}
    )


def revoked(decision: LabelDecision, on: str) -> LabelDecision:
    stated = {"kind": "revoked", "on": date.fromisoformat(on), "reason": "closed"}
    return decision.model_copy(update=stated)


def link(how: Literal["same", "renamed", "merged"], on: str = "2024-02-29") -> Link:
    return Link(
        name="Fjord Tech",
        country="NOR",
        other_name="Coast\x07Tech",
        other_country="NOR",
        how=how,
        on=date.fromisoformat(on),
        by="Ada",
    )


FIRST = award("a", "2020-03-02", "2022-03-31", "2020-04-10")
NEXT = award("b", "2022-04-01", "2024-03-31", "2022-03-20")
AFTER_A_GAP = award("c", "2022-04-02", "2024-04-30", "2022-06-01")
LATE = award("d", "2022-04-01", "2024-03-31", "2022-04-02")
ON_ITS_LAST_DAY = award("e", "2022-04-01", "2024-03-31", "2022-03-31")
VALID = award("f", "2025-11-03", "2026-11-02", "2025-11-03")

FIRST_TOLD = "awarded level=Bronze first=2020-03-02 last=2022-03-31"
SINCE = "nothing_since level=Bronze day=2024-03-31"


@pytest.mark.parametrize(
    ("records", "told"),
    [
        ([FIRST], [FIRST_TOLD, "nothing_since level=Bronze day=2022-03-31"]),
        ([VALID], ["awarded level=Bronze first=2025-11-03 last=2026-11-02"]),
        (
            [FIRST, NEXT],
            [FIRST_TOLD, "renewed level=Bronze first=2022-04-01 last=2024-03-31", SINCE],
        ),
        (
            [FIRST, ON_ITS_LAST_DAY],
            [FIRST_TOLD, "renewed level=Bronze first=2022-04-01 last=2024-03-31", SINCE],
        ),
        (
            [FIRST, LATE],
            [
                FIRST_TOLD,
                "renewed_late decided=2022-04-02 level=Bronze first=2022-04-01 last=2024-03-31",
                SINCE,
            ],
        ),
        (
            [FIRST, AFTER_A_GAP],
            [
                FIRST_TOLD,
                "nothing_between level=Bronze first=2022-04-01 last=2022-04-01",
                "awarded level=Bronze first=2022-04-02 last=2024-04-30",
                "nothing_since level=Bronze day=2024-04-30",
            ],
        ),
        (
            [FIRST, revoked(FIRST, "2021-05-06")],
            [FIRST_TOLD, "revoked level=Bronze day=2021-05-06"],
        ),
        (
            [listing("2020-01-01", "2022-12-31", "2021-01-01")],
            [
                "listed level=Bronze first=2020-01-01 last=2022-12-31",
                "nothing_since level=Bronze day=2022-12-31",
            ],
        ),
        (
            [FIRST, listing("2022-04-01", "2024-03-31", "2022-05-01")],
            [FIRST_TOLD, "listed_again level=Bronze first=2022-04-01 last=2024-03-31", SINCE],
        ),
        (
            [listing(None, None, "2012-01-16")],
            [
                "undated day=2012-01-16 level=Bronze",
            ],
        ),
        (
            [FIRST, award("g", "2021-01-01", "2023-12-31", "2021-01-01", level="Silver")],
            [
                FIRST_TOLD,
                "nothing_since level=Bronze day=2022-03-31",
                "awarded level=Silver first=2021-01-01 last=2023-12-31",
                "nothing_since level=Silver day=2023-12-31",
            ],
        ),
        (
            [FIRST, award("h", "2022-04-01", "2024-03-31", "2022-03-20", name="New\x07Fjord")],
            [
                "name name=Fjord Tech",
                FIRST_TOLD,
                "name name=New␇Fjord",
                "renewed level=Bronze first=2022-04-01 last=2024-03-31",
                SINCE,
            ],
        ),
    ],
)
def test_a_life_is_told_in_order_and_in_full(
    records: Iterable[Record], told: list[str], catalogue: Catalogue
) -> None:
    labels = Register(records, catalogue).labels
    assert _told(life_story(labels, (), TODAY)) == told


def _told(story: Iterable[Message]) -> list[str]:
    """Give the codes with what is said at their places."""
    return [
        " ".join(
            [
                each.code.removeprefix("register.story_"),
                *(f"{name}={say(value)}" for name, value in each.values.items()),
            ]
        )
        for each in story
    ]


@pytest.mark.parametrize(
    ("how", "told"),
    [
        ("same", "Fjord Tech is the same organisation as Coast␇Tech"),
        ("renamed", "Fjord Tech is the new name of Coast␇Tech"),
        ("merged", "Fjord Tech continues Coast␇Tech after a merger"),
    ],
)
def test_names_that_were_joined_are_told_with_their_day(
    how: Literal["same", "renamed", "merged"], told: str
) -> None:
    assert say(linked_event(link(how))) == told
    joined = [link(how), link(how, "2026-11-02"), link(how, "2026-11-03")]
    assert _told(life_story((), joined, TODAY)) == [
        f"linked event={told} day=2024-02-29",
        f"linked event={told} day=2026-11-02",
    ]
