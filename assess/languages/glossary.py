"""The glossary: which words of a text are not the ones used, and what slows its reader down.

The words of `glossary.toml` are English, and so are the texts that they are looked for in.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

_WORD = re.compile(r"[^\W\d_]+")
_SENTENCES = re.compile(r"(?<=[.!?;:])\s+|\n\n")
_NO_WORDS = re.compile(r"\{[^{}]*\}|`[^`]*`|(?<!\w)-{1,2}[a-z][\w-]*")
"""Places, options and what is typed, which are no words of a sentence."""


class Avoided(NamedTuple):
    """Words that are not used for a term, but for phrases in which they mean something else."""

    term: str
    """The word to use; empty for a turn that is used nowhere."""
    words: re.Pattern[str]
    spared: re.Pattern[str] | None
    in_catalogue: bool
    """Whether the indicators are held to it too."""

    def found_in(self, text: str) -> str | None:
        """Give the first avoided word of a text."""
        plain = _words(text)
        found = self.words.search(self.spared.sub("", plain) if self.spared else plain)
        return found.group() if found else None


@cache
def glossary() -> dict[str, Any]:
    """Give the glossary as its file has it."""
    text = files(__package__).joinpath("glossary.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def avoided_words() -> tuple[Avoided, ...]:
    """Give what is avoided for each term, and at the end the turns that are used nowhere."""
    terms = [
        _avoided(term["term"], term["avoid"], term.get("allowed", ()), term.get("held_in"))
        for term in glossary()["term"]
        if term.get("avoid")
    ]
    style = glossary()["style"]
    return (*terms, _avoided("", style["avoid"], style["allowed"], None))


def _avoided(term: str, words: list[str], allowed: list[str], held_in: str | None) -> Avoided:
    wanted = rf"(?<![\w-])(?:{'|'.join(map(re.escape, words))})(?![\w-])"
    spared = "|".join(map(re.escape, allowed))
    return Avoided(
        term=term,
        words=re.compile(wanted, re.IGNORECASE),
        spared=re.compile(spared, re.IGNORECASE) if spared else None,
        in_catalogue=held_in != "program",
    )


def longest_sentence() -> int:
    """Give how many words a sentence has at the most."""
    words: int = glossary()["style"]["longest_sentence"]
    return words


def long_sentences(text: str) -> Iterator[str]:
    """Give the sentences of a text that are too long; what is in brackets is not counted."""
    for sentence in _SENTENCES.split(text):
        if len(_WORD.findall(re.sub(r"\([^)]*\)", "", sentence))) > longest_sentence():
            yield sentence


def negates_twice(text: str) -> bool:
    """Tell whether a clause of a text has two negations."""
    one_word, patterns = _negations()
    plain = one_word.sub("…", _words(text))
    return any(pattern.search(plain) for pattern in patterns)


@cache
def _negations() -> tuple[re.Pattern[str], tuple[re.Pattern[str], ...]]:
    style = glossary()["style"]
    pairs = (pattern.split(" ~ ") for pattern in style["double_negation"])
    return (
        re.compile("|".join(map(re.escape, style["one_word"])), re.IGNORECASE),
        tuple(
            re.compile(
                rf"\b{re.escape(first)}\b[^.,;:()?!…–]*\b{re.escape(second)}\b", re.IGNORECASE
            )
            for first, second in pairs
        ),
    )


def _words(text: str) -> str:
    return _NO_WORDS.sub("…", " ".join(text.split()))
