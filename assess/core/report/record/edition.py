"""Editions: a report that was issued is frozen; a later one says which it supersedes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime

from pydantic import JsonValue, ValidationError

from assess.core.report.record.fact import Fact
from assess.core.report.record.message import ReportRecordMessage
from assess.core.report.record.report import Report, fingerprint, fingerprint_of
from assess.core.text.message import Day, Message, Say, Sentence, message
from assess.core.text.value import Said, Value

_SAME = {"day": date(1, 1, 1), "sha256": ""}
"""What differs between two reports although nothing changed."""


class EditionNote(Value):
    """What is known of an edition without its record."""

    case: str
    number: int
    on: date
    by: Said
    sha256: str
    """Of the record, as it is printed in the report."""
    pdf_sha256: str
    """Of the file that was issued."""
    pages: int
    supersedes: int | None = None


class Issued(Value):
    """An edition: its note, its whole record, and what the draft was that it was made of."""

    note: EditionNote
    record: Report
    draft: str
    """Tells whether a later draft says anything else."""
    at: datetime | None = None


class FrozenEdition(Value):
    """An edition as it was recorded: its record word for word, in whichever version it is."""

    note: EditionNote
    record: dict[str, JsonValue]
    draft: str
    at: datetime | None = None


class EditionsApart(Value):
    """Two copies of a case issued different editions under one number."""

    here: EditionNote
    there: EditionNote


def edition_faults(edition: FrozenEdition, before: EditionNote | None) -> Iterator[Message]:
    """Say what in an edition that comes from elsewhere does not fit together.

    Its record must be the one of which the hash is printed in the report, of this case and number.
    """
    note, record = edition.note, edition.record
    number = before.number + 1 if before else 1
    if note.number != number:
        yield message(ReportRecordMessage.OTHER_NUMBER, number=note.number, expected=number)
    if note.supersedes != (before.number if before else None):
        yield _other_superseded(note, before)
    if fingerprint_of(record) != note.sha256 or record.get("sha256") != note.sha256:
        yield message(ReportRecordMessage.OTHER_DIGEST)
        return
    stated = {
        "case": note.case,
        "edition": note.number,
        "day": note.on.isoformat(),
        "status": "issued",
    }
    for name, value in stated.items():
        if record.get(name) != value:
            yield message(ReportRecordMessage.OTHER_CONTENT, name=name, value=str(value))
    try:
        Report.model_validate(record)
    except ValidationError as error:
        place = ".".join(map(str, error.errors()[0]["loc"]))
        yield message(ReportRecordMessage.UNREADABLE, place=place)


def _other_superseded(note: EditionNote, before: EditionNote | None) -> Message:
    if note.supersedes is None and before is not None:
        return message(ReportRecordMessage.SUPERSEDES_NOTHING, expected=before.number)
    number = note.supersedes or 0
    if before is None:
        return message(ReportRecordMessage.SUPERSEDES_NONE, number=number)
    return message(ReportRecordMessage.SUPERSEDES_OTHER, number=number, expected=before.number)


def editions_to_take(
    here: Sequence[EditionNote], there: Sequence[FrozenEdition]
) -> tuple[FrozenEdition, ...] | EditionsApart:
    """Give the editions of a copy that come after those that are here.

    All of them or none: where both sides issued a number, it must be the same edition.
    """
    for mine, other in zip(here, there, strict=False):
        if mine != other.note:
            return EditionsApart(here=mine, there=other.note)
    return tuple(there[len(here) :])


def draft_mark(report: Report, say: Say) -> str:
    """Give a mark of what a draft says, whatever the day it was put together."""
    day = say(message(ReportRecordMessage.PUT_TOGETHER))
    same = {"imprint": tuple(fact for fact in report.imprint if fact.label != day)}
    return fingerprint(report.model_copy(update=_SAME | same))


def without_review(draft: Report, reason: str, say: Say) -> Report:
    """State in the imprint why it is issued although nobody has looked at all of it."""
    if not reason:
        return draft
    label = say(message(ReportRecordMessage.UNREVIEWED))
    said = say(message(ReportRecordMessage.UNREVIEWED_BECAUSE, reason=Sentence(reason)))
    return draft.model_copy(update={"imprint": (*draft.imprint, Fact(label=label, text=said))})


def printed_head(head: str) -> str:
    """Give the head of a record as documents print it: it is found again by its first word."""
    return f"record:{head}"


def freeze(
    draft: Report,
    number: int,
    by: str,
    before: EditionNote | None,
    say: Say,
    *,
    head: str = "",
) -> Report:
    """Make an edition of a draft: its number, who issued it when, and what it supersedes.

    `head` is that of the record of the case, which stands in the imprint: with it, the record can
    be compared later.
    """
    edition = say(message(ReportRecordMessage.EDITION))
    day = Day(draft.day, in_words=True)
    said = message(ReportRecordMessage.ISSUED_BY, number=number, day=day, expert=by)
    facts = [Fact(label=edition, text=say(said))]
    short = message(ReportRecordMessage.ISSUED, number=number, day=day)
    if before is not None:
        before_day = Day(before.on, in_words=True)
        superseded = message(
            ReportRecordMessage.SUPERSEDED,
            number=before.number,
            day=before_day,
            digest=before.sha256,
        )
        label = say(message(ReportRecordMessage.SUPERSEDES))
        facts.append(Fact(label=label, text=say(superseded)))
        short = message(
            ReportRecordMessage.ISSUED_SUPERSEDING,
            number=number,
            day=day,
            before=before.number,
            before_day=before_day,
        )
    if head:
        label = say(message(ReportRecordMessage.RECORD_HEAD))
        facts.append(Fact(label=label, text=printed_head(head)))
    cover = draft.cover.model_copy(
        update={
            "facts": (
                *(fact for fact in draft.cover.facts if fact.label != edition),
                Fact(label=edition, text=say(short)),
            )
        }
    )
    draft_word = say(message(ReportRecordMessage.DRAFT))
    issued = draft.model_copy(
        update={
            "status": "issued",
            "edition": number,
            "marks": tuple(mark for mark in draft.marks if mark != draft_word),
            "cover": cover,
            "imprint": (*draft.imprint, *facts),
        }
    )
    return issued.model_copy(update={"sha256": fingerprint(issued)})
