"""The terminal goes away in every way: within two seconds of work the program ends, or sleeps."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from assess.store import Store
from tests.cli.conftest import Run, begin
from tests.end_to_end.shell import (
    PATIENCE,
    ShellInTerminal,
    TerminalWithoutShell,
    life_of,
    wait_for_end,
    wait_until,
)
from tests.end_to_end.terminal import CTRL_Q
from tests.notation import NOON

pytestmark = [
    pytest.mark.slow,
    pytest.mark.terminal,
    pytest.mark.skipif(sys.platform != "linux", reason="looks at processes as Linux shows them"),
]

SOON = 2.0
"""Within how many seconds of its own work the program has ended or sleeps."""

KEPT = 1.5
"""After how many seconds what is typed is kept."""

MODES = {"on the screen": [], "line by line": ["--linear"]}

SHOWN = {"on the screen": "In which month and year", "line by line": "Answer: "}
"""What a mode shows last before it takes keys."""

TYPED = "200"


@pytest.fixture
def case(run: Run) -> str:
    return begin(run)


def env(home: Path) -> dict[str, str]:
    return {**os.environ, "ASSESS_HOME": str(home), "NO_COLOR": "1"}


def drafts(home: Path, case: str) -> dict[str, str]:
    with Store(home / "assess.db", now=NOON) as store:
        return dict(store.drafts.of(case))


def wait_until_kept(home: Path, case: str) -> None:
    """Wait until what was typed is in the database, however busy the machine is."""
    wait_until(lambda: drafts(home, case) == {"founded": TYPED}, PATIENCE)


@pytest.mark.parametrize("mode", MODES)
def test_a_terminal_deleted_without_a_signal_ends_the_program(
    home: Path, case: str, mode: str
) -> None:
    call = ["interview", case, *MODES[mode]]
    with TerminalWithoutShell(call, env(home), SHOWN[mode]) as terminal:
        time.sleep(KEPT)
        terminal.type(TYPED)
        wait_until_kept(home, case)
        terminal.delete()
        wait_for_end(terminal.process.pid, SOON)
    assert drafts(home, case) == {"founded": TYPED}


@pytest.mark.parametrize("mode", MODES)
def test_a_closed_window_ends_the_program(home: Path, case: str, mode: str) -> None:
    with ShellInTerminal(["interview", case, *MODES[mode]], env(home), SHOWN[mode]) as shell:
        shell.read(KEPT)
        shell.type(TYPED)
        wait_until_kept(home, case)
        shell.close_window()
        wait_for_end(shell.program, SOON)
    assert drafts(home, case) == {"founded": TYPED}


def kill_job(shell: ShellInTerminal) -> None:
    shell.type("kill %1\r")


def hang_up_job(shell: ShellInTerminal) -> None:
    shell.type("kill -HUP %1\r")


def end_and_continue(number: signal.Signals, shell: ShellInTerminal) -> None:
    shell.signal(number)
    shell.signal(signal.SIGCONT)


ENDS: dict[str, Callable[[ShellInTerminal], None]] = {
    "killed by the shell": kill_job,
    "hung up by the shell": hang_up_job,
    "killed and continued in the background": partial(end_and_continue, signal.SIGTERM),
    "hung up and continued in the background": partial(end_and_continue, signal.SIGHUP),
    "the window is closed": ShellInTerminal.close_window,
}


@pytest.mark.parametrize("end", ENDS)
@pytest.mark.parametrize("mode", MODES)
def test_a_stopped_program_is_ended(home: Path, case: str, mode: str, end: str) -> None:
    with ShellInTerminal(["interview", case, *MODES[mode]], env(home), SHOWN[mode]) as shell:
        shell.read(KEPT)
        shell.type(TYPED)
        shell.read(0.3)
        shell.signal(signal.SIGTSTP)
        shell.wait_for_stop()
        ENDS[end](shell)
        wait_for_end(shell.program, SOON)
    assert drafts(home, case) == {"founded": TYPED}


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
@pytest.mark.parametrize("mode", MODES)
def test_a_stopped_program_that_nothing_continues_sleeps_until_it_goes_on_and_ends(
    home: Path, case: str, mode: str, number: signal.Signals
) -> None:
    with ShellInTerminal(["interview", case, *MODES[mode]], env(home), SHOWN[mode]) as shell:
        shell.read(KEPT)
        shell.type(TYPED)
        shell.read(0.3)
        shell.signal(signal.SIGTSTP)
        shell.wait_for_stop()
        shell.signal(number)
        shell.read(0.2)
        used = life_of(shell.program)
        shell.read(SOON)
        assert used is not None
        assert life_of(shell.program) == used._replace(state="T")
        shell.type("fg\r")
        wait_for_end(shell.program, SOON)
    assert drafts(home, case) == {"founded": TYPED}


@pytest.mark.parametrize("mode", MODES)
def test_a_stopped_program_sleeps_though_it_is_told_to_end_and_goes_on_in_front(
    home: Path, case: str, mode: str
) -> None:
    with ShellInTerminal(["interview", case, *MODES[mode]], env(home), SHOWN[mode]) as shell:
        shell.read(KEPT)
        shell.signal(signal.SIGTSTP)
        shell.wait_for_stop()
        for _ in range(2):
            shell.type("bg\r")
            shell.child.expect_exact("ready> ")
            shell.read(1.0)
        used = life_of(shell.program)
        shell.read(1.0)
        assert used is not None
        assert life_of(shell.program) == used._replace(state="T")
        shell.type("fg\r")
        shell.child.expect_exact(SHOWN[mode])
        shell.read(0.5)
        shell.type(TYPED)
        wait_until_kept(home, case)
        shell.signal(signal.SIGTERM)
        wait_for_end(shell.program, SOON)
    assert drafts(home, case) == {"founded": TYPED}


@pytest.mark.parametrize("stop", [signal.SIGTSTP, signal.SIGSTOP])
def test_the_screen_is_drawn_anew_after_a_stop_and_takes_keys(
    home: Path, case: str, stop: signal.Signals
) -> None:
    with ShellInTerminal(["interview", case], env(home), SHOWN["on the screen"]) as shell:
        shell.read(KEPT)
        for _ in range(3):
            shell.signal(stop)
            shell.wait_for_stop()
            shell.type("fg\r")
            shell.child.expect_exact(SHOWN["on the screen"])
        shell.type(TYPED)
        wait_until_kept(home, case)
        shell.type(CTRL_Q)
        shell.child.expect_exact("in progress")
        shell.type(CTRL_Q)
        wait_for_end(shell.program, PATIENCE)
    assert drafts(home, case) == {"founded": TYPED}
