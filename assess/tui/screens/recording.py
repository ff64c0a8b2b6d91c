"""Recording: what the widgets of a card tell becomes answers, drafts and places, at once."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import Any

from textual import events
from textual.screen import Screen

from assess.core.catalogue.indicator import Indicator
from assess.errors import AssessError
from assess.tui.host import host
from assess.tui.screens.interview_view import doubts_in_words, sections_of, shown_scores
from assess.tui.screens.overtaking import ask_which
from assess.tui.tidying import Tidying
from assess.tui.widgets.fields import Field
from assess.tui.widgets.frame import SYNTHETIC, Masthead
from assess.tui.widgets.indicator_card import IndicatorCard
from assess.tui.widgets.indicator_list import IndicatorList
from assess.tui.widgets.question import Question
from assess.tui.widgets.saved_line import SavedLine
from assess.workflow.case.interview.held_case import REASON
from assess.workflow.case.interview.session import Overtaken, Session

DRAFT_SECONDS = 0.5
"""How often what is being typed is saved."""

PATIENCE = 1.0
"""How many seconds a widget is waited for that does not answer."""


class RecordingScreen(Screen[None]):
    """A screen on which one case is asked: it records, and shows how the case then stands."""

    def __init__(self, case_id: str) -> None:
        """Hold a case; it is read when the screen is first shown."""
        super().__init__()
        self._case_id = case_id
        self._session: Session | None = None
        self.tidying = Tidying()
        self.indicator: Indicator | None = None
        """The indicator whose card is laid."""
        self._aside, self._done = "", ""
        self.undecided: set[str] = set()
        """Where it was asked whose answer counts; what is typed waits until it is said."""

    @property
    def session(self) -> Session:
        """The interview as it is held."""
        if self._session is None:
            self._session = Session(host(self).desk, self._case_id)
            self._session.is_shared = host(self).is_shared
        return self._session

    @property
    def card(self) -> IndicatorCard:
        """The card that is laid."""
        return self.query_one(IndicatorCard)

    def attempt(self, act: Callable[[], Any]) -> bool:
        """Do something that the database or the workflow may refuse; say why if it does."""
        try:
            act()
        except Overtaken as overtaken:
            ask_which(self, overtaken, partial(self.attempt, act))
            return False
        except AssessError as error:
            for line in self.query(SavedLine):  # on leaving it is gone
                line.fail(str(error))
            return False
        return True

    def attempt_or_tell(self, act: Callable[[], Any]) -> bool:
        """Do something that may be refused where nothing is at risk; say why if it is."""
        return host(self).attempt(act)

    def complain(self, text: str) -> None:
        """Say what could not be done."""
        host(self).complain(text)

    def on_field_given(self, event: Field.Given) -> None:
        """Save an answer, or say at the field why it is none."""
        self.record(event)

    def on_field_misread(self, event: Field.Misread) -> None:
        """Keep what was typed and say what is wrong."""
        self.record(event)

    def on_field_cleared(self, event: Field.Cleared) -> None:
        """Take an answer back."""
        self.record(event)

    def on_field_typed(self, event: Field.Typed) -> None:
        """Keep what is being typed; it is saved within the second."""
        self.tidying.note_key()
        self.undecided.discard(event.question)
        self.session.type(event.question, event.text)

    def on_question_reason_typed(self, event: Question.ReasonTyped) -> None:
        """Keep a reason that is being typed."""
        self.session.type(event.question + REASON, event.reason)

    def on_question_reasoned(self, event: Question.Reasoned) -> None:
        """Keep the reason for an unusual answer."""
        self.attempt(partial(self.session.reason, event.question, event.reason))
        self.show_answers()

    def on_indicator_card_unheard(self, _: IndicatorCard.Unheard) -> None:
        """Say how to get at the answers, which a stray key must not change."""
        is_finished = self.session.is_finished
        said = (
            "the case is finished" if is_finished else "nothing changed · Enter goes to the answer"
        )
        self.query_one(SavedLine).say(said, "·")

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Save what was typed, since the focus moved."""
        self.save_typed()

    def record(self, event: Field.Given | Field.Misread | Field.Cleared) -> None:
        """Record what a field tells, and show what follows from it."""
        session, name = self.session, event.question
        if name in self.undecided:
            return
        fault = ""
        try:
            match event:
                case Field.Given():
                    fault = "; ".join(map(str, session.give(name, event.value, event.text)))
                case Field.Misread():
                    fault = event.fault
                    session.type(name, event.text)
                    session.flush()
                case Field.Cleared():
                    session.clear(name)
        except Overtaken as overtaken:
            mine = event.text if isinstance(event, Field.Given) else ""
            ask_which(self, overtaken, partial(self.record, event), mine)
        except AssessError as error:
            fault = str(error)
            self.query_one(SavedLine).fail(fault)
        self.show_answers(name)
        widget = self.card.question(name)
        if fault and widget is not None:
            widget.show_fault(fault)

    async def hear_out(self) -> None:
        """Wait until what was typed so far has arrived: keys come faster than they are dealt with.

        A key goes to the widget with the focus, and what follows from it up to the screen, through
        a queue each; an empty message through the same queues arrives behind them.
        """
        self.tidying.note_key()
        for node in self.focused.ancestors_with_self if self.focused is not None else ():
            for _ in range(2):
                passed = asyncio.Event()
                if node.task is not asyncio.current_task() and node.call_later(passed.set):
                    with suppress(TimeoutError):  # a widget that is just going away
                        await asyncio.wait_for(passed.wait(), PATIENCE)
            if node is self:
                return

    def tell(self, question: Question) -> None:
        """Record at once what is typed for a question and not told yet."""
        if (event := question.field.pending()) is not None:
            self.record(event)
        if (reasoned := question.pending_reason()) is not None:
            self.on_question_reasoned(reasoned)

    def tell_all(self) -> None:
        """Record at once whatever is typed on this card and not told yet."""
        for question in self.card.questions:
            self.tell(question)
        self.save_typed()

    def keep_typed(self) -> None:
        """Save as drafts what is typed, also what no message has told yet: the program ends."""
        for question in self.card.questions:
            if question.field.takes_text and question.field.has_untold:
                self.session.type(question.posed.name, question.field.text)
        self.save_typed()

    def save_typed(self) -> None:
        """Save what is being typed and is no answer yet."""
        if self.session.typed.has_unsaved:
            self.attempt(self.session.flush)
            self.show_saved()

    def show_answers(self, changed: str | None = None) -> None:
        """Show the card, the list and the saved time as they are after a change."""
        if self.indicator is None:
            return
        questions = [self.session.posed(question) for question in self.indicator.questions]
        self.card.bind(questions, shown_scores(self.indicator, self.session))
        self.show_standing()
        if changed is not None:
            self.query_one(SavedLine).say("")
            self.query_one(SavedLine).doubt(doubts_in_words(changed, self.indicator, self.session))

    def show_standing(self) -> None:
        """Show how far the case is."""
        session = self.session
        if self.indicator is None:
            return
        sections = sections_of(session)
        self.query_one(IndicatorList).rows.bind(sections, self.indicator.number)
        case = session.assessment.case
        done = sum(one.is_complete for section in sections for one in section.indicators)
        mode = {"onsite": "on site", "video": "video"}[case.details.mode]
        head = self.query_one(Masthead)
        head.subject = f"{case.organisation.name} · {case.details.portfolio} · {mode}"
        aside = [SYNTHETIC] if case.synthetic else []
        aside += ["shared screen"] if session.is_shared else []
        aside += ["finished"] if session.is_finished else []
        self._aside = "  ".join(aside)
        self._done = f"{done}/{len(session.catalogue.indicators)}"
        self.show_time()
        self.show_saved()

    def time_words(self) -> str:
        """Give the working time so far, if it is kept here."""
        return ""

    def show_time(self) -> None:
        """Show what the case is, how far it is and the working time."""
        words = (self._aside, self._done, self.time_words())
        self.query_one(Masthead).aside = "  ".join(filter(None, words))

    def show_saved(self) -> None:
        """Show when something was saved last."""
        notice = str(self.session.catalogue.edition.notice)
        self.query_one(SavedLine).bind(self.session.saved_at, notice)
