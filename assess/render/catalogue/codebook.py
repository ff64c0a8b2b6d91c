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
from assess.languages.speech import with_label
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
    yield gettext("CODE BOOK – {title}", title=book.title)
    yield from _filled(book.notice)
    yield "\n" + gettext("Statuses of an answer")
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
        guidance = gettext("For the expert: {guidance}", guidance=indicator.guidance)
        yield from _filled(guidance, 2, "")
    yield from _filled(
        gettext(
            "Direction: {direction}. Evidence: {evidence}.",
            direction=indicator.direction,
            evidence=indicator.evidence_meaning,
        )
    )
    if indicator.judgement:
        yield gettext("The answers are the judgement of the cluster management.")
    for source in indicator.source:
        yield "  " + gettext("Source: {source}", source=source)
    if indicator.quality_items:
        yield gettext("Items of the quality label")
        yield from _codes(indicator.quality_items)
    for question in indicator.questions:
        yield from _question(question)
    for measure in indicator.measures:
        yield from _measure(measure)
    yield ""
    for chart in indicator.charts:
        drawn = gettext("Chart, {code}: {meaning}", code=chart.code, meaning=chart.meaning)
        yield from _filled(drawn, 4, "  ")
    for rule in indicator.recommendations:
        yield from _rule(gettext("Recommendation {rule}", rule=rule.id), rule)
    for rule in indicator.strengths:
        yield from _rule(gettext("Strength {rule}", rule=rule.id), rule)


def _question(question: QuestionEntry) -> Iterator[str]:
    kind = f"{question.type}, {question.unit}" if question.unit else question.type
    head = (
        gettext("Question {name}  ({kind})", name=question.name, kind=kind)
        if question.required
        else gettext("Question {name}  ({kind}, optional)", name=question.name, kind=kind)
    )
    yield f"\n  {head}"
    yield from _filled(question.label, 4)
    if question.hint:
        yield from _filled(gettext("Hint: {hint}", hint=question.hint), 6, "    ")
    if question.guidance:
        guidance = gettext("For the expert: {guidance}", guidance=question.guidance)
        yield from _filled(guidance, 6, "    ")
    if question.routing:
        yield from _filled(gettext("Asked {condition}", condition=question.routing), 6, "    ")
    if question.checks:
        checks = gettext("Checks: {checks}", checks="; ".join(question.checks))
        yield from _filled(checks, 6, "    ")
    if question.parts:
        yield "    " + gettext("Parts")
        yield from _codes(question.parts, 6)
    if question.codes:
        yield "    " + gettext("Codes")
        yield from _codes(question.codes, 6)


def _measure(measure: MeasureEntry) -> Iterator[str]:
    head = gettext(
        "Measure {name}  ({kind}; direction {direction})",
        name=measure.name,
        kind=f"{measure.kind}, {measure.unit}" if measure.unit else measure.kind,
        direction=measure.direction,
    )
    yield ""
    yield from _filled(head, 4, "  ")
    yield from _filled(with_label(measure.label, measure.formula), 4)
    if measure.source:
        source = gettext("From: {sources}", sources=", ".join(measure.source))
        yield from _filled(source, 6, "    ")
    yield from _codes(measure.classes, 6)


def _rule(head: str, rule: RuleEntry) -> Iterator[str]:
    yield f"\n  {head}"
    when = ""
    for condition in rule.when:
        when = gettext("{before}; and {then}", before=when, then=condition) if when else condition
    yield from _filled(gettext("When: {conditions}", conditions=when), 6, "    ")
    for text in (rule.finding, rule.meaning, rule.action):
        if text:
            yield from _filled(text, 4)
    if rule.first_step:
        step = gettext("First step: {step}", step=rule.first_step)
        yield from _filled(step, 4, "    ")
