"""Stops of the walk: the screens of the secretariat's staff, over a real service."""

from __future__ import annotations

from assess.tui.submission.queue import QueueScreen
from assess.tui.submission.review import ReviewScreen
from tests.languages.walker import Typed, Walker

TYPED = "Q9"


async def _look(walker: Walker, place: str, *keys: str) -> None:
    """Press keys, wait for the secretariat, and look."""
    await walker.press(*keys)
    await walker.until(lambda: not _is_waiting(walker))
    await walker.press()
    await walker.until(lambda: not _is_waiting(walker))
    await walker.look(place)


def _is_waiting(walker: Walker) -> bool:
    return any(
        screen.asking.is_waiting
        for screen in walker.app.screen_stack
        if isinstance(screen, QueueScreen | ReviewScreen)
    )


async def reviewing(walker: Walker) -> None:
    """Look at the queue, a case and each form, and take steps."""
    await walker.until(lambda: isinstance(walker.app.screen, QueueScreen))
    await _look(walker, "queue")
    await walker.help("queue")
    await walker.look("cases in which state?", "g")
    await _look(walker, "cases in one state", "4")
    await _look(walker, "case at the secretariat", "enter")
    await walker.help("case at the secretariat")
    for _ in range(4):
        await walker.look("what was said of a case", "down")
    await walker.look("answers of a case", "end")
    await walker.look("ask the expert", "plus")
    await walker.look("ask nothing", "ctrl+s")
    await _look(walker, "asked", Typed(TYPED), "ctrl+s")
    await walker.look("close the question", "home", "delete")
    await _look(walker, "closed", Typed(TYPED), "ctrl+s")
    await walker.press("end")
    for key, name in (("1", "propose an answer"), ("2", "assign"), ("3", "interest")):
        await walker.look("what else?", "i")
        await walker.look(name, key)
        await walker.leave_dialog()
    await walker.look("return the case", "d")
    await walker.leave_dialog()
    await walker.look("which step?", "z")
    await walker.leave_dialog()
    await walker.look("accept?", "c")
    await _look(walker, "accepted", "1")
    await walker.look("propose which level?", "z", "1")
    await walker.leave_dialog()
    await walker.press("escape", "escape")


async def from_home(walker: Walker) -> None:
    """Come to the queue from the list of cases."""
    await walker.until(lambda: isinstance(walker.app.screen, QueueScreen))
    await walker.press("escape")
    await _look(walker, "queue from home", "at")
    await walker.press("escape")
