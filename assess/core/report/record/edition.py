"""Editions: a report that was issued is frozen; a later one says which it supersedes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime

from pydantic import JsonValue, ValidationError

from assess.core.report.record.fact import Fact
from assess.core.report.record.report import Report, fingerprint, fingerprint_of
from assess.core.text.message import Say
from assess.core.text.value import Said, Value
from assess.core.text.words import day_text

DRAFT = "Draft"

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


def edition_faults(edition: FrozenEdition, before: EditionNote | None) -> Iterator[str]:
    """Say what in an edition that comes from elsewhere does not fit together.

    Its record must be the one of which the hash is printed in the report, of this case and number.
    """
    note, record = edition.note, edition.record
    number = before.number + 1 if before else 1
    if note.number != number:
        yield f"number: {note.number}, but the next edition is {number}"
    if note.supersedes != (before.number if before else None):
        superseded = f"edition {before.number}" if before else "none"
        yield f"supersedes: {note.supersedes}, but the edition before it is {superseded}"
    if fingerprint_of(record) != note.sha256 or record.get("sha256") != note.sha256:
        yield "record: it has another SHA-256 than the edition"
        return
    stated = {
        "case": note.case,
        "edition": note.number,
        "day": note.on.isoformat(),
        "status": "issued",
    }
    for name, value in stated.items():
        if record.get(name) != value:
            yield f"record.{name}: it does not say {value}, as the edition does"
    try:
        Report.model_validate(record)
    except ValidationError as error:
        place = ".".join(map(str, error.errors()[0]["loc"]))
        yield f"record.{place}: this version of the program cannot read it"


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
    same = {"imprint": tuple(fact for fact in report.imprint if fact.label != "Put together")}
    return fingerprint(report.model_copy(update=_SAME | same))


def freeze(draft: Report, number: int, by: str, before: EditionNote | None, say: Say) -> Report:
    """Make an edition of a draft: its number, who issued it when, and what it supersedes."""
    said = f"Edition {number}, issued {day_text(draft.day)} by {by}"
    facts = [Fact(label="Edition", text=said)]
    if before is not None:
        text = f"Edition {before.number} of {day_text(before.on)}, SHA-256 {before.sha256}"
        facts.append(Fact(label="Supersedes", text=text))
    short = f"{number}, issued {day_text(draft.day)}"
    if before is not None:
        short += f"; supersedes edition {before.number} of {day_text(before.on)}"
    cover = draft.cover.model_copy(
        update={
            "facts": (
                *(fact for fact in draft.cover.facts if fact.label != "Edition"),
                Fact(label="Edition", text=short),
            )
        }
    )
    issued = draft.model_copy(
        update={
            "status": "issued",
            "edition": number,
            "marks": tuple(mark for mark in draft.marks if mark != DRAFT),
            "cover": cover,
            "imprint": (*draft.imprint, *facts),
        }
    )
    return issued.model_copy(update={"sha256": fingerprint(issued)})
