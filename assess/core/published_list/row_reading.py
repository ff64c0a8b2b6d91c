"""Reads the cells of a published list: what a row says, or every reason why it cannot be read."""

from __future__ import annotations

import re
from collections.abc import Iterable

from assess.core.case.reading.day import DayReading, WholeMonth, read_day
from assess.core.case.reading.written_date import DayOrder, day_order
from assess.core.catalogue.level import LEVELS, Level
from assess.core.published_list.message import PublishedListMessage
from assess.core.published_list.row import ListedRow, ListRow, ListWords, RejectedRow
from assess.core.text.message import Message, Text, message, series
from assess.core.text.name import is_readable, normal, plain_words

UNKNOWN = "unknown"
"""What a cell says of a day that nobody knows."""

_NOTHING = frozenset(("", "-", "–", "—", "n/a", "na", "none", "n.a.", "."))
_DOMAIN = re.compile(r"(?:[a-z0-9\w][\w-]*\.)+[^\W\d_]{2,24}(?::\d+)?(?:[/?#]\S*)?", re.IGNORECASE)
_SCHEME = re.compile(r"https?:/+", re.IGNORECASE)

_LEVEL_WORDS: dict[Level, tuple[str, ...]] = {
    "Bronze": ("bronze", "bronce", "bronzo", "brons", "braz", "bronz", "bronza", "pronssi"),
    "Silver": (
        *("silver", "silber", "argent", "plata", "argento", "prata", "solv", "srebro"),
        *("stribro", "striebro", "zilver", "hopea"),
    ),
    "Gold": ("gold", "oro", "ouro", "guld", "gull", "zloto", "zlato", "goud", "kulta"),
}
_LEVELS = {word: level for level, words in _LEVEL_WORDS.items() for word in words}


def read_rows(
    rows: Iterable[ListRow],
    words: ListWords,
    *,
    country: str | None,
    level: Level,
    order: DayOrder | None,
    needs_dates: bool,
    portfolio: str | None = None,
) -> tuple[tuple[ListedRow, ...], tuple[RejectedRow, ...]]:
    """Read rows; one that cannot be read is kept aside with every reason.

    `country`, `level` and `portfolio` are those of rows that state none.
    """
    listed: list[ListedRow] = []
    rejected: list[RejectedRow] = []
    every = tuple(rows)
    order = order or day_order(row.valid_until for row in every if row.valid_until)
    for each in every:
        states_none = portfolio and not (each.portfolio or "").strip()
        row = each.model_copy(update={"portfolio": portfolio}) if states_none else each
        found = _read(row, words, country, level, order, needs_dates=needs_dates)
        if isinstance(found, ListedRow):
            listed.append(found)
        else:
            rejected.append(RejectedRow(row=row, reason=series(found, "semicolon")))
    return tuple(listed), tuple(rejected)


def _read(
    row: ListRow,
    words: ListWords,
    country: str | None,
    level: Level,
    order: DayOrder | None,
    *,
    needs_dates: bool,
) -> ListedRow | list[Text]:
    faults: list[Text] = []
    name = normal(row.name or "")
    if not any(letter.isalnum() for letter in name):
        faults.append(message(PublishedListMessage.NAME_MISSING))
    elif not is_readable(name):
        faults.append(message(PublishedListMessage.NAME_UNREADABLE))
    portfolio = _portfolio(row, words, faults)
    of_country = _country(row, words, country, faults)
    of_level = _level(row, level, faults)
    until = _day(row.valid_until, words, order, faults, is_needed=needs_dates)
    starts = _day(row.valid_from, words, order, faults, is_needed=False, whole_month="first")
    listed_on = _day(row.listed_on, words, order, faults, is_needed=False)
    website, remark = read_website(row.website)
    months = [
        day.echo
        for day in (until, starts)
        if day and day.is_whole_month and isinstance(day.echo, Message)
    ]
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
        remarks=tuple(filter(None, (remark, *months))),
    )


def _portfolio(row: ListRow, words: ListWords, faults: list[Text]) -> str:
    text = " ".join((row.portfolio or "").split())
    found = words.portfolio(text)
    if found is None:
        faults.append(_no_portfolio(text, words.close_portfolio(text)))
    return found or ""


def _no_portfolio(text: str, close: str | None) -> Message:
    if not text:
        return message(PublishedListMessage.PORTFOLIO_MISSING)
    if close is None:
        return message(PublishedListMessage.PORTFOLIO_UNKNOWN, text=repr(text))
    return message(PublishedListMessage.PORTFOLIO_MISSPELT, text=repr(text), close=repr(close))


def _country(row: ListRow, words: ListWords, stated: str | None, faults: list[Text]) -> str:
    if row.country is None or not row.country.strip():
        if stated is None:
            faults.append(message(PublishedListMessage.COUNTRY_UNCLEAR))
        return stated or ""
    found = words.country(row.country)
    if found is None:
        faults.append(message(PublishedListMessage.COUNTRY_UNKNOWN, text=repr(row.country.strip())))
    elif stated and found != stated:
        faults.append(
            message(
                PublishedListMessage.COUNTRY_OTHER,
                country=words.country_name(found),
                stated=words.country_name(stated),
            )
        )
    return found or ""


def level_of(text: str) -> Level | None:
    """Give the level that a text names, if it names one and no other."""
    said = {_LEVELS[word] for word in plain_words(text).split() if word in _LEVELS}
    return said.pop() if len(said) == 1 else None


def _level(row: ListRow, level: Level, faults: list[Text]) -> Level:
    if not (row.level or "").strip():
        return level
    said = level_of(row.level or "")
    if said is not None:
        return said
    faults.append(
        message(
            PublishedListMessage.LEVEL_UNKNOWN,
            text=repr((row.level or "").strip()),
            levels=series(LEVELS, "or"),
        )
    )
    return level


def _day(
    text: str | None,
    words: ListWords,
    order: DayOrder | None,
    faults: list[Text],
    *,
    is_needed: bool,
    whole_month: WholeMonth = "last",
) -> DayReading | None:
    if text is None or text.strip().casefold() in _NOTHING:
        if is_needed:
            faults.append(message(PublishedListMessage.DAY_NEEDED, unknown=UNKNOWN))
        return None
    if text.strip().casefold() == UNKNOWN:
        return None
    reading = read_day(text, words.months, order=order, whole_month=whole_month, is_of_table=True)
    if reading.fault:
        faults.append(reading.fault.of_list())
    return reading


def read_website(text: str | None) -> tuple[str | None, Message | None]:
    """Give the address that a cell names, if any, and what is wrong with one that cannot be read.

    An address without a scheme, as lists print them, is taken as http.
    """
    said = "".join((text or "").split()).rstrip(".,;")
    if said.casefold() in _NOTHING:
        return None, None
    bare = _SCHEME.sub("", said, count=1)
    if not _DOMAIN.fullmatch(bare):
        return None, message(PublishedListMessage.ADDRESS_LEFT_OUT, text=repr(said[:80]))
    scheme = "https" if said.casefold().startswith("https:") else "http"
    return f"{scheme}://{bare}", None
