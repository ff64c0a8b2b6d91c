"""Eligibility: each criterion with its number from the interview and the verdict of the expert."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Literal

from assess.core.case.assessment import Assessment, status_of
from assess.core.catalogue.answer_status import Status
from assess.core.catalogue.catalogue import Catalogue
from assess.core.catalogue.policy import Criterion, Policy, Prefill
from assess.core.scoring.score import Score, Scores
from assess.core.text.number_text import show_number
from assess.core.text.value import Said, Value
from assess.core.text.words_of import words_of

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
    title: str
    text: str
    verdict: VerdictWord = "open"
    reason: str | None = None
    by: str | None = None
    value: float | None = None
    """The number from the interview, if the criterion has one."""
    shown: str = ""
    """The number with what it is, or why there is none."""
    passes: bool | None = None
    """Whether the number passes the criterion's test; None: no number."""
    warning: str | None = None


class Eligibility(Value):
    """Whether the criteria are met, and if not, why."""

    criteria_apply: bool
    criteria: tuple[CriterionCheck, ...]
    eligible: bool
    reasons: tuple[str, ...] = ()
    """Why not, one sentence for each criterion that is not met or still open."""


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
    words = {"not_met": "is not met", "open": "is still open"}
    reasons = tuple(
        f"{check.id} {words[check.verdict]}: {check.title}"
        + (f" ({check.reason})" if check.reason else "")
        for check in checks
        if check.verdict != "met"
    )
    return Eligibility(criteria_apply=True, criteria=checks, eligible=not reasons, reasons=reasons)


def check_criterion(
    criterion: Criterion,
    verdict: Verdict | None,
    scores: Scores,
    assessment: Assessment,
    catalogue: Catalogue,
) -> CriterionCheck:
    """Put the number from the interview beside the verdict; warn where they disagree."""
    word: VerdictWord = verdict.verdict if verdict else "open"
    value, shown = (None, "")
    if criterion.prefill:
        value, shown = _prefilled(criterion.prefill, scores, assessment, catalogue)
    passes = criterion.prefill.holds(value) if criterion.prefill and value is not None else None
    warning = None
    if verdict and passes is not None and word != "open" and passes != (word == "met"):
        warning = f"the verdict says {word.replace('_', ' ')}, but the interview says {shown}"
    return CriterionCheck(
        id=criterion.id,
        title=str(criterion.title),
        text=str(criterion.text),
        verdict=word,
        reason=verdict.reason if verdict else None,
        by=verdict.by if verdict else None,
        value=value,
        shown=shown,
        passes=passes,
        warning=warning,
    )


def _prefilled(
    prefill: Prefill, scores: Scores, assessment: Assessment, catalogue: Catalogue
) -> tuple[float | None, str]:
    if prefill.measure is not None:
        owner, _, name = prefill.measure.partition(":")
        measured = scores.get(owner, name)
        if measured is None or measured.number is None:
            return None, f"{prefill.label}: {_none(measured)}"
        shown = show_number(measured.number, measured.decimals)
        return measured.number, f"{prefill.label}: {shown} {prefill.unit}".rstrip()
    return _counted(prefill, assessment, catalogue)


def _none(measured: Score | None) -> str:
    return words_of(measured.shown) if measured else "no value"


def _counted(
    prefill: Prefill, assessment: Assessment, catalogue: Catalogue
) -> tuple[float | None, str]:
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
        return None, f"{prefill.label}: no value ({unknown} of {asked} questions without an answer)"
    return float(count), f"{prefill.label}: {count} {prefill.unit}".rstrip()
