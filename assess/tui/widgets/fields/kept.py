"""Drafts of answers in several parts: JSON objects of texts, read without trusting them."""

from __future__ import annotations

import json
from collections.abc import Iterable


def kept_texts(draft: str, names: Iterable[str]) -> dict[str, str]:
    """Give the texts by part; a draft of another form gives its whole text to the first part."""
    known = list(names)
    try:
        held = json.loads(draft)
    except (ValueError, RecursionError):
        held = draft
    if isinstance(held, dict):
        return {name: str(held[name]) for name in known if held.get(name) is not None}
    return {known[0]: draft} if draft.strip() else {}
