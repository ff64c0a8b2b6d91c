"""Beside the register: reminders, statistics, and a published list that comes in."""

from __future__ import annotations

import getpass
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen

from assess.core.catalogue.level import LEVELS
from assess.core.published_list.row import ListWords
from assess.tui.dialog.ask import AskScreen, WrongField
from assess.tui.dialog.choose import ChooseScreen
from assess.tui.dialog.documents import typed_path
from assess.tui.frame.host import host
from assess.tui.label.deciding import day_echo, typed_day
from assess.tui.widgets.form_field import Asked
from assess.tui.widgets.frame import KeyBar, Masthead, Notice
from assess.tui.widgets.row_list import Cell, Column, Row, RowList
from assess.workflow.register import register as registering

if TYPE_CHECKING:
    from assess.core.register.statistics import CountRow as Counted
    from assess.core.register.statistics import Statistics
    from assess.workflow.published_list.list_import import Taken

MOST_REASONS = 12
"""So many reasons are shown at once; the file of rejected rows has all of them."""


class _Sheet(Screen[None]):
    """Rows to read."""

    PLACE = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "leave", "Back", key_display="Esc"),
    ]
    COLUMNS: ClassVar[tuple[Column, ...]] = ()

    def compose(self) -> ComposeResult:
        """Lay it out."""
        yield Masthead(self.PLACE)
        yield RowList(self.COLUMNS, id="sheet")
        yield KeyBar()
        yield Notice()

    def on_mount(self) -> None:
        """Begin once it is there."""
        rows = self.query_one(RowList)
        rows.show(self.rows())
        rows.focus()

    def rows(self) -> Iterator[Row]:
        """Give the rows."""
        raise NotImplementedError

    def action_leave(self) -> None:
        """Go back."""
        self.dismiss(None)


class ReminderScreen(_Sheet):
    """What is to be thought of within the next twelve months."""

    PLACE = "Reminders"
    COLUMNS = (
        Column("day", "Day", 11),
        Column("name", "Organisation", share=3),
        Column("country", "Ctr", 5),
        Column("level", "Level", 8, from_width=100),
        Column("what", "What", share=3),
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("w", "write", "Write calendar", tooltip="A file that calendar programs read"),
    ]

    def rows(self) -> Iterator[Row]:
        """Give the reminders by month."""
        month = ""
        found = registering.reminders_within(host(self).desk, 12)
        self.query_one(Masthead).subject = f"{len(found)} within 12 months"
        for number, one in enumerate(found):
            if f"{one.on:%Y-%m}" != month:
                month = f"{one.on:%Y-%m}"
                yield Row(f"month {month}", (f"{one.on:%B %Y}",), is_head=True)
            yield Row(str(number), (str(one.on), one.name, one.country, one.level, one.what))

    def action_write(self) -> None:
        """Write the reminders as a calendar."""
        from assess.tui.dialog.documents import ask_for_file, document_path

        desk = host(self).desk
        ask_for_file(
            self.app,
            "Write the reminders as a calendar",
            document_path("", "labels.ics"),
            lambda target: registering.write_reminders(desk, 12, target),
            keep_as="reminders",
            explanation="A calendar program takes it in; taken in again, it replaces itself.",
        )


class StatisticsScreen(_Sheet):
    """The register in numbers on a day."""

    PLACE = "Statistics"
    COLUMNS = (
        Column("what", "", share=1),
        *(Column(level.lower(), level, 7, right=True) for level in LEVELS),
        Column("organisations", "Valid", 7, right=True),
        Column("ever", "Ever", 7, right=True),
    )

    def __init__(self, day: date) -> None:
        """Count on a day."""
        super().__init__()
        self._day = day

    def rows(self) -> Iterator[Row]:
        """Give the counts by level, country, portfolio and year."""
        found = registering.count(host(self).desk, self._day)
        names = host(self).desk.catalogue.country_name
        self.query_one(Masthead).subject = f"on {found.on}"
        yield Row("total head", ("All",), is_head=True)
        yield _counted("total", "Valid labels", found.total)
        for key, text, number in _numbers(found):
            yield Row(key, (text, "", "", "", str(number), ""))
        yield Row("country head", ("By country; valid and ever: organisations",), is_head=True)
        for row in sorted(found.by_country, key=lambda one: names(one.key)):
            yield _counted(f"country {row.key}", names(row.key), row)
        yield Row("portfolio head", ("By comparative portfolio",), is_head=True)
        for row in found.by_portfolio:
            yield _counted(f"portfolio {row.key}", row.key, row)
        yield Row("year head", ("New labels by year; valid: labels at its end",), is_head=True)
        for one in reversed(found.by_year):
            given = [str(one.given[level]) for level in LEVELS]
            counts = (*given, str(sum(one.valid.values())), "")
            yield Row(f"year {one.year}", (str(one.year), *counts))


