"""Tables as CSV: UTF-8, and no cell that a spreadsheet would take for a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence

from assess.core.questionnaire.returned_form import text_of
from assess.core.questionnaire.table import Cell, FoundCase
from assess.errors import Refused
from assess.languages import gettext, number_text

_DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "'")
"""How a text begins that a spreadsheet might work out, or that was made harmless before."""

MAX_BYTES = 64 * 2**20
MAX_ROWS = 50_000
MAX_CELL = 1_000_000


def harmless(cell: Cell) -> str:
    """Write a cell; a text that could be a formula gets an apostrophe, which comes off again."""
    if cell is None:
        return ""
    if isinstance(cell, str):
        text = cell.replace("\x00", "\u2400")
        return f"'{text}" if text.startswith(_DANGEROUS) else text
    return text_of(cell)


def as_was(text: str) -> str:
    """Give a cell as it was before `harmless`."""
    return text[1:] if text.startswith("'") and text[1:].startswith(_DANGEROUS) else text


def write(
    heads: Sequence[str], rows: Iterable[Mapping[str, Cell]], *, byte_order_mark: bool = False
) -> bytes:
    """Write rows under their heads; with the mark, old versions of Excel read it as UTF-8."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(heads)
    for row in rows:
        writer.writerow([harmless(row.get(name)) for name in heads])
    return text.getvalue().encode("utf-8-sig" if byte_order_mark else "utf-8")


def read(content: bytes, name: str) -> Iterator[dict[int, FoundCase]]:
    """Read the rows of a CSV file, each by the number of the column; the first has the heads.

    The separator may be a comma, a semicolon or a tab; the encoding UTF-8, UTF-16 with its mark, or
    that of Windows. Raises Refused where it is none of these, or too large.
    """
    for count, cells in enumerate(lines(content, name), start=1):
        if count > MAX_ROWS:
            raise Refused(
                gettext("{name} has more than {rows} rows.", name=name, rows=number_text(MAX_ROWS)),
                (),
            )
        yield {
            column: FoundCase(as_was(cell), gettext("row {row}", row=count), None)
            for column, cell in enumerate(cells)
            if cell.strip()
        }


def lines(content: bytes, name: str) -> Iterator[list[str]]:
    """Give the cells of a CSV file line by line, as they stand there; Refused as `read` says."""
    if len(content) > MAX_BYTES:
        raise Refused(
            gettext(
                "{name} is larger than {megabytes} MB, which is too large for a table.",
                name=name,
                megabytes=MAX_BYTES // 2**20,
            ),
            (),
        )
    text = _decoded(content, name)
    csv.field_size_limit(MAX_CELL)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text), strict=True)
    try:
        yield from reader
    except csv.Error as error:
        raise Refused(
            gettext(
                "{name} is not valid CSV (line {line}: {error}).",
                name=name,
                line=reader.line_num,
                error=error,
            ),
            (),
        ) from error


def _decoded(content: bytes, name: str) -> str:
    encodings: tuple[str, ...] = ()
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings = ("utf-16",)
    elif b"\x00" not in content:
        encodings = ("utf-8-sig", "cp1252")
    for encoding in encodings:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise Refused(gettext("{name} is not a UTF-8 text; save it as CSV in UTF-8.", name=name), ())


def _separator(text: str) -> str:
    """Find the separator: the one of which the first line has most."""
    first = text[:100_000].split("\n", 1)[0]
    return max((",", ";", "\t"), key=first.count)
