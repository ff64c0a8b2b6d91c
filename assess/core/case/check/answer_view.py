"""The answers of a case as the expressions of the catalogue look at them."""

from __future__ import annotations

from datetime import date
from typing import Any

from assess.core.case.assessment import Assessment, is_relevant
from assess.core.catalogue.catalogue import Catalogue
from assess.core.catalogue.rule.expression import COUNTRY, Look, evaluated


def held(text: str, assessment: Assessment, catalogue: Catalogue) -> Any:
    """Give what an expression comes to in a case; None where it hangs on what is not known.

    An answer that the routing hides, or that was set aside, is not known.
    """
    interview = assessment.case.details.interview_date
    return evaluated(
        text, _look(assessment, catalogue), lambda month: months_between(month, interview)
    )


def months_between(month: str, day: date) -> int:
    """Count the whole months from a month (a year alone counts from January) to a day."""
    year, _, in_year = month.partition("-")
    return (day.year - int(year)) * 12 + day.month - int(in_year or 1)


def _look(assessment: Assessment, catalogue: Catalogue) -> Look:
    def look(reference: str) -> object:
        if reference == COUNTRY:
            return assessment.case.organisation.country
        name, dot, part = reference.partition(".")
        if not is_relevant(catalogue.questions[name], assessment, catalogue):
            return None
        value = assessment.value(name)
        return value.get(part) if dot and isinstance(value, dict) else None if dot else value

    return look
