"""Kept messages: which sentences stand as prose where an older version, or a file, kept them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import BeforeValidator

from assess.core.text.message import Day, Message, MessageValue, Month


def _read(stored: object) -> object:
    """Read a kept message of plain values at once: by its type alone it takes ten times as long."""
    if not isinstance(stored, dict) or not stored.keys() <= {"code", "values"}:
        return stored
    code, values = stored.get("code"), stored.get("values", {})
    if not isinstance(code, str) or not isinstance(values, dict):
        return stored
    plain: dict[str, MessageValue] = {}
    for name, value in values.items():
        read = _plain(value)
        if read is None:
            return stored
        plain[name] = read
    return Message(code, plain)


def _plain(value: object) -> str | int | Day | Month | None:
    if isinstance(value, str) or (isinstance(value, int) and not isinstance(value, bool)):
        return value
    if not isinstance(value, dict):
        return None
    in_words = value.get("in_words", False)
    if in_words not in (True, False) or not value.keys() <= {"day", "month", "in_words"}:
        return None
    day, month = value.get("day"), value.get("month")
    if isinstance(day, str) and month is None:
        return Day(date.fromisoformat(day), in_words=in_words)
    if isinstance(month, str) and day is None:
        return Month(date.fromisoformat(month), in_words=in_words)
    return None


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
