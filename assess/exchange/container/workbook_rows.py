"""The rows of a sheet as they are written: only cells that are there, with the library's reader.

The library itself fills every row up to the last column that may be read, parses XML in Python, and
makes an object of each part that a text may have; a table of a thousand cases has half a million
texts. Only for sheets that `workbook_guard` let through: they declare no entities.
"""

from __future__ import annotations

from collections.abc import Generator, Mapping
from functools import cache
from typing import Any

_TEXT = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}t"


def written_rows(page: Any) -> Generator[tuple[int, Mapping[int, Any]], None, None]:
    """Give the rows that a sheet opened to be read only has, each with its cells by column.

    Rows and columns count from 0; a row that goes back behind one before it is left out.
    """
    from openpyxl.cell.read_only import ReadOnlyCell

    book = page.parent
    ahead = 0
    with page._get_source() as source:  # noqa: SLF001  as the page itself reads its rows
        parser = _parser()(
            source,
            page._shared_strings,  # noqa: SLF001
            data_only=book.data_only,
            epoch=book.epoch,
            date_formats=book._date_formats,  # noqa: SLF001
            timedelta_formats=book._timedelta_formats,  # noqa: SLF001
        )
        for number, cells in parser.parse():
            if number > ahead:
                ahead = number
                yield number - 1, {cell["column"] - 1: ReadOnlyCell(page, **cell) for cell in cells}


@cache
def _parser() -> type[Any]:
    from xml.etree.ElementTree import iterparse

    from openpyxl.utils.cell import coordinate_to_tuple
    from openpyxl.worksheet._reader import ROW_TAG, WorkSheetParser

    class Parser(WorkSheetParser):
        """Reads rows and nothing else, and a plain text of a cell at once."""

        def parse(self) -> Generator[Any, None, None]:
            element: Any
            for _, element in iterparse(self.source):  # noqa: S314  the guard let no DTD through
                if element.tag == ROW_TAG:
                    yield self.parse_row(element)
                    element.clear()

        def parse_cell(self, element: Any) -> dict[str, Any]:
            plain = element[0] if element.get("t") == "inlineStr" and len(element) == 1 else None
            place = element.get("r")
            if plain is None or len(plain) != 1 or plain[0].tag != _TEXT or place is None:
                found: dict[str, Any] = super().parse_cell(element)
                return found
            row, column = coordinate_to_tuple(place)
            self.col_counter = column
            return {
                "row": row,
                "column": column,
                "value": plain[0].text,
                "data_type": "s",
                "style_id": int(element.get("s", 0)),
            }

    return Parser
