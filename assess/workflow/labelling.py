"""The label of a case: verdicts, proposal, decision, and the register."""

from __future__ import annotations

from datetime import date
from typing import Final, NamedTuple

from assess.core.assessment import Assessment, State
from assess.core.label import LabelCheck, Verdict, VerdictWord, check_label, previous_fault
from assess.core.register import (
    Entry,
    EntryKind,
    Label,
    LabelStatus,
    Stage,
    labels,
    objection,
    previous_until,
    same_track,
    stage_of,
    status_on,
)
from assess.core.scoring import score
from assess.core.serial import serial_warnings
from assess.errors import AssessError, NotFound, Refused
from assess.workflow.desk import Desk

LEVEL: Final = "Bronze"


class Registered(NamedTuple):
    """A label of the register with its status on a day."""

    label: Label
    status: LabelStatus


def check(desk: Desk, assessment: Assessment, previous: date | None = None) -> LabelCheck:
    """Check eligibility and validity; the previous label comes from the register unless given."""
    case = assessment.case
    if previous and (fault := previous_fault(case.details.interview_date, previous)):
        raise AssessError(f"The previous label cannot be right: {fault}.")
    if previous is None:
        organisation = case.organisation
        previous = previous_until(
            organisation.name,
            organisation.country,
            LEVEL,
            case.details.interview_date,
            labels(desk.store.entries()),
        )
    scores = score(assessment, desk.catalogue)
    verdicts = desk.store.verdicts(case.id)
    return check_label(scores, assessment, desk.catalogue, verdicts, previous)


def verdict(
    desk: Desk, assessment: Assessment, criterion: str, word: VerdictWord, reason: str | None = None
) -> LabelCheck:
    """Record the expert's verdict on a criterion.

    Every verdict but `open` needs a reason; where it disagrees with the number from the interview,
    the reason is demanded with that number.
    """
    known = {one.id for one in desk.catalogue.label.criteria}
    if criterion not in known:
        raise NotFound(f"There is no criterion {criterion!r}; they are {', '.join(sorted(known))}.")
    if stage_of(label_of(desk, assessment)) in (Stage.AWARDED, Stage.REVOKED):
        raise AssessError("The label was awarded on these verdicts; they cannot be changed now.")
    found = next(one for one in check(desk, assessment).eligibility.criteria if one.id == criterion)
    disagrees = word != "open" and found.passes is not None and found.passes != (word == "met")
    if word != "open" and not (reason or "").strip():
        against = f" (the interview says {found.shown})" if disagrees else ""
        raise AssessError(f"Give a reason for the verdict on {criterion}{against}.")
    given = Verdict(
        criterion=criterion,
        verdict=word,
        reason=(reason or "").strip() or None,
        by=desk.name_for(assessment),
        at=desk.now,
    )
    desk.store.add_verdict(assessment.case.id, given, at=desk.now)
    return check(desk, assessment)


def label_of(desk: Desk, assessment: Assessment) -> Label | None:
    """Give what the register says of a case, if anything."""
    mine = [one for one in labels(desk.store.entries()) if one.case == assessment.case.id]
    return mine[0] if mine else None


def status_of(desk: Desk, label: Label) -> LabelStatus:
    """Give the status of a label on the present day."""
    track = same_track(label, labels(desk.store.entries()))
    return status_on(label, desk.today, track, desk.catalogue)


def propose(desk: Desk, assessment: Assessment) -> Entry:
    """Propose the label of a finished, eligible case."""
    _demand_finished(assessment, "proposed")
    if assessment.case.details.impartiality is None:
        raise AssessError(
            "The expert has not declared impartiality for this case; state it in its details first."
        )
    _demand_order(desk, assessment, EntryKind.PROPOSED, desk.today)
    _demand_eligible(check(desk, assessment), "proposed")
    entry = _entry(
        desk, assessment, EntryKind.PROPOSED, on=desk.today, by=desk.name_for(assessment)
    )
    desk.store.add_entry(entry, at=desk.now)
    return entry


