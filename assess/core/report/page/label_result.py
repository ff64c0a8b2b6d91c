"""The label on the summary pages: what was decided, until when it holds by which rule, and why."""

from __future__ import annotations

from collections.abc import Iterator

from assess.core.catalogue.catalogue import Catalogue
from assess.core.label.decision import LabelDecision
from assess.core.label.eligibility import CriterionCheck
from assess.core.label.label_check import LabelCheck
from assess.core.register.record import Label
from assess.core.report.page.message import ReportPageMessage
from assess.core.report.record.annex import CriterionInFull
from assess.core.report.record.board import CriterionLine, LabelResult
from assess.core.report.record.fact import Fact
from assess.core.text.message import Day, Message, Say, message
from assess.core.text.words import sentence, shortened

VERDICTS = {
    "met": ReportPageMessage.MET,
    "not_met": ReportPageMessage.NOT_MET,
    "open": ReportPageMessage.OPEN,
}

_BY = {
    "proposed": (ReportPageMessage.PROPOSED_BY, ReportPageMessage.PROPOSED_BY_TWO),
    "awarded": (ReportPageMessage.AWARDED_BY, ReportPageMessage.AWARDED_BY_TWO),
    "refused": (ReportPageMessage.REFUSED_BY, ReportPageMessage.REFUSED_BY_TWO),
    "revoked": (ReportPageMessage.REVOKED_BY, ReportPageMessage.REVOKED_BY_TWO),
}
"""Who decided what on which day: alone, and with a second name."""

MOST = 5
"""At most so many reasons are spelled out on the summary pages; the annex has all of them."""

REMARK_LENGTH = 110
"""So much of what a person wrote stands in the table; the reasons stand whole further on."""
SENTENCE_LENGTH = 260


def label_result(
    check: LabelCheck, decision: Label | None, catalogue: Catalogue, say: Say
) -> LabelResult:
    """Say what came of the label: decision, validity with its arithmetic, criteria."""
    titles = {str(level.id): say(level.full_title) for level in catalogue.label.levels}
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
                verdict=say(message(VERDICTS[criterion.verdict])),
                remark=_remark(criterion, say),
                met=criterion.verdict == "met",
            )
            for criterion in criteria
        ),
    )


def _remark(criterion: CriterionCheck, say: Say) -> str:
    """Give what the program says whole: a cut would take a number in one language only."""
    if said := say(criterion.warning or criterion.shown):
        return said
    return shortened(criterion.reason or "", REMARK_LENGTH)


def label_in_full(check: LabelCheck, decision: Label | None, say: Say) -> tuple[str, ...]:
    """Say everything that came of the label, each sentence whole."""
    warnings = (
        sentence(say(message(ReportPageMessage.NOTICE_SAYING, notice=warning)))
        for warning in _warnings(check, decision)
    )
    return (*_sentences(check, decision, len(check.eligibility.reasons), say), *warnings)


def eligibility_in_full(check: LabelCheck, say: Say) -> tuple[CriterionInFull, ...]:
    """Give every criterion with its verdict and all its reasons, whole.

    One that nobody has judged or said anything of is in the table of the summary only.
    """
    if not check.eligibility.criteria_apply:
        return ()
    return tuple(
        CriterionInFull(
            id=criterion.id,
            title=say(criterion.title),
            text=say(criterion.text),
            verdict=say(message(VERDICTS[criterion.verdict])),
            met=criterion.verdict == "met",
            remarks=tuple(_remarks(criterion, say)),
        )
        for criterion in check.eligibility.criteria
        if criterion.verdict != "open" or criterion.reason or criterion.warning
    )


def _remarks(criterion: CriterionCheck, say: Say) -> Iterator[Fact]:
    if criterion.reason:
        given = (
            message(ReportPageMessage.REASON_BY, expert=criterion.by)
            if criterion.by
            else message(ReportPageMessage.REASON)
        )
        yield Fact(label=say(given), text=say(criterion.reason))
    if criterion.shown:
        yield Fact(label=say(message(ReportPageMessage.FROM_INTERVIEW)), text=say(criterion.shown))
    if criterion.warning:
        yield Fact(label=say(message(ReportPageMessage.NOTICE)), text=say(criterion.warning))


