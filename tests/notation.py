"""A tiny notation for cases in tests."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from assess.core.case.answer import Answer
from assess.core.case.assessment import Assessment, Case, Details
from assess.core.case.organisation import Organisation
from assess.core.catalogue.answer_status import Status

NOON = datetime(2026, 11, 2, 12, tzinfo=UTC)

FIRST, NEWEST = "2026.1", "2026.2"
"""The editions of the catalogue that ship."""


def case_of(name: str = "Test Cluster", *, interview: str = "2026-11-02", **details: Any) -> Case:
    """Give a case of an invented organisation."""
    stated: dict[str, Any] = {
        "portfolio": "Energy and environment",
        "interview_date": date.fromisoformat(interview),
        "mode": "video",
        "expert": "Ada Expert",
        "impartiality": {"statement": "none", "by": "Ada Expert", "on": interview},
        **details,
    }
    return Case(
        id="testcase",
        organisation=Organisation(name=name, country="NOR"),
        details=Details(**stated),
        catalogue=NEWEST,
        created_at=NOON,
    )


def answered(*, interview: str = "2026-11-02", **values: Any) -> Assessment:
    """Give a case with answers: a value, or the word of a status behind an exclamation mark."""
    answers = {}
    for question, value in values.items():
        if isinstance(value, str) and value.startswith("!"):
            status = Status(value[1:])
            reason = "a reason" if status is Status.NOT_APPLICABLE else None
            answers[question] = Answer(question=question, status=status, reason=reason)
        else:
            answers[question] = Answer(question=question, status=Status.ANSWERED, value=value)
    return Assessment(case=case_of(interview=interview), answers=answers)
