"""The interview line by line in a real terminal: however it ends, what was typed is kept."""

from __future__ import annotations

import os
import re
import signal
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pexpect
import pytest

from assess.store import Store
from tests.cli.conftest import Run, begin
from tests.end_to_end.terminal import CTRL_Q, Terminal
from tests.notation import NOON
from tests.slowly import a_few

pytestmark = pytest.mark.terminal

CTRL_C, CTRL_D, UP = "\x03", "\x04", "\x1b[A"
ESCAPE = re.compile(rb"\x1b\[\??[0-9;]*[a-zA-Z]")


@pytest.fixture
def case(run: Run) -> str:
    return begin(run)


class Line:
    """The program, started on a case in a terminal."""

    def __init__(self, home: Path, case: str, term: str = "xterm-256color") -> None:
        self.child = pexpect.spawn(
            sys.executable,
            ["-m", "assess", "interview", case, "--linear"],
            dimensions=(24, 80),
            env={**os.environ, "ASSESS_HOME": str(home), "TERM": term, "NO_COLOR": "1"},
            timeout=30,
        )
        self.child.delaybeforesend = None
        self.child.logfile_read = self.log = Log()
        self.wait_for("Answer: ")

    def wait_for(self, text: str) -> None:
        self.child.expect_exact(text.encode())

    def type(self, keys: str) -> None:
        self.child.send(keys)

    def ended(self) -> int:
        """Wait for the end; gives the exit code, or minus the signal."""
        self.child.expect(pexpect.EOF)
        self.child.close()
        if self.child.exitstatus is not None:
            return int(self.child.exitstatus)
        return -int(self.child.signalstatus or 0)


class Log:
    """Keeps what the program wrote."""

    def __init__(self) -> None:
        self.content = b""

    def write(self, content: bytes) -> None:
        self.content += content

    def flush(self) -> None:
        pass


def drafts(home: Path, case: str) -> dict[str, str]:
    with Store(home / "assess.db", now=NOON) as store:
        return dict(store.drafts.of(case))


@pytest.fixture
def line(home: Path, case: str) -> Iterator[Line]:
    started = Line(home, case)
    yield started
    started.child.close(force=True)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("end", "code"),
    a_few([(CTRL_C, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129), (signal.SIGKILL, -9)], 0, 3),
)
def test_what_stands_in_the_line_is_kept_however_it_ends(
    home: Path, case: str, line: Line, end: str | signal.Signals, code: int
) -> None:
    line.type("2009\r")
    line.wait_for("Saved, 1.1: 2009.")
    line.wait_for("Answer: ")
    line.type("200")
    line.wait_for("200")
    if end is signal.SIGKILL:
        time.sleep(1)
    if isinstance(end, str):
        line.type(end)
    else:
        line.child.kill(end)
    assert line.ended() == code
    assert drafts(home, case) == {"initiative_started": "200"}
    if end is not signal.SIGKILL:
        return  # the way back is the same for all
    again = Line(home, case)
    assert b"This text was typed before, but it is not an answer yet" in again.log.content
    again.type(UP + "7\r")
    again.wait_for("Saved, 1.2: 2007.")
    again.type("/leave\r")
    assert again.ended() == 0
    assert drafts(home, case) == {}


def test_what_was_not_taken_comes_back_and_a_command_needs_no_wiping_out(
    home: Path, case: str, line: Line
) -> None:
    line.type("20O9\r")
    line.wait_for("Not accepted: '20O9' is not a month")
    line.wait_for("Answer: ")
    line.type("/flag\r")
    line.wait_for("Marked for later.")
    line.wait_for("Answer: ")
    line.type(UP + "\x7f" * 2 + "09\r")
    line.wait_for("Saved, 1.1: 2009.")
    line.type("x\x7f/leave\r")
    assert line.ended() == 0
    assert drafts(home, case) == {}


def test_several_pasted_lines_are_one_answer(home: Path, case: str, line: Line) -> None:
    line.type("/goto 4.2\r")
    line.wait_for("Answer: ")
    line.type("\x1b[200~Wave power,\n/leave and tides 漢 مرحبا\x1b[201~\r")
    line.wait_for("Saved, 4.2: Wave power,")
    line.wait_for("Answer: ")
    line.type(CTRL_D)
    assert line.ended() == 0
    with Store(home / "assess.db", now=NOON) as store:
        held = store.assessment(case).value("specialisation_text")
    assert held == "Wave power,\n/leave and tides 漢 مرحبا"


def test_a_half_written_reason_note_and_part_are_kept(home: Path, case: str, line: Line) -> None:
    line.type("/note\r")
    line.wait_for("Note: ")
    line.type("seen in")
    line.wait_for("seen in")
    line.type(CTRL_C)
    assert line.ended() == 130
    with Store(home / "assess.db", now=NOON) as store:
        assert store.drafts.of(case) == {"founded.note": "seen in"}
    again = Line(home, case)
    again.type("/goto 3.2\r")
    again.wait_for("1 of 3")
    again.type("60\r")
    again.wait_for("2 of 3")
    again.type("25")
    again.wait_for("25")
    again.child.kill(signal.SIGTERM)
    assert again.ended() == 143
    with Store(home / "assess.db", now=NOON) as store:
        assert store.assessment(case).answer("founded").note is None
        assert store.drafts.of(case) == {
            "driving_forces": '{"industry": "60", "research": "25"}',
            "founded.note": "seen in",
        }


@pytest.mark.slow
def test_without_linear_the_screen_opens_at_the_case(home: Path, case: str) -> None:
    with Terminal("interview", case, env={**os.environ, "ASSESS_HOME": str(home)}) as terminal:
        terminal.wait_for("In which month and year did the cluster")
        terminal.press(CTRL_Q)
        terminal.wait_for("in progress")
        terminal.press(CTRL_Q)
        assert terminal.ended() == 0


def test_nothing_moves_the_cursor_and_nothing_is_coloured(home: Path, case: str) -> None:
    plain = Line(home, case, term="dumb")
    for keys in ("2009\r", "/help\r", "/open\r", "/list\r", "/leave\r"):
        plain.type(keys)
    assert plain.ended() == 0
    assert b"You left at 1.2" in plain.log.content
    assert ESCAPE.findall(plain.log.content) == []
