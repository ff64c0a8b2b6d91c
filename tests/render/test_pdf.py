"""The printed report, read back: all of it is there, tagged, and nothing was fetched."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from assess.core.case.assessment import Assessment
from assess.core.catalogue.answer_status import Status
from assess.core.catalogue.catalogue import Catalogue
from assess.core.report.document.award_record import AwardRecord
from assess.core.report.record.report import Report
from assess.errors import AssessError, RenderFault
from assess.languages.message import say
from assess.render.document.document import Printed, libraries, write_award_record, write_report
from tests.cases import organisation_case, report_of
from tests.paper import Paper, squeezed
from tests.record_texts import record_texts, unbroken


@pytest.fixture(scope="module")
def text(paper: Paper) -> str:
    return paper.body


def test_the_report_names_all_indicators_notes_and_statuses(
    text: str, full: Assessment, catalogue: Catalogue
) -> None:
    for indicator in catalogue.indicators:
        assert squeezed(f"{indicator.number} {say(indicator.title)}") in text
    for question in catalogue.questions.values():
        assert squeezed(say(question.short or question.label)) in text, question.name
    given = [answer for answer in full.answers.values() if answer.status is not Status.ANSWERED]
    assert len(given) >= 6
    for answer in given:
        assert squeezed(say(catalogue.edition.statuses[answer.status.value])) in text
    for answer in full.answers.values():
        for typed in (answer.note, answer.reason):
            assert typed is None or squeezed(typed) in text


def test_every_text_of_the_record_is_printed(text: str, report: Report) -> None:
    said = [unbroken(one) for one in record_texts(report)]
    assert len(said) > 1500
    printed = unbroken(text)
    assert [one for one in said if one not in printed] == []
    for area in report.areas:
        for one in area.indicators:
            titles = [picture.title for picture in one.pictures]
            assert all(unbroken(title) in printed for title in titles)


def test_every_page_says_that_it_is_a_draft_of_synthetic_data(
    paper: Paper, printed: tuple[Path, Printed]
) -> None:
    count = len(paper.pages)
    assert count == printed[1].pages
    assert count <= 44
    for number in range(1, count + 1):
        said = paper.page(number)
        assert "Draft" in said
        assert squeezed("Synthetic demonstration data") in said
        assert number == 1 or squeezed(f"Page {number} of {count}") in said


def test_the_summary_is_two_pages(paper: Paper) -> None:
    assert_summary_on_two_pages(paper)


def assert_summary_on_two_pages(paper: Paper) -> None:
    first, second, third = (paper.page(number) for number in (2, 3, 4))
    assert "Strengths" in first
    assert "Priorities" in first
    assert squeezed("Key figures") in second
    assert squeezed("How to read this") in second
    assert squeezed("How to read this report") in third


def test_what_changed_since_the_last_round_is_printed_briefly_and_in_full(
    paper: Paper, report: Report
) -> None:
    assert report.last_round is not None
    assert squeezed("Since the last round") in paper.page(3)
    assert squeezed("12 answers of forms that came back are not confirmed") in paper.page(2)
    for change in report.summary.changes:
        assert squeezed(change) in paper.page(3)
    assert len(report.last_round.lines) > 10
    for line in report.last_round.lines:
        for cell in (line.label, line.before, line.now, line.change):
            assert squeezed(cell) in paper.body


def test_the_record_prints_its_hash(text: str, report: Report) -> None:
    assert report.sha256 in text


def test_it_asked_for_its_fonts_and_pictures_only_and_lacked_no_glyph(
    printed: tuple[Path, Printed], templates: Path
) -> None:
    assert printed[1].refused == ()
    assert printed[1].missing == ()
    fonts = {one.as_uri() for one in (templates / "fonts").glob("*.ttf")}
    assert set(printed[1].asked) == {"data:image/svg+xml", *fonts}


@pytest.mark.slow
def test_the_same_record_gives_the_same_bytes(
    report: Report, templates: Path, printed: tuple[Path, Printed], tmp_path: Path, monkeypatch: Any
) -> None:
    monkeypatch.setenv("TZ", "Pacific/Auckland")
    monkeypatch.chdir(tmp_path)
    again = tmp_path / "again.pdf"
    elsewhere = Path(shutil.copytree(templates, tmp_path / "templates"))
    write_report(report, elsewhere, again)
    assert again.read_bytes() == printed[0].read_bytes()


def test_a_character_that_no_font_has_prints_by_its_number_and_is_named(
    award: AwardRecord, templates: Path, tmp_path: Path
) -> None:
    odd = "\U000e0fff\U0001faf7"
    target = tmp_path / "odd.pdf"
    printed = write_award_record(
        award.model_copy(update={"organisation": f"Odd {odd} \U0001f469"}), templates, target
    )
    text = Paper(target).body
    with pypdfium2.PdfDocument(target) as document:  # emoji of pixels are as large as the text
        for one in document[0].get_objects([pypdfium2.raw.FPDF_PAGEOBJ_IMAGE]):
            _, bottom, _, top = one.get_bounds()
            assert top - bottom < 40
    assert set(printed.missing) <= {*odd, "\U0001f469"}
    for letter in odd:
        assert (f"‹U+{ord(letter):04X}›" in text) == (letter in printed.missing)


@pytest.mark.parametrize(
    ("source", "refused"),
    [
        ("http://127.0.0.1:9/x.png", True),
        ("file:///etc/passwd", True),
        ("file://elsewhere/etc/passwd", True),
        ("../../../etc/passwd", True),
        ("report/%2e%2e/%2e%2e/secret.svg", True),
        ("ftp://127.0.0.1:9/x", True),
        ("link.svg", True),
        ("picture.svg", False),
    ],
)
def test_a_template_gets_only_files_of_its_own_folder(
    source: str, refused: bool, tmp_path: Path
) -> None:
    from weasyprint.urls import fetch

    from assess.render.printing.fetcher import Attempt, locked_fetcher

    folder = tmp_path / "templates"
    folder.mkdir()
    picture = '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>'
    (folder / "picture.svg").write_text(picture, encoding="utf-8")
    (tmp_path / "secret.svg").write_text(picture, encoding="utf-8")
    (folder / "link.svg").symlink_to(tmp_path / "secret.svg")
    noted: list[Attempt] = []
    fetcher = locked_fetcher([folder], noted)
    address = source if ":" in source else f"{folder.as_uri()}/{source}"
    if refused:
        with pytest.raises(Exception, match=r"not allowed|Error"), fetch(fetcher, address):
            pass
    else:
        with fetch(fetcher, address) as response:
            assert response.read() == picture.encode()
    assert noted == [Attempt(address, granted=not refused)]


@pytest.mark.parametrize(
    ("file", "content", "says"),
    [
        ("award_record.html", '<img alt="x" src="http://127.0.0.1:9/x.png">', r"127\.0\.0\.1"),
        ("award_record.html", '<img alt="x" src="file:///etc/passwd">', "passwd"),
        ("award_record.css", "p { colour: red }", "colour"),
    ],
)
def test_a_line_in_the_renderers_log_is_a_fault_and_prints_nothing(
    file: str, content: str, says: str, award: AwardRecord, templates: Path, tmp_path: Path
) -> None:
    folder = Path(shutil.copytree(templates, tmp_path / "templates"))
    (folder / "award_record" / file).write_text(content, encoding="utf-8")
    target = tmp_path / "award.pdf"
    with pytest.raises(RenderFault, match=says):
        write_award_record(award, folder, target)
    assert not target.exists()


def test_printing_that_takes_too_long_is_stopped_and_leaves_nothing(
    report: Report, templates: Path, tmp_path: Path
) -> None:
    target = tmp_path / "report.pdf"
    with pytest.raises(RenderFault, match=r"more than 0\.3 seconds"):
        write_report(report, templates, target, timeout=0.3)
    assert list(tmp_path.iterdir()) == []


def test_a_printer_that_crashes_is_a_sentence(
    report: Report, templates: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    crash = tmp_path / "python"
    crash.write_text("#!/bin/sh\nkill -SEGV $$\n", encoding="utf-8")
    crash.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(crash))
    with pytest.raises(RenderFault, match="The printer stopped"):
        write_report(report, templates, tmp_path / "report.pdf")
    assert not (tmp_path / "report.pdf").exists()
    (finding,) = libraries(templates)
    assert not finding.works
    assert "libpangoft2-1.0-0" in finding.package


def test_a_target_that_cannot_be_written_is_a_sentence(
    award: AwardRecord, templates: Path, tmp_path: Path
) -> None:
    with pytest.raises(AssessError, match="cannot be written"):
        write_award_record(award, templates, tmp_path / "nowhere" / "award.pdf")


def test_the_award_record_is_one_page_and_no_certificate(
    award: AwardRecord, report: Report, templates: Path, tmp_path: Path
) -> None:
    target = tmp_path / "award.pdf"
    assert write_award_record(award, templates, target).pages == 1
    said = Paper(target).page(1)
    for expected in (
        "Award record",
        "not the certificate",
        "Striving for Cluster Excellence",
        "31 March 2028",
        "plus 24 months, to the end of the month",
        "Board of the secretariat",
        "None issued",
        report.sha256,
    ):
        assert squeezed(expected) in said


def test_a_case_just_begun_prints_too(
    catalogue: Catalogue, templates: Path, tmp_path: Path
) -> None:
    report = report_of(Assessment(case=organisation_case()), catalogue)
    target = tmp_path / "empty.pdf"
    printed = write_report(report, templates, target)
    paper = Paper(target)
    assert_summary_on_two_pages(paper)
    text = paper.body
    assert printed.pages <= 8
    assert text.count(squeezed("not reached")) >= len(catalogue.areas)
    for indicator in catalogue.indicators:
        assert squeezed(say(indicator.title)) in text


def test_the_libraries_of_this_machine_are_told_one_by_one(templates: Path) -> None:
    findings = {one.name: one for one in libraries(templates)}
    assert findings["WeasyPrint"].works
    assert findings["Pango"].works
    assert findings["Bundled fonts"].works
    assert findings["Script: Greek and Cyrillic"].works
    assert all(one.package for one in findings.values() if not one.works)
