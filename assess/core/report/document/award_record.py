"""The award record: one page that states a decision on a label. It is no certificate."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from assess.core.case.assessment import Assessment
from assess.core.catalogue.catalogue import Catalogue
from assess.core.label.decision import LabelDecision
from assess.core.label.impartiality import interest_text
from assess.core.register.record import Label
from assess.core.report.document.message import ReportDocumentMessage
from assess.core.report.record.code import QrCode
from assess.core.report.record.edition import printed_head
from assess.core.report.record.fact import Fact
from assess.core.report.record.message import ReportRecordMessage
from assess.core.report.record.report import Report
from assess.core.report.sentence.interview import interview_text
from assess.core.text.message import Day, Message, MessageValue, Say, Sentence, message
from assess.core.text.text_message import TextMessage
from assess.core.text.value import Value
from assess.core.text.words import sentence


class AwardRecord(Value):
    """What was decided on a label, ready to print on one page."""

    language: str = "en"
    title: str
    disclaimer: str
    marks: tuple[str, ...]
    day: date
    """The day of the decision, or of the proposal."""
    decision: str
    """What was decided last, or proposed, in one word."""
    level: str
    full_title: str
    organisation: str
    place: str
    valid_from: str
    valid_until: str
    rule: str
    facts: tuple[Fact, ...]
    code: QrCode | None = None
    """Leads to the page of the label, where the address of the public register is known."""
    footer: str


def award_record(
    label: Label,
    assessment: Assessment | None,
    catalogue: Catalogue,
    *,
    report: Report | None = None,
    since: Sequence[Message] = (),
    software: str = "",
    language: str = "en",
    say: Say,
) -> AwardRecord:
    """Give the award record of a label; without an assessment it holds what the register knows.

    `language` is the code of the language in which `say` says it; `since` is what was done to the
    case after the award. Raises ValueError where nothing was proposed or decided.
    """
    word, entry = _decision(label)
    titles = {str(level.id): level.full_title for level in catalogue.label.levels}
    synthetic = label.synthetic or (assessment is not None and assessment.case.synthetic)
    awarded = label.awarded
    return AwardRecord(
        language=language,
        title=say(message(ReportDocumentMessage.AWARD_TITLE)),
        disclaimer=say(message(ReportDocumentMessage.AWARD_IS_NO_CERTIFICATE)),
        marks=(say(message(ReportDocumentMessage.SYNTHETIC)),) if synthetic else (),
        day=entry.on,
        decision=say(message(word)),
        level=label.level,
        full_title=say(titles.get(label.level, label.level)),
        organisation=label.name,
        place=say(catalogue.country_name(label.country)),
        valid_from=say(Day(awarded.valid_from, in_words=True))
        if awarded and awarded.valid_from
        else "",
        valid_until=say(Day(awarded.valid_until, in_words=True))
        if awarded and awarded.valid_until
        else "",
        rule=say(Sentence(awarded.rule or "")) if awarded else "",
        facts=(
            *(
                Fact(
                    label=say(message(ReportDocumentMessage.SINCE_AWARD)), text=say(Sentence(text))
                )
                for text in since
            ),
            *_facts(label, entry, word, assessment, catalogue, report, software, say),
        ),
        footer=sentence(say(catalogue.edition.notice)).rstrip("."),
    )


def with_head(record: AwardRecord, head: str, say: Say) -> AwardRecord:
    """State the head of the record of the case, with which that can be compared later."""
    label = say(message(ReportRecordMessage.RECORD_HEAD))
    fact = Fact(label=label, text=printed_head(head))
    return record.model_copy(update={"facts": (*record.facts, fact)})


def _decision(label: Label) -> tuple[ReportDocumentMessage, LabelDecision]:
    for word, entry in (
        (ReportDocumentMessage.REVOKED, label.revoked),
        (ReportDocumentMessage.AWARDED, label.awarded),
        (ReportDocumentMessage.REFUSED, label.refused),
        (ReportDocumentMessage.PROPOSED, label.proposed),
    ):
        if entry is not None:
            return word, entry
    raise ValueError("nothing was proposed or decided for this label")


def _facts(
    label: Label,
    entry: LabelDecision,
    word: ReportDocumentMessage,
    assessment: Assessment | None,
    catalogue: Catalogue,
    report: Report | None,
    software: str,
    say: Say,
) -> Iterator[Fact]:
    def fact(label: ReportDocumentMessage, text: MessageValue) -> Fact:
        return Fact(label=say(message(label)), text=say(text))

    yield fact(ReportDocumentMessage.PORTFOLIO, label.portfolio)
    if label.interview_date:
        mode = assessment.case.details.mode if assessment else None
        yield fact(ReportDocumentMessage.INTERVIEW, interview_text(label.interview_date, mode))
    if assessment:
        yield fact(ReportDocumentMessage.EXPERT, assessment.case.details.expert)
        interest = Sentence(interest_text(assessment))
        yield fact(ReportDocumentMessage.IMPARTIALITY, interest)
    if label.proposed:
        yield fact(ReportDocumentMessage.PROPOSED, _by(label.proposed))
    if label.awarded:
        yield fact(ReportDocumentMessage.AWARDED, _by(label.awarded))
    if entry.reason:
        yield fact(ReportDocumentMessage.REASON, entry.reason)
    if label.revoked:
        yield fact(ReportDocumentMessage.REVOKED, _by(label.revoked))
    if word is ReportDocumentMessage.REFUSED:
        yield fact(ReportDocumentMessage.REFUSED, _by(entry))
    for head, text in _validity(label):
        yield fact(head, text)
    yield from _origin(label, entry, catalogue, report, software, say)


def _origin(
    label: Label,
    entry: LabelDecision,
    catalogue: Catalogue,
    report: Report | None,
    software: str,
    say: Say,
) -> Iterator[Fact]:
    """Say by which policy and catalogue it was decided, on which report, and what wrote it."""

    def fact(label: ReportDocumentMessage, text: MessageValue) -> Fact:
        return Fact(label=say(message(label)), text=say(text))

    policies = {policy.id: policy.title for policy in catalogue.label.policies}
    policy = (label.awarded or entry).policy
    if policy:
        title: MessageValue = policy
        if policy in policies:
            title = message(TextMessage.LABELLED, label=policy, text=policies[policy])
        yield fact(ReportDocumentMessage.POLICY, title)
    edition = catalogue.edition
    named = message(TextMessage.LABELLED, label=edition.id, text=edition.title)
    yield fact(ReportDocumentMessage.CATALOGUE, named)
    serial = label.awarded.serial if label.awarded else None
    yield fact(
        ReportDocumentMessage.SERIAL_NUMBER,
        serial or message(ReportDocumentMessage.NO_SERIAL_NUMBER),
    )
    if report is not None:
        yield fact(ReportDocumentMessage.REPORT, _report(report))
    if software:
        yield fact(ReportDocumentMessage.SOFTWARE, software)


def _report(report: Report) -> Message:
    if report.edition:
        return message(
            ReportDocumentMessage.REPORT_EDITION, number=report.edition, digest=report.sha256
        )
    return message(ReportDocumentMessage.REPORT_DRAFT, digest=report.sha256)


def _validity(label: Label) -> Iterator[tuple[ReportDocumentMessage, MessageValue]]:
    awarded = label.awarded
    if awarded is None:
        return
    if awarded.computed_until and awarded.computed_until != awarded.valid_until:
        yield (
            ReportDocumentMessage.RULE_END,
            message(
                ReportDocumentMessage.RULE_END_REPLACED,
                day=Day(awarded.computed_until, in_words=True),
            ),
        )
    for warning in awarded.warnings:
        yield ReportDocumentMessage.NOTICE, Sentence(warning)


def _by(entry: LabelDecision) -> Message:
    day = Day(entry.on, in_words=True)
    if entry.second:
        return message(
            ReportDocumentMessage.DECIDED_BY_TWO, day=day, name=entry.by, second=entry.second
        )
    return message(ReportDocumentMessage.DECIDED_BY, day=day, name=entry.by)
