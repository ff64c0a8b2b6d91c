"""Nothing vanishes from a returned form: what stands anywhere is read, kept as a note, or named."""

from __future__ import annotations

import io
import tempfile
import warnings
from pathlib import Path
from typing import Any

import openpyxl
import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.comments import Comment
from pypdf.annotations import FreeText, Text

from assess.core.case.assessment import Assessment
from assess.core.catalogue.catalogue import Catalogue
from assess.locations import templates_folder
from assess.workflow import Desk, answer, begin, import_files
from assess.workflow.case.proposing import proposals
from assess.workflow.desk.incoming_file import Arrived
from assess.workflow.questionnaire.form_sending import form_for, write_workbook
from tests.notation import case_of
from tests.workflow.test_returning import pdf_form
from tests.workflow.test_same_organisation import desk_in

TEMPLATES = templates_folder()


def form(desk: Desk, case: Assessment, folder: Path) -> Any:
    path = folder / "form.xlsx"
    write_workbook(desk, form_for(desk, case), TEMPLATES, path)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about a bar that openpyxl does not know
        return openpyxl.load_workbook(path)


def returned(desk: Desk, book: Any, folder: Path, name: str = "back.xlsx") -> Arrived:
    book.save(folder / name)
    (arrived,) = import_files(desk, [folder / name], templates=TEMPLATES)
    return arrived


def row_of(sheet: Any, key: str) -> int:
    return next(row for row in range(1, sheet.max_row + 1) if sheet.cell(row, 1).value == key)


def notes(desk: Desk, case: Assessment) -> dict[str, str]:
    there = proposals(desk, desk.store.assessment(case.case.id))
    return {name: offered[0].note or "" for name, offered in there.items()}


def test_a_form_that_nobody_touched_has_nothing_of_its_own(
    desk: Desk, case: Assessment, tmp_path: Path
) -> None:
    answer(desk, case, "legal_form", "association")
    arrived = returned(desk, form(desk, desk.store.assessment(case.case.id), tmp_path), tmp_path)
    assert arrived.left == ()
    assert arrived.came[-1].endswith(" 0 saved as notes, 0 not used but listed here")


def test_comments_and_what_stands_beside_a_question_become_its_note(
    desk: Desk, case: Assessment, tmp_path: Path
) -> None:
    book = form(desk, case, tmp_path)
    sheet = book["A Structure"]
    row = row_of(sheet, "committed_total")
    sheet.cell(row, 4).value = 61
    sheet.cell(row, 4).comment = Comment("12 of them pay\nevery second year", "Ann")
    sheet.cell(row, 5).value = 70
    sheet.cell(row, 8).value = "see annex"
    sheet.cell(row, 3).value = f"{sheet.cell(row, 3).value}\nAnswer: 55"
    arrived = returned(desk, book, tmp_path)
    note = notes(desk, case)["committed_total"]
    for text in ("12 of them pay\nevery second year", "70", "see annex", "Answer: 55"):
        assert text in note
    assert arrived.came[-1] == (
        "5 fields are filled in: 1 read, 4 saved as notes, 0 not used but listed here"
    )


def test_a_status_beside_a_part_of_a_question_is_a_remark_on_the_question(
    desk: Desk, case: Assessment, tmp_path: Path
) -> None:
    book = form(desk, case, tmp_path)
    sheet = book["F Achievements"]
    row = row_of(sheet, "visibility.abroad")
    sheet.cell(row, 6).value = "not applicable"
    sheet.cell(row, 7).value = "we export nothing"
    arrived = returned(desk, book, tmp_path)
    assert notes(desk, case)["visibility"] == (
        f"not applicable (F Achievements F{row})\nwe export nothing (F Achievements G{row})"
    )
    assert arrived.came[-1] == (
        "2 fields are filled in: 0 read, 2 saved as notes, 0 not used but listed here"
    )


def test_what_is_filled_in_at_an_unknown_line_is_named_in_full(
    desk: Desk, case: Assessment, tmp_path: Path
) -> None:
    book = form(desk, case, tmp_path)
    sheet = book["A Structure"]
    row = row_of(sheet, "committed_total")
    sheet.cell(row, 1).value = "committed_once"
    for column, text in ((4, "61"), (6, "unknown"), (7, "as of May")):
        sheet.cell(row, column).value = text
    arrived = returned(desk, book, tmp_path)
    for letter, text in (("D", "61"), ("F", "unknown"), ("G", "as of May")):
        (said,) = [left for left in arrived.left if f"A Structure {letter}{row}:" in left]
        assert f"“{text}”" in said
    assert arrived.came[-1] == (
        "3 fields are filled in: 0 read, 0 saved as notes, 3 not used but listed here"
    )


