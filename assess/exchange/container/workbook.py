"""Workbooks as others made them, of whatever kind: each cell a text, with its place in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from assess.exchange.container.recognition import Kind, recognise
from assess.exchange.container.spreadsheet import old_excel, open_document, open_xml
from assess.exchange.container.spreadsheet.guard import PEEK, TABLE, Limits
from assess.exchange.container.spreadsheet.sheet import ReadSheet, as_shown


def peek(content: bytes, name: str) -> frozenset[str]:
    """Give the texts at the top of all sheets; raises Refused as `read_sheets` does."""
    if recognise(content) == Kind.OPEN_XML:
        return open_xml.peek(content, name)
    return frozenset(
        cell.text
        for sheet in _read(content, name, replace(TABLE, rows=PEEK.rows, columns=PEEK.columns))
        for cells in sheet.rows.values()
        for cell in cells.values()
    )


def read_sheets(content: bytes, name: str, limits: Limits) -> tuple[ReadSheet, ...]:
    """Read a workbook as it was saved; raises Refused where it is damaged or too large."""
    return tuple(_read(content, name, limits))


def read_values(content: bytes, name: str, limits: Limits) -> tuple[ReadSheet, ...]:
    """Read a workbook as people see it; raises Refused as `read_sheets` does."""
    return tuple(map(as_shown, _read(content, name, limits)))


def _read(content: bytes, name: str, limits: Limits) -> Iterator[ReadSheet]:
    match recognise(content):
        case Kind.OLD_EXCEL:
            return old_excel.read(content, name, limits)
        case Kind.OPEN_DOCUMENT | Kind.FLAT_OPEN_DOCUMENT:
            return open_document.read(content, name, limits)
        case _:
            return open_xml.read(content, name, limits)
