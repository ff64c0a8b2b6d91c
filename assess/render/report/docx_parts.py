"""Parts of DOCX: pieces of a Word document, in the look of the report. For the worker only."""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from datetime import datetime
from io import BytesIO
from string import Formatter
from typing import Any

import docx
from docx.shared import Length, Mm, Pt, RGBColor

from assess.core.report.figure.picture import Picture
from assess.core.report.record.fact import Fact
from assess.core.report.record.report import Report
from assess.core.report.record.theme import Logo
from assess.core.text.design_tokens import Tokens
from assess.languages import gettext
from assess.render.chart.raster import Pixels
from assess.render.document.visible import visible
from assess.render.report.docx_style import (
    CELL,
    CONTENTS,
    bookmark,
    dress,
    enclose,
    field,
    hold_together,
    repeat,
    rule_lines,
    speak,
)

WIDTH = Mm(170)

FIELDS = {"page": "PAGE", "pages": "NUMPAGES"}
"""What Word fills in itself, by the place in the sentence."""


class DocxParts:
    """A document that grows piece by piece; its pictures come in the order they were drawn in."""

    def __init__(self, report: Report, tokens: Tokens, drawn: dict[int, Pixels]) -> None:
        self.report = report
        self.tokens = tokens
        self.drawn = drawn
        self.placed = 0
        self.chapters: list[str] = []
        self.listed: Any = None
        """Where the contents go."""
        self.file = docx.Document()
        self._dress()

    def heading(self, text: str, level: int, *, anew: bool = False) -> None:
        """Write a heading; `anew`: on a new page."""
        heading = self.file.add_heading(visible(text), level)
        heading.paragraph_format.page_break_before = anew or None

    def paragraph(self, text: str, kind: str = "", *, above: bool = False) -> None:
        """Write a paragraph, quiet or as a warning; an empty one is left out.

        One that belongs `above` the next stays on its page.
        """
        if not text:
            return
        paragraph = self.file.add_paragraph()
        paragraph.paragraph_format.keep_with_next = above or None
        run = paragraph.add_run(visible(text))
        colour = {"quiet": self.tokens.colour.secondary, "warn": self.tokens.colour.amber}
        if kind:
            run.font.color.rgb = RGBColor.from_string(colour[kind][1:])

    def facts(
        self,
        facts: Sequence[Fact],
        *,
        above: bool = False,
        small: bool = False,
        languages: Sequence[str] = (),
    ) -> None:
        """Write named texts, the name in bold; `above` as for a paragraph, `small` as in tables.

        `languages` are those in which the texts were written, empty where that is not known.
        """
        known = languages or [""] * len(facts)
        for fact, language in zip(facts, known, strict=True):
            paragraph = self.file.add_paragraph(style=CELL if small else None)
            paragraph.paragraph_format.keep_with_next = above or None
            paragraph.add_run(visible(fact.label)).bold = True
            run = paragraph.add_run(visible(f" {fact.text}"))
            if language and language != self.report.language:
                speak(run, language)

    def table(
        self, heads: tuple[str, ...], rows: Sequence[tuple[str, ...]], widths: tuple[int, ...]
    ) -> None:
        """Write a table, widths in millimetres; one without heads has names in its first column."""
        colour = self.tokens.colour
        named = any(heads)
        table = self.file.add_table(rows=0, cols=len(heads))
        table.autofit = False
        rule_lines(self.file, colour.rule)
        for column, width in zip(table.columns, widths, strict=True):
            column.width = Mm(width)
        for index, row in enumerate([heads, *rows] if named else rows):
            added = table.add_row()
            hold_together(added)
            is_head = named and index == 0
            if is_head:
                repeat(added)
            for place, (cell, text) in enumerate(zip(added.cells, row, strict=True)):
                cell.width = Mm(widths[place])
                paragraph = cell.paragraphs[0]
                paragraph.style = self.file.styles[CELL]
                run = paragraph.add_run(visible(text))
                if is_head or (place == 0 and not named):
                    run.font.color.rgb = RGBColor.from_string(colour.secondary[1:])
        self.file.add_paragraph(style=CELL)

    def picture(self, picture: Picture) -> None:
        """Place the next picture, with its text for those who cannot see it."""
        drawn = self.drawn[self.placed]
        self.placed += 1
        width = min(WIDTH, Pt(drawn.width))
        self._place(drawn, width, picture.alternative)

    def _place(self, drawn: Pixels, width: Length, alternative: str) -> None:
        run = self.file.add_paragraph().add_run()
        run.add_picture(BytesIO(drawn.png), width=width)
        run.font.element.xpath(".//wp:docPr")[-1].set("descr", visible(alternative))

    def logo(self, drawn: Pixels, logo: Logo) -> None:
        """Place a logo, with its text for those who cannot see it."""
        self._place(drawn, Pt(drawn.width), logo.alternative)

    def chapter(self, text: str, *, anew: bool = False) -> None:
        """Write the heading of a chapter, which the contents name; `anew`: on a new page."""
        heading = self.file.add_heading(visible(text), 1)
        heading.paragraph_format.page_break_before = anew or None
        self.chapters.append(visible(text))
        bookmark(heading, f"chapter-{len(self.chapters)}", len(self.chapters))

    def contents(self, title: str) -> None:
        """Leave a place on a new page for the contents, which `content` writes."""
        self.heading(title, 2, anew=True)
        self.listed = self.file.add_paragraph()

    def _list_chapters(self) -> None:
        """Write the contents as a field, which Word renews: each chapter with its page."""
        if self.listed is None:
            return
        lines = [
            self.listed.insert_paragraph_before(text, style=CONTENTS) for text in self.chapters
        ]
        for number, line in enumerate(lines, start=1):
            line.add_run("\t")
            field(line.add_run(), f"PAGEREF chapter-{number} \\h", anew=True)
        enclose(lines, 'TOC \\o "1-1" \\h')

    def _dress(self) -> None:
        report = self.report
        section = self.file.sections[0]
        section.page_width, section.page_height = Mm(210), Mm(297)
        section.left_margin = section.right_margin = Mm(20)
        section.top_margin, section.bottom_margin = Mm(24), Mm(22)
        dress(self.file.styles, self.tokens, WIDTH)
        marks = " · ".join(report.marks)
        section.header.paragraphs[0].text = f"{visible(report.head)}\t{visible(marks)}"
        footer = section.footer.paragraphs[0]
        footer.text = f"{visible(report.footer)}\t"
        for words, place, _, _ in Formatter().parse(gettext("Page {page} of {pages}")):
            footer.add_run(words)
            if place is not None:
                field(footer.add_run(), FIELDS[place])
        day = datetime(report.day.year, report.day.month, report.day.day)  # noqa: DTZ001  Word's own
        about = self.file.core_properties
        about.title, about.subject = f"{report.title}: {visible(report.subtitle)}", ""
        about.author = about.last_modified_by = ""
        about.comments = visible(report.footer)
        about.created = about.modified = day
        about.language = report.language

    def content(self) -> bytes:
        """Give the document, with the same day for each of its parts: the clock is in no file."""
        self._list_chapters()
        written, again = BytesIO(), BytesIO()
        self.file.save(written)
        with zipfile.ZipFile(written) as old, zipfile.ZipFile(again, "w") as new:
            for name in old.namelist():
                entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
                entry.compress_type = zipfile.ZIP_DEFLATED
                new.writestr(entry, old.read(name))
        return again.getvalue()
