"""One interview as it is held: the case as it stands, what is typed, and when it was saved."""

from __future__ import annotations

from datetime import date, datetime

from assess.core.answer import AnswerValue, Status
from assess.core.assessment import Assessment, State
from assess.core.catalogue import Catalogue
from assess.core.checking import Finding
from assess.core.doubt import doubts
from assess.core.question import Question
from assess.tui.widgets.posed import Posed, pose
from assess.workflow import answering, cases
from assess.workflow.desk import Desk

NOTE, REASON = ".note", ".reason"
"""Under `question.note` and `question.reason` a note or a reason is kept while it is typed."""


class Session:
    """Holds one case for a screen and carries out what its expert does, through the workflow."""

    def __init__(self, desk: Desk, case_id: str) -> None:
        """Open a case; a note or reason that was being typed when it was interrupted is taken."""
        self.desk = desk
        self.assessment: Assessment = cases.assessment_of(desk, case_id)
        self.drafts = answering.drafts(desk, self.assessment)
        self.saved_at: datetime | None = None
        self.place: str | None = None
        self._unsaved: dict[str, str] = {}
        self._take_remarks()

    @property
    def case_id(self) -> str:
        """The id of the case."""
        return self.assessment.case.id

    @property
    def catalogue(self) -> Catalogue:
        """The catalogue in use."""
        return self.desk.catalogue

    @property
    def is_finished(self) -> bool:
        """Whether the case is finished and takes no answers."""
        return self.assessment.case.state is State.FINISHED

    def renew(self) -> None:
        """Take the case as it is in the database now."""
        self.assessment = cases.assessment_of(self.desk, self.case_id)

    def posed(self, question: Question) -> Posed:
        """Give a question as it stands."""
        return pose(
            question, self.assessment, self.catalogue, self.drafts.get(question.name) or None
        )

    def give(self, name: str, value: AnswerValue, text: str) -> tuple[Finding, ...]:
        """Give an answer; what the checks refuse is kept as a draft. Gives the hard findings."""
        held = self.assessment.answer(name)
        if held.status is Status.ANSWERED and held.value == value:
            self.forget(name)
            return ()
        recorded = answering.answer(self.desk, self.assessment, name, value)
        self._take(recorded)
        if recorded.is_saved:
            self._settle(name)
            return ()
        self.type(name, text)
        self.flush()
        return tuple(one for one in recorded.findings if one.kind == "hard")

    def clear(self, name: str) -> None:
        """Take an answer back; a question that has none stays as it is."""
        self.forget(name)
        if self.assessment.answer(name).value is not None:
            self.set_status(name, Status.NOT_REACHED)

    def set_status(
        self, name: str, status: Status, *, reason: str = "", follow_up_by: date | None = None
    ) -> tuple[Finding, ...]:
        """Say why a question has no answer. Gives what stands against it."""
        kept = self.assessment.answer(name).value if status is Status.IMPLAUSIBLE else None
        recorded = answering.answer(
            self.desk,
            self.assessment,
            name,
            kept,
            status=status,
            reason=reason.strip() or None,
            follow_up_by=follow_up_by,
        )
        self._take(recorded)
        if recorded.is_saved:
            self._settle(name)
            return ()
        return tuple(one for one in recorded.findings if one.kind == "hard")

    def note(self, name: str, text: str) -> None:
        """Keep a note."""
        self._take(answering.remark(self.desk, self.assessment, name, note=text))
        self.forget(name + NOTE)

    def reason(self, name: str, text: str) -> None:
        """Keep the reason for an unusual answer."""
        self._take(answering.remark(self.desk, self.assessment, name, reason=text))
        self.forget(name + REASON)

    def turn_flag(self, name: str) -> bool:
        """Set or take away the flag "come back"; tells which."""
        flag = not self.assessment.answer(name).flag
        self._take(answering.remark(self.desk, self.assessment, name, flag=flag))
        return flag

    # What is typed and is no answer yet

    def type(self, name: str, text: str) -> None:
        """Take what is typed; `flush` saves it."""
        if not self.is_finished:
            self._unsaved[name] = text

    @property
    def has_unsaved(self) -> bool:
        """Whether something typed is not saved yet."""
        return bool(self._unsaved)

    def flush(self) -> bool:
        """Save what is typed. Tells whether there was anything to save."""
        saved = False
        for name, text in list(self._unsaved.items()):
            if text and text != self.drafts.get(name):
                answering.save_draft(self.desk, self.assessment, name, text)
                self.drafts[name] = text
                saved = True
            elif not text and name in self.drafts:
                self._drop(name)
                saved = True
            self._unsaved.pop(name, None)
        if saved:
            self.saved_at = self.desk.now
        return saved

    def forget(self, name: str) -> None:
        """Forget what was typed, because it is an answer now or was taken back."""
        self._unsaved.pop(name, None)
        if name in self.drafts:
            self._drop(name)

    def _drop(self, name: str) -> None:
        answering.drop_draft(self.desk, self.assessment, name)
        self.drafts.pop(name, None)

    def _settle(self, name: str) -> None:
        """Forget the draft of an answer that was saved; the store did so with the answer."""
        self._unsaved.pop(name, None)
        self.drafts.pop(name, None)

    def _take(self, recorded: answering.Recorded) -> None:
        if recorded.is_saved:
            self.assessment = recorded.assessment
            self.saved_at = self.desk.now

    def _take_remarks(self) -> None:
        if self.is_finished:
            return
        for key, text in list(self.drafts.items()):
            name, _, kind = key.partition(".")
            if name in self.catalogue.questions and f".{kind}" in (NOTE, REASON):
                keep = self.note if f".{kind}" == NOTE else self.reason
                keep(name, text)

    # The place, and what hangs on an answer

    def visit(self, name: str) -> None:
        """Keep the place, so that the interview can be resumed there after anything."""
        if name != self.place:
            self.place = name
            cases.visit(self.desk, self.case_id, name)

    def leave(self) -> None:
        """Leave the interview, keeping the place."""
        self.flush()
        if self.place is not None:
            cases.leave(self.desk, self.case_id, self.place)

    def doubts(self, name: str) -> tuple[tuple[str, Finding], ...]:
        """Give what the checks find in the answers that hang on another."""
        found = doubts(name, self.assessment, self.catalogue)
        return tuple((one.question, one.finding) for one in found)
