"""Sending the chosen case with one key; the network is waited for apart from the screen."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from assess.errors import AssessError, Unreachable
from assess.languages import gettext
from assess.tui.dialog.apart import Apart, Slow
from assess.tui.frame.host import host

if TYPE_CHECKING:
    from textual.screen import Screen

    from assess.core.submission.kept import Submission


def send_case(screen: Screen[Any], case_id: str, then: Callable[[], object]) -> None:
    """Send a case, or take in first what others sent of it; `then` is called as it goes on."""
    from assess.tui.dialog.choose import ChooseScreen
    from assess.workflow.submission.sent import submissions

    last = submissions(host(screen).desk).get(case_id)
    if last is None or last.state.value not in ("forked", "behind"):
        _send(screen, case_id, then)
        return

    def choose(chosen: str | None) -> None:
        if chosen == "send":
            _send(screen, case_id, then)
        elif chosen == "fetch":
            _fetch(screen, case_id, then)

    question = gettext("The secretariat has another copy of this case.")
    answers = [
        ("fetch", gettext("Import it: answers that differ are proposed")),
        ("send", gettext("Send the case as it is here")),
    ]
    host(screen).push_screen(ChooseScreen(question, answers), choose)


def _send(screen: Screen[Any], case_id: str, then: Callable[[], object]) -> None:
    """Put the case into the queue, and send what waits; `then` is called after each of both."""
    from assess.workflow.case import cases
    from assess.workflow.submission import connecting, receiving, sending

    desk = host(screen).desk
    try:
        sending.queue(desk, cases.assessment_of(desk, case_id))
        key_file = connecting.key_file_of(desk)
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

    _apart(screen, Slow(gettext("The case is being sent …"), work, show, late=show))


def _fetch(screen: Screen[Any], case_id: str, then: Callable[[], object]) -> None:
    """Take in what others sent of a case; `then` is called when it is here."""
    from assess.workflow.submission import connecting, taking_copies

    def work() -> tuple[str, ...]:
        with host(screen).open_desk_apart() as apart:
            arrived = taking_copies.fetch_copies(apart, case_id, connecting.key_file_of(apart))
        return tuple(sentence for each in arrived for sentence in (*each.came, *each.left))

    def show(sentences: tuple[str, ...]) -> None:
        for sentence in sentences:
            screen.notify(sentence, markup=False)
        then()

    _apart(screen, Slow(gettext("The other copy is being fetched …"), work, show, late=show))


def _apart(screen: Screen[Any], slow: Slow) -> None:
    screen.notify(slow.words, markup=False)
    Apart(screen.app, slow, lambda error: host(screen).complain(str(error)))


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
