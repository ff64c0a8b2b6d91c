"""The questionnaire as a workbook: written, filled in by others in every way, and read back."""

from __future__ import annotations

import io
import warnings
import zipfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import openpyxl
import pytest
from openpyxl.workbook import Workbook

from assess.core.case.assessment import Assessment
from assess.core.catalogue.catalogue import Catalogue
from assess.core.questionnaire.form_wording import said_by
from assess.core.questionnaire.prefill import filled
from assess.core.questionnaire.questionnaire import (
    FormSpeech,
    Origin,
    Questionnaire,
    line_keys,
    questionnaire,
)
from assess.core.questionnaire.returned_form import read_form
from assess.core.questionnaire.stray import OwnTexts, with_strays
from assess.errors import Refused
from assess.exchange.container.spreadsheet.guard import QUESTIONNAIRE
from assess.exchange.container.workbook import peek, read_sheets
from assess.exchange.questionnaire import returned_workbook
from assess.exchange.questionnaire.form_workbook import MAX_CELL, left_out, write
from assess.languages.message import say
from assess.locations import templates_folder
from assess.render.document.design_tokens import load_tokens
from assess.workflow.questionnaire.form_sending import questionnaire_words
from tests.cases import VALUES, full_case, organisation_case
from tests.notation import NOON
from tests.said_form import SaidForm, said_form

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"

Page = Any
"""openpyxl's sheets, whose stubs know too many kinds of cell."""


def workbook(form: Questionnaire, templates: Path) -> bytes:
    return write(form, questionnaire_words(templates), load_tokens(templates), at=NOON)


@pytest.fixture(scope="session")
def blank(catalogue: Catalogue, templates: Path) -> bytes:
    return workbook(questionnaire(catalogue, organisation_case(), say=say), templates)


def opened(content: bytes) -> Workbook:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return openpyxl.load_workbook(io.BytesIO(content))


def saved(book: Workbook) -> bytes:
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def read(content: bytes, catalogue: Catalogue) -> SaidForm:
    known = set(catalogue.questions)
    for question in catalogue.questions.values():
        known |= {*line_keys(question)}
    sheets = read_sheets(content, "form.xlsx", QUESTIONNAIRE)
    assert returned_workbook.is_questionnaire(peek(content, "form.xlsx"))
    returned = returned_workbook.read(sheets, "form.xlsx", frozenset(known))
    form = questionnaire(catalogue, organisation_case(), say=say)
    beside = said_by(questionnaire_words(templates_folder()), say)
    returned, _ = with_strays(returned, OwnTexts([form], beside), say)
    return said_form(
        read_form(
            returned, Assessment(case=organisation_case()), catalogue, "a form", FormSpeech(say)
        )
    )


def row_of(page: Page, key: str, column: int = 1) -> int:
    return next(row for row in range(1, 400) if page.cell(row, column).value == key)


def test_a_blank_form_says_nothing(blank: bytes, catalogue: Catalogue) -> None:
    assert read(blank, catalogue) == SaidForm(())


LIMITS = {"promptTitle": 32, "prompt": 255, "errorTitle": 32, "error": 225}
"""How long the texts of a validation may be in Excel, which calls a longer one damage."""

