"""A published list of labels: its rows cell by cell, read, or kept aside with the reason."""

from __future__ import annotations

import re
from datetime import date
from difflib import get_close_matches
from functools import cached_property

from assess.core.catalogue.catalogue import Catalogue
from assess.core.catalogue.level import Level
from assess.core.text.message import Message, Series, Text
from assess.core.text.name import plain_words
from assess.core.text.value import Value

CELLS = ("name", "country", "portfolio", "website", "level", "valid_until", "serial")
"""The columns of a row, as files for completing rows by hand name them."""


class ListRow(Value):
    """One row as it stands in a file: text by column, None where there is no such column."""

    place: str
    """Where it stands, such as `line 34`: in English, as files and the register name it."""
    text: str
    """The whole row, as it was found."""
    name: str | None = None
    country: str | None = None
    portfolio: str | None = None
    website: str | None = None
    level: str | None = None
    valid_until: str | None = None
    serial: str | None = None
    valid_from: str | None = None
    listed_on: str | None = None
    """The day of the list, where the row says so."""
    synthetic: bool = False
    file: str | None = None
    """The file that it was first found in, where that is another one."""


class RejectedRow(Value):
    """A row that cannot be read as it is, and why."""

    row: ListRow
    reason: Series | Text
    """In the words of a file, where it was read from one."""
    number: int = 0
    """By which it is named in a file of rejected rows; it stays when others are completed."""


class ListedRow(Value):
    """A row that was read."""

    place: str
    text: str
    name: str
    country: str
    portfolio: str
    website: str | None
    level: Level
    valid_until: date | None
    valid_from: date | None = None
    serial: str | None = None
    listed_on: date | None = None
    synthetic: bool = False
    file: str | None = None
    remarks: tuple[Message | str, ...] = ()


class ListSheet(Value):
    """What the layout of a file gave: rows, rows that make no sense, and what was left out."""

    rows: tuple[ListRow, ...]
    rejected: tuple[RejectedRow, ...] = ()
    notes: tuple[str, ...] = ()
    """What stands between and after the rows, and what should be looked at."""
    listed_on: date | None = None
    """The day of the list, where it says so."""
    has_dates: bool = True
    """Whether the list says until when labels are valid."""
    level: str | None = None
    """The level of labels that the list states as a whole."""
    encoding: str | None = None
    """In which encoding a text was read, as people call it."""


class ListWords:
    """The words by which cells are recognised: of portfolios, countries and months."""

    def __init__(self, catalogue: Catalogue) -> None:
        """Gather the portfolios of every vocabulary, and every name and code of a country."""
        self._catalogue = catalogue
        self.months = catalogue.month_words
        self.portfolios = tuple(
            dict.fromkeys(
                name
                for words in catalogue.label.portfolio_vocabularies
                for name in words.portfolios
            )
        )
        self._portfolio = {plain_words(name): name for name in self.portfolios}

    @cached_property
    def _countries(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for country in self._catalogue.countries:
            for name in country.every_name:
                found.setdefault(plain_words(name), country.code)
        return found

    @cached_property
    def _countries_anywhere(self) -> dict[str, str]:
        """Names in every language; one that means two countries means none."""
        found: dict[str, set[str]] = {}
        for country in self._catalogue.countries:
            for name in country.in_every_language():
                found.setdefault(plain_words(name), set()).add(country.code)
        return {name: codes.pop() for name, codes in found.items() if len(codes) == 1}

    @cached_property
    def _alpha2(self) -> dict[str, str]:
        return {country.code: country.alpha2 for country in self._catalogue.countries}

    def alpha2(self, code: str) -> str | None:
        """Give the code of two letters of a country by that of three."""
        return self._alpha2.get(code)

    def alpha2_named(self, text: str) -> str | None:
        """Give the code of two letters of the country that a text names, if any."""
        code = self._countries.get(plain_words(text)) if 1 < len(text) < 60 else None
        return self._alpha2.get(code or "")

    @cached_property
    def portfolio_pattern(self) -> re.Pattern[str]:
        """Give the pattern of a portfolio within a text, however it is spaced and joined."""
        longest_first = sorted(self.portfolios, key=len, reverse=True)
        return re.compile(
            r"(?<![\w&-])(?:" + "|".join(map(_flexible, longest_first)) + r")(?![\w-])",
            re.IGNORECASE,
        )

    def portfolio(self, text: str) -> str | None:
        """Give the portfolio of a vocabulary that a text names, if any."""
        return self._portfolio.get(plain_words(text))

    def close_portfolio(self, text: str) -> str | None:
        """Give the portfolio that a misspelt text is close to, if any."""
        close = get_close_matches(plain_words(text), self._portfolio, n=1, cutoff=0.75)
        return self._portfolio[close[0]] if close else None

    def country(self, text: str) -> str | None:
        """Give the code of the country that a text names or abbreviates, if any."""
        said = plain_words(text)
        found = self._countries.get(said)
        if found is None and len(said) > 3 and len(said) < 60:
            return self._countries_anywhere.get(said)
        return found

    def country_named(self, text: str) -> str | None:
        """Give the code of the country that a text names in full, if any."""
        return self.country(text) if len(text.strip()) > 3 else None

    def country_name(self, code: str) -> Text:
        """Give the name of a country."""
        return self._catalogue.country_name(code)


def _flexible(name: str) -> str:
    """Give the pattern of a portfolio: any space, a comma or none, `and` or `&`."""
    words = re.split(r"(,?)\s+", name)
    joined = ""
    for place in range(0, len(words), 2):
        word = words[place]
        joined += r"(?:and|&)" if word == "and" else re.escape(word)
        if place + 1 < len(words):
            joined += r"\s*,?\s*" if words[place + 1] else r"\s+"
    return joined
