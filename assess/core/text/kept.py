"""Kept messages: which sentences stand as prose where an older version, or a file, kept them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import Annotated

from pydantic import BeforeValidator

from assess.core.text.message import Day, Message, MessageValue, Month


def _read(stored: object) -> object:
    """Read a kept message of plain values at once: by its type alone it takes ten times as long."""
    if type(stored) is not dict or not stored.keys() <= _MESSAGE:
        return stored
    code, values = stored.get("code"), stored.get("values", {})
    if type(code) is not str or type(values) is not dict:
        return stored
    plain: dict[str, MessageValue] = {}
    for name, value in values.items():
        kind = type(value)
        read = value if kind is str or kind is int else _dated(value)
        if read is None:
            return stored
        plain[name] = read
    return Message(code, plain)


_MESSAGE = frozenset({"code", "values"})


def _dated(value: object) -> Day | Month | None:
    if type(value) is not dict:
        return None
    in_words = value.get("in_words", False)
    if type(in_words) is not bool or not value.keys() <= _DATED:
        return None
    day, month = value.get("day"), value.get("month")
    if type(day) is str and month is None:
        return _day(day, in_words)
    if type(month) is str and day is None:
        return _month(month, in_words)
    return None


_DATED = frozenset({"day", "month", "in_words"})


@lru_cache(maxsize=4096)
def _day(written: str, in_words: bool) -> Day:  # noqa: FBT001  a key of the cache
    return Day(date.fromisoformat(written), in_words=in_words)


@lru_cache(maxsize=4096)
def _month(written: str, in_words: bool) -> Month:  # noqa: FBT001  a key of the cache
    return Month(date.fromisoformat(written), in_words=in_words)


Kept = Annotated[Message | str, BeforeValidator(_read)]
"""What is kept as a message with its values, or as prose, where an older version wrote it."""


class PlaceKind(StrEnum):
    """What stands at a place of a kept sentence."""

    DAY = "day"
    DAY_IN_WORDS = "day_in_words"
    MONTH = "month"
    WHOLE_NUMBER = "whole_number"
    TEXT = "text"
    NAME = "name"
    """A text without a comma, so that a sentence with several parts is clear."""
    PERSON = "person"
    """A name without a comma or a digit, which no day can be."""


class KeptMessages:
    """The messages that one field of a record may hold, with the kind of each of their values."""

    def __init__(self, places: Mapping[str, Mapping[str, PlaceKind]]) -> None:
        """Take the kinds of the values of every code, by their names."""
        self.places = dict(places)

    def __or__(self, other: KeptMessages) -> KeptMessages:
        """Give the messages of both."""
        return KeptMessages(self.places | other.places)


Understand = Callable[[str, KeptMessages], Message | str]
"""Understands prose as a message where that is certain, or gives it as it is."""


def understood_text(
    kept: Message | str, messages: KeptMessages, understand: Understand
) -> Message | str:
    """Give a kept text as the message that it is, where it is prose and that is certain.

    A message that only a newer version can say is given as its code and values.
    """
    if isinstance(kept, str):
        return understand(kept, messages)
    is_known = messages.places.get(kept.code, {}).keys() == kept.values.keys()
    return kept if is_known else str(kept)
