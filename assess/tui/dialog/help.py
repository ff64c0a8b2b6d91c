"""The keys of the screen below, listed; one pressed here acts there, also while text is typed."""

from __future__ import annotations

from typing import Any, ClassVar, NamedTuple

from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.dom import DOMNode
from textual.screen import Screen
from textual.widgets import Static

from assess.languages import gettext
from assess.tui.dialog.dialog import Dialog
from assess.tui.frame.keys import ACTING, bound
from assess.tui.frame.screen_keys import offered_keys
from assess.tui.frame.textual_words import in_our_words
from assess.tui.widgets.reading import ReadingPane
from assess.tui.widgets.screen_frame import KeyBar, Masthead
from assess.tui.widgets.wrapping import HangingLine, HangingText

_PLAIN = {"screen.copy_text", "app.focus_next", "app.focus_previous"}
"""What every terminal program does, and nobody looks up here."""
_OWN = ("back", "leave", "list_keys")
"""The keys that leave the list itself."""
_PLACES = (gettext("On this screen"), gettext("Where the cursor is"), gettext("Everywhere"))


class _Act(NamedTuple):
    action: str
    node: DOMNode


class HelpScreen(Dialog[None]):
    """Lists every key that works on a screen; one of them leaves the list and acts there."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bound("back", "leave", show=True),
        bound("leave", "leave"),
        bound("list_keys", "leave"),
        # with priority, so that what is typed next finds the screen to which the key has led
        *(
            bound(name, f"act('{name}')", priority=True)
            for name in ACTING
            if name not in (*_OWN, "choose", "open")
        ),
    ]
    CSS_PATH = "help.tcss"

    def __init__(self, below: Screen[Any]) -> None:
        """Take down the keys of a screen as they are now."""
        super().__init__()
        self._below = str(getattr(below, "PLACE", "") or below.title or "")
        self._keys: dict[str, dict[tuple[str, str], list[str]]] = {place: {} for place in _PLACES}
        self._acts: dict[str, _Act] = {}
        for node, binding, is_enabled, _ in offered_keys(below):
            if binding.description and not binding.system and binding.action not in _PLAIN:
                known = self._keys[_place(node)]
                # two acts may have one name in a language, but no two have one explanation
                said = in_our_words(binding.description), in_our_words(binding.tooltip)
                known.setdefault(said, []).append(below.app.get_key_display(binding))
            if is_enabled and binding.id in ACTING and not isinstance(node, App):
                self._acts.setdefault(binding.id, _Act(binding.action, node))

    def compose(self) -> ComposeResult:
        """Lay it out."""
        yield Masthead(gettext("Keys"), self._below)
        with ReadingPane(id="help"):
            yield Static(
                gettext("You can press any of these keys here; it works as on the screen."),
                markup=False,
            )
            for place, keys in self._keys.items():
                if keys:
                    yield Static(place, classes="help-head", markup=False)
                    listed = HangingText()
                    listed.lines = tuple(
                        _line(shown, text, tooltip) for (text, tooltip), shown in keys.items()
                    )
                    yield listed
        yield KeyBar()

    def on_mount(self) -> None:
        """Begin once it is there."""
        self.query_one("#help", VerticalScroll).focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Take the keys of the screen below, no others."""
        return action != "act" or parameters[0] in self._acts

    async def action_act(self, name: str) -> None:
        """Leave the list and do what a key does on the screen below."""
        act, app = self._acts[name], self.app
        await self.dismiss()
        await app.run_action(act.action, act.node)

    def action_leave(self) -> None:
        """Go back to the screen below."""
        self.dismiss()


def _line(keys: list[str], text: str, tooltip: str) -> HangingLine:
    shown = ", ".join(dict.fromkeys(keys))
    said = Content.assemble(text, (f"  {tooltip}" if tooltip else "", "$text-muted"))
    return HangingLine(said, Content.styled(f"  {shown:<18}", "bold $accent"))


def _place(node: DOMNode) -> str:
    if isinstance(node, App):
        return _PLACES[2]
    return _PLACES[0] if isinstance(node, Screen) else _PLACES[1]
