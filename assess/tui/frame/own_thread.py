"""Looks at something in a thread of its own, so that the screen goes on meanwhile."""

from __future__ import annotations

from asyncio import Future, get_running_loop
from collections.abc import Callable
from contextlib import suppress
from contextvars import copy_context
from threading import Thread
from typing import Any, TypeVar

Found = TypeVar("Found")


async def found_apart(look: Callable[[], Found]) -> Found:
    """Do something in a thread of its own, and give what came of it.

    Unlike the threads of asyncio it keeps nobody from leaving, where a disk does not answer.
    """
    loop = get_running_loop()
    coming: Future[Found] = loop.create_future()

    def work() -> None:
        with suppress(RuntimeError):  # the interface has ended
            try:
                found = look()
            except Exception as error:  # noqa: BLE001  whoever waits for it gets it
                loop.call_soon_threadsafe(_give, coming, coming.set_exception, error)
            else:
                loop.call_soon_threadsafe(_give, coming, coming.set_result, found)

    spoken = copy_context()
    Thread(target=lambda: spoken.run(work), name="apart", daemon=True).start()
    return await coming


def _give(coming: Future[Any], give: Callable[[Any], object], what: object) -> None:
    if not coming.done():  # nobody may wait for it any more
        give(what)
