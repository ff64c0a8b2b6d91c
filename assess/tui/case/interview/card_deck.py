"""The cards of the indicators: one is laid, and the next one is built before it is asked for."""

from __future__ import annotations

from textual.timer import Timer

from assess.core.catalogue.indicator import Indicator
from assess.languages.speech import asking_language
from assess.tui.case.card.indicator_card import IndicatorCard
from assess.tui.case.interview.card_view import card_of
from assess.tui.frame.idle_collection import Tidying
from assess.workflow.case.interview.session import Session

PREPARE_AFTER = 0.3
"""After how many seconds on a card the next one is built, so that it appears at once."""


class CardDeck:
    """Lays the card of an indicator, and builds the one that will probably be next."""

    def __init__(self, session: Session, card: IndicatorCard, tidying: Tidying) -> None:
        """Lay nothing yet."""
        self._session = session
        self._card = card
        self._tidying = tidying
        self._following: Indicator | None = None
        self._timer: Timer | None = None
        self.language = ""
        """The code of the language in which the card is laid."""

    async def lay(self, indicator: Indicator, first: str | None) -> None:
        """Lay the card of an indicator; the question to begin with is built first."""
        self.language = asking_language().code
        await self._card.lay(card_of(indicator, self._session), first)
        self._tidying.note_card()

    def forget(self) -> None:
        """Forget the card that was built ahead: it would be shown otherwise now."""
        self._card.forget()

    def prepare(self, following: Indicator | None) -> None:
        """Build the next card once the present one has been looked at for a moment."""
        if self._timer is not None:
            self._timer.stop()
        self._following = following
        self._timer = self._card.screen.set_timer(PREPARE_AFTER, self._build)

    async def _build(self) -> None:
        following = self._following
        if following is not None:
            posed = [self._session.posed(question) for question in following.questions]
            await self._card.prepare(following.number, posed)
