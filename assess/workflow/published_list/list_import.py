"""Published lists: taken into the register, their unreadable rows kept aside and completed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, TypedDict, Unpack

from assess.core.case.organisation import organisation_key
from assess.core.case.reading.written_date import DayOrder
from assess.core.catalogue.level import LOWEST, Level
from assess.core.published_list.list_comparison import compare
from assess.core.published_list.row import ListedRow, ListSheet, ListWords, RejectedRow
from assess.core.published_list.row_reading import read_rows
from assess.core.register.likeness import Alike, alike
from assess.core.register.record import Listing
from assess.core.register.register import Register
from assess.errors import AssessError, Way
from assess.exchange.published_list import list_file, waiting_file
from assess.files import content_of, write_whole
from assess.languages import gettext
from assess.languages.language import ENGLISH
from assess.languages.message import say_in
from assess.workflow.desk.desk import Desk
from assess.workflow.desk.garbage_pause import undisturbed
from assess.workflow.register.register import register_of

REJECTED = ".rejected.csv"
"""How the name of a file of rejected rows ends."""


@dataclass(frozen=True)
class Taken:
    """What came of a list: every row of it is in one of the four."""

    new: tuple[Listing, ...]
    known: tuple[ListedRow, ...]
    rejected: tuple[RejectedRow, ...]
    completed: tuple[RejectedRow, ...]
    """Rows that cannot be read, which somebody has completed before."""
    notes: tuple[str, ...]
    listed_on: date
    is_day_stated: bool
    """Whether the list or the caller says of which day it is; else it is the day of the import."""
    aside: Path | None
    """The file in which the rejected rows wait."""
    alike: tuple[Alike, ...]
    """Organisations of the list that may be the same as another one."""
    encoding: str | None = None
    """In which encoding a text was read, as people call it."""

    @property
    def rows(self) -> int:
        """How many rows the list has."""
        return len(self.new) + len(self.known) + len(self.rejected) + len(self.completed)


class StatedOfList(TypedDict, total=False):
    """What is stated of a list beside what it says itself."""

    country: str | None
    level: Level | None
    portfolio: str | None
    listed_on: date | None
    order: DayOrder | None
    encoding: str | None
    rejected_file: Path | None


def import_list(desk: Desk, source: Path, *, by: str, **said: Unpack[StatedOfList]) -> Taken:
    """Take the rows of a published list into the register, all that can be read at once.

    Those that cannot are kept in `rejected_file`, or in `rejected/FILE.rejected.csv` beside the
    database; taking a list in again changes nothing. `country`, a code, and `portfolio` are those
    of rows which state none; `level`, too, where the list does not either.
    """
    country, listed_on = said.get("country"), said.get("listed_on")
    sheet, words = _sheet(desk, source, country, said.get("encoding"))
    if listed_on and listed_on > desk.today:
        raise AssessError(
            gettext(
                "{listed_on} is in the future (today is {today}).",
                listed_on=listed_on,
                today=desk.today,
            )
        )
    portfolio = said.get("portfolio")
    _demand_stated(sheet, source.name, country, portfolio)
    stated: dict[str, Any] = {
        "country": country,
        "level": said.get("level") or sheet.level or LOWEST,
        "order": said.get("order"),
        "portfolio": portfolio,
    }
    day = listed_on or sheet.listed_on or desk.today
    register = register_of(desk)
    with undisturbed():
        listed, unread = read_rows(sheet.rows, words, **stated, needs_dates=sheet.has_dates)
        found = compare(listed, register, desk.newest.label, on=day, by=by, file=source.name)
    rejected, completed = _sorted_out([*sheet.rejected, *unread], register, source.name)
    rejected = [_with_day(row, day, country, words) for row in rejected]
    desk.store.register.add(found.new, at=desk.now)
    aside = (said.get("rejected_file") or _rejected_file(desk, source)) if rejected else None
    if aside:
        _keep_aside(aside, rejected, source.name, len(completed))
    return Taken(
        new=found.new,
        known=found.known,
        rejected=tuple(rejected),
        completed=tuple(completed),
        notes=sheet.notes,
        listed_on=day,
        is_day_stated=bool(listed_on or sheet.listed_on),
        aside=aside,
        alike=_alike(desk, register, found.new),
        encoding=sheet.encoding,
    )


def rejected_folder(desk: Desk) -> Path:
    """Give the folder in which rejected rows wait, a file for each list."""
    return desk.store.path.parent / "rejected"


def _rejected_file(desk: Desk, source: Path) -> Path:
    """Give where rejected rows wait: in the data folder, and not beside the file of somebody."""
    return rejected_folder(desk) / f"{source.name}{REJECTED}"


def _demand_stated(sheet: ListSheet, name: str, country: str | None, portfolio: str | None) -> None:
    """Ask for what not one row states, instead of rejecting all of them."""
    if not sheet.rows:
        return
    if country is None and not any(row.country for row in sheet.rows):
        raise AssessError(
            gettext("{name} does not say of which country its organisations are.", name=name)
        ).helped_by(Way.COUNTRY)
    if portfolio is None and not any(row.portfolio for row in sheet.rows):
        raise AssessError(
            gettext(
                "{name} does not say to which comparative portfolio its organisations belong.",
                name=name,
            )
        ).helped_by(Way.PORTFOLIO)


def _alike(desk: Desk, register: Register, new: Sequence[Listing]) -> tuple[Alike, ...]:
    """Give the organisations that may be one of those that a list has just brought."""
    if not new:
        return ()
    with undisturbed():
        keys = {organisation_key(listing.name, listing.country) for listing in new}
        organisations = desk.store.cases.organisations()
        return alike(register.with_records(new), keys, organisations=organisations)


def _sheet(
    desk: Desk, source: Path, country: str | None, encoding: str | None
) -> tuple[ListSheet, ListWords]:
    words = ListWords(desk.newest)
    try:
        content = content_of(source, list_file.MAX_BYTES + 1)
    except OSError as error:
        raise AssessError(
            gettext(
                "{source} cannot be read: {strerror}.",
                source=source,
                strerror=error.strerror or error,
            )
        ) from error
    sheet = list_file.read_list(
        content,
        source.name,
        words,
        country=country,
        encoding=encoding,
    )
    return sheet, words


def _sorted_out(
    rejected: Sequence[RejectedRow], register: Register, file: str
) -> tuple[list[RejectedRow], list[RejectedRow]]:
    """Part rows that wait to be completed from those that somebody has completed."""
    if not rejected:
        return [], []
    held = {(listing.source, listing.text) for listing in register.listings}
    waiting: list[RejectedRow] = []
    completed: list[RejectedRow] = []
    for rejected_row in rejected:
        is_held = (
            f"{rejected_row.row.file or file}, {rejected_row.row.place}",
            rejected_row.row.text,
        ) in held
        (completed if is_held else waiting).append(rejected_row)
    return waiting, completed


def _with_day(
    rejected_row: RejectedRow, day: date, country: str | None, words: ListWords
) -> RejectedRow:
    """Let a rejected row keep what the list as a whole says: its day and its country."""
    stated: dict[str, str] = {}
    if rejected_row.row.listed_on is None:
        stated["listed_on"] = str(day)
    if rejected_row.row.country is None and country:
        stated["country"] = say_in(ENGLISH)(words.country_name(country))
    return rejected_row.model_copy(update={"row": rejected_row.row.model_copy(update=stated)})


def _keep_aside(aside: Path, rejected: Sequence[RejectedRow], file: str, completed: int) -> None:
    """Write the file of rejected rows; what somebody may have typed into it already stays."""
    kept: list[dict[str, str]] = []
    if aside.exists():
        kept = waiting_file.read_aside(content_of(aside), str(aside))
    there = {(row.get("file"), row.get("place"), row.get("text")) for row in kept}
    more = [
        row
        for rejected_row in rejected
        if (row := waiting_file.aside_row(rejected_row, file))
        and (row["file"], row["place"], row["text"]) not in there
    ]
    if more:
        aside.parent.mkdir(parents=True, exist_ok=True)
        rows = waiting_file.numbered([*kept, *more], completed)
        write_whole(aside, waiting_file.write_aside(rows))
