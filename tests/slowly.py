"""Tables of which the quick tests look at a few rows, and the slow ones at the others."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest


def a_few(rows: Iterable[Any], *quick: int) -> list[Any]:
    """Give the rows of a table; those at these places, counted from 0, are quick."""
    table = [row if isinstance(row, tuple) else (row,) for row in rows]
    assert set(quick) <= set(range(len(table))), "a place behind the end of the table"
    return [
        pytest.param(*row, marks=() if place in quick else pytest.mark.slow)
        for place, row in enumerate(table)
    ]
