"""The words that name months: from CLDR in the languages of Europe, and in Roman numerals."""

from __future__ import annotations

from collections.abc import Iterator

from assess.core.text.month_words import MonthName, MonthWords
from assess.languages.understood_languages import UNDERSTOOD, locale

_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")

_ALSO = (MonthName("Feber", 2, "de_AT"),)
"""What people write and CLDR does not have: the Austrian form of Februar, beside its Jänner."""


def _names() -> Iterator[MonthName]:
    for month, numeral in enumerate(_ROMAN, start=1):
        yield MonthName(numeral, month)
    yield from _ALSO
    for language in UNDERSTOOD:
        for by_width in locale(language).months.values():
            for width in ("wide", "abbreviated"):
                for month, name in by_width[width].items():
                    yield MonthName(name.rstrip("."), month, language)


MONTH_WORDS = MonthWords(source=_names)
"""The words that every door understands."""
