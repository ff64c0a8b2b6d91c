"""Undoing: one step back after the other, nothing of the history lost."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from assess.core.case.assessment import Assessment
from assess.core.case.history.change import changed_parts
from assess.core.case.history.proposal import Proposal
from assess.core.catalogue.answer_status import Status
from assess.core.catalogue.catalogue import Catalogue
from assess.errors import AssessError
from assess.store import Store
from assess.store.database.verification import verify
from assess.workflow import Desk, answer, begin, export_case, finish, import_files, remark, reopen
from assess.workflow import save_draft as type_draft
from assess.workflow.case.proposing import proposals, propose, take
from assess.workflow.case.undoing import give_again, history, undo
from tests.notation import NOON, case_of


def test_nothing_was_done_so_nothing_is_taken_back(desk: Desk, case: Assessment) -> None:
    with pytest.raises(AssessError, match="no change left to undo"):
        undo(desk, case)
    assert desk.store.answers.history(case.case.id) == ()


def test_steps_back_go_through_every_change_in_turn(desk: Desk, case: Assessment) -> None:
    now = answer(desk, case, "staff_fte", 2).assessment
    now = answer(desk, now, "committed_total", 40).assessment
    now = answer(desk, now, "staff_fte", 3).assessment
    values = []
    for _ in range(3):
        now, change = undo(desk, now)
        values.append((change.question, change.before.value, change.after.value))
    assert values == [
        ("staff_fte", 3, 2),
        ("committed_total", 40, None),
        ("staff_fte", 2, None),
    ]
    assert now.answer("staff_fte").status is Status.NOT_REACHED
    with pytest.raises(AssessError, match="no change left"):
        undo(desk, now)
    assert desk.store.assessment(case.case.id) == now
    assert len(desk.store.answers.history(case.case.id)) == 6
    assert verify(desk.store.ledger).faults == ()


def test_after_a_step_back_a_new_answer_begins_a_new_row_of_steps(
    desk: Desk, case: Assessment
) -> None:
    now = answer(desk, case, "staff_fte", 2).assessment
    now = answer(desk, now, "staff_fte", 3).assessment
    now = undo(desk, now).assessment
    now = answer(desk, now, "staff_fte", 4).assessment
    found = []
    for _ in range(2):
        now, change = undo(desk, now)
        found.append((change.before.value, change.after.value))
    assert found == [(4, 2), (2, None)]


def test_a_note_a_flag_and_a_status_are_steps_too(desk: Desk, case: Assessment) -> None:
    now = answer(desk, case, "staff_fte", 2).assessment
    now = remark(desk, now, "staff_fte", note="two are seconded").assessment
    now = answer(desk, now, "staff_fte", status=Status.NOT_APPLICABLE, reason="none").assessment
    now = remark(desk, now, "staff_fte", flag=True).assessment
    parts = []
    for _ in range(3):
        now, change = undo(desk, now)
        parts.append(changed_parts(change))
    assert parts == [("flag",), ("status", "value", "reason"), ("note", "for_report")]
    assert now.answer("staff_fte").value == 2


def test_a_step_back_leaves_what_is_being_typed(desk: Desk, case: Assessment) -> None:
    now = answer(desk, case, "staff_fte", 2).assessment
    type_draft(desk, now, "staff_fte", "2,")
    undo(desk, now)
    assert desk.store.drafts.of(case.case.id) == {"staff_fte": "2,"}


def test_what_another_window_changed_is_looked_at_before_it_is_taken_back(
    desk: Desk, case: Assessment
) -> None:
    mine = answer(desk, case, "staff_fte", 2).assessment
    answer(desk, mine, "staff_fte", 3)
    with pytest.raises(AssessError, match="Ada Expert changed 12 How many full-time"):
        undo(desk, mine)
    assert desk.store.assessment(case.case.id).value("staff_fte") == 3
    done = undo(desk, desk.store.assessment(case.case.id))
    assert done.assessment.value("staff_fte") == 2


def test_a_proposal_that_was_taken_waits_again_once_that_is_taken_back(
    ticking: Callable[[str], Desk],
) -> None:
    desk = ticking("assess.db")
    pattern = case_of("Fjord Energy Cluster")
    now = desk.store.assessment(begin(desk, pattern.organisation, pattern.details).id)
    propose(desk, now, [Proposal(question="staff_fte", value=2.5, source="the payroll")])
    (proposal,) = proposals(desk, now)["staff_fte"]
    now = take(desk, now, proposal).assessment
    now = answer(desk, now, "staff_fte", 3).assessment
    now = undo(desk, now).assessment
    assert now.answer("staff_fte").value == 2.5
    assert desk.store.proposals.undecided(now.case.id) == ()
    now = undo(desk, now).assessment
    assert now.answer("staff_fte").says_nothing
    assert proposals(desk, now) == {"staff_fte": (proposal,)}
    assert take(desk, now, proposal).assessment.answer("staff_fte").value == 2.5


def test_in_a_finished_case_nothing_is_taken_back(desk: Desk, case: Assessment) -> None:
    now = case
    for name in desk.newest.questions:
        now = answer(desk, now, name, status=Status.DONT_KNOW).assessment
    finish(desk, now)
    with pytest.raises(AssessError, match="reopen it"):
        undo(desk, desk.store.assessment(case.case.id))
    reopen(desk, desk.store.assessment(case.case.id), "A figure was wrong")
    assert undo(desk, desk.store.assessment(case.case.id)).change.after.says_nothing


def test_the_history_says_who_when_old_new_status_and_reason(desk: Desk, case: Assessment) -> None:
    now = answer(desk, case, "staff_fte", 2).assessment
    now = answer(desk, now, "committed_total", 40).assessment
    answer(desk, now, "staff_fte", status=Status.NOT_APPLICABLE, reason="No staff yet")
    first, last = history(desk, now, "staff_fte")
    assert (first.before.says_nothing, first.after.value) == (True, 2)
    assert (last.before.value, last.after.value) == (2, None)
    assert (last.after.status, last.after.reason) == (Status.NOT_APPLICABLE, "No staff yet")
    assert (last.after.by, last.after.at) == ("Ada Expert", NOON)
    assert [one.question for one in history(desk, now)] == [
        "staff_fte",
        "committed_total",
        "staff_fte",
    ]


def test_an_earlier_answer_is_given_again_with_all_it_had(desk: Desk, case: Assessment) -> None:
    now = answer(desk, case, "staff_fte", 2).assessment
    now = remark(desk, now, "staff_fte", note="two are seconded").assessment
    earlier = now.answer("staff_fte")
    now = remark(desk, now, "staff_fte", note="").assessment
    now = answer(desk, now, "staff_fte", 3).assessment
    again = give_again(desk, now, earlier)
    assert again.is_saved
    assert again.assessment.answer("staff_fte").says_the_same(earlier)
    assert undo(desk, again.assessment).change.after.value == 3


@pytest.fixture
def ticking(tmp_path: Path, catalogue: Catalogue) -> Iterator[Callable[[str], Desk]]:
    """Desks on databases of their own, whose clocks go on by a second at each look."""
    opened: list[Desk] = []
    now = NOON

    def clock() -> datetime:
        nonlocal now
        now += timedelta(seconds=1)
        return now

    def at(name: str) -> Desk:
        store = Store(tmp_path / name, now=NOON)
        opened.append(Desk(newest=catalogue, store=store, clock=clock, new_id=lambda: "tick"))
        return opened[-1]

    yield at
    for one in opened:
        one.close()


def test_steps_go_back_in_a_case_that_was_carried_as_where_it_was_given(
    ticking: Callable[[str], Desk], tmp_path: Path
) -> None:
    desk, path = ticking("here.db"), tmp_path / "case.json"
    pattern = case_of("Carried Cluster")
    case = desk.store.assessment(begin(desk, pattern.organisation, pattern.details).id)
    now = answer(desk, case, "working_groups", 4).assessment
    now = answer(desk, now, "body_meetings", 4).assessment
    now = answer(desk, now, "founded", "2009").assessment
    now = answer(desk, now, "governing_body", "no").assessment  # which hides the meetings
    now = answer(desk, now, "committed_total", 40).assessment
    now = answer(desk, now, "founded", "2010").assessment
    now = undo(desk, now).assessment
    export_case(desk, now, path)
    there = ticking("there.db")
    import_files(there, [path])
    taken_back, carried = [], there.store.assessment(now.case.id)
    for _ in range(5):
        now, ours = undo(desk, now)
        carried, theirs = undo(there, carried)
        assert (theirs.question, theirs.after.value) == (ours.question, ours.after.value)
        taken_back.append(ours.question)
    assert taken_back == [
        "committed_total",
        "governing_body",
        "founded",
        "body_meetings",
        "working_groups",
    ]
