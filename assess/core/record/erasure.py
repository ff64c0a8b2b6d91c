"""Erasure: where a name stands in plain values, and what they say without it."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import Any

from assess.core.text.name import plain_words

ERASED = "(erased)"
"""What stands where a text was; the record keeps it, in every language."""


class ErasureScope(StrEnum):
    """What an erasure is about."""

    CASE = "case"
    PERSON = "person"


def has_name(text: str, name: str) -> bool:
    """Tell whether a name stands in a text as whole words, whatever their case and accents."""
    words = plain_words(name)
    return bool(words) and f" {words} " in f" {plain_words(text)} "


def texts_with(value: object, name: str) -> Iterator[str]:
    """Give the texts in a plain value in which a name stands."""
    match value:
        case str():
            if has_name(value, name):
                yield value
        case dict():
            for key, part in value.items():
                yield from texts_with(key, name)
                yield from texts_with(part, name)
        case list():
            for part in value:
                yield from texts_with(part, name)
        case _:
            return


def without_name(value: Any, name: str) -> Any:
    """Give a plain value in which each text with the name is replaced as a whole."""
    match value:
        case str():
            return ERASED if has_name(value, name) else value
        case dict():
            return {without_name(key, name): without_name(value[key], name) for key in value}
        case list():
            return [without_name(part, name) for part in value]
        case _:
            return value
