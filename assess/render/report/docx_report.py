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
from assess.core.report.record.report import IndicatorPart, Report
from assess.languages import gettext, pgettext
from assess.languages.speech import with_label
from assess.render.chart.raster import logo_pixels, pixels
from assess.render.document.html import tokens_of
from assess.render.document.visible import visible
from assess.render.report.docx_parts import DocxParts
from assess.render.report.docx_plan import write_last_plan, write_plan
from assess.render.report.docx_survey import write_surveys

BULLETED, NUMBERED = "List Bullet", "List Number"
"""Styles of Word by their names, which are the same in every language."""


def word_document(report: Report, templates: Path) -> bytes:
    """Give a report as DOCX; the same record gives the same bytes."""
    tokens = tokens_of(report, templates)
    drawn = list(_pictures(report))
    parts = DocxParts(report, tokens, dict(enumerate(pixels(drawn, tokens, templates))))
    writer = _DocxWriter(report, parts)
    writer.front(templates)
    writer.summary()
    parts.contents(gettext("Contents"))
    writer.reading()
    write_last_plan(parts, report.plan)
    writer.areas()
    writer.unanswered()
    writer.last_round()
    writer.recommendations()
    write_plan(parts, report.plan)
    write_surveys(parts, report.surveys)
    writer.modules()
    writer.annex()
    return parts.content()


