"""Going on from what is answered to what is asked next, with Enter or Tab."""

from __future__ import annotations

from assess.tui.case.card.indicator_card import IndicatorCard
from assess.tui.case.interview.card_focus import CardFocus
from assess.tui.case.interview.navigator import Navigator
from assess.tui.case.interview.view import InterviewView
from assess.tui.case.recording.answer_recorder import AnswerRecorder
from assess.tui.case.recording.type_ahead import TypeAhead


class QuestionFlow:
    """Leads through a field to the next question and indicator; Enter shows a fault first."""

    def __init__(
        self,
        card: IndicatorCard,
        view: InterviewView,
        recorder: AnswerRecorder,
        focus: CardFocus,
        navigator: Navigator,
        type_ahead: TypeAhead,
    ) -> None:
        """Lead through the questions of a card."""
        self._card = card
        self._view = view
        self._recorder = recorder
        self._focus = focus
        self._navigator = navigator
        self._type_ahead = type_ahead

    async def go_on(self, *, by_enter: bool) -> None:
        """Go to what comes next; Enter also gives what was typed as one's own answer."""
        await self._type_ahead.arrived()
        question = self._focus.question
        if question is None:
            await self._enter_card()
            return
        if question.step(by_enter=by_enter):
            return
        await self._type_ahead.arrived()
        if by_enter:
            self._recorder.decide(question)
        self._recorder.tell(question, is_confirmed=by_enter)
        if by_enter and question.holds():
            return
        questions = self._card.questions
        later = questions[questions.index(question) + 1 :]
        following = next((each for each in later if each.is_asked), None)
        if following is not None:
            await self._card.complete()
            self._focus.to_question(following.posed.name)
        else:
            await self._navigator.go_by(1)

    async def _enter_card(self) -> None:
        """Go from the card into its current question, or on where nothing is asked."""
        if (name := self._focus.answerable) is not None:
            self._view.say("")
            self._focus.to_question(name)
        else:
            await self._navigator.go_by(1)
