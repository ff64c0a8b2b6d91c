"""Formats: how a language other than English writes numbers, days and lists, as CLDR has it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from functools import cached_property
from typing import Literal

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_datetime, format_skeleton
from babel.lists import format_list

from assess.core.text.number_text import NO_BREAK_SPACE, THIN_SPACE

_FOUR_DIGITS_WHOLE = {"es", "it", "pl", "pt"}
"""Languages that write 1234 in one, and 12 345 in groups: what CLDR calls the minimum grouping."""


def is_language_code(code: str) -> bool:
    """Tell whether CLDR has a language of this code, such as `de` or `pt-BR`."""
    try:
        Locale.parse(code, sep="-")
    except (ValueError, UnknownLocaleError):
        return False
    return True


class Formats:
    """The formats of a language."""

    def __init__(self, code: str) -> None:
        self._locale = Locale.parse(code, sep="-")

    @cached_property
    def _signs(self) -> dict[int, str]:
        signs = self._locale.number_symbols["latn"]
        group = signs["group"].replace(NO_BREAK_SPACE, THIN_SPACE)
        return str.maketrans({THIN_SPACE: group, ".": signs["decimal"]})

    def number(self, english: str) -> str:
        """Write a number as this language does that is written in English: the same digits."""
        whole, _, decimals = english.partition(".")
        if self._locale.language in _FOUR_DIGITS_WHOLE and len(whole.lstrip("-")) == len("1 234"):
            whole = whole.replace(THIN_SPACE, "")
        return f"{whole}.{decimals}".translate(self._signs) if decimals else self._in_groups(whole)

    def _in_groups(self, whole: str) -> str:
        return whole.translate(self._signs)

    @cached_property
    def _between(self) -> str:
        """What stands between the numbers of a day."""
        pattern = str(self._locale.datetime_skeletons["yMd"])
        return next((sign for sign in ".-" if sign in pattern), "/")

    def day(self, day: date, *, in_words: bool) -> str:
        """Write a day: `12. März 2026`, `12.03.2026`."""
        if in_words:
            return format_date(day, "long", locale=self._locale)
        return self._between.join((f"{day.day:02}", self.month(day, in_words=False)))

    def month(self, day: date, *, in_words: bool) -> str:
        """Write the month of a day: `März 2026`, `03.2026`."""
        if in_words:
            return format_skeleton("yMMMM", day, locale=self._locale)
        return self._between.join((f"{day.month:02}", str(day.year)))

    def moment(self, at: datetime) -> str:
        """Write a day with its weekday and the time, to the second."""
        day = format_datetime(at, "EEEE", locale=self._locale)
        return f"{day} {self.day(at, in_words=True)}, {at:%H:%M:%S}"

    def joined(self, items: Sequence[str], word: Literal["and", "or"]) -> str:
        """Write a list whose last two items are joined by a word."""
        style: Literal["standard", "or"] = "standard" if word == "and" else "or"
        return format_list(list(items), style=style, locale=self._locale)

    @property
    def own_name(self) -> str:
        """What the language calls itself: `Deutsch`, `Polski`."""
        name = self._locale.display_name or str(self._locale)
        return f"{name[:1].upper()}{name[1:]}"

    def country(self, alpha2: str) -> str | None:
        """Name a country by its code of two letters; None where CLDR has no name."""
        return self._locale.territories.get(alpha2)