ORDER = (
    *("sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "sheetCalcPr"),
    *("sheetProtection", "protectedRanges", "autoFilter", "mergeCells", "conditionalFormatting"),
    *("dataValidations", "hyperlinks", "printOptions", "pageMargins", "pageSetup", "headerFooter"),
    *("rowBreaks", "colBreaks", "ignoredErrors", "drawing", "legacyDrawing", "tableParts"),
    "extLst",
)


def test_the_form_keeps_within_what_excel_takes(blank: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(blank)) as archive:
        sheets = [one for one in archive.namelist() if one.startswith("xl/worksheets/sheet")]
        roots = [ET.fromstring(archive.read(one)) for one in sheets]
        texts = ET.fromstring(archive.read("xl/sharedStrings.xml"))
    for name in opened(blank).sheetnames:
        assert len(name) <= 31
        assert not set(name) & set("[]:*?/\\")
    assert max(len("".join(one.itertext())) for one in texts) <= MAX_CELL
    count = 0
    for root in roots:
        tags = [one.tag.partition("}")[2] for one in root]
        assert sorted(tags, key=ORDER.index) == tags
        for listed in root.iter(f"{MAIN}dataValidations"):
            assert int(listed.attrib["count"]) == len(listed)
        for rule in root.iter(f"{MAIN}dataValidation"):
            count += 1
            assert all(len(rule.attrib.get(name, "")) <= most for name, most in LIMITS.items())
            assert all(len(one.text or "") <= 255 for one in rule)
        for rule in root.iter(f"{MAIN}cfRule"):
            assert all(len("".join(one.itertext())) <= 255 for one in rule)
        for foot in root.iter(f"{MAIN}oddFooter"):
            assert len(foot.text or "") <= 255
    assert count > 200


def test_the_same_form_is_the_same_file(
    blank: bytes, catalogue: Catalogue, templates: Path
) -> None:
    assert workbook(questionnaire(catalogue, organisation_case(), say=say), templates) == blank


def test_a_form_filled_in_from_a_case_reads_as_that_case(
    catalogue: Catalogue, templates: Path
) -> None:
    case = full_case(catalogue)
    form = filled(
        questionnaire(catalogue, case.case, say=say),
        case,
        catalogue,
        say=say,
        origin=Origin(is_case=True),
    )
    found = read(workbook(form, templates), catalogue)
    assert {one.question: one.value for one in found.proposals if one.value is not None} == {
        name: one.value
        for name, one in case.answers.items()
        if one.value is not None and one.status.value == "answered"
    }
    by_name = {one.question: one for one in found.proposals}
    assert by_name["contacts_total"].status.value == "dont_know"
    assert by_name["impact_international_large"].reason == (
        "The larger participants have had their own offices abroad for decades."
    )
    assert by_name["governing_body"].note == case.answer("governing_body").note
    assert not [one for one in found.remarks if "saved as a note" in one]


def test_only_the_cells_for_answers_can_be_edited(blank: bytes, catalogue: Catalogue) -> None:
    book = opened(blank)
    page: Page = book["A Structure"]
    assert all(sheet.protection.sheet for sheet in book.worksheets)
    row = row_of(page, "committed_total")
    assert [page.cell(row, column).protection.locked for column in range(1, 8)] == [
        *(True, True, True),
        False,
        True,
        *(False, False),
    ]
    assert page.column_dimensions["A"].hidden
    assert page.row_dimensions[1].hidden
    assert book["Lists"].sheet_state == "hidden"
    fields = sum(len(line_keys(one)) for one in catalogue.questions.values())
    pages: list[Page] = list(book.worksheets)
    unlocked = sum(
        not cell.protection.locked for sheet in pages for row in sheet.iter_rows() for cell in row
    )
    assert unlocked == fields + 2 * len(catalogue.questions)


def test_the_cells_check_what_is_typed(blank: bytes) -> None:
    page: Page = opened(blank)["A Structure"]
    rules = {str(one.sqref): one for one in page.data_validations.dataValidation}
    total = row_of(page, "committed_total")
    written = rules[f"D{row_of(page, 'committed_written')}"]
    assert f"$D${total}" in written.formula1
    assert "a number not above the answer to" in written.error
    assert rules[f"D{row_of(page, 'legal_form')}"].type == "list"
    share = rules[f"D{row_of(page, 'driving_forces.research')}"]
    assert "SUM(" in share.formula1
    assert "100.05" in share.formula1
    below = page.cell(row_of(page, "driving_forces.public") + 1, 4).value
    assert str(below).startswith("=IF(COUNT($D$")


def test_what_a_cell_cannot_hold_is_named(catalogue: Catalogue, templates: Path) -> None:
    long = "x" * (MAX_CELL + 1)
    form = questionnaire(catalogue, say=say).model_copy(
        update={"given": {"specialisation_text": long}}
    )
    assert left_out(form) == ("specialisation_text",)
    assert not read(workbook(form, templates), catalogue).proposals


def test_text_that_looks_like_a_formula_stays_text(catalogue: Catalogue, templates: Path) -> None:
    text = '=HYPERLINK("http://evil.example";"x")'
    form = questionnaire(catalogue, say=say).model_copy(
        update={"given": {"specialisation_text": text}}
    )
    content = workbook(form, templates)
    page: Page = opened(content)["A Structure"]
    assert page.cell(row_of(page, "specialisation_text"), 4).data_type == "s"
    (one,) = read(content, catalogue).proposals
    assert one.value == text


def test_sheets_and_columns_may_be_moved_and_renamed_and_rows_added(
    blank: bytes, catalogue: Catalogue
) -> None:
    book = opened(blank)
    book.move_sheet("F Achievements", -4)
    page: Page = book["A Structure"]
    page.title = "Structur (ed.)"
    page.insert_cols(4, 2)
    page.insert_rows(8, 3)
    page.cell(9, 6).value = "left over"
    page.cell(row_of(page, "committed_total"), 6).value = 86
    (one,), remarks = read(saved(book), catalogue).proposals, read(saved(book), catalogue).remarks
    assert (one.question, one.value) == ("committed_total", 86)
    assert remarks == ("Structur (ed.) F9: “left over” is not beside a question; it was not read",)


def test_everything_odd_is_said_by_sheet_and_cell(blank: bytes, catalogue: Catalogue) -> None:
    book = opened(blank)
    page: Page = book["A Structure"]

    def put(key: str, value: Any, column: int = 4) -> str:
        row = row_of(page, key)
        page.cell(row, column).value = value
        return f"A Structure {'ABCDEFG'[column - 1]}{row}"

    put("founded", datetime(2013, 9, 1))  # noqa: DTZ001  a spreadsheet knows no time zone
    odd = put("committed_total", datetime(2026, 3, 5))  # noqa: DTZ001  the same
    formula = put("committed_written", "=40+1")
    put("committed_paying", "71")
    shares = put("driving_forces.industry", 0.55)
    page[shares.split()[-1]].number_format = "0%"
    put("driving_forces.research", 0.45)
    page.cell(row_of(page, "driving_forces.research"), 4).number_format = "0%"
    error = put("participants_150km", "#REF!")
    page.cell(row_of(page, "participants_150km"), 4).data_type = "e"
    composition = row_of(page, "composition.sme")
    page.merge_cells(f"D{composition}:D{composition + 1}")
    page.delete_rows(row_of(page, "international_countries"))
    found = read(saved(book), catalogue)
    by_name = {one.question: one for one in found.proposals}
    assert by_name["founded"].value == "2013-09"
    assert by_name["committed_paying"].value == 71
    assert by_name["driving_forces"].value == {"industry": 55, "research": 45, "public": 0}
    assert by_name["committed_total"].note == "In the questionnaire: 2026-03-05"
    said = "\n".join(found.remarks)
    assert f"{odd}: '2026-03-05' is a date" in said
    assert f"{formula}: contains a formula without a result; open the file" in said
    assert f"{error}: the cell shows #REF!; saved as a note" in said
    assert f"A Structure D{composition}:D{composition + 1} is merged" in said
    assert "1 line is no longer in the questionnaire: international_countries" in said


def test_a_line_that_stands_twice_counts_only_if_both_say_the_same(
    blank: bytes, catalogue: Catalogue
) -> None:
    book = opened(blank)
    page: Page = book["A Structure"]
    for key, first, second in (("committed_total", 86, 86), ("committed_written", 4, 5)):
        page.cell(row_of(page, key), 4).value = first
        last = page.max_row + 1
        page.cell(last, 1).value = key
        page.cell(last, 4).value = second
    found = read(saved(book), catalogue)
    assert [one.value for one in found.proposals] == [86]
    (remark,) = found.remarks
    assert remark.startswith("committed_written has two different answers (A Structure D")


def test_a_sheet_without_its_hidden_row_is_not_guessed_at(
    blank: bytes, catalogue: Catalogue
) -> None:
    book = opened(blank)
    page: Page = book["A Structure"]
    page.cell(row_of(page, "committed_total"), 4).value = 86
    page.delete_rows(1)
    book.create_sheet("Scratch")["A1"] = "mine"
    found = read(saved(book), catalogue)
    assert not found.proposals
    assert found.remarks[0].startswith(
        "A Structure: the hidden row with the column names is missing"
    )
    assert "Scratch: this sheet has no line of the questionnaire; it was not read" in found.remarks


def change_cover(key: str, value: str) -> Callable[[Workbook], None]:
    def change(book: Workbook) -> None:
        page: Page = book["Start"]
        page.cell(row_of(page, key), 3).value = value

    return change


def test_a_form_of_a_newer_version_is_refused(blank: bytes, catalogue: Catalogue) -> None:
    book = opened(blank)
    change_cover("assess:form", "assess-questionnaire 2")(book)
    with pytest.raises(Refused, match=r"a newer version \(2\); this program reads version 1"):
        read(saved(book), catalogue)


def test_values_of_a_whole_case_are_the_ones_tested(catalogue: Catalogue) -> None:
    assert set(VALUES) <= set(catalogue.questions)
