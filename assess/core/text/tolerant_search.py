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

from collections.abc import Iterable, Mapping
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
    """What else is said of it, and its names written together."""
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
    return Searched(_between(words), _between([*others_words, *joined]), place, signs)


def name_forms(names: Iterable[str]) -> tuple[str, ...]:
    """Give names as they are found, each in the ways in which its letters are written."""
    return tuple(dict.fromkeys(form for name in names for form in _forms(name)))


def place_words(names: Iterable[str]) -> str:
    """Give the words of the names of a country."""
    return _between(name_forms(names))


def _between(texts: Iterable[str]) -> str:
    return f" {' '.join(texts)} "


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
    found = _ranked(held, [dict.fromkeys(term.ways, 0.0) for term in looked_for], looked_for)
    if found:
        return found
    vocabulary = {word for text in held.values() for part in text[:3] for word in part.split()}
    alike = [_alike(term, vocabulary) for term in looked_for]
    return _ranked(held, alike, looked_for)


def _ranked(
    held: Mapping[Key, Searched], words: list[dict[str, float]], looked_for: tuple[SearchTerm, ...]
) -> list[Key]:
    found: list[tuple[float, Key]] = []
    for key, text in held.items():
        total = 0.0
        for term, ways in zip(looked_for, words, strict=True):
            fits = _fits(text, term, ways)
            if fits is None:
                break
            total += fits
        else:
            found.append((total, key))
    found.sort(key=lambda ranked: ranked[0])
    return [key for _, key in found]


def _fits(text: Searched, term: SearchTerm, ways: dict[str, float]) -> float | None:
    """Tell how well a word fits, 0 the best; None: not at all.

    `ways` are the words that are taken for it, each with how many of its letters are wrong.
    """
    if term.literal:
        return 0 if term.literal in text.signs else None
    best: float | None = None
    for word, wrong in ways.items():
        fits: float | None = _place_of(text, word) if wrong == 0 else _whole_word(text, word)
        if fits is not None:
            fits += WRONG + 2 * wrong if wrong else 0
            best = fits if best is None else min(best, fits)
    return best


def _place_of(text: Searched, word: str) -> int | None:
    start = f" {word}"
    if start in text.names:
        return 0 if f"{start} " in text.names else 1
    if start in text.others or start in text.place:
        whole = f"{start} "
        return 2 if whole in text.others or whole in text.place else 3
    return 3 if len(word) >= INSIDE and word in text.names else None


def _whole_word(text: Searched, word: str) -> int | None:
    whole = f" {word} "
    if whole in text.names:
        return 0
    return 1 if whole in text.others or whole in text.place else None


def _alike(term: SearchTerm, vocabulary: Iterable[str]) -> dict[str, float]:
    """Give the words that may be meant, each with how many letters of it are wrong."""
    found = dict.fromkeys(term.ways, 0.0)
    for way in term.ways:
        most = wrong_letters(way)
        for word in vocabulary if most else ():
            wrong = mistakes(way, word, most)
            if wrong and wrong < found.get(word, most + 1):
                found[word] = wrong
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
