"""Work at the secretariat apart from the screen: a network is slow, and a key still answers."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from assess.errors import AssessError
from assess.languages import gettext
from assess.tui.dialog.apart import Apart, Slow
from assess.tui.frame.host import Host, host

if TYPE_CHECKING:
    from textual.screen import Screen

    from assess.workflow.submission.reviewing import ReviewOffice

Work = Callable[["ReviewOffice"], Any]


def slow(of: Host, work: Work, then: Callable[[Any], object]) -> Slow:
    """Give work at the secretariat, for a form that waits for it."""
    return Slow(gettext("Asking the secretariat …"), partial(_work, of, work), then)


class OfficeLine:
    """What a screen asks the secretariat: only the newest counts, and none once it is left."""

    def __init__(self, screen: Screen[Any]) -> None:
        """Take the screen that asks."""
        self._screen = screen
        self._apart: Apart | None = None
        self.is_waiting = True
        """Whether an answer is still to come."""

    def begin(
        self,
        work: Work,
        then: Callable[[Any], object],
        failed: Callable[[AssessError], object],
    ) -> None:
        """Ask; `then` or `failed` is called on the main thread."""
        self.leave()
        self.is_waiting = True
        made = slow(host(self._screen), work, partial(self._take, then))
        self._apart = Apart(self._screen.app, made, partial(self._take, failed))

    def _take(self, told: Callable[[Any], object], what: object) -> None:
        self.is_waiting = False
        told(what)

    def leave(self) -> None:
        """Wait for nothing any more."""
        self.is_waiting = False
        if self._apart is not None:
            self._apart.leave()


def _work(of: Host, work: Work) -> Any:
    from assess.workflow.submission.reviewing import review_office

    with of.open_desk_apart() as desk, review_office(desk) as office:
        return work(office)
