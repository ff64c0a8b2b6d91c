"""Recording: what the fields of a card tell becomes answers and drafts, at once."""

from __future__ import annotations

from functools import partial

from assess.errors import AssessError
from assess.languages.message import say
from assess.tui.case.card.indicator_card import IndicatorCard
from assess.tui.case.card.question import Question
from assess.tui.case.fields.field import Field
from assess.tui.case.interview.view import InterviewView
from assess.tui.case.recording.case_writer import CaseWriter
from assess.tui.case.recording.type_ahead import TypeAhead
from assess.workflow.case.interview.session import Overtaken, Session


class AnswerRecorder:
    """Records what is typed and picked on the card, and has shown what follows from it."""

    def __init__(
        self,
        session: Session,
        card: IndicatorCard,
        view: InterviewView,
        writer: CaseWriter,
        type_ahead: TypeAhead,
    ) -> None:
        """Record in the case of a session what the fields of a card tell."""
        self._session = session
        self._card = card
        self._view = view
        self._writer = writer
        self._type_ahead = type_ahead

    async def catch_up(self) -> None:
        """Wait for what was typed so far, and record it."""
        await self._type_ahead.arrived()
        self.tell_all()

    def record(self, event: Field.Given | Field.Misread | Field.Cleared) -> None:
        """Record what a field tells, and show what follows from it."""
        session, name = self._session, event.question
        if self._writer.is_undecided(name):
            return
        fault = ""
        try:
            match event:
                case Field.Given():
                    fault = "; ".join(
                        say(finding.text) for finding in session.give(name, event.value, event.text)
                    )
                case Field.Misread():
                    fault = event.fault
                    session.type(name, event.text)
                    session.flush()
                case Field.Cleared():
                    session.clear(name)
        except Overtaken as overtaken:
            mine = event.text if isinstance(event, Field.Given) else ""
            self._writer.ask_which(overtaken, partial(self.record, event), mine)
        except AssessError as error:
            fault = str(error)
            self._view.fail(fault)
        self._view.show_answers(name)
        widget = self._card.question(name)
        if fault and widget is not None:
            widget.show_fault(fault)

    def keep_typing(self, event: Field.Typed) -> None:
        """Keep what is being typed; it is saved within the second."""
        self._writer.decide(event.question)
        self._session.type(event.question, event.text)

    def decide(self, question: Question) -> None:
        """Let what is typed for a question count, also where it was asked whose answer does."""
        self._writer.decide(question.posed.name)

    def tell(self, question: Question, *, is_confirmed: bool = False) -> None:
        """Record at once what is typed for a question and not told yet.

        Where the expert confirms it, that is also what was typed before and is offered since.
        """
        if (event := question.field.pending(is_confirmed=is_confirmed)) is not None:
            self.record(event)

    def tell_all(self) -> None:
        """Record at once whatever is typed on the card and not told yet."""
        for question in self._card.questions:
            self.tell(question)
        self.save_typed()

    def keep_typed(self) -> None:
        """Save as drafts what is typed, also what no message has told yet: the program ends."""
        for question in self._card.questions:
            if question.field.takes_text and question.field.has_untold:
                self._session.type(question.posed.name, question.field.text)
        self.save_typed()

    def adopt(self) -> None:
        """Take over what was typed in windows that have gone: it is offered here."""
        self._writer.attempt(self._session.adopt_drafts)

    def save_typed(self) -> None:
        """Save what is being typed and is no answer yet."""
        if self._session.typed.has_unsaved:
            self._writer.attempt(self._session.flush)
            self._view.show_saved()
