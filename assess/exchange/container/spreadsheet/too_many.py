"""How many sheets and cells of a workbook are read."""

from __future__ import annotations

from assess.errors import Refused
from assess.exchange.container.spreadsheet.guard import Limits
from assess.languages import gettext, ngettext

MAX_CELLS = 600_000
"""Of all sheets together, where a file can say of a cell that it is repeated."""


def demand_few_sheets(count: int, name: str, limits: Limits) -> None:
    """Refuse a workbook with too many sheets."""
    if count > limits.sheets:
        raise Refused(
            ngettext(
                "{name} has {count} sheet, which is too many.",
                "{name} has {count} sheets, which is too many.",
                count,
                name=name,
            ),
            (),
        )


def demand_few_cells(count: int, name: str) -> None:
    """Refuse a workbook with too many cells."""
    if count > MAX_CELLS:
        raise Refused(gettext("{name} has more cells than can be read.", name=name), ())
