"""The award record: one page that states a decision on a label. It is no certificate."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from assess.core.case.assessment import Assessment
from assess.core.catalogue.catalogue import Catalogue
from assess.core.label.decision import LabelDecision
from assess.core.register.record import Label
from assess.core.report.record.code import QrCode
from assess.core.report.record.fact import Fact
from assess.core.report.record.report import Report
from assess.core.text.message import Say
from assess.core.text.value import Value
from assess.core.text.words import MODES, day_text, sentence


class AwardRecord(Value):
    """What was decided on a label, ready to print on one page."""

    language: str = "en"
    title: str = "Award record"
    disclaimer: str
    marks: tuple[str, ...]
    day: date
    """The day of the decision, or of the proposal."""
    decision: str
    """`Awarded`, `Refused`, `Proposed` or `Revoked`."""
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
    software: str = "",
    say: Say,
) -> AwardRecord:
    """Give the award record of a label; without an assessment it holds what the register knows.

    Raises ValueError where nothing was proposed or decided.
    """
    word, entry = _decision(label, say)
    titles = {str(level.id): str(level.full_title) for level in catalogue.label.levels}
    synthetic = label.synthetic or (assessment is not None and assessment.case.synthetic)
    awarded = label.awarded
    return AwardRecord(
        disclaimer=(
            "This page records what was decided and by which rule. It is not the certificate, "
            "which only the issuing body gives."
        ),
        marks=("Synthetic demonstration data",) if synthetic else (),
        day=entry.on,
        decision=word,
        level=label.level,
        full_title=titles.get(label.level, label.level),
        organisation=label.name,
        place=say(catalogue.country_name(label.country)),
        valid_from=day_text(awarded.valid_from) if awarded and awarded.valid_from else "",
        valid_until=day_text(awarded.valid_until) if awarded and awarded.valid_until else "",
        rule=sentence(say(awarded.rule or "")) if awarded else "",
        facts=tuple(_facts(label, entry, word, assessment, catalogue, report, software, say)),
        footer=sentence(str(catalogue.edition.notice)).rstrip("."),
    )


def _decision(label: Label, say: Say) -> tuple[str, LabelDecision]:
    for word, entry in (
        ("Revoked", label.revoked),
        ("Awarded", label.awarded),
        ("Refused", label.refused),
        ("Proposed", label.proposed),
    ):
        if entry is not None:
            return word, entry
    raise ValueError("nothing was proposed or decided for this label")


def _facts(
    label: Label,
    entry: LabelDecision,
    word: str,
    assessment: Assessment | None,
    catalogue: Catalogue,
    report: Report | None,
    software: str,
    say: Say,
) -> Iterator[Fact]:
    yield Fact(label="Comparative portfolio", text=label.portfolio)
    mode = f", {MODES[assessment.case.details.mode]}" if assessment else ""
    if label.interview_date:
        yield Fact(label="Interview", text=f"{day_text(label.interview_date)}{mode}")
    if assessment:
        yield Fact(label="Expert", text=assessment.case.details.expert)
    if label.proposed:
        yield Fact(label="Proposed", text=_by(label.proposed, say))
    if label.awarded:
        yield Fact(label="Awarded", text=_by(label.awarded, say))
    if entry.reason:
        yield Fact(label="Reason", text=entry.reason)
    if label.revoked:
        yield Fact(label="Revoked", text=_by(label.revoked, say))
    if word == "Refused":
        yield Fact(label="Refused", text=_by(entry, say))
    yield from _validity(label, say)
    policies = {policy.id: str(policy.title) for policy in catalogue.label.policies}
    policy = (label.awarded or entry).policy
    if policy:
        yield Fact(
            label="Policy", text=f"{policy}: {policies[policy]}" if policy in policies else policy
        )
    yield Fact(label="Catalogue", text=f"{catalogue.edition.id}: {catalogue.edition.title}")
    serial = label.awarded.serial if label.awarded else None
    yield Fact(label="Serial number", text=serial or "None issued")
    if report is not None:
        number = f"edition {report.edition}" if report.edition else report.status
        yield Fact(label="Report", text=f"{number}, SHA-256 {report.sha256}")
    if software:
        yield Fact(label="Software", text=software)


def _validity(label: Label, say: Say) -> Iterator[Fact]:
    awarded = label.awarded
    if awarded is None:
        return
    if awarded.computed_until and awarded.computed_until != awarded.valid_until:
        text = f"{day_text(awarded.computed_until)}; the end as issued takes its place"
        yield Fact(label="End by the rule", text=text)
    for warning in awarded.warnings:
        yield Fact(label="Notice", text=sentence(say(warning)))


def _by(entry: LabelDecision, say: Say) -> str:
    second = f", second name {entry.second}" if entry.second else ""
    return f"{day_text(entry.on)} by {entry.by}{second}"
