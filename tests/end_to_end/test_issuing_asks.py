"""Issuing in a real terminal: what is open is named, the default is no, and a yes issues it."""

from __future__ import annotations

import json
import os
import sys
from io import BytesIO
from pathlib import Path

import pexpect
import pytest

from tests.cli.conftest import Run

pytestmark = [pytest.mark.terminal, pytest.mark.slow]


def issued(database: str, home: Path, target: Path, answer: str) -> tuple[int, str]:
    """Issue a report, answer what is asked; give the exit code, and what was said after it."""
    child = pexpect.spawn(
        sys.executable,
        ["-m", "assess", "--db", database, "report", "nullfjord", "--issue", "-o", str(target)],
        dimensions=(24, 100),
        env={**os.environ, "ASSESS_HOME": str(home), "NO_COLOR": "1"},
        timeout=120,
    )
    child.expect_exact(b"not looked at yet.")
    child.expect_exact(b"Accept all as they are, and issue the edition? [y/N]")
    child.send(f"{answer}\r")
    child.logfile_read = heard = BytesIO()
    child.expect(pexpect.EOF)
    child.close()
    return int(child.exitstatus or 0), heard.getvalue().decode()


def test_the_default_is_no_and_a_yes_issues_it(run: Run, home: Path, tmp_path: Path) -> None:
    run("demo", "--no-open")
    database = run("demo", "--no-open").out.partition(":")[0]
    target = tmp_path / "edition.pdf"

    def editions() -> int:
        listed = run("--db", database, "report", "nullfjord", "--editions", "--json").out
        return len(json.loads(listed))

    code, said = issued(database, home, target, "")
    assert (code, editions(), target.exists()) == (1, 0, False)
    assert "Nothing was issued." in said
    code, said = issued(database, home, target, "y")
    assert (code, editions(), target.exists()) == (0, 1, True)
    assert "Edition 1 is issued" in said
