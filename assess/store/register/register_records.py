"""The register: decisions, listings and links, only ever added, each chained to those before it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Annotated

from pydantic import Discriminator, TypeAdapter

from assess.core.label.decision import LabelDecision
from assess.core.label.kept import understood_decision
from assess.core.published_list.kept import understood_listing
from assess.core.register.record import Link, Listing, Publication, Record, Withdrawal
from assess.languages.understanding import understood
from assess.store.database.ledger import Ledger, NewEntry

_RECORDS: TypeAdapter[list[Record]] = TypeAdapter(
    list[
        Annotated[LabelDecision | Listing | Withdrawal | Link | Publication, Discriminator("kind")]
    ]
)

_HANDFUL = 500
"""Records that are read at a time: reading all at once takes twice as long for each of them."""


class RegisterRecords:
    """Adds and gives the records of the register."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def add(self, records: Iterable[Record], *, at: datetime) -> None:
        """Add records to the register, all of them or none."""
        with self._ledger.writing():
            for record in records:
                body = record.model_dump_json(exclude_none=not isinstance(record, LabelDecision))
                self._ledger.append("register", _chain(record), NewEntry(body, at, record.by))

    def all(self) -> tuple[Record, ...]:
        """Give every record of the register, oldest first."""
        return self._read("SELECT body FROM register ORDER BY seq")

    def publications(self) -> tuple[Publication, ...]:
        """Give everything that was said of how the register is published, oldest first."""
        records = self._read("SELECT body FROM register WHERE case_id = 'publication' ORDER BY seq")
        return tuple(record for record in records if isinstance(record, Publication))

    def entries(self) -> tuple[LabelDecision, ...]:
        """Give every decision on a case, oldest first."""
        return tuple(record for record in self.all() if isinstance(record, LabelDecision))

    def links(self) -> tuple[Link, ...]:
        """Give every link that was made or taken back, oldest first."""
        records = self._read(
            "SELECT body FROM register WHERE case_id >= 'organisation ' "
            "AND case_id < 'organisation!' ORDER BY seq"
        )
        return tuple(record for record in records if isinstance(record, Link))

    def entries_of(self, case_id: str) -> tuple[LabelDecision, ...]:
        """Give every decision on one case, oldest first."""
        records = self._read("SELECT body FROM register WHERE case_id = ? ORDER BY +seq", case_id)
        return tuple(record for record in records if isinstance(record, LabelDecision))

    def _read(self, query: str, *values: str) -> tuple[Record, ...]:
        rows = self._ledger.rows(query, values)
        found: list[Record] = []
        for first in range(0, len(rows), _HANDFUL):
            bodies = ",".join(body for (body,) in rows[first : first + _HANDFUL])
            found += map(_understood, _RECORDS.validate_json(f"[{bodies}]"))
        return tuple(found)


def _understood(record: Record) -> Record:
    """Give a record of an older version with what it says in prose as messages; its row stays."""
    match record:
        case LabelDecision():
            return understood_decision(record, understood)
        case Listing():
            return understood_listing(record, understood)
        case _:
            return record


def _chain(record: Record) -> str:
    """Give the chain that a record continues: of its case, its label or its organisation."""
    match record:
        case LabelDecision():
            return record.case
        case Link():
            return " ".join(("organisation", record.country, record.key[1]))
        case Publication():
            return record.kind
        case _:
            return record.label
