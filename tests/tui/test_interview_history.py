"""What the interview takes back, gives again, backs with evidence, and how it keeps the time."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from assess.core.case.assessment import Assessment
from assess.core.catalogue.answer_status import Status
from assess.tui.case.dialog.evidence import EvidenceScreen
from assess.tui.case.dialog.history import HistoryScreen
from assess.tui.case.dialog.pause import PauseScreen
from assess.workflow import Desk, answer, finish, remark
from assess.workflow.case.interview.work_time import time_spent
from tests.notation import NOON
from tests.tui.interview_keys import asking, interview, keys, settled
from tests.tui.pace import done_apart
from tests.tui.screen_text import shown

Run = Callable[..., Any]
Begun = Callable[..., Assessment]


# Undo


async def test_u_takes_changes_back_one_after_another_wherever_they_were(
    run: Run, begun: Begun, desk: Desk
) -> None:
    case = begun()
    case = answer(desk, case, "staff_fte", 2).assessment
    async with asking(run, case, "legal_form") as pilot:
        await keys(pilot, "2", "3", "f", "u")
        assert "undone: 2 Legal form: no longer marked" in shown(pilot.app)
        await keys(pilot, "u")
        held = desk.store.assessment(case.case.id)
        assert held.value("legal_form") == "company_non_profit"
        await keys(pilot, "u")
        assert desk.store.assessment(case.case.id).answer("legal_form").says_nothing
        await keys(pilot, "u")
        await settled(pilot)
        assert interview(pilot).current == "staff_fte"
        assert desk.store.assessment(case.case.id).answer("staff_fte").says_nothing
        await keys(pilot, "<escape>", "u")
        assert "There is no change left to undo." in shown(pilot.app)
        assert len(desk.store.answers.history(case.case.id)) == 8


async def test_undo_takes_a_typed_answer_back_from_its_field(
    run: Run, begun: Begun, desk: Desk
) -> None:
    case = begun()
    async with asking(run, case, "staff_fte") as pilot:
        await keys(pilot, "2,4", "<escape>", "u")
        assert desk.store.assessment(case.case.id).answer("staff_fte").status is Status.NOT_REACHED
        widget = interview(pilot).card.question("staff_fte")
        assert widget is not None
        assert widget.field.text == ""
        assert not desk.store.drafts.of(case.case.id)


async def test_what_another_window_changed_is_taken_back_only_once_it_was_seen(
    run: Run, begun: Begun, desk: Desk
) -> None:
    case = begun()
    async with asking(run, case, "legal_form") as pilot:
        answer(desk, case, "founded", "2009-05")
        await settled(pilot)
        interview(pilot).parts.windows.look_around()  # it has come, but stands on no screen
        await keys(pilot, "u")
        assert "look at it first" in " ".join(shown(pilot.app).split())
        assert desk.store.assessment(case.case.id).value("founded") == "2009-05"
        await keys(pilot, "u")
        await settled(pilot)
        assert desk.store.assessment(case.case.id).answer("founded").says_nothing
        assert interview(pilot).current == "founded"


# History


async def test_h_shows_the_changes_of_an_answer_and_gives_an_earlier_one_again(
    run: Run, begun: Begun, desk: Desk
) -> None:
    case = begun()
    for value in (2, 3):
        case = answer(desk, case, "staff_fte", value).assessment
    case = remark(desk, case, "staff_fte", note="one is [b]seconded[/b]").assessment
    case = answer(desk, case, "founded", "2009-05").assessment
    async with asking(run, case, "staff_fte", size=(100, 40)) as pilot:
        await keys(pilot, "<escape>", "h")
        await settled(pilot)
        text = shown(pilot.app)
        assert isinstance(pilot.app.screen, HistoryScreen)
        assert "History, 3 changes" in text
        assert "note: one is [b]seconded[/b]" in text
        assert "Ada Expert" in text
        await keys(pilot, "h")
        assert "History, 4 changes: all answers" in shown(pilot.app)
        await keys(pilot, "h", "<end>", "<enter>")
        await settled(pilot)
        again = desk.store.assessment(case.case.id).answer("staff_fte")
        assert (again.value, again.note) == (2, None)
        assert interview(pilot).current == "staff_fte"
    assert [one.value for one in desk.store.answers.history(case.case.id, "staff_fte")] == [
        2,
        3,
        3,
        2,
    ]


async def test_a_finished_case_shows_its_history_and_gives_nothing_again(
    run: Run, answered: Begun, desk: Desk
) -> None:
    case = answered()
    finish(desk, case)
    async with asking(run, case, "legal_form") as pilot:
        before = desk.store.answers.history(case.case.id)
        await keys(pilot, "h", "<enter>")
        await settled(pilot)
        assert isinstance(pilot.app.screen, HistoryScreen)
        await keys(pilot, "<escape>", "u")
        assert "finished" in shown(pilot.app)
        assert desk.store.answers.history(case.case.id) == before


# Evidence


@pytest.mark.slow
async def test_e_adds_a_link_and_a_file_and_says_when_the_file_has_changed(
    run: Run, begun: Begun, desk: Desk, tmp_path: Path
) -> None:
    file = tmp_path / "minutes of May.txt"
    file.write_text("eleven members were present")
    case = begun()
    async with asking(run, case, "committed_total", size=(100, 40)) as pilot:
        await keys(pilot, "11", "<escape>", "e")
        await settled(pilot)
        assert isinstance(pilot.app.screen, EvidenceScreen)
        await keys(pilot, "+", "1")
        await settled(pilot)
        await keys(pilot, "nonsense", "<ctrl+s>")
        assert "nonsense" in shown(pilot.app)
        assert not desk.store.assessment(case.case.id).answer("committed_total").evidence
        for _ in range(8):
            await keys(pilot, "<backspace>")
        pilot.app.focused.insert_text_at_cursor("https://fjord.example/members")  # type: ignore[union-attr]  # the line that has the focus
        await keys(pilot, "<ctrl+s>")
        await settled(pilot)
        await keys(pilot, "+", "2")
        await settled(pilot)
        pilot.app.focused.insert_text_at_cursor(str(file))  # type: ignore[union-attr]  # the line that has the focus
        await keys(pilot, "<ctrl+s>")
        await done_apart(pilot)
        link, copy = desk.store.assessment(case.case.id).answer("committed_total").evidence
        assert (link.kind, link.location) == ("link", "https://fjord.example/members")
        assert (copy.location, copy.size) == (str(file), 27)
        assert copy.sha256 == hashlib.sha256(file.read_bytes()).hexdigest()
        file.write_text("twelve members were present")
        await keys(pilot, "<escape>", "e")
        await done_apart(pilot)
        assert "has changed since it was given" in " ".join(shown(pilot.app).split())
        await keys(pilot, "<end>", "<delete>")
        held = desk.store.assessment(case.case.id).answer("committed_total")
        assert held.evidence == (link,)
        assert held.value == 11
        await keys(pilot, "<escape>")
        assert "1 link" in shown(pilot.app)


# Time


async def test_keys_are_work_and_a_pause_is_not(run: Run, begun: Begun, desk: Desk) -> None:
    now = [NOON]
    case = begun()
    async with asking(run, case, "legal_form") as pilot:
        object.__setattr__(interview(pilot).session.desk, "clock", lambda: now[0])

        async def later(minutes: float, *pressed: str) -> None:
            now[0] += timedelta(minutes=minutes)
            await keys(pilot, *pressed)

        await later(0, "2")
        await later(4, "3")
        await later(1, "w")
        assert isinstance(pilot.app.screen, PauseScreen)
        assert "Working time so far: 0:05 h" in shown(pilot.app)
        await later(60, "x", "<enter>")
        await later(2, "f")
        await later(30, "f")
        interview(pilot).parts.view.show_standing()
        assert "0:12 h" in shown(pilot.app)
        await later(1, "q")
        await settled(pilot)
    assert time_spent(desk, case.case.id).total == timedelta(minutes=13)
