"""What stands beside the card: the sections of the side pane, and what each of them shows."""

from __future__ import annotations

from assess.core.indicator import Indicator
from assess.tui.screens.interview_view import guided_on
from assess.tui.session import Session
from assess.tui.widgets.guidance import Guidance
from assess.tui.widgets.side_pane import SidePane


def side_pane() -> SidePane:
    """Lay out the pane, its sections in the order in which they are read."""
    return SidePane(Guidance())


def show_beside(
    pane: SidePane, indicator: Indicator, question: str | None, session: Session
) -> None:
    """Show what belongs to an indicator and to the question at which the interview is."""
    pane.come_to((indicator.id, question))
    pane.section(Guidance).bind(guided_on(indicator, question, session.catalogue))
