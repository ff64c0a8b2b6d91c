"""The rule of a label names what it is counted from, for how long, and until when."""

from __future__ import annotations

from collections.abc import Callable
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


def _told(rule: Message) -> tuple[str, dict[str, str]]:
    return rule.code.removeprefix("label."), {n: say(value) for n, value in rule.values.items()}


@pytest.mark.parametrize(
    ("rule", "code", "counted_from", "more"),
    [
        (_first, "first", "interview", {}),
        (_too_late, "too_late", "interview", {"closed": "2025-12-24"}),
        (renewed_rule, "renewed", "previous", {}),
        (renewed_from_interview_rule, "renewed_from_interview", "interview", {}),
    ],
)
def test_a_rule_says_all_its_arithmetic(
    rule: Callable[[date, Term, date], Message],
    code: str,
    counted_from: str,
    more: dict[str, str],
) -> None:
    by_month = "2026-03" if counted_from == "interview" else "2026-03-12"
    for start, term, until, ends, shown in (
        (INTERVIEW, MONTH_END, TO_MONTH_END, "to_end_of_month", by_month),
        (INTERVIEW, SAME_DAY, TO_SAME_DAY, "to_same_day", "2026-03-12"),
        (LAST_DAY, SAME_DAY, TO_SHORT_MONTH, "to_last_day", "2028-02-29"),
    ):
        values = {counted_from: shown, "months": "24", "until": str(until), **more}
        assert _told(rule(start, term, until)) == (f"{code}_{ends}", values)