def award(
    desk: Desk,
    assessment: Assessment,
    *,
    by: str,
    on: date,
    second: str | None = None,
    serial: str | None = None,
    valid_until: date | None = None,
    previous: date | None = None,
) -> Entry:
    """Record that the label was awarded; an end stated by the issuer wins over the computed one."""
    _demand_finished(assessment, "awarded")
    _demand_order(desk, assessment, EntryKind.AWARDED, on)
    _demand_four_eyes(assessment, by, second)
    found = check(desk, assessment, previous)
    _demand_eligible(found, "awarded")
    if found.validity is None:
        raise AssessError(f"No label can be awarded: {found.reason}.")
    computed = found.validity.valid_until
    warnings = list(found.validity.warnings)
    if valid_until and valid_until != computed:
        warnings.append(f"issued until {valid_until}, computed {computed}: the issued date counts")
    if valid_until and valid_until < found.validity.valid_from:
        raise AssessError(
            f"The label cannot end on {valid_until}, before it begins "
            f"({found.validity.valid_from})."
        )
    if serial:
        warnings += serial_warnings(serial, assessment.case, desk.catalogue)
    entry = _entry(desk, assessment, EntryKind.AWARDED, on=on, by=by).model_copy(
        update={
            "second": second,
            "serial": serial,
            "policy": found.policy,
            "valid_from": found.validity.valid_from,
            "valid_until": valid_until or computed,
            "computed_until": computed,
            "rule": found.validity.rule,
            "warnings": tuple(warnings),
        }
    )
    desk.store.add_entry(entry, at=desk.now)
    return entry


def refuse(
    desk: Desk, assessment: Assessment, *, by: str, on: date, reason: str, second: str | None = None
) -> Entry:
    """Record that the label was refused, and why."""
    _demand_finished(assessment, "refused")
    _demand_four_eyes(assessment, by, second)
    return _decide(desk, assessment, EntryKind.REFUSED, by=by, on=on, reason=reason)


def revoke(desk: Desk, assessment: Assessment, *, by: str, on: date, reason: str) -> Entry:
    """Record that an awarded label was revoked, and why."""
    return _decide(desk, assessment, EntryKind.REVOKED, by=by, on=on, reason=reason)


def registered(desk: Desk, on: date | None = None) -> tuple[Registered, ...]:
    """Give every label with its status on a day, by country and name."""
    known = labels(desk.store.entries())
    day = on or desk.today
    in_order = sorted(known, key=lambda one: (one.country, one.name.casefold(), one.interview_date))
    return tuple(
        Registered(one, status_on(one, day, same_track(one, known), desk.catalogue))
        for one in in_order
    )


def _decide(
    desk: Desk, assessment: Assessment, kind: EntryKind, *, by: str, on: date, reason: str
) -> Entry:
    _demand_order(desk, assessment, kind, on)
    if not reason.strip():
        raise AssessError("Give the reason of the decision.")
    entry = _entry(desk, assessment, kind, on=on, by=by).model_copy(
        update={"reason": reason.strip()}
    )
    desk.store.add_entry(entry, at=desk.now)
    return entry


def _demand_eligible(found: LabelCheck, what: str) -> None:
    if found.policy is None:
        raise AssessError(f"The label cannot be {what}: {found.reason}.")
    if not found.eligibility.eligible:
        raise Refused(
            f"The label cannot be {what}; nothing was recorded.", found.eligibility.reasons
        )


def _demand_finished(assessment: Assessment, what: str) -> None:
    if assessment.case.state is not State.FINISHED:
        raise AssessError(f"The case is not finished; finish it before the label is {what}.")


def _demand_order(desk: Desk, assessment: Assessment, kind: EntryKind, on: date) -> None:
    """Demand that an entry follows what the register holds, on a day that has come."""
    if on > desk.today:
        raise AssessError(f"{on} has not come yet (today is {desk.today}).")
    interview = assessment.case.details.interview_date
    refusal = objection(kind, label_of(desk, assessment), on, interview)
    if refusal:
        raise AssessError(f"The label cannot be {kind.value}: {refusal}.")


def _demand_four_eyes(assessment: Assessment, by: str, second: str | None) -> None:
    expert = assessment.case.details.expert.strip().casefold()
    if by.strip().casefold() == expert and (not second or second.strip().casefold() == expert):
        raise AssessError(
            f"{by} led the interview and cannot decide on it alone; "
            "give a second name (--second NAME)."
        )


def _entry(desk: Desk, assessment: Assessment, kind: EntryKind, *, on: date, by: str) -> Entry:
    case = assessment.case
    return Entry(
        kind=kind,
        case=case.id,
        level=LEVEL,
        name=case.organisation.name,
        country=case.organisation.country,
        portfolio=case.details.portfolio,
        website=case.organisation.website,
        interview_date=case.details.interview_date,
        on=on,
        by=by,
        synthetic=case.synthetic,
        recorded_at=desk.now,
    )
