"""What is said beside a changed answer: which others it made doubtful, and whom it met."""

from __future__ import annotations

from collections.abc import Iterator

from assess.cli.command.output import remark
from assess.core.case.answer_text import in_words
from assess.core.case.assessment import Assessment
from assess.core.case.consequence import doubts, rerouted
from assess.core.catalogue.catalogue import Catalogue
from assess.languages import gettext
from assess.languages.message import say
from assess.workflow.case.answering import Recorded


def remark_doubts(name: str, before: Assessment, after: Assessment, catalogue: Catalogue) -> None:
    """Say on stderr what a change made doubtful, and what the routing makes of it."""
    for line in doubts_in_words(name, before, after, catalogue):
        remark(line)


def doubts_in_words(
    name: str, before: Assessment, after: Assessment, catalogue: Catalogue
) -> Iterator[str]:
    """Say what a change of an answer made doubtful, and which questions it hides or brings up."""
    for doubt in doubts(name, after, catalogue):
        yield gettext("Please check this answer again. {answer}.", answer=say(doubt.text))
    changed = rerouted(before, after, catalogue)
    for other in changed.hidden:
        said = gettext(
            "This question is no longer asked: {question}.", question=_place(other, catalogue)
        )
        kept = gettext("Its answer is kept, but it no longer counts.")
        yield f"{said} {kept}" if _is_said(other, after) else said
    for other in changed.asked:
        said = gettext("This question is now asked: {question}.", question=_place(other, catalogue))
        kept = gettext("Its answer counts again.")
        yield f"{said} {kept}" if _is_said(other, after) else said


def _is_said(name: str, assessment: Assessment) -> bool:
    return not assessment.answer(name).says_nothing


def _place(name: str, catalogue: Catalogue) -> str:
    return f"{catalogue.indicator_of(name).number} {name}"


def conflict_in_words(recorded: Recorded, catalogue: Catalogue) -> str:
    """Say that somebody else changed an answer since it was read, and what it is now."""
    there = recorded.conflict
    if there is None:
        return ""
    said = say(in_words(catalogue.questions[there.question], there, catalogue))
    if there.by and there.note:
        return gettext(
            "{person} changed this in another window. It is now: {answer}, with the note “{note}”",
            person=there.by,
            answer=said,
            note=there.note,
        )
    if there.by:
        return gettext(
            "{person} changed this in another window. It is now: {answer}",
            person=there.by,
            answer=said,
        )
    if there.note:
        return gettext(
            "Somebody changed this in another window. It is now: {answer}, with the note “{note}”",
            answer=said,
            note=there.note,
        )
    return gettext("Somebody changed this in another window. It is now: {answer}", answer=said)
