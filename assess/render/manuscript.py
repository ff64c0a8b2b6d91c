"""The manuscript: pieces of a Word document, in the look of the report. For the worker only."""

from __future__ import annotations

import base64
import zipfile
from collections.abc import Sequence
from datetime import datetime
from io import BytesIO
from typing import Any

import docx
from docx.enum.text import WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from assess.core.report.picture import Picture
from assess.core.report.record import Fact, Report
from assess.core.report.theme import Logo
from assess.core.tokens import Tokens
from assess.render.pixels import Pixels
from assess.render.visible import visible

WIDTH = Mm(170)
FONT = "Calibri"
"""Bundled fonts cannot travel in a document that is edited; this one is where it is edited."""


class Manuscript:
    """A document that grows piece by piece; its pictures come in the order they were drawn in."""

    def __init__(self, report: Report, tokens: Tokens, drawn: dict[int, Pixels]) -> None:
        self.report = report
        self.tokens = tokens
        self.drawn = drawn
        self.placed = 0
        self.file = docx.Document()
        self._dress()

    def heading(self, text: str, level: int) -> None:
        """Write a heading."""
        self.file.add_heading(visible(text), level)

    def paragraph(self, text: str, kind: str = "") -> None:
        """Write a paragraph, quiet or as a warning; an empty one is left out."""
        if not text:
            return
        run = self.file.add_paragraph().add_run(visible(text))
        colour = {"quiet": self.tokens.colour.secondary, "warn": self.tokens.colour.amber}
        if kind:
            run.font.color.rgb = RGBColor.from_string(colour[kind][1:])

    def facts(self, facts: Sequence[Fact]) -> None:
        """Write named texts, the name in bold."""
        for one in facts:
            paragraph = self.file.add_paragraph()
            paragraph.add_run(visible(one.label)).bold = True
            paragraph.add_run(visible(f" {one.text}"))

    def table(
        self, heads: tuple[str, ...], rows: Sequence[tuple[str, ...]], widths: tuple[int, ...]
    ) -> None:
        """Write a table, widths in millimetres; one without heads has names in its first column."""
        named = any(heads)
        table = self.file.add_table(rows=0, cols=len(heads), style="Table Grid")
        table.autofit = False
        if named:
            cells = table.add_row().cells
            for cell, head in zip(cells, heads, strict=True):
                cell.paragraphs[0].add_run(head).bold = True
            _repeat(table.rows[0])
        for row in rows:
            cells = table.add_row().cells
            for index, (cell, text) in enumerate(zip(cells, row, strict=True)):
                run = cell.paragraphs[0].add_run(visible(text))
                run.bold = index == 0 and not named
        for column, width in zip(table.columns, widths, strict=True):
            for cell in column.cells:
                cell.width = Mm(width)
        self.file.add_paragraph()

    def picture(self, picture: Picture) -> None:
        """Place the next picture, with its text for those who cannot see it."""
        drawn = self.drawn[self.placed]
        self.placed += 1
        width = min(WIDTH, Pt(drawn.width))
        shape = self.file.add_picture(BytesIO(drawn.png), width=width)
        self._describe(shape, picture.alternative)

    def _describe(self, shape: Any, text: str) -> None:
        shape._inline.docPr.set("descr", visible(text))  # noqa: SLF001  there is no other way

    def logo(self, logo: Logo) -> None:
        """Place a logo; one that is no pixels stays in the other formats, as Word draws no SVG."""
        if logo.kind != "svg":
            content = BytesIO(base64.b64decode(logo.content))
            self._describe(self.file.add_picture(content, height=Mm(18)), logo.alternative)

    def break_page(self) -> None:
        """Begin a new page."""
        self.file.add_paragraph().add_run().add_break(WD_BREAK.PAGE)

    def _dress(self) -> None:
        report, tokens = self.report, self.tokens
        section = self.file.sections[0]
        section.page_width, section.page_height = Mm(210), Mm(297)
        section.left_margin = section.right_margin = Mm(20)
        for name in ("Normal", "Title", "Subtitle", "Heading 1", "Heading 2", "Heading 3"):
            style = self.file.styles[name]
            style.font.name = FONT
            fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
            for script in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
                fonts.set(qn(script), FONT)
            for theme in ("w:asciiTheme", "w:hAnsiTheme", "w:cstheme", "w:eastAsiaTheme"):
                fonts.attrib.pop(qn(theme), None)
            if name != "Normal":
                style.font.color.rgb = RGBColor.from_string(tokens.colour.accent[1:])
        self.file.styles["Normal"].font.size = Pt(10)
        head = " · ".join((report.head, *report.marks))
        section.header.paragraphs[0].text = visible(head)
        footer = section.footer.paragraphs[0]
        footer.text = visible(f"{report.footer} · Page ")
        _field(footer.add_run(), "PAGE")
        day = datetime(report.day.year, report.day.month, report.day.day)  # noqa: DTZ001  Word's own
        about = self.file.core_properties
        about.title, about.subject = f"{report.title}: {visible(report.subtitle)}", ""
        about.author = about.last_modified_by = ""
        about.comments = visible(report.footer)
        about.created = about.modified = day
        about.language = report.language

    def content(self) -> bytes:
        """Give the document, with the same day for each of its parts: the clock is in no file."""
        written, again = BytesIO(), BytesIO()
        self.file.save(written)
        with zipfile.ZipFile(written) as old, zipfile.ZipFile(again, "w") as new:
            for name in old.namelist():
                entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
                entry.compress_type = zipfile.ZIP_DEFLATED
                new.writestr(entry, old.read(name))
        return again.getvalue()


def _repeat(row: Any) -> None:
    """Let the first row stand at the top of each page: Word takes it for the head then."""
    mark = OxmlElement("w:tblHeader")
    mark.set(qn("w:val"), "true")
    row._tr.get_or_add_trPr().append(mark)  # noqa: SLF001  there is no other way


def _field(run: Any, code: str) -> None:
    for kind, text in (("begin", ""), ("", code), ("end", "")):
        if kind:
            part = OxmlElement("w:fldChar")
            part.set(qn("w:fldCharType"), kind)
        else:
            part = OxmlElement("w:instrText")
            part.text = text
        run._r.append(part)  # noqa: SLF001  there is no other way
