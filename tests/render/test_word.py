"""The report for those who edit it: real headings, tables and pictures, and all of the words."""

from __future__ import annotations

import base64
import re
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from PIL import Image

from assess.core.report.record.report import Report
from assess.core.report.record.theme import Logo, Theme
from assess.render.document.document import Printed, write_report
from tests.paper import printed_once, squeezed
from tests.record_texts import record_texts, unbroken

pytestmark = pytest.mark.slow

DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 60">'
    '<path d="M20 10h160v40h-160z" fill="#7A1F5C"/></svg>'
)


@pytest.fixture(scope="session")
def report(report: Report) -> Report:
    """The report with a logo that Word could not draw by itself."""
    content = base64.b64encode(DRAWING.encode()).decode()
    logo = Logo(kind="svg", content=content, alternative="Agency of the North")
    return report.model_copy(update={"theme": Theme(logo=logo)})


@pytest.fixture(scope="session")
def written(
    report: Report, templates: Path, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, Printed]:
    return printed_once(
        tmp_path_factory, "word", lambda target: write_report(report, templates, target), ".docx"
    )


@pytest.fixture(scope="session")
def opened(written: tuple[Path, Printed]) -> Any:
    return docx.Document(str(written[0]))


def said(opened: Any) -> str:
    """Give all text, that of the tables included, in order."""
    return squeezed("".join(node.text or "" for node in opened.element.body.iter(qn("w:t"))))


def test_everything_is_in_it(opened: Any, report: Report) -> None:
    text = unbroken(said(opened))
    assert [one for one in record_texts(report) if unbroken(one) not in text] == []


def test_headings_are_headings_and_pictures_have_words(opened: Any, report: Report) -> None:
    styles = [one.style.name for one in opened.paragraphs]
    levels = [int(name[-1]) for name in styles if re.fullmatch(r"Heading [1-9]", name)]
    assert (
        levels.count(1) == len(report.areas) + 8
    )  # summary, reading, last plan, last round, advice, plan, modules, annex
    assert levels.count(2) > len(report.annex.answers)
    shapes = list(opened.element.body.iter(qn("wp:docPr")))
    charts = [
        picture for area in report.areas for one in area.indicators for picture in one.pictures
    ]
    trend = len(report.last_round.trend) if report.last_round else 0
    assert len(shapes) == len(charts) + len(report.areas) + 2 + trend
    assert shapes[0].get("descr") == "Agency of the North"
    assert shapes[1].get("descr") == report.summary.position.alternative
    assert {picture.alternative for picture in charts} <= {node.get("descr") for node in shapes}
    assert len(opened.inline_shapes) == len(shapes)


def test_a_logo_is_drawn_without_the_empty_paper_around_it(opened: Any) -> None:
    shape = opened.inline_shapes[0]
    assert shape.width / shape.height == pytest.approx(4, rel=0.02)  # of the path, not of the page
    name = shape._inline.graphic.graphicData.pic.blipFill.blip.embed
    image = Image.open(BytesIO(opened.part.related_parts[name].blob)).convert("RGB")
    middle = image.getpixel((image.width // 2, image.height // 2))
    assert middle == (0x7A, 0x1F, 0x5C)


def test_a_table_repeats_its_head(opened: Any, report: Report) -> None:
    figures = next(one for one in opened.tables if one.rows[0].cells[1].text == "Figure")
    assert len(figures.rows) == len(report.summary.key_figures) + 1
    assert figures.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None


def test_the_draft_says_so_on_each_page_and_the_clock_is_in_no_file(
    opened: Any, report: Report
) -> None:
    head = opened.sections[0].header.paragraphs[0].text
    assert "Draft" in head
    assert "Synthetic demonstration data" in head
    assert str(opened.core_properties.created).startswith(str(report.day))


def test_the_same_record_gives_the_same_bytes(
    written: tuple[Path, Printed], report: Report, templates: Path, tmp_path: Path
) -> None:
    again = tmp_path / "again.docx"
    write_report(report, templates, again)
    assert again.read_bytes() == written[0].read_bytes()
    assert docx.Document(BytesIO(again.read_bytes())).paragraphs
