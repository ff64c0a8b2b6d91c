"""The rule of a label names what it is counted from, for how long, and until when."""

from __future__ import annotations

from datetime import date

import pytest

from assess.core.catalogue.policy import Term
from assess.core.label.rule import first_rule, renewed_from_interview_rule, renewed_rule
from assess.core.text.message import Message
from assess.languages.message import say

MONTH_END = Term(months=24, end_of_month=True)
SAME_DAY = Term(months=24, end_of_month=False)
INTERVIEW, LAST_DAY = date(2026, 3, 12), date(2028, 2, 29)
TO_MONTH_END, TO_SAME_DAY, TO_SHORT_MONTH = (
    date(2028, 3, 31),
    date(2028, 3, 12),
    date(2030, 2, 28),
)
CLOSED = date(2025, 12, 24)


def _first(start: date, term: Term, until: date) -> Message:
    return first_rule(start, term, until, closed=None)


def _too_late(start: date, term: Term, until: date) -> Message:
    return first_rule(start, term, until, closed=CLOSED)


@pytest.mark.parametrize(
    ("rule", "frame", "by_month"),
    [
        (_first, "a first label is valid for 24 months from the interview ({start}), {to}", True),
        (
            _too_late,
            (
                "a first label is valid for 24 months from the interview ({start}), {to}; it "
                "is not a renewal, because the renewal window closed on 2025-12-24"
            ),
            True,
        ),
        (
            renewed_rule,
            "a renewal is valid for 24 months from the end of the previous label ({start}), {to}",
            False,
        ),
        (
            renewed_from_interview_rule,
            "a renewal is valid for 24 months from the interview ({start}), {to}",
            True,
        ),
    ],
)
def test_a_rule_says_all_its_arithmetic(rule: object, frame: str, *, by_month: bool) -> None:
    assert callable(rule)
    month = "2026-03" if by_month else "2026-03-12"
    told = [
        say(rule(INTERVIEW, MONTH_END, TO_MONTH_END)),
        say(rule(INTERVIEW, SAME_DAY, TO_SAME_DAY)),
        say(rule(LAST_DAY, SAME_DAY, TO_SHORT_MONTH)),
    ]
    assert told == [
        frame.format(start=month, to="to the end of the month: until 2028-03-31"),
        frame.format(start="2026-03-12", to="to the same day: until 2028-03-12"),
        frame.format(start="2028-02-29", to="to the last day of a shorter month: until 2030-02-28"),
    ]
