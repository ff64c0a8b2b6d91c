"""The list of cases before anything else is loaded, for the first screen."""

from __future__ import annotations

from pathlib import Path

from assess.core.case.case_line import FirstList
from assess.store.case import case_lines


def first_list(database: Path) -> FirstList | None:
    """Give the cases of a database as a list shows them; None where only opening it can tell."""
    return case_lines.first_list(database)
