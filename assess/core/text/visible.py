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


_FORMULA_SIGNS = frozenset("=+-@\u2212")


def could_be_formula(text: str) -> bool:
    """Tell whether a spreadsheet might work a text out: by its first sign that can be seen.

    Full-width and small forms count as what they look like, since some programs fold them; so does
    what comes after blanks and signs of no width, which some take away.
    """
    first = text[:1]
    if first.isascii() and first.isalnum():  # nearly all: days, names, levels, addresses
        return False
    if first in ("\t", "\r", "\n"):
        return True
    seen = (sign for sign in text if not sign.isspace() and unicodedata.category(sign)[0] != "C")
    return unicodedata.normalize("NFKC", next(seen, "")) in _FORMULA_SIGNS


def harmless_cell(text: str) -> str:
    """Give the cell of a table whose rows end in a line feed; what could be a formula is made text.

    A carriage return would end the row as well, since nothing puts it into quotation marks.
    """
    cell = text.replace("\r\n", "\n").replace("\r", "\n")
    return f"'{cell}" if could_be_formula(cell) else cell
