"""What is typed belongs to its window: offered elsewhere once that has gone, never an answer."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest

from assess.core.case.assessment import Assessment
from assess.store import Store
from assess.workflow import Desk, answer, save_draft
from assess.workflow.case.interview.form_drafts import drop_form, is_form_kept, keep_form, kept_form
from assess.workflow.case.interview.presence import GONE_AFTER
from assess.workflow.case.interview.session import Session
from assess.workflow.desk.process import is_running, this_process
from tests.notation import NOON

NAME = "staff_fte"


@pytest.fixture
def there(desk: Desk) -> Iterator[Desk]:
    """The desk of another window, with a connection of its own."""
    with replace(desk, store=Store(desk.store.path, now=NOON), who="Ben") as opened:
        yield opened


@pytest.fixture
def ended() -> str:
    """The name of a program that was killed."""
    sleeper = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
    name = process_of(sleeper.pid)
    assert is_running(name)
    sleeper.send_signal(signal.SIGKILL)
    sleeper.wait()
    return name


def process_of(number: int) -> str:
    """Ask a program of that number who it is."""
    system = this_process().split(" ")[0]
    program = f"from assess.workflow.desk import process; print(process._start_of({number}))"
    started = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    ).stdout.strip()
    return f"{system} {number} {started}"


def typing(desk: Desk, case: Assessment, text: str = "7") -> Session:
    """Type in a window of its own."""
    session = Session(desk, case.case.id)
    session.visit(NAME)
    session.type(NAME, text)
    session.flush()
    return session


def end(desk: Desk, session: Session, process: str, *, seen: timedelta = timedelta(0)) -> None:
    """Let a window be one whose program is another one, seen so long ago."""
    (row,) = [
        window
        for window in desk.store.windows.of(session.case_id)
        if window.window == session.window.name
    ]
    known = row.model_copy(update={"process": process, "at": row.at - seen})
    desk.store.windows.keep(known, forget_before=NOON - timedelta(days=9))


def test_a_program_is_known_by_its_number_and_its_beginning(ended: str) -> None:
    assert is_running(this_process())
    assert is_running(ended) is False
    system, number, started = this_process().split(" ")
    assert is_running(f"{system} {number} {started}0") is False
    assert is_running(f"elsewhere {number} {started}") is None
    assert is_running("") is None


def test_a_draft_is_neither_shown_nor_forgotten_in_another_window(
    desk: Desk, there: Desk, case: Assessment
) -> None:
    theirs = typing(there, case)
    mine = Session(desk, case.case.id)
    mine.adopt_drafts()
    mine.renew()
    assert mine.typed.text(NAME) is None
    mine.give(NAME, 6, "6")
    mine.clear("staff_headcount")
    theirs.renew()
    assert theirs.typed.text(NAME) == "7"
    assert desk.store.drafts.in_window(case.case.id, theirs.window.name) == {NAME: "7"}
    assert [given.value for given in desk.store.answers.history(case.case.id)] == [6]


def test_the_draft_of_a_window_that_was_left_is_offered_at_once(
    desk: Desk, there: Desk, case: Assessment
) -> None:
    mine = Session(desk, case.case.id)
    theirs = typing(there, case)
    theirs.leave()
    mine.adopt_drafts()
    assert mine.typed.text(NAME) == "7"
    again = Session(there, case.case.id)
    assert again.typed.text(NAME) is None
    assert desk.store.answers.history(case.case.id) == ()


@pytest.mark.parametrize("process", ["ended", "elsewhere 1 1", ""])
def test_the_draft_of_a_killed_window_is_offered_at_the_next_opening(
    desk: Desk, there: Desk, case: Assessment, process: str, request: pytest.FixtureRequest
) -> None:
    theirs = typing(there, case)
    is_known = process == "ended"
    name = request.getfixturevalue("ended") if is_known else process
    end(there, theirs, name, seen=timedelta(0) if is_known else GONE_AFTER + timedelta(seconds=1))
    assert Session(desk, case.case.id).typed.text(NAME) == "7"


@pytest.mark.parametrize("seen", [timedelta(0), timedelta(hours=3)])
def test_a_window_that_waits_keeps_its_draft_however_long(
    desk: Desk, there: Desk, case: Assessment, seen: timedelta
) -> None:
    theirs = typing(there, case)
    end(there, theirs, this_process(), seen=seen)
    assert Session(desk, case.case.id).typed.text(NAME) is None


def test_a_window_on_another_machine_has_gone_once_nothing_is_heard_of_it(
    desk: Desk, there: Desk, case: Assessment
) -> None:
    theirs = typing(there, case)
    end(there, theirs, "elsewhere 1 1", seen=GONE_AFTER)
    assert Session(desk, case.case.id).typed.text(NAME) is None


def test_of_two_windows_that_have_gone_the_newest_draft_is_offered_and_the_other_waits(
    desk: Desk, there: Desk, case: Assessment
) -> None:
    later = typing(replace(there, clock=lambda: NOON + timedelta(minutes=1)), case, "8")
    sooner = typing(there, case, "7")
    for session in (later, sooner):
        session.leave()
    mine = Session(desk, case.case.id)
    assert mine.typed.text(NAME) == "8"
    mine.give(NAME, 8, "8")
    mine.adopt_drafts()
    assert mine.typed.text(NAME) == "7"


def test_an_answer_by_a_command_forgets_what_nobody_types_any_more(
    desk: Desk, there: Desk, case: Assessment
) -> None:
    theirs = typing(there, case)
    save_draft(desk, case, NAME, "9")
    answer(desk, case, NAME, 6)
    assert desk.store.drafts.of(case.case.id) == {NAME: "7"}
    theirs.leave()
    answer(desk, desk.store.assessment(case.case.id), NAME, 5)
    assert desk.store.drafts.of(case.case.id) == {}


def test_a_note_or_reason_of_another_window_is_none_before_it_is_kept(
    desk: Desk, there: Desk, case: Assessment
) -> None:
    theirs = Session(there, case.case.id)
    theirs.type(f"{NAME}.note", "half a no")
    theirs.type(f"{NAME}.reason", "becau")
    theirs.leave()
    mine = Session(desk, case.case.id)
    posed = mine.posed(desk.newest.questions[NAME])
    assert (posed.note_draft, posed.reason_draft) == ("half a no", "becau")
    assert desk.store.answers.history(case.case.id) == ()


def test_a_form_belongs_to_its_program(desk: Desk, case: Assessment, ended: str) -> None:
    parent = process_of(os.getppid())
    for case_id, name in ((None, "organisation"), (case.case.id, "award")):
        stored = name if case_id is None else f"{case_id} {name}"
        desk.store.forms.keep(stored, '{"name": "theirs"}', at=NOON, process=parent)
        assert kept_form(desk, name, case_id) == {}
        desk.store.forms.keep(stored, '{"name": "left"}', at=NOON, process=ended)
        assert kept_form(desk, name, case_id) == {"name": "left"}
        keep_form(desk, name, {"name": "mine"}, case_id)
        assert kept_form(desk, name, case_id) == {"name": "mine"}
        drop_form(desk, name, case_id)
        assert kept_form(desk, name, case_id) == {}
        assert [draft.process for draft in desk.store.forms.of(stored)] == [parent]
    assert not is_form_kept(desk, "organisation")
