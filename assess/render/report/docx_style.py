"""The look of a Word document: its styles, and what Word knows that its library has no word for."""

from __future__ import annotations

from collections.abc import Sequence
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

CONTENTS = "Contents line"
"""The style of a line of the contents."""

_STYLES = {
    "Normal": (10.0, 0, 3),
    "Title": (26.0, 30, 6),
    "Subtitle": (16.0, 0, 6),
    "Heading 1": (20.0, 16, 6),
    "Heading 2": (12.0, 7, 1),
    "Heading 3": (10.0, 5, 1),
    "List Bullet": (10.0, 0, 1.5),
    "List Number": (10.0, 2.5, 0),
    CELL: (9.0, 0.5, 0.5),
    CONTENTS: (10.0, 0, 2),
    "Header": (9.0, 0, 0),
    "Footer": (9.0, 0, 0),
}
"""Size, space before and space after, in points."""


_INKS = {"Title": "accent", "Header": "secondary", "Footer": "secondary"}


def dress(styles: Any, tokens: Tokens, width: Length) -> None:
    """Give the styles of a document the look of the report; running lines end at a width."""
    colour = tokens.colour
    for added in (CELL, CONTENTS):
        styles.add_style(added, WD_STYLE_TYPE.PARAGRAPH).base_style = styles["Normal"]
    for name, (size, before, after) in _STYLES.items():
        style = styles[name]
        style.font.name, style.font.size = FONT, Pt(size)
        style.font.italic = False
        style.paragraph_format.space_before = Pt(before)
        style.paragraph_format.space_after = Pt(after)
        style.paragraph_format.line_spacing = 1.0
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
    for name in ("Header", "Footer", CONTENTS):
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


def speak(run: Any, language: str) -> None:
    """Say in which language a run is written, for those who have it read aloud or checked."""
    mark = OxmlElement("w:lang")
    mark.set(qn("w:val"), language)
    run.element.get_or_add_rPr().append(mark)


def field(run: Any, code: str, *, anew: bool = False) -> None:
    """Put in a number that Word works out; `anew`: as soon as it opens the document."""
    for kind, text in (("begin", ""), ("", code), ("end", "")):
        if kind:
            part = _edge(kind)
            if anew and kind == "begin":
                part.set(qn("w:dirty"), "true")
        else:
            part = OxmlElement("w:instrText")
            part.text = text
        run.font.element.append(part)


def _edge(kind: str) -> Any:
    part = OxmlElement("w:fldChar")
    part.set(qn("w:fldCharType"), kind)
    return part


def enclose(lines: Sequence[Any], code: str) -> None:
    """Make paragraphs the text of one field."""
    if not lines:
        return
    begun = OxmlElement("w:r")
    asked = OxmlElement("w:instrText")
    asked.text = code
    for part in (_edge("begin"), asked, _edge("separate")):
        begun.append(part)
    lines[0].runs[0].font.element.addprevious(begun)
    lines[-1].add_run().font.element.append(_edge("end"))


def bookmark(paragraph: Any, name: str, number: int) -> None:
    """Give a paragraph a name that others refer to."""
    for kind in ("bookmarkStart", "bookmarkEnd"):
        mark = OxmlElement(f"w:{kind}")
        mark.set(qn("w:id"), str(number))
        if kind == "bookmarkStart":
            mark.set(qn("w:name"), name)
        paragraph.paragraph_format.element.append(mark)
