"""A question as it stands in a case: everything that its widget shows."""

from __future__ import annotations

from typing import NamedTuple

from assess.core.case.answer import Answer, AnswerValue
from assess.core.case.assessment import Assessment
from assess.core.case.checking import Finding, check_value
from assess.core.case.history.proposal import Proposal
from assess.core.case.reading.answer import read
from assess.core.case.reading.outcome import Reading
from assess.core.case.routing import why_not_asked
from assess.core.catalogue.answer_status import SETTLED, Status
from assess.core.catalogue.catalogue import Catalogue
from assess.core.catalogue.question import Question
from assess.core.text.message import Message


class QuestionState(NamedTuple):
    """A question with its answer, what is typed and no answer yet, and what the checks say."""

    question: Question
    answer: Answer
    draft: str | None
    findings: tuple[Finding, ...]
    """What the checks find in the answer, also where a reason was given."""
    not_asked: Message | None
    """Why the routing hides the question."""
    assessment: Assessment
    catalogue: Catalogue
    elsewhere: Answer | None = None
    """What was answered in another window while something is being typed in this one."""
    proposals: tuple[Proposal, ...] = ()
    """What is proposed and waits for a decision."""
    note_draft: str | None = None
    """A note that was typed and not kept yet."""
    reason_draft: str | None = None
    """A reason that was typed and not kept yet."""
    asked: tuple[Message, ...] = ()
    """What the secretariat asks about it, and nobody has answered yet."""

    @property
    def name(self) -> str:
        """The name of the question."""
        return self.question.name

    @property
    def value(self) -> AnswerValue:
        """The value that counts, or one that was set aside."""
        return self.answer.value

    @property
    def is_settled(self) -> bool:
        """Whether nothing is left to ask, because it is answered or not asked at all."""
        is_answered = self.answer.status in SETTLED and self.draft is None
        return is_answered or self.not_asked is not None

    @property
    def is_open(self) -> bool:
        """Whether something has to be asked still."""
        return self.question.required and not self.is_settled

    def read(self, text: str) -> Reading:
        """Read what is typed, in the light of the other answers."""
        return read(self.question, text, self.assessment, self.catalogue)

    def check(self, value: AnswerValue) -> tuple[Finding, ...]:
        """Check a value before it is given."""
        return check_value(self.question, value, self.assessment, self.catalogue)


def question_state(
    question: Question,
    assessment: Assessment,
    catalogue: Catalogue,
    draft: str | None,
    elsewhere: Answer | None = None,
    proposals: tuple[Proposal, ...] = (),
) -> QuestionState:
    """Give a question as it stands in a case."""
    answer = assessment.answer(question.name)
    findings: tuple[Finding, ...] = ()
    if answer.status is Status.ANSWERED:
        findings = check_value(question, answer.value, assessment, catalogue)
    return QuestionState(
        question=question,
        answer=answer,
        draft=draft,
        findings=findings,
        not_asked=why_not_asked(question, assessment, catalogue),
        assessment=assessment,
        catalogue=catalogue,
        elsewhere=elsewhere,
        proposals=proposals,
    )
