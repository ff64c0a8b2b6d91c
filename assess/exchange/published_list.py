"""A published list in whatever kind of file: text, CSV, a spreadsheet or a saved web page."""

from __future__ import annotations

import codecs
import csv
import io
import zipfile
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Any

from assess.core.published import CELLS, RejectedRow, Row, Sheet, Words
from assess.errors import Refused
from assess.exchange.published_columns import columns_of, country_alone
from assess.exchange.published_table import Cells, read_table
from assess.exchange.published_text import read_text

MAX_BYTES = 64 * 1024 * 1024
MAX_UNPACKED = 512 * 1024 * 1024

_DELIMITERS = (";", ",", "\t", "|")


def read_list(content: bytes, name: str, words: Words, *, is_of_one_country: bool = False) -> Sheet:
    """Read a list; Refused where the file is none or cannot be read at all."""
    if len(content) > MAX_BYTES:
        raise Refused(f"{name} is larger than {MAX_BYTES // 1024**2} MB; it is no list.", ())
    if content[:4] == b"PK\x03\x04":
        sheets = list(_of_spreadsheet(content, name, words))
        return _demand_rows(_joined(sheets), name)
    text, notes = _decoded(content, name)
    if "<table" in text.casefold() or "<html" in text[:2000].casefold():
        return _demand_rows(_of_page(content, words, is_of_one_country=is_of_one_country), name)
    sheet = _of_delimited(text, words) or read_text(
        text, words, is_of_one_country=is_of_one_country
    )
    return _demand_rows(sheet.model_copy(update={"notes": (*notes, *sheet.notes)}), name)


def _demand_rows(sheet: Sheet, name: str) -> Sheet:
    if not sheet.rows and not sheet.rejected:
        raise Refused(
            f"{name} holds no list of labels: no row with a comparative portfolio was found.", ()
        )
    return sheet


def _joined(sheets: Iterable[Sheet]) -> Sheet:
    every = list(sheets)
    return Sheet(
        rows=tuple(row for one in every for row in one.rows),
        rejected=tuple(row for one in every for row in one.rejected),
        notes=tuple(note for one in every for note in one.notes),
        listed_on=next((one.listed_on for one in every if one.listed_on), None),
        has_dates=any(one.has_dates for one in every) if every else True,
    )


def _decoded(content: bytes, name: str) -> tuple[str, tuple[str, ...]]:
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return content.decode("utf-16", errors="replace"), ()
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        note = f"{name} is not written in UTF-8; it was read as Windows-1252"
        return content.decode("cp1252", errors="replace"), (note,)
    if "\x00" in text:
        raise Refused(f"{name} is not a text, a spreadsheet or a web page.", ())
    return text, ()


# CSV


def _of_delimited(text: str, words: Words) -> Sheet | None:
    """Read a text as CSV where some separator gives heads, or columns that can be told apart."""
    for delimiter in _DELIMITERS:
        first = [line for line in text.splitlines()[:60] if delimiter in line]
        if any(columns_of(cells) for cells in csv.reader(first, delimiter=delimiter)):
            return read_table(_cells(text, delimiter), words)
    lines = [line for line in text.splitlines() if line.strip()]
    for delimiter in (";", "\t", "|"):
        split = sum(line.count(delimiter) >= 2 for line in lines)
        if lines and split * 5 >= len(lines) * 4:
            return read_table(_cells(text, delimiter), words)
    return None


def _cells(text: str, delimiter: str) -> Iterator[Cells]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    before = 0
    try:
        for cells in reader:
            first, before = before + 1, reader.line_num
            place = f"line {first}" if first == before else f"lines {first} to {before}"
            yield Cells(place, [_without_apostrophe(cell) for cell in cells])
    except csv.Error as error:
        raise Refused(f"Line {reader.line_num} is no CSV: {error}.", ()) from error


def _without_apostrophe(cell: str) -> str:
    """Take away the apostrophe by which tables of this program keep a text from being a formula."""
    return cell[1:] if cell[:1] == "'" and cell[1:2] in ("=", "+", "-", "@", "\t", "\r") else cell


# Spreadsheets


def _of_spreadsheet(content: bytes, name: str, words: Words) -> Iterator[Sheet]:
    from openpyxl import load_workbook

    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            unpacked = sum(one.file_size for one in packed.infolist())
        book = (
            load_workbook(io.BytesIO(content), data_only=True) if unpacked < MAX_UNPACKED else None
        )
    except Exception as error:
        raise Refused(f"{name} is not a spreadsheet that can be read (.xlsx).", ()) from error
    if book is None:
        raise Refused(f"{name} unpacks to more than a list of labels can hold.", ())
    several = len(book.worksheets) > 1
    for sheet in book.worksheets:
        where = f"sheet {sheet.title}, " if several else ""
        rows = [
            Cells(f"{where}row {number}", [_cell(cell) for cell in row])
            for number, row in enumerate(sheet.iter_rows(), start=1)
        ]
        country = country_alone(sheet.title, words)
        found = read_table(rows, words, country=country)
        if found is not None:
            yield found


