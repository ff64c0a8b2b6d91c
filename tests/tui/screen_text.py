"""What a screen shows, as text."""

from __future__ import annotations

from typing import Any

from textual.app import App
from textual.events import Paste
from textual.pilot import Pilot
from textual.widgets import Static


def shown(app: App[Any]) -> str:
    """Give the lines of the screen as the terminal would have them."""
    strips = app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip).rstrip() for strip in strips)


def account(app: App[Any]) -> str:
    """Give what is said in full about the chosen row."""
    return str(app.screen.query_one("#account", Static).content)


async def type_in(pilot: Pilot[Any], text: str) -> None:
    """Put a text into the field that has the focus, as quickly as a terminal pastes it."""
    pilot.app.post_message(Paste(text))
    await pilot.pause()
