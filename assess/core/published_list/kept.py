"""What a listing keeps of its rule and warnings: messages, or the prose of an older version."""

from __future__ import annotations

from assess.core.case.reading.message import ReadingMessage
from assess.core.label.kept import LISTED_RULES, LISTED_WARNINGS
from assess.core.published_list.message import PublishedListMessage
from assess.core.register.record import Listing
from assess.core.text.kept import KeptMessages, PlaceKind, Understand, understood_text

_DAY, _WHOLE = PlaceKind.DAY, PlaceKind.WHOLE_NUMBER
_TEXT, _NAME = PlaceKind.TEXT, PlaceKind.NAME

WARNINGS = LISTED_WARNINGS | KeptMessages(
    {
        PublishedListMessage.ADDRESS_LEFT_OUT: {"text": _TEXT},
        ReadingMessage.FIRST_DAY_TAKEN: {"text": _TEXT},
        ReadingMessage.LAST_DAY_TAKEN: {"text": _TEXT},
    }
)
"""Warnings of listed labels, and remarks on their rows."""

PLACES = KeptMessages(
    {
        PublishedListMessage.LINE: {"line": _WHOLE},
        PublishedListMessage.LINES: {"first": _WHOLE, "last": _WHOLE},
        PublishedListMessage.ROW: {"row": _WHOLE},
        PublishedListMessage.ROW_OF_SHEET: {"sheet": _NAME, "row": _WHOLE},
        PublishedListMessage.ROW_OF_TABLE: {"table": _WHOLE, "row": _WHOLE},
        PublishedListMessage.DECISION: {"day": _DAY},
    }
)
"""Places of rows, which stand in files and in the register by their English names."""

SOURCES = KeptMessages(
    {
        PublishedListMessage.FROM_LINE: {"file": _NAME, "line": _WHOLE},
        PublishedListMessage.FROM_LINES: {"file": _NAME, "first": _WHOLE, "last": _WHOLE},
        PublishedListMessage.FROM_ROW: {"file": _NAME, "row": _WHOLE},
        PublishedListMessage.FROM_ROW_OF_SHEET: {"file": _NAME, "sheet": _NAME, "row": _WHOLE},
        PublishedListMessage.FROM_ROW_OF_TABLE: {"file": _NAME, "table": _WHOLE, "row": _WHOLE},
        PublishedListMessage.DECISION_BY_HAND: {"day": _DAY},
    }
)
"""Where a listing comes from: its file and place, by which it is known again."""


def understood_listing(listing: Listing, understand: Understand) -> Listing:
    """Give a listing with its prose as the messages that it is, where that is certain."""
    rule = listing.rule and understood_text(listing.rule, LISTED_RULES, understand)
    warnings = listing.warnings and tuple(
        understood_text(kept, WARNINGS, understand) for kept in listing.warnings
    )
    if rule is listing.rule and warnings == listing.warnings:
        return listing
    return listing.model_copy(update={"rule": rule, "warnings": warnings})
