"""The label on the summary pages: what was decided, until when it holds by which rule, and why."""

from __future__ import annotations

from collections.abc import Iterator

from assess.core.catalogue.catalogue import Catalogue
from assess.core.label.decision import LabelDecision
from assess.core.label.eligibility import CriterionCheck
from assess.core.label.label_check import LabelCheck
from assess.core.register.record import Label
from assess.core.report.record.annex import CriterionInFull
from assess.core.report.record.board import CriterionLine, LabelResult
from assess.core.report.record.fact import Fact
from assess.core.text.message import Message, Say
from assess.core.text.words import day_text, sentence, shortened

VERDICTS = {"met": "met", "not_met": "not met", "open": "open"}

MOST = 5
"""At most so many reasons are spelled out on the summary pages; the annex has all of them."""

REMARK_LENGTH = 70
"""At most two lines of the table; the reasons stand whole further on."""
SENTENCE_LENGTH = 260


def label_result(
    check: LabelCheck, decision: Label | None, catalogue: Catalogue, say: Say
) -> LabelResult:
    """Say what came of the label: decision, validity with its arithmetic, criteria."""
    titles = {str(level.id): str(level.full_title) for level in catalogue.label.levels}
    sentences = _sentences(check, decision, MOST, say)
    criteria = check.eligibility.criteria if check.eligibility.criteria_apply else ()
    warnings = _warnings(check, decision)
    return LabelResult(
        title=titles.get(check.level, check.level),
        headline=_headline(check, decision, say),
        sentences=tuple(shortened(text, SENTENCE_LENGTH) for text in sentences),
        warnings=tuple(
            shortened(sentence(say(warning)), SENTENCE_LENGTH) for warning in warnings[:3]
        ),
        criteria=tuple(
            CriterionLine(
                id=criterion.id,
                title=say(criterion.title),
                verdict=VERDICTS[criterion.verdict],
                remark=shortened(
                    say(criterion.warning or criterion.shown or criterion.reason or ""),
                    REMARK_LENGTH,
                ),
                met=criterion.verdict == "met",
            )
            for criterion in criteria
        ),
    )


def label_in_full(check: LabelCheck, decision: Label | None, say: Say) -> tuple[str, ...]:
    """Say everything that came of the label, each sentence whole."""
    warnings = (sentence(f"Notice: {say(warning)}") for warning in _warnings(check, decision))
    return (*_sentences(check, decision, len(check.eligibility.reasons), say), *warnings)


def eligibility_in_full(check: LabelCheck, say: Say) -> tuple[CriterionInFull, ...]:
    """Give every criterion with its verdict and all its reasons, whole."""
    if not check.eligibility.criteria_apply:
        return ()
    return tuple(
        CriterionInFull(
            id=criterion.id,
            title=say(criterion.title),
            text=say(criterion.text),
            verdict=VERDICTS[criterion.verdict],
            met=criterion.verdict == "met",
            remarks=tuple(_remarks(criterion, say)),
        )
        for criterion in check.eligibility.criteria
    )


def _remarks(criterion: CriterionCheck, say: Say) -> Iterator[Fact]:
    if criterion.reason:
        yield Fact(
            label=f"Reason given by {criterion.by}" if criterion.by else "Reason",
            text=criterion.reason,
        )
    if criterion.shown:
        yield Fact(label="From the interview", text=say(criterion.shown))
    if criterion.warning:
        yield Fact(label="Notice", text=say(criterion.warning))


def _sentences(check: LabelCheck, decision: Label | None, most: int, say: Say) -> list[str]:
    """Say what was decided or what stands against it, with at most so many reasons."""
    said = list(_decision(decision, say)) if decision else ["No decision is recorded."]
    if decision is None or not (decision.awarded or decision.refused):
        said += _outlook(check, most, say)
    if not check.eligibility.criteria_apply and check.policy:
        said.append(f"The policy {check.policy} asks for no eligibility criteria.")
    return [text for text in said if text]


def _warnings(check: LabelCheck, decision: Label | None) -> tuple[Message | str, ...]:
    if decision and decision.awarded:
        return decision.awarded.warnings
    return check.validity.warnings if check.validity else ()


def _headline(check: LabelCheck, decision: Label | None, say: Say) -> str:
    if decision is not None:
        if decision.awarded and decision.revoked:
            return "Awarded, later revoked"
        if decision.awarded:
            return "Awarded"
        if decision.refused:
            return "Not awarded"
        if decision.proposed:
            return "Proposed; the decision is pending"
    if check.policy is None:
        return "No label"
    if check.eligibility.eligible:
        return "Eligible; not proposed yet"
    return "Not eligible as it stands"


def _decision(decision: Label, say: Say) -> Iterator[str]:
    if decision.proposed and not (decision.awarded or decision.refused):
        yield _by("Proposed", decision.proposed, say)
    if decision.awarded:
        entry = decision.awarded
        yield _by("Awarded", entry, say)
        if entry.valid_from and entry.valid_until:
            yield f"Valid from {day_text(entry.valid_from)} until {day_text(entry.valid_until)}."
        if entry.rule:
            yield sentence(f"Rule: {say(entry.rule)}")
        if entry.computed_until and entry.computed_until != entry.valid_until:
            yield f"The end is as issued; the rule gives {day_text(entry.computed_until)}."
        if entry.serial:
            yield f"Serial number {entry.serial}."
    if decision.refused:
        yield _by("Refused", decision.refused, say)
        yield sentence(f"Reason: {decision.refused.reason}") if decision.refused.reason else ""
    if decision.revoked:
        yield _by("Revoked", decision.revoked, say)
        yield sentence(f"Reason: {decision.revoked.reason}") if decision.revoked.reason else ""


def _by(word: str, entry: LabelDecision, say: Say) -> str:
    second = f", with {entry.second} as the second name" if entry.second else ""
    return f"{word} on {day_text(entry.on)} by {entry.by}{second}."


def _outlook(check: LabelCheck, most: int, say: Say) -> Iterator[str]:
    if check.reason:
        yield sentence(say(check.reason))
    if not check.eligibility.eligible:
        yield from (sentence(say(reason)) for reason in check.eligibility.reasons[:most])
        more = len(check.eligibility.reasons) - most
        if more > 0:
            yield f"So {'is' if more == 1 else 'are'} {more} more."
    elif check.validity:
        yield (
            f"If awarded, it would be valid from {day_text(check.validity.valid_from)} until "
            f"{day_text(check.validity.valid_until)}."
        )
        yield sentence(f"Rule: {say(check.validity.rule)}")
