"""Goes through all entries of a database in the order in which they arrived, and checks each."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from assess.core.record.clock import DoubtfulTime, clock_doubts
from assess.core.record.entry import FIRST, next_link
from assess.core.record.past import Past, PastStep, heads_text
from assess.errors import DamagedStore
from assess.languages import gettext
from assess.store.database.record.fault import IntegrityFault
from assess.store.database.record.stored_entry import COLUMNS, StoredEntry, entry_of

if TYPE_CHECKING:
    from assess.store.database.ledger import Ledger

_HANDFUL = 2000
"""Entries that are read at a time: nobody has to wait to write."""

_STATED = frozenset({"case", "organisation", "kept_edition", "pool", "key", "database"}) | {
    "taken",
    "replaced",
}
"""The kinds of entries that say what must stand in other tables."""


class Statement(NamedTuple):
    """What an entry in force says that must stand in another table as well."""

    seq: int
    chain: str
    kind: str
    subject: str | None
    at: str
    body: Mapping[str, Any]


@dataclass
class Walked:
    """What was seen on the way."""

    counts: Counter[str] = field(default_factory=Counter)
    """Entries in force by kind."""
    statements: list[Statement] = field(default_factory=list)
    chains: set[str] = field(default_factory=set)
    """The chains with entries that only a case has."""
    closed: dict[str, tuple[int, str, frozenset[str]]] = field(default_factory=dict)
    """By hash the entries of which fields are closed: number, case, and names."""
    erased: dict[str, set[str]] = field(default_factory=dict)
    """Which fields of which entries were erased or withheld, as entries tell."""
    shown: dict[str, tuple[int, str, Mapping[str, Any]]] = field(default_factory=dict)
    """What is read in the place of erased fields, by hash: number, case, and values."""
    instead: dict[str, dict[str, Any]] = field(default_factory=dict)
    """The same as entries of erasures tell it."""
    erased_cases: set[str] = field(default_factory=set)
    erased_files: set[str] = field(default_factory=set)
    """The copies of files that were erased, by their SHA-256."""
    links: dict[int, str] = field(default_factory=dict)
    """The link at each of the asked counts."""
    files: dict[str, tuple[int, str]] = field(default_factory=dict)
    """The files that entries say are kept: by SHA-256, the entry and its case."""
    printed: set[str] = field(default_factory=set)
    """The PDFs of editions, by SHA-256: what is wrong with them is said of their editions."""
    doubts: list[DoubtfulTime] = field(default_factory=list)
    count: int = 0
    head: str = FIRST


_OF_NO_CASE = frozenset(
    {"register", "person", "migrated", "peers_shown", "pool", "kept_edition", "key", "database"}
) | {"taken", "erased", "replaced"}


_WITHOUT_CLOCK = frozenset({"person", "migrated"})
"""The kinds of entries whose time is that of another one."""


class Walk:
    """One way through the entries."""

    def __init__(
        self,
        ledger: Ledger,
        asked: frozenset[int] = frozenset(),
        *,
        now: datetime | None = None,
    ) -> None:
        """Go through a database; `asked` are counts of entries at which the link is wanted.

        With `now`, entries whose time is doubtful are noted.
        """
        self.seen = Walked()
        self._ledger, self._asked = ledger, asked
        self._people: dict[int, str] = {}
        self._last: dict[str, str] = {}
        self._now = now
        self._moments: dict[tuple[str, str], datetime] = {}
        self._forked: set[str] = set()

    def faults(self) -> Iterator[IntegrityFault]:
        """Find entries that were altered, whose neighbours were, and numbers that are gone."""
        number = 0
        try:
            self._forked = {
                str(case)
                for (case,) in self._ledger.rows(
                    "SELECT DISTINCT case_id FROM entry WHERE side = 1"
                )
            }
            for row in self._rows():
                yield from _gap(number + 1, row.seq)
                number = row.seq
                yield from self._entry_faults(row)
            given = self._ledger.rows("SELECT seq FROM sqlite_sequence WHERE name = 'entry'")
            yield from _gap(number + 1, int(given[0][0]) + 1 if given else 0)
            for case in sorted(self._forked):
                yield from self._fork_faults(case)
        except DamagedStore as error:
            yield IntegrityFault(
                table="entry",
                what=gettext(
                    "the rows after {row} cannot be read ({fault})", row=number, fault=error.what
                ),
            )

    def _rows(self) -> Iterator[StoredEntry]:
        names = ", ".join(COLUMNS)
        query = f"SELECT {names} FROM entry WHERE seq > ? ORDER BY seq LIMIT ?"  # noqa: S608  our own names
        last = 0
        while rows := self._ledger.rows(query, (last, _HANDFUL)):
            last = rows[-1][0]
            yield from (StoredEntry(*row) for row in rows)

    def _entry_faults(self, row: StoredEntry) -> Iterator[IntegrityFault]:
        seen = self.seen
        person = None if row.person is None else self._people.get(row.person, "")
        try:
            entry = entry_of(row, person)
            is_whole = entry.hash == row.hash
        except (ValueError, TypeError, KeyError, AttributeError):
            entry, is_whole = None, False
        if not is_whole:
            yield _fault(row, gettext("it was altered after it was written"))
        if next_link(seen.head, row.hash) != row.link:
            yield _fault(row, gettext("an entry before it was removed, added or altered"))
        if row.kind == "person":
            self._people[row.seq] = row.hash
        if row.case_id not in self._forked:
            if row.hash_before != self._last.get(row.case_id, FIRST):
                what = gettext("an entry of its case before it was removed, added or altered")
                yield _fault(row, what)
            self._last[row.case_id] = row.hash
        seen.head = row.link
        seen.count += 1
        if seen.count in self._asked:
            seen.links[seen.count] = seen.head
        if self._now is not None and row.kind not in _WITHOUT_CLOCK:
            self._note_doubt(row, self._now)
        if entry is not None:
            if entry.closed:
                seen.closed[row.hash] = (row.seq, row.case_id, frozenset(entry.closed))
                if shown := json.loads(row.parts or "{}").get("instead"):
                    seen.shown[row.hash] = (row.seq, row.case_id, shown)
            yield from self._note(row, entry.fields)

    def _note(self, row: StoredEntry, body: Mapping[str, Any]) -> Iterator[IntegrityFault]:
        """Remember what an entry says that other tables must say as well."""
        seen = self.seen
        if row.kind in ("erased", "taken"):
            for digest, names in body.get("entries", {}).items():
                seen.erased.setdefault(digest, set()).update(names)
        if row.kind == "erased":
            self._note_erasure(body)
        if row.side:
            return
        seen.counts[row.kind] += 1
        if row.kind in _STATED:
            chain, subject = row.case_id, row.subject
            seen.statements.append(Statement(row.seq, chain, row.kind, subject, row.at, body))
        if row.kind not in _OF_NO_CASE and row.case_id not in ("database", "pool"):
            seen.chains.add(row.case_id)
        if row.kind == "migrated" and body.get("altered"):
            yield _fault(row, gettext("it was altered before the database was brought up to date"))
        if row.kind == "edition":
            seen.printed.add(str(body.get("note", {}).get("pdf_sha256")))
        for piece in body.get("evidence", ()) if row.kind in ("answer", "proposal") else ():
            if piece.get("stored") and piece.get("sha256"):
                seen.files.setdefault(piece["sha256"], (row.seq, row.case_id))

    def _note_doubt(self, row: StoredEntry, now: datetime) -> None:
        """Note an entry from the future, or older than the one of its kind that it follows."""
        try:
            at = datetime.fromisoformat(row.at)
            at = at if at.tzinfo else at.replace(tzinfo=UTC)
        except ValueError:
            return  # that it was altered is said already
        of_kind = row.case_id, row.kind
        _, doubt = clock_doubts((self._moments.get(of_kind), at), now)
        if doubt is not None:
            self.seen.doubts.append(DoubtfulTime(row.seq, row.case_id, row.kind, row.at, doubt))
        self._moments[of_kind] = at

    def _note_erasure(self, body: Mapping[str, Any]) -> None:
        seen = self.seen
        for digest, values in body.get("instead", {}).items():
            seen.instead.setdefault(digest, {}).update(values)
        seen.erased_files.update(body.get("files", ()))
        if body.get("scope") == "case":
            seen.erased_cases.add(str(body.get("case")))

    def _fork_faults(self, case: str) -> Iterator[IntegrityFault]:
        """Check a case of which several copies were worked on: all of them lead to its head."""
        rows = self._ledger.rows(
            "SELECT seq, side, kind, hash, hash_before, body FROM entry WHERE case_id = ? "
            "ORDER BY seq",
            (case,),
        )
        steps = [past_step(*row[2:]) for row in rows]
        line = [str(row[3]) for row in rows if not row[1]]
        if not line:
            what = gettext("no entry of it is in force")
            yield IntegrityFault(table="entry", case=case, what=what)
            return
        past = Past(steps)
        known = past.all_before(line[-1])
        for (seq, _, kind, digest, before, _), step in zip(rows, steps, strict=True):
            is_lost = digest not in known or (before and before not in past)
            if is_lost or (step.other and step.other not in past):
                what = gettext("an entry of its case before it was removed, added or altered")
                yield IntegrityFault(table=str(kind), row=int(seq), case=case, what=what)
        if past.line(line[-1]) != line:
            what = gettext("other entries are in force than those that its newest entry follows")
            yield IntegrityFault(table="entry", case=case, what=what)


def past_step(kind: str, digest: str, before: str, body: str) -> PastStep:
    """Give the step of an entry, as its row has it."""
    if kind not in ("merged", "migrated"):
        return PastStep(digest, before)
    try:
        said = json.loads(body)
        return PastStep(digest, before, said.get("other", ""), heads_text(said.get("heads", {})))
    except (ValueError, AttributeError, TypeError):
        return PastStep(digest, before)  # that it was altered is said already


def _fault(row: StoredEntry, what: str) -> IntegrityFault:
    return IntegrityFault(table=row.kind, row=row.seq, case=row.case_id, what=what)


def _gap(first: int, after: int) -> Iterator[IntegrityFault]:
    """Name the numbers that were given out and are gone; SQLite remembers the last one."""
    if after > first:
        gone = (
            gettext("row {row} is missing", row=first)
            if after - first == 1
            else gettext("rows {first} to {last} are missing", first=first, last=after - 1)
        )
        yield IntegrityFault(table="entry", what=gone)
