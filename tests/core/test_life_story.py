"""The life of an organisation's labels, sentence by sentence, with each day of it."""

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

FIRST_TOLD = "Bronze from 2020-03-02 to 2022-03-31."
SINCE = "No Bronze Label is known since 2024-03-31."


@pytest.mark.parametrize(
    ("records", "told"),
    [
        ([FIRST], [FIRST_TOLD, "No Bronze Label is known since 2022-03-31."]),
        ([VALID], ["Bronze from 2025-11-03 to 2026-11-02."]),
        (
            [FIRST, NEXT],
            [FIRST_TOLD, "Renewed: Bronze from 2022-04-01 to 2024-03-31.", SINCE],
        ),
        (
            [FIRST, ON_ITS_LAST_DAY],
            [FIRST_TOLD, "Renewed: Bronze from 2022-04-01 to 2024-03-31.", SINCE],
        ),
        (
            [FIRST, LATE],
            [
                FIRST_TOLD,
                "Renewed late, on 2022-04-02: Bronze from 2022-04-01 to 2024-03-31.",
                SINCE,
            ],
        ),
        (
            [FIRST, AFTER_A_GAP],
            [
                FIRST_TOLD,
                "No Bronze Label is known from 2022-04-01 to 2022-04-01.",
                "Bronze from 2022-04-02 to 2024-04-30.",
                "No Bronze Label is known since 2024-04-30.",
            ],
        ),
        (
            [FIRST, revoked(FIRST, "2021-05-06")],
            [FIRST_TOLD, "The Bronze Label was revoked on 2021-05-06."],
        ),
        (
            [listing("2020-01-01", "2022-12-31", "2021-01-01")],
            [
                "Bronze until 2022-12-31, and by the rules from 2020-01-01 on, or earlier.",
                "No Bronze Label is known since 2022-12-31.",
            ],
        ),
        (
            [FIRST, listing("2022-04-01", "2024-03-31", "2022-05-01")],
            [FIRST_TOLD, "Listed again: Bronze until 2024-03-31.", SINCE],
        ),
        (
            [listing(None, None, "2012-01-16")],
            [
                (
                    "Bronze on the list of 2012-01-16, which does not say until when: the "
                    "validity is not known."
                ),
            ],
        ),
        (
            [FIRST, award("g", "2021-01-01", "2023-12-31", "2021-01-01", level="Silver")],
            [
                FIRST_TOLD,
                "No Bronze Label is known since 2022-03-31.",
                "Silver from 2021-01-01 to 2023-12-31.",
                "No Silver Label is known since 2023-12-31.",
            ],
        ),
        (
            [FIRST, award("h", "2022-04-01", "2024-03-31", "2022-03-20", name="New\x07Fjord")],
            [
                "Under the name Fjord Tech:",
                FIRST_TOLD,
                "Under the name New␇Fjord:",
                "Renewed: Bronze from 2022-04-01 to 2024-03-31.",
                SINCE,
            ],
        ),
    ],
)
def test_a_life_is_told_in_order_and_in_full(
    records: Iterable[Record], told: list[str], catalogue: Catalogue
) -> None:
    labels = Register(records, catalogue).labels
    assert _in_words(life_story(labels, (), TODAY)) == told


def _in_words(story: Iterable[Any]) -> list[str]:
    return [say(sentence) for sentence in story]


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
    assert _in_words(life_story((), joined, TODAY)) == [
        f"{told} (recorded for 2024-02-29).",
        f"{told} (recorded for 2026-11-02).",
    ]
