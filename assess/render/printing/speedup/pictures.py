"""Pictures: their words are drawn in runs, where WeasyPrint draws them letter by letter.

One that ends or centres at its place it draws in an object of its own. That took half of the time
of writing a report, the joins from Arabic letters and the kerning from all. Here a text is drawn in
one run where it belongs; one that asks for more than a place, such as rotated letters, goes the
long way. Words that stand in several pictures are laid out once.
"""

from __future__ import annotations

import re
from math import inf
from typing import Any

from weasyprint import svg
from weasyprint.css.properties import INITIAL_VALUES
from weasyprint.draw import text as draw_text
from weasyprint.matrix import Matrix
from weasyprint.svg import utils
from weasyprint.svg.bounding_box import EMPTY_BOUNDING_BOX, extend_bounding_box
from weasyprint.svg.text import TextBox
from weasyprint.svg.text import text as _letter_by_letter
from weasyprint.text.line_break import split_first_line

from assess.render.printing.speedup.layouts import SharedStyle

_TRICKS = (
    *("dx", "dy", "rotate", "letter-spacing", "textLength", "direction"),
    *("display-anchor", "dominant-baseline", "alignment-baseline"),
)
_MORE = (
    *("filter", "transform", "opacity", "clip-path", "mask", "display", "visibility"),
    *("fill-opacity", "stroke-opacity", "marker", "marker-start", "marker-mid", "marker-end"),
)
_COLOUR = re.compile("#[0-9A-Fa-f]{3,6}|black")
_ANCHOR = "anchor-of-run"
_SHIFTS = {"start": 0.0, "middle": 0.5, "end": 1.0}

_KEPT = "_kept_for_pictures"

_draw_node = svg.SVG.draw_node


def hasten() -> None:
    """Put the short ways in the place of the long ones, for this process."""
    svg.SVG.draw_node = _drawn
    svg.text = _text  # by this name it is told apart from other drawing
    svg.TAGS.update({tag: _text for tag, draw in svg.TAGS.items() if draw is _letter_by_letter})


def _is_plain(node: Any) -> bool:
    """Tell whether a text asks for one place and for no trick."""
    attributes = node.attrib
    places = attributes.get("x", ""), attributes.get("y", "")
    return (
        bool(node.text)
        and all(place and " " not in place for place in places)
        and not any(name in attributes for name in _TRICKS)
    )


def _drawn(
    picture: Any, node: Any, font_size: float, fill_stroke: bool = True, context: Any = None
) -> None:
    """Draw a text that is only filled at once; of others keep the anchor from being an object."""
    if node.tag == "text" and _is_plain(node):
        if "text-anchor" in node.attrib:
            node.attrib[_ANCHOR] = node.attrib.pop("text-anchor")
        if fill_stroke and _is_only_filled(node):
            font_size = utils.size(node.get("font-size", "1em"), font_size, font_size)
            picture.stream.set_color(utils.color(node.get("fill", "black")))
            _words(picture, node, font_size)
            picture.cursor_position = [0, 0]
            return
    _draw_node(picture, node, font_size, fill_stroke, context)


def _is_only_filled(node: Any) -> bool:
    """Tell whether a plain text has a colour, and nothing else that would take more to draw it."""
    attributes = node.attrib
    return (
        len(node._etree_node) == 0
        and _COLOUR.fullmatch(attributes.get("fill", "black")) is not None
        and attributes.get("stroke", "none") == "none"
        and not any(name in attributes for name in _MORE)
    )


def _text(picture: Any, node: Any, font_size: float) -> None:
    """Draw the text of a picture in one run."""
    if not _is_plain(node):
        _letter_by_letter(picture, node, font_size)
        return
    picture.stream.push_state()
    fill, stroke = picture.set_graphical_state(node, font_size)
    picture.fill_stroke(fill, stroke, text=True)
    _words(picture, node, font_size)
    picture.stream.pop_state()


def _words(picture: Any, node: Any, font_size: float) -> None:
    """Draw the words of a plain text with the colour that is set."""
    style = _style(picture, node, font_size)
    layout, _, _, width, height, baseline = _line(picture, node.text, style)
    x = utils.size(node.attrib["x"], font_size) - width * _SHIFTS[node.attrib.get(_ANCHOR, "start")]
    y = utils.size(node.attrib["y"], font_size)
    picture.cursor_position = x + width, y
    corners = ((x, y - baseline), (x + width, y - baseline + height))
    node.text_bounding_box = extend_bounding_box(EMPTY_BOUNDING_BOX, corners)
    stream = picture.stream
    layout.reactivate(style)
    stream.begin_text()
    box = TextBox(layout, style)
    box.baseline = baseline
    emojis = draw_text.draw_first_line(stream, box, "none", "none", Matrix(d=-1, e=x, f=y))
    stream.end_text()
    draw_text.draw_emojis(stream, style, x, y, emojis)


def _style(picture: Any, node: Any, font_size: float) -> Any:
    """Give the style of words; the same one for the same font."""
    families = node.get("font-family", "sans-serif")
    font = families, node.get("font-style", "normal"), node.get("font-weight", 400), font_size
    kept = picture.font_config.__dict__.setdefault(_KEPT, {})
    style = kept.get(font)
    if style is None:
        style = kept[font] = SharedStyle(INITIAL_VALUES)
        style.font_config = picture.font_config
        style["font_family"] = [family.strip("\"'") for family in families.split(",")]
        style["font_style"] = font[1]
        style["font_weight"] = int(font[2])
        style["font_size"] = font_size
    return style


def _line(picture: Any, text: str, style: Any) -> Any:
    """Lay out a line of words, once for each style."""
    kept = style.__dict__.setdefault(_KEPT, {})
    line = kept.get(text)
    if line is None:
        line = kept[text] = split_first_line(text, style, picture.context, inf, 0)
    return line
