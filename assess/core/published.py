"""A published list of labels: its rows cell by cell, read, or kept aside with the reason."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from datetime import date
from difflib import get_close_matches
from functools import cached_property

from assess.core.catalogue import Catalogue
from assess.core.day import DayReading
from assess.core.listed_day import DayOrder, day_order, read_listed_day
from assess.core.register import Level
from assess.core.value import Value

CELLS = ("name", "country", "portfolio", "website", "level", "valid_until", "serial")
"""The columns of a row, as files for completing rows by hand name them."""

NO_DAY = "the day until which the label is valid is missing"
UNKNOWN = "unknown"
"""What a cell says of a day that nobody knows."""

_NOTHING = frozenset(("", "-", "–", "—", "n/a", "na", "none", "n.a.", "."))
_DOMAIN = re.compile(r"(?:[a-z0-9\w][\w-]*\.)+[^\W\d_]{2,24}(?::\d+)?(?:[/?#]\S*)?", re.IGNORECASE)
_SIGNS = re.compile(r"[\W_]+")
_LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"}
)
"""Letters that are no other letter with an accent, as people without their keys write them."""

_LEVEL_WORDS: dict[Level, str] = {
    "Bronze": "bronze bronce bronzo brons braz bronz bronza pronssi",
    "Silver": "silver silber argent plata argento prata solv srebro stribro striebro zilver hopea",
    "Gold": "gold oro ouro guld gull zloto zlato goud kulta",
}
_LEVELS = {word: level for level, words in _LEVEL_WORDS.items() for word in words.split()}

_SCHEME = re.compile(r"https?:/+", re.IGNORECASE)


class Row(Value):
    """One row as it stands in a file: text by column, None where there is no such column."""

    place: str
    """Where it stands, such as `line 34`."""
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

    row: Row
    reason: str


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
    remarks: tuple[str, ...] = ()


class Sheet(Value):
    """What the layout of a file gave: rows, rows that make no sense, and what was left out."""

    rows: tuple[Row, ...]
    rejected: tuple[RejectedRow, ...] = ()
    notes: tuple[str, ...] = ()
    """What stands between and after the rows, and what should be looked at."""
    listed_on: date | None = None
    """The day of the list, where it says so."""
    has_dates: bool = True
    """Whether the list says until when labels are valid."""


class Words:
    """The words of a catalogue by which cells are recognised: portfolios and countries."""

    def __init__(self, catalogue: Catalogue) -> None:
        """Gather the portfolios of every vocabulary, and every name and code of a country."""
        self._catalogue = catalogue
        self.portfolios = tuple(
            dict.fromkeys(
                name
                for words in catalogue.label.portfolio_vocabularies
                for name in words.portfolios
            )
        )
        self._portfolio = {folded(name): name for name in self.portfolios}

    @cached_property
    def _countries(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for country in self._catalogue.countries:
            names = (country.code, country.alpha2, str(country.name), *country.also)
            for name in names:
                found.setdefault(folded(name), country.code)
        return found

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
        return self._portfolio.get(folded(text))

    def close_portfolio(self, text: str) -> str | None:
        """Give the portfolio that a misspelt text is close to, if any."""
        close = get_close_matches(folded(text), self._portfolio, n=1, cutoff=0.75)
        return self._portfolio[close[0]] if close else None

    def country(self, text: str) -> str | None:
        """Give the code of the country that a text names or abbreviates, if any."""
        return self._countries.get(folded(text))

    def country_named(self, text: str) -> str | None:
        """Give the code of the country that a text names in full, if any."""
        return self.country(text) if len(text.strip()) > 3 else None

    def country_name(self, code: str) -> str:
        """Give the English name of a country."""
        return self._catalogue.country_name(code)


def folded(text: str) -> str:
    """Give a text without case, accents, punctuation and double spaces; `&` is `and`."""
    plain = text.casefold().replace("&", " and ").translate(_LETTERS)
    if not plain.isascii():
        parted = unicodedata.normalize("NFKD", plain)
        plain = "".join(letter for letter in parted if not unicodedata.combining(letter))
    return " ".join(_SIGNS.sub(" ", plain).split())


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


def read_rows(
    rows: Iterable[Row],
    words: Words,
    *,
    country: str | None,
    level: Level,
    order: DayOrder | None,
    needs_dates: bool,
) -> tuple[tuple[ListedRow, ...], tuple[RejectedRow, ...]]:
    """Read rows; one that cannot be read is kept aside with every reason."""
    listed: list[ListedRow] = []
    rejected: list[RejectedRow] = []
    every = tuple(rows)
    order = order or day_order(row.valid_until for row in every if row.valid_until)
    for row in every:
        found = _read(row, words, country, level, order, needs_dates=needs_dates)
        if isinstance(found, ListedRow):
            listed.append(found)
        else:
            rejected.append(RejectedRow(row=row, reason="; ".join(found)))
    return tuple(listed), tuple(rejected)


def _read(
    row: Row,
    words: Words,
    country: str | None,
    level: Level,
    order: DayOrder | None,
    *,
    needs_dates: bool,
) -> ListedRow | list[str]:
    faults: list[str] = []
    name = " ".join((row.name or "").split())
    if not any(letter.isalnum() for letter in name):
        faults.append("the name is missing")
    portfolio = _portfolio(row, words, faults)
    of_country = _country(row, words, country, faults)
    of_level = _level(row, level, faults)
    until = _day(row.valid_until, order, faults, is_needed=needs_dates)
    starts = _day(row.valid_from, order, faults, is_needed=False)
    listed_on = _day(row.listed_on, order, faults, is_needed=False)
    website, remark = read_website(row.website)
    remarks = [remark, until.echo if until and until.is_whole_month else None]
    if starts and starts.is_whole_month and starts.day:
        starts = starts.model_copy(update={"day": starts.day.replace(day=1)})
        remarks.append(f"{row.valid_from} names a month; its first day was taken")
    if faults:
        return faults
    return ListedRow(
        place=row.place,
        text=row.text,
        name=name,
        country=of_country,
        portfolio=portfolio,
        website=website,
        level=of_level,
        valid_until=until.day if until else None,
        valid_from=starts.day if starts else None,
        serial=(row.serial or "").strip() or None,
        listed_on=listed_on.day if listed_on else None,
        synthetic=row.synthetic,
        file=row.file,
        remarks=tuple(filter(None, remarks)),
    )


def _portfolio(row: Row, words: Words, faults: list[str]) -> str:
    text = " ".join((row.portfolio or "").split())
    found = words.portfolio(text)
    if found is None:
        close = words.close_portfolio(text)
        meant = f"; it may be {close!r}" if close else ""
        unknown = f"{text!r} is not a portfolio of any vocabulary{meant}"
        faults.append(unknown if text else "the comparative portfolio is missing")
    return found or ""


def _country(row: Row, words: Words, stated: str | None, faults: list[str]) -> str:
    if row.country is None or not row.country.strip():
        if stated is None:
            faults.append("its country is not clear")
        return stated or ""
    found = words.country(row.country)
    if found is None:
        faults.append(f"{row.country.strip()!r} is not a country")
    elif stated and found != stated:
        faults.append(
            f"it is of {words.country_name(found)}, the list is said to be of "
            f"{words.country_name(stated)}"
        )
    return found or ""


def _level(row: Row, level: Level, faults: list[str]) -> Level:
    if not (row.level or "").strip():
        return level
    said = {_LEVELS[word] for word in folded(row.level or "").split() if word in _LEVELS}
    if len(said) == 1:
        return said.pop()
    faults.append(f"{(row.level or '').strip()!r} is not a level: Bronze, Silver or Gold")
    return level


def _day(
    text: str | None, order: DayOrder | None, faults: list[str], *, is_needed: bool
) -> DayReading | None:
    if text is None or text.strip().casefold() in _NOTHING:
        if is_needed:
            faults.append(f"{NO_DAY}; write {UNKNOWN} where the list has none")
        return None
    if text.strip().casefold() == UNKNOWN:
        return None
    reading = read_listed_day(text, order)
    if reading.fault:
        faults.append(reading.fault)
    return reading


def read_website(text: str | None) -> tuple[str | None, str | None]:
    """Give the address that a cell names, if any, and what is wrong with one that cannot be read.

    An address without a scheme, as lists print them, is taken as http.
    """
    said = "".join((text or "").split()).rstrip(".,;")
    if said.casefold() in _NOTHING:
        return None, None
    bare = _SCHEME.sub("", said, count=1)
    if not _DOMAIN.fullmatch(bare):
        return None, f"{said[:80]!r} is not the address of a web site and was left out"
    scheme = "https" if said.casefold().startswith("https:") else "http"
    return f"{scheme}://{bare}", None
