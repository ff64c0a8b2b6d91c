"""Saying a sentence that stands in the code, in the language that is spoken now.

The language of the process is chosen once, when it starts (English until then, and always where a
command speaks); a document is made in its own, within `speaking`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date
from pathlib import Path

from assess.core.text.alphabet import Alphabet
from assess.languages.language import (
    ENGLISH,
    Language,
    available,
    language,
    with_iso_days,
)
from assess.languages.translation.sorting import alphabet_of
from assess.languages.translation.untranslated import counting_untranslated

Shown = str | int | float | date | Path | BaseException
"""What may stand at a place of a sentence; a message or a wording is said first."""

_chosen: list[Language] = [language(ENGLISH)]
_asking: list[Language | None] = [None]
_spoken: ContextVar[Language | None] = ContextVar("spoken", default=None)


def choose(code: str) -> None:
    """Choose the language of this process; UnknownLanguage where there is none of that code."""
    _chosen[0] = language(code)


@contextmanager
def speaking(code: str, *, iso_days: bool = False) -> Iterator[set[str]]:
    """Speak a language within a block; UnknownLanguage where there is none of that code.

    With `iso_days`, a day is written as `2026-03-12` in each: beside data, and where it is sorted.
    Gives what is said in English there for want of a translation.
    """
    token = _spoken.set(with_iso_days(code) if iso_days else language(code))
    try:
        with counting_untranslated() as missing:
            yield missing
    finally:
        _spoken.reset(token)


def spoken_language() -> Language:
    """Give the language that is spoken now."""
    return _spoken.get() or _chosen[0]


def ask_in(code: str | None) -> None:
    """Choose the language in which questions are asked; None: the one that is spoken anyway.

    English stands in for a language that there is not here, such as one of a newer program.
    """
    if code is None:
        _asking[0] = None
        return
    _asking[0] = language(code if code in available() else ENGLISH)


def asking_language() -> Language:
    """Give the language in which questions are asked now."""
    return _asking[0] or spoken_language()


def gettext(english: str, /, **values: Shown) -> str:
    """Say a sentence that stands here; its places are named: `{path}: damaged`."""
    return _filled(spoken_language().translations.gettext(english), values)


def pgettext(context: str, english: str, /, **values: Shown) -> str:
    """Say a sentence or a word whose English has two meanings; the context tells them apart."""
    return _filled(spoken_language().translations.pgettext(context, english), values)


def ngettext(one: str, other: str, count: int, /, **values: Shown) -> str:
    """Say a sentence with a number in it, which stands at the place `{count}`."""
    found = spoken_language().translations.ngettext(one, other, count)
    return _filled(found, {"count": count, **values})


def gettext_noop(english: str) -> str:
    """Mark a sentence that is looked up where it is shown."""
    return english


def _filled(found: str, values: Mapping[str, Shown]) -> str:
    return found.format_map(values) if values else found


def with_label(label: str, text: str) -> str:
    """Write a label and what it is about: `Country: Norway`."""
    return pgettext("a label and its text", "{label}: {text}", label=label, text=text)


def day_text(day: date) -> str:
    """Write a day in words: `12 March 2026`."""
    return spoken_language().day(day, in_words=True)


def alphabet() -> Alphabet:
    """Give the alphabet by which lists are sorted in the language that is spoken now."""
    return alphabet_of(spoken_language().code)


def listed(items: Sequence[str]) -> str:
    """Write a list in a sentence: `a, b and c`."""
    return spoken_language().joined(items, "and")


def number_text(number: float, decimals: int = 0) -> str:
    """Write a number in groups of three, with at most so many decimals."""
    return spoken_language().number(number, decimals)
