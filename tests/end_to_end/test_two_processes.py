"""Two programs on one case at the same time: nothing is lost, nobody sees a lock."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from assess.locations import indicators_folder
from assess.workflow import begin, open_desk, verify
from tests.notation import case_of

TIMES = 1000
PROGRAM = Path(__file__).with_name("answers_often.py")


@pytest.fixture
def quick_folder() -> Iterator[Path]:
    """A folder in memory where there is one: this is about locks, and disks are slow or busy."""
    memory = Path("/dev/shm")  # noqa: S108  the folder in it is a new one of ours
    with tempfile.TemporaryDirectory(dir=memory if os.access(memory, os.W_OK) else None) as folder:
        yield Path(folder)


@pytest.mark.slow
def test_two_processes_answer_one_case_a_thousand_times_each(quick_folder: Path) -> None:
    path = quick_folder / "assess.db"
    pattern = case_of("Fjord Energy Cluster")
    with open_desk(path, indicators_folder()) as desk:
        case = begin(desk, pattern.organisation, pattern.details).id
        started = [
            subprocess.Popen(
                [sys.executable, PROGRAM, path, case, who, str(TIMES)],
                stderr=subprocess.PIPE,
                text=True,
            )
            for who in ("Ada", "Ben")
        ]
        assert [one.communicate(timeout=100)[1] for one in started] == ["", ""]
        history = desk.store.answers.history(case)
        assert verify(desk).is_whole
    assert len(history) == 2 * TIMES
    for who in ("Ada", "Ben"):
        said = [one.reason for one in history if one.by == who]
        assert said == [f"{who} {number}" for number in range(TIMES)]
    turns = sum(before.by != after.by for before, after in pairwise(history))
    assert turns > 100, "they worked at the same time"
