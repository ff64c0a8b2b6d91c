"""Importing: what a file is decides what becomes of it; another copy of a case is proposed."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from assess.core.case.assessment import Assessment
from assess.core.case.history.proposal import Proposal, Stance, stance
from assess.errors import AssessError, Refused
from assess.exchange.container.recognition import recognise
from assess.languages.message import say
from assess.workflow import Desk, answer, begin, export_case, finish, import_files, remark
from assess.workflow.case.proposing import decline, proposals, propose, take
from tests.cases import full_case
from tests.notation import NOON, case_of


def workbook() -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
    return content.getvalue()


def archive_of_something_else() -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr("word/document.xml", "<document/>")
    return content.getvalue()


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b'{"format": "assess-case"}', "assess-case"),
        (b'\xef\xbb\xbf{"version": 1, "format": "assess-pool"}', "assess-pool"),
        (b"%PDF-1.7 and more", "pdf"),
        (b"\n\n%PDF-1.4", "pdf"),
        (workbook(), "xlsx"),
        (archive_of_something_else(), "document"),
        (workbook()[:60], "zip"),
        (b'{"format": 3}', ""),
        (b'["format"]', ""),
        (b'{"a":' * 100_000, ""),
        (b"\xff\xfe", ""),
        (b"", ""),
    ],
    ids=range(12),
)
def test_a_file_is_told_by_what_it_holds(content: bytes, kind: str) -> None:
    assert recognise(content) == kind


Copied = Callable[[], tuple[Assessment, Assessment]]


@pytest.fixture
def copied(desk: Desk, elsewhere: Desk, case: Assessment, tmp_path: Path) -> Copied:
    """Carry the case as it is to the other desk; gives it as it is in both places."""

    def carry() -> tuple[Assessment, Assessment]:
        here = desk.store.assessment(case.case.id)
        path = tmp_path / "carried.json"
        export_case(desk, here, path)
        (arrived,) = import_files(elsewhere, [path])
        assert arrived.assessment is not None
        return here, arrived.assessment

    return carry


def sent_back(desk: Desk, case: Assessment, folder: Path) -> Path:
    path = folder / "back.json"
    export_case(desk, desk.store.assessment(case.case.id), path)
    return path


def test_a_copy_changed_in_two_places_merges_through_proposals(
    desk: Desk, elsewhere: Desk, case: Assessment, copied: Copied, tmp_path: Path
) -> None:
    for question, value in (("committed_total", 70), ("staff_fte", 2), ("founded", "2009")):
        case = answer(desk, case, question, value).assessment
    here, there = copied()
    there = answer(elsewhere, there, "committed_total", 73).assessment  # only there
    there = answer(elsewhere, there, "staff_headcount", 5).assessment  # only there, a blank here
    there = answer(elsewhere, there, "involvement", 3).assessment  # the same in both places
    there = remark(elsewhere, there, "founded", note="from the statutes").assessment
    here = answer(desk, here, "staff_fte", 2.5).assessment  # only here
    here = answer(desk, here, "involvement", 3).assessment
    before = desk.store.answers.history(here.case.id)

    back = sent_back(elsewhere, there, tmp_path)
    (arrived,) = import_files(desk, [back], as_proposals=True)

    assert arrived.came == (
        "3 proposed answers: 1 for an unanswered question and 2 that differ",
        "1 answer is the same as here",
        "1 answer was changed only here after the copy was made",
    )
    assert desk.store.answers.history(here.case.id) == before
    here = desk.store.assessment(here.case.id)
    waiting = proposals(desk, here)
    assert {name: [stance(one, here) for one in found] for name, found in waiting.items()} == {
        "founded": [Stance.DIFFERS],
        "committed_total": [Stance.DIFFERS],
        "staff_headcount": [Stance.BLANK],
    }
    assert say(waiting["committed_total"][0].source) == (
        "another copy of this case, Bo Expert, 2 November 2026"
    )
    (noted,) = waiting["founded"]
    here = take(desk, here, noted).assessment
    assert here.answer("founded").note == "from the statutes"
    assert here.answer("founded").value == "2009"

    (again,) = import_files(desk, [back], as_proposals=True)
    assert again.came[:2] == (
        "2 proposed answers: 1 for an unanswered question and 1 that differs",
        "2 of them known before",
    )
    assert set(proposals(desk, here)) == {"committed_total", "staff_headcount"}


def test_what_waits_in_the_other_copy_waits_here_too_unless_it_was_decided(
    desk: Desk, elsewhere: Desk, copied: Copied, tmp_path: Path
) -> None:
    here, there = copied()
    sent = [
        Proposal(question=name, value=value, source="the returned questionnaire")
        for name, value in (("founded", "2009"), ("steering", "broker"), ("staff_fte", 2))
    ]
    propose(elsewhere, there, sent)
    decline(elsewhere, there, proposals(elsewhere, there)["staff_fte"][0])
    propose(desk, here, sent[:1])
    decline(desk, here, proposals(desk, here)["founded"][0])
    (arrived,) = import_files(desk, [sent_back(elsewhere, there, tmp_path)], as_proposals=True)
    assert arrived.came[1] == "1 of them known before"
    assert list(proposals(desk, here)) == ["steering"]


def test_what_is_no_answer_in_the_other_copy_is_told_and_stays_there(
    desk: Desk, elsewhere: Desk, copied: Copied, tmp_path: Path
) -> None:
    here, there = copied()
    elsewhere.store.drafts.keep(there.case.id, "staff_fte", "2,", at=NOON)
    details = there.case.details.model_copy(update={"contact": "Jonas Vik"})
    elsewhere.store.cases.change(there.case.id, there.case.organisation, details, by=None, at=NOON)
    (arrived,) = import_files(desk, [sent_back(elsewhere, there, tmp_path)], as_proposals=True)
    assert arrived.came == ("no answer to propose",)
    assert arrived.left == (
        ("the file has a text for staff_fte, but it is not an answer yet, so it was left out: 2,"),
        "contact: Jonas Vik in the file, nothing in the database; it stays unchanged",
    )
    assert desk.store.cases.get(here.case.id).details.contact is None


def test_the_answers_of_another_case_are_proposed_with_where_they_come_from(
    desk: Desk, case: Assessment, tmp_path: Path
) -> None:
    pattern = case_of("Fjord Energy", interview="2026-10-05")
    other = desk.store.assessment(begin(desk, pattern.organisation, pattern.details).id)
    other = answer(desk, other, "staff_fte", 2).assessment
    path = sent_back(desk, other, tmp_path)
    (arrived,) = import_files(desk, [path], into=case)
    assert arrived.assessment is not None
    assert arrived.assessment.case.id == case.case.id
    assert arrived.left == (
        "the file belongs to Fjord Energy; its answers are proposed for Fjord Energy Cluster",
    )
    ((proposal,),) = proposals(desk, case).values()
    assert say(proposal.source) == "the case of Fjord Energy, 5 October 2026"


def test_what_cannot_be_proposed_is_refused_and_nothing_of_any_file_is_taken(
    desk: Desk, elsewhere: Desk, case: Assessment, copied: Copied, tmp_path: Path
) -> None:
    case = answer(desk, case, "staff_fte", 2).assessment
    here, there = copied()
    there = answer(elsewhere, there, "staff_headcount", 5).assessment
    answer(desk, here, "staff_headcount", 6)
    back = sent_back(elsewhere, there, tmp_path)
    with pytest.raises(Refused, match=r"both were worked on since; nothing was imported"):
        import_files(desk, [back])
    unknown = tmp_path / "unknown.json"
    stated: dict[str, Any] = json.loads(back.read_bytes())
    del stated["record"]
    unknown.write_text(json.dumps({**stated, "case": {**stated["case"], "id": "other"}}))
    with pytest.raises(Refused, match="which is not in the database"):
        import_files(desk, [back, unknown], as_proposals=True)
    invented = tmp_path / "invented.json"
    invented.write_text(json.dumps({**stated, "case": {**stated["case"], "synthetic": True}}))
    with pytest.raises(Refused, match="synthetic demonstration data"):
        import_files(desk, [back, invented], into=here)
    for name, content in (("x.docx", archive_of_something_else()), ("x.csv", b"a;b\n1;2")):
        (tmp_path / name).write_bytes(content)
        with pytest.raises(Refused, match=r"is a text document|is neither a questionnaire"):
            import_files(desk, [back, tmp_path / name], as_proposals=True)
    assert not proposals(desk, here)
    desk.store.answers.add(here.case.id, full_case(desk.newest).answers.values(), at=NOON)
    finish(desk, desk.store.assessment(here.case.id))
    with pytest.raises(Refused, match="finished; reopen it"):
        import_files(desk, [back], as_proposals=True)
    with pytest.raises(AssessError, match="reopen it"):
        propose(desk, desk.store.assessment(here.case.id), [])
