"""The case as an interview holds it: as it stands, what is typed, and what came from elsewhere."""

from __future__ import annotations

from datetime import datetime

from assess.core.case.answer import Answer
from assess.core.case.assessment import Assessment, State
from assess.core.case.checking import Finding
from assess.core.catalogue.catalogue import Catalogue
from assess.errors import AssessError
from assess.languages import gettext
from assess.workflow.case.answering import Recorded
from assess.workflow.case.cases import assessment_of
from assess.workflow.case.interview.presence import Window
from assess.workflow.case.interview.typed_texts import TypedTexts
from assess.workflow.desk.desk import Desk

NOTE, REASON = ".note", ".reason"
"""Under `question.note` and `question.reason` a note or a reason is kept while it is typed."""


class Overtaken(AssessError):
    """Somebody else changed the same answer since it was seen here; nothing was replaced."""

    def __init__(self, question: str, theirs: Answer) -> None:
        """Keep the question and the answer that is there now."""
        self.question, self.theirs = question, theirs
        super().__init__(
            gettext("{by} changed this answer in another window", by=theirs.by or "Somebody")
        )


class HeldCase:
    """Holds one case with its drafts, and takes what other windows write in it."""

    def __init__(self, desk: Desk, case_id: str) -> None:
        """Open a case in a window of its own."""
        self.desk = desk
        self.assessment: Assessment = assessment_of(desk, case_id)
        self.window = Window(desk, case_id)
        self.window.come()
        self.typed = TypedTexts(desk, lambda: self.assessment, self.window)
        self.saved_at: datetime | None = None
        self.elsewhere: dict[str, Answer] = {}
        """Answers that came from another window while something is typed for them in this one."""
        self.unseen: dict[str, Answer] = {}
        """As they were before, answers that another window changed since their question was up."""

    @property
    def id(self) -> str:
        """The id of the case."""
        return self.assessment.case.id

    @property
    def catalogue(self) -> Catalogue:
        """The edition of the catalogue that the case was begun with."""
        return self.desk.catalogue_of(self.assessment.case)

    @property
    def is_finished(self) -> bool:
        """Whether the case is finished and takes no answers."""
        return self.assessment.case.state is State.FINISHED

    # What other windows write

    def read_again(self, place: str | None) -> Assessment:
        """Take the case as it is in the database now, and give it.

        Where something is being typed, the answer that the expert has seen stays: so that what
        came meanwhile is asked about before it is replaced.
        """
        now = assessment_of(self.desk, self.id)
        for name in now.answers:
            if (before := self.assessment.answer(name)) != now.answer(name):
                self.unseen.setdefault(name, before)
        self.look_at(place)
        seen = [self.assessment.answer(name) for name in self.typed if not _is_remark(name)]
        kept = [answer for answer in seen if not answer.says_the_same(now.answer(answer.question))]
        self.elsewhere = {answer.question: now.answer(answer.question) for answer in kept}
        self.assessment = now.with_answers(kept)
        return now

    def look_at(self, name: str | None) -> None:
        """Count the answers of an indicator as seen: its questions stand together."""
        if name is not None and name in self.catalogue.questions:
            for question in self.catalogue.indicator_of(name).questions:
                self.unseen.pop(question.name, None)

    def see(self, seen: Answer | None) -> None:
        """Take an answer as the one that the expert has seen last."""
        if seen is not None and not seen.says_the_same(self.assessment.answer(seen.question)):
            self.assessment = self.assessment.with_answer(seen)

    @property
    def as_seen(self) -> Assessment:
        """The case with the answers as the expert has seen them last."""
        return self.assessment.with_answers(self.unseen.values())

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

    # What is saved

    def hold(self, assessment: Assessment) -> None:
        """Take the case as it was saved just now."""
        self.assessment = assessment
        self.saved_at = self.desk.now

    def take(self, recorded: Recorded) -> None:
        """Take what was recorded in the case."""
        if recorded.is_saved:
            self.hold(recorded.assessment)

    def settle(self, name: str, recorded: Recorded) -> tuple[Finding, ...]:
        """Take what became of an answer. Gives the hard findings; may raise Overtaken."""
        if recorded.conflict is not None:
            self.assessment = recorded.assessment
            self.elsewhere.pop(name, None)
            raise Overtaken(name, recorded.conflict)
        self.take(recorded)
        if recorded.is_saved:
            self.typed.settle(name)
            self.elsewhere.pop(name, None)
            return ()
        return tuple(finding for finding in recorded.findings if finding.kind == "hard")


def _is_remark(name: str) -> bool:
    return name.endswith((NOTE, REASON))
