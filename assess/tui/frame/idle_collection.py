"""Collecting garbage while nobody types.

A full collection of Python's looks at every object there is and takes 0.1 s: it came in the middle
of every third change of the indicator, and doubled its time.
"""

from __future__ import annotations

import gc
import time

QUIET = 3.0
"""After how many seconds without a key a full collection may take place."""

LAID = 5
"""After how many laid cards a full collection is worth while."""


class Tidying:
    """Holds full collections back between `begin` and `end`, and has them when it is quiet."""

    def __init__(self) -> None:
        """Change nothing yet."""
        self._usual = gc.get_threshold()
        self._last_key = time.monotonic()
        self._laid = 0

    def begin(self) -> None:
        """Leave what is there out of all collections, and have full ones only when told."""
        gc.freeze()
        gc.set_threshold(5_000, 20, 1_000_000)

    def end(self) -> None:
        """Collect as usual again."""
        gc.set_threshold(*self._usual)
        gc.unfreeze()

    def note_key(self) -> None:
        """Take note that somebody types."""
        self._last_key = time.monotonic()

    def note_card(self) -> None:
        """Take note that a card was laid, and another one became garbage."""
        self._laid += 1

    def tidy(self) -> None:
        """Collect, if it is quiet and worth while."""
        if self._laid >= LAID and time.monotonic() - self._last_key > QUIET:
            self._laid = 0
            gc.collect()
