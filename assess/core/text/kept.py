"""Kept messages: which sentences stand as prose where an older version, or a file, kept them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum

from assess.core.text.message import Message


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
