"""A grid of items and levels, one line for each item, filled in by digits."""

from __future__ import annotations

from collections.abc import Iterable

from textual.app import RenderResult
from textual.content import Content
from textual.events import Click, Key
from textual.geometry import Size
from textual.message import Message
from textual.style import Style
from textual.widget import Widget

from assess.core.catalogue.question import GridQuestion
from assess.languages import gettext
from assess.languages.message import asked
from assess.tui.frame.key_order import carry_out
from assess.tui.frame.keys import bound
from assess.tui.widgets.revealing import reveal
from assess.tui.widgets.wrapping import hanging


class Grid(Widget, can_focus=True):
    """Items below one another, levels beside one another."""

    BINDINGS = [
        bound("up", "move(-1)", gettext("Item above")),
        bound("down", "move(1)", gettext("Item below")),
        bound("left", "shift(-1)", gettext("Level lower")),
        bound("right", "shift(1)", gettext("Level higher")),
        bound("first", "move(-99)", gettext("First item")),
        bound("last", "move(99)", gettext("Last item")),
        bound("mark", "rate", gettext("Set level")),
        bound("take_away", "clear"),
    ]

    class Rated(Message):
        """A level was set or taken back."""

    def __init__(self, question: GridQuestion) -> None:
        """Show the items of a question, none of them rated."""
        super().__init__()
        self.question = question
        self.levels: dict[str, int] = {}
        self._row = 0
        self._level = 0
        self._has_gone_on = False
        """Whether the last key set a level and went to the next item by itself."""

    def on_focus(self) -> None:
        """Begin at the first item that is not rated."""
        self._has_gone_on = False
        names = self.question.part_names
        if len(self.levels) < len(names):
            self._row = next(at for at, name in enumerate(names) if name not in self.levels)
        self._level = self.levels.get(names[self._row], self._level)
        self.refresh(layout=True)
        reveal(self, self._row + 1, self._row + 1)

    def on_blur(self) -> None:
        """Show no cursor."""
        self.refresh(layout=True)

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Claim the digits of the levels."""
        return character is not None and character in "0123456789"[: self.question.top_level + 1]

    async def on_key(self, event: Key) -> None:
        """Set the level of a digit and move on."""
        if event.character is not None and event.character.isdecimal():
            level = int(event.character)
            if level <= self.question.top_level:
                event.stop()
                event.prevent_default()
                self._rate_and_go_on(level)
                return
        await carry_out(self, event)

    def on_click(self, event: Click) -> None:
        """Set the level that was clicked."""
        cell = event.style.meta.get("cell")
        if isinstance(cell, tuple):
            row, level = cell
            self._row = row
            self._rate(row, level)
            self._follow()

    def action_move(self, by: int) -> None:
        """Move to another item."""
        self._has_gone_on = False
        self._row = max(0, min(len(self.question.parts) - 1, self._row + by))
        self._follow()

    def action_shift(self, by: int) -> None:
        """Move to another level, without setting it."""
        self._level = max(0, min(self.question.top_level, self._level + by))
        self.refresh()
        self._keep_in_sight()

    def action_rate(self) -> None:
        """Set the level under the cursor and move on."""
        self._rate_and_go_on(self._level)

    def _rate_and_go_on(self, level: int) -> None:
        before = self._row
        self._rate(self._row, level)
        self.action_move(1)
        self._has_gone_on = self._row != before

    def to_next_row(self) -> bool:
        """Move to the next item; tells whether there is one.

        Enter behind a digit moves no further: the digit has gone on to the next item already, and
        whoever ends each level with Enter, as other answers, would miss every second item.
        """
        if self._has_gone_on:
            self._has_gone_on = False
            return True
        has_next = self._row + 1 < len(self.question.parts)
        self.action_move(1)
        return has_next

    def action_clear(self) -> None:
        """Take the level of this item back."""
        if self.levels.pop(self.question.parts[self._row].name, None) is not None:
            self.post_message(self.Rated())
            self.refresh()

    def _rate(self, row: int, level: int) -> None:
        self.levels[self.question.parts[row].name] = level
        self._level = level
        self.post_message(self.Rated())
        self.refresh()

    def _follow(self) -> None:
        """Show another row, with what its levels mean."""
        self._level = self.levels.get(self.question.parts[self._row].name, self._level)
        self.refresh()
        self._keep_in_sight()

    def _keep_in_sight(self) -> None:
        """Keep the row under the focus in sight, and below it what its level means."""
        width = self.content_size.width
        heights = [len(self._label(at, width)) for at in range(len(self.question.parts))]
        above = sum(heights) + self._hint_height(width)
        first = 1 + sum(heights[: self._row])
        reveal(self, first, above + len(self._meanings(range(self._level + 1), width)))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Give how many lines the grid takes."""
        return self._lines(width).plain.count("\n") + 1

    def render(self) -> RenderResult:
        """Draw the grid."""
        return self._lines(self.content_size.width)

    def _lines(self, width: int) -> Content:
        """Give head and rows, what the row under the focus means, and what the levels mean."""
        label_width = self._label_width(width)
        digits = "".join(f" {level} " for level in self._range())
        head = Content.styled(" " * (label_width + 1) + digits, "$text-muted")
        rows = [self._drawn(at, width) for at in range(len(self.question.parts))]
        hint = self._hint(self._row, width) if self.has_focus else []
        hint += [Content("")] * (self._hint_height(width) - len(hint))
        return Content("\n").join([head, *rows, *hint, *self._meanings(self._range(), width)])

    def _range(self) -> range:
        return range(self.question.top_level + 1)

    def _label_width(self, width: int) -> int:
        longest = max(len(asked(part.label)) for part in self.question.parts)
        return max(12, min(longest + 3, width - 3 * (self.question.top_level + 1) - 1))

    def _label(self, at: int, width: int) -> list[Content]:
        """Give the lines of an item, before whose first one a mark stands."""
        is_here = self.has_focus and at == self._row
        mark = Content.styled("▸ " if is_here else "  ", "$accent")
        words = Content.styled(asked(self.question.parts[at].label), "bold" if is_here else "")
        return hanging(mark, words, self._label_width(width)).split("\n")

    def _drawn(self, at: int, width: int) -> Content:
        is_here = self.has_focus and at == self._row
        rated = self.levels.get(self.question.parts[at].name)
        first, *rest = self._label(at, width)
        gap = " " * (self._label_width(width) + 1 - first.cell_length)
        cells = [self._cell(at, level, rated, is_here=is_here) for level in self._range()]
        return Content("\n").join([Content("").join([first, Content(gap), *cells]), *rest])

    def _cell(self, row: int, level: int, rated: int | None, *, is_here: bool) -> Content:
        is_cursor = is_here and level == self._level
        sign = "●" if level == rated else "·"
        text = f"[{sign}]" if is_cursor else f" {sign} "
        style = "bold $accent" if level == rated or is_cursor else "$text-muted"
        return Content.styled(text, style).stylize(Style.from_meta({"cell": (row, level)}))

    def _hint(self, row: int, width: int) -> list[Content]:
        hint = self.question.parts[row].hint
        if hint is None:
            return []
        return hanging("  ", Content.styled(asked(hint), "italic $text-muted"), width).split("\n")

    def _hint_height(self, width: int) -> int:
        return max(1, *(len(self._hint(row, width)) for row in range(len(self.question.parts))))

    def _meanings(self, levels: Iterable[int], width: int) -> list[Content]:
        """Say what levels mean, the one under the focus first of all to the eye."""
        lines: list[Content] = []
        for level in levels:
            is_here = self.has_focus and level == self._level
            style = "bold $accent" if is_here else "$text-muted"
            head = Content.styled(f"{'▸' if is_here else ' '} {level}  ", style)
            text = Content.styled(asked(self.question.anchors[level]), style)
            lines += hanging(head, text, width).split("\n")
        return lines
