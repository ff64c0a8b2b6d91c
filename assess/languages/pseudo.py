"""The pseudo-language `en-XA`: English with accents, in brackets, longer by two fifths.

Whatever a screen or a page shows outside the brackets was never looked up; what does not fit will
not fit in German. It is made from the source, so it is always complete.
"""

from __future__ import annotations

import re

OPENING, CLOSING = "⟦", "⟧"
LONGER = 0.4

_ACCENTED = str.maketrans(
    "AaBbCcDdEeFfGgHhIiJjKkLlMmNnOoPpRrSsTtUuVvWwXxYyZz",
    "ÅåƁƀÇçÐðÉéƑƒĜĝĤĥÎîĴĵĶķĻļṀṁÑñÖöÞþŔŕŠšŢţÛûṼṽŴŵẊẋÝýŽž",
)
_KEPT = re.compile(r"\{[^{}]*\}|%\([a-z_]+\)[a-z]|<[^<>]*>|&[a-z#0-9]+;|`[^`]*`|--[a-z][a-z-]*")
"""What no translation may change: places, markup, commands and their options."""


def pseudo(english: str) -> str:
    """Give a text of the source in the pseudo-language."""
    written = sum(letter.isalpha() for letter in _KEPT.sub("", english))
    if not written:
        return english  # data and what joins them: nobody has words to translate
    parts, start = [], 0
    for kept in _KEPT.finditer(english):
        parts += [english[start : kept.start()].translate(_ACCENTED), kept.group()]
        start = kept.end()
    parts.append(english[start:].translate(_ACCENTED))
    return f"{OPENING}{''.join(parts)}{_padding(round(written * LONGER))}{CLOSING}"


def _padding(letters: int) -> str:
    """Give so many signs, in words as long as those of a language."""
    return "".join(" " if place % 7 == 0 else "·" for place in range(letters))
