"""Retention: what has been kept longer than its period; somebody decides what goes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple

from assess.core.case.assessment import State
from assess.core.catalogue.policy import Retention
from assess.core.register.record import labels
from assess.workflow.desk.desk import Desk
from assess.workflow.program.backups import Safe


class DueItem(NamedTuple):
    """Something that was kept longer than its period."""

    rule: Retention
    what: str
    """The id of the case, or the path of the copy."""
    about: str
    """The organisation, with the question where it is about one; empty for a copy."""
    since: date
    due_on: date


def due(desk: Desk, safe: Safe) -> tuple[DueItem, ...]:
    """Give what is due on the present day, the longest due first."""
    rules: dict[str, Retention] = {rule.kind: rule for rule in desk.newest.label.retention}
    found = [
        item
        for item in (*_of_cases(desk, rules), *_of_copies(safe, rules))
        if item.due_on <= desk.today
    ]
    return tuple(sorted(found, key=lambda item: (item.due_on, item.what, item.about)))


def _item(rule: Retention, what: str, about: str, since: date) -> DueItem:
    return DueItem(rule, what, about, since, since + timedelta(days=rule.days))


def _of_cases(desk: Desk, rules: Mapping[str, Retention]) -> Iterator[DueItem]:
    newest = desk.store.erasing.newest_entries()
    typed = desk.store.erasing.drafts()
    for case in desk.store.cases.all():
        name = case.organisation.name
        kind = "finished" if case.state is State.FINISHED else "unfinished"
        since = max(newest.get(case.id, case.created_at), case.created_at).date()
        if kind in rules and not _is_labelled(desk, case.id):
            yield _item(rules[kind], case.id, name, since)
        if "draft" in rules:
            for question, at in typed.get(case.id, ()):
                yield _item(rules["draft"], case.id, f"{name}, {question}", at.date())
        if "proposal" in rules:
            for proposal in desk.store.proposals.undecided(case.id):
                made = (proposal.at or case.created_at).date()
                about = f"{name}, {proposal.question}"
                yield _item(rules["proposal"], case.id, about, made)


def _is_labelled(desk: Desk, case_id: str) -> bool:
    """Tell whether a label of a case is valid on the present day, or will be."""
    return any(
        label.awarded is not None
        and label.ended is None
        and label.valid_until is not None
        and label.valid_until >= desk.today
        for label in labels(desk.store.register.entries_of(case_id))
    )


def _of_copies(safe: Safe, rules: Mapping[str, Retention]) -> Iterator[DueItem]:
    if "copy" not in rules:
        return
    for copy in safe.copies():
        if copy.goes_on is None:
            made = datetime.fromtimestamp(copy.path.stat().st_mtime, UTC).date()
            yield _item(rules["copy"], str(copy.path), "", made)
