"""Which names were those of one organisation when migration m007 was written; never edited."""

from __future__ import annotations

import re
import unicodedata

_UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufff8\U000e0000-\U000e0fff]"
)


def identity_then(name: str) -> str:
    """Give the key of a name: NFC, without case, signs unseen and punctuation at its ends."""
    line = _case_folded(_UNSEEN.sub("", name)) or _case_folded(name)
    first, last = 0, len(line)
    while first < last and _is_end(line[first]):
        first += 1
    while last > first and _is_end(line[last - 1]):
        last -= 1
    return line[first:last] or line


def _case_folded(text: str) -> str:
    parted = unicodedata.normalize("NFD", text).replace("ẞ", "ß")
    folded = "ß".join(part.casefold() for part in parted.split("ß"))
    return unicodedata.normalize("NFC", " ".join(folded.split()))


def _is_end(sign: str) -> bool:
    return sign == " " or unicodedata.category(sign).startswith("P")
