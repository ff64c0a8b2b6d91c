"""A published list as CSV, with whatever separator; and how the bytes of a text are read."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterator

from assess.core.published_list.row import ListSheet, ListWords
from assess.errors import Refused
from assess.exchange.published_list.columns import columns_of
from assess.exchange.published_list.row_place import lines
from assess.exchange.published_list.table import Cells, read_table
from assess.languages import gettext

DELIMITERS = (";", ",", "\t", "|")

MAX_CELL = 100_000
"""Characters of a cell; no name, portfolio or address of a list has as many."""


def decoded(content: bytes, name: str) -> tuple[str, tuple[str, ...]]:
    """Give the bytes of a file as text, and what to say of how they were read."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return content.decode("utf-16", errors="replace"), ()
    if b"\x00" in content:
        raise Refused(gettext("{name} is not a text, a spreadsheet or a web page.", name=name), ())
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        note = gettext("{name} is not written in UTF-8; it was read as Windows-1252", name=name)
        return content.decode("cp1252", errors="replace"), (note,)
    return text, ()


def read_delimited(text: str, words: ListWords) -> ListSheet | None:
    """Read a text as CSV where some separator gives heads, or columns that can be told apart."""
    # The limit holds for every reader of the process, until another one sets its own.
    csv.field_size_limit(MAX_CELL)
    for delimiter in DELIMITERS:
        if _has_heads(text, delimiter):
            return read_table(_cells(text, delimiter), words)
    lines = [line for line in text.splitlines() if line.strip()]
    for delimiter in (";", "\t", "|"):
        split = sum(line.count(delimiter) >= 2 for line in lines)
        if lines and split * 5 >= len(lines) * 4:
            return read_table(_cells(text, delimiter), words)
    return None


def _has_heads(text: str, delimiter: str) -> bool:
    """Tell whether one of the first lines holds heads of columns."""
    first = [line[:MAX_CELL] for line in text.splitlines()[:60] if delimiter in line[:MAX_CELL]]
    try:
        return any(columns_of(cells) for cells in csv.reader(first, delimiter=delimiter))
    except csv.Error:
        return False


def _cells(text: str, delimiter: str) -> Iterator[Cells]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    before = 0
    try:
        for cells in reader:
            first, before = before + 1, reader.line_num
            yield Cells(lines(first, before), [without_apostrophe(cell) for cell in cells])
    except csv.Error as error:
        raise Refused(
            gettext("Line {line} is not valid CSV: {error}.", line=reader.line_num, error=error),
            (),
        ) from error


def without_apostrophe(cell: str) -> str:
    """Take away the apostrophe by which tables of this program keep a text from being a formula."""
    return cell[1:] if cell[:1] == "'" and cell[1:2] in ("=", "+", "-", "@", "\t", "\r") else cell
