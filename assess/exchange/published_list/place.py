"""Where something stands in a list, in words."""

from __future__ import annotations

from assess.languages import gettext


def lines_at(first: int, last: int) -> str:
    """Name a line, or several from the first to the last."""
    if last <= first:
        return gettext("line {line}", line=first)
    return gettext("lines {first} to {last}", first=first, last=last)
