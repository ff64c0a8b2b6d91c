"""Moving through an interview: from question to question, from card to card."""

from __future__ import annotations

from functools import partial

from textual.timer import Timer

from assess.core.catalogue.indicator import Indicator
from assess.tui.screens.beside import show_beside
from assess.tui.screens.interview_view import card_of
from assess.tui.screens.recording import RecordingScreen
from assess.tui.widgets.question import Question
from assess.tui.widgets.revealing import reveal
from assess.tui.widgets.saved_line import SavedLine
from assess.tui.widgets.side_pane import SidePane

PREPARE_AFTER = 0.3
"""After how many seconds on a card the next one is built, so that it appears at once."""


class MovingScreen(RecordingScreen):
    """A screen that knows at which question the interview is, and goes on from there."""

    def __init__(self, case_id: str) -> None:
        """Hold a case; no card is laid yet."""
        super().__init__(case_id)
        self.current: str | None = None
        """The question to which single keys apply."""
        self._preparing: Timer | None = None

    async def open(self, indicator: Indicator, question: str | None = None) -> None:
        """Lay the card of an indicator, at a question or where there is something to ask."""
        await self.hear_out()
        self.tell_all()
        self.indicator = indicator
        posed = [self.session.posed(one) for one in indicator.questions]
        unsettled = [one.name for one in posed if not one.is_settled]
        is_open = any(one.is_open for one in posed)
        wanted = question or (unsettled[0] if is_open else None)
        self.current = wanted or (posed[0].name if posed else None)
        with self.app.batch_update():
            await self.card.lay(card_of(indicator, self.session), self.current)
            self.show_standing()
            self.focus_question(wanted)
        self.tidying.note_card()
        self._prepare_next()

    def _prepare_next(self) -> None:
        """Have the next card built once this one has been looked at for a moment."""
        if self._preparing is not None:
            self._preparing.stop()
        self._preparing = self.set_timer(PREPARE_AFTER, self._prepare)

    async def _prepare(self) -> None:
        following = self._indicator_by(1)
        if following is not None:
            posed = [self.session.posed(question) for question in following.questions]
            await self.card.prepare(following.number, posed)

    def focus_question(self, name: str | None) -> None:
        """Give the focus to a question; to the card where it cannot be answered or for None."""
        question = self.card.question(name) if name else None
        if question is not None and question.is_asked and not self.session.is_finished:
            self.set_focus(question.entrance, scroll_visible=False)
            reveal(question)
            reveal(question.entrance, last=0)
        else:
            self.set_focus(self.card)
        self._come_to(name or self.current)

    def _come_to(self, name: str | None) -> None:
        """Take note of where the interview is."""
        self.current = name
        self.card.mark(name)
        self.show_beside()
        if name is not None:
            self.attempt(partial(self.session.visit, name))

    def show_answers(self, changed: str | None = None) -> None:
        """Show the card, the list and what stands beside the card as they are after a change."""
        super().show_answers(changed)
        self.show_beside()

    def show_beside(self) -> None:
        """Show what stands beside the card."""
        if self.indicator is not None:
            pane = self.query_one(SidePane)
            show_beside(pane, self.indicator, self.current, self.session)

    def on_question_entered(self, event: Question.Entered) -> None:
        """Keep the place."""
        if event.question != self.current and self.card.question(event.question) is not None:
            self._come_to(event.question)

    def question_in_focus(self) -> Question | None:
        """Give the question in which the focus is, if it is in one."""
        here = self.focused.ancestors if self.focused is not None else ()
        return next((one for one in here if isinstance(one, Question)), None)

    async def go_on(self, *, by_enter: bool) -> None:
        """Go to what comes next: in the field, its reason, the next question or indicator."""
        await self.hear_out()
        question = self.question_in_focus()
        if question is None:
            await self._enter_card()
            return
        if question.step(by_enter=by_enter):
            return
        await self.hear_out()
        if by_enter:
            self.undecided.discard(question.posed.name)
        self.tell(question)
        if question.leave_field():
            return
        questions = self.card.questions
        later = questions[questions.index(question) + 1 :]
        following = next((one for one in later if one.is_asked), None)
        if following is not None:
            await self.card.complete()
            self.focus_question(following.posed.name)
        else:
            await self.go_by(1)

    async def _enter_card(self) -> None:
        """Go from the card into its current question, or on where nothing is asked."""
        question = self.card.question(self.current) if self.current else None
        if question is None or not question.is_asked or self.session.is_finished:
            await self.go_by(1)
        else:
            self.query_one(SavedLine).say("")
            self.focus_question(self.current)

    async def go_by(self, by: int) -> None:
        """Go to the indicator so many places further."""
        if (indicator := self._indicator_by(by)) is not None:
            await self.open(indicator)
            return
        last = "This is the last indicator; o shows what is still open."
        self.notify(last if by > 0 else "This is the first indicator.", markup=False)
        self.set_focus(self.card)

    def _indicator_by(self, by: int) -> Indicator | None:
        indicators = self.session.catalogue.indicators
        at = (indicators.index(self.indicator) if self.indicator else 0) + by
        return indicators[at] if 0 <= at < len(indicators) else None

    async def go_to_question(self, name: str | None) -> None:
        """Open the card of a question and go to it; nothing for None."""
        if name is not None:
            await self.open(self.session.catalogue.indicator_of(name), name)

    async def go_to_indicator(self, number: int | None) -> None:
        """Open an indicator by its number; nothing for None."""
        if number is not None:
            await self.open(self.session.catalogue.indicators[number - 1])
