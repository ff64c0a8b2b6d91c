"""Answering through the workflow: checked, saved, and nothing typed lost."""

from __future__ import annotations

import pytest

from assess.core.case.assessment import Assessment
from assess.core.catalogue.answer_status import Status
from assess.errors import AssessError, NotFound
from assess.workflow import Desk, answer, begin, finish, remark, reopen, save_draft
from tests.notation import case_of


def test_a_right_answer_is_saved_with_who_and_when(desk: Desk, case: Assessment) -> None:
    done = answer(desk, case, "committed_total", 73)
    saved = desk.store.assessment(case.case.id).answer("committed_total")
    assert done.is_saved
    assert done.assessment.answer("committed_total") == saved
    assert (saved.value, saved.by, saved.at) == (73, "Ada Expert", desk.now)


def test_a_wrong_answer_is_not_saved_and_the_case_is_as_it_was(
    desk: Desk, case: Assessment
) -> None:
    done = answer(desk, case, "committed_total", -1)
    assert not done.is_saved
    assert done.assessment is case
    assert desk.store.answers.history(case.case.id) == ()


def test_an_unusual_answer_is_saved_and_asks_for_a_reason(desk: Desk, case: Assessment) -> None:
    unusual = answer(desk, case, "staff_fte", 90)
    assert unusual.is_saved
    assert [one.kind for one in unusual.findings] == ["soft"]
    explained = remark(desk, unusual.assessment, "staff_fte", reason="two sites")
    assert explained.findings == ()
    assert explained.assessment.answer("staff_fte").value == 90


def test_note_and_flag_stay_when_the_value_changes(desk: Desk, case: Assessment) -> None:
    noted = remark(desk, case, "staff_fte", note="two are seconded", flag=True)
    done = answer(desk, noted.assessment, "staff_fte", 2.4)
    saved = done.assessment.answer("staff_fte")
    assert (saved.value, saved.note, saved.flag) == (2.4, "two are seconded", True)
    cleared = remark(desk, done.assessment, "staff_fte", note="", flag=False)
    assert cleared.assessment.answer("staff_fte").note is None


def test_the_same_answer_again_is_no_new_entry(desk: Desk, case: Assessment) -> None:
    once = answer(desk, case, "staff_fte", 2.4)
    answer(desk, once.assessment, "staff_fte", 2.4)
    assert len(desk.store.answers.history(case.case.id)) == 1


def test_a_draft_goes_when_the_answer_comes(desk: Desk, case: Assessment) -> None:
    save_draft(desk, case, "staff_fte", "2,")
    answer(desk, case, "staff_fte", 2.4)
    assert desk.store.drafts.of(case.case.id) == {}


def test_a_draft_stays_when_only_a_note_comes(desk: Desk, case: Assessment) -> None:
    save_draft(desk, case, "staff_fte", "2,")
    noted = remark(desk, case, "staff_fte", note="two are seconded")
    remark(desk, noted.assessment, "staff_fte", note="two are seconded")
    assert desk.store.drafts.of(case.case.id) == {"staff_fte": "2,"}


def test_a_status_takes_the_value_away_and_the_history_keeps_it(
    desk: Desk, case: Assessment
) -> None:
    given = answer(desk, case, "staff_fte", 2.4)
    later = answer(
        desk, given.assessment, "staff_fte", status=Status.FOLLOW_UP, follow_up_by=desk.today
    )
    assert later.assessment.value("staff_fte") is None
    assert [one.value for one in desk.store.answers.history(case.case.id)] == [2.4, None]


def test_a_note_can_be_added_to_an_answer_that_became_doubtful(
    desk: Desk, case: Assessment
) -> None:
    now = answer(desk, case, "committed_total", 30).assessment
    now = answer(desk, now, "committed_written", 28).assessment
    now = answer(desk, now, "committed_total", 20).assessment
    noted = remark(desk, now, "committed_written", note="check with the office")
    assert noted.is_saved
    assert any(one.kind == "contradiction" for one in noted.findings)


def test_there_is_no_question_of_another_name(desk: Desk, case: Assessment) -> None:
    with pytest.raises(NotFound, match="codebook"):
        answer(desk, case, "favourite_colour", "blue")


def test_a_case_with_open_questions_is_not_finished(desk: Desk, case: Assessment) -> None:
    with pytest.raises(AssessError, match="cannot be finished") as refusal:
        finish(desk, case)
    assert "1 founded: no answer yet" in str(refusal.value)


def test_a_finished_case_is_closed_until_it_is_reopened(desk: Desk) -> None:
    pattern = case_of("Second Cluster")
    now = desk.store.assessment(begin(desk, pattern.organisation, pattern.details).id)
    for name in desk.newest.questions:
        now = answer(desk, now, name, status=Status.DONT_KNOW).assessment
    finish(desk, now)
    finished = desk.store.assessment(now.case.id)
    with pytest.raises(AssessError, match="reopen it"):
        answer(desk, finished, "staff_fte", 2.4)
    with pytest.raises(AssessError, match="reason"):
        reopen(desk, finished, "  ")
    reopen(desk, finished, "a number came later")
    assert answer(desk, desk.store.assessment(now.case.id), "staff_fte", 2.4).is_saved


def test_a_window_that_has_not_seen_a_note_does_not_take_it_away(
    desk: Desk, case: Assessment
) -> None:
    remark(desk, case, "staff_fte", note="two are seconded", flag=True)
    done = answer(desk, case, "staff_fte", 2.4)
    saved = desk.store.assessment(case.case.id).answer("staff_fte")
    assert (saved.value, saved.note, saved.flag) == (2.4, "two are seconded", True)
    assert done.assessment.answer("staff_fte") == saved


def test_a_window_that_has_not_seen_the_end_does_not_write_into_a_finished_case(
    desk: Desk, case: Assessment
) -> None:
    now = case
    for name in desk.newest.questions:
        now = answer(desk, now, name, status=Status.DONT_KNOW).assessment
    finish(desk, now)
    with pytest.raises(AssessError, match="reopen it"):
        answer(desk, case, "committed_total", 999)
    assert desk.store.assessment(case.case.id).value("committed_total") is None


def test_a_status_keeps_the_reason_that_it_needs(desk: Desk, case: Assessment) -> None:
    given = answer(desk, case, "staff_fte", status=Status.NOT_APPLICABLE, reason="no staff")
    again = answer(desk, given.assessment, "staff_fte", status=Status.NOT_APPLICABLE)
    assert not again.is_saved
    assert not remark(desk, given.assessment, "staff_fte", reason="").is_saved
    held = desk.store.assessment(case.case.id).answer("staff_fte")
    assert (held.status, held.reason) == (Status.NOT_APPLICABLE, "no staff")
