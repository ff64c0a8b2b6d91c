"""Open points: what is still missing, doubtful or to be done in a case, worst first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from enum import StrEnum

from assess.core.case.assessment import Assessment, is_relevant
from assess.core.case.checking import check_answer, check_value
from assess.core.case.history.proposal import Proposal, Stance, open_proposals, stance
from assess.core.case.history.side_by_side import said_in_brief
from assess.core.case.message import CaseMessage
from assess.core.catalogue.answer_status import Status
from assess.core.catalogue.catalogue import Catalogue
from assess.core.catalogue.question import Question
from assess.core.text.message import Message, Text, message
from assess.core.text.value import Value


class PointKind(StrEnum):
    """The kinds of open points, worst first."""

    CONTRADICTION = "contradiction"
    UNFINISHED = "unfinished"
    EVIDENCE = "evidence"
    PARTICIPANTS = "participants"
    ASKED = "asked"
    WARNING = "warning"
    PROPOSED = "proposed"
    FOLLOW_UP = "follow_up"
    MISSING = "missing"
    FLAG = "flag"
    REASONED = "reasoned"
    NOTE = "note"


BLOCKING = frozenset({PointKind.CONTRADICTION, PointKind.UNFINISHED, PointKind.MISSING})
"""Kinds that keep a case from being finished; the others are only counted."""


class OpenPoint(Value):
    """One thing to look at, and where."""

    kind: PointKind
    indicator: str
    number: int
    question: str
    text: Text


def open_points(
    assessment: Assessment,
    catalogue: Catalogue,
    drafts: Mapping[str, str] | None = None,
    proposals: Iterable[Proposal] = (),
    doubtful: Mapping[str, Iterable[Text]] | None = None,
    surveyed: Mapping[str, Iterable[Text]] | None = None,
    asked: Mapping[str, Iterable[Text]] | None = None,
) -> tuple[OpenPoint, ...]:
    """Give every open point of a case, worst first, then in the order of the interview.

    Of the `proposals` those count that wait for a decision. `doubtful` says of questions what of
    their evidence has changed or is gone, `surveyed` where participants judge otherwise, and
    `asked` what the secretariat asks.
    """
    waiting = open_proposals(proposals, assessment)
    found = [
        OpenPoint(
            kind=kind,
            indicator=indicator.id,
            number=indicator.number,
            question=question.name,
            text=text,
        )
        for indicator in catalogue.asked
        for question in indicator.questions
        if is_relevant(question, assessment, catalogue)
        for kind, text in (
            *_points(question, assessment, catalogue, drafts or {}),
            *_proposed(question, waiting.get(question.name, ()), assessment, catalogue),
            *((PointKind.EVIDENCE, text) for text in (doubtful or {}).get(question.name, ())),
            *((PointKind.PARTICIPANTS, text) for text in (surveyed or {}).get(question.name, ())),
            *((PointKind.ASKED, text) for text in (asked or {}).get(question.name, ())),
        )
    ]
    order = list(PointKind)
    return tuple(sorted(found, key=lambda point: order.index(point.kind)))


def without_notes(points: Iterable[OpenPoint]) -> tuple[OpenPoint, ...]:
    """Give open points as others may see them: that there is a note, and not what it says."""
    return tuple(
        point.model_copy(update={"text": message(CaseMessage.HAS_NOTE)})
        if point.kind is PointKind.NOTE
        else point
        for point in points
    )


def _proposed(
    question: Question,
    waiting: Iterable[Proposal],
    assessment: Assessment,
    catalogue: Catalogue,
) -> Iterator[tuple[PointKind, Text]]:
    for proposal in waiting:
        is_blank = stance(proposal, assessment) is Stance.BLANK
        yield (
            PointKind.PROPOSED,
            message(
                CaseMessage.PROPOSED if is_blank else CaseMessage.PROPOSED_OTHERWISE,
                answer=said_in_brief(question, proposal, catalogue),
                source=proposal.source,
            ),
        )


def _points(
    question: Question, assessment: Assessment, catalogue: Catalogue, drafts: Mapping[str, str]
) -> Iterator[tuple[PointKind, Text]]:
    answer = assessment.answer(question.name)
    if question.name in drafts:
        yield PointKind.UNFINISHED, message(CaseMessage.TYPED_NOT_ANSWERED)
    for finding in check_answer(answer, assessment, catalogue):
        kind = PointKind.WARNING if finding.kind == "soft" else PointKind.CONTRADICTION
        yield kind, finding.text
    match answer.status:
        case Status.FOLLOW_UP:
            yield PointKind.FOLLOW_UP, _follow_up(answer.follow_up_by)
        case Status.NOT_REACHED if question.required and question.name not in drafts:
            yield PointKind.MISSING, message(CaseMessage.NOT_ANSWERED_YET)
        case Status.ANSWERED if answer.reason and answer.value is not None:
            for finding in check_value(question, answer.value, assessment, catalogue):
                if finding.kind == "soft":
                    yield (
                        PointKind.REASONED,
                        message(CaseMessage.REASONED, finding=finding.text, reason=answer.reason),
                    )
        case _:
            pass
    if answer.flag:
        yield PointKind.FLAG, message(CaseMessage.MARKED)
    if answer.note:
        yield PointKind.NOTE, answer.note


def _follow_up(day: date | None) -> Message:
    if day is None:
        return message(CaseMessage.FOLLOWS_SOME_DAY)
    return message(CaseMessage.FOLLOWS_BY_DAY, day=day)
