"""The label of a case: verdicts, proposal, decision, and the register."""

from __future__ import annotations

from datetime import date
from typing import Any

from assess.core.case.assessment import Assessment, Case, State
from assess.core.catalogue.level import LOWEST, Level
from assess.core.catalogue.policy import LabelRules
from assess.core.label.decision import DecisionKind, LabelDecision
from assess.core.label.decision_order import DecisionStage, objection, stage_of
from assess.core.label.eligibility import Verdict, VerdictWord
from assess.core.label.impartiality import impartiality_warnings
from assess.core.label.label_check import LabelCheck, check_label
from assess.core.label.message import LabelMessage
from assess.core.label.serial_number import serial_warnings
from assess.core.label.stated_reason import AskedOfReason, lacking_in
from assess.core.label.validity import follows_warning, previous_fault
from assess.core.register.record import Label, labels
from assess.core.register.register import Register
from assess.core.register.validity_timeline import LabelStatus
from assess.core.scoring.score import score
from assess.core.text.message import Message, message
from assess.core.text.name import same_name
from assess.errors import AssessError, NotFound, Refused
from assess.languages import gettext
from assess.languages.message import say
from assess.languages.months import MONTH_WORDS
from assess.workflow.case.evidence import doubtful
from assess.workflow.case.since_award import since_award
from assess.workflow.desk.desk import Desk
from assess.workflow.label.refusal import impossible, not_eligible, not_finished


def check(
    desk: Desk, assessment: Assessment, previous: date | None = None, *, level: Level = LOWEST
) -> LabelCheck:
    """Check eligibility and validity; the previous label comes from the register unless given."""
    case = assessment.case
    interview = case.details.interview_date
    if previous and (
        fault := previous_fault(
            desk.catalogue_of(assessment.case).label, level, interview, previous
        )
    ):
        raise AssessError(gettext("The previous label cannot be right: {fault}.", fault=say(fault)))
    register = Register(desk.store.register.all(), desk.newest)
    if previous is None:
        label = register.previous(
            case.organisation.name, case.organisation.country, level, interview
        )
        previous = label.valid_until if label else None
    scores = score(assessment, desk.catalogue_of(assessment.case))
    verdicts = desk.store.verdicts.of(case.id)
    found = check_label(
        scores, assessment, desk.catalogue_of(assessment.case), verdicts, previous, level=level
    )
    found = _with_earlier_level(found, register, desk.catalogue_of(case).label, case)
    since = since_award(desk, case)
    if not since or found.validity is None:
        return found
    warnings = (*found.validity.warnings, *since)
    validity = found.validity.model_copy(update={"warnings": warnings})
    return found.model_copy(update={"validity": validity})


def _with_earlier_level(
    found: LabelCheck, register: Register, rules: LabelRules, case: Case
) -> LabelCheck:
    """Warn where a label does not follow another level in the time that is usual."""
    interview = case.details.interview_date
    policy = next((candidate for candidate in rules.policies if candidate.id == found.policy), None)
    if policy is None or policy.follows is None or found.validity is None:
        return found
    organisation, level = case.organisation, policy.follows.level
    label = register.previous(organisation.name, organisation.country, level, interview)
    earlier = (label.interview_date or label.valid_from) if label else None
    warning = follows_warning(policy, interview, earlier)
    if warning is None:
        return found
    validity = found.validity.model_copy(update={"warnings": (*found.validity.warnings, warning)})
    return found.model_copy(update={"validity": validity})


def verdict(
    desk: Desk, assessment: Assessment, criterion: str, word: VerdictWord, reason: str | None = None
) -> LabelCheck:
    """Record the expert's verdict on a criterion.

    Every verdict but `open` needs a reason; where it disagrees with the number from the interview,
    the reason is demanded with that number.
    """
    criteria = desk.catalogue_of(assessment.case).label.criteria
    known = {rule.id: rule for rule in criteria}
    if criterion not in known:
        raise NotFound(
            gettext(
                "There is no criterion {criterion}; the criteria are {value}.",
                criterion=repr(criterion),
                value=", ".join(sorted(known)),
            )
        )
    mine = [
        label for label in labels(desk.store.register.entries()) if label.case == assessment.case.id
    ]
    if any(stage_of(label) in (DecisionStage.AWARDED, DecisionStage.REVOKED) for label in mine):
        raise AssessError(
            gettext("The label was awarded on these verdicts, so they can no longer be changed.")
        )
    found = next(
        checked
        for checked in check(desk, assessment).eligibility.criteria
        if checked.id == criterion
    )
    disagrees = word != "open" and found.passes is not None and found.passes != (word == "met")
    if word != "open" and not (reason or "").strip():
        raise AssessError(_without_reason(criterion, say(found.shown) if disagrees else None))
    if word == "met" and (
        lacking := lacking_in(reason or "", known[criterion].reason_states, MONTH_WORDS)
    ):
        raise AssessError(_reason_lacks(criterion, lacking))
    given = Verdict(
        criterion=criterion,
        verdict=word,
        reason=(reason or "").strip() or None,
        by=desk.name_for(assessment),
        at=desk.now,
    )
    desk.store.verdicts.add(assessment.case.id, [given], at=desk.now)
    return check(desk, assessment)


