"""What participants said in a survey, beside the judgement of the manager."""

from __future__ import annotations

from textual.content import Content

from assess.core.text.visible import visible
from assess.languages import gettext
from assess.tui.widgets.side_pane import SideSection


class SurveySection(SideSection):
    """The counts of a survey, once the manager has answered the same question."""

    _said: tuple[str, ...] = ()

    def bind(self, said: tuple[str, ...]) -> None:
        """Show sentences, a line each; nothing where no survey asked for the same."""
        if said == self._said:
            return
        self._said = said
        text = Content("\n").join([Content(visible(line)) for line in said])
        self.show((gettext("Survey of participants"), text if said else None))
