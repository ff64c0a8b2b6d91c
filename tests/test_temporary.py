"""Folders for a while: what a killed program left goes at the next start, and nothing else."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest

from assess.temporary import TemporaryFolder, remove_abandoned

PURPOSES = ["dry-run", "edition", "print", "printer", "table"]

LEAVE = """
import os
from assess.temporary import TemporaryFolder
folder = TemporaryFolder({purpose!r})
(folder.path / "answers.pdf").write_bytes(b"")
print(folder.path, flush=True)
os._exit(9)
"""

PRINT = """
import os
from pathlib import Path
from assess.render.printing.printer import Printer
printer = Printer(Path({templates!r}))
printer.warm()
os._exit(9)
"""


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A place of its own for folders for a while."""
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr(tempfile, "tempdir", None)
    return tmp_path


def run_killed(program: str, place: Path) -> str:
    """Run a program that ends at once in its middle; give what it printed."""
    ran = subprocess.run(
        [sys.executable, "-c", program],
        env={**os.environ, "TMPDIR": str(place)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert ran.returncode == 9, ran.stderr
    return ran.stdout.strip()


@pytest.mark.parametrize("purpose", PURPOSES)
def test_what_a_killed_program_left_goes_and_what_is_in_use_stays(
    place: Path, purpose: str
) -> None:
    left = Path(run_killed(LEAVE.format(purpose=purpose), place))
    assert left.is_dir()
    with TemporaryFolder(purpose) as own:
        remove_abandoned()
        assert not left.exists()
        assert own.path.is_dir()
    assert list(place.iterdir()) == []


@pytest.mark.parametrize(
    ("name", "is_old", "stays"),
    [
        ("weasyprint-13a52uud", True, False),
        ("weasyprint-13a52uud", False, True),
        ("assess-print-e6t4959n", True, False),
        ("assess-print-e6t4959n", False, True),
        ("assess-data", True, True),
        ("assess-report-e6t4959n", True, True),
        ("weasyprint-notes", True, True),
        ("other-print-e6t4959n", True, True),
    ],
)
def test_what_has_no_lock_goes_once_it_is_old_and_ours(
    place: Path, name: str, is_old: bool, stays: bool
) -> None:
    folder = place / name
    folder.mkdir()
    (folder / "content").touch()
    day_before = time.time() - 25 * 3600
    os.utime(folder, (day_before, day_before) if is_old else None)
    remove_abandoned()
    assert folder.exists() == stays


def test_a_link_is_not_followed(place: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    mine = tmp_path_factory.mktemp("mine")
    (mine / "in-use").touch()
    (place / "assess-print-e6t4959n").symlink_to(mine)
    remove_abandoned()
    assert (mine / "in-use").exists()


@pytest.mark.slow
def test_a_killed_printer_leaves_nothing_after_the_next_start(place: Path, templates: Path) -> None:
    run_killed(PRINT.format(templates=str(templates)), place)
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline and list(place.iterdir()):
        remove_abandoned()
        time.sleep(0.2)  # the worker ends once it is told that nobody asks any more
    assert list(place.iterdir()) == []
