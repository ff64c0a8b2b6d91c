"""Checks of translations: what a translation has to keep of its English, whatever else it says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import Any, NamedTuple

PLACES = re.compile(r"\{[^{}]*\}|%\([a-z_]+\)[a-z]")
MARKUP = re.compile(r"<[^<>]*>|&[a-z#0-9]+;|`[^`]*`|(?<!\S)--[a-z][a-z-]*")
KEYS = re.compile(
    r"\b(?:(?:Ctrl|Alt|Shift)\+\w+|Enter(?! (?:the|an?|your|each)\b)|Esc|Tab|F\d{1,2})\b"
)
"""Keys by their names; `Enter the day` is no key."""

SHORT = 40
"""An English text of at most so many characters is a label, a head or a key: it has little room."""

LONGER, SLACK = 1.7, 6
"""How much longer its translation may be: a screen of 80 columns has no more room."""


class TranslationFault(StrEnum):
    """What is wrong with a translation."""

    PLACES = "places"
    MARKUP = "markup"
    KEYS = "keys"
    FORMS = "forms"
    LENGTH = "length"


class FoundFault(NamedTuple):
    """A fault of one translation, with what the English has and what stands instead."""

    english: str
    fault: TranslationFault
    expected: str
    found: str


def faults_of(message: Any, forms: int) -> Iterator[FoundFault]:
    """Find the faults of a message of a PO file; one without a translation has none."""
    english = [message.id] if isinstance(message.id, str) else list(message.id)
    said = [message.string] if isinstance(message.string, str) else list(message.string or ())
    if not any(said):
        return
    if len(english) > 1 and (len(said) != forms or not all(said)):
        yield FoundFault(english[0], TranslationFault.FORMS, str(forms), str(sum(map(bool, said))))
        return
    for pattern, fault in (
        (PLACES, TranslationFault.PLACES),
        (MARKUP, TranslationFault.MARKUP),
        (KEYS, TranslationFault.KEYS),
    ):
        yield from _kept(pattern, fault, english, said)
    if len(english) == 1 and len(english[0]) <= SHORT:
        most = int(len(english[0]) * LONGER) + SLACK
        if len(said[0]) > most:
            yield FoundFault(english[0], TranslationFault.LENGTH, str(most), str(len(said[0])))


def _kept(
    pattern: re.Pattern[str], fault: TranslationFault, english: Sequence[str], said: Sequence[str]
) -> Iterator[FoundFault]:
    """Compare what has to be the same; a form for one may leave its number out."""
    demanded = [sorted(pattern.findall(text)) for text in english]
    for text in said:
        found = sorted(pattern.findall(text))
        if found in demanded:
            continue
        allowed = [sorted(set(each) - {"{count}"}) for each in demanded]
        if len(english) > 1 and sorted(set(found) - {"{count}"}) in allowed:
            continue
        yield FoundFault(english[0], fault, " ".join(demanded[-1]), " ".join(found))
        return
