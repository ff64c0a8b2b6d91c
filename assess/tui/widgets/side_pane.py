"""The pane beside the card: sections one below another, each of them only where it has to say."""

from __future__ import annotations

from typing import TypeVar

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from assess.tui.widgets.reading import ReadingPane


class SideSection(Static):
    """A part of the pane; its own `bind` takes a value, or None where it has nothing to say."""

    DEFAULT_CSS = """
    SideSection { height: auto; margin-bottom: 1; }
    """

    def __init__(self) -> None:
        """Begin with nothing to say, taking no room."""
        super().__init__(markup=False)
        self.display = False

    def show(self, *blocks: tuple[str, str | Content | None]) -> None:
        """Show texts under their titles; those without a text are left out."""
        said = [(title, text) for title, text in blocks if text]
        self.display = bool(said)
        self.update(
            Content("\n\n").join(
                Content.assemble((title, "bold $accent"), "\n", text) for title, text in said
            )
        )


S = TypeVar("S", bound=SideSection)


class SidePane(ReadingPane, can_focus=True):
    """Sections one below another; the arrows scroll them while the pane has the focus."""

    def __init__(self, *sections: SideSection) -> None:
        """Stack sections, in their order."""
        super().__init__(id="beside")
        self._sections = sections
        self._place: object = None

    def compose(self) -> ComposeResult:
        """Lay out the sections."""
        yield from self._sections

    def come_to(self, place: object) -> None:
        """Begin at the top where the interview is at another place."""
        if place != self._place:
            self._place = place
            self.scroll_home(animate=False)

    def section(self, kind: type[S]) -> S:
        """Give a section by its class."""
        return self.query_one(kind)
