"""The preview: what will be in a report, in a few lines, before anything is printed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assess.core.report.record.edition import EditionNote
from assess.core.report.record.fact import Fact
from assess.core.report.record.report import AreaPart, Passage, Report
from assess.core.text.message import Say
from assess.core.text.words import day_text, listed


def preview(
    report: Report, editions: Sequence[EditionNote] = (), *, say: Say
) -> tuple[Passage, ...]:
    """Say what a draft will say and what it lacks, part by part."""
    return (
        Passage(title="The report", items=tuple(_whole(report, editions))),
        Passage(title="Two pages for a board", items=tuple(_board(report, say))),
        Passage(title="Six areas", items=tuple(_area(area, say) for area in report.areas)),
        Passage(title="At the end", items=tuple(_end(report, say))),
    )


def _whole(report: Report, editions: Sequence[EditionNote]) -> Iterator[Fact]:
    yield Fact(label="Of", text=f"{report.cover.organisation}, {report.cover.month}")
    yield Fact(label="Marked", text=", ".join(report.marks) or "nothing: it is issued")
    if editions:
        last = editions[-1]
        text = f"edition {last.number} of {day_text(last.on)}, {last.pages} pages"
        yield Fact(label="Issued last", text=text)
    else:
        yield Fact(label="Issued last", text="nothing yet")
    shown = [group.title for group in report.groups if not group.hidden]
    yield Fact(label="Compared with", text=listed(shown) if shown else "nobody: no group is shown")
    if report.theme is not None:
        parts = ["colours"] if any(colour for _, colour in report.theme.colour) else []
        parts += ["logo"] if report.theme.logo else []
        parts += ["imprint"] if report.theme.imprint else []
        yield Fact(label="Own theme", text=listed(parts) if parts else "empty")


def _board(report: Report, say: Say) -> Iterator[Fact]:
    summary = report.summary
    strengths = [f"[{strength.number}]" for strength in summary.strengths if strength.number]
    text = f"{len(summary.strengths)}, of indicators {', '.join(strengths)}"
    yield Fact(label="Strengths", text=text if strengths else summary.no_strengths)
    for priority in summary.priorities:
        yield Fact(label=f"Priority {priority.rank}", text=priority.text)
    if not summary.priorities:
        yield Fact(label="Priorities", text=summary.no_priorities)
    missing = sum(figure.missing for figure in summary.key_figures)
    text = f"{len(summary.key_figures)}, {missing} of them without a value"
    yield Fact(label="Key figures", text=text if missing else str(len(summary.key_figures)))
    yield Fact(label="Label", text=summary.label.headline)


def _area(area: AreaPart, say: Say) -> Fact:
    parts = area.indicators
    charts = sum(len(indicator.pictures) for indicator in parts)
    said = [f"{len(parts)} indicators", f"{charts} charts"]
    compared = sum(any(peers.reference for peers in indicator.peers) for indicator in parts)
    said += [f"{compared} compared"] if compared else []
    notes = sum(len(indicator.notes) for indicator in parts)
    said += [f"{notes} note{'s' if notes > 1 else ''}"] if notes else []
    missing = [str(indicator.number) for indicator in parts if indicator.missing]
    said += [f"no value for {listed(missing)}"] if missing else []
    return Fact(label=f"Area {area.letter}", text=f"{area.title}: {', '.join(said)}")


def _end(report: Report, say: Say) -> Iterator[Fact]:
    annex = report.annex
    answered = sum(answer.answered for group in annex.answers for answer in group.answers)
    every = sum(len(group.answers) for group in annex.answers)
    yield Fact(label="Recommendations", text=str(len(report.recommendations)))
    yield Fact(label="Success stories", text=str(len(annex.stories)) if annex.stories else "none")
    yield Fact(label="Answers", text=f"{every}, {answered} of them answered")
    if annex.passed:
        yield Fact(label="Kept against a check", text=str(len(annex.passed)))
