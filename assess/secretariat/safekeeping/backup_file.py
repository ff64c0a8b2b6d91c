"""The file of a backup: a ZIP with the rows of each table as PostgreSQL copies them.

It needs no program of PostgreSQL, of whatever version, to be written or read.
"""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from assess.core.text.value import Value

ACCOUNT = "backup.json"
"""The member that says what the others hold; it is the first one."""


class CopiedTable(Value):
    """A table as it is in a backup."""

    name: str
    columns: tuple[str, ...]
    rows: int
    sha256: str
    """Of its rows as they were copied."""


class BackupAccount(Value):
    """What a backup holds."""

    format: Literal["assess-secretariat-backup"] = "assess-secretariat-backup"
    version: Literal[1] = 1
    made_at: datetime
    schema_version: int
    trail: str
    """The hash of the last row of the trail; empty: there was none."""
    tables: tuple[CopiedTable, ...]
    """Each behind those that its rows refer to."""


def member_of(table: str) -> str:
    """Give the name of the member with the rows of a table."""
    return f"{table}.copy"
