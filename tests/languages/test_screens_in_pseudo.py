"""Every screen of the interface in the pseudo-language: nothing is English, and nothing is cut.

The walk is made in a process of its own, because the screens are read in the language that is
chosen when they are first imported. It says where each thing was found: the place, the widget.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """What the walk has found: texts that are English, and texts that are cut."""
    home = str(tmp_path_factory.mktemp("home"))
    walked = subprocess.run(
        [sys.executable, "-m", "tests.languages.screens"],
        check=False,
        capture_output=True,
        cwd=ROOT,
        env={**os.environ, "HOME": home, "PYTHONPATH": str(ROOT)},
        text=True,
    )
    assert walked.returncode == 0, walked.stderr[-2000:]
    told: dict[str, list[str]] = json.loads(walked.stdout)
    return told


def test_no_screen_shows_a_word_that_is_neither_looked_up_nor_data(
    found: dict[str, list[str]],
) -> None:
    assert found["english"] == []


def test_no_screen_cuts_what_it_says(found: dict[str, list[str]]) -> None:
    assert found["cut"] == []


def test_no_screen_and_no_dialog_is_left_out(found: dict[str, list[str]]) -> None:
    assert found["missed"] == []


def test_each_kind_of_screen_is_seen(found: dict[str, list[str]]) -> None:
    assert found["unseen"] == []
