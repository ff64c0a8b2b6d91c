"""A reason states the address and the day that its criterion asks for, or what it lacks is said."""

from __future__ import annotations

import pytest

from assess.core.label.stated_reason import lacking_in
from assess.languages.months import MONTH_WORDS


@pytest.mark.parametrize(
    ("reason", "lacking"),
    [
        ("yes", ("address", "day")),
        ("listed", ("address", "day")),
        ("www.example.org", ("day",)),
        ("https://example.org/profile/12", ("day",)),
        ("looked up on 2026-11-02", ("address",)),
        ("2 November 2026", ("address",)),
        ("www.example.org, seen today", ("day",)),
        ("www.example.org, 2026-11-02", ()),
        ("On 2.11.2026 at https://example.org/profile.", ()),
        ("example.org (2 November 2026)", ()),
    ],
)
def test_what_a_reason_lacks_is_named(reason: str, lacking: tuple[str, ...]) -> None:
    assert lacking_in(reason, ("address", "day"), MONTH_WORDS) == lacking


def test_nothing_is_asked_of_a_reason_where_the_criterion_asks_nothing() -> None:
    assert lacking_in("yes", (), MONTH_WORDS) == ()
