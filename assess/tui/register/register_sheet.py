"""Sheets beside the register: reminders, and how far each organisation has come."""

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
from assess.languages import gettext, ngettext, spoken_language
from assess.languages.message import say
from assess.tui.frame.host import host
from assess.tui.frame.keys import bound
from assess.tui.widgets.row_list import Cell, Column, Row, RowList
from assess.tui.widgets.screen_frame import KeyBar, Masthead, Notice
from assess.workflow.register import register as registering

if TYPE_CHECKING:
    from textual.app import App

    from assess.core.register.reminder import Reminder
    from assess.core.register.statistics import LevelProgress
    from assess.workflow import Desk


REMINDER_COLUMNS = (
    Column("day", gettext("Day"), 11),
    Column("name", gettext("Organisation"), share=3),
    Column("country", gettext("Ctr"), 5),
    Column("level", gettext("Level"), 8, from_width=100),
    Column("what", gettext("What"), share=3),
)
PROGRESS_COLUMNS = (
    Column("name", gettext("Organisation"), share=1),
    Column("country", gettext("Ctr"), 4),
    Column("bronze", "Bronze", 10),
    Column("silver", "Silver", 10),
    Column("gold", "Gold", 10),
    Column("now", gettext("Now"), 10),
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
            missing = gettext("not known") if progress.may_be_valid else gettext("none")
            now: Cell = (valid, "accent") if valid else (missing, "quiet")
            cells = (progress.name, progress.country, *since, now)
            yield Row(f"{highest}-{number}", cells)
