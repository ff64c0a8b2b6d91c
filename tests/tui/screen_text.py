"""What a screen shows, as text."""

from __future__ import annotations

from typing import Any

from textual.app import App
from textual.events import Paste
from textual.pilot import Pilot
from textual.widgets import Static

from assess.tui.widgets.wrapping import HangingText


def shown(app: App[Any]) -> str:
    """Give the lines of the screen as the terminal would have them."""
    strips = app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip).rstrip() for strip in strips)


def account(app: App[Any]) -> str:
    """Give what is said in full about the chosen row, whatever the width."""
    widget = app.screen.query_one("#account")
    if isinstance(widget, HangingText):
        return "\n".join((line.head + line.text).plain for line in widget.lines)
    assert isinstance(widget, Static)
    return str(widget.content)


async def type_in(pilot: Pilot[Any], text: str) -> None:
    """Put a text into the field that has the focus, as quickly as a terminal pastes it."""
    pilot.app.post_message(Paste(text))
    await pilot.pause()
