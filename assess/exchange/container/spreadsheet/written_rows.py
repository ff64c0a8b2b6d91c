"""Sheets as openpyxl opens them, and their rows as they are written: only cells that are there.

Only for workbooks that `workbook_guard` let through: they declare no entities.
"""

from __future__ import annotations

import io
import os
import warnings
import zipfile
from collections.abc import Generator, Iterator, Mapping
from contextlib import closing, contextmanager
from typing import Any, NamedTuple


class OpenSheet(NamedTuple):
    """A sheet that is open, and where it lies within the file."""

    page: Any
    part: str


@contextmanager
def opened_sheets(content: bytes, *, formulas: bool) -> Iterator[tuple[OpenSheet, ...]]:
    """Open the sheets of a workbook, for its formulas or for the values saved with them."""
    os.environ.setdefault("OPENPYXL_LXML", "False")  # defusedxml everywhere, lxml there or not
    from openpyxl.reader.excel import ExcelReader

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about features that are not read here
        reader = ExcelReader(
            io.BytesIO(content),
            read_only=True,
            data_only=not formulas,
            keep_links=False,
            keep_vba=False,
        )
        reader.read()
        parts = (
            relation.target
            for _, relation in reader.parser.find_sheets()
            if relation.target in reader.valid_files and "chartsheet" not in relation.Type
        )
        with closing(reader.wb) as book:
            yield tuple(map(OpenSheet._make, zip(book.worksheets, parts, strict=True)))


def has_struck_out(content: bytes) -> bool:
    """Tell whether any style of a workbook strikes its text out: few do."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = [name for name in archive.namelist() if name.lower().endswith("styles.xml")]
        return any(b"strike" in archive.read(part) for part in parts)


def written_rows(page: Any, columns: int) -> Generator[tuple[int, Mapping[int, Any]], None, None]:
    """Give the rows of an open sheet, each with its cells by column, the first so many.

    Rows and columns count from 0; a row that goes back behind one before it is left out.
    """
    from openpyxl.cell.read_only import EMPTY_CELL

    page.reset_dimensions()  # each row ends with its last cell, and not where the sheet says
    with closing(page.iter_rows()) as rows:
        for number, row in enumerate(rows):
            cells = enumerate(row[:columns])
            yield number, {column: cell for column, cell in cells if cell is not EMPTY_CELL}
