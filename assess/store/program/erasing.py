"""Erasing in the store: values and salts go, hashes stay, and an entry tells of it."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from datetime import datetime
from typing import Any, NamedTuple

from assess.core.record.erasure import ErasureScope
from assess.store.database.ledger import Ledger, NewEntry
from assess.store.database.record.entry_writer import DATABASE, POOL
from assess.store.database.record.stored_entry import COLUMNS, SUBJECT, StoredEntry
from assess.store.program.earlier_erasures import close_shown
from assess.store.program.name_search import (
    NameHit,
    SearchedFiles,
    TextOf,
    name_hits,
    searched_files,
)
from assess.store.program.person_erasing import SENT, Grounds, enter_erasure, erase_person

_ALWAYS_KEPT = frozenset({"erased", "merged", "migrated", "taken", "database"})
"""Kinds of entries that hold hashes, or tell of an erasure: the past rests on them."""

_OF_CASE = f"SELECT {', '.join(COLUMNS)} FROM entry WHERE case_id = ? ORDER BY seq"  # noqa: S608  our own names

_SHOWN = (
    f"SELECT {', '.join(COLUMNS)} FROM entry "  # noqa: S608  the same
    "WHERE case_id = ? AND kind = 'peers_shown' AND subject = ?"
)


class ErasedCase(NamedTuple):
    """That a case was erased: when, on what ground, and by whom."""

    case: str
    at: str
    ground: str
    by: str
    is_told: bool = False
    """Whether that was elsewhere, and a notice told of it."""


class Erasing:
    """Erases cases and what names a person; each in one transaction."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def files_with(self, name: str, text_of: TextOf) -> SearchedFiles:
        """Look for a name in the copies of files."""
        return searched_files(self._ledger, name, text_of)

    def hits(self, name: str, files: Collection[str] = ()) -> tuple[NameHit, ...]:
        """Give everything in which a name stands as whole words, with the files that hold it."""
        return tuple(name_hits(self._ledger, name, frozenset(files)))

    def copies_like(self, beginning: str) -> tuple[str, ...]:
        """Give the copies of files whose SHA-256 begins so."""
        query = "SELECT sha256 FROM stored_file WHERE substr(sha256, 1, length(?1)) = ?1"
        return tuple(str(digest) for (digest,) in self._ledger.rows(query, (beginning,)))

    def entries_of(self, case_id: str) -> dict[str, int]:
        """Count the entries of a case by their kind."""
        query = "SELECT kind, count(*) FROM entry WHERE case_id = ? GROUP BY kind"
        return {str(kind): int(count) for kind, count in self._ledger.rows(query, (case_id,))}

    def newest_entries(self) -> dict[str, datetime]:
        """Give when the newest entry of each case was made."""
        query = "SELECT case_id, max(at) FROM entry WHERE side = 0 GROUP BY case_id"
        rows = self._ledger.rows(query)
        return {str(case): datetime.fromisoformat(at) for case, at in rows}

    def drafts(self) -> dict[str, list[tuple[str, datetime]]]:
        """Give by case for which questions something is typed that is no answer, and since when."""
        found: dict[str, list[tuple[str, datetime]]] = defaultdict(list)
        query = "SELECT case_id, question, max(at) FROM draft GROUP BY case_id, question"
        for case, question, at in self._ledger.rows(query):
            found[str(case)].append((str(question), datetime.fromisoformat(at)))
        return found

    def erased_cases(self) -> dict[str, ErasedCase]:
        """Give the cases that were erased here, or of whose erasure a notice told, by their id."""
        rows = self._ledger.rows(
            "SELECT json_extract(entry.body, '$.case'), coalesce(json_extract(entry.body, "
            "'$.told_at'), entry.at), coalesce(json_extract(entry.body, '$.ground'), '(erased)'), "
            "json_extract(person.body, '$.name'), json_extract(entry.body, '$.told_at') "
            "FROM entry "
            "LEFT JOIN entry AS person ON person.seq = entry.person "
            "WHERE entry.kind = 'erased' AND json_extract(entry.body, '$.scope') = 'case' "
            "ORDER BY entry.seq DESC"
        )
        return {
            str(case): ErasedCase(str(case), str(at), str(said), str(by or ""), told is not None)
            for case, at, said, by, told in rows
        }

    def is_there(self, case_id: str) -> bool:
        """Tell whether a case is still here."""
        return bool(self._ledger.rows("SELECT 1 FROM cases WHERE id = ?", (case_id,)))

    def enter_told(self, erased: ErasedCase, *, at: datetime) -> None:
        """Enter that a case which is not here was erased elsewhere, within `writing`."""
        told = {"told_at": erased.at}
        body = {"scope": ErasureScope.CASE.value, "case": erased.case, **told}
        enter_erasure(self._ledger, DATABASE, body, Grounds(erased.ground, erased.by, at))

    def erased_files(self) -> frozenset[str]:
        """Give the copies of files that were erased here, by their SHA-256."""
        query = "SELECT body FROM entry WHERE kind = 'erased'"
        bodies = (json.loads(body) for (body,) in self._ledger.rows(query))
        return frozenset(digest for body in bodies for digest in body.get("files", ()))

    def has_erased_in(self, case_id: str) -> bool:
        """Tell whether anything was erased in a case."""
        query = "SELECT 1 FROM entry WHERE kind = 'erased' AND case_id = ? LIMIT 1"
        return bool(self._ledger.rows(query, (case_id,)))

    def case(self, case_id: str, why: Grounds) -> None:
        """Erase a case; an awarded label of it stays in the register."""
        with self._ledger.writing():
            rows = [StoredEntry(*row) for row in self._ledger.rows(_OF_CASE, (case_id,))]
            kept = _kept(rows)
            going = [row for row in rows if row.seq not in kept]
            shown = [StoredEntry(*row) for row in self._ledger.rows(_SHOWN, (POOL, case_id))]
            files = self._files_of_alone(case_id, going)
            erasures = self._ledger.erasures
            entries = {
                row.hash: erasures.close_all(row, keeps={SUBJECT} if row.kind == "edition" else ())
                for row in (*going, *shown)
            }
            staying = {row.hash for row in rows if row.seq in kept}
            closed, instead = close_shown(self._ledger, case_id, staying)
            entries |= closed
            body: dict[str, Any] = {
                "scope": ErasureScope.CASE.value,
                "case": case_id,
                "entries": {digest: names for digest, names in entries.items() if names},
                "instead": instead,
                "files": files,
                "editions": list(_editions(going)),
            }
            erasures.drop_files(files)
            self._drop_tables(case_id, why)
            enter_erasure(self._ledger, case_id, body, why)

    def _drop_tables(self, case_id: str, why: Grounds) -> None:
        """Remove what is kept of a case beside its entries."""
        run = self._ledger.run
        for table in ("draft", "place", "spell", "presence", *SENT):
            run(f"DELETE FROM {table} WHERE case_id = ?", (case_id,))  # noqa: S608  our own names
        run("DELETE FROM form WHERE instr(name, ?) > 0", (case_id,))
        rows = self._ledger.rows("SELECT organisation FROM cases WHERE id = ?", (case_id,))
        run("DELETE FROM cases WHERE id = ?", (case_id,))
        for (organisation,) in rows:
            run(
                "DELETE FROM organisation WHERE id = ? "
                "AND id NOT IN (SELECT organisation FROM cases)",
                (organisation,),
            )
            self._state(organisation, why.at)

    def _state(self, organisation: int, at: datetime) -> None:
        """Enter what is known of an organisation that stays: entries that said it may be gone."""
        names = ("name", "country", "region", "website")
        query = f"SELECT {', '.join(names)} FROM organisation WHERE id = ?"  # noqa: S608  our own names
        for row in self._ledger.rows(query, (organisation,)):
            said = json.dumps(dict(zip(names, row, strict=True)))
            self._ledger.append("organisation", DATABASE, NewEntry(said, at))

    def _files_of_alone(self, case_id: str, rows: Iterable[StoredEntry]) -> list[str]:
        """Give the copies of files that only this case names."""
        kept = [str(digest) for (digest,) in self._ledger.rows("SELECT sha256 FROM stored_file")]
        bodies = [row.body for row in rows if "sha256" in row.body]
        named = {digest for digest in kept if any(digest in body for body in bodies)}
        if named:
            others = self._ledger.each_row(
                "SELECT body FROM entry WHERE case_id != ? AND instr(body, 'sha256') > 0 "
                "AND kind IN ('answer', 'proposal', 'edition')",
                (case_id,),
            )
            for (body,) in others:
                named -= {digest for digest in named if digest in body}
        return sorted(named)

    def person(self, name: str, hits: Collection[NameHit], why: Grounds) -> None:
        """Erase the fields, drafts, forms and files that were confirmed to name a person."""
        erase_person(self._ledger, name, hits, why)


def _kept(rows: Iterable[StoredEntry]) -> set[int]:
    """Give the entries of a case that stay: those of an awarded label, with their people."""
    every = list(rows)
    is_awarded = any(
        row.kind == "register" and json.loads(row.body).get("kind") == "awarded" for row in every
    )
    kinds = _ALWAYS_KEPT | ({"register"} if is_awarded else set())
    kept = [row for row in every if row.kind in kinds]
    return {row.seq for row in kept} | {row.person for row in kept if row.person is not None}


def _editions(rows: Iterable[StoredEntry]) -> Iterator[dict[str, Any]]:
    """Give of each edition its number and its hashes, which stay."""
    for row in rows:
        note = json.loads(row.body).get("note") if row.kind == "edition" else None
        if note:
            yield {name: note[name] for name in ("number", "sha256", "pdf_sha256")}
