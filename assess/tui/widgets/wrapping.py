"""Lines for a given width, further lines hanging under the text of the first."""

from __future__ import annotations

from typing import NamedTuple

from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive
from textual.widget import Widget


def hanging(head: Content | str, text: Content | str, width: int) -> Content:
    """Give a text behind a head, wrapped so that all its lines begin below one another."""
    head, text = Content("").append(head), Content("").append(text)
    indent = head.cell_length
    first, *rest = wrapped(text, width - indent)
    return Content("\n").join([head + first, *(" " * indent + line for line in rest)])


def wrapped(text: Content, width: int) -> list[Content]:
    """Give the lines of a text at a width; at least one."""
    return [line.rstrip() for line in text.wrap(max(8, width))] or [Content("")]


def side_by_side(left: Content, right: Content, width: int) -> Content:
    """Give one line with a text at either end; the left one gives way."""
    room = max(0, width - right.cell_length - (2 if right else 0))
    return left.truncate(room, ellipsis=True, pad=True) + ("  " if right else "") + right


def with_end(head: Content, text: Content, end: Content, width: int) -> Content:
    """Give a text behind a head in as many lines as it needs, with an end on the first line."""
    room = max(8, width - end.cell_length - 2)
    first, *rest = hanging(head, text, room).split("\n")
    gap = " " * max(2, width - first.cell_length - end.cell_length)
    return Content("\n").join([first + gap + end, *rest])


def with_end_below(head: Content, text: Content, end: Content, width: int) -> Content:
    """Give a text behind a head at the full width, with an end where its last line leaves room."""
    *lines, last = hanging(head, text, width).split("\n")
    gap = width - last.cell_length - end.cell_length
    if gap < 2:
        lines, last, gap = [*lines, last], Content(""), max(0, width - end.cell_length)
    return Content("\n").join([*lines, last + " " * gap + end])


class HangingLine(NamedTuple):
    """A text behind a head; what goes on below begins under the text, not under the head."""

    text: Content
    head: Content = Content("")


class HangingText(Widget):
    """Lines, each laid out for the width that there is."""

    DEFAULT_CSS = "HangingText { height: auto; }"

    lines: reactive[tuple[HangingLine, ...]] = reactive((), layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Take as many lines as they need."""
        return self._drawn(width).plain.count("\n") + 1 if self.lines else 0

    def render(self) -> Content:
        """Draw them."""
        return self._drawn(self.content_size.width)

    def _drawn(self, width: int) -> Content:
        return Content("\n").join([hanging(line.head, line.text, width) for line in self.lines])
