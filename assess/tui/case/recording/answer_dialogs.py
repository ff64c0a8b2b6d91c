"""What is asked about the current answer: why there is none, a note, what backs it."""

from __future__ import annotations

from functools import partial

from assess.core.case.answer import Answer
from assess.core.case.question_state import QuestionState
from assess.languages import gettext
from assess.languages.message import say
from assess.tui.case.dialog.no_answer import NoAnswer
from assess.tui.case.interview.card_focus import CardFocus
from assess.tui.case.interview.place import CurrentPlace
from assess.tui.case.interview.view import InterviewView
from assess.tui.case.recording.answer_recorder import AnswerRecorder
from assess.tui.case.recording.case_writer import CaseWriter
from assess.tui.frame.host import Host
from assess.workflow.case.interview.held_case import NOTE, REASON
from assess.workflow.case.interview.session import Overtaken, Session


class AnswerDialogs:
    """Opens the dialogs on the current answer, and records what they give."""

    def __init__(
        self,
        session: Session,
        place: CurrentPlace,
        view: InterviewView,
        recorder: AnswerRecorder,
        writer: CaseWriter,
        focus: CardFocus,
        host: Host,
    ) -> None:
        """Ask about the answer at which the interview is."""
        self._session = session
        self._place = place
        self._view = view
        self._recorder = recorder
        self._writer = writer
        self._focus = focus
        self._host = host

    async def ask_why_none(self) -> None:
        """Ask why the current question has no answer, and record it."""
        from assess.tui.case.dialog.no_answer import NoAnswerScreen

        session, name = self._session, self._place.question
        if name is None:
            return
        await self._recorder.catch_up()
        question = session.catalogue.questions[name]
        seen = session.assessment.answer(name)

        def take(said: NoAnswer | None) -> None:
            is_given = said is not None and self._writer.attempt(
                partial(self._give, name, said, seen)
            )
            if is_given:
                self._view.show_answers(name)
            self._focus.to_question(name)
            if is_given:
                self._focus.to_words(name)

        statuses = session.catalogue.edition.statuses
        await self._host.push_screen(
            NoAnswerScreen(say(question.label), seen, statuses, session.desk.today), take
        )

    def _give(self, name: str, said: NoAnswer, seen: Answer | None) -> None:
        """Record why there is no answer; once it was asked about, whatever is there was seen."""
        status, by = said.status, said.follow_up_by
        try:
            self._session.set_status(name, status, reason=said.reason, follow_up_by=by, seen=seen)
        except Overtaken as overtaken:
            again = partial(self._give, name, said, None)
            self._writer.ask_which(overtaken, lambda: self._writer.attempt(again))

    async def take_note(self) -> None:
        """Write a note on the current question; what is typed is kept as it is typed."""
        from assess.tui.case.dialog.note import NoteScreen

        session, name = self._session, self._place.question
        if name is None:
            return
        seen = session.assessment.answer(name)
        held = session.typed.text(name + NOTE) or seen.note or ""
        if held and session.is_shared:
            self._view.say_hidden()
            return

        def keep(text: str) -> None:
            session.type(name + NOTE, text)

        label = say(session.catalogue.questions[name].label)
        marked = bool(seen.note) and seen.for_report is not False
        page = NoteScreen(label, held, keep, for_report=marked)

        def take(text: str | None) -> None:
            write = partial(session.note, name, text or "", seen, for_report=page.for_report)
            if text is not None and self._writer.attempt(write):
                self._view.show_answers()

        await self._host.push_screen(page, take)

    async def ask_reason(self) -> None:
        """Ask why the current answer is right although it is unusual; Enter keeps what is typed.

        Where it is not, the message that asks for a reason stands at another question of the card.
        """
        from assess.tui.case.dialog.reason import ReasonScreen

        session = self._session
        await self._recorder.catch_up()
        name = self._unusual()
        posed = session.posed(session.catalogue.questions[name]) if name else None
        if name is None or posed is None:
            self._view.say(
                gettext("this answer needs no reason; go to the one marked with !, then press F4"),
                "·",
            )
            return
        unusual = _unusual_in(posed)
        held = session.typed.text(name + REASON) or posed.answer.reason or ""

        def keep(text: str) -> None:
            session.type(name + REASON, text)

        def take(text: str | None) -> None:
            if text is not None:
                self._writer.attempt(partial(session.reason, name, text))
            self._view.show_answers(name)

        await self._host.push_screen(
            ReasonScreen(say(posed.question.label), "; ".join(unusual), held, keep), take
        )

    def _unusual(self) -> str | None:
        """Give the current question if its answer is unusual, else the last such one before it.

        Of others only one that has no reason yet.
        """
        session, current, indicator = self._session, self._place.question, self._place.indicator
        if current is None or indicator is None:
            return None
        if _unusual_in(session.posed(session.catalogue.questions[current])):
            return current
        names = [question.name for question in indicator.questions]
        before = names[: names.index(current)] if current in names else []
        for name in reversed(before):
            posed = session.posed(session.catalogue.questions[name])
            if _unusual_in(posed) and not posed.answer.reason:
                return name
        return None

    def turn_flag(self) -> None:
        """Set or take away the flag "come back" on the current question."""
        if (name := self._place.question) is not None:
            self._writer.attempt(partial(self._session.turn_flag, name))
            self._view.show_answers()

    async def show_evidence(self) -> None:
        """Show what backs the current answer; what is added there is saved there."""
        from assess.tui.case.dialog.evidence import EvidenceScreen

        name = self._place.question
        if name is None:
            return
        await self._recorder.catch_up()
        if self._session.is_shared and self._session.assessment.answer(name).evidence:
            self._view.say_hidden()
            return
        await self._host.push_screen(
            EvidenceScreen(self._session, name), lambda _: self._view.show_answers()
        )


def _unusual_in(posed: QuestionState) -> list[str]:
    """Say what is unusual in an answer."""
    return [say(finding.text) for finding in posed.findings if finding.kind == "soft"]
