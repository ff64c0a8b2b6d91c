"""Editions of reports: each with its whole record and the file that was issued, only ever added."""

from __future__ import annotations

import json
from datetime import datetime

from pydantic import ValidationError

from assess.core.report.record.edition import EditionNote, FrozenEdition, Issued
from assess.errors import StoreFault
from assess.languages import gettext
from assess.store.case.evidence_files import StoredFiles
from assess.store.database.ledger import Ledger, NewEntry

_EVERY = (
    "SELECT body FROM edition WHERE case_id = ? AND json_type(body, '$.record') IS NOT NULL "
    "ORDER BY seq"
)
"""Of one whose record was erased only the note is left."""

_NOTES = "SELECT json_extract(body, '$.note') FROM edition WHERE case_id = ? ORDER BY +seq"
_DRAFT = (
    "SELECT json_extract(body, '$.draft') FROM edition WHERE case_id = ? ORDER BY +seq DESC LIMIT 1"
)
_GONE = "SELECT number FROM edition WHERE case_id = ? AND json_type(body, '$.record') IS NULL"
_ONE = "SELECT body FROM edition WHERE case_id = ? AND number = ?"


class Editions:
    """Adds and gives the editions of a case's report."""

    def __init__(self, ledger: Ledger, files: StoredFiles) -> None:
        self._ledger, self._files = ledger, files

    def add(
        self, edition: Issued | FrozenEdition, pdf: bytes | None = None, *, at: datetime
    ) -> None:
        """Add an edition with its file; refused where another window issued this number before.

        Without `pdf` the file comes in, or is here, by itself.
        """
        note = edition.note
        with self._ledger.writing():
            if self._ledger.rows(_ONE, (note.case, str(note.number))):
                raise StoreFault(
                    gettext(
                        "Edition {number} has just been issued in another window; try again.",
                        number=note.number,
                    )
                )
            entry = NewEntry(edition.model_dump_json(), edition.at or at, note.by, str(note.number))
            self._ledger.append("edition", note.case, entry)
            if pdf is not None:
                self._files.add(pdf)

    def notes(self, case_id: str) -> tuple[EditionNote, ...]:
        """Give what is known of each edition of a case, oldest first, without the records."""
        rows = self._ledger.rows(_NOTES, (case_id,))
        return tuple(EditionNote.model_validate_json(note) for (note,) in rows)

    def of(self, case_id: str) -> tuple[Issued, ...]:
        """Give every edition of a case whole, oldest first."""
        return tuple(_issued(body) for (body,) in self._ledger.rows(_EVERY, (case_id,)))

    def get(self, case_id: str, number: int) -> Issued | None:
        """Give one edition whole; StoreFault where its record was erased."""
        rows = self._ledger.rows(_ONE, (case_id, str(number)))
        return _issued(rows[0][0]) if rows else None

    def kept(self, case_id: str) -> tuple[FrozenEdition, ...]:
        """Give the editions of a case as they were recorded, oldest first, whoever can read them.

        After one whose record was erased none comes: each follows the one before it.
        """
        found = [
            FrozenEdition.model_validate_json(body)
            for (body,) in self._ledger.rows(_EVERY, (case_id,))
        ]
        return tuple(
            each for number, each in enumerate(found, start=1) if each.note.number == number
        )

    def newest_draft(self, case_id: str) -> str | None:
        """Give the mark of the draft of which the newest edition was made."""
        rows = self._ledger.rows(_DRAFT, (case_id,))
        return str(rows[0][0]) if rows else None

    def erased(self, case_id: str) -> frozenset[int]:
        """Give the numbers of the editions of which record and PDF were erased."""
        return frozenset(int(number) for (number,) in self._ledger.rows(_GONE, (case_id,)))


def _issued(body: str) -> Issued:
    if "record" not in (said := json.loads(body)):
        raise StoreFault(
            gettext(
                "The record and the PDF of edition {number} were erased; its number and its "
                "hash stay.",
                number=said["note"]["number"],
            )
        )
    try:
        return Issued.model_validate_json(body)
    except ValidationError as error:
        note = FrozenEdition.model_validate_json(body).note
        raise StoreFault(
            gettext(
                "Another version of this program wrote the record of edition {number}, "
                "and only that version can read it. You can still save its PDF.",
                number=note.number,
            )
        ) from error
