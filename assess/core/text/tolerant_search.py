"""The search for organisations: one rule for the terminal, the commands and the public pages.

A word that is typed is found in a name as a whole word, as the beginning of one or, from three
letters on, inside one; in what else is said of an organisation as a word or its beginning. Letters
are folded: Ø is found as O and OE, Å as A and AA, and so on. Words stand in any order, and all have
to be found. Only where nothing is found so, a word from four letters on may have one wrong letter,
and from eight on two: one that is missing, added, another, or two that changed places.

The public pages have the same rule in `report_templates/site/search.js`; its numbers and letters
come from `RULES`, and the names that it looks in from `name_forms`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple, TypeVar

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

Key = TypeVar("Key")


class Searched(NamedTuple):
    """What an organisation is found by: words between blanks."""

    names: str
    others: str
    """What else is said of it."""
    joined: str
    """Its names written together."""
    place: str
    """The names of its country, which many share."""
    signs: str
    """Names and all else with their signs: days and addresses are looked for by them."""


class SearchTerm(NamedTuple):
    """One word that is looked for."""

    ways: tuple[str, ...]
    """In which ways its letters may be written."""
    literal: str = ""
    """With its signs, where it is only found with them."""


def searched(names: Iterable[str], others: Iterable[str], place: str = "") -> Searched:
    """Give what an organisation is found by; `place` comes from `place_words`."""
    every, more = list(dict.fromkeys(names)), list(others)
    words = name_forms(every)
    joined = dict.fromkeys(text for form in words for text in _joined(form))
    others_words = dict.fromkeys(form for text in more for form in _forms(text))
    signs = search_fold("\n".join((*every, *more)))
    return Searched(_between(words), _between(others_words), _between(joined), place, signs)


def name_forms(names: Iterable[str]) -> tuple[str, ...]:
    """Give names as they are found, each in the ways in which its letters are written."""
    return tuple(dict.fromkeys(form for name in names for form in _forms(name)))


def place_words(names: Iterable[str]) -> str:
    """Give the words of the names of a country."""
    return _between(name_forms(names))


def _between(texts: Iterable[str]) -> str:
    return f" {' '.join(texts)} "


@lru_cache(maxsize=4096)
def _forms(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys((plain_words(text), spelt_words(text))))


def _joined(form: str) -> Iterable[str]:
    """Give what of a name may be written together: two neighbours, or all of it."""
    words = form.split()
    yield from (first + second for first, second in pairwise(words))
    if len(words) > 2:
        yield "".join(words)


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


def search(wanted: str, held: Mapping[Key, Searched]) -> list[Key]:
    """Give the keys of what is found, the best first; of equals as they are held.

    All where nothing is looked for.
    """
    looked_for = terms(wanted)
    if not looked_for:
        return list(held)
    found = _ranked(held, looked_for, _fits)
    if found:
        return found
    alike = _Alike(looked_for, held.values())
    return _ranked(held, looked_for, alike.fits)


def _ranked(
    held: Mapping[Key, Searched],
    looked_for: tuple[SearchTerm, ...],
    fits: Callable[[Searched, SearchTerm], float | None],
) -> list[Key]:
    found: list[tuple[float, Key]] = []
    for key, text in held.items():
        total = 0.0
        for term in looked_for:
            how_well = fits(text, term)
            if how_well is None:
                break
            total += how_well
        else:
            found.append((total, key))
    found.sort(key=lambda ranked: ranked[0])
    return [key for _, key in found]


def _fits(text: Searched, term: SearchTerm) -> float | None:
    """Tell how well a word fits as it was typed, 0 the best; None: not at all."""
    if term.literal:
        return 0 if term.literal in text.signs else None
    places = (_place_of(text, way) for way in term.ways)
    return min((place for place in places if place is not None), default=None)


def _place_of(text: Searched, word: str) -> int | None:
    start = f" {word}"
    if start in text.names:
        return 0 if f"{start} " in text.names else 1
    if start in text.others or start in text.place or start in text.joined:
        whole = f"{start} "
        return 2 if whole in text.others or whole in text.place or whole in text.joined else 3
    return 3 if len(word) >= INSIDE and word in text.names else None


class _Alike:
    """Words that may be meant by each that was typed, with how many of their letters are wrong."""

    def __init__(self, looked_for: Iterable[SearchTerm], texts: Iterable[Searched]) -> None:
        # A word with digits has to be right, so nothing with digits is meant by another word.
        masks = {
            word: _letters(word)
            for words in {part for text in texts for part in (text.names, text.others, text.place)}
            for word in words.split()
            if word.isalpha()
        }
        self._meant = {term: _meant(term, masks) for term in looked_for}
        self._of_place: dict[tuple[SearchTerm, str], float | None] = {}

    def fits(self, text: Searched, term: SearchTerm) -> float | None:
        as_typed = _fits(text, term)
        if as_typed is not None or not self._meant[term]:
            return as_typed
        meant = self._meant[term]
        best = min((meant[word] for word in text.names.split() if word in meant), default=None)
        other = min((meant[word] for word in text.others.split() if word in meant), default=None)
        key = term, text.place
        if key not in self._of_place:
            found = (meant[word] for word in text.place.split() if word in meant)
            self._of_place[key] = min(found, default=None)
        beside = [wrong + 1 for wrong in (other, self._of_place[key]) if wrong is not None]
        return min((wrong for wrong in (best, *beside) if wrong is not None), default=None)


def _letters(word: str) -> int:
    """Give the letters of a word as the bits of a number."""
    bits = 0
    for letter in word:
        bits |= 1 << (ord(letter) & 63)
    return bits


def _meant(term: SearchTerm, masks: Mapping[str, int]) -> dict[str, float]:
    found: dict[str, float] = {}
    for way in term.ways:
        most, typed = wrong_letters(way), _letters(way)
        if not most:
            continue
        for word, letters in masks.items():
            # Each letter that the word lacks is a wrong one: most words are left out by that.
            if (typed & ~letters).bit_count() > most:
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
