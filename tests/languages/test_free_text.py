"""What people wrote keeps its own language: marked in each kind of report, and never translated."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from assess.core.case.assessment import Assessment, Details
from assess.core.report.record.report import Report, canonical_json
from assess.languages import speaking
from assess.locations import indicators_folder, templates_folder
from assess.workflow import Desk, answer, begin, change_details
from assess.workflow.case.answering import remark
from assess.workflow.case.cases import assessment_of
from assess.workflow.desk.desk import open_desk
from assess.workflow.report.reporting import draft_report, write_report
from tests.notation import case_of

ON = date(2026, 11, 2)
GERMAN, POLISH = "Zwei Zusagen fehlen noch.", "Strategia w skrócie."


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with open_desk(tmp_path / "assess.db", indicators_folder(), today=ON) as opened:
        yield opened


@pytest.fixture
def case(desk: Desk) -> Assessment:
    """A case asked in German, then in Polish, with a note in each."""
    pattern = case_of("Fjord Energy Cluster", asked_in="de")
    case = begin(desk, pattern.organisation, pattern.details)
    answer(desk, assessment_of(desk, case.id), "staff_fte", 3.5)
    remark(desk, assessment_of(desk, case.id), "staff_fte", note=GERMAN, for_report=True)
    details = Details.model_validate({**dict(case.details), "asked_in": "pl"})
    change_details(desk, case, case.organisation, details)
    answer(desk, assessment_of(desk, case.id), "founded", "2019-05")
    remark(desk, assessment_of(desk, case.id), "founded", note=POLISH, for_report=True)
    return assessment_of(desk, case.id)


def _report(desk: Desk, case: Assessment, code: str) -> Report:
    with speaking(code):
        return draft_report(desk, case)


@pytest.mark.parametrize(
    ("code", "marked", "plain"), [("de", {"pl"}, {"de"}), ("en", {"de", "pl"}, set())]
)
def test_a_note_in_another_language_is_marked_in_every_kind_of_report(
    code: str, marked: set[str], plain: set[str], desk: Desk, case: Assessment, tmp_path: Path
) -> None:
    report = _report(desk, case, code)
    notes = {"de": GERMAN, "pl": POLISH}
    write_report(report, templates_folder(), tmp_path / "report.html")
    page = (tmp_path / "report.html").read_text(encoding="utf-8")
    write_report(report, templates_folder(), tmp_path / "report.docx")
    with ZipFile(BytesIO((tmp_path / "report.docx").read_bytes())) as whole:
        document = whole.read("word/document.xml").decode()
    for language in marked:
        assert f'<span lang="{language}">{notes[language]}</span>' in page
        assert f'<w:lang w:val="{language}"/>' in document
    for language in plain:
        assert notes[language] in page
        assert f'lang="{language}">{notes[language]}' not in page
        assert f'<w:lang w:val="{language}"/>' not in document
    said = json.loads(canonical_json(report))
    answers = [one for group in said["annex"]["answers"] for one in group["answers"]]
    assert {one["note_language"] for one in answers if one["note"]} == {"de", "pl"}
    named = [fact["text"] for fact in said["imprint"] if "Polski" in fact["text"]]
    assert len(named) == 1
    assert ("Deutsch" in named[0]) is ("de" in marked)


def test_the_reason_of_an_unusual_value_is_marked_too(
    desk: Desk, case: Assessment, tmp_path: Path
) -> None:
    reason = "Za\u0142o\u017cono nas w gospodzie."
    answer(desk, assessment_of(desk, case.case.id), "body_meetings", 60, reason=reason)
    report = _report(desk, assessment_of(desk, case.case.id), "en")
    assert [one.language for one in report.annex.passed if one.reason == reason] == ["pl"]
    write_report(report, templates_folder(), tmp_path / "report.html")
    page = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert f'<span lang="pl">{reason}</span>' in page
