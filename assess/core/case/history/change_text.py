"""Changes of answers in words, for histories and for what was just taken back."""

from __future__ import annotations

from collections.abc import Iterator

from assess.core.case.answer import Answer, Evidence
from assess.core.case.answer_text import in_words
from assess.core.case.history.change import AnswerChange, changed_parts
from assess.core.case.message import CaseMessage
from assess.core.case.value_form import address_fault
from assess.core.catalogue.answer_status import Status
from assess.core.catalogue.catalogue import Catalogue
from assess.core.record.clock import ClockDoubt
from assess.core.text.message import Day, Message, Number, Text, message, series

_SAID = frozenset({"status", "value", "reason", "follow_up_by"})
"""The parts of an answer that are said in one sentence."""


def change_lines(
    change: AnswerChange, catalogue: Catalogue, *, is_shared: bool = False
) -> tuple[Message, ...]:
    """Say what a change changed, a line for each part: the answer from and to, note, evidence.

    While others look at the screen (`is_shared`), notes and evidence are told of, but not shown.
    """
    return tuple(_lines(change, catalogue, is_shared=is_shared))


def _lines(change: AnswerChange, catalogue: Catalogue, *, is_shared: bool) -> Iterator[Message]:
    before, after, changed = change.before, change.after, set(changed_parts(change))
    if changed & _SAID:
        yield message(
            CaseMessage.CHANGED_FROM_TO,
            before=_said(before, catalogue),
            after=_said(after, catalogue),
        )
    if "note" in changed:
        yield message(CaseMessage.NOTE_HIDDEN) if is_shared else _note(before, after)
    elif "for_report" in changed:
        is_private = after.for_report is False
        yield message(CaseMessage.NOTE_PRIVATE if is_private else CaseMessage.NOTE_FOR_REPORT)
    if "flag" in changed:
        yield message(CaseMessage.MARKED if after.flag else CaseMessage.MARK_TAKEN_AWAY)
    if "evidence" in changed and is_shared:
        yield message(CaseMessage.EVIDENCE_HIDDEN)
    elif "evidence" in changed:
        yield from _evidence(before, after)
    if not changed:
        yield message(CaseMessage.GIVEN_AGAIN)
    if change.stated_day is not None:
        yield message(CaseMessage.DAY_STATED, day=Day(change.stated_day, in_words=True))
    if change.doubt is ClockDoubt.FUTURE:
        yield message(CaseMessage.TIME_TO_COME)
    if change.doubt is ClockDoubt.EARLIER:
        yield message(CaseMessage.TIME_BEFORE_LAST)


def _note(before: Answer, after: Answer) -> Message:
    if after.note:
        return message(CaseMessage.NOTE_WRITTEN, note=after.note)
    return message(CaseMessage.NOTE_TAKEN_AWAY, note=before.note or "")


def _evidence(before: Answer, after: Answer) -> Iterator[Message]:
    for evidence in after.evidence:
        if evidence not in before.evidence:
            yield message(CaseMessage.EVIDENCE_ADDED, evidence=evidence_text(evidence))
    for evidence in before.evidence:
        if evidence not in after.evidence:
            yield message(CaseMessage.EVIDENCE_TAKEN_AWAY, evidence=evidence_text(evidence))


def _said(answer: Answer, catalogue: Catalogue) -> Text:
    question = catalogue.questions.get(answer.question)
    if question is None:  # of another edition of the catalogue
        if answer.value is not None:
            return str(answer.value)
        return catalogue.edition.statuses[answer.status.value]
    said = in_words(question, answer, catalogue)
    if answer.status is not Status.ANSWERED or not answer.reason:
        return said
    return message(CaseMessage.ANSWER_RIGHT_BECAUSE, answer=said, reason=answer.reason)


def evidence_text(evidence: Evidence) -> Message:
    """Say what an evidence is: its title and place, and whether a copy is kept."""
    facts = [message(_kind(evidence))]
    if evidence.size is not None:
        facts.append(_size(evidence.size))
    if evidence.stored:
        facts.append(message(CaseMessage.EVIDENCE_COPY_KEPT))
    values: dict[str, Text] = {"place": evidence.location, "facts": series(facts, "comma")}
    if evidence.title:
        return message(CaseMessage.EVIDENCE_TITLED, title=evidence.title, **values)
    return message(CaseMessage.EVIDENCE, **values)


def _kind(evidence: Evidence) -> CaseMessage:
    """Say what it is: an address that came with a file may be none of a page on the web."""
    if evidence.kind == "file":
        return CaseMessage.EVIDENCE_FILE
    is_page = address_fault(evidence.location) is None
    return CaseMessage.EVIDENCE_LINK if is_page else CaseMessage.EVIDENCE_TEXT


def _size(size: int) -> Message:
    if size < 1000:
        return message(CaseMessage.SIZE_IN_BYTES, count=size)
    if size < 1_000_000:
        return message(CaseMessage.SIZE_IN_KILOBYTES, size=Number(size / 1000))
    return message(CaseMessage.SIZE_IN_MEGABYTES, size=Number(size / 1_000_000, 1))
