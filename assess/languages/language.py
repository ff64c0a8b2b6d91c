"""A language: its sentences, and how it writes numbers, days and lists."""

from __future__ import annotations

import calendar
import gettext
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from assess.core.text.number_text import show_exactly, show_number
from assess.languages.translation.look_up import DRAFT, languages_in, state_of, translations
from assess.languages.translation.made_texts import MadeTexts
from assess.languages.translation.untranslated import untranslated

if TYPE_CHECKING:
    from assess.languages.translation.formats import Formats

ENGLISH = "en"
PSEUDO = "en-XA"


class UnknownLanguage(LookupError):
    """There is no language of this code."""

    def __init__(self, code: str) -> None:
        self.code = code
        super().__init__(code)


_CAPITALS_WITHIN = {"de"}
"""Languages that give nouns a capital wherever they stand."""


@dataclass(frozen=True)
class Language:
    """A language by its code (BCP 47), with the translations of its sentences."""

    code: str
    translations: gettext.NullTranslations = field(default_factory=gettext.NullTranslations)
    iso_days: bool = False
    """Whether a day stands as `2026-03-12` in each language: where it is sorted and compared."""

    @cached_property
    def _formats(self) -> Formats | None:
        """The formats of another language; English has its own, and the pseudo-language those."""
        if self.code in (ENGLISH, PSEUDO):
            return None
        from assess.languages.translation.formats import Formats

        return Formats(self.code)

    def number(self, number: float, decimals: int) -> str:
        """Write a number in groups of three, with at most so many decimals."""
        english = show_number(number, decimals)
        return self._formats.number(english) if self._formats else english

    def exact(self, number: float) -> str:
        """Write a number with all the decimals it was given with, in groups of three."""
        english = show_exactly(number)
        return self._formats.number(english) if self._formats else english

    def day(self, day: date, *, in_words: bool) -> str:
        """Write a day."""
        if self._formats and (in_words or not self.iso_days):
            return self._formats.day(day, in_words=in_words)
        return f"{day.day} {self.month(day, in_words=True)}" if in_words else str(day)

    def month(self, day: date, *, in_words: bool) -> str:
        """Write the month of a day."""
        if self._formats:
            return self._formats.month(day, in_words=in_words)
        return f"{calendar.month_name[day.month]} {day.year}" if in_words else f"{day:%Y-%m}"

    def inside(self, text: str) -> str:
        """Write a text that stands within a sentence: most languages give it a small letter.

        An abbreviation, such as `SME`, keeps its capitals.
        """
        if text[:2].isupper() and text[:2].isalpha():
            return text
        if self.code.partition("-")[0] in _CAPITALS_WITHIN:
            return text
        return f"{text[:1].lower()}{text[1:]}"

    def moment(self, at: datetime) -> str:
        """Write a day with its weekday and the time, to the second."""
        return self._formats.moment(at) if self._formats else f"{at:%A %d %B %Y, %H:%M:%S}"

    def joined(self, items: Sequence[str], word: Literal["and", "or"]) -> str:
        """Write a list whose last two items are joined by a word."""
        if len(items) <= 1:
            return "".join(items)
        if self._formats:
            return self._formats.joined(items, word)
        form = "{items} and {last}" if word == "and" else "{items} or {last}"
        return self.translations.pgettext("list", form).format(
            items=", ".join(items[:-1]), last=items[-1]
        )

    @property
    def is_draft(self) -> bool:
        """Whether nobody of the field has reviewed the translations; English needs none."""
        if self.code in (ENGLISH, PSEUDO):
            return False
        return state_of(self.translations).startswith(DRAFT)

    @property
    def own_name(self) -> str:
        """Name the language as it calls itself, with a capital: it stands alone in a choice."""
        if self.code == ENGLISH:
            return "English"
        return self._formats.own_name if self._formats else self.code

    def country(self, alpha2: str) -> str | None:
        """Name a country by its code of two letters; None where English has to do."""
        return self._formats.country(alpha2) if self._formats else None


_HERE = Path(__file__).parent


def available() -> tuple[str, ...]:
    """Give the codes of the languages that there are."""
    return (ENGLISH, *languages_in(_HERE), PSEUDO)


def code_of(typed: str) -> str | None:
    """Give the code of a language as it is written here, whatever letters and strokes were typed.

    None where there is no such language.
    """
    wanted = typed.strip().casefold().replace("_", "-")
    return next((code for code in available() if code.casefold() == wanted), None)


@cache
def with_iso_days(code: str) -> Language:
    """Load a language whose days are written as data have them, once."""
    return replace(language(code), iso_days=True)


@cache
def language(code: str) -> Language:
    """Load a language, once; UnknownLanguage where there is none of that code."""
    if code == ENGLISH:
        return Language(ENGLISH)
    if code == PSEUDO:
        from assess.languages.pseudo import pseudo

        return Language(PSEUDO, MadeTexts(pseudo))
    if code in languages_in(_HERE):
        return Language(code, translations(_HERE, code, MadeTexts(untranslated)))
    raise UnknownLanguage(code)