def _sentences(check: LabelCheck, decision: Label | None, most: int, say: Say) -> list[str]:
    """Say what was decided or what stands against it, with at most so many reasons."""
    said = (
        list(_decision(decision, say))
        if decision
        else [say(message(ReportPageMessage.NO_DECISION))]
    )
    if decision is None or not (decision.awarded or decision.refused):
        said += _outlook(check, most, say)
    if not check.eligibility.criteria_apply and check.policy:
        said.append(say(message(ReportPageMessage.NO_CRITERIA, policy=check.policy)))
    return [text for text in said if text]


def _warnings(check: LabelCheck, decision: Label | None) -> tuple[Message | str, ...]:
    if decision and decision.awarded:
        return decision.awarded.warnings
    return check.validity.warnings if check.validity else ()


def _headline(check: LabelCheck, decision: Label | None, say: Say) -> str:
    state = label_state(check, decision)
    if state is ReportPageMessage.NOT_JUDGED:
        verdicts = [criterion.verdict for criterion in check.eligibility.criteria]
        return say(message(state, count=verdicts.count("open")))
    return say(message(state))


def label_state(check: LabelCheck, decision: Label | None) -> ReportPageMessage:
    """Give the headline for what came of the label, as its code."""
    if decision is not None:
        if decision.awarded and decision.revoked:
            return ReportPageMessage.LABEL_REVOKED
        if decision.awarded:
            return ReportPageMessage.LABEL_AWARDED
        if decision.refused:
            return ReportPageMessage.LABEL_REFUSED
        if decision.proposed:
            return ReportPageMessage.LABEL_PROPOSED
    if check.policy is None:
        return ReportPageMessage.NO_LABEL
    if check.eligibility.eligible:
        return ReportPageMessage.ELIGIBLE
    if check.eligibility.is_undecided:
        return ReportPageMessage.NOT_JUDGED
    return ReportPageMessage.NOT_ELIGIBLE


def _decision(decision: Label, say: Say) -> Iterator[str]:
    if decision.proposed and not (decision.awarded or decision.refused):
        yield _by("proposed", decision.proposed, say)
    if decision.awarded:
        entry = decision.awarded
        yield _by("awarded", entry, say)
        if entry.valid_from and entry.valid_until:
            yield say(
                message(
                    ReportPageMessage.VALID_FROM_UNTIL,
                    first=Day(entry.valid_from, in_words=True),
                    last=Day(entry.valid_until, in_words=True),
                )
            )
        if entry.rule:
            yield sentence(say(message(ReportPageMessage.RULE_SAYING, rule=entry.rule)))
        if entry.computed_until and entry.computed_until != entry.valid_until:
            day = Day(entry.computed_until, in_words=True)
            yield say(message(ReportPageMessage.END_AS_ISSUED, day=day))
        if entry.serial:
            yield say(message(ReportPageMessage.SERIAL_NUMBER_SAYING, number=entry.serial))
    if decision.refused:
        yield _by("refused", decision.refused, say)
        yield _reason(decision.refused, say)
    if decision.revoked:
        yield _by("revoked", decision.revoked, say)
        yield _reason(decision.revoked, say)


def _reason(entry: LabelDecision, say: Say) -> str:
    if not entry.reason:
        return ""
    return sentence(say(message(ReportPageMessage.REASON_SAYING, reason=entry.reason)))


def _by(what: str, entry: LabelDecision, say: Say) -> str:
    alone, with_second = _BY[what]
    day = Day(entry.on, in_words=True)
    if not entry.second:
        return say(message(alone, day=day, name=entry.by))
    return say(message(with_second, day=day, name=entry.by, second=entry.second))


def _outlook(check: LabelCheck, most: int, say: Say) -> Iterator[str]:
    if check.reason:
        yield sentence(say(check.reason))
    if not check.eligibility.eligible:
        yield from (sentence(say(reason)) for reason in check.eligibility.reasons[:most])
        more = len(check.eligibility.reasons) - most
        if more > 0:
            yield say(message(ReportPageMessage.MORE_REASONS, count=more))
    elif check.validity:
        yield say(
            message(
                ReportPageMessage.IF_AWARDED,
                first=Day(check.validity.valid_from, in_words=True),
                last=Day(check.validity.valid_until, in_words=True),
            )
        )
        yield sentence(say(message(ReportPageMessage.RULE_SAYING, rule=check.validity.rule)))
