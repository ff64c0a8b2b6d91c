"""What commands print: calm aligned text, or one JSON document; nothing else prints."""

from __future__ import annotations

import json
import shutil
import sys
import textwrap
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from assess.cli.command.streams import forget
from assess.core.text.visible import visible

NARROW, WIDE = 80, 100
"""Columns of a text: as many as the terminal has, within these."""

_EXACT = 2**53
"""Up to here a float holds every whole number exactly."""

_SPACES = dict.fromkeys((0x00A0, 0x202F), " ")
_DIRECTIONS = dict.fromkeys(
    (*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x061C, 0x200E, 0x200F), "\ufffd"
)
"""Marks that would turn the rest of a line around."""


def plain(text: object, *, lines: bool = False) -> str:
    """Give a text as a terminal may have it: nothing in it moves the cursor or turns the line."""
    said = text if isinstance(text, str) else _in_words(text)
    return visible(said, lines=lines).translate(_SPACES).translate(_DIRECTIONS)


def _in_words(value: object) -> str:
    """Give a value in words; a text of the core is said, which takes more to load."""
    from assess.core.text.message import Series, Text
    from assess.languages.message import say as in_words

    return in_words(value) if isinstance(value, Series | Text) else str(value)


def say(text: object = "") -> None:
    """Print a text; control characters in it become visible, line breaks stay."""
    put(plain(text, lines=True) + "\n")


def remark(text: object) -> None:
    """Print a sentence beside the result, on stderr; if that is full, the result still counts."""
    try:
        sys.stderr.write(plain(text, lines=True) + "\n")
        sys.stderr.flush()
    except OSError:
        forget(sys.stderr)


complain = remark


def say_json(value: Any) -> None:
    """Print one JSON document; in ASCII where the terminal takes nothing else."""
    encoding = (getattr(sys.stdout, "encoding", None) or "ascii").lower().replace("-", "")
    ascii_only = encoding != "utf8"
    text = json.dumps(_as_json(value), ensure_ascii=ascii_only, indent=2, allow_nan=False)
    put(text + "\n")


def _as_json(value: Any) -> Any:
    """Give whole numbers as integers, 32, not 32.0; and texts of the core in English."""
    match value:
        case dict():
            return {name: _as_json(item) for name, item in value.items()}
        case list() | tuple():
            return [_as_json(item) for item in value]
        case float() if value.is_integer() and abs(value) < _EXACT:
            return int(value)
        case None | str() | bool() | int() | float():
            return value
        case _:
            from assess.languages.language import ENGLISH
            from assess.languages.message import say_in

            return say_in(ENGLISH)(value)


def put(text: str) -> None:
    """Print a text as it is, mostly for a reader that is a program."""
    sys.stdout.write(text)


@contextmanager
def working(what: str) -> Iterator[None]:
    """Say on stderr, where that is a terminal, that something takes its time; then wipe it away."""
    shown = sys.stderr.isatty()
    if shown:
        sys.stderr.write(f"{what} …\r")
        sys.stderr.flush()
    try:
        yield
    finally:
        if shown:
            sys.stderr.write(" " * (len(what) + 2) + "\r")


def moment(at: datetime) -> str:
    """Write a moment as it was where the reader is, to the minute."""
    return f"{at.astimezone():%Y-%m-%d %H:%M}"


@contextmanager
def telling(what: str) -> Iterator[Callable[[str, int], None]]:
    """As `working`, with the part that is worked on and the page beside it."""
    from assess.workflow.report.printing import progress_text

    shown = sys.stderr.isatty()
    longest = 0

    def tell(part: str, page: int) -> None:
        nonlocal longest
        line = f"{what}: {progress_text(part, page)} …"
        if shown:
            sys.stderr.write(f"{line:<{longest}}\r")
            sys.stderr.flush()
        longest = max(longest, len(line))

    try:
        yield tell
    finally:
        if shown and longest:
            sys.stderr.write(" " * longest + "\r")


def width() -> int:
    """Give the columns for a text."""
    return max(NARROW, min(WIDE, shutil.get_terminal_size((NARROW, 24)).columns))


def wrapped(text: object, indent: int = 0, *, first: str | None = None) -> str:
    """Break a text into lines of the terminal's width; `first` stands before the first line."""
    head = " " * indent if first is None else first
    lines = [
        textwrap.fill(
            line,
            width(),
            initial_indent=head if number == 0 else " " * indent,
            subsequent_indent=" " * indent,
            break_on_hyphens=False,
        )
        for number, line in enumerate(plain(text, lines=True).split("\n"))
    ]
    return "\n".join(lines)


def columns(text: str) -> int:
    """Count the columns that a text takes: wide letters take two, marks on letters none."""
    if text.isascii():
        return len(text)
    return sum(
        0
        if unicodedata.combining(letter)
        else 2
        if unicodedata.east_asian_width(letter) in "WF"
        else 1
        for letter in text
    )


def cut(text: str, room: int) -> str:
    """Give a text in at most so many columns; a cut one ends in an ellipsis."""
    if columns(text) <= room:
        return text
    text = text[:room]
    while columns(text) > room - 1:
        text = text[:-1]
    return f"{text.rstrip()}…"


def fitted(text: str, room: int) -> str:
    """Give a text in exactly so many columns, cut or filled with spaces."""
    shown = cut(text, room)
    return shown + " " * (room - columns(shown))


def table(
    heads: Sequence[str], rows: Iterable[Sequence[object]], *, right: frozenset[int] = frozenset()
) -> str:
    """Lay out rows in aligned columns; the first but one gives way where there is little room.

    `right` are the columns of numbers.
    """
    lines = [[plain(cell) for cell in row] for row in rows]
    widths = [max(columns(cell) for cell in column) for column in zip(heads, *lines, strict=True)]
    spare = width() - sum(widths) - 2 * (len(widths) - 1)
    if spare < 0:
        widths[1] = max(12, widths[1] + spare)
    shown = []
    for line in (heads, *lines):
        cells = [
            " " * (room - columns(cell)) + cell if number in right else fitted(cell, room)
            for number, (cell, room) in enumerate(zip(line, widths, strict=True))
        ]
        shown.append("  ".join(cells).rstrip())
    return "\n".join(shown)
