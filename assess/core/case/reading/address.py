"""Addresses of pages as people write them: with or without https:// before them."""

from __future__ import annotations

import re

from assess.core.text.visible import stripped

_WITHOUT_SCHEME = re.compile(r"[^\s/@:?#]+\.[^\W\d_]{2,}(?::\d+)?(?:[/?#]\S*)?")
"""A host with a point and letters behind it, and perhaps a port and a path."""


def as_address(text: str) -> str:
    """Complete an address that is written without a scheme; anything else stays as it is."""
    typed = stripped(text)
    return f"https://{typed}" if _WITHOUT_SCHEME.fullmatch(typed) else typed
