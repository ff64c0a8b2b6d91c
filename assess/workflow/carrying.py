"""Carrying a case from one database to another as a case file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from assess.core.assessment import Assessment
from assess.errors import AssessError, Refused
from assess.exchange import case_file
from assess.exchange.case_file import CarriedCase
from assess.exchange.strict_json import MAX_BYTES
from assess.files import write_whole
from assess.workflow.desk import Desk


class Imported(NamedTuple):
    """A case that came in, and what of its file did not."""

    assessment: Assessment
    remarks: tuple[str, ...]


def carried(desk: Desk, assessment: Assessment) -> CarriedCase:
    """Gather a case with everything that travels with it."""
    case_id = assessment.case.id
    return CarriedCase(
        assessment=assessment,
        history=desk.store.history(case_id),
        drafts={
            question: text
            for question, text in desk.store.drafts(case_id).items()
            if question in desk.catalogue.questions  # a note being typed belongs to the screen
        },
        states=desk.store.state_changes(case_id),
        verdicts=desk.store.verdicts_given(case_id),
        edits=desk.store.edits_made(case_id),
        entries=tuple(entry for entry in desk.store.entries() if entry.case == case_id),
    )


def export_case(desk: Desk, assessment: Assessment, target: Path) -> int:
    """Write a case file, compared before and after; give the number of answers in it."""
    text = case_file.write(carried(desk, assessment), desk.catalogue)
    content = text.encode("utf-8")
    again = _again(desk, content, assessment)
    if case_file.write(again, desk.catalogue) != text:
        raise AssessError(f"The case reads differently once written; {target} was not written.")
    write_whole(target, content)
    if target.read_bytes() != content:
        raise AssessError(f"{target} does not hold what was written to it; do not use it.")
    return len(again.assessment.answers)


def _again(desk: Desk, content: bytes, assessment: Assessment) -> CarriedCase:
    try:
        return case_file.read(content, "-", desk.catalogue, now=desk.now, new_id=assessment.case.id)
    except Refused as error:
        what = "The case cannot be exported with the indicators that are loaded"
        raise Refused(f"{what}; nothing was written.", error.faults) from error


def import_cases(desk: Desk, sources: Iterable[Path]) -> tuple[Imported, ...]:
    """Take in case files, each as a new case; all of them are read before any is taken.

    Raises Refused with every fault of every file.
    """
    found = _read_all(desk, list(sources))
    imported = []
    for one in found:
        desk.store.add_carried(
            one.assessment,
            earlier=one.history,
            drafts=one.drafts,
            states=one.states,
            verdicts=one.verdicts,
            edits=one.edits,
            entries=one.entries,
            at=desk.now,
        )
        taken = desk.store.assessment(one.assessment.case.id)
        imported.append(Imported(taken, _differences(one.assessment, taken)))
    return tuple(imported)


def _read_all(desk: Desk, sources: Sequence[Path]) -> list[CarriedCase]:
    found: list[CarriedCase] = []
    refusals: list[Refused] = []
    known = {case.id: "in the database already" for case in desk.store.cases()}
    for source in sources:
        try:
            one = _read(desk, source, known)
        except Refused as error:
            refusals.append(error)
        else:
            known[one.assessment.case.id] = f"in {source} as well"
            found.append(one)
    if len(refusals) == 1 and len(sources) == 1:
        raise refusals[0]
    if refusals:
        lines = [line for one in refusals for line in str(one).splitlines()]
        count = f"{len(refusals)} of {len(sources)} files"
        raise Refused(f"{count} cannot be taken; nothing was taken of any.", lines)
    return found


def _read(desk: Desk, source: Path, known: dict[str, str]) -> CarriedCase:
    try:
        with source.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise Refused(f"{source} cannot be read: {error.strerror or error}.", ()) from error
    one = case_file.read(content, str(source), desk.catalogue, now=desk.now, new_id=desk.new_id())
    case_id = one.assessment.case.id
    if case_id in known:
        raise Refused(
            f"{source} is the case {case_id}, which is {known[case_id]}; nothing was taken.", ()
        )
    return one


def _differences(stated: Assessment, taken: Assessment) -> tuple[str, ...]:
    """Say where the organisation was known already, and otherwise than the file says."""
    ours, theirs = taken.case.organisation, stated.case.organisation
    return tuple(
        f"{field}: the organisation is known with {getattr(ours, field)!r}, "
        f"so {getattr(theirs, field)!r} was not taken"
        for field in ("name", "region", "website")
        if getattr(theirs, field) not in (None, getattr(ours, field))
    )
