"""Of what a row of a list in plain text consists: a name, a portfolio, and perhaps an address."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from assess.core.published_list.row import ListWords
from assess.core.published_list.row_reading import level_of
from assess.core.text.name import plain_words
from assess.exchange.published_list.row_place import lines

ADDRESS = re.compile(r"(?:https?:/+|www\.)\S+", re.IGNORECASE)
LINK = re.compile(r"https?:/+\S+")
"""A line that is an address and nothing else: mostly the one behind a link."""

DOMAIN_AT_END = re.compile(r"(?:^|\s)((?:[\w-]+\.)+[a-z]{2,12}(?:/\S*)?)$", re.IGNORECASE)
_ADDRESS_AT_END = re.compile(r"(?:^|\s)((?:https?:/+|www\.)\S+)$", re.IGNORECASE)
_BROKEN_WORD = re.compile(r"\w-$")
_AND = re.compile(r"(?:und|and|og|och|et|y|e|i|oder|or)\b", re.IGNORECASE)
"""After a hyphen at the end of a line these begin a word of their own: `Bild- und Tontechnik`."""


_AROUND = " ,;|-–\t"
_LONGEST_COUNTRY = 7
"""So many words the names of countries have."""
_LONGEST_CODE = 3
_FLAG = re.compile("[\U0001f1e6-\U0001f1ff]{2}")
_FIRST_OF_FLAGS = 0x1F1E6


def with_flags_as_codes(text: str) -> str:
    """Give a text with the code of the country for each flag: a flag is two letters of it."""
    if text.isascii():
        return text
    return _FLAG.sub(_code_of_flag, text)


def _code_of_flag(flag: re.Match[str]) -> str:
    letters = "".join(chr(ord(at) - _FIRST_OF_FLAGS + ord("A")) for at in flag[0])
    return f" ({letters}) "


@dataclass
class ListLine:
    """A line of the list, or a piece of one."""

    number: int
    text: str


@dataclass
class RowPart:
    """Lines, or pieces of them, of which a row is being put together."""

    lines: list[ListLine] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The lines as one text; a word that was broken at its hyphen is whole again."""
        text = ""
        for line in self.lines:
            is_broken = _BROKEN_WORD.search(text) and not _AND.match(line.text)
            text += line.text if is_broken or not text else f" {line.text}"
        return text

    @property
    def place(self) -> str:
        """Where it stands."""
        first, last = self.lines[0].number, self.lines[-1].number
        return lines(first, last)


class Shape(NamedTuple):
    """What the rows of a list hold beside names and addresses, whatever its order."""

    has_portfolio: bool = True
    has_country: bool = False
    has_level: bool = False
    is_country_first: bool = False


class Parts(NamedTuple):
    """Of what a text consists; empty what is not there."""

    name: str
    portfolio: str = ""
    address: str = ""
    country: str = ""
    """As it is written."""
    level: str = ""


class Consists:
    """Tells what a text consists of, by portfolios of a catalogue and names of countries."""

    def __init__(self, words: ListWords, shape: Shape | None = None) -> None:
        """Know the words, and what is to be expected."""
        self._words = words
        self._shape = shape or Shape()
        self._beginnings = {" ".join(plain_words(name).split()[:2]) for name in words.portfolios}

    def parts(self, text: str) -> Parts:
        """Give name, portfolio, address, country and level of a text."""
        text = with_flags_as_codes(text).strip(_AROUND)
        found: dict[str, str] = {}
        while (more := self._last(text, found)) is not None:
            text, kind, said = more
            found[kind] = said
        while (more := self._first(text, found)) is not None:
            text, kind, said = more
            found[kind] = said
        if self._shape.has_portfolio and not found.get("portfolio"):
            return Parts(text if not found.get("address") else f"{text} {found['address']}")
        return Parts(text, **found)

    def _last(self, text: str, found: Mapping[str, str]) -> tuple[str, str, str] | None:
        """Take off what ends a text, once of each kind; an address only behind another kind."""
        if "portfolio" not in found and self._shape.has_portfolio:
            portfolio = self._portfolio_at_end(text)
            if portfolio is not None:
                return text[: portfolio[0]].strip(_AROUND), "portfolio", portfolio[1]
        if "country" not in found and self._shape.has_country and not self._shape.is_country_first:
            country = self._country_at_end(text)
            if country is not None:
                return country[0], "country", country[1]
        if "level" not in found and self._shape.has_level:
            before, _, last = text.rpartition(" ")
            if before and level_of(last):
                return before.strip(_AROUND), "level", last
        if "address" in found or "portfolio" in found:
            return None
        for pattern in (_ADDRESS_AT_END, DOMAIN_AT_END):
            address = pattern.search(text)
            before = text[: address.start()].strip(_AROUND) if address else ""
            if address and self._last(before, {"address": ""}) is not None:
                return before, "address", address[1]
        return None

    def _first(self, text: str, found: Mapping[str, str]) -> tuple[str, str, str] | None:
        """Take off what begins a text: some lists have countries or portfolios before names."""
        if "portfolio" not in found and self._shape.has_portfolio:
            portfolio = self._words.portfolio_pattern.match(text)
            if portfolio and portfolio.end() < len(text):
                return text[portfolio.end() :].strip(_AROUND), "portfolio", portfolio[0]
        if "country" not in found and self._shape.has_country:
            words = text.split()
            for count in range(min(_LONGEST_COUNTRY, len(words) - 1), 0, -1):
                said = " ".join(words[:count]).strip(_AROUND)
                if self._is_country(said):
                    return " ".join(words[count:]).strip(_AROUND), "country", said.strip("()")
        if "level" not in found and self._shape.has_level:
            first, _, rest = text.partition(" ")
            if rest and level_of(first):
                return rest.strip(_AROUND), "level", first
        return None

    def _portfolio_at_end(self, text: str) -> tuple[int, str] | None:
        text = text.rstrip(_AROUND)
        ends = [
            (found.start(), found[0])
            for found in self._words.portfolio_pattern.finditer(text)
            if found.end() == len(text)
        ]
        return min(ends, default=None)

    def _country_at_end(self, text: str) -> tuple[str, str] | None:
        """Give what stands before the longest name of a country that ends a text, and that name."""
        words = text.split()
        for count in range(min(_LONGEST_COUNTRY, len(words) - 1), 0, -1):
            said = " ".join(words[-count:])
            if self._is_country(said):
                return " ".join(words[:-count]).strip(_AROUND), said.strip("()[] ,;")
        return None

    def _is_country(self, said: str) -> bool:
        bare = said.strip("()[] ,;|-–")
        is_code = len(bare) <= _LONGEST_CODE
        return bool(self._words.country(bare)) and (bare.isupper() or not is_code)

    def is_complete(self, text: str) -> bool:
        """Tell whether a text ends as a row may end: with all that its rows hold."""
        parts = self.parts(text)
        if self._shape.has_portfolio:
            return bool(parts.portfolio)
        return bool(parts.country and parts.name)

    def begins_portfolio(self, text: str) -> bool:
        """Tell whether a portfolio, or the beginning of a long one, is anywhere in a text."""
        said = plain_words(text)
        return any(f" {beginning} " in f" {said} " for beginning in self._beginnings)


def bare(address: str) -> str:
    """Give an address as it is compared: without its scheme and its end."""
    return re.sub(r"^https?:/+", "", address.casefold()).rstrip("/.,;")
