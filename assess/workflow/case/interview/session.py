"""One interview as it is held: what the expert does in it, carried out through the workflow."""

from __future__ import annotations

from datetime import date, datetime
from functools import cached_property

from assess.core.case.answer import Answer, AnswerValue
from assess.core.case.assessment import Assessment
from assess.core.case.checking import Finding
from assess.core.case.consequence import doubts
from assess.core.case.history.change import AnswerChange
from assess.core.case.history.proposal import Proposal
from assess.core.case.question_state import QuestionState, question_state
from assess.core.catalogue.answer_status import Status
from assess.core.catalogue.catalogue import Catalogue
from assess.core.catalogue.question import Question
from assess.errors import AssessError
from assess.workflow.case.answering import Recorded, answer
from assess.workflow.case.cases import leave, visit
from assess.workflow.case.interview.held_case import NOTE, REASON, HeldCase, Overtaken
from assess.workflow.case.interview.offers import Offers
from assess.workflow.case.interview.presence import Window
from assess.workflow.case.interview.remarks import Remarks
from assess.workflow.case.interview.typed_texts import TypedTexts
from assess.workflow.case.interview.work_time import Timekeeper
from assess.workflow.case.language.question_language import QuestionLanguage
from assess.workflow.case.proposing import TakenArea
from assess.workflow.case.undoing import give_again, history, undo
from assess.workflow.desk.desk import Desk
from assess.workflow.peers.peer_comparison import Peers
from assess.workflow.submission.sent import asked_by_secretariat

__all__ = ["Overtaken", "Session"]


