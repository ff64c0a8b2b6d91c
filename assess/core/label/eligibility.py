"""Eligibility: each criterion with its number from the interview and the verdict of the expert."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Literal

from assess.core.case.assessment import Assessment, status_of
from assess.core.catalogue.answer_status import Status
from assess.core.catalogue.catalogue import Catalogue
from assess.core.catalogue.policy import Criterion, Policy, Prefill
from assess.core.label.message import LabelMessage
from assess.core.scoring.score import Scores
from assess.core.text.message import CountedUnit, Message, Number, Text, message
from assess.core.text.value import Said, Value, Wording

VerdictWord = Literal["met", "not_met", "open"]


class Verdict(Value):
    """What the expert says of one criterion; the newest one counts."""

    criterion: Said
    verdict: VerdictWord
    reason: str | None = None
    by: str | None = None
    at: datetime | None = None


class CriterionCheck(Value):
    """One criterion with the number from the interview, the verdict and what is to be noticed."""

    id: str
    title: Wording
    text: Wording
    verdict: VerdictWord = "open"
    reason: str | None = None
    by: str | None = None
    value: float | None = None
    """The number from the interview, if the criterion has one."""
    shown: Text = ""
    """The number with what it is, or why there is none."""
    evidence: Text = ""
    """The number with its unit only, or why there is none."""
    passes: bool | None = None
    """Whether the number passes the criterion's test; None: no number."""
    warning: Message | None = None


class Eligibility(Value):
    """Whether the criteria are met, and if not, why."""

    criteria_apply: bool
    criteria: tuple[CriterionCheck, ...]
    eligible: bool
    reasons: tuple[Message, ...] = ()
    """Why not, one sentence for each criterion that is not met or still open."""

    @property
    def is_undecided(self) -> bool:
        """Whether no criterion is found not to be met, and some are not judged: unknown, not no."""
        verdicts = {criterion.verdict for criterion in self.criteria}
        return self.criteria_apply and "open" in verdicts and "not_met" not in verdicts


def check_eligibility(
    policy: Policy | None,
    scores: Scores,
    assessment: Assessment,
    catalogue: Catalogue,
    verdicts: Mapping[str, Verdict],
) -> Eligibility:
    """Check every criterion of the catalogue, and whether the policy asks for them."""
    checks = tuple(
        check_criterion(criterion, verdicts.get(criterion.id), scores, assessment, catalogue)
        for criterion in catalogue.label.criteria
    )
    if policy is None or not policy.criteria_apply:
        return Eligibility(criteria_apply=False, criteria=checks, eligible=policy is not None)
    reasons = tuple(_reason(check) for check in checks if check.verdict != "met")
    return Eligibility(criteria_apply=True, criteria=checks, eligible=not reasons, reasons=reasons)


def _reason(check: CriterionCheck) -> Message:
    is_open = check.verdict == "open"
    if check.reason:
        return message(
            LabelMessage.CRITERION_OPEN_BECAUSE
            if is_open
            else LabelMessage.CRITERION_NOT_MET_BECAUSE,
            criterion=check.id,
            title=check.title,
            reason=check.reason,
        )
    return message(
        LabelMessage.CRITERION_OPEN if is_open else LabelMessage.CRITERION_NOT_MET,
        criterion=check.id,
        title=check.title,
    )


def check_criterion(
    criterion: Criterion,
    verdict: Verdict | None,
    scores: Scores,
    assessment: Assessment,
    catalogue: Catalogue,
) -> CriterionCheck:
    """Put the number from the interview beside the verdict; warn where they disagree."""
    word: VerdictWord = verdict.verdict if verdict else "open"
    value, passes, warning = None, None, None
    evidence: Text = ""
    shown: Text = ""
    if criterion.prefill:
        value, evidence = _prefilled(criterion.prefill, scores, assessment, catalogue)
        shown = message(LabelMessage.SHOWN, label=criterion.prefill.label, evidence=evidence)
        passes = criterion.prefill.holds(value) if value is not None else None
        if verdict and passes is not None and word != "open" and passes != (word == "met"):
            warning = message(
                LabelMessage.MET_AGAINST_INTERVIEW
                if word == "met"
                else LabelMessage.NOT_MET_AGAINST_INTERVIEW,
                shown=shown,
            )
    return CriterionCheck(
        id=criterion.id,
        title=criterion.title,
        text=criterion.text,
        verdict=word,
        reason=verdict.reason if verdict else None,
        by=verdict.by if verdict else None,
        value=value,
        shown=shown,
        evidence=evidence,
        passes=passes,
        warning=warning,
    )


def _prefilled(
    prefill: Prefill, scores: Scores, assessment: Assessment, catalogue: Catalogue
) -> tuple[float | None, Text]:
    if prefill.measure is not None:
        owner, _, name = prefill.measure.partition(":")
        measured = scores.get(owner, name)
        if measured is None or measured.number is None:
            return None, measured.shown if measured else message(LabelMessage.NO_VALUE)
        number = Number(measured.number, measured.decimals)
        return measured.number, _in_unit(number, prefill)
    return _counted(prefill, assessment, catalogue)


def _in_unit(number: Number | int, prefill: Prefill) -> Message:
    if not prefill.unit:
        return message(LabelMessage.NUMBER, number=number)
    exact = round(number.number, number.decimals) if isinstance(number, Number) else number
    unit = CountedUnit(prefill.unit, exact)
    return message(LabelMessage.NUMBER_IN_UNIT, number=number, unit=unit)


def _counted(
    prefill: Prefill, assessment: Assessment, catalogue: Catalogue
) -> tuple[float | None, Text]:
    """Count items at or above a level; a number only where a field was answered at all."""
    count, unknown = 0, 0
    for reference in prefill.count_of or ():
        name, _, part = reference.partition(".")
        question = catalogue.questions[name]
        levels = assessment.value(name)
        if status_of(question, assessment, catalogue) is not Status.ANSWERED or not isinstance(
            levels, dict
        ):
            unknown += 1
            continue
        count += sum(
            isinstance(level, int | float) and level >= prefill.level
            for item, level in levels.items()
            if part in ("*", item)
        )
    asked = len(prefill.count_of or ())
    if unknown == asked or (unknown and not prefill.holds(count)):
        return None, message(LabelMessage.NO_VALUE_FOR_UNANSWERED, unanswered=unknown, count=asked)
    return float(count), _in_unit(count, prefill)
