"""Numbers as people type them, in the conventions of English, German, French, Danish and Polish."""

from __future__ import annotations

import re
from decimal import Decimal

from assess.core.value import Value

_SPACES = "\u00a0\u202f\u2009\u2007 "
_GROUPED_BY_SPACE = re.compile(rf"^\d{{1,3}}(?:[{_SPACES}'’]\d{{3}})+(?=[.,]\d|$)")
_BODY = re.compile(r"^\d[\d.,]*$|^[.,]\d+$")
_TYPED = re.compile(
    rf"^(?P<sign>[-+−]?)[{_SPACES}]*(?:€|EUR\b)?[{_SPACES}]*(?P<body>[\d.,'’{_SPACES}]*\d)"
    rf"[{_SPACES}]*(?P<after>.*)$",
    re.IGNORECASE,
)
_MULTIPLES = {
    **dict.fromkeys(("k", "tsd", "tsd.", "tys", "tys.", "t.kr", "thousand"), 1_000),
    **dict.fromkeys(("m", "mio", "mio.", "mill", "mill.", "mln", "million", "millions"), 1_000_000),
    **dict.fromkeys(("bn", "mrd", "mrd.", "mld", "mia", "mia.", "billion"), 1_000_000_000),
}
_LONGEST = 28
"""Up to how many digits and separators are read: so many are exact, and no count has more."""
_UNITS = ("%", "€", "eur", "fte", "")


class TypedNumber(Value):
    """What a typed number can mean: one reading, or two where a separator may be either kind."""

    readings: tuple[Decimal, ...] = ()
    is_percentage: bool = False
    fault: str | None = None
    """Why it cannot be read."""


def read_number(text: str) -> TypedNumber:
    """Read a number with any of the usual separators, a percent sign or a multiple (`1.2m`)."""
    typed = _TYPED.match(text.strip())
    if typed is None:
        return _unread(text)
    after = typed["after"].strip().casefold()
    percentage = after == "%"
    multiple = 1
    for word in after.split():
        if word in _MULTIPLES:
            multiple *= _MULTIPLES[word]
        elif word not in _UNITS:
            return _unread(text)
    if len(typed["body"]) > _LONGEST:
        return _unread(text)
    readings = _readings(typed["body"].strip())
    if not readings:
        return _unread(text)
    if multiple > 1 and len(readings) > 1:
        readings = readings[1:]
    if multiple > 1:
        readings = tuple(one * multiple for one in readings)
    if typed["sign"] in ("-", "−"):
        readings = tuple(one.copy_negate() for one in readings)
    return TypedNumber(readings=readings, is_percentage=percentage)


def _unread(text: str) -> TypedNumber:
    shown = text.strip() if len(text.strip()) <= 40 else text.strip()[:37] + "..."
    return TypedNumber(fault=f"{shown!r} is not a number; write it like 1234.5 or 1 234,5")


def _readings(body: str) -> tuple[Decimal, ...]:
    """Give the meanings of digits with separators: if it can be both, thousands come first."""
    spaced = _GROUPED_BY_SPACE.match(body)
    if spaced:
        grouped = re.sub(rf"[{_SPACES}'’]", "", spaced.group())
        rest = body[spaced.end() :]
        return (
            (Decimal(grouped + rest.replace(",", ".")),)
            if not re.search(r"[.,].*[.,]", rest)
            else ()
        )
    if not _BODY.match(body):
        return ()
    commas, points = body.count(","), body.count(".")
    if commas and points:
        decimal = max(",", ".", key=body.rfind)
        thousands = "." if decimal == "," else ","
        whole, _, fraction = body.rpartition(decimal)
        if decimal in whole or not _is_grouped(whole, thousands):
            return ()
        return (Decimal(f"{whole.replace(thousands, '')}.{fraction}"),)
    separator = "," if commas else "."
    if commas + points == 0:
        return (Decimal(body),)
    if commas + points > 1:
        return (Decimal(body.replace(separator, "")),) if _is_grouped(body, separator) else ()
    plain = Decimal(body.replace(separator, "."))
    if _is_grouped(body, separator):
        return Decimal(body.replace(separator, "")), plain
    return (plain,) if not body.endswith(separator) else ()


def _is_grouped(body: str, separator: str) -> bool:
    first, *groups = body.split(separator)
    return (
        1 <= len(first) <= 3
        and not first.startswith("0")
        and all(len(group) == 3 for group in groups)
    )
