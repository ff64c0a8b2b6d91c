"""Styles: what a style says without regard to any box is read once, not for every box.

Most properties are inherited or as at first, and most lengths are in pixels or `auto`. WeasyPrint
goes the way of the hardest case for each of them.
"""

from __future__ import annotations

import sys
from typing import Any

from weasyprint import css
from weasyprint.css import computed_values, properties
from weasyprint.layout import percent
from weasyprint.svg import utils as svg_utils
from weasyprint.text import line_break

_EITHER_WAY = (
    *("margin_left", "margin_right", "margin_top", "margin_bottom"),
    *("padding_left", "padding_right", "padding_top", "padding_bottom"),
    *("width", "min_width", "max_width", "height", "min_height", "max_height"),
)
_AT_LEAST = ("min_width", "min_height")
_BORDERS = tuple(f"border_{side}_width" for side in ("top", "right", "bottom", "left"))
_CORNERS = tuple(
    f"border_{corner}_radius" for corner in ("top_left", "top_right", "bottom_right", "bottom_left")
)
_SQUARE = dict.fromkeys(_CORNERS, (0, 0))
_LENGTHS, _RADII, _STRUT = "_kept_lengths", "_kept_radii", "_kept_strut"

_resolve_percentages = percent.resolve_percentages
_resolve_radii = percent.resolve_radii_percentages
_strut = line_break.strut
_long_size = svg_utils.size
_missing = css.ComputedStyle.__missing__

_CAREFUL = {"page", "position", "float", "display", *computed_values.PHYSICAL_FUNCTIONS}
_INHERITED = frozenset(
    key
    for key in properties.INHERITED
    if key not in _CAREFUL and not key.startswith("text_decoration_")
)
_AT_FIRST = {
    key: value
    for key, value in properties.INITIAL_VALUES.items()
    if key not in properties.INHERITED
    and key not in properties.INITIAL_NOT_COMPUTED
    and key not in _CAREFUL
    and not key.startswith("text_decoration_")
}


def hasten() -> None:
    """Let styles be read in the short way."""
    css.ComputedStyle.__missing__ = _found
    put_in_place(_resolve_percentages, _take_lengths)
    put_in_place(_resolve_radii, _take_radii)
    put_in_place(_strut, _height)
    put_in_place(_long_size, _size)


def _height(style: Any) -> Any:
    """Give the height of a line of a style, and its base line."""
    kept = style.__dict__.get(_STRUT)
    if kept is None:
        kept = style.__dict__[_STRUT] = _strut(style)
    return kept


def _size(string: Any, *given: Any, **named: Any) -> Any:
    """Read a length of a drawing: mostly a number."""
    if not string:
        return 0
    try:
        return float(string)
    except ValueError:
        return _long_size(string, *given, **named)


def put_in_place(before: Any, after: Any) -> None:
    """Let every module of WeasyPrint that took a function by its name have another one."""
    name = before.__name__
    for path, module in list(sys.modules.items()):
        if path.startswith("weasyprint.") and getattr(module, name, None) is before:
            setattr(module, name, after)


def _found(self: Any, key: str) -> Any:
    """Compute a property: at once where nothing says anything of it."""
    if key not in self.cascaded:
        if key in _INHERITED and self.parent_style is not None:
            value = self.parent_style[key]
            if not css.check_math(value):
                self[key] = value
                return value
        elif key in _AT_FIRST:
            value = self[key] = _AT_FIRST[key]
            return value
    return _missing(self, key)


def _take_lengths(box: Any, containing_block: Any) -> None:
    """Give a box its lengths: from its style alone where none depends on what is around it."""
    style = box.style
    kept = style.__dict__.get(_LENGTHS)
    if kept is None:
        kept = style.__dict__[_LENGTHS] = _lengths_of(style)
    if kept:
        box.__dict__.update(kept)
    else:
        _resolve_percentages(box, containing_block)


def _lengths_of(style: Any) -> dict[str, Any]:
    """Give the used lengths of a style; nothing where they depend on the box."""
    if style["box_sizing"] != "content-box" or style["border_collapse"] == "collapse":
        return {}
    lengths = {}
    for name in _EITHER_WAY:
        value = style[name]
        if value == "auto":
            lengths[name] = 0 if name in _AT_LEAST else "auto"
        elif getattr(value, "unit", None) == "px":
            lengths[name] = value.value
        else:
            return {}
    return lengths | {name: style[name] for name in _BORDERS}


def _take_radii(box: Any) -> None:
    style = box.style
    kept = style.__dict__.get(_RADII)
    if kept is None:
        square = all((0, "px") in style[corner] for corner in _CORNERS)
        kept = style.__dict__[_RADII] = _SQUARE if square else {}
    if kept:
        box.__dict__.update(kept)
    else:
        _resolve_radii(box)
