"""What a text in the pseudo-language shows that was never looked up."""

from __future__ import annotations

import re
from collections.abc import Iterable

from assess.languages.pseudo import CLOSING, OPENING

_ADDRESS = re.compile(r"(?:https?://|urn:|mailto:)\S+|\S+@\S+")
_WORD = re.compile(r"[^\W\d_]{2,}")


def outside(text: str) -> str:
    """Give what of a text stands outside the brackets of the pseudo-language, however nested."""
    depth, kept = 0, []
    for letter in text:
        if letter == OPENING:
            depth += 1
        elif letter == CLOSING:
            depth -= 1
            kept.append(" ")
        elif depth <= 0:
            kept.append(letter)
    return "".join(kept)


def unsaid(text: str, data: Iterable[str] = ()) -> list[str]:
    """Give the words that are neither looked up nor data; longer data are taken away first."""
    left = outside(text)
    for known in sorted({known for known in data if known}, key=len, reverse=True):
        left = left.replace(known, " ")
    return _WORD.findall(_ADDRESS.sub(" ", left))
