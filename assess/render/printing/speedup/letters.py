"""Letters: the glyphs of a line are read in one go, where WeasyPrint reads field by field.

What a glyph of a width is written as is kept for each font. A line with anything unusual in it goes
the long way: glyphs that are lifted or missing, fonts of pictures, ends that are cut off.
"""

from __future__ import annotations

from struct import Struct
from typing import Any

from weasyprint.draw import text as draw_text
from weasyprint.text.ffi import FROM_UNITS, ffi, pango

from assess.render.printing.speedup.styles import put_in_place

_GLYPH = Struct("=Iiii4x")
"""A glyph as Pango keeps it: its number, width, two offsets, and what is not drawn."""

_PARAGRAPHS = ("\n", "\r", "\u2029")
_EMPTY = 0x0FFFFFFF
_KEPT = "_kept_fonts"

_draw_first_line = draw_text.draw_first_line


class _Kept:
    """A font of a document with the glyphs that were written in it."""

    def __init__(self, holder: Any, fonts: Any, font: Any, size: float) -> None:
        self.holder = holder
        """The layout, which keeps Pango's font where it is, and the fonts that it stands in."""
        self.fonts = fonts
        self.font = font
        self.size = size
        self.plain = not (font.bitmap or font.png or font.svg or font.colr)
        self.pieces: dict[tuple[int, int], str] = {}


def hasten() -> None:
    """Let lines be drawn in the short way, where glyphs are stored as expected."""
    if ffi.sizeof("PangoGlyphInfo") == _GLYPH.size and pango.pango_version() >= 14802:
        put_in_place(_draw_first_line, _draw_line)


def _draw_line(
    stream: Any, textbox: Any, text_overflow: str, block_ellipsis: Any, matrix: Any
) -> Any:
    """Draw the line of a text box; gives the emojis in it, which are none in the short way."""
    style, layout = textbox.style, textbox.pango_layout
    text = textbox.text
    if not text.strip() or style["font_size"] < 1e-6:
        return []
    runs = None
    if text_overflow != "ellipsis" and block_ellipsis == "none":
        if any(separator in layout.text for separator in _PARAGRAPHS):
            pango.pango_layout_set_single_paragraph_mode(layout.layout, True)
            pango.pango_layout_set_width(layout.layout, -1)
        runs = _runs(stream, style, layout)
    if runs is None:
        return _draw_first_line(stream, textbox, text_overflow, block_ellipsis, matrix)
    stream.set_text_matrix(*matrix.values)
    string = ""
    before = None
    for kept, item, glyphs in runs:
        if kept is not before:
            before = kept
            if string:
                stream.show_text(string)
            string = ""
            stream.set_font_size(kept.font.hash, kept.size)
        string += _string(kept, item, glyphs, stream, layout)
    stream.show_text(string)
    return []


def _runs(stream: Any, style: Any, layout: Any) -> list[tuple[_Kept, Any, Any]] | None:
    """Read the runs of a line, each of one font; None where there is anything unusual."""
    line, _ = layout.get_first_line()
    run = line.runs[0]
    runs = []
    while run != ffi.NULL:
        item = run.data
        run = run.next
        string = item.glyphs
        glyphs = list(
            _GLYPH.iter_unpack(ffi.buffer(string.glyphs, string.num_glyphs * _GLYPH.size))
        )
        for glyph, _width, _right, up in glyphs:
            if up or glyph > _EMPTY:
                return None
        kept = _kept_font(stream, style, layout, item.item.analysis.font)
        if not kept.plain:
            return None
        runs.append((kept, item, glyphs))
    return runs


def _kept_font(stream: Any, style: Any, layout: Any, font: Any) -> _Kept:
    kept: dict[tuple[int, int], _Kept] = style.font_config.__dict__.setdefault(_KEPT, {})
    key = id(stream._fonts), int(ffi.cast("uintptr_t", font))
    found = kept.get(key)
    if found is None:
        found = kept[key] = _Kept(layout.layout, stream._fonts, *stream.add_font(font))
    return found


def _string(kept: _Kept, item: Any, glyphs: Any, stream: Any, layout: Any) -> str:
    """Write the glyphs of a run."""
    pieces = kept.pieces
    parts = ["<"]
    for index, (glyph, width, right, _up) in enumerate(glyphs):
        piece = pieces.get((glyph, width)) if not right else None
        if piece is None:
            piece = _piece(kept, item, index, glyphs, stream, layout)
        parts.append(piece)
    parts.append(">")
    string = "".join(parts)
    return string.removesuffix("<>")


def _piece(kept: _Kept, item: Any, index: int, glyphs: Any, stream: Any, layout: Any) -> str:
    """Write a glyph that is new in its font, or stands beside its place."""
    glyph, width, right, _up = glyphs[index]
    font, size = kept.font, kept.size
    if glyph == _EMPTY:
        return f">{-width / size}<"
    if glyph not in font.to_unicode:
        font.to_unicode[glyph] = _meaning(item, index, len(glyphs), layout)
    offset = right / size
    if glyph not in font.widths:
        pango.pango_font_get_glyph_extents(
            item.item.analysis.font, glyph, stream.ink_rect, stream.logical_rect
        )
        font.widths[glyph] = round(stream.logical_rect.width * 1000 * FROM_UNITS / size)
    piece = f">{-offset}<{glyph:04x}" if offset else f"{glyph:04x}"
    kerning = font.widths[glyph] + offset - width * 1000 * FROM_UNITS / size
    if kerning:
        piece += f">{int(kerning)}<"
    if not right:
        kept.pieces[glyph, width] = piece
    return piece


def _meaning(item: Any, index: int, count: int, layout: Any) -> str:
    """Give the letters that a glyph stands for."""
    clusters = item.glyphs.log_clusters
    start = clusters[index]
    if item.item.analysis.level % 2:
        end = item.item.length if index == 0 else clusters[index - 1]
    else:
        end = item.item.length if index == count - 1 else clusters[index + 1]
    offset = item.item.offset
    text: bytes = layout.text.encode()
    return text[offset + start : offset + end].decode()
