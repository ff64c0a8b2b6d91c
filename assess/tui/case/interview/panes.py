"""The panes beside the card; in a narrow terminal they lie over it, and are folded away."""

from __future__ import annotations

from assess.tui.case.interview.card_focus import CardFocus
from assess.tui.case.interview.widgets import InterviewWidgets
from assess.tui.case.recording.type_ahead import TypeAhead


class Panes:
    """Unfolds the areas and what stands beside the card, and folds them away."""

    def __init__(self, widgets: InterviewWidgets, focus: CardFocus, type_ahead: TypeAhead) -> None:
        """Begin with the panes as the width of the terminal has them."""
        self._widgets = widgets
        self._focus = focus
        self._type_ahead = type_ahead

    def fold(self) -> None:
        """Fold away what lies over the card."""
        self._widgets.card.screen.remove_class("-areas", "-beside")

    async def leave(self) -> None:
        """Give the focus to the card, and fold away what lies over it."""
        await self._type_ahead.arrived()
        self.fold()
        self._focus.to_card()

    async def go_to_areas(self) -> None:
        """Go to the list of areas and indicators, or back from it."""
        rows = self._widgets.areas.rows
        if rows.has_focus:
            await self.leave()
        else:
            self.fold()
            rows.screen.add_class("-areas")
            rows.screen.set_focus(rows)

    def turn_beside(self) -> None:
        """Show what stands beside the card, or fold it away."""
        card, pane = self._widgets.card, self._widgets.pane
        screen = card.screen
        if screen.has_class("-narrow"):
            is_shown = screen.has_class("-beside")
            self.fold()
            screen.set_class(not is_shown, "-beside")
            screen.set_focus(card if is_shown else pane)
        else:
            screen.toggle_class("-no-beside")
