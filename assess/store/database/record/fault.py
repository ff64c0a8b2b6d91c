"""What is not as it was written, and where."""

from __future__ import annotations

from assess.core.text.value import Value
from assess.languages import gettext

FILE = "file"
"""What stands for a table where the whole file is meant."""


class IntegrityFault(Value):
    """One thing that is not as it was written; of an entry `table` is its kind."""

    table: str
    row: int | None = None
    case: str | None = None
    what: str

    def __str__(self) -> str:
        if self.row is None and self.case is None:
            if self.table == FILE:
                return gettext("file: {fault}", fault=self.what)
            return f"{self.table}: {self.what}"
        if self.row is None:
            return gettext(
                "{table} (case {case}): {fault}",
                table=self.table,
                case=self.case or "",
                fault=self.what,
            )
        if not self.case:
            return gettext(
                "{table} row {row}: {fault}", table=self.table, row=self.row, fault=self.what
            )
        return gettext(
            "{table} row {row} (case {case}): {fault}",
            table=self.table,
            row=self.row,
            case=self.case,
            fault=self.what,
        )
