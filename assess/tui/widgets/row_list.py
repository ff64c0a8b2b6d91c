"""A list of rows in columns that draws only the lines in sight, so that thousands cost nothing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar, NamedTuple

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
from assess.tui.frame.text import cut, one_line
from assess.tui.widgets.columns import Column, laid_out, with_room_for_title

__all__ = ["Cell", "Column", "Row", "RowList"]

WIDE = 90
"""From this width on two cells stand between columns, else one."""
MARK = "▸ "
"""Stands before the chosen row, so that it is told without colour."""

_MOST_MEASURED = 400
"""So many rows are measured for the widths of columns; longer lists are much the same below."""

Cell = str | tuple[str, str]
"""A text, or a text and how it looks: `quiet`, `warning`, `accent` or `strong`."""


class Row(NamedTuple):
    """One row, or with `is_head` a heading over the rows below it (its first cell only).

    With fewer cells than there are columns the last one takes the width that is left.
    """

    key: str
    cells: tuple[Cell, ...]
    is_head: bool = False


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
        self._cursor = -1

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
        self._needs = None
        self.virtual_size = Size(0, len(self.rows) + self._top)
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
        self._needs = None
        self.refresh()

    def retitle(self, columns: Sequence[Column]) -> None:
        """Show other titles or widths over the same rows."""
        self.columns = self._titled(columns)
        self._needs = None
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
        height = max(1, self.size.height - self._top)
        top = round(self.scroll_y)
        first = self._cursor
        while first > 0 and self.rows[first - 1].is_head:
            first -= 1
        if first < top:
            self.scroll_to(y=first, animate=False, force=True)
        elif self._cursor >= top + height:
            self.scroll_to(y=self._cursor - height + 1, animate=False, force=True)

    def action_step(self, step: int) -> None:
        """Choose the next row above or below."""
        self._move_to(self._walk(self._cursor + step, step))

    def action_page(self, direction: int) -> None:
        """Choose a row one page further."""
        height = max(1, self.size.height - self._top - 1)
        target = min(max(self._cursor + direction * height, 0), len(self.rows) - 1)
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
        self.virtual_size = Size(0, len(self.rows) + self._top)
        self._keep_in_sight()

    def on_click(self, event: events.Click) -> None:
        """Do what the place that was clicked stands for."""
        if event.y < self._top:
            for column, start, width in self._layout():
                if start <= event.x < start + width:
                    self.post_message(self.TitleClicked(column.key))
            return
        index = event.y - self._top + round(self.scroll_y)
        if 0 <= index < len(self.rows) and not self.rows[index].is_head:
            self._move_to(index)
            if event.chain == 2:
                self.action_choose()

    # Drawing

    @property
    def _gap(self) -> int:
        return 2 if self.scrollable_content_region.width >= WIDE else 1

    def _layout(self) -> list[tuple[Column, int, int]]:
        if self._needs is None:
            self._needs = self._needed()
        width = self.scrollable_content_region.width
        return laid_out(self.columns, width, len(MARK), self._gap, self._needs)

    def _needed(self) -> dict[str, int]:
        """Give the cells that the widest text of each column with a share takes, with its title."""
        needs = {
            column.key: cell_len(column.title) * self._top
            for column in self.columns
            if column.share
        }
        for row in self.rows[:_MOST_MEASURED]:
            if row.is_head or len(row.cells) < len(self.columns):
                continue
            for column, cell in zip(self.columns, row.cells, strict=False):
                if column.share:
                    text = cell if isinstance(cell, str) else cell[0]
                    needs[column.key] = max(needs[column.key], cell_len(one_line(text[:200])))
        return needs

    def render_line(self, y: int) -> Strip:
        """Draw one line in sight."""
        width = self.scrollable_content_region.width
        base = self.rich_style
        if y < self._top:
            return Strip(self._title_segments(base), width).adjust_cell_length(width, base)
        index = y - self._top + round(self.scroll_y)
        if not 0 <= index < len(self.rows):
            return Strip.blank(width, base)
        row = self.rows[index]
        if row.is_head:
            text = row.cells[0] if isinstance(row.cells[0], str) else row.cells[0][0]
            style = self.get_component_rich_style("row-list--head")
            return Strip([Segment(cut(one_line(text), width), style)], width)
        return self._row_strip(row, width, chosen=index == self._cursor)

    def _title_segments(self, base: Style) -> list[Segment]:
        style = self.get_component_rich_style("row-list--title")
        segments = [Segment(" " * len(MARK), base)]
        for column, _, cells in self._layout():
            text = f"{column.title:>{cells}}" if column.right else column.title
            segments += [Segment(cut(text, cells), style), Segment(" " * self._gap, base)]
        return segments

    def _row_strip(self, row: Row, width: int, *, chosen: bool) -> Strip:
        base = self.rich_style
        if chosen:
            name = "row-list--cursor" if self.has_focus else "row-list--cursor-blurred"
            base = self.get_component_rich_style(name)
        segments = [Segment(MARK if chosen else " " * len(MARK), base)]
        placed = self._layout()
        for column, start, own_cells in placed:
            place = self.columns.index(column)
            if place >= len(row.cells):
                break
            is_last = place == len(row.cells) - 1
            cells = width - start if is_last and column is not placed[-1][0] else own_cells
            cell = row.cells[place]
            text, look = (cell, "") if isinstance(cell, str) else cell
            style = base
            if look:
                found = self.get_component_rich_style(f"row-list--{look}")
                style = base + Style(color=found.color, bold=found.bold or base.bold)
            text = cut(one_line(text[: 4 * cells]), cells)
            text = f"{text.rstrip():>{cells}}" if column.right else text
            segments += [Segment(text, style), Segment(" " * self._gap, base)]
        return Strip(segments).adjust_cell_length(width, base)
