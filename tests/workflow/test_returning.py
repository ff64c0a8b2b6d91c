"""Returned forms: what was filled in is proposed for the case that the form was made out for."""

from __future__ import annotations

import io
from pathlib import Path

import pypdf
import pytest
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    TextStringObject,
)

from assess.core.case.assessment import Assessment
from assess.errors import Refused
from assess.workflow import Desk, import_files
from assess.workflow.case.proposing import proposals


def pdf_form(**texts: str) -> bytes:
    """Give a PDF of one page whose fields say something."""
    writer = pypdf.PdfWriter()
    page = writer.add_blank_page(200, 200)
    widgets = [
        writer._add_object(
            DictionaryObject(
                {
                    NameObject("/Type"): NameObject("/Annot"),
                    NameObject("/Subtype"): NameObject("/Widget"),
                    NameObject("/FT"): NameObject("/Tx"),
                    NameObject("/Rect"): ArrayObject([FloatObject(9)] * 4),
                    NameObject("/T"): TextStringObject(name.replace("__", "/")),
                    NameObject("/V"): TextStringObject(text),
                }
            )
        )
        for name, text in texts.items()
    ]
    page[NameObject("/Annots")] = ArrayObject(widgets)
    content = io.BytesIO()
    writer.write(content)
    return content.getvalue()


def saved(folder: Path, **texts: str) -> Path:
    path = folder / "form.pdf"
    path.write_bytes(pdf_form(**texts))
    return path


def test_a_filled_in_pdf_is_proposed_for_its_case(
    desk: Desk, case: Assessment, tmp_path: Path
) -> None:
    path = saved(
        tmp_path, assess__case=case.case.id, committed_total="86", staff_fte__assess_note="Seconded"
    )
    (arrived,) = import_files(desk, [path])
    assert arrived.came == (
        "2 new proposed answers: 2 for unanswered questions",
        "2 fields are filled in: 2 read, 0 saved as notes, 0 not used but listed here",
    )
    waiting = proposals(desk, case)
    assert waiting["committed_total"][0].value == 86
    assert waiting["committed_total"][0].source == "the questionnaire form.pdf"
    assert waiting["staff_fte"][0].note == "Seconded"


@pytest.mark.parametrize(
    ("texts", "sentence"),
    [
        ({"name": "x"}, "has no fields of the questionnaire"),
        ({"committed_total": "86"}, "is not for a specific case"),
        (
            {"committed_total": "86", "assess__case": "gone"},
            "is for the case gone, which is not in the database",
        ),
        (
            {"committed_total": "86", "assess__form": "assess-questionnaire 7"},
            r"a newer version \(7\)",
        ),
        (
            {"committed_total": "86", "assess__case": "case0001", "assess__organisation": "Other"},
            "is for Other, but the case case0001 is about Fjord Energy Cluster",
        ),
    ],
)
def test_a_form_that_is_not_for_a_case_here_is_refused(
    texts: dict[str, str], sentence: str, desk: Desk, case: Assessment, tmp_path: Path
) -> None:
    with pytest.raises(Refused, match=sentence):
        import_files(desk, [saved(tmp_path, **texts)])
    assert not proposals(desk, case)
