"""What participants said, as a report shows it."""

from __future__ import annotations

from assess.core.text.value import Value


class SurveyRow(Value):
    """One line of a survey: what was asked, by how many it was answered, and how."""

    asked: str
    n: str
    median: str
    """Empty where there are no levels."""
    answers: str
    """Each answer with how many gave it; or that there are too few to show."""


class SurveyPage(Value):
    """One survey."""

    title: str
    opening: str
    beside: tuple[tuple[str, str], ...] = ()
    """Questions of the interview, each with the manager's answer and that of the participants."""
    quality: tuple[tuple[str, str], ...] = ()
    """Items of quality for which it is evidence, each with what it says."""
    rows: tuple[SurveyRow, ...] = ()
