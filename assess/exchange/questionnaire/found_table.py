"""Tables as they were found in a file of any kind: their rows, and what was left out of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from assess.core.questionnaire.table import FoundCase


class TableFound(NamedTuple):
    """A table: a sheet, a table of a page, or a text."""

    name: str
    rows: Sequence[Mapping[int, FoundCase]]
    """By the number of the column, from 0."""
    notes: tuple[str, ...] = ()


class TablesFound(NamedTuple):
    """The tables of a file, and how it was read."""

    tables: tuple[TableFound, ...]
    encoding: str | None = None
    """That of a text, as people call it."""
    notes: tuple[str, ...] = ()
