"""Sheets beside the register: reminders, statistics, and how far each organisation has come."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.screen import Screen

from assess.core.catalogue.level import LEVELS
from assess.languages import gettext, ngettext, pgettext, spoken_language
from assess.languages.message import say
from assess.tui.frame.host import host
from assess.tui.frame.keys import bound
from assess.tui.widgets.row_list import Cell, Column, Row, RowList
from assess.tui.widgets.screen_frame import KeyBar, Masthead, Notice
from assess.workflow.catalogue.country import country_names
from assess.workflow.register import register as registering

if TYPE_CHECKING:
    from textual.app import App

    from assess.core.register.reminder import Reminder
    from assess.core.register.statistics import CountRow as Counted
    from assess.core.register.statistics import LevelProgress, Statistics
    from assess.workflow import Desk


REMINDER_COLUMNS = (
    Column("day", gettext("Day"), 11),
    Column("name", gettext("Organisation"), share=3),
    Column("country", gettext("Ctr"), 5),
    Column("level", gettext("Level"), 8, from_width=100),
    Column("what", gettext("What"), share=3),
)
STATISTICS_COLUMNS = (
    Column("what", "", share=1),
    Column("bronze", "Bronze", 7, right=True),
    Column("silver", "Silver", 7, right=True),
    Column("gold", "Gold", 7, right=True),
    Column("organisations", gettext("Valid"), 7, right=True),
    Column("ever", gettext("So far"), 7, right=True),
)
PROGRESS_COLUMNS = (
    Column("name", gettext("Organisation"), share=1),
    Column("country", gettext("Ctr"), 4),
    Column("bronze", "Bronze", 10),
    Column("silver", "Silver", 10),
    Column("gold", "Gold", 10),
    Column("now", gettext("Now"), 7),
)


class Sheet(NamedTuple):
    """Rows to read under a heading."""

    place: str
    subject: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    write: Callable[[App[None]], object] | None = None
    """Asks for a file and writes the sheet as a calendar, where it can be one."""


class SheetScreen(Screen[None]):
    """Shows one sheet."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bound(
            "save",
            "write",
            gettext("Save as a calendar"),
            show=True,
            tooltip=gettext("A file that calendar programs read"),
        ),
        bound("back", "leave", show=True),
        bound("leave", "leave"),
    ]

    def __init__(self, sheet: Sheet) -> None:
        """Show a sheet as it was made."""
        super().__init__()
        self._sheet = sheet
        self.title = sheet.place

    def compose(self) -> ComposeResult:
        """Lay it out."""
        yield Masthead(self._sheet.place, self._sheet.subject)
        yield RowList(self._sheet.columns, id="sheet")
        yield KeyBar()
        yield Notice()

    def on_mount(self) -> None:
        """Begin once it is there."""
        rows = self.query_one(RowList)
        rows.show(self._sheet.rows)
        rows.focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to write what can be written."""
        del parameters
        return action != "write" or self._sheet.write is not None

    def action_write(self) -> None:
        """Write the sheet to a file."""
        if self._sheet.write is not None:
            self._sheet.write(self.app)

    def action_leave(self) -> None:
        """Go back."""
        self.dismiss(None)


def reminder_sheet(desk: Desk) -> Sheet:
    """Give what is to be thought of within the next twelve months."""
    found = registering.reminders_within(desk, 12)
    return Sheet(
        gettext("Reminders"),
        ngettext("{count} within 12 months", "{count} within 12 months", len(found)),
        REMINDER_COLUMNS,
        tuple(_by_month(found)),
        write=_ask_for_calendar,
    )


def _by_month(found: Sequence[Reminder]) -> Iterator[Row]:
    month = ""
    for number, reminder in enumerate(found):
        if f"{reminder.on:%Y-%m}" != month:
            month = f"{reminder.on:%Y-%m}"
            title = spoken_language().month(reminder.on, in_words=True)
            yield Row(f"month-{month}", (title,), is_head=True)
        cells = (reminder.name, reminder.country, reminder.level, say(reminder.what))
        yield Row(str(number), (str(reminder.on), *cells))


def _ask_for_calendar(app: App[None]) -> None:
    """Save the reminders as a calendar."""
    from assess.tui.dialog.documents import ask_for_file, document_path

    def write(target: Path) -> None:
        with host(app).open_desk_apart() as desk:
            registering.write_reminders(desk, 12, target)

    ask_for_file(
        app,
        gettext("Save the reminders as a calendar"),
        document_path("", "labels.ics"),
        keep_as="reminders",
        write=write,
        explanation=gettext("A calendar program imports it; a second import replaces the first."),
    )


def statistics_sheet(desk: Desk, day: date) -> Sheet:
    """Give the register in numbers on a day."""
    found = registering.count(desk, day)
    rows = tuple(_counts(found, country_names(desk.newest)))
    subject = pgettext("the day of numbers", "on {day}", day=found.on)
    return Sheet(gettext("Statistics"), subject, STATISTICS_COLUMNS, rows)


def _counts(found: Statistics, country_name: Callable[[str], str]) -> Iterator[Row]:
    """Give the counts by level, country, portfolio and year."""
    yield Row("total-head", (gettext("All"),), is_head=True)
    yield _counted("total", gettext("Valid labels"), found.total)
    for key, text, number in _numbers(found):
        yield Row(key, (text, "", "", "", str(number), ""))
    title = gettext("By country: organisations with a valid label, and with any so far")
    yield Row("country-head", (title,), is_head=True)
    for row in sorted(found.by_country, key=lambda counted: country_name(counted.key)):
        yield _counted(f"country-{row.key}", country_name(row.key), row)
    yield Row("portfolio-head", (gettext("By comparative portfolio"),), is_head=True)
    for row in found.by_portfolio:
        yield _counted(f"portfolio-{row.key}", row.key, row)
    title = gettext("By year: new labels, and labels valid at its end")
    yield Row("year-head", (title,), is_head=True)
    for of_year in reversed(found.by_year):
        given = [str(of_year.given[level]) for level in LEVELS]
        counts = (*given, str(sum(of_year.valid.values())), "")
        yield Row(f"year-{of_year.year}", (str(of_year.year), *counts))


def _numbers(found: Statistics) -> Iterator[tuple[str, str, int]]:
    yield "expiring", gettext("Valid, but end within twelve months"), found.expiring
    yield "renewable", gettext("Expired, but renewable"), found.renewable
    yield "lapsed", gettext("Lapsed within the last twelve months"), found.lapsed
    yield "undated", gettext("Listed without a date"), found.undated


def _counted(key: str, text: str, row: Counted) -> Row:
    levels = [str(row.valid[level]) for level in LEVELS]
    return Row(key, (text, *levels, str(row.organisations), str(row.ever)))


def progress_sheet(desk: Desk, day: date) -> Sheet:
    """Give how far each organisation has come by a day, those with the highest level first."""
    found = registering.progress_on(desk, day)
    subject = ngettext(
        "{count} organisation on {day}", "{count} organisations on {day}", len(found), day=day
    )
    return Sheet(gettext("Progress"), subject, PROGRESS_COLUMNS, tuple(_by_highest_level(found)))


def _by_highest_level(found: Sequence[LevelProgress]) -> Iterator[Row]:
    for highest, group in groupby(found, key=lambda progress: progress.highest_ever):
        held = list(group)
        yield Row(
            f"head-{highest}",
            (gettext("Up to {level} ({count})", level=highest, count=len(held)),),
            is_head=True,
        )
        for number, progress in enumerate(held):
            since = [str(progress.since.get(level, "")) for level in LEVELS]
            valid = progress.highest_valid
            now: Cell = (valid, "accent") if valid else (gettext("none"), "quiet")
            cells = (progress.name, progress.country, *since, now)
            yield Row(f"{highest}-{number}", cells)
