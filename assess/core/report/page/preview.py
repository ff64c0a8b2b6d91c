"""The preview: what will be in a report, in a few lines, before anything is printed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assess.core.report.page.message import PreviewMessage, ReportPageMessage
from assess.core.report.record.edition import EditionNote
from assess.core.report.record.fact import Fact
from assess.core.report.record.report import AreaPart, Passage, Report
from assess.core.report.record.theme import Theme
from assess.core.text.message import Day, Say, Text, message, series
from assess.core.text.text_message import TextMessage


def preview(
    report: Report, editions: Sequence[EditionNote] = (), *, say: Say
) -> tuple[Passage, ...]:
    """Say what a draft will say and what it lacks, part by part."""
    parts = (
        (PreviewMessage.THE_REPORT, _whole(report, editions, say)),
        (PreviewMessage.BOARD, _board(report, say)),
        (PreviewMessage.AREAS, (_area(area, say) for area in report.areas)),
        (PreviewMessage.END, _end(report, say)),
    )
    return tuple(Passage(title=say(message(title)), items=tuple(items)) for title, items in parts)


def _fact(say: Say, label: PreviewMessage, text: Text) -> Fact:
    return Fact(label=say(message(label)), text=say(text))


def _whole(report: Report, editions: Sequence[EditionNote], say: Say) -> Iterator[Fact]:
    of = message(
        ReportPageMessage.SUBTITLE, organisation=report.cover.organisation, month=report.cover.month
    )
    yield _fact(say, PreviewMessage.OF, of)
    marked = ", ".join(report.marks) or message(PreviewMessage.NOT_MARKED)
    yield _fact(say, PreviewMessage.MARKED, marked)
    issued = message(PreviewMessage.NOTHING_ISSUED)
    if editions:
        last = editions[-1]
        day = Day(last.on, in_words=True)
        issued = message(PreviewMessage.EDITION, number=last.number, day=day, count=last.pages)
    yield _fact(say, PreviewMessage.ISSUED_LAST, issued)
    shown = [say(group.title) for group in report.groups if not group.hidden]
    yield _fact(
        say,
        PreviewMessage.COMPARED_WITH,
        say(series(shown)) if shown else message(PreviewMessage.COMPARED_WITH_NOBODY),
    )
    if report.theme is not None:
        yield _fact(say, PreviewMessage.OWN_THEME, _own_parts(report.theme, say))


def _own_parts(theme: Theme, say: Say) -> Text:
    has_colours = any(colour for _, colour in theme.colour)
    parts = [message(PreviewMessage.COLOURS)] if has_colours else []
    parts += [message(PreviewMessage.LOGO)] if theme.logo else []
    parts += [message(PreviewMessage.IMPRINT)] if theme.imprint else []
    return say(series(parts)) if parts else message(PreviewMessage.EMPTY_THEME)


def _board(report: Report, say: Say) -> Iterator[Fact]:
    summary = report.summary
    of = [f"[{strength.number}]" for strength in summary.strengths if strength.number]
    strengths = message(
        PreviewMessage.STRENGTHS_OF,
        strengths=len(summary.strengths),
        count=len(of),
        indicators=series(of, "comma"),
    )
    yield _fact(say, PreviewMessage.STRENGTHS, strengths if of else summary.no_strengths)
    for priority in summary.priorities:
        label = message(PreviewMessage.PRIORITY, rank=priority.rank)
        yield Fact(label=say(label), text=priority.text)
    if not summary.priorities:
        yield _fact(say, PreviewMessage.PRIORITIES, summary.no_priorities)
    missing = sum(figure.missing for figure in summary.key_figures)
    figures = len(summary.key_figures)
    with_missing = message(PreviewMessage.KEY_FIGURES_MISSING, figures=figures, count=missing)
    yield _fact(say, PreviewMessage.KEY_FIGURES, with_missing if missing else str(figures))
    yield _fact(say, PreviewMessage.LABEL, summary.label.headline)


def _area(area: AreaPart, say: Say) -> Fact:
    parts = area.indicators
    charts = sum(len(indicator.pictures) for indicator in parts)
    said = [
        message(PreviewMessage.INDICATORS, count=len(parts)),
        message(PreviewMessage.CHARTS, count=charts),
    ]
    compared = sum(any(peers.reference for peers in indicator.peers) for indicator in parts)
    if compared:
        said.append(message(PreviewMessage.COMPARED, count=compared))
    notes = sum(len(indicator.notes) for indicator in parts)
    if notes:
        said.append(message(PreviewMessage.NOTES, count=notes))
    missing = [str(indicator.number) for indicator in parts if indicator.missing]
    if missing:
        said.append(message(PreviewMessage.NO_VALUE_FOR, indicators=series(missing)))
    return Fact(
        label=say(message(PreviewMessage.AREA, letter=area.letter)),
        text=say(message(TextMessage.LABELLED, label=area.title, text=series(said, "comma"))),
    )


def _end(report: Report, say: Say) -> Iterator[Fact]:
    annex = report.annex
    answered = sum(answer.answered for group in annex.answers for answer in group.answers)
    every = sum(len(group.answers) for group in annex.answers)
    if report.plan is not None and report.plan.rows:
        rows = report.plan.rows
        agreed = sum(bool(row.state) for row in rows)
        said = message(PreviewMessage.AGREED, count=len(rows), agreed=agreed)
        yield _fact(say, PreviewMessage.PLAN, said)
    yield _fact(say, PreviewMessage.RECOMMENDATIONS, str(len(report.recommendations)))
    stories = str(len(annex.stories)) if annex.stories else message(PreviewMessage.NO_STORIES)
    yield _fact(say, PreviewMessage.STORIES, stories)
    answers = message(PreviewMessage.ANSWERED, answers=every, count=answered)
    yield _fact(say, PreviewMessage.ANSWERS, answers)
    if annex.passed:
        yield _fact(say, PreviewMessage.KEPT, str(len(annex.passed)))