@pytest.mark.slow
def test_what_belongs_to_no_question_is_named_with_its_place(
    desk: Desk, case: Assessment, tmp_path: Path
) -> None:
    book = form(desk, case, tmp_path)
    book["A Structure"]["C1"].value = "in the row of names"
    book["A Structure"]["J2"].value = "call me"
    book["Start"]["B40"].value = "PS: a new chair"
    book["Start"]["C3"].comment = Comment("wrong name", "Ann")
    hidden = row_of(book["Start"], "assess:language")
    book["Start"].cell(hidden, 2).value = "before a hidden value"
    book["Start"].cell(hidden, 5).value = "behind a hidden value"
    book["Definitions"]["C1"].value = "beside the key"
    book["Definitions"]["A300"].value = "what is a cluster?"
    book.create_sheet("Annex")["B2"].value = "our own figures"
    arrived = returned(desk, book, tmp_path)
    said = "\n".join(arrived.left)
    for place, text in (
        ("A Structure C1", "in the row of names"),
        ("A Structure J2", "call me"),
        ("Start B40", "PS: a new chair"),
        ("Start C3", "wrong name"),
        (f"Start B{hidden}", "before a hidden value"),
        (f"Start E{hidden}", "behind a hidden value"),
        ("Definitions C1", "beside the key"),
        ("Definitions A300", "what is a cluster?"),
        ("Annex B2", "our own figures"),
    ):
        assert f"{place}: “{text}”" in said
    assert "9 fields are filled in: 0 read" in arrived.came[-1]


PLACES = st.tuples(
    st.sampled_from(["Start", "A Structure", "B Management", "F Achievements", "Definitions"]),
    st.integers(1, 80),
    st.integers(3, 12),
)
WORDS = st.text("abcdefghij", min_size=3, max_size=9).map(lambda text: f"zq{text}")


def _nothing_vanishes(catalogue: Catalogue, added: dict[tuple[str, int, int], str]) -> None:
    with tempfile.TemporaryDirectory() as folder, desk_in(Path(folder), catalogue) as desk:
        pattern = case_of("Fjord Energy Cluster")
        begun = begin(desk, pattern.organisation, pattern.details)
        case = desk.store.assessment(begun.id)
        book = form(desk, case, Path(folder))
        texts = []
        for (sheet, row, column), text in added.items():
            cell = book[sheet].cell(row, column)
            if cell.value is None:
                cell.value = text
                texts.append(text)
        arrived = returned(desk, book, Path(folder))
        there = "\n".join([*arrived.left, *notes(desk, case).values()])
        there += str(proposals(desk, desk.store.assessment(case.case.id)))
        assert [text for text in texts if text not in there] == []


@pytest.mark.parametrize("often", [2, pytest.param(60, marks=pytest.mark.slow)])
def test_whatever_stands_anywhere_is_read_or_named(often: int, catalogue: Catalogue) -> None:
    @settings(max_examples=often, deadline=None)
    @given(st.dictionaries(PLACES, WORDS, min_size=1, max_size=6))
    def hold(added: dict[tuple[str, int, int], str]) -> None:
        _nothing_vanishes(catalogue, added)

    hold()


def test_what_is_written_on_a_pdf_is_kept_or_named(
    desk: Desk, case: Assessment, tmp_path: Path
) -> None:
    writer = pypdf.PdfWriter(
        clone_from=io.BytesIO(pdf_form(assess__case=case.case.id, staff_fte="2,4"))
    )
    writer.add_annotation(0, FreeText(text="0.4 of it is paid by the chamber", rect=(5, 5, 90, 20)))
    writer.add_annotation(0, Text(text="ask again in May", rect=(5, 90, 20, 99)))
    writer.add_attachment("budget.xlsx", b"x")
    writer.encrypt(user_password="", owner_password="secret")  # noqa: S106
    path = tmp_path / "form.pdf"
    writer.write(path)
    (arrived,) = import_files(desk, [path])
    there = "\n".join([*arrived.left, *notes(desk, case).values()])
    for text in ("0.4 of it is paid by the chamber", "ask again in May", "budget.xlsx"):
        assert text in there


XFDF = (
    b'<?xml version="1.0"?><xfdf xmlns="http://ns.adobe.com/xfdf/"><fields>'
    b'<field name="staff_fte"><value>2,4</value></field></fields></xfdf>'
)
FDF = (
    b"%FDF-1.2\n1 0 obj\n<</FDF <</Fields [<</T (staff_fte) /V (2,4)>>]>>>>\nendobj\n"
    b"trailer\n<</Root 1 0 R>>\n%%EOF\n"
)


@pytest.mark.parametrize(
    "content",
    [
        XFDF,
        FDF,
        b"assess:key;;;assess:answer;;assess:status;assess:note\nstaff_fte;;FTE?;2,4;FTE;;\n",
    ],
    ids=["xfdf", "fdf", "csv"],
)
def test_the_fields_alone_or_a_sheet_alone_are_read(
    content: bytes, desk: Desk, case: Assessment, tmp_path: Path
) -> None:
    path = tmp_path / "fields"
    path.write_bytes(content)
    import_files(desk, [path], into=case)
    (offered,) = proposals(desk, desk.store.assessment(case.case.id))["staff_fte"]
    assert offered.value == 2.4