def _cell(cell: Any) -> str:
    """Give a cell as text; of a link the address, where the cell shows none."""
    value = cell.value
    if isinstance(value, datetime):
        return str(value.date())
    if isinstance(value, date):
        return str(value)
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    text = "" if value is None else str(value)
    link = cell.hyperlink.target if getattr(cell, "hyperlink", None) else None
    return link if link and "." not in text and link.startswith("http") else text


# Saved web pages


def _of_page(content: bytes, words: Words, *, is_of_one_country: bool) -> Sheet:
    """Read every table of a page; where none is a list, the page as text."""
    from bs4 import BeautifulSoup

    page = BeautifulSoup(content, "html.parser")
    for part in page(["script", "style", "noscript", "template"]):
        part.decompose()
    sheets: list[Sheet] = []
    for number, table in enumerate(page.find_all("table"), start=1):
        if table.find("table") is not None:
            continue  # a table of the layout; the one within it is read for itself
        country = None if is_of_one_country else _heading_of(table, words)
        found = read_table(_rows_of(table, number), words, country=country)
        if found is not None and (found.rows or found.rejected):
            sheets.append(found)
    if sheets:
        return _joined(sheets)
    return read_text(page.get_text("\n"), words, is_of_one_country=is_of_one_country)


def _rows_of(table: Any, number: int) -> Iterator[Cells]:
    for row_number, row in enumerate(table.find_all("tr"), start=1):
        cells = []
        for cell in row.find_all(["td", "th"]):
            text = " ".join(cell.get_text(" ").split())
            link = cell.find("a", href=True)
            address = str(link["href"]) if link is not None else ""
            if address.startswith("http") and "." not in text and len(text) < 12:
                text = address
            cells.append(text)
            cells += [""] * (_span(cell) - 1)
        yield Cells(f"table {number}, row {row_number}", cells)


def _span(cell: Any) -> int:
    span = str(cell.get("colspan", "1"))
    return min(int(span), 20) if span.isdigit() and int(span) > 0 else 1


def _heading_of(table: Any, words: Words) -> str | None:
    caption = table.find("caption")
    if caption is not None and (found := country_alone(caption.get_text(" "), words)):
        return found
    heading = table.find_previous(["h1", "h2", "h3", "h4", "h5", "h6"])
    return country_alone(heading.get_text(" "), words) if heading is not None else None


# Rows kept aside

ASIDE = ("file", "place", "reason", *CELLS, "listed_on", "text")
"""The columns of the file in which rows wait to be completed."""


def aside_row(one: RejectedRow, file: str) -> dict[str, str]:
    """Give a rejected row by the columns of its file."""
    fields = {name: getattr(one.row, name) or "" for name in (*CELLS, "listed_on", "text")}
    return {"file": one.row.file or file, "place": one.row.place, "reason": one.reason, **fields}


def of_aside(row: dict[str, str]) -> RejectedRow:
    """Give a rejected row from the columns of its file."""
    cells: dict[str, Any] = {name: row.get(name) or None for name in (*CELLS, "listed_on", "file")}
    place, text = row.get("place") or "", row.get("text") or ""
    return RejectedRow(row=Row(place=place, text=text, **cells), reason=row.get("reason") or "")


def read_aside(content: bytes) -> list[dict[str, str]]:
    """Read a file of rejected rows, also as a spreadsheet program saved it."""
    text, _ = _decoded(content, "the file of rejected rows")
    head = text.partition("\n")[0]
    delimiter = max(_DELIMITERS, key=head.count)
    rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter)
    if not {"place", "reason", "name"} <= set(rows.fieldnames or ()):
        raise Refused("This is no file of rejected rows: its heads are others.", ())
    return [
        {name: _without_apostrophe(cell or "") for name, cell in row.items() if name in ASIDE}
        for row in rows
    ]


def write_aside(rows: Iterable[dict[str, str]]) -> bytes:
    """Write rejected rows as CSV with the columns of a list: once completed, it is one."""
    sheet = io.StringIO()
    writer = csv.writer(sheet, lineterminator="\n")
    writer.writerow(ASIDE)
    writer.writerows([_safe(row.get(name)) for name in ASIDE] for row in rows)
    return sheet.getvalue().encode("utf-8")


def _safe(text: str | None) -> str:
    """Keep a spreadsheet from taking a text for a formula: an apostrophe makes it text."""
    return f"'{text}" if text and text[0] in "=+-@\t\r" else text or ""
