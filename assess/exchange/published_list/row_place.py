"""Where a row stands in a file: as files and the register name it, and as it is said."""

from __future__ import annotations

from assess.core.published_list.kept import PLACES
from assess.core.published_list.message import PublishedListMessage
from assess.core.text.message import message
from assess.languages.message import say
from assess.languages.understanding import in_english, understood


def lines(first: int, last: int) -> str:
    """Name a line of a text, or several."""
    if last <= first:
        return in_english(message(PublishedListMessage.LINE, line=first))
    return in_english(message(PublishedListMessage.LINES, first=first, last=last))


def row_of_sheet(row: int, sheet: str | None) -> str:
    """Name a row of a workbook, with its sheet where there are several."""
    if sheet is None:
        return in_english(message(PublishedListMessage.ROW, row=row))
    return in_english(message(PublishedListMessage.ROW_OF_SHEET, sheet=sheet, row=row))


def row_of_table(row: int, table: int) -> str:
    """Name a row of a table of a page."""
    return in_english(message(PublishedListMessage.ROW_OF_TABLE, table=table, row=row))


def shown_place(place: str) -> str:
    """Say where a row stands."""
    return say(understood(place, PLACES))
