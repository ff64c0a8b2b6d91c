"""Navigating an interview: which indicator is open, and at which of its questions."""

from __future__ import annotations

from asyncio import Lock

from assess.core.catalogue.indicator import Indicator
from assess.languages import gettext
from assess.languages.speech import asking_language
from assess.tui.case.card.indicator_card import IndicatorCard
from assess.tui.case.interview.card_deck import CardDeck
from assess.tui.case.interview.card_focus import CardFocus
from assess.tui.case.interview.place import CurrentPlace
from assess.tui.case.interview.view import InterviewView
from assess.tui.case.recording.answer_recorder import AnswerRecorder
from assess.tui.widgets.text_input import Line, Page
from assess.workflow.case.interview.session import Session


class Navigator:
    """Opens indicators, after whatever was typed on the card before has been recorded."""

    def __init__(
        self,
        session: Session,
        place: CurrentPlace,
        card: IndicatorCard,
        deck: CardDeck,
        view: InterviewView,
        recorder: AnswerRecorder,
        focus: CardFocus,
    ) -> None:
        """Be nowhere yet."""
        self._session = session
        self._place = place
        self._card = card
        self._deck = deck
        self._view = view
        self._recorder = recorder
        self._focus = focus
        self._opening = Lock()

    async def open(self, indicator: Indicator, question: str | None = None) -> None:
        """Lay the card of an indicator, at a question or where there is something to ask.

        One after another: of two that are asked for at once the later one stays.
        """
        async with self._opening:
            await self._open(indicator, question)

    async def _open(self, indicator: Indicator, question: str | None) -> None:
        await self._recorder.catch_up()
        self._recorder.adopt()
        self._place.indicator = indicator
        posed = [self._session.posed(question) for question in indicator.questions]
        unsettled = [question.name for question in posed if not question.is_settled]
        is_open = any(question.is_open for question in posed)
        wanted = question or (unsettled[0] if is_open else None)
        self._place.question = wanted or (posed[0].name if posed else None)
        with self._card.app.batch_update():
            await self._deck.lay(indicator, self._place.question)
            self._view.show_standing()
            self._focus.to_question(wanted)
        self._deck.prepare(self._indicator_by(1))

    async def go_by(self, by: int) -> None:
        """Go to the indicator so many places further."""
        if (indicator := self._indicator_by(by)) is not None:
            await self.open(indicator)
            return
        last = gettext("This is the last indicator; o shows the open points.")
        self._card.notify(last if by > 0 else gettext("This is the first indicator."), markup=False)
        self._focus.to_card()

    def _indicator_by(self, by: int) -> Indicator | None:
        indicators, here = self._session.catalogue.asked, self._place.indicator
        at = (indicators.index(here) if here else 0) + by
        return indicators[at] if 0 <= at < len(indicators) else None

    async def go_to_question(self, name: str | None) -> None:
        """Open the card of a question and go to it; nothing for None."""
        if name is not None:
            await self.open(self._session.catalogue.indicator_of(name), name)

    async def go_to_indicator(self, number: int | None) -> None:
        """Open an indicator by its number; nothing for None."""
        if number is not None:
            await self.open(self._session.catalogue.asked[number - 1])

    async def turn_language(self) -> None:
        """Show the card in the other language, or again in the one in which it is asked."""
        if not self._session.asking.turn():
            self._view.say(
                gettext("there is no other language here: questions and screen are in English"), "·"
            )
            return
        await self.lay_again()

    @property
    def is_overtaken(self) -> bool:
        """Tell whether the card is shown in another language than the case now asks for."""
        return self._deck.language != asking_language().code

    async def lay_again(self) -> None:
        """Lay the card anew, at its question and letter: it is shown in another language now."""
        place = self._place
        if place.indicator is None:
            return
        screen = self._card.screen
        before = screen.focused
        self._deck.forget()
        await self.open(place.indicator, place.question)
        after = screen.focused
        if isinstance(before, Line) and isinstance(after, Line) and before.value == after.value:
            after.select_on_focus = False  # what was typed before is gone on with
            after.cursor_position = before.cursor_position
        if isinstance(before, Page) and isinstance(after, Page) and before.text == after.text:
            after.cursor_location = before.cursor_location
