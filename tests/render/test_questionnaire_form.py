"""The questionnaire as a PDF form: printed, filled in with a PDF library, and read back."""

from __future__ import annotations

import io
from collections.abc import Mapping
from pathlib import Path

import pypdf
import pytest
from pypdf.generic import NameObject

from assess.core.case.assessment import Assessment
from assess.core.catalogue.catalogue import Catalogue
from assess.core.catalogue.codebook import codebook
from assess.core.questionnaire.prefill import filled
from assess.core.questionnaire.printed_form import PrintedForm, returned_fields
from assess.core.questionnaire.questionnaire import FormSpeech, Origin, questionnaire
from assess.core.questionnaire.returned_form import read_form
from assess.errors import Refused
from assess.exchange.container.pdf_fields import read_fields
from assess.languages.message import say
from assess.render.document.document import write_document
from assess.workflow.questionnaire.form_sending import questionnaire_words
from tests.cases import full_case, organisation_case
from tests.said_form import SaidForm, said_form
from tests.structure import ACCESSIBLE, faults

ARABIC = "تجمع الطاقة 🦑"


@pytest.fixture(scope="session")
def printed(
    catalogue: Catalogue, templates: Path, tmp_path_factory: pytest.TempPathFactory
) -> bytes:
    """Two areas of a form that a case has filled in but for two questions."""
    case = full_case(catalogue)
    for name in ("legal_form", "committed_written"):
        case = case.with_answer(case.answer(name).changed(status="not_reached", value=None))
    case = case.with_answer(case.answer("specialisation_text").changed(value=ARABIC))
    form = filled(
        questionnaire(catalogue, case.case, say=say),
        case,
        catalogue,
        say=say,
        origin=Origin(is_case=True),
    )
    short = tuple(part for part in form.parts if part.letter in "AE")
    form = form.model_copy(update={"parts": short})
    record = PrintedForm(form=form, words=questionnaire_words(templates), day="2026-11-02")
    target = tmp_path_factory.mktemp("form") / "form.pdf"
    write_document("questionnaire", record, templates, target)
    return target.read_bytes()


def typed(content: bytes, texts: Mapping[str, str], ticks: tuple[str, ...] = ()) -> bytes:
    """Fill in a form as a viewer does."""
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(content))
    for page in writer.pages:
        writer.update_page_form_field_values(page, dict(texts), auto_regenerate=False)
        for one in page.get("/Annots", ()):
            widget = one.get_object()
            if widget.get("/T") in ticks:
                widget[NameObject("/V")] = widget[NameObject("/AS")] = NameObject("/on")
    saved = io.BytesIO()
    writer.write(saved)
    return saved.getvalue()


def read(content: bytes, catalogue: Catalogue) -> SaidForm:
    fields = read_fields(content, "form.pdf")
    returned = returned_fields(fields.texts, fields.pages, catalogue, say)
    assert returned.case == "k7w2m9qd"
    return said_form(
        read_form(
            returned, Assessment(case=organisation_case()), catalogue, "a form", FormSpeech(say)
        )
    )


def test_a_printed_form_says_what_the_case_says(printed: bytes, catalogue: Catalogue) -> None:
    case = full_case(catalogue)
    found = {one.question: one for one in read(printed, catalogue).proposals}
    assert "legal_form" not in found
    assert found["specialisation_text"].value == ARABIC
    for name, answer in case.answers.items():
        area = catalogue.area(catalogue.indicator_of(name).area).letter
        changed = name in ("legal_form", "committed_written", "specialisation_text")
        if answer.status.value == "answered" and area in "AE" and not changed:
            assert found[name].value == answer.value, name
    assert found["contacts_total"].status.value == "dont_know"
    assert found["committed_total"].note == "Counted from the list of members of 1 March 2026."


def test_what_is_filled_in_with_a_viewer_is_read(printed: bytes, catalogue: Catalogue) -> None:
    back = typed(
        printed,
        {
            "committed_written": "2",
            "committed_total": "ninety or so",
            "founded/assess_note": "By law",
        },
        ("legal_form=foundation", "initiated_by=public"),
    )
    read_back = read(back, catalogue)
    found = {one.question: one for one in read_back.proposals}
    assert found["committed_written"].value == 2
    assert found["legal_form"].value == "foundation"
    assert found["founded"].note == "By law"
    assert "ninety or so" in str(found["committed_total"].note)
    assert found["initiated_by"].value is None
    said = "\n".join(read_back.remarks)
    assert (
        "page 2, initiated_by: 2 boxes are ticked, but only one is allowed; saved as a note" in said
    )
    assert "committed_total: 'ninety or so'" in said


def test_the_form_is_tagged_and_its_fields_have_names_for_readers(
    printed: bytes, tmp_path: Path
) -> None:
    (tmp_path / "form.pdf").write_bytes(printed)
    assert faults(tmp_path / "form.pdf", ACCESSIBLE) == []
    reader = pypdf.PdfReader(io.BytesIO(printed))
    assert "/StructTreeRoot" in reader.trailer["/Root"]  # type: ignore[operator]  # a dictionary
    fields = reader.get_fields() or {}
    assert str(fields["legal_form=foundation"].get("/TU")) == "Foundation"


@pytest.mark.parametrize("cut", [10, 2000, 200_000, -20])
def test_a_damaged_form_is_refused_or_read(cut: int, printed: bytes) -> None:
    try:
        fields = read_fields(printed[:cut], "form.pdf")
    except Refused as refused:
        assert str(refused).startswith("form.pdf is damaged and cannot be read")  # noqa: PT017  either may be
    else:
        assert fields.texts


def test_a_locked_form_is_refused() -> None:
    writer = pypdf.PdfWriter()
    writer.add_blank_page(100, 100)
    writer.encrypt("secret", algorithm="RC4-128")
    saved = io.BytesIO()
    writer.write(saved)
    with pytest.raises(Refused, match="locked with a password"):
        read_fields(saved.getvalue(), "form.pdf")


@pytest.mark.slow
def test_the_code_book_prints(catalogue: Catalogue, templates: Path, tmp_path: Path) -> None:
    book = codebook(catalogue, say)
    one_area = book.model_copy(update={"areas": book.areas[2:3]})
    write_document("codebook", one_area, templates, tmp_path / "codebook.pdf")
    assert faults(tmp_path / "codebook.pdf") == []
    reader = pypdf.PdfReader(tmp_path / "codebook.pdf")
    text = " ".join(page.extract_text() for page in reader.pages)
    for indicator in one_area.areas[0].indicators:
        assert indicator.title in text
        for question in indicator.questions:
            assert question.name in text
