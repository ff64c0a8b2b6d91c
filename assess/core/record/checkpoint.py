"""A checkpoint: how far a record reached at a moment, as a device signs it."""

from __future__ import annotations

from typing import NamedTuple

from assess.core.record.canonical import canonical


class Checkpoint(NamedTuple):
    """The end of a database's record at a moment."""

    database: str
    """The id of the database."""
    number: int
    """Of the checkpoint; the first one is 1."""
    entries: int
    """How many entries there were."""
    head: str
    """The link of the last of them, which covers all."""
    at: str

    @property
    def signed(self) -> bytes:
        """What is signed."""
        return canonical(self._asdict())