def label_of(desk: Desk, assessment: Assessment, level: Level = LOWEST) -> Label | None:
    """Give what the register says of a case and level, if anything."""
    key = (assessment.case.id, level)
    known = labels(desk.store.register.entries())
    return next((label for label in known if (label.case, label.level) == key), None)


def status_of(desk: Desk, label: Label) -> LabelStatus:
    """Give the status of a label on the present day."""
    return Register(desk.store.register.all(), desk.newest).status(label, desk.today)


def propose(desk: Desk, assessment: Assessment, *, level: Level = LOWEST) -> LabelDecision:
    """Propose the label of a finished, eligible case."""
    _demand_finished(assessment, DecisionKind.PROPOSED)
    if assessment.case.details.impartiality is None:
        raise AssessError(
            gettext(
                "The expert has not declared impartiality for this case; declare it in "
                "the details first."
            )
        )
    _demand_order(desk, assessment, DecisionKind.PROPOSED, desk.today, level)
    _demand_eligible(check(desk, assessment, level=level), DecisionKind.PROPOSED)
    by = desk.name_for(assessment)
    entry = _entry(desk, assessment, DecisionKind.PROPOSED, level, on=desk.today, by=by)
    entry = entry.model_copy(
        update={"warnings": (*impartiality_warnings(assessment), *_doubts(desk, assessment))}
    )
    desk.store.register.add([entry], at=desk.now)
    return entry


