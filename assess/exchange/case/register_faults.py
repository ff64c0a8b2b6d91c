"""What may be wrong with the register entries of a case file: an award follows from the case."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime
from typing import TypeVar

from assess.core.case.assessment import State
from assess.core.case.value_form import address_fault
from assess.core.catalogue.catalogue import Catalogue
from assess.core.catalogue.policy import LabelRules, Policy
from assess.core.label.decision import DecisionKind, LabelDecision
from assess.core.label.decision_order import objection
from assess.core.label.validity import previous_fault, validity
from assess.core.register.record import labels
from assess.core.text.name import earlier_key, same_name
from assess.exchange.case.case_file_fields import FieldFault, FileEntry, Formed, brief, fault
from assess.languages import gettext
from assess.languages.message import say

T = TypeVar("T")

_PREVIOUS = re.compile(r"previous label until (\d{4}-\d{2}-\d{2})")


def register_faults(file: Formed, catalogue: Catalogue) -> Iterator[FieldFault]:
    """Give what in the register entries is not of this case, not in order or does not follow."""
    ordered = _order_faults(file)
    settled = _settled(file.entries)
    for index, entry in file.entries.items():
        found = [
            *_of_another_case(entry, file, decided=index in settled),
            *ordered.get(index, ()),
            *(_award_faults(entry, file, catalogue) if entry.kind is DecisionKind.AWARDED else ()),
        ]
        for text in found:
            yield fault("register", index, f"register[{index}].{text}")


def _settled(entries: Mapping[int, LabelDecision]) -> set[int]:
    """Give the entries that a refusal ended: the case may have changed its name since then."""
    found: set[int] = set()
    for index, entry in entries.items():
        if entry.kind is DecisionKind.REFUSED:
            found |= {
                position
                for position, decision in entries.items()
                if position <= index and decision.level == entry.level
            }
    return found


def _of_another_case(entry: LabelDecision, file: Formed, *, decided: bool) -> Iterator[str]:
    case, organisation = file.case, file.organisation
    if case and entry.case != case.id:
        yield gettext(
            "{field}: {case} is not the id of this case", field="case", case=brief(entry.case)
        )
    if case and entry.synthetic != case.synthetic:
        yield gettext("{field}: it differs from the case", field="synthetic")
    if organisation and not decided:
        if not _is_named(entry.name, organisation.name):
            yield gettext(
                "{field}: {name} is not the name of the organisation",
                field="name",
                name=brief(entry.name),
            )
        if entry.country != organisation.country:
            yield gettext(
                "{field}: {country} is not the country of the organisation",
                field="country",
                country=brief(entry.country),
            )
    if case and not decided:
        if entry.portfolio != case.portfolio:
            yield gettext(
                "{field}: {portfolio} is not the portfolio of the case",
                field="portfolio",
                portfolio=brief(entry.portfolio),
            )
        if entry.interview_date != case.interview_date:
            yield gettext(
                "{field}: {stated} differs from that of the case ({day})",
                field="interview_date",
                stated=entry.interview_date,
                day=case.interview_date,
            )
    wrong = address_fault(entry.website) if entry.website else None
    if wrong:
        yield gettext("{field}: {fault}", field="website", fault=say(wrong))


def _is_named(name: str, organisation: str) -> bool:
    """Tell whether a name is that of an organisation, also by the rule of earlier versions."""
    return same_name(name, organisation) or earlier_key(name) == earlier_key(organisation)


def _order_faults(file: Formed) -> dict[int, list[str]]:
    """Say which entries cannot follow those before; a wrong one accuses no other."""
    found: dict[int, list[str]] = {}
    rounds: dict[str, list[LabelDecision]] = {}
    for position, (index, entry) in enumerate(file.entries.items()):
        if index != position:  # one before has not the right form, so the order is not known
            break
        before = rounds.setdefault(entry.level, [])
        label = next((known for known in labels(before) if known.case == entry.case), None)
        wrong = objection(entry.kind, label, entry.on, entry.interview_date, unproposed=True)
        if before and before[-1].case != entry.case:
            wrong = None  # said already: it is of another case
        if wrong:
            found[index] = [
                gettext(
                    "{field}: {kind}, but {objection}",
                    field="kind",
                    kind=entry.kind.value,
                    objection=say(wrong),
                )
            ]
        if entry.kind is DecisionKind.PROPOSED:
            before.clear()
        before.append(entry)
    return found


def _award_faults(entry: FileEntry, file: Formed, catalogue: Catalogue) -> Iterator[str]:
    if not _was_finished(file, entry.recorded_at):
        yield gettext("{field}: awarded, but the case is not finished", field="kind")
    policy = catalogue.label.policy_for(entry.level, entry.interview_date)
    if policy is None:
        yield gettext(
            "{field}: there is no policy for {level} and an interview on {day}",
            field="policy",
            level=entry.level,
            day=entry.interview_date,
        )
        return
    if entry.policy != policy.id:
        yield _other_policy(entry, policy)
    if policy.criteria_apply:
        for criterion in catalogue.label.criteria:
            words = [
                (verdict.verdict, verdict.at)
                for verdict in file.verdicts.values()
                if verdict.criterion == criterion.id
            ]
            said_then = _at(entry.recorded_at, words) or ["open"]
            if "met" not in said_then:
                yield _not_met(criterion.id, said_then[-1])
    yield from _span_faults(entry, policy, catalogue.label)


def _other_policy(entry: FileEntry, policy: Policy) -> str:
    if not entry.policy:
        return gettext(
            "{field}: it is missing; for an interview on {day} it is {policy}",
            field="policy",
            day=entry.interview_date,
            policy=policy.id,
        )
    return gettext(
        "{field}: {stated}; for an interview on {day} it is {policy}",
        field="policy",
        stated=brief(entry.policy),
        day=entry.interview_date,
        policy=policy.id,
    )


def _not_met(criterion: str, verdict: str) -> str:
    if verdict == "not_met":
        return gettext(
            "{field}: awarded, but the verdict on {criterion} is not met",
            field="kind",
            criterion=criterion,
        )
    return gettext(
        "{field}: awarded, but the verdict on {criterion} is open",
        field="kind",
        criterion=criterion,
    )


def _was_finished(file: Formed, moment: datetime | None) -> bool:
    changes = [(change.state, change.at) for change in file.states.values()]
    if changes:
        return State.FINISHED in _at(moment, changes)
    return file.case is None or file.case.state is State.FINISHED


def _at(moment: datetime | None, said: Iterable[tuple[T, datetime | None]]) -> list[T]:
    """Give what held at a moment: the newest before it, and whatever was said at that moment."""
    held: list[T] = []
    for value, at in said:
        if moment is None or at is None or _in_zone(at) < _in_zone(moment):
            held = [value]
        elif _in_zone(at) == _in_zone(moment):
            held.append(value)
    return held


def _in_zone(moment: datetime) -> datetime:
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _span_faults(entry: FileEntry, policy: Policy, rules: LabelRules) -> Iterator[str]:
    """Reckon the validity again, with the previous label that the entry's rule names."""
    starts, until, computed = entry.valid_from, entry.valid_until, entry.computed_until
    for name in ("valid_from", "valid_until", "computed_until"):
        if getattr(entry, name) is None:
            yield gettext("{field}: an award needs this day", field=name)
    if starts is None or until is None or computed is None:
        return
    try:
        previous, wrong = _previous(entry, rules)
        reckoned = validity(policy, entry.interview_date, previous)
    except (ValueError, OverflowError):
        yield gettext("{field}: it contains a day that is outside the calendar", field="rule")
        return
    if wrong:
        yield gettext("{field}: {fault}", field="rule", fault=wrong)
    if computed != reckoned.valid_until:
        yield gettext(
            "{field}: {day} differs from the day by the rule ({computed})",
            field="computed_until",
            day=computed,
            computed=reckoned.valid_until,
        )
    if until < starts:
        yield gettext(
            "{field}: {until} is before {other} ({starts})",
            field="valid_until",
            until=until,
            other="valid_from",
            starts=starts,
        )
    same = starts == reckoned.valid_from or (
        policy.renewal is None and starts > reckoned.valid_from
    )
    if not same:
        yield gettext(
            "{field}: {day} differs from the day by the rule ({computed})",
            field="valid_from",
            day=starts,
            computed=reckoned.valid_from,
        )
    said = any(str(until) in warning and str(computed) in warning for warning in entry.warnings)
    if until != computed and not said:
        yield (
            gettext(
                "{field}: {until} differs from the computed end ({computed}), and no "
                "warning of the entry says so",
                field="valid_until",
                until=until,
                computed=computed,
            )
        )


def _previous(entry: FileEntry, rules: LabelRules) -> tuple[date | None, str | None]:
    named = _PREVIOUS.search(entry.rule or "")
    if named is None:
        return None, None
    previous = date.fromisoformat(named[1])
    wrong = previous_fault(rules, entry.level, entry.interview_date, previous)
    return previous, say(wrong) if wrong else None
