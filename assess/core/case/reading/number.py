"""Numbers as people type them, in the conventions of English, German, French, Danish and Polish.

A point or a comma alone before exactly three digits can be either mark: it gives two readings, the
thousands first. Before millions it marks decimals: 1.250 Mio. is one and a quarter. Whoever asks
takes the first reading that fits, and says which one it took.
Anything that is no number by one of these conventions is refused, never guessed.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from assess.core.case.reading.message import ReadingMessage
from assess.core.case.reading.number_words import (
    APOSTROPHES,
    BESIDE_MONEY,
    CURRENCIES,
    CURRENCIES_LONGEST_FIRST,
    LONGEST,
    MULTIPLES,
    SPACES,
    TOO_LARGE,
    words_of_unit,
)
from assess.core.text.message import Message, message
from assess.core.text.value import Value
from assess.core.text.visible import stripped

_GROUPED_BY_SPACE = re.compile(rf"^\d{{1,3}}(?:([{SPACES}{APOSTROPHES}])\d{{3}})+(?=[.,]\d|$)")
_BODY = re.compile(r"^\d[\d.,]*$|^[.,]\d+$")
_TYPED = re.compile(
    rf"^(?P<before>\D*?)(?P<body>(?:(?<![^\W\d_])[.,])?\d(?:[\d.,{APOSTROPHES}{SPACES}]*\d)?)"
    rf"(?P<round>[.,][-–—]{{1,2}})?[{SPACES}]*(?P<after>\D.*)?$",
    re.DOTALL,
)
_SIGN = re.compile(r"^[-+−]|[-+−]$")
_RANGE = re.compile(rf"\d[{SPACES}]*(?:-|–|—|\bto\b|\bbis\b|\bà\b|\btil\b|\bdo\b)[{SPACES}]*\d")
_ROUGH = re.compile(
    r"^(?:ca\b|circa|about|around|approx|roughly|some\b|over\b|under\b|etwa|rund|ungefähr|environ|"
    r"plus de|cirka|omkring|około|ok\.|~|≈|<|>|≤|≥)",
    re.IGNORECASE,
)

_PERCENT = re.compile(r"%|percent|pct|prozent|procent|pourcent|proc|(?:per|pour|p\.) cent")


class TypedNumber(Value):
    """What a typed number can mean: one reading, or several where a mark or word may be either."""

    readings: tuple[Decimal, ...] = ()
    is_percentage: bool = False
    currency: str | None = None
    """The currency that was typed, such as EUR."""
    fault: Message | None = None
    """Why it cannot be read."""


class _Unread(Exception):
    """It is no number; the code says why, of the word that is to blame, if one is."""

    def __init__(
        self, code: ReadingMessage = ReadingMessage.NUMBER_UNREADABLE, word: str = ""
    ) -> None:
        super().__init__(code)
        self.code, self.word = code, word


def read_number(text: str, unit: str = "") -> TypedNumber:
    """Read a number with any of the usual separators, a percent sign, a multiple or a currency.

    `unit` is what is counted (`participants`, `FTE`): its words may stand behind the number.
    """
    typed = stripped(text)
    return _remembered(typed, unit) if len(typed) <= LONGEST else _understood(typed, unit)


def _understood(typed: str, unit: str) -> TypedNumber:
    try:
        return _read(typed, unit)
    except _Unread as error:
        shown = repr(typed if len(typed) <= 40 else typed[:37] + "...")
        word = {"word": error.word} if error.word else {}
        return TypedNumber(fault=message(error.code, text=shown, **word))


_remembered = lru_cache(maxsize=4096)(_understood)
"""For tables of many cases, which say the same numbers again and again; long texts are not kept."""


def _read(typed: str, unit: str) -> TypedNumber:
    if _ROUGH.match(typed):
        raise _Unread(ReadingMessage.NUMBER_ROUGH)
    if _RANGE.search(typed):
        raise _Unread(ReadingMessage.NUMBER_RANGE)
    found = _TYPED.match(typed)
    if found is None or len(found["body"]) > LONGEST:
        raise _Unread
    behind = _Words(found["after"] or "", unit)
    before = found["before"].strip()
    sign = _SIGN.search(before)
    ahead = _Words(_SIGN.sub("", before, count=1), "")
    if ahead.factors or ahead.is_percentage or (ahead.currency and behind.currency):
        raise _Unread
    currency = ahead.currency or behind.currency
    if behind.needs_money and currency is None:
        raise _Unread(ReadingMessage.NUMBER_UNCLEAR_WORD, behind.needs_money)
    readings = _readings(found["body"].strip())
    if found["round"]:  # 1.200,- has no decimals, so that the point is none of them
        readings = readings[:1]
    readings = _multiplied(readings, behind.factors)
    if not readings:
        raise _Unread
    if any(float(reading) >= TOO_LARGE for reading in readings):
        raise _Unread(ReadingMessage.NUMBER_TOO_LARGE)
    if sign is not None and sign.group() != "+":
        readings = tuple(reading.copy_negate() for reading in readings)
    return TypedNumber(readings=readings, is_percentage=behind.is_percentage, currency=currency)


def _multiplied(readings: tuple[Decimal, ...], factors: tuple[int, ...]) -> tuple[Decimal, ...]:
    if not factors:
        return readings
    if factors[0] >= 1_000_000 and len(readings) > 1:
        readings = readings[1:]
    return tuple(dict.fromkeys(reading * factor for reading in readings for factor in factors))


class _Words:
    """The words before or behind a number: what it is multiplied by, and of what it is."""

    def __init__(self, text: str, unit: str) -> None:
        self.factors: tuple[int, ...] = ()
        self.is_percentage = False
        self.currency: str | None = None
        self.needs_money = ""
        low = " ".join(text.casefold().split())
        if _PERCENT.fullmatch(low.rstrip(".")):
            self.is_percentage = True
            return
        allowed = words_of_unit(unit)
        for word in low.split():
            if word.rstrip(".") in CURRENCIES or word not in allowed:
                self._take(word.rstrip("."))

    def _take(self, word: str) -> None:
        if word in CURRENCIES:
            self._money(CURRENCIES[word])
            return
        if word in MULTIPLES or word in BESIDE_MONEY:
            self._multiply(word)
            return
        for name in CURRENCIES_LONGEST_FIRST:
            factor = word.removesuffix(name).rstrip(".")
            if word.endswith(name) and (factor in MULTIPLES or factor in BESIDE_MONEY):
                self._multiply(factor)
                self._money(CURRENCIES[name])
                return
        if any(letter.isalpha() for letter in word):
            raise _Unread(ReadingMessage.NUMBER_UNKNOWN_WORD, word[:20])
        if word:
            raise _Unread

    def _money(self, currency: str) -> None:
        if self.currency is not None:
            raise _Unread
        self.currency = currency

    def _multiply(self, word: str) -> None:
        if self.factors:
            raise _Unread
        if word in BESIDE_MONEY:
            self.needs_money = word
        self.factors = MULTIPLES.get(word) or BESIDE_MONEY[word]


def _readings(body: str) -> tuple[Decimal, ...]:
    """Give the meanings of digits with separators: if it can be both, thousands come first."""
    if spaced := _GROUPED_BY_SPACE.match(body):
        return _spaced(spaced, body[spaced.end() :])
    if not _BODY.match(body):
        return ()
    commas, points = body.count(","), body.count(".")
    if commas and points:
        return _with_both(body)
    separator = "," if commas else "."
    if commas + points == 0:
        return (Decimal(body),)
    if commas + points > 1:
        return (Decimal(body.replace(separator, "")),) if _is_grouped(body, separator) else ()
    plain = Decimal(body.replace(separator, "."))
    if _is_grouped(body, separator):
        return Decimal(body.replace(separator, "")), plain
    return (plain,)


def _spaced(spaced: re.Match[str], rest: str) -> tuple[Decimal, ...]:
    """Read a number whose thousands are marked by spaces or apostrophes, all of one kind."""
    marks = set(re.sub(r"\d", "", spaced.group()))
    mixed = len({mark in APOSTROPHES for mark in marks}) > 1
    if mixed or not re.fullmatch(r"(?:[.,]\d+)?", rest):
        return ()
    return (Decimal(re.sub(r"\D", "", spaced.group()) + rest.replace(",", ".")),)


def _with_both(body: str) -> tuple[Decimal, ...]:
    """Read a number with commas and points: the last mark is that of the decimals."""
    decimal = max(",", ".", key=body.rfind)
    thousands = "." if decimal == "," else ","
    whole, _, fraction = body.rpartition(decimal)
    if decimal in whole or not _is_grouped(whole, thousands):
        return ()
    return (Decimal(f"{whole.replace(thousands, '')}.{fraction}"),)


def _is_grouped(body: str, separator: str) -> bool:
    first, *groups = body.split(separator)
    return (
        1 <= len(first) <= 3
        and not first.startswith("0")
        and all(len(group) == 3 for group in groups)
    )
