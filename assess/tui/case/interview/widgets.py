"""The widgets of the interview; the screen lays them out."""

from __future__ import annotations

from assess.tui.case.card.indicator_card import CardTitle, IndicatorCard
from assess.tui.case.card.indicator_list import IndicatorList
from assess.tui.case.interview.beside import side_pane
from assess.tui.widgets.saved_line import SavedLine
from assess.tui.widgets.screen_frame import Masthead


class InterviewWidgets:
    """Holds them by name; what is shown on them is the business of the view."""

    def __init__(self, place: str) -> None:
        """Make them; `place` is the name of the screen."""
        self.masthead = Masthead(place)
        self.areas = IndicatorList()
        self.title = CardTitle()
        self.card = IndicatorCard(self.title)
        self.pane = side_pane()
        self.saved_line = SavedLine()
