"""Whatever keys are pressed, in one window or two: no answer is invented, no typing is lost.

Every entry of the history was typed and confirmed by somebody, in that window; what is typed and
is no answer yet is there again after a kill at any moment.
"""

from __future__ import annotations

import asyncio
import os
import tempfile
import tomllib
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack, asynccontextmanager, closing
from itertools import count
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from assess.catalogue import load
from assess.core.case.answer import Answer, AnswerValue
from assess.locations import indicators_folder, templates_folder
from assess.store import Store
from assess.store.database.verification import verify
from assess.tui.app import AssessApp
from assess.workflow import Desk, answer, begin
from tests.notation import NOON, case_of
from tests.tui.watched_window import WatchedWindow

CATALOGUE = load(indicators_folder())
COLOURS: dict[str, str] = tomllib.loads((templates_folder() / "tokens.toml").read_text())["colour"]

MEMORY = Path("/dev/shm")  # noqa: S108  the folders in it are new ones of ours
QUICK = MEMORY if os.access(MEMORY, os.W_OK) else None
"""Where the databases are: each key waits for them."""

SAVED = 0.8
"""After how many seconds what is typed is saved as a draft."""

QUESTIONS = (
    "founded",
    "legal_form",
    "driving_forces",
    "specialisation_text",
    "committed_total",
    "international_countries",
    "governing_body",
    "staff_fte",
    "planning",
    "reach",
    "success_stories",
)
"""A question of each type, at which a window begins."""

DIGITS, GOING_ON, MOVING = tuple("0123456789"), ("enter", "enter", "tab"), ("up", "down", "home")
ACTING = (*"nybsftudahgc", "f2", "f3", "f4", "ctrl+g", "ctrl+s", "question_mark", "f1")
EDITING = ("backspace", "delete", "space", "full_stop", "end", "left", "right")
KEYS = (*DIGITS, *GOING_ON, *GOING_ON, *MOVING, *ACTING, *EDITING, "escape", "escape", "shift+tab")
SIZES = ((80, 24), (60, 20), (120, 40), (160, 50))
GIVEN_BY_COMMAND: tuple[tuple[str, AnswerValue], ...] = (
    ("staff_fte", 9.5),
    ("committed_total", 77),
    ("legal_form", "foundation"),
    ("specialisation_text", "by a command"),
)


class Act(NamedTuple):
    """What happens next: a key or a size for a window, or a command."""

    window: int
    what: str | tuple[int, int] | tuple[str, AnswerValue]


class Walk(NamedTuple):
    """Where each window begins, and what happens then."""

    begins: tuple[str, ...]
    acts: tuple[Act, ...]


def walks(windows: int, *, most: int) -> st.SearchStrategy[Walk]:
    """Any walk in so many windows."""
    what: st.SearchStrategy[object] = st.sampled_from(KEYS)
    what = st.one_of(what, what, what, what, what, what, what, st.sampled_from(SIZES))
    if windows > 1:
        what = st.one_of(what, what, what, what, st.sampled_from(GIVEN_BY_COMMAND))
    acts = st.lists(
        st.builds(Act, st.integers(0, windows - 1), what), min_size=most // 2, max_size=most
    )
    begins = st.tuples(*[st.sampled_from(QUESTIONS)] * windows)
    return st.builds(Walk, begins, acts.map(tuple))


