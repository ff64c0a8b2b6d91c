"""A program of its own: the program, on a machine that stands still at random for up to 300 ms.

python lagging.py SEED ARGUMENTS OF THE PROGRAM
"""

from __future__ import annotations

import random
import runpy
import signal
import sys
import time

LONGEST = 0.3
"""How many seconds it stands still at most."""

BETWEEN = 0.3
"""How many seconds it runs in between at most."""


def main() -> None:
    """Run the program; a timer interrupts it at random, wherever it is."""
    chance = random.Random(int(sys.argv[1]))  # noqa: S311  moments, not secrets

    def stand_still(*_: object) -> None:
        time.sleep(chance.uniform(0, LONGEST))
        signal.setitimer(signal.ITIMER_REAL, chance.uniform(0.01, BETWEEN))

    signal.signal(signal.SIGALRM, stand_still)
    signal.setitimer(signal.ITIMER_REAL, BETWEEN)
    sys.argv = ["assess", *sys.argv[2:]]
    try:
        runpy.run_module("assess", run_name="__main__")
    finally:  # an alarm would end the interpreter once it has given up its handlers
        signal.signal(signal.SIGALRM, signal.SIG_IGN)


if __name__ == "__main__":
    main()
