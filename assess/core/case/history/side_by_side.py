"""Two answers to one question side by side, in words, line by line."""

from __future__ import annotations

from collections.abc import Iterator

from assess.core.case.answer import Answer, AnswerValue
from assess.core.case.answer_text import answer_lines
from assess.core.case.history.proposal import Proposal, says_a_value
from assess.core.catalogue.answer_status import Status
from assess.core.catalogue.catalogue import Catalogue
from assess.core.catalogue.question import STORY_FIELDS, Question, StoriesQuestion
from assess.core.text.value import Value
from assess.core.text.words import day_text, shortened

BRIEF = 160
"""How many characters an answer said in one line has at most."""


class Pair(Value):
    """One line of two answers: what is said here and what is said there."""

    label: str
    """The part it belongs to, `note`, `evidence`, or empty."""
    here: str
    there: str

    @property
    def differs(self) -> bool:
        """Whether the two say different things."""
        return self.here != self.there


def side_by_side(
    question: Question, here: Answer, there: Answer | Proposal, catalogue: Catalogue
) -> tuple[Pair, ...]:
    """Give two answers line by line; of notes, evidence and reasons what there has and here not."""
    ours, theirs = _lines(question, here, catalogue), _lines(question, there, catalogue)
    if isinstance(there, Proposal) and not says_a_value(there):
        theirs = ours
    labels = dict.fromkeys((*ours, *theirs))
    found = [
        Pair(label=label, here=ours.get(label, ""), there=theirs.get(label, "")) for label in labels
    ]
    return (*found, *_remarks(here, there))


def said_in_brief(question: Question, answer: Answer | Proposal, catalogue: Catalogue) -> str:
    """Give an answer in one line, cut to a length; empty where it has neither value nor status."""
    if answer.status is Status.NOT_REACHED:
        return shortened(answer.note or "", BRIEF)
    lines = answer_lines(question, answer.value, catalogue)
    said = [f"{line.label}: {line.text}" if line.label else line.text for line in lines]
    return shortened("; ".join([*_status(answer, catalogue), *said]), BRIEF)


def said_in_lines(
    question: Question, answer: Answer | Proposal, catalogue: Catalogue
) -> tuple[str, ...]:
    """Give an answer in lines, each with the part it belongs to."""
    lines = _lines(question, answer, catalogue)
    return tuple(f"{label}: {text}" if label else text for label, text in lines.items())


def _status(answer: Answer | Proposal, catalogue: Catalogue) -> Iterator[str]:
    if answer.status not in (Status.ANSWERED, Status.NOT_REACHED):
        word = str(catalogue.edition.statuses[answer.status.value])
        by = f", by {day_text(answer.follow_up_by)}" if answer.follow_up_by else ""
        yield f"{word}{by}: {answer.reason}" if answer.reason else f"{word}{by}"


def _lines(question: Question, answer: Answer | Proposal, catalogue: Catalogue) -> dict[str, str]:
    """Give what an answer says by part; a question without an answer has no line."""
    lines = dict(zip([""], _status(answer, catalogue), strict=False))
    if isinstance(question, StoriesQuestion) and isinstance(answer.value, list):
        lines |= dict(_stories(answer.value))
        return lines or {"": "none"}
    for line in answer_lines(question, answer.value, catalogue):
        key = line.label or ("set aside" if lines else "")
        lines[key] = line.text
    return lines


def _stories(stories: list[AnswerValue]) -> Iterator[tuple[str, str]]:
    for number, story in enumerate(stories, start=1):
        fields = story if isinstance(story, dict) else {"title": story}
        for name in STORY_FIELDS:
            said = fields.get(name)
            if isinstance(said, bool):
                said = "yes" if said else "no"
            if said:
                yield f"story {number}, {name}", str(said)


def _remarks(here: Answer, there: Answer | Proposal) -> Iterator[Pair]:
    if there.note and there.note.strip() not in (here.note or ""):
        yield Pair(label="note", here=here.note or "", there=there.note)
    known = {(evidence.location, evidence.sha256) for evidence in here.evidence}
    for evidence in there.evidence:
        if (evidence.location, evidence.sha256) not in known:
            yield Pair(label="evidence", here="", there=evidence.title or evidence.location)
    if there.status is Status.ANSWERED and there.reason and there.reason != here.reason:
        yield Pair(label="reason", here=here.reason or "", there=there.reason)
    if there.flag and not here.flag:
        yield Pair(label="come back", here="", there="flagged")
