"""The same content through Typst, as a yardstick: every text, table and chart, without tags."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

from assess.core.report.picture import Picture
from assess.core.report.record import Report
from assess.render.charts import draw
from assess.render.tokens import load_tokens

_SPECIAL = "\\#$*_`<>@[]=-+/~'\""


def pictures_of(report: Report) -> Iterator[Picture]:
    """Give every picture of a report."""
    yield report.summary.position
    for area in report.areas:
        yield area.picture
        for one in area.indicators:
            yield from one.pictures


def typst_seconds(report: Report, templates: Path, folder: Path, times: int) -> float | None:
    """Give the median time of Typst from a cold start; None where it is not installed."""
    if find_spec("typst") is None:
        return None
    tokens = load_tokens(templates)
    for number, picture in enumerate(pictures_of(report)):
        (folder / f"p{number}.svg").write_text(draw(picture, tokens), encoding="utf-8")
    source = folder / "report.typ"
    source.write_text("\n".join(_source(report)), encoding="utf-8")
    target = folder / "typst.pdf"
    fonts = str(templates / "fonts")
    code = "import sys, typst; a, b, c = sys.argv[1:]; typst.compile(a, output=b, font_paths=[c])"
    measured = []
    for _ in range(times):
        started = time.perf_counter()
        command = [sys.executable, "-c", code, str(source), str(target), fonts]
        subprocess.run(command, check=True)
        measured.append(time.perf_counter() - started)
    return statistics.median(measured)


def said(text: str) -> str:
    """Write a text so that Typst takes none of it as a sign."""
    return "".join(f"\\{one}" if one in _SPECIAL else one for one in text)


def _source(report: Report) -> Iterator[str]:
    yield '#set page(paper: "a4", margin: (x: 20mm, y: 22mm), numbering: "1 / 1")'
    yield '#set text(font: "Source Sans 3", size: 9.5pt)'
    numbers = iter(range(10_000))
    yield f"= {said(report.cover.organisation)}"
    yield from (f"{said(one.label)}: {said(one.text)}\n" for one in report.cover.facts)
    yield "#pagebreak()"
    yield "= Summary"
    yield said(report.summary.paragraph)
    yield f'#image("p{next(numbers)}.svg", width: 482pt)'
    for strong in report.summary.strengths:
        yield f"{said(strong.text)}\n"
    for first in report.summary.priorities:
        yield f"{said(first.text)} {said(first.first_step)}\n"
    cells = ", ".join(
        f"[{said(text)}]"
        for one in report.summary.key_figures
        for text in (str(one.number), one.label, one.value, one.unit, one.median, one.reading)
    )
    yield f"#table(columns: 6, stroke: none, {cells})"
    for passage in report.how_to_read:
        yield f"== {said(passage.title)}"
        yield from (f"{said(text)}\n" for text in passage.paragraphs)
        yield from (f"*{said(one.label)}* {said(one.text)}\n" for one in passage.items)
    for area in report.areas:
        yield f"= {said(area.title)}"
        yield said(area.intro)
        yield f'#image("p{next(numbers)}.svg", width: 482pt)'
        for one in area.indicators:
            yield f"== {one.number} {said(one.title)}"
            yield f"{said(one.why)}\n\n{said(one.value)} {said(one.unit)} {said(one.label)}\n"
            for picture in one.pictures:
                yield f"=== {said(picture.title)}"
                yield f'#image("p{next(numbers)}.svg", width: 448pt)'
            yield f"{said(one.sentence)}\n"
            yield from (f"{said(note.text)}\n" for note in one.notes)
            yield from (f"{said(each.text)} {said(each.origin)}\n" for each in one.published)
            yield from (f"{said(each.finding)} {said(each.action)}\n" for each in one.advice)
    for each in report.recommendations:
        yield f"== {each.rank} {said(each.action)}"
        yield f"{said(each.first_step)}\n"
    for group in report.annex.answers:
        yield f"=== {group.number} {said(group.title)}"
        for answer in group.answers:
            lines = "; ".join(f"{line.label} {line.text}" for line in answer.lines)
            yield f"{said(answer.label)} {said(lines)} {said(answer.status)} {said(answer.note)}\n"
    for definition in report.annex.definitions:
        yield f"=== {definition.number} {said(definition.title)}"
        for account in definition.measures:
            yield f"*{said(account.label)}* {said(account.text)}\n"
            yield f"{said('  '.join(account.figures))}\n"
    yield from (f"*{said(one.label)}* {said(one.text)}\n" for one in report.imprint)
