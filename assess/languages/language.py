"""A language: its sentences, and how it writes numbers, days and lists."""

from __future__ import annotations

import gettext
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cache
from typing import Literal

from assess.core.text.number_text import show_exactly, show_number
from assess.core.text.words import day_text, month_year

ENGLISH = "en"
PSEUDO = "en-XA"


class UnknownLanguage(LookupError):
    """There is no language of this code."""

    def __init__(self, code: str) -> None:
        self.code = code
        super().__init__(code)


@dataclass(frozen=True)
class Language:
    """A language by its code (BCP 47), with the translations of its sentences."""

    code: str
    translations: gettext.NullTranslations = field(default_factory=gettext.NullTranslations)

    def number(self, number: float, decimals: int) -> str:
        """Write a number in groups of three, with at most so many decimals."""
        return show_number(number, decimals)

    def exact(self, number: float) -> str:
        """Write a number with all the decimals it was given with, in groups of three."""
        return show_exactly(number)

    def day(self, day: date, *, in_words: bool) -> str:
        """Write a day."""
        return day_text(day) if in_words else str(day)

    def month(self, day: date, *, in_words: bool) -> str:
        """Write the month of a day."""
        return month_year(day) if in_words else f"{day:%Y-%m}"

    def inside(self, text: str) -> str:
        """Write a text that stands within a sentence: English gives it a small letter.

        An abbreviation, such as `SME`, keeps its capitals.
        """
        if text[:2].isupper() and text[:2].isalpha():
            return text
        return f"{text[:1].lower()}{text[1:]}"

    def moment(self, at: datetime) -> str:
        """Write a day with its weekday and the time, to the second."""
        return f"{at:%A %d %B %Y, %H:%M:%S}"

    def joined(self, items: Sequence[str], word: Literal["and", "or"]) -> str:
        """Write a list whose last two items are joined by a word."""
        if len(items) <= 1:
            return "".join(items)
        form = "{items} and {last}" if word == "and" else "{items} or {last}"
        return self.translations.pgettext("list", form).format(
            items=", ".join(items[:-1]), last=items[-1]
        )


def available() -> tuple[str, ...]:
    """Give the codes of the languages that there are."""
    return (ENGLISH, PSEUDO)


@cache
def language(code: str) -> Language:
    """Load a language, once; UnknownLanguage where there is none of that code."""
    if code == ENGLISH:
        return Language(ENGLISH)
    if code == PSEUDO:
        from assess.languages.pseudo import PseudoTranslations

        return Language(PSEUDO, PseudoTranslations())
    raise UnknownLanguage(code)
