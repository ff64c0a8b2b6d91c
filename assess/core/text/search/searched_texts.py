"""The texts in which organisations are found: columns of lines, one line for each organisation.

A column is one long text, in which a word is looked for at once: a hundred thousand lines take some
thousandths of a second, and nothing has to be prepared for each.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate

from assess.core.text.search.tolerant_search import (
    INSIDE,
    SearchTerm,
    between,
    meant,
    name_forms,
    terms,
    word_letters,
)

WHOLE, BEGINS, BESIDE, PART = 0, 1, 2, 3
"""How well a word fits: a word of a name, its beginning, a word beside, the beginning of one."""


def names_line(names: Iterable[str]) -> str:
    """Give names as a line: each in the ways in which its letters are written, tabs between."""
    return "\t".join([f" {form} " for form in name_forms(names)])


def others_line(texts: Iterable[str]) -> str:
    """Give as a line what else is said of an organisation."""
    return between(name_forms(texts))


def vocabulary(texts: Iterable[str]) -> list[str]:
    """Give every word that may be meant by another: what has digits has to be right."""
    words = {word for text in texts for word in set(text.split())}
    return sorted(filter(str.isalpha, words))


class SearchedColumn:
    """Lines as one text, in which words are found."""

    def __init__(self, lines: Iterable[str]) -> None:
        """Join the lines."""
        held = list(lines)
        self.text = "\n".join(held)
        self._starts = list(accumulate((len(line) + 1 for line in held), initial=0))

    def lines_with(self, part: str) -> Iterator[int]:
        """Give the lines that have a text, each once."""
        text, starts = self.text, self._starts
        found = text.find(part)
        while found >= 0:
            line = bisect_right(starts, found) - 1
            yield line
            found = text.find(part, starts[line + 1])

    def joined(self, word: str) -> Iterator[tuple[int, bool]]:
        """Give the lines that have a word where blanks are left out, and whether it ends there.

        Two neighbouring words may be written together, and all words of a name.
        """
        text, starts = self.text, self._starts
        for found in re.finditer(" " + " ?".join(map(re.escape, word)), text):
            blanks = found[0].count(" ") - 1
            begins = found.start() == 0 or text[found.start() - 1] in "\n\t"
            if not blanks or (blanks > 1 and not begins):
                continue
            after = text[found.end() : found.end() + 2]
            ends = after[:1] == " " and (blanks == 1 or after[1:2] in ("", "\n", "\t"))
            yield bisect_right(starts, found.start()) - 1, ends


class SearchedTexts:
    """What organisations, or their labels, are found by: a line of each column is for one."""

    def __init__(
        self,
        names: Iterable[str],
        others: Iterable[str],
        places: Sequence[str],
        signs: Callable[[], Iterable[str]],
    ) -> None:
        """Hold lines of `names_line` and `others_line`, and the words of the country of each line.

        `signs` gives names and all else with their signs; it is asked when somebody looks for one.
        """
        self._names = SearchedColumn(names)
        self._others = SearchedColumn(others)
        self._signs = signs
        self._by_place: dict[str, list[int]] = {}
        for line, place in enumerate(places):
            self._by_place.setdefault(place, []).append(line)
        self._count = len(places)

    @cached_property
    def _with_signs(self) -> SearchedColumn:
        return SearchedColumn(self._signs())

    @cached_property
    def _words(self) -> dict[str, int]:
        texts = self._names.text, self._others.text, *self._by_place
        return {word: word_letters(word) for word in vocabulary(texts)}

    def search(self, wanted: str) -> list[int]:
        """Give the lines that are found, the best first; of equals as they are held.

        All where nothing is looked for.
        """
        looked_for = terms(wanted)
        if not looked_for:
            return list(range(self._count))
        return _ranked(looked_for, self._as_typed) or _ranked(looked_for, self._as_meant)

    def _as_typed(self, term: SearchTerm) -> dict[int, float]:
        """Give the lines with a word as it was typed, each with how ill it fits."""
        if term.literal:
            return dict.fromkeys(self._with_signs.lines_with(term.literal), WHOLE)
        found: dict[int, float] = {}
        for way in term.ways:
            for line, fits in self._in_way(way).items():
                found[line] = min(fits, found.get(line, fits))
        return found

    def _in_way(self, word: str) -> dict[int, float]:
        """Give the lines with a word in one way of writing: what fits better comes later."""
        begins, whole = f" {word}", f" {word} "
        found: dict[int, float] = {}
        if len(word) >= INSIDE:
            found |= dict.fromkeys(self._names.lines_with(word), PART)
        found |= dict.fromkeys(self._others.lines_with(begins), PART)
        beside = [
            (BESIDE if whole in place else PART, lines)
            for place, lines in self._by_place.items()
            if begins in place
        ]
        joined = list(self._names.joined(word)) if len(word) > 1 else []
        found |= {line: PART for line, _ in joined}
        for fits, lines in sorted(beside, key=lambda each: each[0], reverse=True):
            found |= dict.fromkeys(lines, fits)
        found |= {line: BESIDE for line, ends in joined if ends}
        found |= dict.fromkeys(self._others.lines_with(whole), BESIDE)
        found |= dict.fromkeys(self._names.lines_with(begins), BEGINS)
        return found | dict.fromkeys(self._names.lines_with(whole), WHOLE)

    def _as_meant(self, term: SearchTerm) -> dict[int, float]:
        """Give the lines with a word as it was typed, or with one that may be meant by it."""
        found = self._as_typed(term)
        wrong: dict[int, float] = {}

        def take(lines: Iterable[int], fits: float) -> None:
            for line in lines:
                if line not in found:
                    wrong[line] = min(fits, wrong.get(line, fits))

        for word, fits in meant(term, self._words).items():
            whole = f" {word} "
            take(self._names.lines_with(whole), fits)
            take(self._others.lines_with(whole), fits + 1)
            for place, lines in self._by_place.items():
                if whole in place:
                    take(lines, fits + 1)
        return found | wrong


def _ranked(
    looked_for: Sequence[SearchTerm], lines_of: Callable[[SearchTerm], dict[int, float]]
) -> list[int]:
    """Give the lines that have every word, the best first."""
    first, *more = map(lines_of, looked_for)
    for lines in more:
        first = {line: fits + lines[line] for line, fits in first.items() if line in lines}
    return sorted(first, key=lambda line: (first[line], line))
