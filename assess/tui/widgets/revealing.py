"""Bringing some lines of a tall widget into sight."""

from __future__ import annotations

from textual.containers import VerticalScroll
from textual.geometry import Region
from textual.widget import Widget


def reveal(widget: Widget, first: int = 0, last: int | None = None) -> None:
    """Scroll what the widget lies in until its lines from first to last are in sight.

    Of more lines than fit the first ones are shown.
    """
    widget.call_after_refresh(_reveal, widget, first, last)


def _reveal(widget: Widget, first: int, last: int | None) -> None:
    pane = next((one for one in widget.ancestors if isinstance(one, VerticalScroll)), None)
    if pane is None:
        return
    top = widget.region.y - pane.content_region.y + pane.scroll_offset.y
    lines = (widget.region.height if last is None else last + 1) - first
    height = max(1, min(lines, pane.content_region.height))
    pane.scroll_to_region(Region(0, top + first, 1, height), animate=False, force=True)
