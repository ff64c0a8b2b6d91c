"""The search for organisations: one rule for the terminal, the commands and the public pages.

A word that is typed is found in a name as a whole word, as the beginning of one or, from three
letters on, inside one; in what else is said of an organisation as a word or its beginning. Letters
are folded: Ø is found as O and OE, Å as A and AA, and so on. Words stand in any order, and all have
to be found. Only where nothing is found so, a word from four letters on may have one wrong letter,
and from eight on two: one that is missing, added, another, or two that changed places.

The public pages have the same rule in `report_templates/site/search.js`; its numbers and letters
come from `RULES`, the texts that it looks in from `searched_texts`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

from assess.core.text.name import WAYS, plain_words, search_fold, spelt_words

INSIDE = 3
"""From so many letters on a word is found inside others."""

ONE_WRONG, TWO_WRONG = 4, 8
"""From so many letters on a word may have one wrong letter, or two."""

BEGINNING = 5
"""From so many letters on a word with a wrong letter may be the beginning of another."""

RULES = {
    "ways": {letter: list(ways) for letter, ways in WAYS.items()},
    "inside": INSIDE,
    "oneWrong": ONE_WRONG,
    "twoWrong": TWO_WRONG,
    "beginning": BEGINNING,
}
"""The rule as data, for the public pages."""

WRONG = 4
"""How much worse a word with a wrong letter fits than the one that fits worst without."""


class SearchTerm(NamedTuple):
    """One word that is looked for."""

    ways: tuple[str, ...]
    """In which ways its letters may be written."""
    literal: str = ""
    """With its signs, where it is only found with them."""


def name_forms(names: Iterable[str]) -> tuple[str, ...]:
    """Give names as they are found, each in the ways in which its letters are written."""
    return tuple(dict.fromkeys([form for name in names for form in _forms(name)]))


def place_words(names: Iterable[str]) -> str:
    """Give the words of the names of a country."""
    return between(name_forms(names))


def between(texts: Iterable[str]) -> str:
    """Give words between blanks: so a word is found whole, or where it begins."""
    return f" {' '.join(texts)} "


def _forms(text: str) -> tuple[str, ...]:
    plain = plain_words(text)
    if text.isascii():
        return (plain,)
    spelt = spelt_words(text)
    return (plain,) if plain == spelt else (plain, spelt)


@lru_cache(maxsize=64)
def terms(wanted: str) -> tuple[SearchTerm, ...]:
    """Give the words that are looked for."""
    found: list[SearchTerm] = []
    for word in wanted.split():
        plain, spelt, literal = plain_words(word), spelt_words(word), search_fold(word)
        has_signs = plain != literal and any(map(str.isdigit, literal))
        if not plain or has_signs:
            found += [SearchTerm((), literal)] if literal else []
            continue
        parts = zip(plain.split(), spelt.split(), strict=False)
        found += [SearchTerm(tuple(dict.fromkeys(ways))) for ways in parts]
    return tuple(found)


def word_letters(word: str) -> int:
    """Give the letters of a word as the bits of a number."""
    bits = 0
    for letter in word:
        bits |= 1 << (ord(letter) & 63)
    return bits


def meant(term: SearchTerm, masks: Mapping[str, int]) -> dict[str, float]:
    """Give the words that may be meant by one that was typed, with how ill each fits.

    `masks` are the words that there are, with their letters.
    """
    found: dict[str, float] = {}
    for way in term.ways:
        most, typed = wrong_letters(way), word_letters(way)
        if not most:
            continue
        for word, mask in masks.items():
            # Each letter that the word lacks is a wrong one: most words are left out by that.
            if (typed & ~mask).bit_count() > most:
                continue
            wrong = mistakes(way, word, most)
            if wrong:
                found[word] = min(WRONG + 2 * wrong, found.get(word, 2.0 * WRONG * WRONG))
    return found


def wrong_letters(word: str) -> int:
    """Give how many letters of a word may be wrong; a word with digits has to be right."""
    if len(word) < ONE_WRONG or any(map(str.isdigit, word)):
        return 0
    return 2 if len(word) >= TWO_WRONG else 1


def mistakes(typed: str, word: str, most: int) -> float | None:
    """Count the wrong letters of what was typed for a word; None: over `most`.

    Where it is the beginning of the word that was typed, half a letter more is counted.
    """
    is_beginning = len(typed) >= BEGINNING
    if len(word) < len(typed) - most or (not is_beginning and len(word) > len(typed) + most):
        return None
    whole, word = len(word), word[: len(typed) + most]
    before: list[int] = []
    row = list(range(len(word) + 1))
    for place, letter in enumerate(typed, start=1):
        older, before = before, row
        row = [place]
        for column, other in enumerate(word, start=1):
            cost = min(
                before[column] + 1, row[column - 1] + 1, before[column - 1] + (letter != other)
            )
            swapped = place > 1 and column > 1 and letter == word[column - 2]
            if swapped and typed[place - 2] == other:
                cost = min(cost, older[column - 2] + 1)
            row.append(cost)
        if min(row) > most and min(before) > most - 1:
            return None
    wrong: list[float] = [row[-1]] if whole == len(word) else []
    if is_beginning:
        wrong.append(min(row) + 0.5)
    found = min(wrong, default=most + 1)
    return found if found < most + 1 else None
