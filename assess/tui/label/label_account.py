"""The label of a case as texts to read: each criterion, the validity, the decision."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from textual.content import Content

from assess.core.text.words import day_text, sentence
from assess.languages import gettext
from assess.languages.message import say
from assess.tui.frame.text import one_line, plain

if TYPE_CHECKING:
    from assess.core.case.assessment import Assessment
    from assess.core.label.decision import LabelDecision
    from assess.core.label.eligibility import CriterionCheck
    from assess.core.label.label_check import LabelCheck
    from assess.core.register.record import Label
    from assess.core.register.validity_timeline import LabelStatus

_WORDS = {
    "met": ("✓ met", "accent"),
    "not_met": ("✗ not met", "strong"),
    "open": ("? open", "quiet"),
}


class LabelAccount(NamedTuple):
    """What is said about one row: in one line, and in full."""

    key: str
    title: str
    line: str
    look: str
    content: Content
    is_row: bool = True
    """False for a criterion, which has a row of its own form."""


def verdict_words(criterion: CriterionCheck) -> tuple[str, str]:
    """Give the verdict with its sign, marked where it disagrees with the number."""
    word, look = _WORDS[criterion.verdict]
    return (f"{word} !", "warning") if criterion.warning else (word, look)


def summary(
    found: LabelCheck, label: Label | None, status: LabelStatus | None, assessment: Assessment
) -> Content:
    """Say in a sentence or two how the label stands."""
    day = assessment.case.details.interview_date
    if label is not None and status is not None and (label.awarded or label.refused):
        word = status.value.replace("_", " ")
        until = (
            gettext(" (until {valid_until})", valid_until=day_text(label.valid_until))
            if label.valid_until
            else ""
        )
        return Content.styled(
            gettext("{level} label: {word}{until}.", level=label.level, word=word, until=until),
            "bold",
        )
    if found.policy is None:
        return Content.styled(sentence(say(found.reason or "")), "$warning")
    if not found.eligibility.criteria_apply:
        return Content(
            gettext("Interview on {day}: no criteria of eligibility apply.", day=day_text(day))
        )
    if found.eligibility.eligible:
        proposed = label is not None and label.proposed is not None
        left = (
            gettext("It is proposed; the decision is open.")
            if proposed
            else gettext("It can be proposed.")
        )
        return Content.styled(gettext("All criteria are met. {left}", left=left), "bold $accent")
    words = [criterion.verdict for criterion in found.eligibility.criteria]
    counts = [
        f"{words.count(word)} {shown}"
        for word, shown in (("met", "met"), ("not_met", gettext("not met")), ("open", "open"))
        if word in words
    ]
    return Content(gettext("Not eligible yet: {counts}.", counts=", ".join(counts)))


def account_of(
    found: LabelCheck,
    label: Label | None,
    status: LabelStatus | None,
    *,
    policy: str | None,
    is_previous_typed: bool,
) -> Iterator[LabelAccount]:
    """Give an account for each criterion and for each line about validity and decision."""
    for criterion in found.eligibility.criteria:
        yield LabelAccount(
            criterion.id, say(criterion.title), "", "", _criterion(criterion), is_row=False
        )
    text = policy or sentence(say(found.reason or ""))
    yield LabelAccount("policy", "Policy", text, "", _lines(("Policy", text)))
    yield _previous(found, is_typed=is_previous_typed)
    yield _validity(found)
    yield _proposal(found, label)
    yield _decision(label, status)


def _criterion(criterion: CriterionCheck) -> Content:
    lines = [
        Content.styled(f"{criterion.id}  {say(criterion.title)}", "bold"),
        plain(say(criterion.text)),
    ]
    if criterion.shown:
        lines.append(
            plain(gettext("From the interview: {shown}", shown=say(criterion.shown)), "$accent")
        )
    said = criterion.verdict.replace("_", " ")
    reason = f" – {criterion.reason}" if criterion.reason else ""
    by = f" ({criterion.by})" if criterion.by else ""
    lines.append(plain(gettext("Verdict: {said}{reason}{by}", said=said, reason=reason, by=by)))
    if criterion.warning:
        lines.append(plain(f"! {sentence(say(criterion.warning))}", "$warning"))
    return Content("\n").join(lines)


def _previous(found: LabelCheck, *, is_typed: bool) -> LabelAccount:
    if found.previous is None:
        line = gettext("none known (v: type one)")
    else:
        line = gettext(
            "until {previous}, {part}",
            previous=day_text(found.previous),
            part="as typed" if is_typed else "from the register",
        )
    return LabelAccount(
        "previous", gettext("Previous label"), line, "", _lines((gettext("Previous label"), line))
    )


def _validity(found: LabelCheck) -> LabelAccount:
    if found.validity is None:
        text = sentence(say(found.reason or ""))
        return LabelAccount(
            "validity", gettext("Computed validity"), text, "warning", _lines(("Validity", text))
        )
    span = gettext(
        "{valid_from} to {valid_until}",
        valid_from=day_text(found.validity.valid_from),
        valid_until=day_text(found.validity.valid_until),
    )
    rows = [(gettext("If awarded, valid"), span), ("Rule", say(found.validity.rule))]
    if found.validity.window_until:
        rows.append(
            (gettext("Renewable up to an interview on"), day_text(found.validity.window_until))
        )
    rows += [("!", say(warning)) for warning in found.validity.warnings]
    look = "warning" if found.validity.warnings else ""
    return LabelAccount("validity", gettext("Computed validity"), span, look, _lines(*rows))


def _proposal(found: LabelCheck, label: Label | None) -> LabelAccount:
    if label is not None and label.proposed is not None:
        line = _signed(label.proposed)
        return LabelAccount("proposal", "Proposal", line, "", _lines(("Proposed", line)))
    if found.eligibility.eligible:
        line = gettext("not yet; p proposes it")
        return LabelAccount("proposal", "Proposal", line, "quiet", _lines(("Proposal", line)))
    reasons = [("", sentence(say(reason))) for reason in found.eligibility.reasons]
    content = _lines((gettext("Not proposed, because"), ""), *reasons)
    noun = gettext("criterion is") if len(reasons) == 1 else gettext("criteria are")
    line = (
        gettext("not yet: {count} {noun} not met or open", count=len(reasons), noun=noun)
        if reasons
        else gettext("not possible")
    )
    return LabelAccount("proposal", "Proposal", line, "quiet", content)


def _decision(label: Label | None, status: LabelStatus | None) -> LabelAccount:
    rows: list[tuple[str, str]] = []
    line = gettext("none yet")
    if label is not None:
        for word, entry in (
            ("Awarded", label.awarded),
            ("Refused", label.refused),
            ("Revoked", label.revoked),
        ):
            if entry is not None:
                line = f"{word.lower()} {_signed(entry)}"
                rows.append((word, _signed(entry)))
                rows += _particulars(entry)
    if status is not None:
        rows.append((gettext("Status today"), status.value.replace("_", " ")))
    return LabelAccount("decision", "Decision", line, "", _lines(*rows or [("Decision", line)]))


def _particulars(entry: LabelDecision) -> Iterator[tuple[str, str]]:
    if entry.valid_from and entry.valid_until:
        yield (
            "Valid",
            gettext(
                "{valid_from} to {valid_until}",
                valid_from=day_text(entry.valid_from),
                valid_until=day_text(entry.valid_until),
            ),
        )
    for head, text in (("Rule", entry.rule), ("Serial", entry.serial), ("Reason", entry.reason)):
        if text:
            yield head, say(text)
    for warning in entry.warnings:
        yield "!", say(warning)


def _signed(entry: LabelDecision) -> str:
    second = gettext(" and {second}", second=entry.second) if entry.second else ""
    return one_line(
        gettext("{on}, by {by}{second}", on=day_text(entry.on), by=entry.by, second=second)
    )


def _lines(*rows: tuple[str, str]) -> Content:
    return Content("\n").join(
        Content.assemble(
            (f"{head}{': ' if head not in ('', '!') else ' '}" if text else head, "$text-muted"),
            plain(text, "$warning" if head == "!" else ""),
        )
        for head, text in rows
    )
