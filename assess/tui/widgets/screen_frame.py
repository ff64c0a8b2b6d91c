"""The frame of every screen: a head line above, the keys and the catalogue's notice below."""

from __future__ import annotations

from typing import NamedTuple

from rich.cells import cell_len
from textual import events
from textual.binding import Binding
from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive
from textual.screen import Screen
from textual.widget import Widget

from assess.languages import gettext
from assess.tui.frame.text import cut, one_line

SYNTHETIC = gettext("synthetic demonstration data")


_SUBJECT_KEPT = (26, 12)
"""So many cells of the subject are kept where what stands on the right needs room."""


class Masthead(Widget):
    """One line: what the screen is about on the left, what goes on meanwhile on the right."""

    DEFAULT_CSS = """
    Masthead { height: 2; color: $foreground; border-bottom: solid $border; padding: 0 1; }
    """

    subject: reactive[str] = reactive("")
    """Such as the organisation."""
    place: reactive[str] = reactive("")
    """Such as the name of the screen."""
    aside: reactive[str] = reactive("")
    """Such as a count or the word synthetic."""

    def __init__(self, place: str, subject: str = "", aside: str = "") -> None:
        """Make a head line."""
        super().__init__()
        self.set_reactive(Masthead.place, place)
        self.set_reactive(Masthead.subject, subject)
        self.set_reactive(Masthead.aside, aside)

    def on_mount(self) -> None:
        """Begin once it is there."""
        if hasattr(self.app, "activity"):
            self.watch(self.app, "activity", self._on_activity, init=False)

    def _on_activity(self) -> None:
        self.refresh()

    def render(self) -> Content:
        """Draw the line."""
        width = self.size.width
        subject = one_line(self.subject[: 4 * width])
        aside = self._fitting_aside(width, cell_len(subject))
        left = width - cell_len(aside) - 2 if aside else width
        parts: list[tuple[str, str]] = [(self.place, "bold $accent")]
        if subject:
            parts.append((" · ", "$text-muted"))
            room = left - cell_len(self.place) - 3
            parts.append((cut(subject, min(room, len(subject) * 2)).rstrip(), "bold"))
        line = Content.assemble(*parts)
        gap = max(1, width - line.cell_length - cell_len(aside))
        return Content.assemble(line, " " * gap, (aside, "$warning"))

    def _fitting_aside(self, width: int, subject: int) -> str:
        """Give what stands on the right, in its shorter form where there is no room for it."""
        whole = "  ".join(filter(None, (getattr(self.app, "activity", ""), self.aside)))
        shorter = whole.replace(SYNTHETIC, gettext("synthetic"))
        room = width // 2
        for kept in _SUBJECT_KEPT:
            room = max(room, width - cell_len(self.place) - 3 - min(subject, kept) - 2)
            for text in (whole, shorter):
                if cell_len(text) <= room:
                    return text
        return cut(shorter, room).rstrip()


class _Shown(NamedTuple):
    key: str
    display: str
    text: str
    enabled: bool

    @property
    def cells(self) -> int:
        return len(self.display) + 1 + len(self.text)


_LOW = 30
"""A terminal with fewer lines than this has little room for keys."""

_LAST = 3
"""The last keys, which lead on to all others and out, always stand in the bar."""


class KeyBar(Widget):
    """The keys that work now, as far as there is room for them; a click presses one.

    Where there is not, those in the middle are left to the list of all keys.
    """

    DEFAULT_CSS = """
    KeyBar { height: auto; max-height: 4; padding: 0 1; border-top: solid $border; }
    """

    def __init__(self, low: int = 3) -> None:
        """Take four lines at most, and `low` lines in a low terminal."""
        super().__init__()
        self._low = low

    def on_mount(self) -> None:
        """Begin once it is there."""
        self.screen.bindings_updated_signal.subscribe(self, self._renew)

    def _renew(self, _: Screen[object]) -> None:
        self.refresh(layout=len(self._lines(self.size.width)) != self.content_size.height)

    def _keys(self) -> list[_Shown]:
        found: dict[str, _Shown] = {}
        for node, binding, enabled, _ in self.screen.active_bindings.values():
            if not binding.show or binding.action in found or self._is_typed(binding):
                continue
            display = self.app.get_key_display(binding)
            key = f"{node.__class__.__name__}.{binding.action}"
            found.setdefault(key, _Shown(binding.key, display, binding.description, enabled))
        palette = _Shown(
            self.app.COMMAND_PALETTE_BINDING, "Ctrl+P", gettext("Commands"), enabled=True
        )
        return [*found.values(), palette]

    def _is_typed(self, binding: Binding) -> bool:
        """Tell whether the key would only be typed into the field that has the focus."""
        focused = self.screen.focused
        if focused is None or binding.priority:
            return False
        letter = {"question_mark": "?", "slash": "/", "plus": "+", "space": " "}.get(
            binding.key, binding.key if len(binding.key) == 1 else None
        )
        return focused.check_consume_key(binding.key, letter)

    def _lines(self, width: int) -> list[list[_Shown]]:
        keys = self._keys()
        room = self._low if self.app.size.height < _LOW else 4
        while len(lines := _broken(keys, width)) > room and len(keys) > _LAST:
            del keys[-_LAST - 1]
        return lines

    def get_content_height(self, _container: Size, _viewport: Size, width: int) -> int:
        """Take as many lines as the keys need, and as there is room for."""
        return max(1, len(self._lines(width)))

    def render(self) -> Content:
        """Draw the keys."""
        lines = []
        for line in self._lines(self.size.width):
            pieces: list[Content] = []
            for key in line:
                look = "bold $accent" if key.enabled else "$text-muted"
                piece = Content.assemble((key.display, look), " ", (key.text, "$text-muted"))
                pieces.append(piece)
            lines.append(Content("  ").join(pieces))
        return Content("\n").join(lines)

    def on_click(self, event: events.Click) -> None:
        """Do what the place that was clicked stands for."""
        place = event.get_content_offset(self)
        if place is None:
            return
        lines = self._lines(self.size.width)
        start = 0
        for key in lines[place.y] if place.y < len(lines) else []:
            if start <= place.x < start + key.cells:
                self.app.simulate_key(key.key)
            start += key.cells + 2


def _broken(keys: list[_Shown], width: int) -> list[list[_Shown]]:
    """Break keys into lines."""
    lines: list[list[_Shown]] = [[]]
    used = 0
    for key in keys:
        if lines[-1] and used + 2 + key.cells > width:
            lines.append([])
            used = 0
        used += key.cells + (2 if lines[-1] else 0)
        lines[-1].append(key)
    return lines


class Notice(Widget):
    """Where the wording comes from, on every screen."""

    DEFAULT_CSS = """
    Notice { height: 1; padding: 0 1; color: $text-muted; }
    """

    text: reactive[str] = reactive("")

    def on_mount(self) -> None:
        """Begin once it is there."""
        desk = getattr(self.app, "desk_if_open", None)
        if desk is not None:
            from assess.languages.message import say

            self.text = say(desk.newest.edition.notice)

    def render(self) -> Content:
        """Draw the line."""
        return Content(cut(self.text, self.size.width).rstrip())
