"""Layouts: the shape of a line is found once, where WeasyPrint finds it again to draw it.

Between layout and drawing it throws Pango's layout away and makes it anew, and each layout gets a
context and a description of its font of its own. Here a layout stays, and what depends on the style
only is made once for each style.
"""

from __future__ import annotations

from typing import Any

from weasyprint.css import Style
from weasyprint.text import line_break
from weasyprint.text.constants import PANGO_DIRECTION
from weasyprint.text.ffi import ffi, gobject, pango, unicode_to_char_p
from weasyprint.text.fonts import font_features, get_font_description
from weasyprint.text.line_break import Layout

_KEPT = "_kept_for_layouts"
_ATTRIBUTED = "_has_shared_attributes"
_ALL = 0xFFFFFFFF
_FEATURES = (
    *("font_kerning", "font_variant_ligatures", "font_variant_position", "font_variant_caps"),
    *("font_variant_numeric", "font_variant_alternates", "font_variant_east_asian"),
    "font_feature_settings",
)

_setup = Layout.setup
_set_text = Layout.set_text
_reactivate = Layout.reactivate

_unbroken: list[Any] = []
"""One list of attributes for all texts: no hyphen is put in where a word is broken."""


class SharedStyle(Style):  # type: ignore[misc]  # WeasyPrint has no types
    """A style of words in pictures that is the same for many of them, and not altered."""


def hasten() -> None:
    """Let lines keep their layouts."""
    attributes = ffi.gc(pango.pango_attr_list_new(), pango.pango_attr_list_unref)
    hyphens = pango.pango_attr_insert_hyphens_new(False)
    hyphens.start_index, hyphens.end_index = 0, _ALL
    pango.pango_attr_list_change(attributes, hyphens)
    _unbroken[:] = [attributes]
    Layout.setup = _set_up
    Layout.set_text = _take_text
    Layout.deactivate = _keep
    Layout.reactivate = _go_on


def _set_up(self: Any, style: Any) -> None:
    """Make Pango's layout with what was made for the style before."""
    kept = style.__dict__.get(_KEPT)
    if kept is None:
        kept = False
        if isinstance(style, Style) and style["text_decoration_line"] == "none":
            kept = not font_features(*(style[name] for name in _FEATURES)) and _made_for(style)
        style.__dict__[_KEPT] = kept
    if kept is False:
        _setup(self, style)
        return
    context, description, self.language = kept
    self.style = style
    self.first_line_direction = 0
    self.__dict__.pop(_ATTRIBUTED, None)
    self.layout = ffi.gc(pango.pango_layout_new(context), gobject.g_object_unref)
    pango.pango_layout_set_auto_dir(self.layout, False)
    pango.pango_layout_set_font_description(self.layout, description)
    self.ascent = self.underline_position = self.strikethrough_position = None


def _made_for(style: Any) -> tuple[Any, Any, Any]:
    """Make the context and the description of the font, as `Layout.setup` does."""
    context = ffi.gc(
        pango.pango_font_map_create_context(style.font_config.font_map), gobject.g_object_unref
    )
    pango.pango_context_set_round_glyph_positions(context, False)
    pango.pango_context_set_base_dir(context, PANGO_DIRECTION[style["direction"]])
    name = style["lang"]
    if style["font_language_override"] != "normal":
        override = style["font_language_override"]
        name = line_break.LST_TO_ISO.get(override.lower(), override)
    if name:
        pointer, _bytes = unicode_to_char_p(name)
        language = pango.pango_language_from_string(pointer)
        pango.pango_context_set_language(context, language)
    else:
        language = pango.pango_language_get_default()
    return context, get_font_description(style), language


def _take_text(self: Any, text: str, justify: bool = False) -> None:
    """Set a text; the long way where words or letters are spaced, and for tabs."""
    style = self.style
    spaced = style["word_spacing"] or style["letter_spacing"] not in ("normal", 0)
    if spaced or (justify and self.justification_spacing) or not text or "\t" in text:
        if self.__dict__.pop(_ATTRIBUTED, False):
            pango.pango_layout_set_attributes(self.layout, ffi.NULL)
        _set_text(self, text, justify)
        return
    end = text.find("\n")
    if end != -1:
        text = text[: end + 2]
    self.text = text
    content = text.encode().replace(b"\x00", b"")
    pango.pango_layout_set_text(self.layout, content, len(content))
    if style["overflow_wrap"] in ("anywhere", "break-word") and _ATTRIBUTED not in self.__dict__:
        if pango.pango_layout_get_attributes(self.layout) == ffi.NULL:
            self.__dict__[_ATTRIBUTED] = True
            pango.pango_layout_set_attributes(self.layout, _unbroken[0])
        else:
            _set_text(self, text, justify)


def _keep(_self: Any) -> None:
    """Keep what is drawn later."""


def _go_on(self: Any, style: Any) -> None:
    """Draw with the layout that is there, unless words are spaced out or the style is another."""
    if self.style is style and style.__dict__.get(_KEPT) and not self.justification_spacing:
        return
    _reactivate(self, style)
