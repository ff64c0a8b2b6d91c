"""Tables as CSV: UTF-8, and no cell that a spreadsheet would take for a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence

from assess.core.questionnaire.returned_form import text_of
from assess.core.questionnaire.table import Cell, FoundCase
from assess.core.text.visible import could_be_formula
from assess.errors import Refused
from assess.exchange.container.text.encoding import LineLanguages, decoded
from assess.exchange.container.text.separated import separated_rows, separator
from assess.exchange.questionnaire.found_table import TableFound, TablesFound
from assess.languages import gettext, number_text

MAX_BYTES = 64 * 2**20
MAX_ROWS = 50_000
MAX_CELL = 1_000_000


def harmless(cell: Cell) -> str:
    """Write a cell; a text that could be a formula gets an apostrophe, which comes off again."""
    if cell is None:
        return ""
    if isinstance(cell, str):
        text = cell.replace("\x00", "\u2400")
        return f"'{text}" if _wants_apostrophe(text) else text
    return text_of(cell)


def as_was(text: str) -> str:
    """Give a cell as it was before `harmless`."""
    return text[1:] if text.startswith("'") and _wants_apostrophe(text[1:]) else text


def _wants_apostrophe(text: str) -> bool:
    """Tell whether a spreadsheet might work a text out, or it was made harmless before."""
    return text.startswith("'") or could_be_formula(text)


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


def read(
    content: bytes,
    name: str,
    *,
    encoding: str | None = None,
    languages: LineLanguages | None = None,
) -> TablesFound:
    """Read the rows of a CSV file, each by the number of the column.

    The separator may be a comma, a semicolon, a tab or a bar; the encoding is told by evidence.
    Raises Refused where it is no text, or too large.
    """
    _demand_size(content, name)
    found = decoded(content, name, encoding=encoding, languages=languages)
    table = TableFound(name, list(_rows(found.text, name)))
    return TablesFound((table,), found.encoding, found.notes)


def _rows(text: str, name: str) -> Iterator[dict[int, FoundCase]]:
    rows = separated_rows(text, separator(text), name, max_cell=MAX_CELL, strict=True)
    for count, row in enumerate(rows, start=1):
        if count > MAX_ROWS:
            raise Refused(
                gettext("{name} has more than {rows} rows.", name=name, rows=number_text(MAX_ROWS)),
                (),
            )
        place = gettext("row {row}", row=count)
        yield {
            column: FoundCase(as_was(cell), place, _fault(cell))
            for column, cell in enumerate(row.cells)
            if cell.strip()
        }


def _fault(cell: str) -> str | None:
    return gettext("it has a letter that cannot be read") if "\ufffd" in cell else None


def lines(content: bytes, name: str) -> Iterator[Sequence[str]]:
    """Give the cells of a CSV file of this program line by line; Refused as `read` says."""
    _demand_size(content, name)
    for row in separated_rows(decoded(content, name).text, ",", name, strict=True):
        yield row.cells


def _demand_size(content: bytes, name: str) -> None:
    if len(content) > MAX_BYTES:
        raise Refused(
            gettext(
                "{name} is larger than {megabytes} MB, which is too large for a table.",
                name=name,
                megabytes=MAX_BYTES // 2**20,
            ),
            (),
        )
