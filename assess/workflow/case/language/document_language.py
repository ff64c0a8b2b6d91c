"""The language of a document of a case: the one that is wished, else that in which is asked."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from assess.core.case.assessment import Case
from assess.errors import AssessError
from assess.languages import speaking, spoken_language
from assess.languages.language import available

Made = TypeVar("Made")


def document_language(case: Case | None, wished: str | None = None) -> str:
    """Give the language of a document: without a case or its language that of the interface."""
    asked_in = case.details.asked_in if case is not None else None
    return (
        next((code for code in (wished, asked_in) if code in available()), None)
        or spoken_language().code
    )


def made_in(language: str, make: Callable[[], Made]) -> Made:
    """Make a document in its language; what stands in its way is said in that of the interface.

    Making it twice must do no harm.
    """
    try:
        with speaking(language):
            return make()
    except AssessError:
        make()  # which finds the same in its way, and says so as all else is said
        raise
