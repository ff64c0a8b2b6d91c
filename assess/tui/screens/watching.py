"""What goes on beside the answers: the time that is spent, and other windows on the same case."""

from __future__ import annotations

from functools import partial
from time import monotonic

from assess.core.case.work_time import shown
from assess.errors import AssessError
from assess.tui.screens.moving import MovingScreen
from assess.tui.widgets.saved_line import SavedLine
from assess.workflow.case.interview.presence import Presence

LOOK_SECONDS = 0.4
"""How often a window looks whether something was written in another one."""

TYPING_SECONDS = 3.0
"""How long after a key a window counts as one in which somebody types."""


class WatchingScreen(MovingScreen):
    """A screen that keeps the time, shows what comes from other windows, and says who is there."""

    def __init__(self, case_id: str) -> None:
        """Hold a case; nothing is watched yet."""
        super().__init__(case_id)
        self._last_key = 0.0

    def begin_watching(self) -> None:
        """Look around from now on."""
        self.set_interval(LOOK_SECONDS, self.look_around)

    def note_work(self) -> None:
        """Take note that somebody works on the current question."""
        self._last_key = monotonic()
        if self._session is not None and self.current is not None:
            self.attempt(partial(self.session.time.work, self.current))

    def look_around(self) -> None:
        """Tell where this window is, and take what was written elsewhere."""
        if self.current is None or self._session is None:
            return
        session, is_typing = self.session, monotonic() - self._last_key < TYPING_SECONDS
        try:
            session.window.at(self.current, is_typing=is_typing)
            others = session.window.others()
            if session.window.has_news() and self.is_current:
                session.renew()
                self.show_answers()
        except AssessError as error:
            self.query_one(SavedLine).fail(str(error))
            return
        self.query_one(SavedLine).say_beside("; ".join(map(self._in_words, others)))
        self.show_time()

    def _in_words(self, other: Presence) -> str:
        questions = self.session.catalogue.questions
        where = other.question
        if where in questions:
            number = self.session.catalogue.indicator_of(where).number
            where = f"{number} {questions[where].title}"
        doing = "writes" if other.is_typing else "is"
        return f"{other.who} {doing} at {where}, in another window on {other.machine}"

    def time_words(self) -> str:
        """Give the working time so far; nothing in the first minute."""
        if self._session is None:
            return ""
        total = self.session.time.spent.total
        return shown(total) if total.total_seconds() >= 60 else ""

    def action_pause(self) -> None:
        """Stop the clock until the expert goes on."""
        from assess.tui.screens.pause import PauseScreen

        if not self.attempt(self.session.time.pause):
            return
        spent = shown(self.session.time.spent.total)
        self.app.push_screen(PauseScreen(spent), lambda _: self.note_work())
