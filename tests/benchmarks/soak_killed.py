"""The program is killed at random moments while somebody types: what is lost of it?

Run by hand: `./run python tests/benchmarks/soak_killed.py [ROUNDS]`, 100 rounds take some minutes.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.end_to_end.killing import type_and_kill

NEW_CASE = (
    *("case", "new", "--name", "Soaked Cluster", "--country", "NOR"),
    *("--portfolio", "Energy and environment", "--interview-date", "2026-11-02"),
    *("--expert", "Ada Expert", "--mode", "video"),
)


def main(rounds: int) -> None:
    """Type and kill, and say what was lost."""
    seed = random.SystemRandom().randrange(10**6)
    chance = random.Random(seed)  # noqa: S311  moments, not secrets
    with tempfile.TemporaryDirectory() as folder:
        env = {**os.environ, "ASSESS_HOME": folder}
        command = [sys.executable, "-m", "assess", *NEW_CASE]
        done = subprocess.run(command, env=env, capture_output=True, text=True, check=True)
        case_id, database = done.stdout.strip(), Path(folder) / "assess.db"
        lost_answers = altered_texts = late_letters = faults = 0
        answers = 0
        for number in range(1, rounds + 1):
            found = type_and_kill(env, database, case_id, chance)
            answers = len(found.kept)
            lost_answers += found.kept[: len(found.acknowledged)] != found.acknowledged
            altered_texts += not found.typed.startswith(found.left)
            late_letters += not found.left.startswith(found.seen)
            faults += bool(found.faults)
            if not found.is_whole:
                print(f"round {number}: {found}")
    print(
        f"{rounds} kills, seed {seed}: {answers} answers, of them lost or altered {lost_answers};"
    )
    print(
        f"texts altered {altered_texts}, with more lost than the last second {late_letters}; "
        f"faults in the database {faults}"
    )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100)
