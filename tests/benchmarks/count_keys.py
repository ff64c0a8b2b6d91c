"""How many keys a whole interview takes.

Run by hand: ./run python tests/benchmarks/count_keys.py
The keys are those of the walk that the tests type into the real program (tests/end_to_end/walk.py):
all 36 indicators of one case, from its first question to the last indicator, with every question
answered, but for a few that get a status, and one answer that gets a reason. A key is what a
terminal sends at once, such as a letter, Enter or F2; the letters of free texts, which are as many
as the expert likes, are counted apart.
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT)]

from assess.catalogue import load  # noqa: E402  the path comes first
from assess.locations import indicators_folder  # noqa: E402
from tests.end_to_end.walk import letters_and_others, steps  # noqa: E402


def main() -> None:
    """Count and print."""
    catalogue = load(indicators_folder())
    walk = list(steps(catalogue))
    letters, others = letters_and_others(walk)
    questions = sum(step.name in catalogue.questions for step in walk)
    print(
        f"{len(catalogue.asked)} indicators, {questions} questions: {others} keys, "
        f"{others / questions:.2f} a question, and {letters} letters of free texts"
    )


if __name__ == "__main__":
    main()
