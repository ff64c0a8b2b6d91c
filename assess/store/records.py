"""The register: decisions, listings and links, only ever added, each chained to those before it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Annotated, Any

from pydantic import Discriminator, Tag, TypeAdapter

from assess.core.register import Entry, Link, Listing, Publication, Record, Withdrawal
from assess.store.ledger import Ledger

_TAGS = {
    "listed": "listing",
    "withdrawn": "withdrawal",
    "linked": "link",
    "unlinked": "link",
    "publication": "publication",
}


def _tag(body: Any) -> str:
    kind = body.get("kind") if isinstance(body, dict) else getattr(body, "kind", "")
    return _TAGS.get(str(kind), "entry")


_RECORDS: TypeAdapter[list[Record]] = TypeAdapter(
    list[
        Annotated[
            Annotated[Entry, Tag("entry")]
            | Annotated[Listing, Tag("listing")]
            | Annotated[Withdrawal, Tag("withdrawal")]
            | Annotated[Link, Tag("link")]
            | Annotated[Publication, Tag("publication")],
            Discriminator(_tag),
        ]
    ]
)


class Records(Ledger):
    """Adds and gives the records of the register."""

    def add_records(self, records: Iterable[Record], *, at: datetime) -> None:
        """Add records to the register, all of them or none."""
        with self.writing():
            for record in records:
                self.put_record(record, at)

    def put_record(self, record: Record, at: datetime) -> None:
        """Add a record within `writing`."""
        body = {"body": record.model_dump_json(exclude_none=not isinstance(record, Entry))}
        self.append("register", _chain(record), body, record.by, at)

    def records(self) -> tuple[Record, ...]:
        """Give every record of the register, oldest first."""
        rows = self.rows("SELECT body FROM register ORDER BY seq")
        return tuple(_RECORDS.validate_json(f"[{','.join(body for (body,) in rows)}]"))


def _chain(record: Record) -> str:
    """Give the chain that a record continues: of its case, its label or its organisation."""
    match record:
        case Entry():
            return record.case
        case Link():
            return f"organisation {record.country} {record.key[1]}"
        case Publication():
            return record.kind
        case _:
            return record.label
