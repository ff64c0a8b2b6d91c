"""Windows without WSL: nothing that exists only on POSIX is needed for the work itself.

There is no Windows here: `as_on_windows.py` hides from our modules what it does not have, and
refuses to replace or remove a file that is open. `.ci/run` has mypy look at them as on Windows too.
"""

from __future__ import annotations

import json
import os
import pkgutil
import re
import subprocess
import sys
from pathlib import Path
from typing import Any, NamedTuple

import pytest

import assess
from assess.store import Store
from tests.as_on_windows import FOLDER_OF_THE_TESTS
from tests.notation import NOON

ROOT = FOLDER_OF_THE_TESTS.parent
ONLY_POSIX = {
    "assess.cli.case.linear.typed",
    "assess.tui.frame.signals",
    "assess.tui.frame.terminal_watch",
}
"""Modules that are loaded on POSIX only."""


class Left(NamedTuple):
    """What commands left behind."""

    ran: list[dict[str, Any]]
    folder: Path

    def of(self, number: int) -> tuple[int, str]:
        """Give the exit code of a command and all that it said, on one line."""
        ran = self.ran[number]
        return ran["code"], " ".join(f"{ran['out']} {ran['err']}".split())


BEGIN = [
    *("case", "new", "--name", "Øresund Cluster", "--country", "DNK", "--mode", "video"),
    *("--portfolio", "Energy and environment", "--interview-date", "2026-11-02"),
    *("--expert", "Ada Expert"),
]
COMMANDS: list[tuple[list[str], str, int, str]] = [
    # the command, what is typed into it, its exit code and what it says
    (BEGIN, "", 0, ""),
    (["answer", "Øresund", "founded", "2009-05"], "", 0, "founded: May 2009"),
    (["interview", "Øresund", "--linear"], "2011\n/leave\n", 0, "complete indicators: 1 of 36"),
    (["questionnaire", "Øresund", "-o", "form.xlsx"], "", 0, "form.xlsx: questionnaire"),
    (["import", "form.xlsx", "--into", "Øresund"], "", 0, "answer is the same as here"),
    (["results", "Øresund"], "", 0, "Øresund Cluster"),
    (["report", "Øresund", "-o", "report.html"], "", 0, "report.html: the draft report"),
    (
        [
            *("--demo", "report", "nullfjord", "-o", "edition.html"),
            *("--issue", "--unreviewed", "Tried"),
        ],
        "",
        1,
        "needs none",
    ),
    (["report", "Øresund", "-o", "report.pdf"], "", 1, "`assess check` says what installs them"),
    (["check"], "", 1, "pacman -S mingw-w64-ucrt-x86_64-pango"),
    (["export", "Øresund", "-o", "case.json"], "", 0, "case.json: Øresund Cluster"),
    (["export", "--all", "-o", "cases.xlsx"], "", 0, "cases.xlsx"),
    (["backup", "copy.db"], "", 0, "copy.db: 1 case"),
    (["restore", "copy.db"], "", 0, "restored from copy.db"),
    (["verify"], "", 0, "Nothing was altered."),
    (["--demo", "register", "site", "-o", "public"], "", 0, "1 label"),
    (["--demo", "register", "site", "-o", "public", "--force"], "", 0, "1 label"),
    (["--passphrase-file", "words.txt", "encrypt"], "", 0, "Keep the passphrase safe"),
    (["--passphrase-file", "words.txt", "open-points", "Øresund"], "", 0, "impartiality"),
]


def on_windows(folder: Path, commands: list[tuple[str, list[str], str]]) -> list[dict[str, Any]]:
    """Run commands one after the other, with their data in a folder."""
    own = folder / "temporary"  # what is open here can be removed, as on Windows it cannot
    own.mkdir(exist_ok=True)
    done = subprocess.run(
        [sys.executable, str(FOLDER_OF_THE_TESTS / "as_on_windows.py")],
        input=json.dumps(commands),
        capture_output=True,
        text=True,
        check=False,
        cwd=folder,
        env={
            **os.environ,
            "PYTHONPATH": str(ROOT),
            "ASSESS_HOME": str(folder / "home"),
            "ASSESS_TODAY": "2026-11-02",
            "TMPDIR": str(own),
        },
    )
    assert done.returncode == 0, done.stderr
    ran: list[dict[str, Any]] = json.loads(done.stdout)
    return ran


@pytest.fixture(scope="module")
def left(tmp_path_factory: pytest.TempPathFactory) -> Left:
    folder = tmp_path_factory.mktemp("windows")
    (folder / "words.txt").write_text("secret words\n")
    (folder / "words.txt").chmod(0o600)
    return Left(
        on_windows(folder, [("run", words, typed) for words, typed, _, _ in COMMANDS]), folder
    )


@pytest.mark.slow
@pytest.mark.parametrize("number", range(len(COMMANDS)), ids=lambda n: " ".join(COMMANDS[n][0][:3]))
def test_a_command_does_on_windows_what_needs_no_printer(number: int, left: Left) -> None:
    _, _, code, said = COMMANDS[number]
    assert left.of(number)[0] == code, left.of(number)
    assert said in left.of(number)[1]


@pytest.mark.slow
def test_a_report_as_a_page_is_whole_and_half_a_pdf_is_not_left(left: Left) -> None:
    page = (left.folder / "report.html").read_text(encoding="utf-8")
    assert "Øresund Cluster" in page
    assert page.rstrip().endswith("</html>")
    assert not (left.folder / "report.pdf").exists()


@pytest.mark.slow
def test_an_interview_is_held_on_the_screen(tmp_path: Path) -> None:
    (begun,) = on_windows(tmp_path, [("run", [*BEGIN, "--impartiality", "none"], "")])
    case = begun["out"].strip()
    on_windows(tmp_path, [("keys", [case, *"2009-05", "enter", *"2008", "enter"], "")])
    with Store(tmp_path / "home" / "assess.db", now=NOON) as store:
        answered = store.assessment(case).answers
    assert {name: answer.value for name, answer in answered.items()} == {
        "founded": "2009-05",
        "initiative_started": "2008",
    }


@pytest.mark.slow
def test_every_module_can_be_loaded() -> None:
    names = [module.name for module in pkgutil.walk_packages(assess.__path__, "assess.")]
    wanted = [name for name in names if name not in ONLY_POSIX]
    assert len(wanted) > 500
    program = (
        "import importlib, json, sys; sys.path.insert(0, sys.argv[1]); "
        "from tests.as_on_windows import hide; hide(can_print=True)\n"
        "for name in json.load(sys.stdin): importlib.import_module(name)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(ROOT)],
        input=json.dumps(wanted),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]


def test_no_day_is_written_in_a_way_that_windows_does_not_know() -> None:
    pattern = re.compile(r"%-[a-zA-Z]")
    found = [
        path for path in (ROOT / "assess").rglob("*.py") if pattern.search(path.read_text("utf-8"))
    ]
    assert found == []
