"""What is done with the chosen case: every way from the list of cases to the other screens."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from textual.binding import BindingType

from assess.languages import gettext
from assess.tui.frame.host import host
from assess.tui.frame.keys import bound

if TYPE_CHECKING:
    from textual.screen import Screen

CASE_KEYS: tuple[BindingType, ...] = (
    bound("open", "on_case('open')", show=True),
    bound("open_points", "on_case('open_points')", show=True),
    bound("results", "on_case('results')", show=True),
    bound(
        "report",
        "on_case('report')",
        show=True,
        tooltip=gettext("Preview the report, and save it as a PDF"),
    ),
    bound("label", "on_case('label')", show=True),
    bound(
        "details",
        "on_case('details')",
        show=True,
        tooltip=gettext("Organisation, portfolio, expert, impartiality"),
    ),
    bound(
        "finish",
        "on_case('finish')",
        show=True,
        tooltip=gettext("Finish the case, or reopen a finished one"),
    ),
    bound(
        "send",
        "on_case('send')",
        tooltip=gettext("Send the case as it is now; without a network it waits"),
    ),
)
"""The keys of the commands, for the screen on which a case is chosen."""


class CaseActions:
    """Carries out the commands on a case; each other screen is read when it is first opened."""

    def __init__(
        self,
        screen: Screen[Any],
        chosen_case: Callable[[], str | None],
        look_again: Callable[..., object],
    ) -> None:
        """Open screens over `screen`.

        `chosen_case` gives the id of the chosen case, or None after saying that there is none;
        `look_again` shows it as it is now, with others whose ids it is given.
        """
        self._screen = screen
        self._chosen_case = chosen_case
        self._look_again = look_again
        self._commands: Mapping[str, Callable[[str], object]] = {
            "open": self._open,
            "details": self._details,
            "open_points": self._open_points,
            "results": self._results,
            "report": self._report,
            "label": self._label,
            "finish": self._finish,
            "erase": self._erase,
            "send": self._send,
        }

    def carry_out(self, command: str) -> None:
        """Carry out a command on the chosen case, if there is one."""
        if case_id := self._chosen_case():
            self._commands[command](case_id)

    def _open(self, case_id: str) -> None:
        """Open the interview where it was left."""
        host(self._screen).open_interview(case_id)

    def _details(self, case_id: str) -> None:
        """Change what is stated about the case."""
        from assess.tui.case.organisation import OrganisationScreen

        self._screen.app.push_screen(OrganisationScreen(case_id))

    def _open_points(self, case_id: str) -> None:
        """Show what is missing, and jump there."""
        from assess.tui.case.open_points import OpenPointsScreen

        self._screen.app.push_screen(OpenPointsScreen(case_id), partial(self._jump, case_id))

    def _jump(self, case_id: str, question: str | None) -> None:
        if question is not None and self._chosen_case() == case_id:
            host(self._screen).open_interview(case_id, question)

    def _results(self, case_id: str) -> None:
        """Show what follows from the answers."""
        from assess.tui.advice.results import ResultsScreen

        self._screen.app.push_screen(ResultsScreen(case_id))

    def _label(self, case_id: str) -> None:
        """Show the label of the case."""
        from assess.tui.label.label import LabelScreen

        self._screen.app.push_screen(LabelScreen(case_id))

    def _report(self, case_id: str) -> None:
        """Print the report."""
        host(self._screen).ask_for_report(case_id)

    def _finish(self, case_id: str) -> None:
        """Finish the case, or reopen a finished one."""
        from assess.tui.case.finishing import finish_or_reopen

        finish_or_reopen(
            self._screen, case_id, self._look_again, partial(self._open_points, case_id)
        )

    def _send(self, case_id: str) -> None:
        """Send the case to the secretariat."""
        from assess.tui.submission.sending import send_case

        send_case(self._screen, case_id, partial(self._look_again, case_id))

    def _erase(self, case_id: str) -> None:
        """Erase the case, after the account of what goes and what stays."""
        from assess.tui.case.erasing import erase_case

        erase_case(self._screen, case_id, partial(self._look_again, case_id))