class Case:
    """A case in a database of its own, and what its history held when it was looked at last."""

    def __init__(self, folder: Path) -> None:
        """Begin one."""
        self.path = folder / "assess.db"
        self._numbers = count(1)
        self._seen = 0
        self._held: dict[str, Answer] = {}
        with closing(self.desk("Command")) as desk:
            pattern = case_of("Fjord Energy Cluster")
            self.id = begin(desk, pattern.organisation, pattern.details).id

    def desk(self, who: str) -> Desk:
        """Open a desk of somebody."""
        return Desk(
            newest=CATALOGUE,
            store=Store(self.path, now=NOON),
            clock=lambda: NOON,
            new_id=lambda: f"case{next(self._numbers):04d}",
            who=who,
        )

    def new_entries(self, desk: Desk) -> Iterator[tuple[Answer, Answer]]:
        """Give each entry since the last look, with what was held before it."""
        history = desk.store.answers.history(self.id)
        for entry in history[self._seen :]:
            yield entry, self._held.get(entry.question, Answer(question=entry.question))
            self._held[entry.question] = entry
        self._seen = len(history)

    def as_killed(self, folder: Path) -> Store:
        """Give the database as it is found where all windows are killed now."""
        for part in folder.glob("assess.db*"):
            part.with_name(part.name.replace("assess", "killed")).write_bytes(part.read_bytes())
        return Store(folder / "killed.db", now=NOON)


@asynccontextmanager
async def opened(case: Case, who: str, question: str) -> AsyncIterator[WatchedWindow]:
    """Open a window in which somebody works."""
    app = AssessApp(
        lambda: case.desk(who), tokens=COLOURS, templates=templates_folder(), warms_printer=False
    )
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.pause()
        window = WatchedWindow(who, pilot, case.id, question)
        await window.open()
        yield window


async def carry_out(act: Act, window: WatchedWindow, case: Case, desk: Desk) -> None:
    """Do something; the history holds then what follows from it, and nothing else."""
    if isinstance(act.what, str):
        await window.press(act.what)
        for entry, held in case.new_entries(desk):
            assert window.allows(entry, held), (act, entry, held, window)
            window.settle(entry.question)
        return
    first, second = act.what
    if isinstance(first, int) and isinstance(second, int):
        await window.resize(first, second)
        assert list(case.new_entries(desk)) == [], "an answer without a key"
        return
    before = desk.store.assessment(case.id)
    answer(desk, before, str(first), second)
    given = [(entry.by, entry.question, entry.value) for entry, _ in case.new_entries(desk)]
    is_new = before.value(str(first)) != second
    assert given == ([("Command", first, second)] if is_new else [])


async def walk_through(walk: Walk) -> None:
    """Carry out a walk, and look at what is left where it is ended by a kill."""
    with tempfile.TemporaryDirectory(dir=QUICK) as name:
        folder = Path(name)
        case = Case(folder)
        async with AsyncExitStack() as stack:
            desk = stack.enter_context(closing(case.desk("Command")))
            windows = [
                await stack.enter_async_context(opened(case, who, question))
                for who, question in zip(("Ada", "Ben"), walk.begins, strict=False)
            ]
            for act in walk.acts:
                await carry_out(act, windows[act.window], case, desk)
            await asyncio.sleep(SAVED)
            assert list(case.new_entries(desk)) == [], "an answer without a key"
            with case.as_killed(folder) as store:
                assert not verify(store.ledger).faults
                for window in windows:
                    assert window.lost(store) == {}


A_FEW = settings(max_examples=2, derandomize=True, phases=[Phase.generate])
MANY = settings(max_examples=8, phases=[Phase.explicit, Phase.reuse, Phase.generate])
"""Without shrinking, which takes minutes; a walk that failed is kept and walked first again."""


@A_FEW
@given(walk=walks(1, most=12))
def test_no_key_in_a_window_loses_or_invents_an_answer(walk: Walk) -> None:
    asyncio.run(walk_through(walk))


@pytest.mark.slow
@A_FEW
@given(walk=walks(2, most=12))
def test_every_entry_of_two_windows_and_a_command_was_confirmed_where_it_was_typed(
    walk: Walk,
) -> None:
    asyncio.run(walk_through(walk))


@pytest.mark.slow
@MANY
@given(walk=walks(1, most=80))
def test_no_key_of_many_loses_or_invents_an_answer(walk: Walk) -> None:
    asyncio.run(walk_through(walk))


@pytest.mark.slow
@MANY
@given(walk=walks(2, most=80))
def test_every_entry_of_many_in_two_windows_was_confirmed_where_it_was_typed(walk: Walk) -> None:
    asyncio.run(walk_through(walk))
