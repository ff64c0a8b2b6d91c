"""The working time of an interview."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from assess.core.case.work_time import shown
from assess.languages.message import say
from assess.tui.case.interview.place import CurrentPlace
from assess.tui.case.recording.case_writer import CaseWriter
from assess.tui.frame.host import Host
from assess.workflow.case.interview.session import Session


class WorkClock:
    """Runs while somebody works on a question, and stands in a break."""

    def __init__(
        self, session: Session, place: CurrentPlace, writer: CaseWriter, host: Host
    ) -> None:
        """Keep the time of a session."""
        self._session = session
        self._place = place
        self._writer = writer
        self._host = host

    def work(self) -> None:
        """Take note that somebody works on the current question."""
        if (name := self._place.question) is not None:
            self._writer.attempt(partial(self._session.time.work, name))

    def pause(self, after: Callable[[], object]) -> None:
        """Stop the clock until the expert goes on; `after` is done then."""
        from assess.tui.case.dialog.pause import PauseScreen

        if not self._writer.attempt(self._session.time.pause):
            return
        spent = say(shown(self._session.time.spent.total))
        self._host.push_screen(PauseScreen(spent), lambda _: after())
