"""The words of a text, for rooms of the core that hand on no codes yet: it goes with the last."""

from __future__ import annotations

from importlib import import_module

from assess.core.text.message import MessageValue


def words_of(text: MessageValue) -> str:
    """Give the words of a text in the language that is spoken."""
    words: str = import_module("assess.languages.message").say(text)
    return words
