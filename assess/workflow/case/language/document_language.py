"""The language of a document of a case: the one that is wished, else that in which is asked."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from assess.core.case.assessment import Case
from assess.errors import AssessError
from assess.languages import ngettext, speaking, spoken_language
from assess.languages.language import available

Made = TypeVar("Made")


def document_language(case: Case | None, wished: str | None = None) -> str:
    """Give the language of a document: without a case or its language that of the interface."""
    asked_in = case.details.asked_in if case is not None else None
    return (
        next((code for code in (wished, asked_in) if code in available()), None)
        or spoken_language().code
    )


def made_in(
    language: str, make: Callable[[], Made], tell: Callable[[str], object] | None = None
) -> Made:
    """Make a document in its language; what stands in its way is said in that of the interface.

    Making it twice must do no harm. `tell` is told how many texts are in English, for want of a
    translation.
    """
    try:
        with speaking(language) as missing:
            made = make()
        if missing and tell is not None:
            tell(
                ngettext(
                    "{count} text is not translated yet, so it is in English.",
                    "{count} texts are not translated yet, so they are in English.",
                    len(missing),
                )
            )
    except AssessError:
        make()  # which finds the same in its way, and says so as all else is said
        raise
    return made
