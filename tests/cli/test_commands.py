"""What holds for every command: exit codes, sentences, speed, and texts that stay texts."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import assess
from tests.cli.conftest import Run, begin

HOSTILE = "\x1b[31m[bold]x[/bold]\x1b]0;title\x07 {{ 7*7 }} <script> \u202eabc \x9b2J"


def program(*arguments: str, home: Path, **settings: str) -> subprocess.CompletedProcess[bytes]:
    """Run the program itself."""
    return subprocess.run(
        [sys.executable, "-m", "assess", *arguments],
        capture_output=True,
        check=False,
        env={**os.environ, "ASSESS_HOME": str(home), **settings},
    )


def test_the_version_is_said_at_once(run: Run) -> None:
    assert run("--version") == (0, f"assess {assess.__version__}\n", "")


def test_the_help_lists_every_command(run: Run) -> None:
    shown = run("--help").out
    for name in ("demo", "check", "codebook", "case", "answer", "open-points", "results"):
        assert f"\n  {name} " in shown
    for name in ("report", "label", "register", "import", "export"):
        assert f"\n  {name} " in shown


@pytest.mark.parametrize(
    "arguments",
    [
        ["cases"],
        ["--colour"],
        ["case", "new"],
        ["case", "list", "--colour"],
        ["answer"],
        ["--today", "tomorrow", "case", "list"],
        ["--today", "2026-02-30", "case", "list"],
        ["label", "verdict", "x", "E1", "perhaps"],
        ["register", "list", "--json", "--csv"],
    ],
)
def test_wrong_usage_ends_with_2(run: Run, arguments: list[str]) -> None:
    ran = run(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert "Error: " in ran.err


@pytest.mark.parametrize("arguments", [[], ["--db", "x.db"]])
def test_the_interface_needs_a_terminal(run: Run, arguments: list[str]) -> None:
    ran = run(*arguments)
    assert ran.code == 1
    assert ran.err == "The interface needs a terminal; `assess --help` lists the commands.\n"


def test_what_cannot_be_done_is_one_sentence_and_1(run: Run, tmp_path: Path) -> None:
    assert run("results", "nobody") == (
        1,
        "",
        "There is no case yet. `assess case new` begins one; `assess demo` shows invented ones.\n",
    )
    begin(run)
    assert run("results", "nobody") == (
        1,
        "",
        "There is no case 'nobody'; `assess case list` shows the cases.\n",
    )
    other = tmp_path / "notes.txt"
    other.write_text("This is no database, whatever its name may be.")
    ran = run("--db", other, "case", "list")
    assert ran.code == 1
    assert "is not a database of assess" in ran.err


def test_a_hostile_name_reaches_the_terminal_as_signs(run: Run) -> None:
    case = begin(run, name=f"Wave {HOSTILE}")
    for command in (
        ["case", "list"],
        ["case", "show", case],
        ["results", case],
        ["register", "list"],
    ):
        shown = run(*command)
        assert shown.code == 0
        for escape in ("\x1b", "\x07", "\x9b", "\u202e"):
            assert escape not in shown.out
    assert "␛[31m[bold]x[/bold]" in run("case", "show", case).out
    assert json.loads(run("case", "list", "--json").out)[0]["organisation"] == f"Wave {HOSTILE}"


@pytest.mark.slow
def test_a_json_document_stands_alone_and_is_ascii_where_the_terminal_is(
    run: Run, home: Path
) -> None:
    begin(run, name="Øresund 漢字 Cluster")
    done = program("case", "list", "--json", home=home, PYTHONIOENCODING="ascii")
    assert json.loads(done.stdout)[0]["organisation"] == "Øresund 漢字 Cluster"
    done = program("case", "list", home=home, PYTHONIOENCODING="ascii")
    assert done.returncode == 0
    assert b"\\xd8resund" in done.stdout


def test_a_reader_that_goes_away_is_no_error(home: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "assess", "codebook"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "ASSESS_HOME": str(home)},
    ) as running:
        assert running.stdout
        assert running.stderr
        assert running.stdout.readline().startswith(b"CODE BOOK")
        running.stdout.close()
        assert running.stderr.read() == b""


class _Broken(io.StringIO):
    def write(self, _: str) -> int:
        raise RuntimeError("the wire was cut")


def test_what_nobody_foresaw_is_a_sentence_with_the_place_of_the_details(
    run: Run, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdout", _Broken())
    ran = run("case", "list")
    assert ran.code == 1
    assert ran.err.startswith("This is an error in the program (RuntimeError). The details are in ")
    log = home / "errors.log"
    assert str(log) in ran.err
    assert "the wire was cut" in log.read_text(encoding="utf-8")
    assert log.stat().st_mode & 0o077 == 0


class _Interrupted(io.BytesIO):
    def read(self, _: int | None = -1) -> bytes:
        raise KeyboardInterrupt


def test_an_interruption_is_quiet(run: Run, case: str) -> None:
    ran = run("answer", case, "founded", "-", stdin=_Interrupted())
    assert ran == (130, "", "\n")
