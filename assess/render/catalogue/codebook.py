"""The code book as plain text, and as one page of HTML that needs nothing else."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from pathlib import Path

import jinja2

from assess.core.catalogue.codebook import (
    Codebook,
    CodeOfAnswer,
    IndicatorEntry,
    MeasureEntry,
    QuestionEntry,
    RuleEntry,
)
from assess.core.text.visible import visible
from assess.errors import RenderFault
from assess.languages import gettext
from assess.render.document.design_tokens import load_tokens
from assess.render.document.templates import environment

WIDTH = 80


def codebook_html(book: Codebook, templates: Path) -> str:
    """Give the code book as one HTML page with its style inside; whatever it says is escaped."""
    tokens = load_tokens(templates)
    colours = {name: str(colour) for name, colour in tokens.colour}
    try:
        made = environment(templates, finalize=_shown)
        return made.get_template("codebook/codebook.html").render(codebook=book, colours=colours)
    except jinja2.TemplateError as error:
        raise RenderFault(
            gettext("The template of the code book cannot be used: {error}", error=error)
        ) from error


def _shown(value: object) -> object:
    return visible(value, lines=True) if type(value) is str else value


def codebook_text(book: Codebook) -> str:
    """Give the code book as text of 80 columns."""
    return "\n".join(visible(line, lines=True) for line in _book(book)) + "\n"


def _book(book: Codebook) -> Iterator[str]:
    yield gettext("CODE BOOK – {book_title}", book_title=book.title)
    yield from _filled(book.notice)
    yield gettext("\nStatuses of an answer")
    yield from _codes(book.statuses)
    for area in book.areas:
        yield f"\n\n{area.letter}  {area.title.upper()}\n"
        yield from _filled(area.intro)
        for indicator in area.indicators:
            yield from _indicator(indicator)


def _filled(text: str, indent: int = 0, first: str | None = None) -> Iterator[str]:
    spaces = " " * indent
    head = spaces if first is None else first
    yield textwrap.fill(
        text, WIDTH, initial_indent=head, subsequent_indent=spaces, break_on_hyphens=False
    )


def _codes(codes: Iterable[CodeOfAnswer], indent: int = 4) -> Iterator[str]:
    listed = list(codes)
    room = min(28, max((len(code.code) for code in listed), default=0) + 2)
    for code in listed:
        first = f"{' ' * indent}{code.code:<{room}}"
        yield from _filled(code.meaning, indent + room, first)


def _indicator(indicator: IndicatorEntry) -> Iterator[str]:
    yield f"\n{'-' * WIDTH}"
    yield f"{indicator.number}  {indicator.title}  [{indicator.id}]\n"
    yield from _filled(indicator.why)
    if indicator.guidance:
        yield from _filled(indicator.guidance, 2, gettext("For the expert: "))
    yield from _filled(
        gettext(
            "Direction: {direction}. Evidence: {evidence_meaning}.",
            direction=indicator.direction,
            evidence_meaning=indicator.evidence_meaning,
        )
    )
    if indicator.judgement:
        yield gettext("The answers are the judgement of the cluster management.")
    for source in indicator.source:
        yield gettext("  Source: {source}", source=source)
    if indicator.quality_items:
        yield gettext("Items of the quality label")
        yield from _codes(indicator.quality_items)
    for question in indicator.questions:
        yield from _question(question)
    for measure in indicator.measures:
        yield from _measure(measure)
    yield ""
    for chart in indicator.charts:
        yield from _filled(chart.meaning, 4, gettext("  Chart, {code}: ", code=chart.code))
    for rule in indicator.recommendations:
        yield from _rule("Recommendation", rule)
    for rule in indicator.strengths:
        yield from _rule("Strength", rule)


def _question(question: QuestionEntry) -> Iterator[str]:
    kind = f"{question.type}, {question.unit}" if question.unit else question.type
    yield gettext(
        "\n  Question {question_name}  ({kind}{part})",
        question_name=question.name,
        kind=kind,
        part="" if question.required else ", optional",
    )
    yield from _filled(question.label, 4)
    if question.hint:
        yield from _filled(question.hint, 6, "    Hint: ")
    if question.guidance:
        yield from _filled(question.guidance, 6, gettext("    For the expert: "))
    if question.routing:
        yield from _filled(question.routing, 6, "    Asked ")
    if question.checks:
        yield from _filled("; ".join(question.checks), 6, "    Checks: ")
    if question.parts:
        yield "    Parts"
        yield from _codes(question.parts, 6)
    if question.codes:
        yield "    Codes"
        yield from _codes(question.codes, 6)


def _measure(measure: MeasureEntry) -> Iterator[str]:
    unit = f", {measure.unit}" if measure.unit else ""
    head = gettext(
        "  Measure {measure_name}  ({kind}{unit}; direction {direction})",
        measure_name=measure.name,
        kind=measure.kind,
        unit=unit,
        direction=measure.direction,
    )
    yield ""
    yield from _filled(head, 4, "")
    yield from _filled(f"{measure.label}: {measure.formula}", 4)
    yield from _filled(", ".join(measure.source), 6, "    From: ")
    yield from _codes(measure.classes, 6)


def _rule(kind: str, rule: RuleEntry) -> Iterator[str]:
    yield f"\n  {kind} {rule.id}"
    yield from _filled("; and ".join(rule.when), 6, "    When: ")
    for text in (rule.finding, rule.meaning, rule.action):
        if text:
            yield from _filled(text, 4)
    if rule.first_step:
        yield from _filled(rule.first_step, 4, gettext("    First step: "))
