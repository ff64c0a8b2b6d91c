"""What is done with the chosen case: every way from the list of cases to the other screens."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.screen import Screen

from assess.tui.host import host


class CaseActions(Screen[None]):
    """A screen on which a case is chosen; each other screen is read when it is first opened."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", "Open", key_display="Enter"),
        Binding("e", "details", "Details", tooltip="Organisation, portfolio, expert, impartiality"),
        Binding("o", "open_points", "Open points"),
        Binding("s", "results", "Results"),
        Binding("r", "report", "Report", tooltip="Print the report as a PDF"),
        Binding("l", "label", "Label"),
        Binding("f", "finish", "Finish", tooltip="Finish the case, or reopen a finished one"),
    ]

    def chosen_case(self) -> str | None:
        """Give the id of the chosen case, or None after saying that there is none."""
        raise NotImplementedError

    def look_again(self) -> None:
        """Show the chosen case as it is now."""
        raise NotImplementedError

    def action_open(self) -> None:
        """Open the interview where it was left."""
        if case_id := self.chosen_case():
            host(self).open_interview(case_id)

    def action_details(self) -> None:
        """Change what is stated about the case."""
        from assess.tui.screens.organisation import OrganisationScreen

        if case_id := self.chosen_case():
            self.app.push_screen(OrganisationScreen(case_id))

    def action_open_points(self) -> None:
        """Show what is missing, and jump there."""
        from assess.tui.screens.open_points import OpenPointsScreen

        if case_id := self.chosen_case():
            self.app.push_screen(OpenPointsScreen(case_id), partial(self._jump, case_id))

    def _jump(self, case_id: str, question: str | None) -> None:
        if question is not None and self.chosen_case() == case_id:
            host(self).open_interview(case_id, question)

    def action_results(self) -> None:
        """Show what follows from the answers."""
        from assess.tui.screens.results import ResultsScreen

        if case_id := self.chosen_case():
            self.app.push_screen(ResultsScreen(case_id))

    def action_label(self) -> None:
        """Show the label of the case."""
        from assess.tui.screens.label import LabelScreen

        if case_id := self.chosen_case():
            self.app.push_screen(LabelScreen(case_id))

    def action_report(self) -> None:
        """Print the report."""
        if case_id := self.chosen_case():
            host(self).ask_for_report(case_id)

    def action_finish(self) -> None:
        """Finish the case, or reopen a finished one."""
        from assess.tui.finishing import finish_or_reopen

        if case_id := self.chosen_case():
            finish_or_reopen(self, case_id, self.look_again, partial(self._jump, case_id))
