"""A list of rows in columns that draws only the lines in sight, so that thousands cost nothing.

What a cell says is not cut: it goes on in a line below, so that names that begin alike differ.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import BindingType
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from assess.languages import gettext
from assess.tui.frame.keys import bound
from assess.tui.frame.text import cut
from assess.tui.widgets.columns import (
    Cell,
    Column,
    Row,
    RowLines,
    laid_out,
    needed,
    with_room_for_title,
)

__all__ = ["Cell", "Column", "Row", "RowList"]

WIDE = 90
"""From this width on two cells stand between columns, else one."""
MARK = "▸ "
"""Stands before the chosen row, so that it is told without colour."""


class RowList(ScrollView, can_focus=True):
    """Rows under a line of titles, with one of them chosen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bound("up", "step(-1)", gettext("Row above")),
        bound("down", "step(1)", gettext("Row below")),
        bound("page_up", "page(-1)"),
        bound("page_down", "page(1)"),
        bound("first", "edge(-1)", gettext("First row")),
        bound("last", "edge(1)", gettext("Last row")),
    ]
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "row-list--title",
        "row-list--head",
        "row-list--cursor",
        "row-list--cursor-blurred",
        "row-list--quiet",
        "row-list--warning",
        "row-list--accent",
        "row-list--strong",
    }
    DEFAULT_CSS = """
    RowList {
        height: 1fr; background: transparent; scrollbar-size-vertical: 1; overflow-x: hidden;
        & > .row-list--title { color: $text-muted; }
        & > .row-list--head { color: $accent; text-style: bold; }
        & > .row-list--cursor {
            background: $block-cursor-background; color: $block-cursor-foreground;
            text-style: bold;
        }
        & > .row-list--cursor-blurred { background: $surface; text-style: bold; }
        & > .row-list--quiet { color: $text-muted; }
        & > .row-list--warning { color: $warning; }
        & > .row-list--accent { color: $accent; }
        & > .row-list--strong { text-style: bold; }
    }
    """

    class Highlighted(Message):
        """Another row is chosen."""

        def __init__(self, key: str) -> None:
            self.key = key
            super().__init__()

    class Selected(Message):
        """Enter or a double click on a row."""

        def __init__(self, key: str) -> None:
            self.key = key
            super().__init__()

    class TitleClicked(Message):
        """A click on the title of a column."""

        def __init__(self, key: str) -> None:
            self.key = key
            super().__init__()

    def __init__(
        self, columns: Sequence[Column], *, id: str | None = None, with_titles: bool = True
    ) -> None:
        """Make an empty list; `with_titles` draws the line of titles."""
        super().__init__(id=id)
        self._top = 1 if with_titles else 0
        self.columns = self._titled(columns)
        self.rows: list[Row] = []
        self._needs: dict[str, int] | None = None
        self._broken: RowLines | None = None
        self._cursor = -1

    def on_mount(self) -> None:
        """Break lines anew where a scroll bar takes some of the width."""
        self.watch(self, "show_vertical_scrollbar", self._fit, init=False)

    # What it holds

    @property
    def chosen(self) -> str | None:
        """The key of the chosen row."""
        return self.rows[self._cursor].key if 0 <= self._cursor < len(self.rows) else None

    def show(self, rows: Iterable[Row], *, choose: str | None = None, anew: bool = False) -> None:
        """Show other rows; the chosen one stays chosen where it is still there.

        `anew`: these rows have nothing to do with those before, so the first one is chosen.
        """
        before, place = self.chosen, 0 if anew else self._cursor
        self.rows = list(rows)
        self._measure()
        keys = {row.key: index for index, row in enumerate(self.rows) if not row.is_head}
        wanted = next((keys[key] for key in (choose, before) if key in keys), None)
        if wanted is None:
            near = range(max(0, min(place, len(self.rows) - 1)), len(self.rows))
            every = [*near, *reversed(range(len(self.rows)))]
            wanted = next((at for at in every if not self.rows[at].is_head), -1)
        self._cursor = wanted
        self.refresh()
        self._keep_in_sight()
        if self.chosen is not None and self.chosen != before:
            self.post_message(self.Highlighted(self.chosen))

    def replace(self, rows: Iterable[Row]) -> None:
        """Show rows of known keys with other cells; nothing moves."""
        newer = {row.key: row for row in rows}
        self.rows = [newer.get(row.key, row) for row in self.rows]
        self._measure()
        self.refresh()

    def retitle(self, columns: Sequence[Column]) -> None:
        """Show other titles or widths over the same rows."""
        self.columns = self._titled(columns)
        self._measure()
        self.refresh()

    def _titled(self, columns: Sequence[Column]) -> tuple[Column, ...]:
        """Give columns in which their titles fit, where these are drawn."""
        return tuple(map(with_room_for_title, columns) if self._top else columns)

    def choose(self, key: str) -> None:
        """Choose a row by its key."""
        for index, row in enumerate(self.rows):
            if row.key == key and not row.is_head:
                self._move_to(index)

    # Moving

    def _move_to(self, index: int) -> None:
        if index == self._cursor or not 0 <= index < len(self.rows):
            return
        self._cursor = index
        self.refresh()
        self._keep_in_sight()
        self.post_message(self.Highlighted(self.rows[index].key))

    def _walk(self, start: int, step: int) -> int:
        """Give the nearest row from a place on that is no heading, else the present one."""
        index = start
        while 0 <= index < len(self.rows):
            if not self.rows[index].is_head:
                return index
            index += step
        return self._cursor

    def _keep_in_sight(self) -> None:
        if self._cursor < 0 or not self.scrollable_content_region.width:
            return
        height = max(1, self.size.height - self._top)
        first = self._cursor
        while first > 0 and self.rows[first - 1].is_head:
            first -= 1
        lines = self._lines
        if lines.first(first) < round(self.scroll_y):
            self.scroll_to(y=lines.first(first), animate=False, force=True)
        elif lines.after(self._cursor) > round(self.scroll_y) + height:
            self.scroll_to(y=lines.after(self._cursor) - height, animate=False, force=True)

    def action_step(self, step: int) -> None:
        """Choose the next row above or below."""
        self._move_to(self._walk(self._cursor + step, step))

    def action_page(self, direction: int) -> None:
        """Choose a row one page further."""
        if self._cursor < 0:
            return
        height = max(1, self.size.height - self._top - 1)
        line = self._lines.first(self._cursor) + direction * height
        target = self._lines.row_at(min(max(line, 0), self._lines.total - 1)) or 0
        found = self._walk(target, direction)
        self._move_to(found if found != self._cursor else self._walk(target, -direction))

    def action_edge(self, direction: int) -> None:
        """Choose the first or last row."""
        self._move_to(self._walk(0 if direction < 0 else len(self.rows) - 1, -direction))

    def action_choose(self) -> None:
        """Tell that the chosen row is wanted."""
        if self.chosen is not None:
            self.post_message(self.Selected(self.chosen))

    def on_resize(self, _: events.Resize) -> None:
        """Fit the new size."""
        self._fit()

    def _fit(self) -> None:
        """Take as many lines as the rows need at this width."""
        lines = self._lines
        if self.virtual_size.height != lines.total + self._top:
            self.virtual_size = Size(0, lines.total + self._top)
        self._keep_in_sight()

    def on_click(self, event: events.Click) -> None:
        """Do what the place that was clicked stands for."""
        if event.y < self._top:
            for column, start, width in self._layout():
                if start <= event.x < start + width:
                    self.post_message(self.TitleClicked(column.key))
            return
        index = self._lines.row_at(event.y - self._top + round(self.scroll_y))
        if index is not None and not self.rows[index].is_head:
            self._move_to(index)
            if event.chain == 2:
                self.action_choose()

    # Drawing

    @property
    def _gap(self) -> int:
        return 2 if self.scrollable_content_region.width >= WIDE else 1

    def _layout(self) -> list[tuple[Column, int, int]]:
        if self._needs is None:
            self._needs = needed(self.rows, self.columns, with_titles=self._top > 0)
        width = self.scrollable_content_region.width
        return laid_out(self.columns, width, len(MARK), self._gap, self._needs)

    @property
    def _lines(self) -> RowLines:
        width = self.scrollable_content_region.width
        if self._broken is None or self._broken.width != width:
            self._broken = RowLines(self.rows, self.columns, self._layout(), width)
        return self._broken

    def _measure(self) -> None:
        """Take as many lines as the rows need, now that other ones are there."""
        self._needs = self._broken = None
        is_laid_out = self.scrollable_content_region.width > 0
        lines = self._lines.total if is_laid_out else len(self.rows)
        self.virtual_size = Size(0, lines + self._top)

    def render_line(self, y: int) -> Strip:
        """Draw one line in sight."""
        width = self.scrollable_content_region.width
        base = self.rich_style
        if y < self._top:
            return Strip(self._title_segments(base), width).adjust_cell_length(width, base)
        line = y - self._top + round(self.scroll_y)
        index = self._lines.row_at(line)
        if index is None:
            return Strip.blank(width, base)
        return self._row_strip(index, line - self._lines.first(index), width)

    def _title_segments(self, base: Style) -> list[Segment]:
        style = self.get_component_rich_style("row-list--title")
        segments = [Segment(" " * len(MARK), base)]
        for column, _, cells in self._layout():
            text = f"{column.title:>{cells}}" if column.right else column.title
            segments += [Segment(cut(text, cells), style), Segment(" " * self._gap, base)]
        return segments

    def _row_strip(self, index: int, line: int, width: int) -> Strip:
        row = self.rows[index]
        if row.is_head:
            base = self.get_component_rich_style("row-list--head")
            segments: list[Segment] = []
        else:
            base, segments = self._beginning(line, is_chosen=index == self._cursor)
        for cell in self._lines.cells(row):
            style = base
            if cell.look:
                found = self.get_component_rich_style(f"row-list--{cell.look}")
                style = base + Style(color=found.color, bold=found.bold or base.bold)
            said = cell.lines[line] if line < len(cell.lines) else ""
            space = " " * (cell.room - cell_len(said))
            text = f"{space}{said}" if cell.is_right else f"{said}{space}"
            segments += [Segment(text, style), Segment(" " * self._gap, base)]
        return Strip(segments).adjust_cell_length(width, base)

    def _beginning(self, line: int, *, is_chosen: bool) -> tuple[Style, list[Segment]]:
        """Give the look of a row, and what stands before its cells."""
        base = self.rich_style
        if is_chosen:
            name = "row-list--cursor" if self.has_focus else "row-list--cursor-blurred"
            base = self.get_component_rich_style(name)
        is_marked = is_chosen and line == 0
        return base, [Segment(MARK if is_marked else " " * len(MARK), base)]
