"""What stands on a screen of the interface: each text in whole, and whether it is cut."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from rich.cells import cell_len
from textual.app import App
from textual.content import Content
from textual.geometry import Region
from textual.widget import Widget
from textual.widgets import Input, OptionList, TextArea

from assess.tui.case.card.indicator_list import IndicatorRows
from assess.tui.case.fields.grid_lines import Grid
from assess.tui.frame.text import broken, one_line
from assess.tui.widgets.columns import MOST_LINES
from assess.tui.widgets.options import Options
from assess.tui.widgets.row_list import RowList
from assess.tui.widgets.saved_line import SavedLine
from assess.tui.widgets.screen_frame import KeyBar

OPENING, CLOSING = "⟦", "⟧"


class OnScreen(NamedTuple):
    """A text on a screen, and whether some of it can never be seen."""

    widget: str
    text: str
    is_cut: bool


def texts_on(app: App[Any]) -> Iterator[OnScreen]:
    """Give every text of the screen that is in front."""
    for widget in app.screen.walk_children(Widget):
        if widget.is_on_screen and widget.display and widget.visible:
            yield from _texts_of(widget)


def _texts_of(widget: Widget) -> Iterator[OnScreen]:
    name = f"{type(widget).__name__}{'#' + widget.id if widget.id else ''}"
    match widget:
        case RowList():
            for text, is_cut in _listed(widget):
                yield OnScreen(name, text, is_cut)
        case Input() | TextArea():
            yield from _placeholder(widget, name)
        case OptionList():
            for listed in widget.options:
                yield OnScreen(name, _plain(listed.prompt), is_cut=False)
        case Options():
            for option in widget.options:
                yield OnScreen(name, option.words, is_cut=False)
        case Grid() | IndicatorRows():  # they show the catalogue alone
            return
        case _ if not widget.children:
            yield from _drawn(widget, name)


def _placeholder(widget: Input | TextArea, name: str) -> Iterator[OnScreen]:
    """Give what stands in an empty field; what is typed is data."""
    if widget.value if isinstance(widget, Input) else widget.text:
        return
    text = _plain(widget.placeholder)
    room = widget.scrollable_content_region.width
    yield OnScreen(name, text, is_cut=isinstance(widget, Input) and cell_len(text) > room)


def _listed(rows: RowList) -> Iterator[tuple[str, bool]]:
    """Give titles, headings and cells.

    A cell may end with an ellipsis, and so may the title of a column that shares what is left;
    headings, other titles, and answers that are to be chosen may not.
    """
    width = rows.scrollable_content_region.width
    if rows._top:
        for column, _, cells in rows._layout():
            yield column.title, not column.share and cell_len(column.title) > cells
    for row in rows.rows:
        for cell in row.cells:
            text = cell if isinstance(cell, str) else cell[0]
            is_whole = row.is_head or rows.id == "choose-answers"
            lines = "".join(broken(one_line(text), width, MOST_LINES)) if is_whole else text
            yield text, "".join(lines.split()) != "".join(text.split())


def _drawn(widget: Widget, name: str) -> Iterator[OnScreen]:
    whole = _plain(widget.render())
    if not whole.strip():
        return
    drawn = _read(widget, Region(0, 0, *widget.outer_size))
    seen = _read(
        widget, widget.screen.find_widget(widget).visible_region.translate(-widget.region.offset)
    )
    wanted = whole.count(CLOSING)
    shortened = whole.count("…")  # to the room that the two pages for a board have, in any language
    if isinstance(widget, SavedLine):
        shortened += 1  # the catalogue's notice, to as many clauses as there is room for
    is_cut = drawn.count(CLOSING) < max(wanted, whole.count(OPENING) - shortened)
    if not is_cut and seen.count(CLOSING) < wanted:
        is_cut = not any(node.allow_vertical_scroll for node in _around(widget))
    if isinstance(widget, KeyBar):
        is_cut = drawn.count(OPENING) > drawn.count(CLOSING)
    yield OnScreen(name, _flowing(whole), is_cut)


def _around(widget: Widget) -> Iterator[Widget]:
    return (node for node in widget.ancestors_with_self if isinstance(node, Widget))


def _read(widget: Widget, region: Region) -> str:
    if not region.area:
        return ""
    return "\n".join(strip.text for strip in widget.render_lines(region))


def _plain(shown: object) -> str:
    if isinstance(shown, Content):
        return shown.plain
    plain = getattr(shown, "plain", None)
    return plain if isinstance(plain, str) else str(shown)


def _flowing(text: str) -> str:
    """Give a text without what its layout has put into it."""
    return " ".join(re.sub(r"\n[┆!•↶✓·\s]*", " ", text).split())
