"""The case as an interview holds it: as it stands, what is typed, and what came from elsewhere."""

from __future__ import annotations

from datetime import datetime
from functools import cached_property

from assess.core.case.answer import Answer
from assess.core.case.assessment import Assessment, State
from assess.core.case.question_state import QuestionState, question_state
from assess.core.catalogue.catalogue import Catalogue
from assess.core.catalogue.question import Question
from assess.workflow.case import cases
from assess.workflow.case.answering import Recorded
from assess.workflow.case.interview.offers import Offered
from assess.workflow.case.interview.presence import Window
from assess.workflow.case.interview.typed_texts import TypedTexts
from assess.workflow.case.interview.work_time import Timekeeper
from assess.workflow.desk.desk import Desk
from assess.workflow.peers.comparing import Peers

NOTE, REASON = ".note", ".reason"
"""Under `question.note` and `question.reason` a note or a reason is kept while it is typed."""


class HeldCase:
    """Holds one case with its drafts, and takes what other windows write in it."""

    def __init__(self, desk: Desk, case_id: str) -> None:
        """Open a case."""
        self.desk = desk
        self.assessment: Assessment = cases.assessment_of(desk, case_id)
        self.typed = TypedTexts(desk, lambda: self.assessment)
        self.time = Timekeeper(desk, case_id)
        self.window = Window(desk, case_id)
        self.saved_at: datetime | None = None
        self.place: str | None = None
        self.elsewhere: dict[str, Answer] = {}
        """Answers that came from another window while something is typed for them in this one."""
        self.unseen: dict[str, Answer] = {}
        """As they were before, answers that another window changed since their question was up."""
        self.offered = Offered(desk, self.assessment)
        self.is_shared = False
        """Whether others look at this screen: peers, notes and the last round are then hidden."""

    @property
    def case_id(self) -> str:
        """The id of the case."""
        return self.assessment.case.id

    @property
    def catalogue(self) -> Catalogue:
        """The catalogue in use."""
        return self.desk.catalogue

    @cached_property
    def peers(self) -> Peers:
        """The peers of the case, read when they are first looked at."""
        return Peers(self.desk, self.assessment)

    @property
    def is_finished(self) -> bool:
        """Whether the case is finished and takes no answers."""
        return self.assessment.case.state is State.FINISHED

    def renew(self) -> None:
        """Take the case as it is in the database now.

        Where something is being typed, the answer that the expert has seen stays: so that what
        came meanwhile is asked about before it is replaced.
        """
        now = cases.assessment_of(self.desk, self.case_id)
        for name in now.answers:
            if (before := self.assessment.answer(name)) != now.answer(name):
                self.unseen.setdefault(name, before)
        self.look_at(self.place)
        seen = [self.assessment.answer(name) for name in self.typed if not _is_remark(name)]
        kept = [one for one in seen if not one.says_the_same(now.answer(one.question))]
        self.elsewhere = {one.question: now.answer(one.question) for one in kept}
        self.assessment = now.with_answers(kept)
        self.offered.renew(now)
        self.typed.renew()
        self.flush()

    def look_at(self, name: str | None) -> None:
        """Count the answers of an indicator as seen: its questions stand together."""
        if name is not None and name in self.catalogue.questions:
            for question in self.catalogue.indicator_of(name).questions:
                self.unseen.pop(question.name, None)

    def posed(self, question: Question) -> QuestionState:
        """Give a question as it stands."""
        assessment = self.assessment
        proposals = self.offered.waiting(question.name, assessment)
        if self.is_shared:
            assessment = assessment.with_answer(assessment.answer(question.name).changed(note=None))
            proposals = tuple(one.model_copy(update={"note": None}) for one in proposals)
        return question_state(
            question,
            assessment,
            self.catalogue,
            self.typed.text(question.name),
            self.elsewhere.get(question.name),
            proposals,
        )

    # What is typed and is no answer yet

    def type(self, name: str, text: str) -> None:
        """Take what is typed; `flush` saves it."""
        if not self.is_finished:
            self.typed.take(name, text)

    def flush(self) -> bool:
        """Save what is typed. Tells whether there was anything to save."""
        saved = self.typed.flush()
        if saved:
            self.saved_at = self.desk.now
        return saved

    def forget(self, name: str) -> None:
        """Forget what was typed, because it is an answer now or was taken back."""
        self.typed.forget(name)
        if name in self.elsewhere:
            self.assessment = self.assessment.with_answer(self.elsewhere.pop(name))

    def _take(self, recorded: Recorded) -> None:
        if recorded.is_saved:
            self.assessment = recorded.assessment
            self.saved_at = self.desk.now


def _is_remark(name: str) -> bool:
    return name.endswith((NOTE, REASON))
