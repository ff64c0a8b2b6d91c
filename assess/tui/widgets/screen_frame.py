"""The frame of every screen: a head line above, the keys and the catalogue's notice below."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from rich.cells import cell_len
from textual import events
from textual.content import Content
from textual.dom import DOMNode
from textual.geometry import Size
from textual.reactive import reactive
from textual.screen import Screen
from textual.widget import Widget

from assess.languages import gettext
from assess.tui.frame.screen_keys import offered_keys
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
            while cell_len(subject) > room and " · " in subject:  # a part less, none of them cut
                subject = subject.rpartition(" · ")[0]
            parts.append((cut(subject, min(room, len(subject) * 2)).rstrip(), "bold"))
        line = Content.assemble(*parts)
        gap = max(1, width - line.cell_length - cell_len(aside))
        return Content.assemble(line, " " * gap, (aside, "$warning"))

    def _fitting_aside(self, width: int, subject: int) -> str:
        """Give what stands on the right, in its shorter form where there is no room for it."""
        whole = "  ".join(filter(None, (getattr(self.app, "activity", ""), self.aside)))
        shorter = whole.replace(SYNTHETIC, gettext("synthetic"))
        taken = cell_len(self.place) + 3 + 2
        if taken + subject + cell_len(whole) <= width:
            return whole
        room = width // 2
        for kept in _SUBJECT_KEPT:
            room = max(room, width - taken - min(subject, kept))
            if cell_len(shorter) <= room:
                return shorter
        return cut(shorter, room).rstrip()


class _Shown(NamedTuple):
    name: str
    node: DOMNode
    action: str
    display: str
    text: str
    enabled: bool = True
    begins_line: bool = False

    @property
    def cells(self) -> int:
        return len(self.display) + 1 + len(self.text)


_LOW = 30
"""A terminal with fewer lines than this has little room for keys."""

_LAST = 3
"""The last keys, which lead on to all others and out, always stand in the bar."""


class KeyBar(Widget):
    """The essential keys that work now, as far as there is room for them; a click presses one.

    While text is typed, the letters stand in a line of their own, behind the key that frees them.
    """

    DEFAULT_CSS = """
    KeyBar { height: auto; max-height: 4; padding: 0 1; border-top: solid $border; }
    """

    def __init__(
        self, low: int = 3, *, letters_after: str = "", while_typing: Collection[str] = ()
    ) -> None:
        """Take four lines at most, and `low` lines in a low terminal.

        `letters_after` says how the letters act again while text is typed, such as `Esc, then`;
        without it they are left out meanwhile. `while_typing` names keys that are only shown then.
        """
        super().__init__()
        self._low = low
        self._letters_after = letters_after
        self._while_typing = while_typing

    def on_mount(self) -> None:
        """Begin once it is there."""
        self.screen.bindings_updated_signal.subscribe(self, self._renew)

    def _renew(self, _: Screen[object]) -> None:
        self.refresh(layout=len(self._lines(self.size.width)) != self.content_size.height)

    def _keys(self) -> list[_Shown]:
        at_once: dict[str, _Shown] = {}
        letters: dict[str, _Shown] = {}
        for offered in offered_keys(self.screen):
            binding = offered.binding
            if not binding.show or binding.action in at_once or binding.action in letters:
                continue
            (at_once if offered.acts_at_once else letters)[binding.action] = _Shown(
                binding.id or "",
                offered.node,
                binding.action,
                self.app.get_key_display(binding),
                binding.description,
                offered.is_enabled,
            )
        keys = [
            shown for shown in at_once.values() if letters or shown.name not in self._while_typing
        ]
        if letters and self._letters_after:
            before = _Shown("", self, "", self._letters_after, "", begins_line=True)
            keys += [before, *letters.values()]
        return keys

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
                look = "bold $accent" if key.enabled and key.action else "$text-muted"
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
            if key.action and start <= place.x < start + key.cells:
                self.app.call_later(self.app.run_action, key.action, key.node)
            start += key.cells + 2


def _broken(keys: list[_Shown], width: int) -> list[list[_Shown]]:
    """Break keys into lines."""
    lines: list[list[_Shown]] = [[]]
    used = 0
    for key in keys:
        if lines[-1] and (key.begins_line or used + 2 + key.cells > width):
            lines.append([])
            used = 0
        used += key.cells + (2 if lines[-1] else 0)
        lines[-1].append(key)
    return lines


class Notice(Widget):
    """Where the wording of a screen comes from: the edition of its case, else the newest one."""

    DEFAULT_CSS = """
    Notice { height: 1; padding: 0 1; color: $text-muted; }
    """

    text: reactive[str] = reactive("")

    def __init__(self, case_id: str | None = None) -> None:
        """Say it of the edition of a case, or of the one that new cases take."""
        super().__init__()
        self._case_id = case_id

    def on_mount(self) -> None:
        """Begin once it is there."""
        desk = getattr(self.app, "desk_if_open", None)
        if desk is not None:
            from assess.languages.message import say
            from assess.workflow.case.cases import assessment_of

            case = assessment_of(desk, self._case_id).case if self._case_id else None
            catalogue = desk.catalogue_of(case) if case else desk.newest
            self.text = say(catalogue.edition.notice)

    def render(self) -> Content:
        """Draw the line."""
        return Content(cut(self.text, self.size.width).rstrip())
