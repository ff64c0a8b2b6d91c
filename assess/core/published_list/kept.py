"""What a listing keeps of its rule and warnings: messages, or the prose of an older version."""

from __future__ import annotations

from assess.core.label.kept import LISTED_RULES, LISTED_WARNINGS
from assess.core.register.record import Listing
from assess.core.text.kept import Understand, understood_text

WARNINGS = LISTED_WARNINGS


def understood_listing(listing: Listing, understand: Understand) -> Listing:
    """Give a listing with its prose as the messages that it is, where that is certain."""
    if not listing.rule and not listing.warnings:
        return listing
    rule = listing.rule and understood_text(listing.rule, LISTED_RULES, understand)
    warnings = tuple(understood_text(kept, WARNINGS, understand) for kept in listing.warnings)
    return listing.model_copy(update={"rule": rule, "warnings": warnings})