def award(  # noqa: PLR0913  what an award states, each by its name
    desk: Desk,
    assessment: Assessment,
    *,
    by: str,
    on: date,
    second: str | None = None,
    serial: str | None = None,
    valid_until: date | None = None,
    previous: date | None = None,
    level: Level = LOWEST,
) -> LabelDecision:
    """Record that the label was awarded; an end stated by the issuer wins over the computed one."""
    _demand_decided_here(desk, assessment)
    _demand_finished(assessment, DecisionKind.AWARDED)
    _demand_order(desk, assessment, DecisionKind.AWARDED, on, level)
    _demand_four_eyes(assessment, by, second)
    found = check(desk, assessment, previous, level=level)
    _demand_eligible(found, DecisionKind.AWARDED)
    if found.validity is None:
        raise AssessError(
            gettext("No label can be awarded: {reason}.", reason=say(found.reason or ""))
        )
    computed = found.validity.valid_until
    warnings: list[Message] = [*found.validity.warnings, *impartiality_warnings(assessment)]
    warnings += _doubts(desk, assessment)
    if valid_until and valid_until != computed:
        warnings.append(
            message(LabelMessage.ISSUED_OTHERWISE, issued=valid_until, computed=computed)
        )
    if valid_until and valid_until < found.validity.valid_from:
        raise AssessError(
            gettext(
                "The label cannot end on {valid_until}, before it begins ({valid_from}).",
                valid_until=valid_until,
                valid_from=found.validity.valid_from,
            )
        )
    if serial:
        warnings += serial_warnings(serial, assessment.case, desk.catalogue_of(assessment.case))
    entry = _entry(desk, assessment, DecisionKind.AWARDED, level, on=on, by=by).model_copy(
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
    desk.store.register.add([entry], at=desk.now)
    return entry


def refuse(
    desk: Desk,
    assessment: Assessment,
    *,
    by: str,
    on: date,
    reason: str,
    second: str | None = None,
    level: Level = LOWEST,
) -> LabelDecision:
    """Record that the label was refused, with the reason.

    A case that is not eligible need not be proposed before: nobody can propose it.
    """
    _demand_decided_here(desk, assessment)
    _demand_finished(assessment, DecisionKind.REFUSED)
    found = check(desk, assessment, level=level)
    can_be_proposed = found.policy is not None and found.eligibility.eligible
    decided: dict[str, Any] = {"by": by, "on": on, "second": second, "reason": reason}
    decided |= {"unproposed": not can_be_proposed}
    return _decide(desk, assessment, DecisionKind.REFUSED, level, **decided)


def revoke(
    desk: Desk,
    assessment: Assessment,
    *,
    by: str,
    on: date,
    reason: str,
    second: str | None = None,
    level: Level = LOWEST,
) -> LabelDecision:
    """Record that an awarded label was revoked, with the reason."""
    decided = {"by": by, "on": on, "second": second, "reason": reason}
    return _decide(desk, assessment, DecisionKind.REVOKED, level, **decided)


def enter_decided(
    desk: Desk,
    assessment: Assessment,
    kind: DecisionKind,
    level: Level,
    *,
    by: str,
    on: date,
    reason: str | None = None,
) -> LabelDecision | None:
    """Enter what the secretariat's board decided; None: it is in the register already.

    The board judged the criteria, so they are not asked again. Raises AssessError where no validity
    follows, or the decision cannot follow what the register holds.
    """
    label = label_of(desk, assessment, level)
    if label is not None:
        known = label.awarded if kind is DecisionKind.AWARDED else label.refused
        if known is not None and known.on == on and known.by == by:
            return None
    entries = []
    if label is None or label.proposed is None:  # it was proposed at the secretariat
        _demand_order(desk, assessment, DecisionKind.PROPOSED, on, level)
        entries.append(_entry(desk, assessment, DecisionKind.PROPOSED, level, on=on, by=by))
    else:
        _demand_order(desk, assessment, kind, on, level)
    entry = _entry(desk, assessment, kind, level, on=on, by=by)
    entry = entry.model_copy(update={"reason": reason})
    if kind is DecisionKind.AWARDED:
        found = check(desk, assessment, level=level)
        if found.validity is None:
            raise AssessError(
                gettext("No label can be awarded: {reason}.", reason=say(found.reason or ""))
            )
        until = found.validity.valid_until
        entry = entry.model_copy(
            update={
                "policy": found.policy,
                "valid_from": found.validity.valid_from,
                "valid_until": until,
                "computed_until": until,
                "rule": found.validity.rule,
                "warnings": tuple(found.validity.warnings),
            }
        )
    desk.store.register.add([*entries, entry], at=desk.now)
    return entry


def _doubts(desk: Desk, assessment: Assessment) -> tuple[Message, ...]:
    """Say what whoever decides has to know of the evidence: what has changed or is gone."""
    return tuple(fault for faults in doubtful(desk, assessment).values() for fault in faults)


def _decide(
    desk: Desk,
    assessment: Assessment,
    kind: DecisionKind,
    level: Level,
    **decided: Any,
) -> LabelDecision:
    unproposed = decided.get("unproposed", False)
    _demand_order(desk, assessment, kind, decided["on"], level, unproposed=unproposed)
    _demand_four_eyes(assessment, decided["by"], decided["second"])
    reason = decided["reason"].strip()
    if not reason:
        raise AssessError(gettext("Give the reason of the decision."))
    entry = _entry(desk, assessment, kind, level, on=decided["on"], by=decided["by"])
    entry = entry.model_copy(update={"second": decided["second"], "reason": reason})
    desk.store.register.add([entry], at=desk.now)
    return entry


def _reason_lacks(criterion: str, lacking: tuple[AskedOfReason, ...]) -> str:
    if lacking == ("address",):
        return gettext(
            "The reason for {criterion} has to name the address that was looked up, such as "
            "www.example.org.",
            criterion=criterion,
        )
    if lacking == ("day",):
        return gettext(
            "The reason for {criterion} has to name the day of the look-up, such as 2026-11-02.",
            criterion=criterion,
        )
    return gettext(
        "The reason for {criterion} has to name the address and the day of the look-up, such as "
        "www.example.org, 2026-11-02.",
        criterion=criterion,
    )


def _without_reason(criterion: str, interview: str | None) -> str:
    if interview is None:
        return gettext("Give a reason for the verdict on {criterion}.", criterion=criterion)
    return gettext(
        "Give a reason for the verdict on {criterion} (the interview says {shown}).",
        criterion=criterion,
        shown=interview,
    )


def _demand_eligible(found: LabelCheck, kind: DecisionKind) -> None:
    if found.policy is None:
        raise AssessError(impossible(kind, say(found.reason or "")))
    if not found.eligibility.eligible:
        raise Refused(not_eligible(kind), tuple(map(say, found.eligibility.reasons)))


def _demand_decided_here(desk: Desk, assessment: Assessment) -> None:
    """Refuse to decide on a case that was sent: the board at the secretariat decides on it."""
    connection = desk.store.submissions.connection()
    if connection is not None and assessment.case.id in desk.store.submissions.newest():
        raise AssessError(
            gettext(
                "This case was sent to the secretariat, whose board decides on its label; the "
                "inbox tells what it decided."
            )
        )


def _demand_finished(assessment: Assessment, kind: DecisionKind) -> None:
    if assessment.case.state is not State.FINISHED:
        raise AssessError(not_finished(kind))


def _demand_order(
    desk: Desk,
    assessment: Assessment,
    kind: DecisionKind,
    on: date,
    level: Level,
    *,
    unproposed: bool = False,
) -> None:
    """Demand that an entry follows what the register holds, on a day that has come."""
    if on > desk.today:
        raise AssessError(
            gettext("{on} is in the future (today is {today}).", on=on, today=desk.today)
        )
    interview = assessment.case.details.interview_date
    label = label_of(desk, assessment, level)
    refusal = objection(kind, label, on, interview, unproposed=unproposed)
    if refusal:
        raise AssessError(impossible(kind, say(refusal)))


def _demand_four_eyes(assessment: Assessment, by: str, second: str | None) -> None:
    expert = assessment.case.details.expert
    if same_name(by, expert) and (not second or same_name(second, expert)):
        raise AssessError(
            gettext(
                "{by} led the interview and cannot decide on it alone; name a second person "
                "who decides.",
                by=by,
            )
        )


def _entry(
    desk: Desk, assessment: Assessment, kind: DecisionKind, level: Level, *, on: date, by: str
) -> LabelDecision:
    case = assessment.case
    return LabelDecision(
        kind=kind,
        case=case.id,
        level=level,
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
