"""Where an indicator comes from: the origin of its wording, its sources, the quality label."""

from __future__ import annotations

from typing import ClassVar, NamedTuple

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from assess.languages import gettext
from assess.tui.dialog.dialog import Dialog
from assess.tui.frame.keys import bound
from assess.tui.widgets.reading import ReadingPane
from assess.tui.widgets.screen_frame import KeyBar


class IndicatorOrigin(NamedTuple):
    """What is known of where an indicator comes from."""

    title: str
    wording: str
    """The mark of its wording, and what the mark means."""
    sources: tuple[str, ...]
    """Titles or addresses."""
    quality_items: tuple[str, ...]
    """The items of the quality label that it serves."""


class OriginScreen(Dialog[None]):
    """Reads until a key goes back."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bound("back", "leave", show=True),
        *(bound(name, "leave") for name in ("open", "origin", "leave")),
    ]
    CSS_PATH = "dialogs.tcss"

    def __init__(self, origin: IndicatorOrigin) -> None:
        """Show where an indicator comes from."""
        super().__init__()
        self._origin = origin

    def compose(self) -> ComposeResult:
        """Lay the screen out."""
        origin = self._origin
        with Vertical(classes="aside"):
            yield Static(
                gettext("Origin: {indicator}", indicator=origin.title),
                markup=False,
                classes="aside-title",
            )
            with ReadingPane(classes="aside-text"):
                yield Static(_told(origin), markup=False)
            yield KeyBar()

    def on_mount(self) -> None:
        """Let the arrows scroll what is long."""
        self.set_focus(self.query_one(ReadingPane))

    def action_leave(self) -> None:
        """Go back."""
        self.dismiss(None)


def _told(origin: IndicatorOrigin) -> Content:
    blocks = (
        (gettext("Wording"), origin.wording),
        (gettext("Sources"), "\n".join(origin.sources)),
        (gettext("Quality label"), "\n".join(origin.quality_items)),
    )
    return Content("\n\n").join(
        Content.assemble((title, "bold $accent"), "\n", text) for title, text in blocks if text
    )
