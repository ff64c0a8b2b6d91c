"""Every document in a translation that nobody has reviewed says so, and none in English."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from zipfile import ZipFile

import pypdfium2
import pytest

from assess.languages import speaking
from assess.languages.translation.draft import draft_sentence
from assess.locations import demonstration_files, indicators_folder, templates_folder
from assess.workflow.catalogue.codebook import written_codebook
from assess.workflow.desk.desk import Desk, open_desk
from assess.workflow.program.demonstration import demonstrate
from assess.workflow.questionnaire import form_sending, surveying
from assess.workflow.register.register import draft_proof, register_of
from assess.workflow.report.reporting import draft_award_record, preview_report

ON = date(2026, 11, 30)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    database = tmp_path_factory.mktemp("drafts") / "demonstration.db"
    demonstrate(database, indicators_folder(), demonstration_files(), today=ON)
    with open_desk(database, indicators_folder(), today=ON) as opened:
        yield opened


def _documents(desk: Desk, folder: Path) -> Mapping[str, str]:
    """Every kind of document as the text that it says, in the language that is spoken now."""
    templates = templates_folder()
    label = next(label for label in register_of(desk).labels if label.awarded is not None)
    case = desk.store.assessment(label.case)
    form = form_sending.form_for(desk, case)
    survey = surveying.survey_for(desk, case, "survey")
    form_sending.write_workbook(desk, form, templates, folder / "form.xlsx")
    form_sending.write_page(desk, form, templates, folder / "form.html")
    surveying.write_page(desk, survey, templates, folder / "survey.html")
    with ZipFile(folder / "form.xlsx") as whole:
        texts = whole.read("xl/sharedStrings.xml").decode()
    return {
        "workbook": texts,
        "page": (folder / "form.html").read_text(encoding="utf-8"),
        "survey": (folder / "survey.html").read_text(encoding="utf-8"),
        "report": preview_report(desk, case).model_dump_json(),
        "award record": draft_award_record(desk, case).disclaimer,
        "proof": draft_proof(desk, label, ON).disclaimer,
        "code book": written_codebook(indicators_folder(), templates, "text"),
    }


def pdf_text(path: Path) -> str:
    with pypdfium2.PdfDocument(path) as document:
        return "".join(page.get_textpage().get_text_range() for page in document)


def _plain(text: str) -> str:
    return re.sub(r"\s+|&nbsp;", "", text)


@pytest.mark.parametrize("code", ["de", "pl"])
def test_each_document_in_a_draft_translation_says_so(
    code: str, desk: Desk, tmp_path: Path
) -> None:
    with speaking(code):
        said = _plain(draft_sentence())
        found = _documents(desk, tmp_path)
    assert said
    assert [kind for kind, text in found.items() if said not in _plain(text)] == []


def test_a_document_in_english_says_nothing_of_a_translation(desk: Desk, tmp_path: Path) -> None:
    assert draft_sentence() == ""
    found = _documents(desk, tmp_path)
    assert [kind for kind, text in found.items() if "translated from" in text] == []


@pytest.mark.slow
def test_a_printed_form_in_a_draft_translation_says_so(desk: Desk, tmp_path: Path) -> None:
    with speaking("pl"):
        form = form_sending.form_for(desk, None)
        form_sending.print_form(desk, form, templates_folder(), tmp_path / "form.pdf")
        assert _plain(draft_sentence()) in _plain(pdf_text(tmp_path / "form.pdf"))
