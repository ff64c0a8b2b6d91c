"""Validity: from when until when a label holds, by which rule of which policy."""

from __future__ import annotations

import calendar
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Literal

from assess.core.catalogue.policy import LabelRules, Policy, Term
from assess.core.label.message import LabelMessage
from assess.core.label.rule import first_rule, renewed_from_interview_rule, renewed_rule
from assess.core.text.message import Message, message
from assess.core.text.value import Value


class Validity(Value):
    """From when until when a label would be valid, by which rule."""

    policy: str
    kind: Literal["first", "renewal"]
    valid_from: date
    valid_until: date
    rule: Message
    """The rule with its arithmetic."""
    window_until: date | None = None
    """Until when a later interview counts as a renewal of this label."""
    warnings: tuple[Message, ...] = ()


def add_months(day: date, months: int, *, end_of_month: bool = False) -> date:
    """Give the day so many months later: the same day, or the last one of a shorter month.

    No day is after the last or before the first that a calendar has.
    """
    month = day.year * 12 + day.month - 1 + months
    year, in_year = divmod(month, 12)
    if not date.min.year <= year <= date.max.year:
        return date.min if months < 0 else date.max
    last = calendar.monthrange(year, in_year + 1)[1]
    return date(year, in_year + 1, last if end_of_month else min(day.day, last))


def previous_fault(
    rules: LabelRules, level: str, interview: date, previous: date
) -> Message | None:
    """Say why no label of a level can have been valid until a day when an interview was held.

    None: it can.
    """
    months = rules.longest_months(level, interview)
    latest = add_months(interview, months) + timedelta(days=31)
    if previous <= latest:
        return None
    years, rest = divmod(months, 12)
    if rest:
        return message(
            LabelMessage.PREVIOUS_ENDS_MONTHS_TOO_LATE,
            previous=previous,
            months=months,
            interview=interview,
        )
    return message(
        LabelMessage.PREVIOUS_ENDS_TOO_LATE, previous=previous, years=years, interview=interview
    )


def validity(policy: Policy, interview: date, previous: date | None) -> Validity:
    """Compute the validity of a label from its interview and the end of the previous label."""
    base = _window_end(policy, previous)
    renews = previous is not None and base is not None and interview <= base
    if renews and policy.renewal and previous is not None:
        until = _after(previous, policy.renewal)
        rule = renewed_rule(previous, policy.renewal, until)
    elif previous is not None and not policy.renewal:
        until = _after(interview, policy.first)
        rule = renewed_from_interview_rule(interview, policy.first, until)
        renews = True
    else:
        until = _after(interview, policy.first)
        rule = first_rule(interview, policy.first, until, closed=base)
    starts = interview
    if previous is not None and renews and previous + timedelta(days=1) <= until:
        seamless = previous + timedelta(days=1)
        starts = seamless if policy.renewal else max(seamless, interview)
    return Validity(
        policy=policy.id,
        kind="renewal" if renews else "first",
        valid_from=starts,
        valid_until=until,
        rule=rule,
        window_until=_window_end(policy, until),
        warnings=tuple(_validity_warnings(policy, interview, previous)),
    )


def window_end(rules: LabelRules, level: str, until: date) -> date | None:
    """Give the last day on which an interview renews a label that is valid until a day.

    None where no policy of the level has a window that is open on any day after the end.
    """
    ends = [
        closes
        for policy in rules.policies
        if policy.level == level
        and (closes := _window_end(policy, until))
        and policy.interview_from <= closes
        and (policy.interview_to or date.max) > until
    ]
    return max(ends, default=None)


def listed_span(
    rules: LabelRules, level: str, until: date, listed_on: date
) -> tuple[date, Message]:
    """Give from when at the latest a label was valid of which a list names the end only.

    It is the day that the shortest term of a policy in force then leaves, of a renewal only where
    no first label can end on that day, or the day of the list where that is earlier; with it comes
    the rule.
    """
    of_level = [policy for policy in rules.policies if policy.level == level]
    candidates = [
        (starts, policy.first.months, policy)
        for policy in of_level
        if (starts := _begun(policy, until))
    ] or [
        (starts, policy.renewal.months, policy)
        for policy in of_level
        if policy.renewal and (starts := _renewed(policy, policy.renewal, until))
    ]
    starts, months, policy = max(
        candidates, key=lambda candidate: candidate[0], default=(until, 0, None)
    )
    if listed_on < starts:
        return listed_on, message(LabelMessage.LISTED_BEFORE_TERM, until=until, listed_on=listed_on)
    if policy is None:
        return starts, message(LabelMessage.LISTED_WITHOUT_POLICY, until=until)
    return starts, message(
        LabelMessage.LISTED_WITH_TERM,
        until=until,
        policy=policy.id,
        months=months,
        starts=starts,
    )


def _begun(policy: Policy, until: date) -> date | None:
    """Give the last day of an interview whose first label ends on a day; None: not by this one."""
    starts = add_months(until, -policy.first.months, end_of_month=policy.first.end_of_month)
    if not policy.first.end_of_month and _after(starts + timedelta(days=1), policy.first) == until:
        starts += timedelta(days=1)  # 29 February, whose label ends on the 28th
    held = policy.interview_from <= starts <= (policy.interview_to or date.max)
    return starts if held else None


def _renewed(policy: Policy, term: Term, until: date) -> date | None:
    """Give the end of the label whose renewal ends on a day; None: not by this policy."""
    base = add_months(until, -term.months, end_of_month=term.end_of_month)
    first, last = add_months(base, -policy.first.months), _window_end(policy, base) or base
    held = policy.interview_from <= last and first <= (policy.interview_to or date.max)
    return base if held else None


def _window_end(policy: Policy, previous: date | None) -> date | None:
    return _after(previous, policy.window) if previous and policy.window else None


def _after(day: date, term: Term) -> date:
    return add_months(day, term.months, end_of_month=term.end_of_month)


def _validity_warnings(policy: Policy, interview: date, previous: date | None) -> Iterable[Message]:
    if previous and policy.early_months and interview < add_months(previous, -policy.early_months):
        yield message(LabelMessage.EARLY, months=policy.early_months, previous=previous)


def follows_warning(policy: Policy, interview: date, earlier: date | None) -> Message | None:
    """Say what is unusual about the time since the benchmarking that a label follows.

    `earlier` is its interview; None: no label of the other level is known.
    """
    after = policy.follows
    if after is None:
        return None
    span = {"at_least": after.at_least_months, "at_most": after.at_most_months}
    if earlier is None:
        return message(LabelMessage.NOTHING_FOLLOWED, level=after.level, **span)
    first, last = (
        add_months(earlier, months) for months in (after.at_least_months, after.at_most_months)
    )
    if first <= interview <= last:
        return None
    return message(LabelMessage.FOLLOWED_AT_ODD_TIME, level=after.level, earlier=earlier, **span)
