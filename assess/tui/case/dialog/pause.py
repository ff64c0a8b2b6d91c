"""A break: the clock of the interview stands until a key goes on."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import Static

from assess.languages import gettext
from assess.tui.dialog.dialog import Dialog
from assess.tui.frame.keys import bound
from assess.tui.widgets.screen_frame import KeyBar


class PauseScreen(Dialog[None]):
    """Says since when the clock stands; no key on it counts as work."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bound("open", "go_on", gettext("Go on"), show=True),
        *(bound(name, "go_on", gettext("Go on")) for name in ("mark", "pause", "back", "leave")),
    ]
    CSS_PATH = "dialogs.tcss"
    stops_time: ClassVar[bool] = True

    def __init__(self, spent: str) -> None:
        """Show what was spent on the case until now."""
        super().__init__()
        self._spent = spent

    def compose(self) -> ComposeResult:
        """Lay the screen out."""
        now = datetime.now().astimezone()
        with Vertical(classes="aside"):
            yield Static(gettext("Paused"), markup=False, classes="aside-title")
            yield Static(
                gettext(
                    "The clock was stopped at {time}. Working time so far: {spent}.",
                    time=f"{now:%H:%M}",
                    spent=self._spent,
                ),
                markup=False,
            )
            yield KeyBar()

    def action_go_on(self) -> None:
        """Go on; the clock runs again."""
        self.dismiss(None)
