"""Guidance beside the card: how to ask, and what to count."""

from __future__ import annotations

from typing import NamedTuple

from assess.languages import gettext
from assess.tui.widgets.side_pane import SideSection


class Guided(NamedTuple):
    """What an expert may want to know about an indicator and one of its questions."""

    question: str | None
    indicator: str | None


class Guidance(SideSection):
    """Guidance as text."""

    _guided: Guided | None = None

    def bind(self, guided: Guided | None) -> None:
        """Show guidance; nothing while others look at the screen."""
        if guided == self._guided:
            return
        self._guided = guided
        if guided is None:
            self.show()
            return
        self.show(
            (gettext("This question"), guided.question),
            (gettext("This indicator"), guided.indicator),
        )
