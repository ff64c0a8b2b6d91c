"""Writes entries: each follows the one before it in its chain, and the last in the database."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping
from datetime import datetime
from secrets import token_hex
from typing import Any, Literal, NamedTuple, cast, get_args

from assess.core.record.canonical import canonical_text
from assess.core.record.entry import FIRST, RecordEntry, new_seed, next_link
from assess.errors import StoreFault
from assess.languages import gettext
from assess.store.database.record.erasures import Erasures
from assess.store.database.record.stored_entry import (
    BY,
    COLUMNS,
    DAY,
    SUBJECT,
    bare_body,
    columns_of,
)

OfNoCase = Literal[
    "case",
    "register",
    "peers_shown",
    "pool",
    "kept_edition",
    "organisation",
    "key",
    "replaced",
    "taken",
    "erased",
]
"""The kinds of entries that may stand where there is no case yet, or belong to none."""

OfCase = Literal[
    "catalogue",
    "details",
    "answer",
    "state",
    "verdict",
    "edit",
    "plan",
    "edition",
    "proposal",
    "settled",
    "spell",
    "merged",
    "survey",
]
"""The kinds of entries that a case has, once its head is there."""

Kind = OfNoCase | OfCase

_OF_NO_CASE = frozenset(get_args(OfNoCase))

DATABASE, POOL = "database", "pool"
"""The chains of what belongs to no case."""

_HEAD = "SELECT hash FROM entry WHERE case_id = ? AND side = 0 ORDER BY seq DESC LIMIT 1"
_LAST = "SELECT link FROM entry ORDER BY seq DESC LIMIT 1"
_GIVEN = "SELECT seq FROM sqlite_sequence WHERE name = 'entry'"
_PERSON = (
    "SELECT seq, hash FROM entry WHERE case_id = ? AND kind = 'person' AND side = 0 "
    "AND json_extract(body, '$.name') = ?"
)
_INSERT = f"INSERT INTO entry ({', '.join(COLUMNS)}) VALUES ({', '.join('?' * len(COLUMNS))})"  # noqa: S608  our own names


class NewEntry(NamedTuple):
    """What is to be entered: its body as JSON, when, by whom, and what it is about."""

    body: str
    at: datetime
    by: str | None = None
    subject: str | None = None


class EntryWriter:
    """Adds entries within a transaction that has the right to write."""

    def __init__(self, db: sqlite3.Connection, day: str | None) -> None:
        """Write to a database; `day` is the day that was stated as today."""
        self._db, self._day = db, day

    def extend(self, kind: Kind, chain: str, entries: Iterable[NewEntry]) -> int:
        """Add entries of one kind to a chain; give the number of the last one."""
        if kind not in _OF_NO_CASE and not self._first("SELECT 1 FROM cases WHERE id = ?", chain):
            raise StoreFault(gettext("There is no case {case}.", case=repr(chain)))
        given = list(entries)
        if given:
            self._name_database(given[0].at.isoformat())
        tail = _Tail(self._db, chain)
        for each in given:
            at = each.at.isoformat()
            person = None if each.by is None else self._person(tail, each.by, at)
            text = bare_body(kind, each.body, subject=each.subject, by=each.by, at=each.at)
            fields: dict[str, Any] = json.loads(text)
            fields |= {
                name: value
                for name, value in (
                    (SUBJECT, each.subject),
                    (BY, person and person.hash),
                    (DAY, self._day),
                )
                if value is not None
            }
            entry = RecordEntry(chain, kind, at, tail.before, fields, new_seed())
            tail.add(entry, person.seq if person else None)
        tail.write()
        return tail.seq

    def _name_database(self, at: str) -> None:
        """Let the first entry of all give the database a name that no other one has."""
        tail = _Tail(self._db, DATABASE)
        if tail.seq == 0:
            fields = {"id": token_hex(16)}
            tail.add(RecordEntry(DATABASE, "database", at, FIRST, fields, new_seed()), None)
            tail.write()

    def _person(self, tail: _Tail, name: str, at: str) -> _Person:
        """Give the entry of a person in a chain, entered now if there was none."""
        known = tail.people.get(name)
        if known is None:
            found = self._first(_PERSON, tail.chain, name)
            if found:
                known = _Person(int(found[0]), str(found[1]))
            else:
                fields = {"name": name}
                tail.add(
                    RecordEntry(tail.chain, "person", at, tail.before, fields, new_seed()), None
                )
                known = _Person(tail.seq, tail.before)
            tail.people[name] = known
        return known

    def _first(self, query: str, *values: str) -> tuple[Any, ...] | None:
        return cast("tuple[Any, ...] | None", self._db.execute(query, values).fetchone())

    def take(self, chain: str, entries: Iterable[RecordEntry]) -> None:
        """Add entries that come from elsewhere as they are; none of them is in force yet."""
        given = list(entries)
        if given:
            self._name_database(given[0].at)
        tail = _Tail(self._db, chain)
        numbers = {
            str(digest): int(seq)
            for seq, digest in self._db.execute(
                "SELECT seq, hash FROM entry WHERE case_id = ? AND kind = 'person'", (chain,)
            )
        }
        for entry in given:
            by = entry.fields.get(BY)
            tail.add(entry, numbers[by] if by is not None else None, side=1)
            if entry.kind == "person":
                numbers[tail.before] = tail.seq
        tail.write()
        Erasures(self._db).erase_again(chain)

    def put_in_force(self, chain: str, line: Iterable[str]) -> None:
        """Let these entries of a chain be in force, and no others."""
        hashes = canonical_text(list(line))
        self._db.execute(
            "UPDATE entry SET side = hash NOT IN (SELECT value FROM json_each(?)) "
            "WHERE case_id = ?",
            (hashes, chain),
        )

    def close(self, seq: int, entry: RecordEntry) -> None:
        """Keep an entry of which fields were closed: their values and salts go."""
        said = columns_of(entry)
        person = "person" if BY in entry.fields else "NULL"
        self._db.execute(
            f"UPDATE entry SET subject = ?, day = ?, body = ?, seed = ?, parts = ?, "  # noqa: S608  our own words
            f"person = {person} WHERE seq = ?",
            (*(said[name] for name in ("subject", "day", "body", "seed", "parts")), seq),
        )


class _Person(NamedTuple):
    seq: int
    hash: str


class _Tail:
    """The end of a chain and of the database, and the rows that are to follow."""

    def __init__(self, db: sqlite3.Connection, chain: str) -> None:
        self._db, self.chain = db, chain
        head = db.execute(_HEAD, (chain,)).fetchone()
        last = db.execute(_LAST).fetchone()
        given = db.execute(_GIVEN).fetchone()
        self.before = str(head[0]) if head else FIRST
        self._link = str(last[0]) if last else FIRST
        self.seq = int(given[0]) if given else 0
        self.people: dict[str, _Person] = {}
        self._rows: list[tuple[Any, ...]] = []

    def add(self, entry: RecordEntry, person: int | None, *, side: int = 0) -> None:
        said: Mapping[str, Any] = columns_of(entry)
        self.seq += 1
        self.before = str(said["hash"])
        self._link = next_link(self._link, self.before)
        row = {**said, "seq": self.seq, "person": person, "side": side, "link": self._link}
        self._rows.append(tuple(row[name] for name in COLUMNS))

    def write(self) -> None:
        if self._rows:
            self._db.executemany(_INSERT, self._rows)
        self._rows = []
