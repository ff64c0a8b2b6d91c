"""Visible text: what was typed, with the characters that no document can hold shown by name."""

from __future__ import annotations

import re

_NAMES = (
    *("NUL", "SOH", "STX", "ETX", "EOT", "ENQ", "ACK", "BEL", "BS", "TAB", "LF", "VT", "FF", "CR"),
    *("SO", "SI", "DLE", "DC1", "DC2", "DC3", "DC4", "NAK", "SYN", "ETB", "CAN", "EM", "SUB"),
    *("ESC", "FS", "GS", "RS", "US"),
)

LONGEST_WORD, PIECE = 200, 40
ZERO_WIDTH_SPACE = "\u200b"
_LONG_WORD = re.compile(rf"\S{{{LONGEST_WORD},}}")

_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")
"""Control characters but tab and line feed; halves of pairs; what is no character in XML."""


def visible(text: str) -> str:
    """Give a text in which control characters stand as words, such as ‹ESC›; line breaks stay."""
    if text.isprintable():
        return text
    whole = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n")
    return _UNPRINTABLE.sub(_named, whole.replace("\u2029", "\n"))


def _named(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < len(_NAMES):
        return f"‹{_NAMES[code]}›"
    return "‹DEL›" if code == 0x7F else f"‹U+{code:04X}›"


def breakable(text: str) -> str:
    """Give a text in which a very long word may break every few letters.

    The printer would take a time that grows with the square of such a word's length to find out
    itself. What is put in has no width and no ink.
    """
    return _LONG_WORD.sub(_with_breaks, text) if len(text) >= LONGEST_WORD else text


def _with_breaks(match: re.Match[str]) -> str:
    word = match[0]
    pieces = (word[at : at + PIECE] for at in range(0, len(word), PIECE))
    return ZERO_WIDTH_SPACE.join(pieces)


def without_glyphs(text: str, missing: frozenset[str]) -> str:
    """Give a text in which characters that no font has stand by their number, such as ‹U+1FAE8›."""
    if not missing or missing.isdisjoint(text):
        return text
    return "".join(f"‹U+{ord(letter):04X}›" if letter in missing else letter for letter in text)