class Session:
    """An interview on one case: owns the case, its offers and remarks, the time and the window."""

    def __init__(self, desk: Desk, case_id: str) -> None:
        """Open a case; what was being typed when it was interrupted is offered."""
        self.case = HeldCase(desk, case_id)
        self.time = Timekeeper(desk, case_id)
        self.window: Window = self.case.window
        self.asking = QuestionLanguage(self.case)
        self.offers = Offers(self.case)
        self.remarks = Remarks(self.case)
        self.place: str | None = None
        self.is_shared = False
        """Whether others look at this screen: peers, notes and the last round are then hidden."""

    # The case, as it is looked at throughout

    @property
    def desk(self) -> Desk:
        """The desk at which the expert works."""
        return self.case.desk

    @property
    def case_id(self) -> str:
        """The id of the case."""
        return self.case.id

    @property
    def catalogue(self) -> Catalogue:
        """The edition of the catalogue that the case was begun with."""
        return self.case.catalogue

    @property
    def assessment(self) -> Assessment:
        """The case with its answers, as it is held."""
        return self.case.assessment

    @property
    def is_finished(self) -> bool:
        """Whether the case is finished and takes no answers."""
        return self.case.is_finished

    @property
    def saved_at(self) -> datetime | None:
        """When something was saved last."""
        return self.case.saved_at

    @property
    def typed(self) -> TypedTexts:
        """What is typed and is no answer yet."""
        return self.case.typed

    @cached_property
    def peers(self) -> Peers:
        """The peers of the case, read when they are first looked at."""
        return Peers(self.desk, self.assessment)

    def posed(self, question: Question) -> QuestionState:
        """Give a question as it stands."""
        assessment, name = self.assessment, question.name
        proposals = self.offers.waiting(name)
        if self.is_shared:
            quiet = assessment.answer(name).changed(note=None, evidence=())
            assessment = assessment.with_answer(quiet)
            proposals = tuple(map(self.as_shown, proposals))
        state = question_state(
            question,
            assessment,
            self.catalogue,
            self.typed.text(name),
            self.case.elsewhere.get(name),
            proposals,
        )
        return state._replace(
            note_draft=None if self.is_shared else self.typed.text(name + NOTE),
            reason_draft=self.typed.text(name + REASON),
            asked=asked_by_secretariat(self.desk, assessment.case.id).get(name, ()),
        )

    def as_shown(self, proposal: Proposal) -> Proposal:
        """Give what is proposed; without its note and evidence while others look on."""
        if not self.is_shared:
            return proposal
        return proposal.model_copy(update={"note": None, "evidence": ()})

    def doubts(self, name: str) -> tuple[tuple[str, Finding], ...]:
        """Give what the checks find in the answers that hang on another."""
        found = doubts(name, self.assessment, self.catalogue)
        return tuple((doubt.question, doubt.finding) for doubt in found)

    def renew(self) -> None:
        """Take the case as it is in the database now; what is being typed stays."""
        self.offers.renew(self.case.read_again(self.place))
        self.asking.renew()
        self.typed.renew()
        self.flush()

    # What is typed and is no answer yet

    def adopt_drafts(self) -> None:
        """Take over what was typed in windows that have gone meanwhile: it is offered here."""
        self.flush()
        self.typed.adopt()

    def type(self, name: str, text: str) -> None:
        """Take what is typed; `flush` saves it."""
        self.case.type(name, text)

    def flush(self) -> bool:
        """Save what is typed. Tells whether there was anything to save."""
        return self.case.flush()

    def forget(self, name: str) -> None:
        """Forget what was typed, because it is an answer now or was taken back."""
        self.case.forget(name)

    # Answers

    def give(self, name: str, value: AnswerValue, text: str) -> tuple[Finding, ...]:
        """Give an answer; what the checks refuse is kept as a draft. Gives the hard findings.

        Raises Overtaken where it would replace what was given elsewhere and not seen here; the
        answer given elsewhere counts as seen from then on.
        """
        held = self.assessment.answer(name)
        is_same = held.status is Status.ANSWERED and held.value == value
        if is_same and name not in self.case.elsewhere:
            self.forget(name)
            return ()
        try:
            recorded = answer(self.desk, self.assessment, name, value, window=self.window.name)
        except AssessError:
            self.type(name, text)
            raise
        if not recorded.is_saved:
            self.type(name, text)
            self.typed.renew()
            self.flush()
        return self.case.settle(name, recorded)

    def clear(self, name: str) -> None:
        """Take an answer back; a question that has none stays as it is."""
        self.forget(name)
        if self.assessment.answer(name).value is not None:
            self.set_status(name, Status.NOT_REACHED)

    def set_status(
        self,
        name: str,
        status: Status,
        *,
        reason: str = "",
        follow_up_by: date | None = None,
        seen: Answer | None = None,
    ) -> tuple[Finding, ...]:
        """Say why a question has no answer. Gives what stands against it; may raise Overtaken.

        `seen` is the answer that the expert had before the eyes, where that was a while ago.
        """
        self.case.see(seen)
        kept = self.assessment.answer(name).value if status is Status.IMPLAUSIBLE else None
        recorded = answer(
            self.desk,
            self.assessment,
            name,
            kept,
            status=status,
            reason=reason.strip() or None,
            follow_up_by=follow_up_by,
            window=self.window.name,
        )
        return self.case.settle(name, recorded)

    def take(self, recorded: Recorded) -> None:
        """Take what another part of the workflow recorded in this case."""
        self.case.take(recorded)

    # The history

    def undo(self) -> AnswerChange:
        """Take the newest change back; gives what it was.

        Raises AssessError where there is none, and once where it was made in another window and
        its question was not up since.
        """
        try:
            undone = undo(self.desk, self.case.as_seen)
        except AssessError:
            self.renew()
            self.case.unseen.clear()  # it was told now
            raise
        self.case.hold(self.assessment.with_answer(undone.change.after))
        self.offers.renew(self.assessment)
        return undone.change

    def history(self, name: str | None = None) -> tuple[AnswerChange, ...]:
        """Give the changes of the answers, or of one answer, oldest first."""
        return history(self.desk, self.assessment, name)

    def give_again(self, earlier: Answer) -> tuple[Finding, ...]:
        """Give an earlier answer once more. Gives what stands against it; may raise Overtaken."""
        recorded = give_again(self.desk, self.assessment, earlier)
        return self.case.settle(earlier.question, recorded)

    # The place

    def visit(self, name: str) -> None:
        """Keep the place, so that the interview can be resumed there after anything."""
        self.case.look_at(name)
        if name != self.place:
            self.place = name
            visit(self.desk, self.case_id, name)

    def leave(self) -> None:
        """Leave the interview, keeping the place."""
        self.flush()
        self.close()
        if self.place is not None:
            leave(self.desk, self.case_id, self.place)

    def close(self) -> None:
        """Stop the clock, and be gone for other windows."""
        self.time.pause()
        self.asking.close()
        self.window.leave()

    # The parts' own words, as the screens call them

    @property
    def offered(self) -> Offers:
        """What is offered for the answers."""
        return self.offers

    def take_proposal(self, name: str) -> tuple[Finding, ...]:
        """Take the first proposal for a question. Gives what stands against it."""
        return self.offers.take(name)

    def decline_proposal(self, name: str) -> None:
        """Decline the first proposal for a question."""
        self.offers.decline(name)

    def take_last(self, name: str) -> tuple[Finding, ...]:
        """Take what was said in the last round. Gives what stands against it."""
        return self.offers.take_last(name)

    def take_proposals_of(self, area: str) -> TakenArea:
        """Fill the blanks of an area with what is proposed."""
        return self.offers.take_area(area)

    def take_last_of(self, area: str) -> TakenArea:
        """Fill the blanks of an area with what was said in the last round."""
        return self.offers.take_last_area(area)

    def differs(self, proposal: Proposal) -> bool:
        """Tell whether a proposal says something else than the answer."""
        return self.offers.differs(proposal)

    def note(
        self,
        name: str,
        text: str,
        seen: Answer | None = None,
        *,
        for_report: bool | None = None,
    ) -> None:
        """Keep a note; one that was written elsewhere since `seen` stays above it."""
        self.remarks.note(name, text, seen, for_report=for_report)

    def reason(self, name: str, text: str) -> tuple[Finding, ...]:
        """Keep the reason for an unusual answer. Gives what stands against it."""
        return self.remarks.reason(name, text)

    def turn_flag(self, name: str) -> bool:
        """Set or take away the flag "come back"; tells which."""
        return self.remarks.turn_flag(name)
