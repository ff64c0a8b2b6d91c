"""Two answers to one question side by side, in words, line by line."""

from __future__ import annotations

from collections.abc import Iterator

from assess.core.case.answer import Answer, AnswerValue
from assess.core.case.answer_text import AnswerLine, answer_lines, in_one
from assess.core.case.history.proposal import Proposal, says_a_value
from assess.core.case.message import CaseMessage
from assess.core.catalogue.answer_status import Status
from assess.core.catalogue.catalogue import Catalogue
from assess.core.catalogue.question import Question, StoriesQuestion
from assess.core.text.message import Day, Shortened, Text, message
from assess.core.text.value import Value

BRIEF = 160
"""How many characters an answer said in one line has at most."""


class Pair(Value):
    """One line of two answers: what is said here and what is said there."""

    label: Text
    """The part it belongs to, the note, the evidence, or empty."""
    here: Text
    there: Text

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


def said_in_brief(question: Question, answer: Answer | Proposal, catalogue: Catalogue) -> Text:
    """Give an answer in one line, cut to a length; empty where it has neither value nor status."""
    if answer.status is Status.NOT_REACHED:
        return Shortened(answer.note, BRIEF) if answer.note else ""
    lines = answer_lines(question, answer.value, catalogue)
    said = [*_status(answer, catalogue), *(line.whole for line in lines)]
    return Shortened(in_one(said), BRIEF) if said else ""


def said_in_lines(
    question: Question, answer: Answer | Proposal, catalogue: Catalogue
) -> tuple[Text, ...]:
    """Give an answer in lines, each with the part it belongs to."""
    lines = _lines(question, answer, catalogue)
    return tuple(AnswerLine(label=label, text=text).whole for label, text in lines.items())


def _status(answer: Answer | Proposal, catalogue: Catalogue) -> Iterator[Text]:
    if answer.status in (Status.ANSWERED, Status.NOT_REACHED):
        return
    status: Text = catalogue.edition.statuses[answer.status.value]
    if answer.follow_up_by:
        day = Day(answer.follow_up_by, in_words=True)
        status = message(CaseMessage.STATUS_DUE_BY_DAY, status=status, day=day)
    if answer.reason:
        status = message(CaseMessage.STATUS_REASON, status=status, reason=answer.reason)
    yield status


def _lines(question: Question, answer: Answer | Proposal, catalogue: Catalogue) -> dict[Text, Text]:
    """Give what an answer says by part; a question without an answer has no line."""
    lines: dict[Text, Text] = dict(zip([""], _status(answer, catalogue), strict=False))
    if isinstance(question, StoriesQuestion) and isinstance(answer.value, list):
        lines |= dict(_stories(answer.value))
        return lines or {"": message(CaseMessage.NONE_CHOSEN)}
    for line in answer_lines(question, answer.value, catalogue):
        key = line.label or (message(CaseMessage.LABEL_SET_ASIDE) if lines else "")
        lines[key] = line.text
    return lines


_FIELDS = {
    "title": CaseMessage.STORY_TITLE_OF,
    "problem": CaseMessage.STORY_PROBLEM_OF,
    "role": CaseMessage.STORY_ROLE_OF,
    "participants": CaseMessage.STORY_PARTICIPANTS_OF,
    "result": CaseMessage.STORY_RESULT_OF,
    "released": CaseMessage.STORY_RELEASED_OF,
}


def _stories(stories: list[AnswerValue]) -> Iterator[tuple[Text, Text]]:
    for number, story in enumerate(stories, start=1):
        fields = story if isinstance(story, dict) else {"title": story}
        for name, code in _FIELDS.items():
            said = fields.get(name)
            if isinstance(said, bool):
                yes_no = message(CaseMessage.YES if said else CaseMessage.NO)
                yield message(code, number=number), yes_no
            elif said:
                yield message(code, number=number), str(said)


def _remarks(here: Answer, there: Answer | Proposal) -> Iterator[Pair]:
    if there.note and there.note.strip() not in (here.note or ""):
        yield Pair(label=message(CaseMessage.LABEL_NOTE), here=here.note or "", there=there.note)
    known = {(evidence.location, evidence.sha256) for evidence in here.evidence}
    for evidence in there.evidence:
        if (evidence.location, evidence.sha256) not in known:
            label = message(CaseMessage.LABEL_EVIDENCE)
            yield Pair(label=label, here="", there=evidence.title or evidence.location)
    if there.status is Status.ANSWERED and there.reason and there.reason != here.reason:
        label = message(CaseMessage.LABEL_REASON)
        yield Pair(label=label, here=here.reason or "", there=there.reason)
    if there.flag and not here.flag:
        label = message(CaseMessage.LABEL_COME_BACK)
        yield Pair(label=label, here="", there=message(CaseMessage.FLAGGED))
