"""Sending the chosen case with one key; the network is waited for apart from the screen."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assess.errors import AssessError, Unreachable
from assess.languages import gettext
from assess.tui.dialog.apart import Apart, Slow
from assess.tui.frame.host import host

if TYPE_CHECKING:
    from textual.screen import Screen

    from assess.core.submission.kept import Submission


def send_case(screen: Screen[Any], case_id: str, then: Callable[[], object]) -> None:
    """Put the case into the queue, and send what waits; `then` is called after each of both."""
    from assess.workflow.case import cases
    from assess.workflow.submission import connecting, receiving, sending

    desk = host(screen).desk
    try:
        sending.queue(desk, cases.assessment_of(desk, case_id))
        key_file = Path(connecting.connection_of(desk).key_file)
    except AssessError as error:
        host(screen).complain(str(error))
        return
    then()

    def work() -> bool:
        with host(screen).open_desk_apart() as apart:
            try:
                sending.deliver(apart, key_file)
                receiving.fetch(apart, key_file)
            except Unreachable:
                return False
        return True

    def show(is_sent: bool) -> None:  # noqa: FBT001  the result of the work
        if not is_sent:
            screen.notify(
                gettext("The secretariat cannot be reached now. The case waits, and goes later."),
                markup=False,
            )
        then()

    screen.notify(gettext("The case is being sent …"), markup=False)
    words = gettext("The case is being sent …")
    Apart(screen.app, Slow(words, work, show, late=show), lambda e: host(screen).complain(str(e)))


def submission_words(submission: Submission) -> str:
    """Say in a few words what became of a case that was sent."""
    match submission.state.value:
        case "waiting":
            return gettext("waits to be sent")
        case "received":
            return gettext("received by the secretariat")
        case "forked":
            return gettext("the secretariat has another copy as well")
        case "behind":
            return gettext("the secretariat has a newer copy")
        case _:
            return gettext("refused by the secretariat")
