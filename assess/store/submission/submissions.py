"""The secretariat in the store: the connection, the queue of what goes, and what came back.

What is kept of it is read by classes that a laptop without a secretariat never loads.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from assess.store.database.ledger import Ledger

if TYPE_CHECKING:
    from assess.core.record.past import PastStep
    from assess.core.submission.exchanged import InboxItem
    from assess.core.submission.kept import SecretariatConnection, Submission, WaitingAnswer


class Submissions:
    """Keeps what goes to the secretariat until it says that it has it."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def connection(self) -> SecretariatConnection | None:
        """Give the connection; None: this database has no secretariat."""
        rows = self._ledger.rows("SELECT body FROM secretariat")
        if not rows:
            return None
        from assess.core.submission.kept import SecretariatConnection

        return SecretariatConnection.model_validate_json(rows[0][0])

    def connect(self, connection: SecretariatConnection) -> None:
        """Keep the connection, in the place of the one before it."""
        with self._ledger.writing():
            self._ledger.run(
                "INSERT INTO secretariat (id, body) VALUES (1, ?) "
                "ON CONFLICT (id) DO UPDATE SET body = excluded.body",
                (connection.model_dump_json(),),
            )

    def record(self, case: str) -> tuple[PastStep, ...]:
        """Give the steps of a case's record, the newest entry that is in force last."""
        from assess.store.database.record.walk import past_step

        rows = self._ledger.rows(
            "SELECT kind, hash, hash_before, body, side FROM entry WHERE case_id = ? ORDER BY seq",
            (case,),
        )
        newest = max((index for index, row in enumerate(rows) if not row[4]), default=None)
        steps = [past_step(*row[:4]) for row in rows]
        if newest is not None:
            steps.append(steps.pop(newest))
        return tuple(steps)

    def queue(self, submission: Submission, document: bytes) -> None:
        """Keep a revision until it is sent; one that waits is replaced by a newer one."""
        with self._ledger.writing():
            self._ledger.run(
                "DELETE FROM submission WHERE case_id = ? AND document IS NOT NULL",
                (submission.case,),
            )
            self._ledger.run(
                "INSERT INTO submission (revision, case_id, body, document, at) "
                "VALUES (?, ?, ?, ?, ?) ON CONFLICT (revision) DO UPDATE "
                "SET document = excluded.document",
                (
                    submission.revision,
                    submission.case,
                    submission.model_dump_json(),
                    document,
                    submission.at.isoformat(),
                ),
            )

    def waiting(self) -> tuple[tuple[Submission, bytes], ...]:
        """Give what waits to be sent, oldest first."""
        rows = self._ledger.rows(
            "SELECT body, document FROM submission WHERE document IS NOT NULL ORDER BY at, revision"
        )
        from assess.core.submission.kept import Submission

        return tuple((Submission.model_validate_json(row[0]), bytes(row[1])) for row in rows)

    def settle(self, submission: Submission) -> None:
        """Keep what became of a revision; it waits no longer."""
        with self._ledger.writing():
            self._ledger.run(
                "UPDATE submission SET body = ?, document = NULL WHERE revision = ?",
                (submission.model_dump_json(), submission.revision),
            )

    def note(self, submission: Submission) -> None:
        """Keep that the secretariat has a revision that was not sent from here."""
        with self._ledger.writing():
            self._ledger.run(
                "INSERT INTO submission (revision, case_id, body, at) VALUES (?, ?, ?, ?) "
                "ON CONFLICT (revision) DO UPDATE SET body = excluded.body, at = excluded.at "
                "WHERE document IS NULL",
                (
                    submission.revision,
                    submission.case,
                    submission.model_dump_json(),
                    submission.at.isoformat(),
                ),
            )

    def newest(self) -> dict[str, Submission]:
        """Give the newest revision of each case that was sent or waits."""
        rows = self._ledger.rows("SELECT body FROM submission ORDER BY at, rowid")
        if not rows:
            return {}
        from assess.core.submission.kept import Submission

        found = (Submission.model_validate_json(row[0]) for row in rows)
        return {each.case: each for each in found}

    def add_items(self, items: Iterable[InboxItem]) -> tuple[InboxItem, ...]:
        """Keep what came back; give what is new of it."""
        new = []
        with self._ledger.writing():
            for item in items:
                added = self._ledger.run(
                    "INSERT INTO inbox_item (number, case_id, body) VALUES (?, ?, ?) "
                    "ON CONFLICT DO NOTHING",
                    (item.number, item.case, item.model_dump_json()),
                )
                if added.rowcount == 1:
                    new.append(item)
        return tuple(new)

    def items(self, case: str | None = None) -> tuple[InboxItem, ...]:
        """Give what came back, oldest first, of one case or of all."""
        rows = self._ledger.rows(
            "SELECT body FROM inbox_item WHERE ?1 IS NULL OR case_id = ?1 ORDER BY number", (case,)
        )
        if not rows:
            return ()
        from assess.core.submission.exchanged import InboxItem

        return tuple(InboxItem.model_validate_json(row[0]) for row in rows)

    def queue_answer(self, answer: WaitingAnswer) -> None:
        """Keep an answer to a question until it is sent."""
        with self._ledger.writing():
            self._ledger.run(
                "INSERT INTO waiting_answer (id, case_id, body) VALUES (?, ?, ?)",
                (answer.id, answer.case, answer.model_dump_json()),
            )

    def waiting_answers(self) -> tuple[WaitingAnswer, ...]:
        """Give the answers that wait to be sent, oldest first."""
        rows = self._ledger.rows("SELECT body FROM waiting_answer ORDER BY rowid")
        if not rows:
            return ()
        from assess.core.submission.kept import WaitingAnswer

        return tuple(WaitingAnswer.model_validate_json(row[0]) for row in rows)

    def answered(self, name: str) -> None:
        """Forget an answer that the secretariat has."""
        with self._ledger.writing():
            self._ledger.run("DELETE FROM waiting_answer WHERE id = ?", (name,))
