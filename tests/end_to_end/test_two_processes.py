"""Two programs on one case at the same time: nothing is lost, nobody sees a lock."""

from __future__ import annotations

import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest

from assess.core.catalogue import Catalogue
from assess.locations import indicators_folder
from assess.workflow import begin, open_desk, verify
from tests.notation import case_of

TIMES = 1000
PROGRAM = Path(__file__).with_name("answers_often.py")


@pytest.mark.slow
def test_two_processes_answer_one_case_a_thousand_times_each(
    tmp_path: Path, catalogue: Catalogue
) -> None:
    path = tmp_path / "assess.db"
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
        history = desk.store.history(case)
        assert verify(desk).is_whole
    del catalogue
    assert len(history) == 2 * TIMES
    for who in ("Ada", "Ben"):
        said = [one.reason for one in history if one.by == who]
        assert said == [f"{who} {number}" for number in range(TIMES)]
    turns = sum(before.by != after.by for before, after in pairwise(history))
    assert turns > 100, "they worked at the same time"
