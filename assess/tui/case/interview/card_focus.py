"""The keyboard focus in the interview, and with it the question at which the interview is."""

from __future__ import annotations

from functools import partial

from textual.events import Key

from assess.tui.case.card.indicator_card import IndicatorCard
from assess.tui.case.card.question import Question
from assess.tui.case.fields.grid_lines import Grid
from assess.tui.case.interview.place import CurrentPlace
from assess.tui.case.interview.view import InterviewView
from assess.tui.case.recording.case_writer import CaseWriter
from assess.tui.widgets.options import Options
from assess.tui.widgets.revealing import reveal
from assess.workflow.case.interview.session import Session


class CardFocus:
    """Brings the focus to the card and its questions; where it comes to is the current place."""

    def __init__(
        self,
        session: Session,
        place: CurrentPlace,
        card: IndicatorCard,
        view: InterviewView,
        writer: CaseWriter,
    ) -> None:
        """Move the focus of the screen on which a card is laid."""
        self._session = session
        self._place = place
        self._card = card
        self._view = view
        self._writer = writer

    @property
    def question(self) -> Question | None:
        """The question in which the focus is, if it is in one."""
        focused = self._card.screen.focused
        around = focused.ancestors if focused is not None else ()
        return next((node for node in around if isinstance(node, Question)), None)

    @property
    def answerable(self) -> str | None:
        """The current question, if the focus can come to it; None where it takes no answer."""
        name = self._place.question
        return name if self._asked(name) is not None else None

    def _asked(self, name: str | None) -> Question | None:
        question = self._card.question(name) if name else None
        is_asked = question is not None and question.is_asked and not self._session.is_finished
        return question if is_asked else None

    def to_card(self) -> None:
        """Give the focus to the card, so that single keys work."""
        self._card.screen.set_focus(self._card)

    def to_question(self, name: str | None) -> None:
        """Give the focus to a question; to the card where it cannot be answered or for None."""
        if (question := self._asked(name)) is not None:
            self._card.screen.set_focus(question.entrance, scroll_visible=False)
            reveal(question)
            reveal(question.entrance, last=0)
        else:
            self.to_card()
        self._come_to(name or self._place.question)

    def to_words(self, name: str) -> None:
        """Bring into sight what is said about an answer."""
        if (question := self._card.question(name)) is not None:
            question.show_words()

    def answer_by(self, key: Key) -> bool:
        """Give a digit to the current question, if it is answered by one; tells whether it is."""
        question = self._asked(self._place.question)
        digit = key.character or ""
        if question is None or not digit.isdecimal():
            return False
        entrance = question.entrance
        if not isinstance(entrance, Options | Grid):
            return False
        if not entrance.check_consume_key(key.key, digit):
            return False
        self.to_question(question.posed.name)
        entrance.post_message(Key(key.key, digit))
        return True

    def entered(self, name: str) -> None:
        """Keep the place, since the focus came to a question."""
        if name != self._place.question and self._card.question(name) is not None:
            self._come_to(name)

    def _come_to(self, name: str | None) -> None:
        """Take note of where the interview is."""
        self._place.question = name
        self._card.mark(name)
        self._view.show_beside()
        if name is not None:
            self._writer.attempt(partial(self._session.visit, name))
