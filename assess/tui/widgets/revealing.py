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
    pane = next((node for node in widget.ancestors if isinstance(node, VerticalScroll)), None)
    if pane is None or not widget.is_attached or not widget.region:  # it is gone by now
        return
    top = _line_in(pane, widget)
    lines = (widget.region.height if last is None else last + 1) - first
    height = max(1, min(lines, pane.content_region.height))
    # At once: what is put off would scroll whatever has taken the place of this by then.
    pane.scroll_to_region(
        Region(0, top + first, 1, height), animate=False, force=True, immediate=True
    )


def _line_in(pane: VerticalScroll, widget: Widget) -> int:
    """Give the line of a pane at which a widget begins, however far the pane is scrolled."""
    line = 0
    for node in widget.ancestors_with_self:
        if node is pane or not isinstance(node, Widget):
            break
        line += node.virtual_region.y
    return line
