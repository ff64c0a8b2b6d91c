"""Closes fields of entries that were erased, and shows in their place what the erasure says.

What reads a closed field gets the value of `instead`, which stands beside the salts; the entry of
the erasure states it as well, and verifying compares the two.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from assess.core.record.canonical import canonical_text
from assess.core.record.entry import RecordEntry, closed
from assess.store.database.record.stored_entry import (
    BY,
    COLUMNS,
    StoredEntry,
    columns_of,
    entry_of,
)

_COLUMNS = ", ".join(COLUMNS)
_BY_HASH = f"SELECT {_COLUMNS} FROM entry WHERE case_id = ? AND hash = ?"  # noqa: S608  our own names
_ALIKE = (
    f"SELECT {_COLUMNS} FROM entry "  # noqa: S608  the same
    "WHERE case_id = ? AND kind = ? AND at = ? AND subject IS ?"
)
_ERASED = (
    "SELECT body FROM entry WHERE kind = 'erased' AND (case_id = ? OR case_id = 'database') "
    "ORDER BY seq"
)


class Erasures:
    """Erases within a transaction that has the right to write."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def row(self, chain: str, digest: str) -> StoredEntry | None:
        """Give the row of an entry by its hash; None: it is not here."""
        row = self._db.execute(_BY_HASH, (chain, digest)).fetchone()
        return StoredEntry(*row) if row else None

    def alike(self, chain: str, kind: str, at: str, subject: str | None) -> list[StoredEntry]:
        """Give the entries of a chain of one kind, moment and subject.

        In a copy of before entries had hashes they are those that were to be erased.
        """
        return [StoredEntry(*row) for row in self._db.execute(_ALIKE, (chain, kind, at, subject))]

    def close_all(self, row: StoredEntry, *, keeps: Collection[str] = ()) -> list[str]:
        """Close all fields of an entry but those that it keeps; give the names of the closed."""
        names = set(self._entry(row).commitments) - set(keeps)
        self.close(row, names, {})
        return sorted(names)

    def close(self, row: StoredEntry, names: Collection[str], instead: Mapping[str, Any]) -> None:
        """Take values and salts of fields away; what is read in their place stands beside."""
        entry = closed(self._entry(row), names)
        if entry.seed is not None:
            return
        said = columns_of(entry)
        parts: dict[str, Any] = {"salts": dict(entry.salts), "closed": dict(entry.closed)}
        before = json.loads(row.parts).get("instead", {}) if row.parts else {}
        shown = {name: value for name, value in before.items() if name not in names} | {**instead}
        if shown:
            parts["instead"] = shown
        person = "person" if BY in entry.fields else "NULL"
        self._db.execute(
            f"UPDATE entry SET subject = ?, day = ?, body = ?, seed = NULL, parts = ?, "  # noqa: S608  our own words
            f"person = {person} WHERE seq = ?",
            (said["subject"], said["day"], said["body"], canonical_text(parts), row.seq),
        )

    def _entry(self, row: StoredEntry) -> RecordEntry:
        person = None
        if row.person is not None:
            query = "SELECT hash FROM entry WHERE seq = ?"
            person = str(self._db.execute(query, (row.person,)).fetchone()[0])
        return entry_of(row, person)

    def drop_files(self, digests: Iterable[str]) -> None:
        """Remove copies of files."""
        gone = [(each,) for each in digests]
        self._db.executemany("DELETE FROM stored_file WHERE sha256 = ?", gone)

    def erase_again(self, chain: str) -> None:
        """Close in the entries of a chain what erasures name, after others came in."""
        for (body,) in self._db.execute(_ERASED, (chain,)).fetchall():
            said = json.loads(body)
            instead = said.get("instead", {})
            for digest, names in said.get("entries", {}).items():
                if row := self.row(chain, digest):
                    self.close(row, names, instead.get(digest, {}))
            self.drop_files(said.get("files", ()))
            drafts = [tuple(each) for each in said.get("drafts", ())]
            statement = "DELETE FROM draft WHERE case_id = ? AND question = ? AND window = ''"
            self._db.executemany(statement, drafts)  # what came in with a file has no window
