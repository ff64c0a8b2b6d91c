"""Other windows on the same case: who is there, and what was written in them."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

from assess.errors import AssessError
from assess.languages import gettext
from assess.languages.message import say
from assess.tui.case.interview.place import CurrentPlace
from assess.tui.case.interview.view import InterviewView
from assess.workflow.case.interview.presence import Presence
from assess.workflow.case.interview.session import Session

LOOK_SECONDS = 0.4
"""How often a window looks whether something was written in another one."""

TYPING_SECONDS = 3.0
"""How long after a key a window counts as one in which somebody types."""


class WindowWatch:
    """Tells other windows where this one is, shows what comes from them, and says who is there."""

    def __init__(
        self,
        session: Session,
        place: CurrentPlace,
        view: InterviewView,
        is_in_front: Callable[[], bool],
    ) -> None:
        """Watch for a session; `is_in_front` tells whether no other screen is over this one."""
        self._session = session
        self._place = place
        self._view = view
        self._is_in_front = is_in_front
        self._last_key = 0.0

    def note_key(self) -> None:
        """Take note that somebody types in this window."""
        self._last_key = monotonic()

    def look_around(self) -> None:
        """Tell where this window is, and take what was written elsewhere."""
        if self._place.question is None:
            return
        window, is_typing = self._session.window, monotonic() - self._last_key < TYPING_SECONDS
        try:
            window.at(self._place.question, is_typing=is_typing)
            others = window.others()
            if window.has_news() and self._is_in_front():
                self._session.renew()
                self._view.show_answers()
        except AssessError as error:
            self._view.fail(str(error))
            return
        self._view.say_who_is_there("; ".join(map(self._in_words, others)))
        self._view.show_time()

    def _in_words(self, other: Presence) -> str:
        catalogue, where = self._session.catalogue, other.question
        if where in catalogue.questions:
            number = catalogue.indicator_of(where).number
            where = f"{number} {say(catalogue.questions[where].title)}"
        if other.is_typing:
            return gettext(
                "{who} is writing at {question}, in another window on {machine}",
                who=other.who,
                question=where,
                machine=other.machine,
            )
        return gettext(
            "{who} is at {question}, in another window on {machine}",
            who=other.who,
            question=where,
            machine=other.machine,
        )
