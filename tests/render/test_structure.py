"""The printed files against what a program can check of PDF/UA-1 and PDF/A-3a."""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from assess.core.catalogue.catalogue import Catalogue
from assess.core.report.document.award_record import AwardRecord
from assess.core.report.page.page_fit import fitted
from assess.core.report.record.report import Report
from assess.languages.message import say
from assess.render.document.document import Printed, write_award_record, write_report
from tests import conformance
from tests.paper import printed_once
from tests.structure import ACCESSIBLE, ARCHIVAL, Check, elements, faults, kind


@pytest.fixture(scope="session")
def opened(printed: tuple[Path, Printed]) -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(printed[0]) as document:
        yield document


def named(check: Check) -> str:
    return f"{(check.__doc__ or '').partition(':')[0].replace(' ', '_')}_{check.__name__}"


@pytest.mark.parametrize("check", [*ACCESSIBLE, *ARCHIVAL], ids=named)
def test_the_report_passes(check: Check, opened: pikepdf.Pdf) -> None:
    assert list(check(opened)) == []


def with_much_to_say(report: Report) -> Report:
    """Give a report of whose label more is to be said than the board's second page holds."""
    label = report.summary.label
    long = "A sentence on the label that does not end " * 6
    much = label.model_copy(
        update={
            "sentences": (*label.sentences, *[long] * 4),
            "warnings": (long,) * 3,
            "criteria": tuple(
                one.model_copy(update={"remark": "A remark that takes two lines of the table, or"})
                for one in label.criteria
            ),
        }
    )
    summary = report.summary.model_copy(update={"label": much, "tight": False})
    return report.model_copy(update={"summary": fitted(summary, say)})


@pytest.fixture(scope="session")
def fullest_summary(
    report: Report, templates: Path, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, Printed]:
    return printed_once(
        tmp_path_factory,
        "summary",
        lambda target: write_report(with_much_to_say(report), templates, target, summary=True),
    )


@pytest.fixture(scope="session")
def printed_award(
    award: AwardRecord, templates: Path, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    target = tmp_path_factory.mktemp("award") / "award.pdf"
    write_award_record(award, templates, target)
    return target


def test_the_fullest_summary_and_the_award_record_pass_too(
    fullest_summary: tuple[Path, Printed], printed_award: Path
) -> None:
    summary, said = fullest_summary
    assert said.pages == 2
    assert faults(summary) == []
    assert faults(printed_award) == []


@pytest.mark.slow
def test_a_file_that_is_broken_on_purpose_is_found_out(
    printed: tuple[Path, Printed], tmp_path: Path
) -> None:
    with pikepdf.open(printed[0]) as document:
        del document.Root["/Lang"]
        document.Root.MarkInfo.Suspects = True
        del document.Root.ViewerPreferences["/DisplayDocTitle"]
        figure = next(one for one, _ in elements(document) if kind(one) == "Figure")
        del figure["/Alt"]
        head = next(one for one, _ in elements(document) if kind(one) == "TH")
        del head["/A"]
        first = next(one for one, _ in elements(document) if kind(one) == "H1")
        first.S = pikepdf.Name.H3
        page = document.pages[1]
        page.contents_add(b"0 0 5 5 re f", prepend=True)
        del page["/Tabs"]
        document.Root.StructTreeRoot.RoleMap = pikepdf.Dictionary(
            {"/A": pikepdf.Name.B, "/B": pikepdf.Name.A}
        )
        paragraphs = [one for one, _ in elements(document) if kind(one) == "P"]
        paragraphs[0].S, paragraphs[1].S = pikepdf.Name.Formula, pikepdf.Name.Note
        target = tmp_path / "broken.pdf"
        document.save(target)
    found = " ".join(faults(target))
    for condition in ("01-005", "01-007", "07-001", "11-001", "13-004", "14-002", "15-003"):
        assert condition in found
    for condition in ("02-003", "17-002", "19-003", "28-008"):
        assert condition in found


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # an open profile
def test_a_picture_of_pixels_passes_too(templates: Path, tmp_path: Path) -> None:
    from assess.render.printing.pdf_writer import write_pdf

    drawn = BytesIO()
    Image.new("RGBA", (3, 2), "#0f6b7a80").save(drawn, "PNG")
    address = f"data:image/png;base64,{base64.b64encode(drawn.getvalue()).decode()}"
    page = (
        f'<html lang="en"><title>Logo</title><h1>Logo</h1><p><img src="{address}" alt="Logo"></p>'
        '<style>@font-face { font-family: "R"; src: url("fonts/SourceSans3-Regular.ttf") }'
        "html { font-family: R }</style></html>"
    )
    pressed = write_pdf(lambda _: page, templates, frozenset(), lambda _part, _page: None)
    assert pressed.log == []
    target = tmp_path / "logo.pdf"
    target.write_bytes(pressed.content)
    with pikepdf.open(target) as document:
        assert len(document.pages[0].get_images()) >= 1
    assert faults(target) == []


def test_the_file_carries_its_record(printed: tuple[Path, Printed], report: Report) -> None:
    with pikepdf.open(printed[0]) as document:
        (one,) = document.Root.AF
        assert str(one.AFRelationship) == "/Source"
        assert str(one.Desc) == "The record of this report as structured data"
        content = document.attachments["report.json"].get_file().read_bytes()
    assert Report.model_validate(json.loads(content)) == report


def test_bookmarks_title_and_fonts_are_its_own(
    opened: pikepdf.Pdf, report: Report, catalogue: Catalogue
) -> None:
    assert str(opened.docinfo["/Title"]) == f"{report.title}: {report.subtitle}"
    assert str(opened.docinfo["/CreationDate"]).startswith("D:20260320")
    figures = [one for one, _ in elements(opened) if kind(one) == "Figure"]
    assert len(figures) > len(catalogue.indicators)
    with opened.open_outline() as outline:
        marks = [mark.title for area in outline.root for mark in area.children]
    for indicator in catalogue.indicators:
        assert f"{indicator.number} {say(indicator.title)}" in marks
    for page in opened.pages:
        for font in page.Resources.get("/Font", {}).values():
            assert re.fullmatch(r"/[A-Z]{6}\+Report-Sans.*", str(font.BaseFont))


@pytest.mark.skipif(not conformance.IS_THERE, reason="veraPDF is not installed")
def test_verapdf_finds_no_fault_but_in_what_was_broken(
    printed: tuple[Path, Printed], printed_award: Path, tmp_path: Path
) -> None:
    broken = tmp_path / "broken.pdf"
    with pikepdf.open(printed_award) as document:
        del document.Root["/MarkInfo"]
        document.save(broken)
    found = conformance.faults(printed[0], printed_award, broken)
    assert found[printed[0]] == []
    assert found[printed_award] == []
    assert len(found[broken]) >= 2
