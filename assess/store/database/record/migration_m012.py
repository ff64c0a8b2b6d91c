"""Makes entries of the rows of before migration m012; never edited.

What is imported is frozen as well: how an entry is hashed may not change as long as one is kept.
"""

from __future__ import annotations

import hashlib
import json
import secrets
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import Any, NamedTuple

from sqlite_utils import Database

from assess.core.record.entry import RecordEntry, new_seed, next_link
from assess.store.database.record.pool_digest import digest_of_records

_CHAINED = {
    "details": ("case_id", "body", "by", "at"),
    "answer": ("case_id", "question", "body", "by", "at"),
    "decision": ("case_id", "kind", "subject", "body", "by", "at"),
    "register": ("case_id", "body", "by", "at"),
    "edition": ("case_id", "number", "body", "by", "at"),
    "plan": ("case_id", "subject", "body", "by", "at"),
}
"""The tables that were chained, with what the hash of a row covered."""

_TELLING = ("organisation", "register", "catalogue_edition", "peer_source", "peer_setting")
"""Where at least one row is, once anything was kept: the first entry then names the database."""

_SUBJECTS = {"answer": "question", "verdict": "criterion", "edit": "key", "plan": "key"}
_NAMED = frozenset({"answer", "verdict", "edit", "plan", "register"})
_STAMPED = frozenset({"answer", "verdict", "edit", "plan"})
_PROPOSAL = "proposal"


class _Row(NamedTuple):
    """A row of before as an entry to be made; `ref` is the number of a proposal."""

    chain: str
    kind: str
    at: str
    body: dict[str, Any]
    by: str | None = None
    subject: str | None = None
    ref: int | None = None


def make_entries(db: Database) -> None:
    """Enter every row of before, chain by chain in the order of time."""
    maker = _Maker(db)
    if any(db.execute(f"SELECT 1 FROM {name} LIMIT 1").fetchone() for name in _TELLING):  # noqa: S608  our own names
        maker.add(_Row("database", "database", _now(), {"id": secrets.token_hex(16)}))
    heads, altered = _last_heads(db)
    cases = {str(row[0]): row for row in db.execute(_CASES)}
    editions = dict(db.execute("SELECT case_id, hash FROM case_edition").fetchall())
    begun: set[str] = set()
    for organisation in _without_case(db):
        maker.add(_Row("database", "organisation", _now(), organisation))
    for row in _in_time(db):
        if row.chain in cases and row.chain not in begun:
            begun.add(row.chain)
            maker.begin(cases[row.chain], editions.get(row.chain))
        maker.add(row)
    for case_id, case in cases.items():
        if case_id not in begun:
            maker.begin(case, editions.get(case_id))
    for chain, last in heads.items():
        body: dict[str, Any] = {"heads": last}
        if chain in altered:
            body["altered"] = sorted(altered[chain])
        maker.add(_Row(chain, "migrated", _now(), body))
    maker.write()


_CASES = """
SELECT cases.id, name, country, region, website, catalogue, synthetic, created_at
FROM cases JOIN organisation ON organisation.id = cases.organisation ORDER BY created_at
"""


def _without_case(db: Database) -> Iterator[dict[str, Any]]:
    """Give the organisations that no case is about."""
    names = ("name", "country", "region", "website")
    query = (
        f"SELECT {', '.join(names)} FROM organisation "  # noqa: S608  our own names
        "WHERE id NOT IN (SELECT organisation FROM cases) ORDER BY id"
    )
    return (dict(zip(names, row, strict=True)) for row in db.execute(query).fetchall())


