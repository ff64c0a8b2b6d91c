"""Texts that may be shown anywhere: control characters become visible signs."""

from __future__ import annotations

import unicodedata

_SIGNS = {
    **{code: chr(0x2400 + code) for code in range(0x20)},
    0x7F: "\u2421",
    **dict.fromkeys(range(0x80, 0xA0), "\ufffd"),
    **dict.fromkeys((0x2028, 0x2029), "\u2424"),
}
_SIGNS_IN_LINES = {code: sign for code, sign in _SIGNS.items() if code not in (0x09, 0x0A)}


def visible(text: str, *, lines: bool = False) -> str:
    """Give a text in which no control character is left; with `lines`, line breaks and tabs stay.

    A terminal would obey an escape, and a page cannot carry one: each becomes its sign of the
    block "Control Pictures" (U+2400), or U+FFFD.
    """
    if lines:
        return text.replace("\r\n", "\n").translate(_SIGNS_IN_LINES)
    return text.translate(_SIGNS)


def stripped(text: str) -> str:
    """Give a text without blanks around it and without signs of no width.

    Marks of direction, joiners and marks of byte order come along with what is copied from a page,
    a chat or a sheet, and nobody sees them.
    """
    if text.isascii():
        return text.strip()
    return "".join(sign for sign in text if unicodedata.category(sign) != "Cf").strip()
