"""The report for those who edit it: real headings, tables and pictures, and all of the words."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn

from assess.core.assessment import Assessment
from assess.core.catalogue import Catalogue
from assess.core.report.record import Report
from assess.render.pdf import Printed, write_report
from tests.paper import printed_once, squeezed


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


def test_everything_is_in_it(opened: Any, full: Assessment, catalogue: Catalogue) -> None:
    text = said(opened)
    for indicator in catalogue.indicators:
        assert squeezed(f"{indicator.number} {indicator.title}") in text
    for question in catalogue.questions.values():
        assert squeezed(str(question.label)) in text
    for answer in full.answers.values():
        for typed in (answer.note, answer.reason):
            assert typed is None or squeezed(typed) in text


def test_headings_are_headings_and_pictures_have_words(opened: Any, report: Report) -> None:
    styles = [one.style.name for one in opened.paragraphs]
    levels = [int(name[-1]) for name in styles if re.fullmatch(r"Heading [1-9]", name)]
    assert levels.count(1) == len(report.areas) + 5  # summary, reading, last round, advice, annex
    assert levels.count(2) > len(report.annex.answers)
    shapes = list(opened.element.body.iter(qn("wp:docPr")))
    charts = [
        picture for area in report.areas for one in area.indicators for picture in one.pictures
    ]
    assert len(shapes) == len(charts) + len(report.areas) + 1
    assert shapes[0].get("descr") == report.summary.position.alternative
    assert {picture.alternative for picture in charts} <= {node.get("descr") for node in shapes}
    assert len(opened.inline_shapes) == len(shapes)


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


@pytest.mark.slow
def test_the_same_record_gives_the_same_bytes(
    written: tuple[Path, Printed], report: Report, templates: Path, tmp_path: Path
) -> None:
    again = tmp_path / "again.docx"
    write_report(report, templates, again)
    assert again.read_bytes() == written[0].read_bytes()
    assert docx.Document(BytesIO(again.read_bytes())).paragraphs
