"""Merging the editions of two copies of a case: what one lacks is taken, all of it or nothing."""

from __future__ import annotations

from hashlib import sha256
from typing import NamedTuple

from assess.core.report.record.edition import (
    EditionNote,
    EditionsApart,
    FrozenEdition,
    editions_to_take,
)
from assess.exchange.case.case_file import CarriedCase
from assess.languages import day_text, gettext, listed, ngettext
from assess.workflow.desk.desk import Desk


class MergedEditions(NamedTuple):
    """What comes in with a copy, and what of it does not; each a sentence without its full stop."""

    new: tuple[FrozenEdition, ...] = ()
    files: tuple[bytes, ...] = ()
    """PDFs of new editions, and of those that are here and whose PDF is damaged or missing."""
    came: tuple[str, ...] = ()
    left: tuple[str, ...] = ()


def merged_editions(desk: Desk, carried: CarriedCase, case_id: str) -> MergedEditions:
    """Work out what the editions of a case file bring to a case that is here; nothing is taken."""
    if not carried.editions:
        return MergedEditions()
    count = len(carried.editions)
    if carried.assessment.case.id != case_id:
        stay = ngettext(
            "{count} edition of its report stays with the other case",
            "{count} editions of its report stay with the other case",
            count,
        )
        return MergedEditions(left=(stay,))
    here = desk.store.editions.notes(case_id)
    new = editions_to_take(here, carried.editions)
    if isinstance(new, EditionsApart):
        mine, other = _issued(new.here), _issued(new.there)
        text = gettext(
            "edition {number} of the report differs here ({mine}) and in the file "
            "({other}), so no edition was imported",
            number=new.here.number,
            mine=mine,
            other=other,
        )
        return MergedEditions(left=(text,))
    known = {note.number for note in here}
    erased = desk.store.editions.erased(case_id)
    brought = [
        each.note
        for each in carried.editions
        if each.note.pdf_sha256 in carried.files
        and each.note.number not in erased
        and (each.note.number not in known or not _is_whole(desk, each.note))
    ]
    came: list[str] = []
    if new:
        numbers = listed([str(each.note.number) for each in new])
        came.append(
            ngettext(
                "edition {numbers} of the report",
                "editions {numbers} of the report",
                len(new),
                numbers=numbers,
            )
        )
    mended = listed([str(note.number) for note in brought if note.number in known])
    if mended:
        came.append(
            gettext(
                "the PDF of edition {numbers}, which was damaged or missing here", numbers=mended
            )
        )
    files = tuple(carried.files[note.pdf_sha256] for note in brought)
    return MergedEditions(new, files, tuple(came))


def take_editions(desk: Desk, merged: MergedEditions) -> None:
    """Take what was worked out, within `writing`."""
    for edition in merged.new:
        desk.store.editions.add(edition, at=desk.now)
    for content in merged.files:
        desk.store.files.add(content)


def _is_whole(desk: Desk, note: EditionNote) -> bool:
    content = desk.store.files.get(note.pdf_sha256)
    return content is not None and sha256(content).hexdigest() == note.pdf_sha256


def _issued(note: EditionNote) -> str:
    return f"{day_text(note.on)}, {note.by}"
