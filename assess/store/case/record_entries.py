"""The entries of a case as they travel: all of them, those of other copies as well."""

from __future__ import annotations

from collections.abc import Iterable

from assess.core.record.entry import FIRST, RecordEntry
from assess.core.record.past import Past, step_of
from assess.store.database.ledger import Ledger
from assess.store.database.record.stored_entry import COLUMNS, StoredEntry, entry_of

_HEAD = "SELECT hash FROM entry WHERE case_id = ? AND side = 0 ORDER BY seq DESC LIMIT 1"
_OF_CASE = f"SELECT {', '.join(COLUMNS)} FROM entry WHERE case_id = ? ORDER BY seq"  # noqa: S608  our own names


class RecordEntries:
    """Gives the entries of cases, and takes those that come from elsewhere as they are."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def of(self, case_id: str) -> tuple[RecordEntry, ...]:
        """Give every entry of a case in the order of arrival; the last one is its head."""
        people: dict[int, str] = {}
        found = []
        for row in (StoredEntry(*row) for row in self._ledger.rows(_OF_CASE, (case_id,))):
            if row.kind == "person":
                people[row.seq] = row.hash
            found.append(entry_of(row, None if row.person is None else people[row.person]))
        return tuple(found)

    def head(self, case_id: str) -> str:
        """Give the hash of the newest entry of a case; empty: it has none."""
        rows = self._ledger.rows(_HEAD, (case_id,))
        return str(rows[0][0]) if rows else FIRST

    def take(self, case_id: str, entries: Iterable[RecordEntry], *, continues: bool) -> None:
        """Add the entries that are not here yet, within `writing`.

        `continues`: the last of them all is the head of the case from now on; otherwise they are
        kept as the past of another copy, and nothing of them is in force.
        """
        brought = tuple(entries)
        known = self.of(case_id)
        hashes = {entry.hash for entry in known}
        self._ledger.entries.take(case_id, [entry for entry in brought if entry.hash not in hashes])
        if continues:
            line = past_of((*known, *brought)).line(brought[-1].hash)
            self._ledger.entries.put_in_force(case_id, line)


def past_of(entries: Iterable[RecordEntry]) -> Past:
    """Give the past that entries make."""
    return Past(map(step_of, entries))
