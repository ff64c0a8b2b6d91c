"""What may be wrong with the editions and files of a case file: each is what its hash says."""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Iterator
from datetime import UTC
from hashlib import sha256

from assess.core.report.record.edition import EditionNote, FrozenEdition, edition_faults
from assess.exchange.case.case_file_fields import FieldFault, FileEdition, Formed, fault
from assess.languages import gettext
from assess.languages.message import say

_PDF = b"%PDF-"


def kept_edition(edition: FileEdition, case_id: str) -> FrozenEdition:
    """Give an edition as it is kept; a moment without a time zone is one in UTC."""
    said = {name: getattr(edition, name) for name in EditionNote.model_fields if name != "case"}
    at = edition.at if edition.at is None or edition.at.tzinfo else edition.at.replace(tzinfo=UTC)
    note = EditionNote(case=case_id, **said)
    return FrozenEdition(note=note, record=edition.record, draft=edition.draft, at=at)


def issued_faults(file: Formed) -> Iterator[FieldFault]:
    """Give what in the editions does not fit together, or is of another case."""
    if not file.editions or file.case is None:
        return
    if file.case.id is None:
        yield fault(
            "editions",
            0,
            gettext(
                "{field}: they belong to a case whose id is missing ({missing})",
                field="editions",
                missing="case.id",
            ),
        )
        return
    before: EditionNote | None = None
    for position, (index, edition) in enumerate(file.editions.items()):
        if index != position:  # one before has not the right form, so the order is not known
            return
        kept = kept_edition(edition, file.case.id)
        for found in edition_faults(kept, before):
            yield fault("editions", index, f"editions[{index}].{say(found)}")
        before = kept.note


def file_faults(file: Formed) -> Iterator[FieldFault]:
    """Check that each copy is what its name says, and that the file speaks of it."""
    stated = (*file.answers.values(), *file.history.values(), *file.proposals.values())
    printed = {edition.pdf_sha256 for edition in file.editions.values()}
    named = {evidence.sha256 for entry in stated for evidence in entry.evidence}
    for digest, text in file.files.items():
        place = f"files.{digest[:80]}"
        try:
            content = b64decode(text, validate=True)
        except ValueError:
            yield fault("files", 0, gettext("{place}: it is not written in Base64", place=place))
            continue
        if sha256(content).hexdigest() != digest:
            yield fault(
                "files", 0, gettext("{place}: the content has another SHA-256", place=place)
            )
        elif digest not in named | printed:
            yield fault(
                "files",
                0,
                gettext("{place}: no evidence and no edition refers to this file", place=place),
            )
        elif digest in printed and not content.startswith(_PDF):
            yield fault(
                "files",
                0,
                gettext("{place}: this is the file of an edition, but not a PDF", place=place),
            )