class ProgressScreen(_Sheet):
    """How far each organisation has come, those with the highest level first."""

    PLACE = "Progress"
    COLUMNS = (
        Column("name", "Organisation", share=1),
        Column("country", "Ctr", 4),
        *(Column(level.lower(), level, 10) for level in LEVELS),
        Column("now", "Now", 7),
    )

    def __init__(self, day: date) -> None:
        """Look at a day."""
        super().__init__()
        self._day = day

    def rows(self) -> Iterator[Row]:
        """Give the organisations by the highest level that they ever held."""
        found = registering.progress_on(host(self).desk, self._day)
        noun = "organisation" if len(found) == 1 else "organisations"
        self.query_one(Masthead).subject = f"{len(found)} {noun} on {self._day}"
        for highest, some in groupby(found, key=lambda one: one.highest_ever):
            held = list(some)
            yield Row(f"head {highest}", (f"Up to {highest} ({len(held)})",), is_head=True)
            for number, one in enumerate(held):
                since = [str(one.since.get(level, "")) for level in LEVELS]
                now: Cell = (
                    (one.highest_valid, "accent") if one.highest_valid else ("none", "quiet")
                )
                yield Row(f"{highest} {number}", (one.name, one.country, *since, now))


def _numbers(found: Statistics) -> Iterator[tuple[str, str, int]]:
    yield "expiring", "Valid, and end within twelve months", found.expiring
    yield "renewable", "Expired, and renewable", found.renewable
    yield "lapsed", "Lapsed within the last twelve months", found.lapsed
    yield "undated", "Listed without a date", found.undated


def _counted(key: str, text: str, row: Counted) -> Row:
    levels = [str(row.valid[level]) for level in LEVELS]
    return Row(key, (text, *levels, str(row.organisations), str(row.ever)))


def ask_for_list(screen: Screen[None], then: Callable[[], None]) -> None:
    """Ask for a published list and take it in; then say what came of each row."""
    desk = host(screen).desk
    words = ListWords(desk.catalogue)
    taken: list[Taken] = []

    def submit(values: Mapping[str, str]) -> None:
        from assess.workflow.published_list.list_import import import_list

        source = typed_path(values["source"])
        if not values["source"].strip() or not source.is_file():
            raise WrongField("source", "There is no file of that name.")
        country = words.country(values["country"]) if values["country"].strip() else None
        if values["country"].strip() and country is None:
            raise WrongField("country", "This is no country; write DNK, DK or Denmark.")
        typed = values["day"].strip()
        day = typed_day(values, "day", desk.today, whole_month="last") if typed else None
        by = desk.who or getpass.getuser()
        taken.append(import_list(desk, source, by=by, country=country, listed_on=day))

    def tell(was_done: bool | None) -> None:  # noqa: FBT001  the result of a screen
        if was_done and taken:
            then()
            answers = [("back", "Back to the register")]
            screen.app.push_screen(
                ChooseScreen(_summary(taken[-1]), answers, explanation=_said(taken[-1]))
            )

    asked = [
        Asked("source", "File", kind="path", hint="type or drop a path; → completes it"),
        Asked("country", "Country", hint="of rows that name none: DNK, DK or Denmark"),
        Asked(
            "day",
            "Day of the list",
            hint="empty: as the list says, else today",
            understood=day_echo(desk.today, whole_month="last"),
        ),
    ]
    screen.app.push_screen(
        AskScreen(
            "Take in a published list",
            asked,
            submit,
            explanation="Rows that cannot be read are kept aside; taken in twice, nothing changes.",
            keep_as="published list",
        ),
        tell,
    )


def _summary(taken: Taken) -> str:
    counts = (
        (len(taken.new), "taken in"),
        (len(taken.known), "known already"),
        (len(taken.completed), "completed before"),
        (len(taken.rejected), "kept aside"),
    )
    said = ", ".join(f"{count} {words}" for count, words in counts if count)
    return f"{taken.rows} rows: {said}."


def _said(taken: Taken) -> str:
    lines = [f"{one.row.place}: {one.reason}" for one in taken.rejected[:MOST_REASONS]]
    if len(taken.rejected) > MOST_REASONS:
        lines.append(f"and {len(taken.rejected) - MOST_REASONS} more")
    if taken.aside:
        lines.append(f"They wait in {taken.aside}")
    lines += [f"May be one: {one.name} / {one.other} ({one.why})" for one in taken.alike[:5]]
    return "\n".join(lines)
