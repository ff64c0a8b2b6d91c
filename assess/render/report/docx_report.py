"""Word: a report as a document that can be edited, with real headings, tables and pictures.

Imported by the worker only, which draws the pictures.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from assess.core.report.figure.picture import Picture
from assess.core.report.record.annex import AnswerPart, PublishedReference
from assess.core.report.record.board import KeyFigure
from assess.core.report.record.fact import Fact
from assess.core.report.record.report import Advice, IndicatorPart, Report
from assess.render.chart.raster import logo_pixels, pixels
from assess.render.document.html import tokens_of
from assess.render.document.visible import visible
from assess.render.report.docx_parts import DocxParts


def word_document(report: Report, templates: Path) -> bytes:
    """Give a report as DOCX; the same record gives the same bytes."""
    tokens = tokens_of(report, templates)
    drawn = list(_pictures(report))
    parts = DocxParts(report, tokens, dict(enumerate(pixels(drawn, tokens, templates))))
    writer = _DocxWriter(report, parts)
    writer.front(templates)
    writer.summary()
    writer.reading()
    writer.areas()
    writer.last_round()
    writer.recommendations()
    writer.annex()
    return parts.content()


def _pictures(report: Report) -> Iterator[Picture]:
    """Give the pictures in the order in which they are placed."""
    yield report.summary.position
    for area in report.areas:
        yield area.picture
        for one in area.indicators:
            yield from one.pictures


class _DocxWriter:
    """Writes the parts of a report one after the other."""

    def __init__(self, report: Report, parts: DocxParts) -> None:
        self.report = report
        self._parts = parts

    def front(self, templates: Path) -> None:
        """Write the title page."""
        report = self.report
        if report.theme and report.theme.logo:
            self._parts.logo(logo_pixels(report.theme.logo, templates), report.theme.logo)
        self._parts.file.add_paragraph(report.title, style="Subtitle")
        self._parts.file.add_paragraph(visible(report.cover.organisation), style="Title")
        self._parts.file.add_paragraph(report.cover.month, style="Subtitle")
        for mark in report.marks:
            self._parts.paragraph(mark, "warn")
        self._parts.table(
            ("", ""), [(one.label, one.text) for one in report.cover.facts], (50, 120)
        )
        self._parts.paragraph(report.cover.notice, "quiet")

    def summary(self) -> None:
        """Write the two pages for a board."""
        summary = self.report.summary
        self._parts.chapter("Summary")
        self._parts.paragraph(summary.paragraph)
        self._parts.heading("Six areas at a glance", 2)
        self._parts.paragraph(f"{summary.position.title}.", "quiet")
        self._parts.picture(summary.position)
        self._parts.heading("Strengths", 2)
        for one in summary.strengths:
            number = f" [{one.number}]" if one.number else ""
            self._parts.file.add_paragraph(visible(f"{one.text}{number}"), style="List Bullet")
        if not summary.strengths:
            self._parts.paragraph(summary.no_strengths, "quiet")
        self._parts.heading("Priorities", 2)
        for first in summary.priorities:
            self._parts.file.add_paragraph(visible(first.text), style="List Number")
            if first.first_step:
                self._parts.paragraph(f"First step: {first.first_step}", "quiet")
        if not summary.priorities:
            self._parts.paragraph(summary.no_priorities, "quiet")
        self._parts.paragraph(summary.more_priorities, "quiet")
        self._parts.heading("Key figures", 2)
        self.key_figures()
        if summary.changes:
            self._parts.heading("Since the last round", 2)
            for change in summary.changes:
                self._parts.paragraph(change)
        self.label()
        self._parts.heading("How to read this", 2)
        self._parts.paragraph(summary.reading)

    def key_figures(self) -> None:
        """Write the table of key figures."""
        figures = self.report.summary.key_figures
        peers = self.report.summary.peers
        if not peers:
            rows = [
                (str(one.number), one.label, one.value, one.unit, one.reading) for one in figures
            ]
            heads: tuple[str, ...] = ("No.", "Figure", "This cluster", "Unit", "In words")
            self._parts.table(heads, rows, (12, 58, 24, 26, 50))
            return
        among = [
            (
                *(str(one.number), one.label, one.value, one.unit, one.median, one.middle_half),
                " ".join(filter(None, (_place(one), one.group if one.group != peers else ""))),
            )
            for one in figures
        ]
        heads = (
            "No.",
            "Figure",
            "This cluster",
            "Unit",
            "Median",
            "Middle half",
            "Among the peers",
        )
        self._parts.table(heads, among, (10, 44, 18, 24, 16, 24, 34))
        text = "unless said otherwise; a number in brackets: how many of them answered."
        self._parts.paragraph(f"Compared with {peers} {text}", "quiet")

    def label(self) -> None:
        """Write what came of the label."""
        label = self.report.summary.label
        self._parts.heading("Label", 2)
        self._parts.paragraph(f"{label.headline}. {label.title}. {' '.join(label.sentences)}")
        for warning in label.warnings:
            self._parts.paragraph(f"Notice: {warning}", "warn")
        if label.criteria:
            rows = [(one.id, one.title, one.verdict, one.remark) for one in label.criteria]
            self._parts.table(
                ("No.", "Eligibility criterion", "Verdict", "From the interview"),
                rows,
                (12, 68, 20, 70),
            )

    def reading(self) -> None:
        """Write how the report is read."""
        self._parts.chapter("How to read this report")
        for passage in self.report.how_to_read:
            self._parts.heading(passage.title, 2)
            for text in passage.paragraphs:
                self._parts.paragraph(text)
            self._parts.facts(passage.items)

    def areas(self) -> None:
        """Write the areas with their indicators."""
        for area in self.report.areas:
            self._parts.chapter(f"{area.letter}  {area.title}")
            self._parts.paragraph(area.intro)
            self._parts.picture(area.picture)
            for one in area.indicators:
                self.indicator(one)

    def indicator(self, one: IndicatorPart) -> None:
        """Write the block of an indicator."""
        self._parts.heading(f"{one.number}  {one.title}", 2)
        self._parts.paragraph(one.why, "quiet", above=True)
        value = f"{one.value}{':' if one.missing else ''} {one.unit}".rstrip()
        self._parts.facts((Fact(label=value, text=f"· {one.label}"),), above=bool(one.pictures))
        for picture in one.pictures:
            note = f" · {one.judgement}" if one.judgement else ""
            self._parts.heading(f"{picture.title}{note}", 3)
            self._parts.picture(picture)
        self._parts.paragraph(one.sentence)
        if one.quality:
            self._parts.paragraph(f"Quality label {one.quality}.", "quiet")
        facts = [Fact(label="Contradiction", text=text) for text in one.doubts]
        facts += [Fact(label="Since the last round", text=text) for text in one.changes]
        facts += [Fact(label="Strength", text=text) for text in one.strengths]
        facts += [
            Fact(label=f"Note on {note.question}" if note.question else "Note", text=note.text)
            for note in one.notes
        ]
        facts += [
            Fact(label=f"Published [{each.id}]", text=_published(each)) for each in one.published
        ]
        self._parts.facts(facts)
        for advice in one.advice:
            self._parts.facts([Fact(label=f"Recommendation {advice.rank}", text=_advice(advice))])

    def last_round(self) -> None:
        """Write what changed since the last round, where there was one."""
        last = self.report.last_round
        if last is None:
            return
        self._parts.chapter(last.title)
        for text in last.sentences:
            self._parts.paragraph(text)
        if last.lines:
            heads = ("No.", "Measure", "Then", "Now", "Change", "Direction")
            rows = [
                (str(one.number), one.label, one.before, one.now, one.change, one.course)
                for one in last.lines
            ]
            self._parts.table(heads, rows, (12, 50, 26, 26, 26, 30))
        self._parts.facts(last.remarks)

    def recommendations(self) -> None:
        """Write the recommendations in their order."""
        self._parts.chapter("Recommendations")
        for one in self.report.recommendations:
            self._parts.heading(f"{one.rank}  {one.action or one.finding}", 2)
            if one.first_step:
                self._parts.facts([Fact(label="First step", text=one.first_step)])
            where = f"Indicator {one.number}, {one.title}" if one.number else one.title
            items = ", ".join(f"{item.label} {item.text}" for item in one.quality_items)
            self._parts.paragraph(f"{where}{' · Quality label ' if items else ''}{items}", "quiet")
            for remark in one.remarks:
                self._parts.paragraph(remark, "warn")
        if not self.report.recommendations:
            self._parts.paragraph(self.report.no_recommendations)
        self._parts.heading(self.report.outlook.title, 2)
        for text in self.report.outlook.paragraphs:
            self._parts.paragraph(text)
        self._parts.facts(self.report.outlook.items)

    def annex(self) -> None:
        """Write everything in full."""
        annex = self.report.annex
        self._parts.chapter("Annex")
        self._parts.heading("Success stories", 2)
        for story in annex.stories:
            self._parts.heading(story.title, 3)
            self._parts.paragraph(story.released, "quiet")
            self._parts.facts(story.fields)
        if not annex.stories:
            self._parts.paragraph(annex.no_stories)
        self._parts.heading("Eligibility in full", 2)
        for text in annex.label_sentences:
            self._parts.paragraph(text)
        for one in annex.eligibility:
            self._parts.heading(f"{one.id}  {one.title}: {one.verdict}", 3)
            self._parts.paragraph(one.text, "quiet")
            self._parts.facts(one.remarks)
        self.answers()
        self._parts.heading("Values kept against a check", 2)
        for kept in annex.passed:
            text = f"{kept.question} {kept.finding} Reason: {kept.reason}"
            self._parts.facts([Fact(label=str(kept.number), text=text)])
        if not annex.passed:
            self._parts.paragraph(annex.no_passed)
        self._parts.heading("Definitions: why these values", 2)
        self.definitions()
        self._parts.heading("Sources of the published values", 2)
        for each in annex.published:
            self._parts.facts([Fact(label=each.id, text=f"{each.origin}. {each.source}")])
        self._parts.heading("Imprint", 2)
        rows = [(one.label, one.text) for one in self.report.imprint]
        self._parts.table(("", ""), [*rows, ("SHA-256 of the data", self.report.sha256)], (40, 130))

    def definitions(self) -> None:
        """Write how each value comes about, with the figures of every group of peers."""
        annex = self.report.annex
        self._parts.paragraph(annex.explanation)
        self._parts.facts(annex.groups)
        for group in annex.definitions:
            self._parts.heading(f"{group.number}  {group.title}", 3)
            for one in group.measures:
                self._parts.facts(
                    [Fact(label=f"{one.label}.", text=one.text)], above=bool(one.figures)
                )
                among = [
                    f"{head.label.rpartition(' [')[0] or head.label}: {figure}"
                    for head, figure in zip(annex.groups, one.figures, strict=False)
                ]
                self._parts.paragraph("; ".join(among), "quiet")

    def answers(self) -> None:
        """Write every answer."""
        self._parts.heading("All answers", 2)
        rows: list[tuple[str, ...]] = []
        area = ""
        for group in self.report.annex.answers:
            if group.area:
                self._answers_of(area, rows)
                area, rows = group.area, []
            number = str(group.number)
            if group.remark:
                rows.append((number, group.title, group.remark))
            for one in group.answers:
                rows.append((number, one.label, "\n".join(_answer(one))))
                number = ""
        self._answers_of(area, rows)

    def _answers_of(self, area: str, rows: list[tuple[str, ...]]) -> None:
        if area:
            self._parts.heading(area, 3)
        if rows:
            self._parts.table(("No.", "Question", "Answer"), rows, (10, 72, 88))


def _answer(one: AnswerPart) -> Iterator[str]:
    for line in one.lines:
        yield f"{line.label}: {line.text}" if line.label else line.text
    if not one.answered:
        yield one.status
    if one.reason:
        yield f"Reason: {one.reason}"
    if one.note:
        yield f"Note: {one.note}"
    for each in one.evidence:
        yield f"Evidence: {each}"


def _place(one: KeyFigure) -> str:
    return one.reading if one.missing else one.position or one.reading


def _published(one: PublishedReference) -> str:
    if one.told:
        return f"Also the value beside indicator {one.told}."
    return f"{one.text} {one.origin}."


def _advice(one: Advice) -> str:
    return " ".join(text for text in (one.finding, one.meaning, one.action) if text)
