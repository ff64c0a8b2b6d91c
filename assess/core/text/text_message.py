"""What is said about texts themselves."""

from __future__ import annotations

from enum import StrEnum


class TextMessage(StrEnum):
    """A text of the catalogue that cannot be read, and how a label stands before its text."""

    NOT_BY_LANGUAGE = "text.not_by_language"
    ENGLISH_MISSING = "text.english_missing"
    LABELLED = "text.labelled"
