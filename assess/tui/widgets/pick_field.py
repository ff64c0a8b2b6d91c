"""A field for one of many: typing narrows the list below it, arrows and Enter choose."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from textual import events, on
from textual.app import ComposeResult
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from assess.core.text.name import finds, search_fold, searchable
from assess.tui.widgets.text_input import Line

MOST = 60
"""How many of the matching ones are listed; typing on narrows them."""


class Pick(NamedTuple):
    """One of the many: what is stored, what is shown, and other names by which it is found."""

    key: str
    text: str
    also: tuple[str, ...] = ()


class PickField(Widget):
    """An input over a list of options; what is typed stays as typed until an option is taken."""

    DEFAULT_CSS = """
    PickField { height: 1; width: 1fr; }
    PickField > OptionList {
        display: none; overlay: screen; constrain: none inside; height: auto; max-height: 11;
        width: 60; border: round $accent; background: $panel; padding: 0 1;
        scrollbar-size-vertical: 1;
    }
    PickField .option-list--option { padding: 0; }
    PickField.-open > OptionList { display: block; }
    """

    class Changed(Message):
        """Something was typed or taken."""

    class Submitted(Message):
        """Enter, with nothing left to choose."""

    def __init__(
        self, picks: Sequence[Pick], value: str = "", *, text: str = "", hint: str = ""
    ) -> None:
        """Begin with an option taken, or with a text that is none yet."""
        super().__init__()
        self._picks = tuple(picks)
        self._found: list[Pick] = []
        self._searched = [searchable((pick.text, pick.key, *pick.also)) for pick in self._picks]
        taken = next((pick for pick in self._picks if pick.key == value), None)
        self._input = Line(taken.text if taken else text, placeholder=hint)
        self._list = OptionList(markup=False)
        self._list.can_focus = False

    def compose(self) -> ComposeResult:
        """Lay it out."""
        yield self._input
        yield self._list

    @property
    def text(self) -> str:
        """What stands in the field."""
        return self._input.value.strip()

    @property
    def value(self) -> str | None:
        """The key of the option that stands in the field, else None."""
        wanted = search_fold(self.text)
        for pick in self._picks:
            if wanted in (
                search_fold(pick.text),
                search_fold(pick.key),
                *map(search_fold, pick.also),
            ):
                return pick.key
        return None

    def set_picks(self, picks: Sequence[Pick]) -> None:
        """Offer other options; what stands in the field stays."""
        self._picks = tuple(picks)
        self._searched = [searchable((pick.text, pick.key, *pick.also)) for pick in self._picks]

    @property
    def is_open(self) -> bool:
        """Whether the list is shown."""
        return self.has_class("-open")

    def matching(self) -> list[Pick]:
        """Give the options that match what is typed.

        One of which it is a name or the code comes first, then those that begin with it.
        """
        wanted, meant = search_fold(self.text), self.value
        found = [
            pick
            for pick, text in zip(self._picks, self._searched, strict=True)
            if finds(wanted, text)
        ]
        return sorted(
            found,
            key=lambda pick: (pick.key != meant, not search_fold(pick.text).startswith(wanted)),
        )

    def _open(self, found: Sequence[Pick]) -> None:
        self._found = list(found[:MOST])
        self._list.clear_options()
        self._list.add_options([Option(Content(pick.text), id=pick.key) for pick in self._found])
        self.set_class(bool(self._found), "-open")
        if self._found:
            self._list.highlighted = 0

    def _close(self) -> None:
        self.remove_class("-open")

    def _take(self, pick: Pick) -> None:
        with self.prevent(Input.Changed):
            self._input.value = pick.text
        self._input.cursor_position = len(pick.text)
        self._close()
        self.post_message(self.Changed())

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        if self._input.has_focus:
            self._open(self.matching())
        self.post_message(self.Changed())

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        event.stop()
        if self.is_open and self._list.highlighted is not None:
            self._take(self._found[self._list.highlighted])
        self.post_message(self.Submitted())

    @on(OptionList.OptionSelected)
    def _clicked(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self._take(self._found[event.option_index])
        self._input.focus()

    @on(OptionList.OptionHighlighted)
    def _pointed(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()

    def on_key(self, event: events.Key) -> None:
        """Handle the keys that the editor leaves."""
        if event.key in ("down", "up"):
            event.stop()
            if not self.is_open:
                self._open(self.matching() if self.value is None and self.text else self._picks)
            elif event.key == "down":
                self._list.action_cursor_down()
            else:
                self._list.action_cursor_up()
        elif event.key == "escape" and self.is_open:
            event.stop()
            self._close()

    def on_descendant_blur(self) -> None:
        """Leaving the field takes the only match, so that a few letters are enough."""
        self._close()
        if self.text and self.value is None:
            found = self.matching()
            wanted = search_fold(self.text)
            begun = [pick for pick in found if search_fold(pick.text).startswith(wanted)]
            if len(found) == 1 or len(begun) == 1:
                self._take((begun or found)[0])