class _Maker:
    """Makes rows of the new table."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._heads: dict[str, str] = {}
        self._people: dict[tuple[str, str], tuple[int, str]] = {}
        self._proposals: dict[int, str] = {}
        self._link, self._seq = "", 0
        self._rows: list[Sequence[Any]] = []

    def begin(self, case: Sequence[Any], edition: str | None) -> None:
        names = ("name", "country", "region", "website", "catalogue")
        chain, at = str(case[0]), str(case[7])
        body = dict(zip(names, case[1:6], strict=True))
        body |= {"synthetic": bool(case[6]), "created_at": at}
        self.add(_Row(chain, "case", at, body))
        if edition is not None:
            self.add(_Row(chain, "catalogue", at, {"hash": edition}))

    def add(self, row: _Row) -> None:
        fields = dict(row.body)
        subject = row.subject
        if row.kind == "settled":
            subject = self._proposals[row.ref or 0]
        if subject is not None:
            fields["record.subject"] = subject
        person = None
        if row.by is not None:
            person, fields["record.by"] = self._person(row.chain, row.by, row.at)
        digest = self._enter(row, fields, subject, person)
        if row.kind == _PROPOSAL:
            self._proposals[row.ref or 0] = digest

    def _person(self, chain: str, name: str, at: str) -> tuple[int, str]:
        known = self._people.get((chain, name))
        if known is None:
            digest = self._enter(
                _Row(chain, "person", at, {"name": name}), {"name": name}, None, None
            )
            known = self._people[chain, name] = self._seq, digest
        return known

    def _enter(
        self, row: _Row, fields: dict[str, Any], subject: str | None, person: int | None
    ) -> str:
        before = self._heads.get(row.chain, "")
        entry = RecordEntry(row.chain, row.kind, row.at, before, fields, new_seed())
        digest = self._heads[row.chain] = entry.hash
        self._link, self._seq = next_link(self._link, digest), self._seq + 1
        body = {name: fields[name] for name in fields if not name.startswith("record.")}
        self._rows.append(
            (
                *(self._seq, row.chain, row.kind, subject, person, row.at, _plain(body)),
                *(entry.seed, before, digest, self._link),
            )
        )
        if len(self._rows) >= 1000:
            self.write()
        return digest

    def write(self) -> None:
        self._db.conn.executemany(
            "INSERT INTO entry (seq, case_id, kind, subject, person, at, body, seed, hash_before, "
            "hash, link) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            self._rows,
        )
        self._rows = []


def _plain(body: dict[str, Any]) -> str:
    return json.dumps(body, ensure_ascii=False, separators=(",", ":"))


def _now() -> str:
    return datetime.now(UTC).isoformat()


def _in_time(db: Database) -> Iterator[_Row]:
    """Give all rows in the order of time; those of a table and chain stay in theirs."""
    found: list[tuple[str, int, int, _Row]] = []
    for rank, rows in enumerate(_tables(db)):
        latest: dict[str, str] = {}
        for place, row in enumerate(rows):
            latest[row.chain] = max(latest.get(row.chain, ""), row.at)
            found.append((latest[row.chain], rank, place, row))
    found.sort(key=lambda each: each[:3])
    return (row for *_, row in found)


def _tables(db: Database) -> Iterator[Iterator[_Row]]:
    yield (
        _Row("database", "kept_edition", at, {"hash": digest, "texts": _digest(body)}, subject=id_)
        for digest, id_, body, at in db.execute(
            "SELECT hash, id, body, at FROM catalogue_edition ORDER BY at"
        )
    )
    for kind in ("details", "answer", "plan", "edition", "register"):
        subject = {"answer": "question", "plan": "subject", "edition": "number"}.get(kind, "NULL")
        query = f"SELECT case_id, {subject}, body, by, at FROM {kind} ORDER BY seq"  # noqa: S608  our own names
        yield (_stated(kind, *row) for row in db.execute(query))
    yield (
        _stated(kind, chain, subject, body, by, at)
        for kind, chain, subject, body, by, at in db.execute(
            "SELECT kind, case_id, subject, body, by, at FROM decision ORDER BY seq"
        )
    )
    yield _proposals(db)
    yield _pool(db)
    yield (
        _Row(chain, "spell", ended, {"question": question, "started_at": began, "ended_at": ended})
        for chain, question, began, ended in db.execute(
            "SELECT case_id, question, started_at, ended_at FROM spell ORDER BY id"
        )
    )
    yield (
        _Row("pool", "peers_shown", at, {"pool": pool, "head": head, "day": day}, subject=case_id)
        for case_id, pool, head, day, at in db.execute(
            "SELECT case_id, pool, head, day, at FROM peers_shown ORDER BY id"
        )
    )


def _proposals(db: Database) -> Iterator[_Row]:
    for number, chain, question, text, at, decision, decided_at, by in db.execute(
        "SELECT id, case_id, question, body, at, decision, decided_at, decided_by "
        "FROM proposal ORDER BY id"
    ):
        body = _object(text)
        body.pop("question", None)
        yield _Row(chain, _PROPOSAL, at, body, subject=question, ref=number)
        if decision is not None:
            settled = {"decision": decision}
            yield _Row(chain, "settled", decided_at or at, settled, by=by, ref=number)


def _pool(db: Database) -> Iterator[_Row]:
    for number, kind, name, version, synthetic, at in db.execute(
        "SELECT id, kind, name, version, synthetic, at FROM peer_source ORDER BY id"
    ).fetchall():
        body = {"version": version, "synthetic": bool(synthetic), "at": at}
        body["records"] = digest_of_records(db.conn, number)
        yield _Row("pool", "pool", at, body, subject=f"{kind} {name}")
    for (key,) in db.execute("SELECT value FROM peer_setting WHERE name = 'key'").fetchall():
        yield _Row("pool", "pool", _now(), {"key": _digest(key)}, subject="key")


def _stated(kind: str, chain: str, subject: str | None, text: str, by: str | None, at: str) -> _Row:
    body = _object(text)
    name = _SUBJECTS.get(kind)
    if name is not None and body.get(name) == subject:
        del body[name]
    if kind in _NAMED and body.get("by") == by:
        body.pop("by", None)
    if kind in _STAMPED:
        said = body.setdefault("at", None)
        if said is not None and _is_same_moment(said, at):
            del body["at"]
    return _Row(chain, kind, at, body, by=by, subject=subject)


def _object(text: str) -> dict[str, Any]:
    """Read a body; one that somebody damaged is kept as the text that it is."""
    try:
        body = json.loads(text)
    except ValueError:
        body = None
    return body if isinstance(body, dict) else {"unreadable": text}


def _is_same_moment(said: object, at: str) -> bool:
    try:
        return datetime.fromisoformat(str(said)) == datetime.fromisoformat(at)
    except (ValueError, TypeError):
        return False


def _last_heads(db: Database) -> tuple[dict[str, dict[str, str]], dict[str, set[str]]]:
    """Give the last hash of every chain of before by its table, and where it did not hold."""
    heads: dict[str, dict[str, str]] = {}
    altered: dict[str, set[str]] = {}
    for table, columns in _CHAINED.items():
        names = ", ".join(columns)
        query = f"SELECT hash_before, hash, {names} FROM {table} ORDER BY seq"  # noqa: S608  our own names
        for before, digest, chain, *rest in db.execute(query):
            last = heads.setdefault(chain, {})
            if before != last.get(table, "") or _link(before, chain, *rest) != digest:
                altered.setdefault(chain, set()).add(table)
            last[table] = digest
    return heads, altered


def _link(before: str, *fields: str | None) -> str:
    """Give the hash of a row as it was: over the one before it and its fields."""
    digest = hashlib.sha256(before.encode("ascii"))
    for each in fields:
        content = b"" if each is None else each.encode("utf-8", "surrogatepass")
        digest.update(b"-" if each is None else b"+%d:" % len(content))
        digest.update(content)
    return digest.hexdigest()


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
