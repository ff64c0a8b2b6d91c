"""Sorting: the alphabets of the languages that ship, where a marked letter is one of its own.

As CLDR's collations have them. German, French and Italian sort such letters as the plain ones. No
library that is kept and built for every system has these rules, and there are few.
"""

from __future__ import annotations

from collections.abc import Mapping

from assess.core.text.alphabet import LATIN, Alphabet

_ALPHABETS: Mapping[str, Alphabet] = {
    "da": Alphabet({"z": "æøå"}, {"aa": "å", "ä": "æ", "ö": "ø", "ü": "y"}),
    "es": Alphabet({"n": "ñ"}),
    "pl": Alphabet(
        {"a": "ą", "c": "ć", "e": "ę", "l": "ł", "n": "ń", "o": "ó", "s": "ś", "z": "źż"}
    ),
}


def alphabet_of(code: str) -> Alphabet:
    """Give the alphabet of a language."""
    return _ALPHABETS.get(code, LATIN)
