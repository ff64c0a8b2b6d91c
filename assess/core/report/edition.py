"""Editions: a report that was issued is frozen; a later one says which it supersedes."""

from __future__ import annotations

from datetime import date, datetime

from assess.core.plain import day_text
from assess.core.report.record import Fact, Report, fingerprint
from assess.core.value import Said, Value

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


def draft_mark(report: Report) -> str:
    """Give a mark of what a draft says, whatever the day it was put together."""
    same = {"imprint": tuple(one for one in report.imprint if one.label != "Put together")}
    return fingerprint(report.model_copy(update=_SAME | same))


def freeze(draft: Report, number: int, by: str, before: EditionNote | None) -> Report:
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
                *(one for one in draft.cover.facts if one.label != "Edition"),
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
