"""Carrying a case from one database to another as a case file."""

from __future__ import annotations

from pathlib import Path

from assess.core.assessment import Assessment
from assess.core.open_point import BLOCKING
from assess.errors import AssessError, KnownCase, Refused
from assess.exchange import case_file
from assess.exchange.case_file import CarriedCase
from assess.files import write_whole
from assess.workflow.cases import points_of
from assess.workflow.desk import Desk
from assess.workflow.incoming import Arrived, Incoming, Take
from assess.workflow.merging import read_for_case


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
        proposals=tuple(
            one.model_copy(update={"proposal": one.proposal.model_copy(update={"id": None})})
            for one in desk.store.every_proposal(case_id)
        ),
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


def read_case(desk: Desk, incoming: Incoming) -> Take:
    """Read a case file, to be taken as a new case or as proposals for one that is here."""
    path, known = incoming.path, incoming.known
    one = case_file.read(
        incoming.content, str(path), desk.catalogue, now=desk.now, new_id=desk.new_id()
    )
    if incoming.into is not None or incoming.as_proposals:
        return read_for_case(desk, incoming, one)
    case_id = one.assessment.case.id
    if case_id in known:
        raise KnownCase(
            f"{path} is the case {case_id}, which is {known[case_id]}; nothing was taken. "
            "--as-proposals reads it as another copy of that case.",
            (),
        )
    known[case_id] = f"in {path} as well"
    return lambda: _take_case(desk, one, path)


def _take_case(desk: Desk, one: CarriedCase, path: Path) -> Arrived:
    desk.store.add_carried(
        one.assessment,
        earlier=one.history,
        drafts=one.drafts,
        proposals=one.proposals,
        states=one.states,
        verdicts=one.verdicts,
        edits=one.edits,
        entries=one.entries,
        at=desk.now,
    )
    taken = desk.store.assessment(one.assessment.case.id)
    points = points_of(desk, taken)
    came = [f"{len(taken.answers)} answers"]
    if points:
        blocking = sum(point.kind in BLOCKING for point in points)
        came.append(f"{len(points)} open points, {blocking} of them block finishing the case")
    return Arrived(path, taken, tuple(came), _differences(one.assessment, taken))


def _differences(stated: Assessment, taken: Assessment) -> tuple[str, ...]:
    """Say where the organisation was known already, and otherwise than the file says."""
    ours, theirs = taken.case.organisation, stated.case.organisation
    return tuple(
        f"{field}: the organisation is known with {getattr(ours, field)!r}, "
        f"so {getattr(theirs, field)!r} was not taken"
        for field in ("name", "region", "website")
        if getattr(theirs, field) not in (None, getattr(ours, field))
    )
