"""One interview as it is held: what the expert does in it, carried out through the workflow."""

from __future__ import annotations

from datetime import date

from assess.core.case.answer import Answer, AnswerValue
from assess.core.case.checking import Finding
from assess.core.case.consequence import doubts
from assess.core.case.history.change import AnswerChange
from assess.core.case.history.proposal import Proposal, Stance, joined, stance
from assess.core.catalogue.answer_status import Status
from assess.errors import AssessError
from assess.workflow.case import answering, cases, proposing, rounds, undoing
from assess.workflow.case.answering import Recorded
from assess.workflow.case.interview.held_case import NOTE, REASON, HeldCase
from assess.workflow.case.proposing import TakenArea
from assess.workflow.desk.desk import Desk


class Overtaken(AssessError):
    """Somebody else changed the same answer since it was seen here; nothing was replaced."""

    def __init__(self, question: str, theirs: Answer) -> None:
        """Keep the question and the answer that is there now."""
        self.question, self.theirs = question, theirs
        super().__init__(f"{theirs.by or 'Somebody'} changed this answer in another window")


class Session(HeldCase):
    """Holds one case for a front end and carries out what its expert does, through the workflow."""

    def __init__(self, desk: Desk, case_id: str) -> None:
        """Open a case; a note or reason that was being typed when it was interrupted is taken."""
        super().__init__(desk, case_id)
        self._take_remarks()

    def give(self, name: str, value: AnswerValue, text: str) -> tuple[Finding, ...]:
        """Give an answer; what the checks refuse is kept as a draft. Gives the hard findings.

        Raises Overtaken where it would replace what was given elsewhere and not seen here; the
        answer given elsewhere counts as seen from then on.
        """
        held = self.assessment.answer(name)
        is_same = held.status is Status.ANSWERED and held.value == value
        if is_same and name not in self.elsewhere:
            self.forget(name)
            return ()
        try:
            recorded = answering.answer(self.desk, self.assessment, name, value)
        except AssessError:
            self.type(name, text)
            raise
        if not recorded.is_saved:
            self.type(name, text)
            self.typed.renew()
            self.flush()
        return self._settled(name, recorded)

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
        self._see(seen)
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
        return self._settled(name, recorded)

    def _settled(self, name: str, recorded: Recorded) -> tuple[Finding, ...]:
        if recorded.conflict is not None:
            self.assessment = recorded.assessment
            self.elsewhere.pop(name, None)
            raise Overtaken(name, recorded.conflict)
        self._take(recorded)
        if recorded.is_saved:
            self.typed.settle(name)
            self.elsewhere.pop(name, None)
            return ()
        return tuple(one for one in recorded.findings if one.kind == "hard")

    def note(self, name: str, text: str, seen: Answer | None = None) -> None:
        """Keep a note; one that was written elsewhere since `seen` stays above it."""
        self._see(seen)
        self._remark(name, note=text)
        self.forget(name + NOTE)

    def reason(self, name: str, text: str) -> None:
        """Keep the reason for an unusual answer; one that was given elsewhere stays above it."""
        self._remark(name, reason=text)
        self.forget(name + REASON)

    def turn_flag(self, name: str) -> bool:
        """Set or take away the flag "come back"; tells which."""
        flag = not self.assessment.answer(name).flag
        recorded = answering.remark(self.desk, self.assessment, name, flag=flag)
        if recorded.conflict is not None:  # it was turned in another window: it is as wanted
            self.assessment = recorded.assessment
        self._take(recorded)
        return flag

    def _see(self, seen: Answer | None) -> None:
        """Take an answer as the one that the expert has seen last."""
        if seen is not None and not seen.says_the_same(self.assessment.answer(seen.question)):
            self.assessment = self.assessment.with_answer(seen)

    def _remark(self, name: str, *, note: str | None = None, reason: str | None = None) -> None:
        recorded = answering.remark(self.desk, self.assessment, name, note=note, reason=reason)
        if (there := recorded.conflict) is not None:
            self.assessment = recorded.assessment
            recorded = answering.remark(
                self.desk,
                self.assessment,
                name,
                note=None if note is None else joined(there.note, note),
                reason=None if reason is None else joined(there.reason, reason),
            )
        self._take(recorded)

    # The history

    def undo(self) -> AnswerChange:
        """Take the newest change back; gives what it was.

        Raises AssessError where there is none, and once where it was made in another window and
        its question was not up since.
        """
        try:
            seen = self.assessment.with_answers(self.unseen.values())
            undone = undoing.undo(self.desk, seen)
        except AssessError:
            self.renew()
            self.unseen.clear()  # it was told now
            raise
        self.assessment = self.assessment.with_answer(undone.change.after)
        self.saved_at = self.desk.now
        self.offered.renew(self.assessment)
        return undone.change

    def history(self, name: str | None = None) -> tuple[AnswerChange, ...]:
        """Give the changes of the answers, or of one answer, oldest first."""
        return undoing.history(self.desk, self.assessment, name)

    def give_again(self, earlier: Answer) -> tuple[Finding, ...]:
        """Give an earlier answer once more. Gives what stands against it; may raise Overtaken."""
        return self._settled(
            earlier.question, undoing.give_again(self.desk, self.assessment, earlier)
        )

    def take(self, recorded: Recorded) -> None:
        """Take what another part of the workflow recorded in this case."""
        self._take(recorded)

    # What is offered

    def take_proposal(self, name: str) -> tuple[Finding, ...]:
        """Take the first proposal for a question. Gives what stands against it."""
        first = next(iter(self.offered.waiting(name, self.assessment)), None)
        return self._adopt(first) if first is not None else ()

    def decline_proposal(self, name: str) -> None:
        """Decline the first proposal for a question."""
        for first in self.offered.waiting(name, self.assessment)[:1]:
            proposing.decline(self.desk, self.assessment, first)
        self.offered.renew(self.assessment)

    def take_last(self, name: str) -> tuple[Finding, ...]:
        """Take what was said in the last round. Gives what stands against it."""
        last = self.offered.last_said(name)
        return self._adopt(last) if last is not None else ()

    def _adopt(self, proposal: Proposal) -> tuple[Finding, ...]:
        """Take a proposal over; what is typed and no answer yet stays. May raise Overtaken."""
        name = proposal.question
        recorded = proposing.take(self.desk, self.assessment, proposal)
        self.offered.renew(recorded.assessment)
        if recorded.conflict is not None:
            self.assessment = recorded.assessment
            raise Overtaken(name, recorded.conflict)
        self._take(recorded)
        is_hard = not recorded.is_saved
        return tuple(one for one in recorded.findings if one.kind == "hard" and is_hard)

    def take_proposals_of(self, area: str) -> TakenArea:
        """Fill the blanks of an area with what is proposed."""
        return self._filled(proposing.take_area(self.desk, self.assessment, area))

    def take_last_of(self, area: str) -> TakenArea:
        """Fill the blanks of an area with what was said in the last round."""
        last = self.offered.last
        if last is None:
            return TakenArea(self.assessment, 0, 0, ())
        return self._filled(rounds.take_last_of_area(self.desk, self.assessment, last, area))

    def _filled(self, found: TakenArea) -> TakenArea:
        self.assessment = found.assessment
        self.saved_at = self.desk.now if found.taken else self.saved_at
        self.offered.renew(self.assessment)
        return found

    def differs(self, proposal: Proposal) -> bool:
        """Tell whether a proposal says something else than the answer."""
        return stance(proposal, self.assessment) is not Stance.CONFIRMED

    def _take_remarks(self) -> None:
        if self.is_finished:
            return
        for key, text in list(self.typed.drafts.items()):
            name, _, kind = key.partition(".")
            if name in self.catalogue.questions and f".{kind}" in (NOTE, REASON):
                keep = self.note if f".{kind}" == NOTE else self.reason
                keep(name, text)

    # The place, and what hangs on an answer

    def visit(self, name: str) -> None:
        """Keep the place, so that the interview can be resumed there after anything."""
        self.look_at(name)
        if name != self.place:
            self.place = name
            cases.visit(self.desk, self.case_id, name)

    def leave(self) -> None:
        """Leave the interview, keeping the place."""
        self.flush()
        self.close()
        if self.place is not None:
            cases.leave(self.desk, self.case_id, self.place)

    def close(self) -> None:
        """Stop the clock, and be gone for other windows."""
        self.time.pause()
        self.window.leave()

    def doubts(self, name: str) -> tuple[tuple[str, Finding], ...]:
        """Give what the checks find in the answers that hang on another."""
        found = doubts(name, self.assessment, self.catalogue)
        return tuple((one.question, one.finding) for one in found)
