"""Options to pick by one key, below or beside one another."""

from __future__ import annotations

from typing import NamedTuple

from textual.app import RenderResult
from textual.content import Content
from textual.events import Click, Key
from textual.geometry import Size
from textual.message import Message
from textual.style import Style
from textual.widget import Widget

from assess.core.case.answer import AnswerValue
from assess.languages import gettext
from assess.tui.frame.key_order import carry_out
from assess.tui.frame.keys import bound
from assess.tui.widgets.revealing import reveal
from assess.tui.widgets.wrapping import hanging


class Option(NamedTuple):
    """One thing to choose: its key, the value it stands for, its words."""

    key: str
    value: AnswerValue
    words: str


class Options(Widget, can_focus=True):
    """Options below one another, or beside one another where they are short."""

    BINDINGS = [
        bound("up", "move(-1)"),
        bound("left", "move(-1)", gettext("Up")),
        bound("down", "move(1)"),
        bound("right", "move(1)", gettext("Down")),
        bound("mark", "pick"),
        bound("open", "pick", gettext("Choose")),
        bound("take_away", "clear"),
    ]

    class Picked(Message):
        """An option was picked."""

        def __init__(self, option: Option) -> None:
            super().__init__()
            self.option = option

    class Emptied(Message):
        """The answer is taken back."""

    def __init__(
        self,
        options: tuple[Option, ...],
        *,
        marks: str = "○●",
        is_inline: bool = False,
        claims_keys: bool = True,
    ) -> None:
        """Show options; `marks` are the signs for one not chosen and one chosen.

        Options that do not claim their keys leave them to a binding of the screen.
        """
        super().__init__()
        self._claims_keys = claims_keys
        self.options = options
        self._marks = marks
        self._is_inline = is_inline
        self._chosen: frozenset[int] = frozenset()
        self._cursor = 0
        self._has_moved = False

    def choose(self, values: list[AnswerValue]) -> None:
        """Show which values are chosen."""
        found = [at for at, option in enumerate(self.options) if option.value in values]
        if found and not self._has_moved:
            self._cursor = found[0]
        self._chosen = frozenset(found)
        self.refresh()

    def offer(self, options: tuple[Option, ...]) -> None:
        """Show other options."""
        self.options = options
        self._cursor = 0
        self.choose([])
        self.refresh(layout=True)

    def on_focus(self) -> None:
        """Begin at the chosen option."""
        self._has_moved = False
        self._cursor = min(self._chosen, default=0)
        self.refresh()

    def on_blur(self) -> None:
        """Show no cursor."""
        self.refresh()

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Claim the keys of the options, unless they are left to the screen."""
        return self._claims_keys and any(character == option.key for option in self.options)

    async def on_key(self, event: Key) -> None:
        """Pick the option of a key."""
        for at, option in enumerate(self.options):
            if event.character == option.key:
                event.stop()
                event.prevent_default()
                self._pick(at)
                return
        await carry_out(self, event)

    def on_click(self, event: Click) -> None:
        """Pick the option that was clicked."""
        at = event.style.meta.get("option")
        if isinstance(at, int):
            self._pick(at)

    def action_move(self, by: int) -> None:
        """Move the cursor."""
        self._cursor = max(0, min(len(self.options) - 1, self._cursor + by))
        self._has_moved = True
        self.refresh()
        above = self.options[: self._cursor + 1]
        width = self.content_size.width
        lines = [
            self._drawn(at, option, width).plain.count("\n") + 1 for at, option in enumerate(above)
        ]
        reveal(self, sum(lines[:-1]), sum(lines) - 1)

    def action_pick(self) -> None:
        """Pick the option under the cursor."""
        self._pick(self._cursor)

    def pick_moved(self) -> None:
        """Pick the option to which the cursor was moved, if it was."""
        if self._has_moved and self._cursor not in self._chosen:
            self._pick(self._cursor)

    def action_clear(self) -> None:
        """Take the answer back."""
        self.post_message(self.Emptied())

    def _pick(self, at: int) -> None:
        self._cursor = at
        self._has_moved = False
        self.post_message(self.Picked(self.options[at]))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Give how many lines the options take."""
        return self._lines(width).plain.count("\n") + 1

    def render(self) -> RenderResult:
        """Draw the options."""
        return self._lines(self.content_size.width)

    def _lines(self, width: int) -> Content:
        drawn = [self._drawn(at, option, width) for at, option in enumerate(self.options)]
        return Content("    " if self._is_inline else "\n").join(drawn)

    def _drawn(self, at: int, option: Option, width: int) -> Content:
        is_chosen = at in self._chosen
        is_here = self.has_focus and at == self._cursor
        style = "bold $accent" if is_chosen else ""
        head = Content.assemble(
            ("▸" if is_here else " ", "$accent"),
            (f"{option.key} ", "$text-muted"),
            (f"{self._marks[is_chosen]} ", style),
        )
        words = Content.styled(option.words, f"{style} underline" if is_here else style)
        drawn = head + words if self._is_inline else hanging(head, words, width)
        return drawn.stylize(Style.from_meta({"option": at}))
