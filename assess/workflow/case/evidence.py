"""Evidence: links and files that back an answer, and whether they are still what they were."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from enum import Enum, auto
from pathlib import Path
from typing import NamedTuple

from assess.core.case.answer import Answer, Evidence
from assess.core.case.assessment import Assessment
from assess.core.case.message import CaseMessage
from assess.core.case.reading.address import as_address
from assess.core.case.value_form import address_fault
from assess.core.text.message import Message, message
from assess.errors import AssessError
from assess.files import refuse_existing, write_whole
from assess.languages import gettext
from assess.languages.message import say
from assess.workflow.case.answering import Recorded, Revision
from assess.workflow.case.evidence_file import (
    WeighedFile,
    digest_of,
    is_untouched,
    known_files,
    may_be_read,
    remember,
    weigh,
)
from assess.workflow.desk.desk import Desk

__all__ = [
    "EvidenceFault",
    "add_file",
    "add_link",
    "add_weighed",
    "check",
    "demand_address",
    "doubtful",
    "fault_of",
    "fault_on_disk",
    "is_looked_at",
    "is_on_disk",
    "not_looked_at",
    "remember",
    "remove",
    "save_copy",
]


class EvidenceFault(NamedTuple):
    """An evidence that is not what it was when it was given."""

    case: str
    question: str
    evidence: Evidence
    what: str
    """What is wrong with it, in a sentence that names the file."""

    def __str__(self) -> str:
        return gettext(
            "evidence of {question} (case {case}): {fault}",
            question=self.question,
            case=self.case,
            fault=self.what,
        )


def add_link(
    desk: Desk, assessment: Assessment, question: str, address: str, title: str | None = None
) -> Recorded:
    """Add a link to what backs an answer; raises AssessError for what is no address."""
    demand_address(address)
    link = Evidence(
        kind="link", location=as_address(address), title=_said(title), added_at=desk.now
    )
    return _changed(desk, assessment, question, lambda held: (*held, link))


def add_weighed(
    desk: Desk,
    assessment: Assessment,
    question: str,
    weighed: WeighedFile,
    *,
    title: str | None = None,
) -> Recorded:
    """Add a file that was read, with its size and SHA-256, and its copy if that was wanted."""
    is_copied = weighed.content is not None
    digest = weighed.digest
    if weighed.content is not None:
        digest = desk.store.files.add(weighed.content)
    file = Evidence(
        kind="file",
        location=str(weighed.path),
        title=_said(title),
        sha256=digest,
        size=weighed.size,
        added_at=desk.now,
        stored=is_copied,
    )
    remember(desk, [file])
    return _changed(desk, assessment, question, lambda held: (*held, file))


def add_file(
    desk: Desk,
    assessment: Assessment,
    question: str,
    path: Path,
    *,
    title: str | None = None,
    copy: bool,
) -> Recorded:
    """Add a file with its size and SHA-256; a copy goes into the database if wanted.

    Raises AssessError for what cannot be read, or is too large to copy.
    """
    return add_weighed(desk, assessment, question, weigh(path, copy=copy), title=title)


def demand_address(address: str) -> None:
    """Refuse a link that is no address, before anything is saved."""
    if fault := address_fault(as_address(address)):
        raise AssessError(f"{say(fault)}.")


def remove(desk: Desk, assessment: Assessment, question: str, evidence: Evidence) -> Recorded:
    """Take an evidence away from an answer; the history keeps it, and so does the copy."""
    return _changed(
        desk, assessment, question, lambda held: tuple(piece for piece in held if piece != evidence)
    )


def save_copy(desk: Desk, evidence: Evidence, target: Path, *, force: bool = False) -> None:
    """Write the copy of a file that the database keeps to a file; a damaged one is refused."""
    content = desk.store.files.get(evidence.sha256) if evidence.sha256 else None
    if content is None:
        raise AssessError(
            gettext("The database has no copy of {location}.", location=evidence.location)
        )
    if hashlib.sha256(content).hexdigest() != evidence.sha256:
        raise AssessError(
            gettext(
                "The copy of {location} in the database is damaged; it was not saved.",
                location=evidence.location,
            )
        )
    refuse_existing(target, force=force)
    write_whole(target, content, is_private=True)


def check(desk: Desk, assessment: Assessment | None = None) -> tuple[EvidenceFault, ...]:
    """Give every evidence of a case, or of all cases, that has changed or gone."""
    if assessment is not None:
        cases = [assessment]
    else:
        cases = [desk.store.assessment(case.id) for case in desk.store.cases.all()]
    return tuple(fault for assessed in cases for fault in _faults(desk, assessed))


class _FileFault(Enum):
    NO_COPY = auto()
    DAMAGED_COPY = auto()
    GONE = auto()
    CHANGED = auto()


def fault_of(desk: Desk, evidence: Evidence) -> str | None:
    """Say what is wrong with a file by now: changed, gone, or its copy damaged; None: nothing."""
    return _beside(_fault_of(desk, evidence, known_files(desk)))


def is_looked_at(desk: Desk, evidence: Evidence) -> bool:
    """Tell whether an evidence can be checked: a file that came with another one is not opened."""
    return not is_on_disk(evidence) or may_be_read(evidence, known_files(desk))


def is_on_disk(evidence: Evidence) -> bool:
    """Tell whether an evidence is looked for on the disk, which may keep a reader waiting."""
    return evidence.kind == "file" and not evidence.stored and evidence.sha256 is not None


def fault_on_disk(evidence: Evidence) -> str | None:
    """Say what is wrong with a file on the disk by now; it needs no database."""
    return _beside(_fault_on_disk(evidence))


def _beside(fault: _FileFault | None) -> str | None:
    match fault:
        case None:
            return None
        case _FileFault.NO_COPY:
            return gettext("no longer has a copy in the database")
        case _FileFault.DAMAGED_COPY:
            return gettext("has a damaged copy in the database")
        case _FileFault.GONE:
            return gettext("is missing or cannot be read")
        case _FileFault.CHANGED:
            return gettext("has changed since it was given")


def _fault_of(desk: Desk, evidence: Evidence, known: frozenset[str]) -> _FileFault | None:
    if evidence.kind == "link" or evidence.sha256 is None:
        return None
    if evidence.stored:
        content = desk.store.files.get(evidence.sha256)
        if content is None and desk.store.files.was_left_out(evidence.sha256):
            return _fault_on_disk(evidence) if may_be_read(evidence, known) else None
        if content is None:
            return _FileFault.NO_COPY
        is_whole = hashlib.sha256(content).hexdigest() == evidence.sha256
        return None if is_whole else _FileFault.DAMAGED_COPY
    return _fault_on_disk(evidence) if may_be_read(evidence, known) else None


def _fault_on_disk(evidence: Evidence) -> _FileFault | None:
    try:
        digest, _ = digest_of(Path(evidence.location), size=evidence.size)
    except AssessError:
        return _FileFault.GONE
    return None if digest == evidence.sha256 else _FileFault.CHANGED


def _said_of(fault: _FileFault, file: str) -> Message:
    match fault:
        case _FileFault.NO_COPY:
            return message(CaseMessage.EVIDENCE_NO_COPY, place=file)
        case _FileFault.DAMAGED_COPY:
            return message(CaseMessage.EVIDENCE_COPY_DAMAGED, place=file)
        case _FileFault.GONE:
            return message(CaseMessage.EVIDENCE_GONE, place=file)
        case _FileFault.CHANGED:
            return message(CaseMessage.EVIDENCE_CHANGED, place=file)


def doubtful(desk: Desk, assessment: Assessment) -> dict[str, tuple[Message, ...]]:
    """Give what of the evidence of a case has changed or is gone, by question.

    A file with its size that nobody wrote to since is taken for the same, and so is a copy that is
    there; `check` reads them whole.
    """
    known = known_files(desk)
    found: dict[str, tuple[Message, ...]] = {}
    for answer in assessment.answers.values():
        faults = [
            _said_of(fault, piece.location)
            for piece in answer.evidence
            if not _is_surely_the_same(desk, piece, known)
            and (fault := _fault_of(desk, piece, known)) is not None
        ]
        if faults:
            found[answer.question] = tuple(faults)
    return found


def _is_surely_the_same(desk: Desk, piece: Evidence, known: frozenset[str]) -> bool:
    if piece.stored and piece.sha256 is not None:
        return desk.store.files.has(piece.sha256)
    return may_be_read(piece, known) and is_untouched(Path(piece.location), piece)


def not_looked_at(desk: Desk, assessment: Assessment) -> tuple[tuple[str, Evidence], ...]:
    """Give the files that are only named by what came in, with their questions."""
    known = known_files(desk)
    return tuple(
        (answer.question, piece)
        for answer in assessment.answers.values()
        for piece in answer.evidence
        if is_on_disk(piece) and not may_be_read(piece, known)
    )


def _faults(desk: Desk, assessment: Assessment) -> Iterator[EvidenceFault]:
    known = known_files(desk)
    for answer in assessment.answers.values():
        for evidence in answer.evidence:
            if fault := _fault_of(desk, evidence, known):
                what = say(_said_of(fault, evidence.location))
                yield EvidenceFault(assessment.case.id, answer.question, evidence, what)


def _changed(
    desk: Desk,
    assessment: Assessment,
    question: str,
    change: Callable[[tuple[Evidence, ...]], tuple[Evidence, ...]],
) -> Recorded:
    def with_evidence(before: Answer) -> Answer:
        return before.changed(evidence=change(before.evidence))

    revision = Revision(desk, assessment, question, with_evidence, replaces=False)
    saved = desk.store.answers.revise(
        assessment.case.id, question, revision, at=desk.now, keeps_draft=True
    )
    return revision.recorded(saved)


def _said(title: str | None) -> str | None:
    return (title or "").strip() or None
