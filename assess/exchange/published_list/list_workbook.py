"""A published list as a workbook: every sheet of it that is a list."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice

from assess.core.published_list.row import ListSheet, ListWords
from assess.errors import Refused
from assess.exchange.container import workbook
from assess.exchange.container.spreadsheet.guard import Limits
from assess.exchange.container.spreadsheet.sheet import Cell
from assess.exchange.container.spreadsheet.shown import Shown, shown_sheets
from assess.exchange.published_list.columns import country_alone
from assess.exchange.published_list.row_place import row_of_sheet
from assess.exchange.published_list.table import Cells, read_table
from assess.languages import gettext, number_text

LIST = Limits(rows=200_000, columns=60, tags_in_rows=20_000, tags_in_strings=4_000_000, sheets=200)


_MOST_FAULTS = 50


def read_workbook(content: bytes, name: str, words: ListWords) -> Iterator[ListSheet]:
    """Read every sheet; Refused where the workbook is damaged, too large or brings macros."""
    pages, notes = shown_sheets(workbook.read_values(content, name, LIST))
    for page in pages:
        if page.is_cut:
            raise Refused(
                gettext(
                    "{name}: the sheet {sheet} has more than {rows} rows; split it.",
                    name=name,
                    sheet=page.name,
                    rows=number_text(LIST.rows),
                ),
                (),
            )
        sheet = page.name if len(pages) > 1 else None
        rows = [
            Cells(row_of_sheet(number + 1, sheet), _texts(cells))
            for number, cells in page.rows.items()
        ]
        country = country_alone(page.name, words)
        found = read_table(rows, words, country=country, titles=(page.name,))
        if found is not None:
            more = (*notes, *page.notes, *_faults(page))
            notes = ()
            yield found.model_copy(update={"notes": (*more, *found.notes)})


def _faults(page: Shown) -> Iterator[str]:
    """Name the cells that cannot be taken as they stand, such as formulas without a result."""
    faulty = (cell for cells in page.rows.values() for cell in cells.values() if cell.fault)
    for cell in islice(faulty, _MOST_FAULTS):
        yield gettext("{place}: {fault}", place=cell.place, fault=cell.fault or "")


def _texts(cells: Mapping[int, Cell]) -> list[str]:
    return [cells[place].text if place in cells else "" for place in range(max(cells) + 1)]
