"""The progress of the cases, computed bit by bit so that no key waits for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from textual.screen import Screen
    from textual.timer import Timer

    from assess.workflow.case.cases import ListedCase

BATCH_SECONDS = 0.012
"""How long the progress of cases is computed before keys are looked at again."""


class CaseProgress:
    """Computes how far each case is while its screen is in front, and hands it over in batches."""

    def __init__(
        self, screen: Screen[Any], learn: Callable[[list[ListedCase], bool], object]
    ) -> None:
        """Compute nothing yet; `learn` gets each batch, and whether it is the last one."""
        self._screen = screen
        self._learn = learn
        self._pending: Iterator[ListedCase] | None = None
        self._timer: Timer | None = None

    def begin(self, listing: Iterator[ListedCase]) -> None:
        """Compute these from now on."""
        self._pending = listing
        if self._timer is None:
            self._timer = self._screen.set_interval(1 / 40, self._go_on)

    def _go_on(self) -> None:
        from time import monotonic

        if self._pending is None:
            return
        if self._screen.app.screen is not self._screen:  # nothing may slow the keys of another
            return
        until = monotonic() + BATCH_SECONDS
        batch: list[ListedCase] = []
        while monotonic() < until:
            listed = next(self._pending, None)
            if listed is None:
                self.end()
                break
            batch.append(listed)
        self._learn(batch, self._pending is None)

    def end(self) -> None:
        """Compute nothing more."""
        self._pending = None
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
