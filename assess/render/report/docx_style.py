"""The look of a Word document: its styles, and what Word knows that its library has no word for."""

from __future__ import annotations

from typing import Any

from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Length, Pt, RGBColor

from assess.core.text.design_tokens import Tokens

FONT = "Calibri"
"""Bundled fonts cannot travel in a document that is edited; this one is where it is edited."""

CELL = "Table text"
"""The style of paragraphs in tables."""

_STYLES = {
    "Normal": (10.0, 0, 4),
    "Title": (26.0, 30, 6),
    "Subtitle": (16.0, 0, 6),
    "Heading 1": (24.0, 0, 8),
    "Heading 2": (14.0, 14, 3),
    "Heading 3": (10.0, 8, 2),
    "List Bullet": (10.0, 0, 3),
    "List Number": (10.0, 4, 0),
    CELL: (9.5, 2, 2),
    "Header": (9.0, 0, 0),
    "Footer": (9.0, 0, 0),
}
"""Size, space before and space after, in points."""


_INKS = {"Title": "accent", "Header": "secondary", "Footer": "secondary"}


def dress(styles: Any, tokens: Tokens, width: Length) -> None:
    """Give the styles of a document the look of the report; running lines end at a width."""
    colour = tokens.colour
    styles.add_style(CELL, WD_STYLE_TYPE.PARAGRAPH).base_style = styles["Normal"]
    for name, (size, before, after) in _STYLES.items():
        style = styles[name]
        style.font.name, style.font.size = FONT, Pt(size)
        style.font.italic = False
        style.paragraph_format.space_before = Pt(before)
        style.paragraph_format.space_after = Pt(after)
        style.paragraph_format.line_spacing = 1.1
        ink = _INKS.get(name, "ink")
        style.font.color.rgb = RGBColor.from_string(getattr(colour, ink)[1:])
        properties = style.element.get_or_add_rPr()
        fonts = properties.get_or_add_rFonts()
        for script in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
            fonts.set(qn(script), FONT)
        for theme in ("w:asciiTheme", "w:hAnsiTheme", "w:cstheme", "w:eastAsiaTheme"):
            fonts.attrib.pop(qn(theme), None)
        for spacing in properties.findall(qn("w:spacing")):
            properties.remove(spacing)
    for name in ("Header", "Footer"):
        stops = styles[name].paragraph_format.tab_stops
        stops.clear_all()
        stops.add_tab_stop(width, WD_TAB_ALIGNMENT.RIGHT)
    paragraphs = styles["Title"].element.get_or_add_pPr()
    for border in paragraphs.findall(qn("w:pBdr")):
        paragraphs.remove(border)


def rule_lines(document: Any, colour: str) -> None:
    """Draw thin lines between the rows of the last table and below it, and none elsewhere."""
    borders = OxmlElement("w:tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        line = OxmlElement(f"w:{side}")
        drawn = side in ("bottom", "insideH")
        line.set(qn("w:val"), "single" if drawn else "nil")
        if drawn:
            line.set(qn("w:sz"), "4")
            line.set(qn("w:space"), "0")
            line.set(qn("w:color"), colour[1:])
        borders.append(line)
    properties = document.element.body.xpath("./w:tbl")[-1].tblPr
    properties.append(borders)
    margins = OxmlElement("w:tblCellMar")
    for side, width in (("left", "0"), ("right", "100")):
        margin = OxmlElement(f"w:{side}")
        margin.set(qn("w:w"), width)
        margin.set(qn("w:type"), "dxa")
        margins.append(margin)
    properties.append(margins)


def repeat(row: Any) -> None:
    """Let the first row stand at the top of each page: Word takes it for the head then."""
    _mark(row, "w:tblHeader")


def hold_together(row: Any) -> None:
    """Keep a row on one page."""
    _mark(row, "w:cantSplit")


def _mark(row: Any, name: str) -> None:
    mark = OxmlElement(name)
    mark.set(qn("w:val"), "true")
    cell = row.cells[0].paragraphs[0].paragraph_format.element.getparent()
    cell.getparent().get_or_add_trPr().append(mark)


def field(run: Any, code: str) -> None:
    """Put in a number that Word works out."""
    for kind, text in (("begin", ""), ("", code), ("end", "")):
        if kind:
            part = OxmlElement("w:fldChar")
            part.set(qn("w:fldCharType"), kind)
        else:
            part = OxmlElement("w:instrText")
            part.text = text
        run.font.element.append(part)
