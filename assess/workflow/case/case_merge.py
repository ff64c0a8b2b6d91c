"""Merging: the answers of a case file, proposed for a case that is here already."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from assess.core.case.answer import Answer, Evidence
from assess.core.case.assessment import Assessment, State
from assess.core.case.history.merge import Merged, merge
from assess.core.case.history.proposal import Proposal, Stance, proposed_by, stance
from assess.core.case.message import CaseMessage
from assess.core.text.message import Day, Message, message
from assess.core.text.name import same_name
from assess.errors import Refused, Way
from assess.exchange.case.case_file import CarriedCase
from assess.languages import gettext, gettext_noop, ngettext
from assess.workflow.case.edition_merge import merged_editions, take_editions
from assess.workflow.case.proposing import propose
from assess.workflow.case.record.continuing import merge_past
from assess.workflow.desk.desk import Desk
from assess.workflow.desk.incoming_file import Arrived, Incoming, Take

DETAILS = {
    "portfolio": gettext_noop(
        "portfolio: {there} in the file, {here} in the database; it stays unchanged"
    ),
    "interview_date": gettext_noop(
        "interview date: {there} in the file, {here} in the database; it stays unchanged"
    ),
    "mode": gettext_noop("mode: {there} in the file, {here} in the database; it stays unchanged"),
    "expert": gettext_noop(
        "expert: {there} in the file, {here} in the database; it stays unchanged"
    ),
    "contact": gettext_noop(
        "contact: {there} in the file, {here} in the database; it stays unchanged"
    ),
    "project_code": gettext_noop(
        "project code: {there} in the file, {here} in the database; it stays unchanged"
    ),
    "asked_in": gettext_noop(
        "asking language: {there} in the file, {here} in the database; it stays unchanged"
    ),
    "pool_consent": gettext_noop(
        "consent to the pool: {there} in the file, {here} in the database; it stays unchanged"
    ),
}
"""What is stated about a case, and how it is said that two copies differ in it."""


def read_for_case(desk: Desk, incoming: Incoming, carried: CarriedCase) -> Take:
    """Take what was read of a case file as proposals for a case that is here."""
    target = _target(desk, incoming, carried)
    case = target.case
    if case.state is State.FINISHED and not _proposes_nothing(desk, carried, target):
        raise Refused(
            gettext(
                "The case {case_id} is finished; reopen it before you import answers.",
                case_id=case.id,
            ),
            (),
        )
    if carried.assessment.case.synthetic and not case.synthetic:
        raise Refused(
            gettext(
                "{path} is synthetic demonstration data; no answer was proposed for a real case.",
                path=incoming.path,
            ),
            (),
        )
    return lambda: _propose(desk, incoming, carried, desk.store.assessment(case.id))


def _target(desk: Desk, incoming: Incoming, carried: CarriedCase) -> Assessment:
    case_id = carried.assessment.case.id
    if incoming.into is not None:
        return incoming.into
    if case_id not in {case.id for case in desk.store.cases.all()}:
        raise Refused(
            gettext(
                "{path} is the case {case_id}, which is not in the database.",
                path=incoming.path,
                case_id=case_id,
            ),
            (),
        ).helped_by(Way.INTO)
    return desk.store.assessment(case_id)


def _proposes_nothing(desk: Desk, carried: CarriedCase, target: Assessment) -> bool:
    """Tell whether a copy proposes nothing: then it may come to a finished case, with editions."""
    if carried.assessment.case.id != target.case.id:
        return False
    theirs = (*carried.history, *carried.assessment.answers.values())
    is_waiting = any(kept.decision is None for kept in carried.proposals)
    return not is_waiting and not merge(desk.store.answers.history(target.case.id), theirs).proposed


def _propose(desk: Desk, incoming: Incoming, carried: CarriedCase, target: Assessment) -> Arrived:
    stated = carried.assessment.case
    theirs = (*carried.history, *carried.assessment.answers.values())
    is_copy = stated.id == target.case.id
    ours = desk.store.answers.history(target.case.id) if is_copy else tuple(target.answers.values())
    merged = merge(ours, theirs)
    offered = tuple(
        proposal.model_copy(update={"evidence": tuple(_held(desk, proposal.evidence))})
        for proposal in _offered(merged, carried, is_copy=is_copy)
    )
    new = propose(desk, target, offered)
    editions = merged_editions(desk, carried, target.case.id)
    take_editions(desk, editions)
    if is_copy:
        merge_past(desk, carried)
    counts = _Counts.of(offered, target, new)
    return Arrived(
        incoming.path,
        target,
        (*_came(merged, counts, is_copy=is_copy), *editions.came),
        (*_left(desk, carried, target, is_copy=is_copy), *editions.left),
    )


def _offered(merged: Merged, carried: CarriedCase, *, is_copy: bool) -> Iterator[Proposal]:
    """Give the proposals, each with who answered it in the copy and when, or from which case."""
    case = carried.assessment.case
    for answer in merged.proposed:
        if is_copy:
            source = _from_copy(answer)
        else:
            source = message(
                CaseMessage.FROM_OTHER_CASE,
                organisation=case.organisation.name,
                day=Day(case.details.interview_date, in_words=True),
            )
        yield from proposed_by([answer], source)
    if is_copy:
        yield from (kept.proposal for kept in carried.proposals if kept.decision is None)


def _from_copy(answer: Answer) -> Message:
    """Say of an answer of another copy who gave it and when, as far as that is known."""
    day = Day(answer.at.date(), in_words=True) if answer.at else None
    if answer.by and day:
        return message(CaseMessage.FROM_COPY_BY_ON, person=answer.by, day=day)
    if answer.by:
        return message(CaseMessage.FROM_COPY_BY, person=answer.by)
    if day:
        return message(CaseMessage.FROM_COPY_ON, day=day)
    return message(CaseMessage.FROM_COPY)


def _held(desk: Desk, evidence: Iterable[Evidence]) -> Iterator[Evidence]:
    """Say of a copied file that it is in the database only where it is in this one."""
    for item in evidence:
        is_here = bool(item.stored and item.sha256 and desk.store.files.get(item.sha256))
        yield item.model_copy(update={"stored": is_here})


class _Counts(NamedTuple):
    blank: int
    differing: int
    equal: int
    """How many say what is here already, although the entries differ."""
    known: int
    """How many were proposed before, and wait or were decided."""

    @classmethod
    def of(cls, offered: Iterable[Proposal], target: Assessment, new: int) -> _Counts:
        stances = [stance(proposal, target) for proposal in offered]
        equal = stances.count(Stance.CONFIRMED)
        return cls(
            stances.count(Stance.BLANK),
            stances.count(Stance.DIFFERS),
            equal,
            len(stances) - equal - new,
        )


def _came(merged: Merged, counts: _Counts, *, is_copy: bool) -> Iterator[str]:
    yield _proposed(counts.blank, counts.differing)
    if counts.known:
        yield ngettext(
            "{count} of them known before",
            "{count} of them known before",
            counts.known,
        )
    if same := merged.same + counts.equal:
        yield ngettext(
            "{count} answer is the same as here", "{count} answers are the same as here", same
        )
    if merged.newer_here and is_copy:
        yield ngettext(
            "{count} answer was changed only here after the copy was made",
            "{count} answers were changed only here after the copy was made",
            merged.newer_here,
        )


def _proposed(blank: int, differing: int) -> str:
    if not blank and not differing:
        return gettext("no answer to propose")
    if not differing:
        return ngettext(
            "{count} proposed answer: {count} for an unanswered question",
            "{count} proposed answers: {count} for unanswered questions",
            blank,
        )
    if not blank:
        return ngettext(
            "{count} proposed answer: {count} that differs",
            "{count} proposed answers: {count} that differ",
            differing,
        )
    total = ngettext("{count} proposed answer", "{count} proposed answers", blank + differing)
    blanks = ngettext(
        "{count} for an unanswered question", "{count} for unanswered questions", blank
    )
    others = ngettext("{count} that differs", "{count} that differ", differing)
    return gettext(
        "{proposals}: {blanks} and {others}", proposals=total, blanks=blanks, others=others
    )


def _left(desk: Desk, carried: CarriedCase, target: Assessment, *, is_copy: bool) -> Iterator[str]:
    """Say what of the file did not come in: nothing of it is lost without a word."""
    stated, case = carried.assessment.case, target.case
    ours, theirs = case.organisation, stated.organisation
    if ours.country != theirs.country or not same_name(ours.name, theirs.name):
        yield gettext(
            "the file belongs to {theirs_name}; its answers are proposed for {ours_name}",
            theirs_name=theirs.name,
            ours_name=ours.name,
        )
    for question, text in carried.drafts.items():
        yield gettext(
            "the file has a text for {question}, but it is not an answer yet, "
            "so it was left out: {text}",
            question=question,
            text=text,
        )
    if not is_copy:
        return
    for name, differing in DETAILS.items():
        here, there = getattr(case.details, name), getattr(stated.details, name)
        if there != here:
            yield gettext(differing, there=_said(there), here=_said(here))
    verdicts = desk.store.verdicts.of(case.id)
    newest = {verdict.criterion: verdict for verdict in carried.verdicts}
    for criterion, verdict in newest.items():
        held = verdicts.get(criterion)
        if held is None or (held.verdict, held.reason) != (verdict.verdict, verdict.reason):
            reason = f" ({verdict.reason})" if verdict.reason else ""
            yield gettext(
                "verdict {criterion}: {there} in the file, {here} in the database; it stays "
                "unchanged",
                criterion=criterion,
                there=f"{verdict.verdict}{reason}",
                here=held.verdict if held else "open",
            )
    own = desk.store.edits.of(case.id)
    for key in {edit.key: edit for edit in carried.edits if own.get(edit.key) != edit}:
        yield gettext(
            "the wording of {key} was edited in the file; it stays unchanged in the database",
            key=key,
        )
    agreed = desk.store.plans.of(case.id)
    for entry in {each.key: each for each in carried.plan}.values():
        if agreed.get(entry.key) != entry:
            yield gettext(
                "the action plan for {key} differs in the file; it stays unchanged in the database",
                key=entry.key,
            )


def _said(value: object) -> str:
    return "nothing" if value is None else str(value)
