"""Changes of answers in words, for histories and for what was just taken back."""

from __future__ import annotations

from collections.abc import Iterator

from assess.core.case.answer import Answer, Evidence
from assess.core.case.answer_text import in_words
from assess.core.case.history.change import AnswerChange, changed_parts
from assess.core.catalogue.answer_status import Status
from assess.core.catalogue.catalogue import Catalogue

_SAID = frozenset({"status", "value", "reason", "follow_up_by"})
"""The parts of an answer that are said in one sentence."""


def change_lines(change: AnswerChange, catalogue: Catalogue) -> tuple[str, ...]:
    """Say what a change changed, a line for each part: the answer from and to, note, evidence."""
    return tuple(_lines(change, catalogue))


def _lines(change: AnswerChange, catalogue: Catalogue) -> Iterator[str]:
    before, after, changed = change.before, change.after, set(changed_parts(change))
    if changed & _SAID:
        yield f"{_said(before, catalogue)} → {_said(after, catalogue)}"
    if "note" in changed:
        yield f"note: {after.note}" if after.note else f"note taken away: {before.note}"
    if "flag" in changed:
        yield "marked to come back to" if after.flag else "no longer marked to come back to"
    if "evidence" in changed:
        for evidence in after.evidence:
            if evidence not in before.evidence:
                yield f"evidence added: {evidence_text(evidence)}"
        for evidence in before.evidence:
            if evidence not in after.evidence:
                yield f"evidence taken away: {evidence_text(evidence)}"
    if not changed:
        yield "given again as it was"


def _said(answer: Answer, catalogue: Catalogue) -> str:
    question = catalogue.questions.get(answer.question)
    if question is None:  # of another edition of the catalogue
        return str(answer.value) if answer.value is not None else answer.status.value
    said = in_words(question, answer, catalogue)
    has_reason = answer.status is Status.ANSWERED and answer.reason
    return f"{said} (right, because: {answer.reason})" if has_reason else said


def evidence_text(evidence: Evidence) -> str:
    """Say what an evidence is: its title and place, and whether a copy is kept."""
    title = f"{evidence.title}: " if evidence.title else ""
    size = f", {_size(evidence.size)}" if evidence.size is not None else ""
    copy = ", a copy is kept" if evidence.stored else ""
    return f"{title}{evidence.location} ({evidence.kind}{size}{copy})"


def _size(size: int) -> str:
    if size < 1000:
        return f"{size} bytes"
    return f"{size / 1000:.0f} kB" if size < 1_000_000 else f"{size / 1_000_000:.1f} MB"
