"""Work apart from the screen: a file may come slowly, or never, and a key still answers."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from contextvars import copy_context
from threading import Thread
from typing import Any, NamedTuple

from textual.app import App

from assess.errors import AssessError


class Slow(NamedTuple):
    """Something that takes its time, and what follows from it; it is not waited for blindly."""

    words: str
    """What is said while it goes on."""
    work: Callable[[], Any]
    """Done in a thread of its own, with no database but one that it opens itself."""
    then: Callable[[Any], object]
    """Takes what came of it, on the main thread; it may refuse it with an AssessError."""
    late: Callable[[Any], object] | None = None
    """Takes it where nobody waited for it any more, if something has to be said then."""


class Apart:
    """Work that goes on apart, for which somebody waits until it is left."""

    def __init__(self, app: App[Any], slow: Slow, failed: Callable[[AssessError], object]) -> None:
        """Begin; `failed` takes why it could not be done, where somebody still waits for it.

        The thread ends with the program: a file that never comes keeps nobody from leaving.
        """
        self._app, self._slow, self._failed = app, slow, failed
        self.is_left = False
        """Whether nobody waits for it any more."""
        spoken = copy_context()
        Thread(target=lambda: spoken.run(self._work), name="apart", daemon=True).start()

    def leave(self) -> None:
        """Wait for it no longer."""
        self.is_left = True

    def _work(self) -> None:
        try:
            found = self._slow.work()
        except AssessError as error:
            self._tell(self._fail, error)
        else:
            self._tell(self._take, found)

    def _tell(self, told: Callable[[Any], object], what: object) -> None:
        with suppress(RuntimeError):  # the interface has ended
            self._app.call_from_thread(told, what)

    def _fail(self, error: AssessError) -> None:
        if not self.is_left:
            self._failed(error)

    def _take(self, found: object) -> None:
        if not self.is_left:
            try:
                self._slow.then(found)
            except AssessError as error:
                self._failed(error)
        elif self._slow.late is not None:
            self._slow.late(found)
