"""The palettes of Textual, of commands and of themes, in words of the language that is spoken."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from textual.app import App, SystemCommand
from textual.command import CommandPalette, Hit, Hits
from textual.dom import DOMNode
from textual.screen import Screen
from textual.system_commands import SystemCommandsProvider
from textual.theme import ThemeProvider

from assess.languages import gettext
from assess.tui.frame.textual_words import in_our_words


class Commands(SystemCommandsProvider):
    """The commands of the screen below; it says itself that none matches."""

    async def search(self, query: str) -> Hits:
        """Give the commands that match what is typed."""
        is_found = False
        async for hit in super().search(query):
            is_found = True
            yield hit
        if not is_found:
            yield _no_match()


class Themes(ThemeProvider):
    """The themes; it says itself that none matches."""

    async def search(self, query: str) -> Hits:
        """Give the themes that match what is typed."""
        is_found = False
        async for hit in super().search(query):
            is_found = True
            yield hit
        if not is_found:
            yield _no_match()


def commands_on(app: App[Any], screen: Screen[Any]) -> Iterator[SystemCommand]:
    """Give every action that has a key on a screen, then what concerns the terminal."""
    seen = set()
    for node, binding, enabled, tooltip in screen.active_bindings.values():
        name = in_our_words(binding.description)
        if not name or not enabled or binding.system or name in seen or _edits(node):
            continue
        seen.add(name)
        shown = in_our_words(tooltip) or gettext("Key {key}", key=app.get_key_display(binding))
        yield SystemCommand(name, shown, partial(app.run_action, binding.action, node))
    yield SystemCommand(
        gettext("Theme"), gettext("Change the current theme"), app.action_change_theme
    )
    yield SystemCommand(
        gettext("Screenshot"),
        gettext("Save an SVG 'screenshot' of the current screen"),
        lambda: app.set_timer(0.1, app.deliver_screenshot),
    )


def _edits(node: DOMNode) -> bool:
    """Tell whether a widget's keys are those of moving and editing, which need no command."""
    return not isinstance(node, Screen | App)


def _no_match() -> Hit:
    return Hit(1.0, gettext("No matches found"), lambda: None)


def open_commands(app: App[Any]) -> None:
    """Open the palette of commands, unless one is open."""
    if not CommandPalette.is_open(app):
        app.push_screen(
            CommandPalette(
                [Commands], placeholder=gettext("Search for commands…"), id="--command-palette"
            )
        )


def open_themes(app: App[Any]) -> None:
    """Open the palette of themes."""
    app.push_screen(CommandPalette([Themes], placeholder=gettext("Search for themes…")))
