"""The end of the program in Python's development mode, which tells of all that was left open.

Of databases it tells from Python 3.13 on. That they are closed with every Python `tests/leaks.py`
sees to, while other tests run the commands and the interface in their own process.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import click
import pytest

from assess.cli.command.commands import assess
from tests.cli.conftest import Ran
from tests.end_to_end.terminal import ENTER, ESCAPE, Terminal
from tests.slowly import a_few

DEVELOPING = {"PYTHONDEVMODE": "1", "PYTHONWARNINGS": "error::ResourceWarning"}

COMMANDS = {
    "demo": ["--db other.db demo --no-open"],
    "check": ["check"],
    "codebook": ["codebook -o codebook.json"],
    "case": ["case list", "case show nullfjord"],
    "answer": ["answer muster founded 2009-05"],
    "interview": ["interview muster --linear"],
    "history": ["history nullfjord"],
    "undo": ["undo ninguna"],
    "evidence": ["evidence nullfjord"],
    "open-points": ["open-points ninguna"],
    "proposals": ["proposals muster"],
    "last-round": ["last-round nullfjord"],
    "results": ["results nullfjord"],
    "review": ["review nullfjord"],
    "plan": ["plan nullfjord set 1 --owner Ann", "plan ninguna --last"],
    "report": ["report nullfjord -o report.html", "report nullfjord --editions"],
    "label": ["label check nullfjord", "label record nullfjord -o record.pdf"],
    "register": ["register list", "register overview -o overview.pdf"],
    "questionnaire": ["questionnaire muster -o form.xlsx", "import form.xlsx"],
    "pool": ["pool list"],
    "import": ["export nullfjord -o case.json", "--db other.db import case.json"],
    "export": ["export --all -o cases.xlsx"],
    "backup": ["backup copy.db"],
    "restore": ["restore"],
    "verify": ["verify"],
    "languages": ["languages", "languages export it -o it.po"],
    "survey": ["survey nullfjord -o survey.html"],
    "retention": ["retention"],
    "erase": ["erase --case muster --dry-run"],
    "key": ["key show"],
    "encrypt": ["--passphrase-file words encrypt", "--passphrase-file words results nullfjord"],
}
"""For each command how it is called, over the cases of the demonstration."""

ELSEWHERE = {"connect", "inbox", "secretariat", "send", "submissions"}
"""What needs the service of a secretariat, and is tried with it: `tests/secretariat`."""

QUICK = ("answer", "interview")
"""One that ends at once, and one that reads what is typed; the others are slow ones."""

Leave = Callable[[str], Ran]


@pytest.fixture(scope="module")
def demonstration(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The database of the demonstration."""
    path = tmp_path_factory.mktemp("demonstration") / "built.db"
    built = run_apart(f"--db {path} demo --no-open", path.parent)
    assert (built.code, built.err) == (0, "")
    return path.read_bytes()


def run_apart(line: str, folder: Path) -> Ran:
    """Run a command in a process of its own, with the data folder `home` in a folder."""
    stated = {"ASSESS_HOME": str(folder / "home"), "ASSESS_TODAY": "2026-11-02"}
    done = subprocess.run(
        [sys.executable, "-m", "assess", *line.split()],
        cwd=folder,
        env={**os.environ, **stated, **DEVELOPING},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    return Ran(done.returncode, done.stdout, done.stderr)


@pytest.fixture
def leave(demonstration: bytes, tmp_path: Path) -> Leave:
    """Run a command over a copy of the demonstration."""
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "assess.db").write_bytes(demonstration)
    (tmp_path / "words").write_text("correct horse\n", encoding="utf-8")
    (tmp_path / "words").chmod(0o600)
    return lambda line: run_apart(line, tmp_path)


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(lines, id=name, marks=() if name in QUICK else pytest.mark.slow)
        for name, lines in COMMANDS.items()
    ],
)
def test_a_command_leaves_nothing_open(lines: list[str], leave: Leave) -> None:
    for line in lines:
        ran = leave(line)
        assert (ran.code, ran.err) == (0, ""), line


def test_every_command_is_tried() -> None:
    assert set(COMMANDS) | ELSEWHERE == set(assess.list_commands(click.Context(assess)))


@pytest.mark.slow
def test_many_reports_leave_nothing_open(leave: Leave) -> None:
    ran = leave("report --all --format html -o reports")
    assert (ran.code, ran.err) == (0, "Reports\n")


@pytest.mark.parametrize(
    ("line", "code", "said"),
    a_few(
        [
            ("results nobody", 1, "There is no case 'nobody'"),
            ("results", 2, "Error: Missing argument 'CASE'"),
            ("answer muster founded nonsense", 1, "nonsense"),
            ("--db words results nullfjord", 1, "words is not a database of assess"),
            ("import words", 1, "words"),
            ("backup words", 1, "words exists already"),
        ],
        0,
    ),
)
def test_a_command_that_fails_leaves_nothing_open(
    line: str, code: int, said: str, leave: Leave
) -> None:
    ran = leave(line)
    assert ran.code == code
    assert said in ran.err
    for word in ("Warning", "ignored", "Traceback"):
        assert word not in ran.err


@pytest.mark.slow
@pytest.mark.terminal
def test_the_interface_leaves_nothing_open(leave: Leave, tmp_path: Path) -> None:
    assert leave("verify").code == 0
    env = {**os.environ, **DEVELOPING, "ASSESS_HOME": str(tmp_path / "home")}
    with Terminal(env=env) as terminal:
        terminal.wait_for("Musterstadt")
        terminal.press(ENTER)
        terminal.wait_for("Interview ·")
        terminal.press(ESCAPE)
        terminal.read(0.5)
        terminal.press("q")
        terminal.wait_for("Musterstadt", gone=("Interview ·",))
        terminal.press("r")
        terminal.wait_for("Values")
        terminal.press("q")
        terminal.wait_for("Nullfjord")
        terminal.press("q")
        assert terminal.ended() == 0
    for word in ("Warning", "ignored", "Traceback"):
        assert word not in terminal.text
