"""The pane beside the card: guidance, where the indicator comes from, and what it serves."""

from __future__ import annotations

from typing import NamedTuple

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static


class Guided(NamedTuple):
    """What an expert may want to know about an indicator and one of its questions."""

    question: str | None
    indicator: str | None
    evidence: str
    sources: tuple[str, ...]
    quality_items: tuple[str, ...]


class Guidance(VerticalScroll, can_focus=True):
    """Guidance as text; the arrows scroll it while it has the focus."""

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__(id="guidance")
        self._text = Static(markup=False)
        self._guided: Guided | None = None

    def compose(self) -> ComposeResult:
        """Lay out the text."""
        yield self._text

    def bind(self, guided: Guided) -> None:
        """Show guidance."""
        if guided == self._guided:
            return
        self._guided = guided
        blocks = [
            ("This question", guided.question),
            ("This indicator", guided.indicator),
            ("Evidence", "\n".join([guided.evidence, *guided.sources])),
            ("Quality label", "\n".join(guided.quality_items)),
        ]
        self._text.update(
            Content("\n\n").join(
                Content.assemble((title, "bold $accent"), f"\n{text}")
                for title, text in blocks
                if text
            )
        )
        self.scroll_home(animate=False)
