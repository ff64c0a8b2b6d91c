"""Rows of a published list that wait to be completed: a file of their own, which is a list too."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from typing import Any

from assess.core.published_list.row import CELLS, ListRow, RejectedRow
from assess.core.text.visible import harmless_cell
from assess.errors import Refused
from assess.exchange.container.text.encoding import decoded
from assess.exchange.published_list.delimited import DELIMITERS, without_apostrophe
from assess.languages import gettext
from assess.languages.message import say

NUMBER = "row"
ASIDE = ("file", "place", "reason", *CELLS, "listed_on", "text", NUMBER)
"""The columns of the file in which rows wait to be completed."""


def aside_row(rejected: RejectedRow, file: str) -> dict[str, str]:
    """Give a rejected row by the columns of its file."""
    fields = {name: getattr(rejected.row, name) or "" for name in (*CELLS, "listed_on", "text")}
    return {
        "file": rejected.row.file or file,
        "place": rejected.row.place,
        "reason": say(rejected.reason),
        **fields,
        NUMBER: str(rejected.number or ""),
    }


def numbered(rows: Iterable[dict[str, str]], completed: int = 0) -> list[dict[str, str]]:
    """Give every row a number of its own; those that have one keep it.

    `completed` rows were taken off before: their numbers are not given again.
    """
    kept = list(rows)
    taken = {number for row in kept if (number := row_number(row))}
    following = max(max(taken, default=0), len(taken) + completed) + 1
    found: list[dict[str, str]] = []
    seen: set[int] = set()
    for row in kept:
        number = row_number(row)
        if not number or number in seen:  # a row that somebody copied in a spreadsheet
            number, following = following, following + 1
        seen.add(number)
        found.append({**row, NUMBER: str(number)})
    return found


def row_number(row: dict[str, str]) -> int:
    """Give the number of a row; 0: it has none, as in files of an older version."""
    text = (row.get(NUMBER) or "").strip()
    return int(text) if text.isascii() and text.isdigit() else 0


def of_aside(row: dict[str, str]) -> RejectedRow:
    """Give a rejected row from the columns of its file."""
    cells: dict[str, Any] = {name: row.get(name) or None for name in (*CELLS, "listed_on", "file")}
    place, text = row.get("place") or "", row.get("text") or ""
    return RejectedRow(
        row=ListRow(place=place, text=text, **cells),
        reason=row.get("reason") or "",
        number=row_number(row),
    )


def read_aside(content: bytes, name: str) -> list[dict[str, str]]:
    """Read a file of rejected rows, also as a spreadsheet program saved it."""
    text = decoded(content, name).text
    head = text.partition("\n")[0]
    delimiter = max(DELIMITERS, key=head.count)
    rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter)
    if not {"place", "reason", "name"} <= set(rows.fieldnames or ()):
        raise Refused(
            gettext("This is not a file of rejected rows: its columns are different."), ()
        )
    return [
        {name: without_apostrophe(cell or "") for name, cell in row.items() if name in ASIDE}
        for row in rows
    ]


def write_aside(rows: Iterable[dict[str, str]]) -> bytes:
    """Write rejected rows as CSV with the columns of a list: once completed, it is one."""
    sheet = io.StringIO()
    writer = csv.writer(sheet, lineterminator="\n")
    writer.writerow(ASIDE)
    writer.writerows([harmless_cell(row.get(name) or "") for name in ASIDE] for row in rows)
    return sheet.getvalue().encode("utf-8")