def _pictures(report: Report) -> Iterator[Picture]:
    """Give the pictures in the order in which they are placed."""
    yield report.summary.position
    for area in report.areas:
        yield area.picture
        for indicator in area.indicators:
            yield from indicator.pictures
    if report.last_round is not None:
        yield from report.last_round.trend


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
            ("", ""), [(fact.label, fact.text) for fact in report.cover.facts], (50, 120)
        )
        self._parts.paragraph(report.cover.notice, "quiet")

    def summary(self) -> None:
        """Write the two pages for a board."""
        summary = self.report.summary
        self._parts.chapter(gettext("Summary"), anew=True)
        self._parts.paragraph(summary.message)
        self._parts.paragraph(summary.paragraph)
        self._parts.heading(gettext("Six areas at a glance"), 2)
        self._parts.paragraph(f"{summary.position.title}.", "quiet")
        self._parts.picture(summary.position)
        self._parts.heading(gettext("Strengths"), 2)
        for strength in summary.strengths:
            number = f" [{strength.number}]" if strength.number else ""
            self._parts.file.add_paragraph(visible(f"{strength.text}{number}"), style=BULLETED)
        if not summary.strengths:
            self._parts.paragraph(summary.no_strengths, "quiet")
        self._parts.heading(gettext("Priorities"), 2)
        for first in summary.priorities:
            step = gettext("First step: {step}", step=first.first_step) if first.first_step else ""
            said = "\n".join(filter(None, (visible(first.text), visible(step))))
            self._parts.file.add_paragraph(said, style=NUMBERED)
        if not summary.priorities:
            self._parts.paragraph(summary.no_priorities, "quiet")
        self._parts.paragraph(summary.more_priorities, "quiet")
        self._parts.heading(gettext("Key figures"), 2, anew=True)
        self.key_figures()
        if summary.changes:
            self._parts.heading(gettext("Since the last round"), 2)
            for change in summary.changes:
                self._parts.paragraph(change)
        self.label()
        self._parts.heading(gettext("How to read this"), 2)
        self._parts.paragraph(summary.reading)

    def key_figures(self) -> None:
        """Write the table of key figures."""
        figures = self.report.summary.key_figures
        peers = self.report.summary.peers
        if not peers:
            rows = [
                (str(figure.number), figure.label, figure.value, figure.unit, figure.reading)
                for figure in figures
            ]
            heads: tuple[str, ...] = (
                gettext("No."),
                pgettext("one of the key figures", "Figure"),
                gettext("This cluster"),
                gettext("Unit"),
                gettext("In words"),
            )
            self._parts.table(heads, rows, (12, 58, 24, 26, 50))
            return
        among = [
            (
                *(
                    str(figure.number),
                    figure.label,
                    figure.value,
                    figure.unit,
                    figure.median,
                    figure.middle_half,
                ),
                " ".join(
                    filter(None, (_place(figure), figure.group if figure.group != peers else ""))
                ),
            )
            for figure in figures
        ]
        heads = (
            gettext("No."),
            pgettext("one of the key figures", "Figure"),
            gettext("This cluster"),
            gettext("Unit"),
            gettext("Median"),
            gettext("Middle half"),
            gettext("Position among peers"),
        )
        self._parts.table(heads, among, (9, 47, 15, 19, 14, 24, 42))
        self._parts.paragraph(
            gettext(
                "Compared with {peers}, unless another group is named. The number in brackets "
                "says how many of the group have this figure.",
                peers=peers,
            ),
            "quiet",
        )

    def label(self) -> None:
        """Write what came of the label."""
        label = self.report.summary.label
        self._parts.heading(gettext("Label"), 2)
        self._parts.paragraph(f"{label.headline}. {label.title}. {' '.join(label.sentences)}")
        for warning in label.warnings:
            self._parts.paragraph(gettext("Notice: {warning}", warning=warning), "warn")
        if label.criteria:
            rows = [
                (criterion.id, criterion.title, criterion.verdict, criterion.remark)
                for criterion in label.criteria
            ]
            self._parts.table(
                (
                    gettext("No."),
                    gettext("Eligibility criterion"),
                    gettext("Verdict"),
                    gettext("From the interview"),
                ),
                rows,
                (9, 70, 18, 73),
            )

    def reading(self) -> None:
        """Write how the report is read."""
        self._parts.chapter(gettext("How to read this report"))
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
            for indicator in area.indicators:
                self.indicator(indicator)

    def indicator(self, indicator: IndicatorPart) -> None:
        """Write the block of an indicator."""
        self._parts.heading(f"{indicator.number}  {indicator.title}", 2)
        self._parts.paragraph(indicator.why, "quiet", above=True)
        quality = (
            [gettext("Quality label {items}", items=indicator.quality)] if indicator.quality else []
        )
        value = f"{indicator.value}{':' if indicator.missing else ''} {indicator.unit}".rstrip()
        self._parts.facts(
            (Fact(label=value, text=" · ".join(["", indicator.label, *quality]).lstrip()),),
            above=bool(indicator.pictures),
        )
        self._parts.paragraph(indicator.place, above=bool(indicator.pictures))
        for picture in indicator.pictures:
            note = f" · {indicator.judgement}" if indicator.judgement else ""
            if picture.is_finding:
                self._parts.paragraph(f"{picture.title}{note}", above=True)
            elif note or len(indicator.pictures) > 1:
                self._parts.heading(f"{picture.title}{note}", 3)
            self._parts.picture(picture)
        self._parts.paragraph(indicator.sentence)
        facts = [Fact(label=gettext("Contradiction"), text=text) for text in indicator.doubts]
        facts += [
            Fact(label=gettext("Unusual, without a reason"), text=text)
            for text in indicator.unusual
        ]
        facts += [
            Fact(label=gettext("Since the last round"), text=text) for text in indicator.changes
        ]
        facts += [Fact(label=gettext("Strength"), text=text) for text in indicator.strengths]
        facts += [
            Fact(
                label=gettext("Note on {question}", question=note.question)
                if note.question
                else gettext("Note"),
                text=note.text,
            )
            for note in indicator.notes
        ]
        facts += [
            Fact(label=gettext("Published [{source}]", source=each.id), text=_published(each))
            for each in indicator.published
        ]
        languages = [""] * (len(facts) - len(indicator.notes) - len(indicator.published))
        languages += [note.language for note in indicator.notes]
        languages += [""] * len(indicator.published)
        self._parts.facts(facts, languages=languages)
        for advice in indicator.advice:
            self._parts.facts(
                [
                    Fact(
                        label=gettext("Recommendation {rank}", rank=advice.rank),
                        text=advice.action or advice.finding,
                    )
                ]
            )

    def unanswered(self) -> None:
        """Write what has no answer, as one table."""
        if not self.report.unanswered:
            return
        self._parts.chapter(gettext("Without an answer"))
        self._parts.paragraph(self.report.unanswered_note)
        heads = (
            gettext("Area"),
            gettext("Indicators"),
            pgettext("reason for no answer", "Why"),
        )
        alike: dict[tuple[str, str], list[str]] = {}
        for line in self.report.unanswered:
            named = alike.setdefault((line.area, line.reason), [])
            named.append(f"{line.number} {line.title}")
        rows = [(area, " · ".join(named), reason) for (area, reason), named in alike.items()]
        self._parts.table(heads, rows, (40, 96, 34))

    def last_round(self) -> None:
        """Write what changed since the last round, where there was one."""
        last = self.report.last_round
        if last is None:
            return
        self._parts.chapter(last.title)
        for text in last.sentences:
            self._parts.paragraph(text)
        if last.trend:
            self._parts.heading(last.trend[0].title, 2)
        for row in last.trend:
            self._parts.picture(row)
        if last.lines:
            heads = (
                gettext("No."),
                gettext("Measure"),
                pgettext("in the last round", "Then"),
                pgettext("in this round", "Now"),
                pgettext("difference of two values", "Change"),
                gettext("Direction"),
            )
            rows = [
                (str(line.number), line.label, line.before, line.now, line.change, line.course)
                for line in last.lines
            ]
            self._parts.table(heads, rows, (12, 50, 26, 26, 26, 30))
        self._parts.facts(last.remarks)

    def recommendations(self) -> None:
        """Write the recommendations in their order."""
        self._parts.chapter(gettext("Recommendations"))
        for recommendation in self.report.recommendations:
            self._parts.heading(
                f"{recommendation.rank}  {recommendation.action or recommendation.finding}", 2
            )
            if recommendation.action:
                text = f"{recommendation.finding} {recommendation.meaning}"
                self._parts.paragraph(text.rstrip())
            if recommendation.first_step:
                self._parts.facts(
                    [Fact(label=gettext("First step"), text=recommendation.first_step)]
                )
            where = (
                gettext(
                    "Indicator {number}, {title}",
                    number=recommendation.number,
                    title=recommendation.title,
                )
                if recommendation.number
                else recommendation.title
            )
            items = ", ".join(f"{item.label} {item.text}" for item in recommendation.quality_items)
            if recommendation.effort:
                where = f"{where} · {gettext('Effort {effort}', effort=recommendation.effort)}"
            items = items or recommendation.without_item
            if items:
                where = f"{where} · {gettext('Quality label {items}', items=items)}"
            self._parts.paragraph(where, "quiet")
            for remark in recommendation.remarks:
                self._parts.paragraph(remark, "warn")
        if not self.report.recommendations:
            self._parts.paragraph(self.report.no_recommendations)
        if self.report.noticed:
            self._parts.heading(gettext("Further findings"), 2)
            self._parts.facts(
                [
                    Fact(label=f"{noticed.number or ''} {noticed.title}".strip(), text=noticed.text)
                    for noticed in self.report.noticed
                ]
            )
        self._parts.heading(self.report.outlook.title, 2)
        for text in self.report.outlook.paragraphs:
            self._parts.paragraph(text)
        self._parts.facts(self.report.outlook.items)
        if minimums := self.report.outlook.minimums:
            self._parts.paragraph(self.report.outlook.minimums_note)
            heads = (
                gettext("Item"),
                gettext("Subject of the item"),
                gettext("Measure"),
                gettext("This cluster"),
                gettext("Median of Gold holders"),
            )
            rows = [
                (line.item, line.title, f"{line.number} {line.measure}", line.own, line.gold or "–")
                for line in minimums
            ]
            self._parts.table(heads, rows, (12, 52, 46, 30, 30))

    def modules(self) -> None:
        """Write what was asked beside the indicators."""
        part = self.report.modules
        if part is None:
            return
        self._parts.chapter(part.title)
        self._parts.paragraph(part.intro)
        for group in part.groups:
            rows: list[tuple[str, ...]] = [
                ("", answer.label, "\n".join(_answer(answer))) for answer in group.answers
            ]
            self._parts.heading(group.title, 2)
            self._table_of(rows)

    def annex(self) -> None:
        """Write everything in full."""
        annex = self.report.annex
        self._parts.chapter(gettext("Annex"), anew=True)
        self._parts.heading(gettext("Success stories"), 2)
        for story in annex.stories:
            self._parts.heading(story.title, 3)
            self._parts.paragraph(story.released, "quiet")
            self._parts.facts(story.fields, languages=[story.language] * len(story.fields))
        if not annex.stories:
            self._parts.paragraph(annex.no_stories)
        self._parts.heading(gettext("Eligibility in full"), 2)
        for text in annex.label_sentences:
            self._parts.paragraph(text)
        for criterion in annex.eligibility:
            self._parts.heading(
                f"{criterion.id}  {with_label(criterion.title, criterion.verdict)}", 3
            )
            self._parts.paragraph(criterion.text, "quiet")
            self._parts.facts(criterion.remarks)
        self.answers()
        self._parts.heading(gettext("Unusual values"), 2)
        for kept in annex.passed:
            reason = gettext("Reason: {reason}", reason=kept.reason)
            text = f"{kept.question} {kept.finding} {reason}"
            self._parts.facts([Fact(label=str(kept.number), text=text)])
        if not annex.passed:
            self._parts.paragraph(annex.no_passed)
        self._parts.heading(gettext("Definitions: how each value is calculated"), 2)
        self.definitions()
        self._parts.heading(gettext("Sources of the published values"), 2)
        for each in annex.published:
            text = f"{each.text} {each.origin}. {each.source}"
            self._parts.facts([Fact(label=each.id, text=text)])
        self._parts.heading(gettext("Imprint"), 2)
        rows = [(fact.label, fact.text) for fact in self.report.imprint]
        self._parts.table(
            ("", ""), [*rows, (gettext("SHA-256 of the data"), self.report.sha256)], (40, 130)
        )

    def definitions(self) -> None:
        """Write how each value comes about, with the figures of every group of peers."""
        annex = self.report.annex
        self._parts.paragraph(annex.explanation)
        self._parts.facts(annex.groups)
        for group in annex.definitions:
            for measure in group.measures:
                among = "; ".join(
                    with_label(head.label.rpartition(" [")[0] or head.label, figure)
                    for head, figure in zip(annex.groups, measure.figures, strict=False)
                )
                text = f"{measure.text} {among}".rstrip()
                fact = Fact(label=f"{group.number} {measure.label}.", text=text)
                self._parts.facts([fact], small=True)

    def answers(self) -> None:
        """Write every answer."""
        self._parts.heading(gettext("All answers"), 2)
        rows: list[tuple[str, ...]] = []
        area = ""
        for group in self.report.annex.answers:
            if group.area:
                self._answers_of(area, rows)
                area, rows = group.area, []
            number = str(group.number)
            if group.remark:
                rows.append((number, group.title, group.remark))
            for answer in group.answers:
                rows.append((number, answer.label, "\n".join(_answer(answer))))
                number = ""
        self._answers_of(area, rows)

    def _answers_of(self, area: str, rows: list[tuple[str, ...]]) -> None:
        if area:
            self._parts.heading(area, 3)
        self._table_of(rows)

    def _table_of(self, rows: list[tuple[str, ...]]) -> None:
        if rows:
            self._parts.table(
                (gettext("No."), gettext("Question"), gettext("Answer")), rows, (10, 72, 88)
            )


def _answer(answer: AnswerPart) -> Iterator[str]:
    for line in answer.lines:
        yield with_label(line.label, line.text) if line.label else line.text
    if not answer.answered:
        yield answer.status
    if answer.reason:
        yield gettext("Reason: {reason}", reason=answer.reason)
    if answer.note:
        yield gettext("Note: {note}", note=answer.note)
    for each in answer.evidence:
        yield gettext("Evidence: {evidence}", evidence=each)


def _place(figure: KeyFigure) -> str:
    return figure.reading if figure.missing else figure.position or figure.reading


def _published(reference: PublishedReference) -> str:
    if reference.told:
        return gettext(
            "The value beside indicator {number} applies here too.", number=reference.told
        )
    return reference.short or f"{reference.text} {reference.origin}."
