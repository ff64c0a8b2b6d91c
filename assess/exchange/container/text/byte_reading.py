"""Lines of one byte for each letter, read in every encoding: which reading makes names of them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from assess.languages.alphabets import ALPHABETS, letters_of, written_in

_OF_DOS = "cp8"
"""How the encodings begin that few files have today."""

_WORD = re.compile(r"[^\W\d_]+")
_SIGNS = frozenset("\u00a0–—‘’‚“”„«»‹›…•·€£§°©®™№¿¡ªº½²³±×´")
"""Signs beyond ASCII that stand in lists."""
_WITHIN_WORDS = frozenset("’‘·–—\u00ad´")
_NEVER_BEFORE_LETTERS = frozenset("©®™»›…ºª°²³")
_SELDOM_BEFORE_SMALL_LETTERS = frozenset("’‚\u00a0")

_NO_TEXT, _NO_LANGUAGE, _OTHER_LANGUAGE, _UNUSUAL = 40, 4, 2, 1
"""How much counts against a reading: a sign that no text has, letters that no language has
together, a language that is not in question, an encoding in which those in question are not."""


class ByteReading(NamedTuple):
    """Lines as they read in an encoding."""

    encoding: str
    lines: tuple[str, ...]


class _Weighed(NamedTuple):
    reading: ByteReading
    against: int
    covered: int
    """How many lines have letters of one and the same language."""


def read_lines(
    lines: Sequence[bytes],
    encodings: Iterable[str],
    languages: Callable[[str], frozenset[str]] | None,
) -> tuple[ByteReading, ...]:
    """Give the readings between which nothing decides, each of them other; none: all are wrong."""
    said = [
        languages(line.decode("ascii", "replace")) if languages else frozenset() for line in lines
    ]
    every = frozenset().union(*said)
    usual = {encoding for language in every for encoding in written_in(language)}
    found: dict[tuple[str, ...], _Weighed] = {}
    for encoding in encodings:
        weighed = _weighed(lines, encoding, said, every)
        if weighed is None:
            continue
        if (usual and encoding not in usual) or encoding.startswith(_OF_DOS):
            weighed = weighed._replace(against=weighed.against + _UNUSUAL)
        known = found.get(weighed.reading.lines)
        if known is None or weighed.against < known.against:
            found[weighed.reading.lines] = weighed
    possible = list(found.values())
    least = min((each.against for each in possible), default=0)
    if least >= _NO_TEXT * max(1, len(lines) // 10):
        return ()
    best = [each for each in possible if each.against == least]
    most = max(each.covered for each in best)
    return tuple(each.reading for each in best if each.covered == most)


def _weighed(
    lines: Sequence[bytes], encoding: str, said: Sequence[frozenset[str]], every: frozenset[str]
) -> _Weighed | None:
    try:
        texts = tuple(line.decode(encoding) for line in lines)
    except UnicodeDecodeError:
        texts = tuple(line.decode(encoding, "replace") for line in lines)
    against = 0
    covered = dict.fromkeys(ALPHABETS, 0)
    for text, languages in zip(texts, said, strict=True):
        against += _NO_TEXT * _oddities(text)
        has = _languages_with(_letters(text))
        for language in has:
            covered[language] += 1
        if not has:
            against += _NO_LANGUAGE
        elif (languages or every) and not has & (languages or every):
            against += _OTHER_LANGUAGE
    return _Weighed(ByteReading(encoding, texts), against, max(covered.values()))


def _letters(text: str) -> frozenset[str]:
    return frozenset(letter for letter in text if not letter.isascii() and letter.isalpha())


@lru_cache(maxsize=4096)
def _languages_with(letters: frozenset[str]) -> frozenset[str]:
    return frozenset(
        language for language in ALPHABETS if letters - {"ª", "º"} <= letters_of(language)
    )


def _oddities(text: str) -> int:
    """Count what stands in no text: control characters, strange signs, words of two scripts."""
    count = 0
    for place, sign in enumerate(text):
        if sign.isascii() or sign.isalpha():
            continue
        is_inside = (
            0 < place < len(text) - 1 and text[place - 1].isalpha() and (text[place + 1].isalpha())
        )
        is_fit = sign in _WITHIN_WORDS if is_inside else sign in _SIGNS or sign == "\u00ad"
        after = text[place + 1 : place + 2]
        is_fit = is_fit and not (after.isalpha() and sign in _NEVER_BEFORE_LETTERS)
        is_stray = sign in _SELDOM_BEFORE_SMALL_LETTERS and after.islower() and not is_inside
        count += (not is_fit) + (is_stray and (not place or text[place - 1] in ' \t;,|"'))
    return count + sum(_is_odd(word) for word in _WORD.findall(text) if not word.isascii())


@lru_cache(maxsize=8192)
def _is_odd(word: str) -> bool:
    """Tell whether letters of two scripts stand in a word, or capitals where nobody writes them."""
    scripts = {unicodedata.name(letter, "?").partition(" ")[0] for letter in word}
    if len(scripts - {"MASCULINE", "FEMININE", "MICRO"}) > 1:
        return True
    for before, letter, after in zip(f" {word}", word, f"{word[1:]} ", strict=False):
        if letter.isascii():
            continue
        if letter.isupper() and (before.islower() or (before.isupper() and after.islower())):
            return True
        if letter == "ς" and after != " ":
            return True
        if letter.islower() and letter not in "ßª" and before.isupper() and after.isupper():
            return True
    return False
