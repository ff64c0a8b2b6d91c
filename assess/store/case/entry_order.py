"""The order in which entries of a case arrived, whichever kind they are of."""

from __future__ import annotations

from datetime import date, datetime
from typing import Literal, NamedTuple

from assess.store.database.ledger import Ledger

_OF_KIND = """
SELECT seq, at, subject, day FROM entry WHERE case_id = ? AND kind = ? AND side = 0 ORDER BY seq
"""


class EntryPlace(NamedTuple):
    """When an entry was made; among entries of one moment, which arrived later."""

    at: datetime
    number: int
    stated: date | None = None
    """The day that was stated as today, where one was."""


class EntryOrder:
    """Gives the places of the entries of a case."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def of(
        self, case_id: str, kind: Literal["answer", "state", "register"]
    ) -> tuple[tuple[EntryPlace, str], ...]:
        """Give the place and the subject of each entry of one kind, oldest first."""
        rows = self._ledger.rows(_OF_KIND, (case_id, kind))
        return tuple(
            (EntryPlace(datetime.fromisoformat(at), int(number), _day(day)), str(subject or ""))
            for number, at, subject, day in rows
        )


def _day(stated: str | None) -> date | None:
    return date.fromisoformat(stated) if stated else None
