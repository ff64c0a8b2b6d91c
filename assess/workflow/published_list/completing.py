"""Rows of published lists that were rejected: listed, completed by hand and taken in."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from assess.core.catalogue.level import LOWEST
from assess.core.published_list.list_comparison import compare
from assess.core.published_list.row import ListWords, RejectedRow
from assess.core.published_list.row_reading import read_rows
from assess.core.register.record import Listing
from assess.errors import AssessError, NotFound
from assess.exchange.published_list import waiting_file
from assess.files import content_of, write_whole
from assess.languages import gettext, listed, ngettext
from assess.languages.message import say
from assess.workflow.desk.desk import Desk
from assess.workflow.published_list.list_import import REJECTED, rejected_folder
from assess.workflow.register.register import register_of


def waiting_files(desk: Desk) -> tuple[Path, ...]:
    """Give the files of the data folder in which rejected rows wait."""
    folder = rejected_folder(desk)
    return tuple(sorted(folder.glob(f"*{REJECTED}"))) if folder.is_dir() else ()


def waiting_rows(aside: Path) -> tuple[RejectedRow, ...]:
    """Give the rows that wait in a file of rejected rows, in its order."""
    try:
        rows = waiting_file.numbered(waiting_file.read_aside(content_of(aside), str(aside)))
    except OSError as error:
        raise AssessError(
            gettext(
                "{aside} cannot be read: {strerror}.", aside=aside, strerror=error.strerror or error
            )
        ) from error
    return tuple(waiting_file.of_aside(row) for row in rows)


def complete_row(
    desk: Desk, aside: Path, number: int, changes: Mapping[str, str], *, by: str
) -> Listing:
    """Take in a row that was kept aside, completed by hand, and take it off the file.

    `number` is that of the row, which no other ever has; `changes` are its cells by column. The
    file is removed with its last row.
    """
    waiting = waiting_rows(aside)
    chosen = next((rejected for rejected in waiting if rejected.number == number), None)
    if chosen is None:
        raise NotFound(
            ngettext(
                "{file} has no row {number}; it has {count} row.",
                "{file} has no row {number}; it has the rows {rows}.",
                len(waiting),
                file=aside,
                number=number,
                rows=listed([str(rejected.number) for rejected in waiting]),
            )
        )
    row = chosen.row.model_copy(update=dict(changes))
    words = ListWords(desk.newest)
    stated: dict[str, Any] = {"country": None, "level": LOWEST, "order": None}
    found_rows, unread = read_rows([row], words, **stated, needs_dates=True)
    if unread:
        raise AssessError(
            gettext(
                "Row {number} cannot be imported yet: {reason}.",
                number=number,
                reason=say(unread[0].reason),
            )
        )
    register = register_of(desk)
    rules = desk.newest.label
    found = compare(found_rows, register, rules, on=desk.today, by=by, file=aside.name)
    if not found.new:
        raise AssessError(gettext("Row {number} is already in the register.", number=number))
    desk.store.register.add(found.new, at=desk.now)
    left = [rejected for rejected in waiting if rejected is not chosen]
    if left:
        rows = [waiting_file.aside_row(waiting_row, aside.name) for waiting_row in left]
        write_whole(aside, waiting_file.write_aside(rows))
    else:
        aside.unlink()
    return found.new[0]
