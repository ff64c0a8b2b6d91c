"""What is said of a label: the check of its criteria, and what was decided."""

from __future__ import annotations

from collections.abc import Iterator

from assess.cli.command.output import plain, remark, say, wrapped
from assess.core.case.assessment import Assessment
from assess.core.label.decision import DecisionKind, LabelDecision
from assess.core.label.eligibility import CriterionCheck, Eligibility
from assess.core.label.impartiality import interest_text
from assess.core.label.label_check import LabelCheck
from assess.core.label.validity import Validity
from assess.languages import gettext, ngettext, pgettext
from assess.languages.message import say as spoken


def say_check(found: LabelCheck, assessment: Assessment) -> None:
    """Say what the check of a label found."""
    say(plain(assessment.case.organisation.name))
    say(
        gettext("{level} label · policy {policy}", level=found.level, policy=found.policy)
        if found.policy
        else gettext("{level} label · no policy", level=found.level)
    )
    say(spoken(interest_text(assessment)))
    if found.reason:
        say(gettext("No label: {reason}.", reason=spoken(found.reason)))
    say()
    if found.eligibility.criteria_apply:
        for criterion in found.eligibility.criteria:
            say_criterion(criterion)
        say()
        for line in _verdict_lines(found.eligibility):
            say(line)
    else:
        say(gettext("An interview on that day needs no eligibility."))
    if found.validity:
        _say_days(found.validity)
        say(wrapped(spoken(found.validity.rule), 2))
        for warning in found.validity.warnings:
            remark(gettext("Please note: {warning}.", warning=spoken(warning)))


def _verdict_lines(eligibility: Eligibility) -> Iterator[str]:
    """Say what the verdicts come to: what is not judged is never said not to be met."""
    verdicts = [criterion.verdict for criterion in eligibility.criteria]
    left, failed = verdicts.count("open"), verdicts.count("not_met")
    if eligibility.eligible:
        yield gettext("Eligible: all criteria are met")
    if failed:
        yield ngettext(
            "Not eligible: {count} criterion is not met",
            "Not eligible: {count} criteria are not met",
            failed,
        )
    if left:
        yield ngettext(
            "Not judged yet: {count} criterion is open",
            "Not judged yet: {count} criteria are open",
            left,
        )


def _say_days(validity: Validity) -> None:
    """Say the first and the last day, one below the other."""
    first = gettext("An award would be valid from {day}", day=validity.valid_from)
    last = gettext("until {day}", day=validity.valid_until)
    say(f"\n{first}\n{last:>{len(first)}}")


def say_criterion(criterion: CriterionCheck) -> None:
    """Say how one criterion stands, with what it rests on."""
    word = _verdict_word(criterion)
    say(wrapped(spoken(criterion.title), 14, first=f"{criterion.id:<4}{word:<10}"))
    lines = []
    if criterion.shown:
        lines.append(gettext("Interview: {answer}", answer=spoken(criterion.shown)))
    if criterion.reason:
        lines.append(gettext("Reason: {reason}", reason=spoken(criterion.reason)))
    if criterion.warning:
        lines.append(gettext("Please check: {warning}", warning=spoken(criterion.warning)))
    for line in lines:
        say(wrapped(line, 16, first=" " * 14))


def _verdict_word(criterion: CriterionCheck) -> str:
    if criterion.verdict == "open":
        return pgettext("criterion", "open")
    return gettext("met") if criterion.verdict == "met" else gettext("not met")


def say_decision(entry: LabelDecision) -> None:
    """Say what was decided, and from when until when a label is valid."""
    say(_decided(entry))
    if entry.valid_until:
        say(
            gettext(
                "Valid from {first_day} until {last_day}",
                first_day=str(entry.valid_from),
                last_day=entry.valid_until,
            )
        )
    if entry.rule:
        say(wrapped(spoken(entry.rule), 2))
    for warning in entry.warnings:
        remark(gettext("Please note: {warning}.", warning=spoken(warning)))


def _decided(entry: LabelDecision) -> str:
    level, day, person, name = entry.level, entry.on, entry.by, plain(entry.name)
    match entry.kind:
        case DecisionKind.PROPOSED:
            return gettext(
                "{level} label proposed on {day} by {person}: {organisation}",
                level=level,
                day=day,
                person=person,
                organisation=name,
            )
        case DecisionKind.AWARDED:
            return gettext(
                "{level} label awarded on {day} by {person}: {organisation}",
                level=level,
                day=day,
                person=person,
                organisation=name,
            )
        case DecisionKind.REFUSED:
            return gettext(
                "{level} label refused on {day} by {person}: {organisation}",
                level=level,
                day=day,
                person=person,
                organisation=name,
            )
        case DecisionKind.REVOKED:
            return gettext(
                "{level} label revoked on {day} by {person}: {organisation}",
                level=level,
                day=day,
                person=person,
                organisation=name,
            )
