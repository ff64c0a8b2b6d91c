"""A program of its own: answers questions of one case many times, as a second window does.

python answers_often.py DATABASE CASE WHO TIMES
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from assess.locations import indicators_folder
from assess.workflow import answer, open_desk

QUESTIONS = ("committed_total", "staff_fte", "founded")


def main(database: Path, case: str, who: str, times: int) -> None:
    """Answer questions in turn; where somebody else was faster, look and answer again."""
    with open_desk(database, indicators_folder(), who=who) as desk:
        assessment = desk.store.assessment(case)
        for number in range(times):
            question = QUESTIONS[number % len(QUESTIONS)]
            value = f"{1950 + number % 70}" if question == "founded" else number % 90 + 5
            note = f"{who} {number}"
            recorded = answer(desk, assessment, question, value, reason=note)
            while recorded.conflict is not None:
                recorded = answer(desk, recorded.assessment, question, value, reason=note)
            assert recorded.is_saved, recorded.findings
            assessment = recorded.assessment
            time.sleep(0.001)  # even the fastest typist lets go for a moment


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], sys.argv[3], int(sys.argv[4]))
