"""The label of a case as texts to read: each criterion, the validity, the decision."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from textual.content import Content

from assess.core.text.words import sentence
from assess.languages import gettext, ngettext
from assess.languages.message import say
from assess.tui.frame.text import day_in_words, labelled, one_line, plain
from assess.tui.label.verdict import VERDICTS

if TYPE_CHECKING:
    from datetime import date

    from assess.core.case.assessment import Assessment
    from assess.core.label.decision import LabelDecision
    from assess.core.label.eligibility import CriterionCheck
    from assess.core.label.label_check import LabelCheck
    from assess.core.register.record import Label
    from assess.core.register.validity_timeline import LabelStatus


class LabelAccount(NamedTuple):
    """What is said about one row: in one line, and in full."""

    key: str
    title: str
    line: str
    look: str
    content: Content
    is_row: bool = True
    """False for a criterion, which has a row of its own form."""


def without_notes(found: LabelCheck) -> LabelCheck:
    """Leave out what the expert noted on criteria, as others look at the screen."""
    criteria = tuple(
        criterion.model_copy(update={"reason": None}) for criterion in found.eligibility.criteria
    )
    eligibility = found.eligibility.model_copy(update={"criteria": criteria})
    return found.model_copy(update={"eligibility": eligibility})


def summary(
    found: LabelCheck, label: Label | None, status: LabelStatus | None, assessment: Assessment
) -> Content:
    """Say in a sentence or two how the label stands."""
    if label is not None and status is not None and (label.awarded or label.refused):
        return Content.styled(_standing(label, status), "bold")
    if found.policy is None:
        return Content.styled(_reason(found), "$warning")
    if not found.eligibility.criteria_apply:
        day = day_in_words(assessment.case.details.interview_date)
        return Content(gettext("Interview on {day}: there are no eligibility criteria.", day=day))
    if found.eligibility.eligible:
        is_proposed = label is not None and label.proposed is not None
        said = (
            gettext("All criteria are met. The label is proposed; the decision is open.")
            if is_proposed
            else gettext("All criteria are met. It can be proposed.")
        )
        return Content.styled(said, "bold $accent")
    counts = ", ".join(_counts(found))
    if found.eligibility.is_undecided:
        return Content(_not_judged(found))
    return Content(gettext("Not eligible: {counts}.", counts=counts))


def _not_judged(found: LabelCheck) -> str:
    """Say how many criteria nobody has judged yet; none of the others is not met."""
    verdicts = [criterion.verdict for criterion in found.eligibility.criteria]
    left, met = verdicts.count("open"), verdicts.count("met")
    said = ngettext(
        "Not judged yet: {count} criterion is open.",
        "Not judged yet: {count} criteria are open.",
        left,
    )
    if not met:
        return said
    others = ngettext("{count} criterion is met.", "{count} criteria are met.", met)
    return f"{said} {others}"


def _standing(label: Label, status: LabelStatus) -> str:
    word = say(status.words)
    if label.valid_until is None:
        return gettext("{level} label: {status}.", level=label.level, status=word)
    return gettext(
        "{level} label: {status} (until {day}).",
        level=label.level,
        status=word,
        day=day_in_words(label.valid_until),
    )


def _counts(found: LabelCheck) -> Iterator[str]:
    """Say how many criteria have which verdict."""
    verdicts = Counter(criterion.verdict for criterion in found.eligibility.criteria)
    if count := verdicts["met"]:
        yield ngettext("{count} met", "{count} met", count)
    if count := verdicts["not_met"]:
        yield ngettext("{count} not met", "{count} not met", count)
    if count := verdicts["open"]:
        yield ngettext("{count} not judged", "{count} not judged", count)


def _reason(found: LabelCheck) -> str:
    """Say why there is no policy or no validity."""
    return sentence(say(found.reason or ""))


def account_of(
    found: LabelCheck,
    label: Label | None,
    status: LabelStatus | None,
    *,
    policy: str | None,
    interest: str,
    is_previous_typed: bool,
) -> Iterator[LabelAccount]:
    """Give an account for each criterion and for each line about validity and decision."""
    for criterion in found.eligibility.criteria:
        yield LabelAccount(
            criterion.id, say(criterion.title), "", "", _criterion(criterion), is_row=False
        )
    text, title = policy or _reason(found), gettext("Policy")
    yield LabelAccount("policy", title, text, "", _lines((title, text)))
    name = gettext("Impartiality")
    yield LabelAccount("impartiality", name, interest, "", _lines((name, interest)))
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
        shown = gettext("From the interview: {shown}", shown=say(criterion.shown))
        lines.append(plain(shown, "$accent"))
    lines.append(plain(_verdict(criterion)))
    if criterion.warning:
        lines.append(plain(f"! {sentence(say(criterion.warning))}", "$warning"))
    return Content("\n").join(lines)


def _verdict(criterion: CriterionCheck) -> str:
    """Say the verdict, why, and whose it is."""
    verdict, reason, by = VERDICTS[criterion.verdict], criterion.reason, criterion.by
    if reason and by:
        said = gettext(
            "Verdict: {verdict} – {reason} ({by})", verdict=verdict, reason=reason, by=by
        )
    elif reason:
        said = gettext("Verdict: {verdict} – {reason}", verdict=verdict, reason=reason)
    elif by:
        said = gettext("Verdict: {verdict} ({by})", verdict=verdict, by=by)
    else:
        said = gettext("Verdict: {verdict}", verdict=verdict)
    return said


def _previous(found: LabelCheck, *, is_typed: bool) -> LabelAccount:
    if found.previous is None:
        line = gettext("none known")
    elif is_typed:
        line = gettext("until {day}, as typed", day=day_in_words(found.previous))
    else:
        line = gettext("until {day}, from the register", day=day_in_words(found.previous))
    title = gettext("Previous label")
    return LabelAccount("previous", title, line, "", _lines((title, line)))


def _validity(found: LabelCheck) -> LabelAccount:
    if found.validity is None:
        text = _reason(found)
        lines = _lines((gettext("Validity"), text))
        return LabelAccount("validity", gettext("Computed validity"), text, "warning", lines)
    span = _span(found.validity.valid_from, found.validity.valid_until)
    rows = [
        (gettext("If awarded, valid"), span),
        (gettext("Rule"), say(found.validity.rule)),
    ]
    if found.validity.window_until:
        last = day_in_words(found.validity.window_until)
        rows.append((gettext("Last day for a renewal interview"), last))
    rows += [("!", say(warning)) for warning in found.validity.warnings]
    look = "warning" if found.validity.warnings else ""
    return LabelAccount("validity", gettext("Computed validity"), span, look, _lines(*rows))


def _proposal(found: LabelCheck, label: Label | None) -> LabelAccount:
    title = gettext("Proposal")
    if label is not None and label.proposed is not None:
        line = _signed(label.proposed)
        return LabelAccount("proposal", title, line, "", _lines((gettext("Proposed"), line)))
    if found.eligibility.eligible:
        line = gettext("not yet; it can be proposed")
        return LabelAccount("proposal", title, line, "quiet", _lines((title, line)))
    reasons = [("", sentence(say(reason))) for reason in found.eligibility.reasons]
    content = _lines((gettext("Not proposed, because"), ""), *reasons)
    line = (
        ngettext(
            "not yet: {count} criterion is not met or not judged",
            "not yet: {count} criteria are not met or not judged",
            len(reasons),
        )
        if reasons
        else gettext("not possible")
    )
    if found.eligibility.is_undecided:
        line = _not_judged(found)
    return LabelAccount("proposal", title, line, "quiet", content)


def _decision(label: Label | None, status: LabelStatus | None) -> LabelAccount:
    rows: list[tuple[str, str]] = []
    line = gettext("none yet")
    if label is not None and label.awarded is not None:
        line = _awarded(label.awarded)
        rows += [(gettext("Awarded"), _signed(label.awarded)), *_particulars(label.awarded)]
    if label is not None and label.refused is not None:
        line = _refused(label.refused)
        rows += [(gettext("Refused"), _signed(label.refused)), *_particulars(label.refused)]
    if label is not None and label.revoked is not None:
        line = _revoked(label.revoked)
        rows += [(gettext("Revoked"), _signed(label.revoked)), *_particulars(label.revoked)]
    if status is not None:
        rows.append((gettext("Status today"), say(status.words)))
    title = gettext("Decision")
    return LabelAccount("decision", title, line, "", _lines(*rows or [(title, line)]))


def _particulars(entry: LabelDecision) -> Iterator[tuple[str, str]]:
    if entry.valid_from and entry.valid_until:
        yield gettext("Valid"), _span(entry.valid_from, entry.valid_until)
    for head, text in (
        (gettext("Rule"), entry.rule),
        (gettext("Serial"), entry.serial),
        (gettext("Reason"), entry.reason),
    ):
        if text:
            yield head, say(text)
    for warning in entry.warnings:
        yield "!", say(warning)


def _span(first: date, last: date) -> str:
    return gettext(
        "{first_day} to {last_day}", first_day=day_in_words(first), last_day=day_in_words(last)
    )


def _signed(entry: LabelDecision) -> str:
    day = day_in_words(entry.on)
    if entry.second:
        said = gettext("{day}, by {by} and {second}", day=day, by=entry.by, second=entry.second)
    else:
        said = gettext("{day}, by {by}", day=day, by=entry.by)
    return one_line(said)


def _awarded(entry: LabelDecision) -> str:
    day, by, second = day_in_words(entry.on), entry.by, entry.second
    if second:
        said = gettext("awarded {day}, by {by} and {second}", day=day, by=by, second=second)
    else:
        said = gettext("awarded {day}, by {by}", day=day, by=by)
    return one_line(said)


def _refused(entry: LabelDecision) -> str:
    day, by, second = day_in_words(entry.on), entry.by, entry.second
    if second:
        said = gettext("refused {day}, by {by} and {second}", day=day, by=by, second=second)
    else:
        said = gettext("refused {day}, by {by}", day=day, by=by)
    return one_line(said)


def _revoked(entry: LabelDecision) -> str:
    day, by, second = day_in_words(entry.on), entry.by, entry.second
    if second:
        said = gettext("revoked {day}, by {by} and {second}", day=day, by=by, second=second)
    else:
        said = gettext("revoked {day}, by {by}", day=day, by=by)
    return one_line(said)


def _lines(*rows: tuple[str, str]) -> Content:
    """Give rows of a label and a text; one without a text is a heading, `!` marks a warning."""
    return Content("\n").join(_line(head, text) for head, text in rows)


def _line(head: str, text: str) -> Content:
    if not text:
        return Content.styled(head, "$text-muted")
    if head in ("", "!"):
        return Content.assemble(
            (f"{head} ", "$text-muted"), plain(text, "$warning" if head else "")
        )
    return labelled(head, plain(text))
