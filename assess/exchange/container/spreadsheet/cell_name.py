"""How the cells of a workbook are called."""

from __future__ import annotations

from functools import lru_cache


def cell_name(row: int, column: int) -> str:
    """Give the name of a cell from its row and column, both from 0: `C12`."""
    return f"{column_letters(column)}{row + 1}"


@lru_cache(maxsize=16_384)
def column_letters(number: int) -> str:
    """Give the letters of a column from its number, from 0: `AB`."""
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
