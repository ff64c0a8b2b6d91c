"""What the global options say, and the desk that follows from it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from assess import locations

if TYPE_CHECKING:
    from assess.workflow import Desk

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class Day(click.ParamType):  # type: ignore[type-arg]  # generic in the newest click only
    """A day, as YYYY-MM-DD."""

    name = "YYYY-MM-DD"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Read a day."""
        if isinstance(value, date):
            return value
        if not _DAY.fullmatch(value):
            self.fail(f"{value!r} is not a day; write it like 2026-11-02.", param, ctx)
        try:
            day = date.fromisoformat(value)
        except ValueError:
            self.fail(f"there is no day {value}.", param, ctx)
        return day


class Words(click.ParamType):  # type: ignore[type-arg]  # as above
    """A text; with `said`, one that says something."""

    name = "TEXT"

    def __init__(self, *, said: bool = False) -> None:
        self.said = said

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Take a text as it was typed."""
        text = str(value)
        if not text.isascii() and any("\ud800" <= letter <= "\udfff" for letter in text):
            self.fail("the text is not written in UTF-8.", param, ctx)
        if self.said and not text.strip():
            self.fail("the text is empty.", param, ctx)
        return text


@dataclass(frozen=True)
class Settings:
    """Where the data is, and which day is today; None: the usual place, the clock's day."""

    db: Path | None
    indicators: Path | None
    today: date | None

    @property
    def database(self) -> Path:
        """The file of the cases."""
        return locations.database(self.db)

    @property
    def indicators_folder(self) -> Path:
        """The folder of the catalogue."""
        return locations.indicators_folder(self.indicators)

    def open_desk(self, database: Path | None = None) -> Desk:
        """Open the database (or another one) with the catalogue."""
        from assess.workflow import open_desk

        return open_desk(database or self.database, self.indicators_folder, today=self.today)
