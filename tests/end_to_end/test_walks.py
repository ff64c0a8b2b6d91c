"""All 36 indicators by keyboard, in terminals of several sizes and colours, however fast it comes.

The history holds then what was typed, in its order, and nothing else.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest

from assess.core.catalogue.catalogue import Catalogue
from assess.store import Store
from tests.cli.conftest import Run, begin
from tests.end_to_end.terminal import COLOURS, CTRL_Q, ENTER, PROGRAM, Terminal
from tests.end_to_end.walk import Entry, Step, enter, letters_and_others, steps
from tests.notation import NOON

pytestmark = [
    pytest.mark.terminal,
    pytest.mark.skipif(sys.platform == "win32", reason="needs a terminal of POSIX"),
]

SIZES = ((80, 24), (120, 40), (160, 50))
OVER_A_THOUSAND_KEYS = 300.0
"""How many seconds they may take on a machine that lags."""

LAGGING = str(Path(__file__).with_name("lagging.py"))


def at_once(terminal: Terminal, walk: Iterable[Step]) -> None:
    """Type everything ahead."""
    terminal.press("".join(step.keys for step in walk))


WAYS: dict[str, tuple[Callable[[Terminal, Iterable[Step]], None], tuple[str, ...]]] = {
    "question by question": (enter, PROGRAM),
    "question by question while the machine lags": (enter, (LAGGING, "1")),
    "all at once": (at_once, PROGRAM),
    "all at once while the machine lags": (at_once, (LAGGING, "2")),
    "from the clipboard": (enter, PROGRAM),
    "from the clipboard, all at once": (at_once, PROGRAM),
}


def each_pair() -> Iterator[tuple[str, tuple[int, int], int]]:
    """Give walks in which each way, size and number of colours meets each of the others once."""
    colours = tuple(COLOURS)
    for row, way in enumerate(WAYS):
        for place, size in enumerate(SIZES):
            yield way, size, colours[(row + place) % len(colours)]


def recorded(home: Path, case: str) -> list[Entry]:
    """Give the history of the answers, oldest first."""
    with Store(home / "assess.db", now=NOON) as store:
        assert not store.drafts.of(case)
        return [
            (one.question, one.status, one.value, one.reason) for one in store.answers.history(case)
        ]


def walk_through(
    home: Path,
    case: str,
    walk: list[Step],
    way: str,
    end: str,
    size: tuple[int, int],
    colours: int,
) -> list[Entry]:
    """Type a walk, wait for what the screen shows at its end, and give what was recorded."""
    go, program = WAYS[way]
    env = {**os.environ, "ASSESS_HOME": str(home)}
    with Terminal(env=env, size=size, colours=colours, program=program) as terminal:
        terminal.wait_for("Fjord Energy Cluster")
        terminal.press(ENTER)
        terminal.wait_for("Age of the cluster")
        go(terminal, walk)
        terminal.wait_for(end, patience=OVER_A_THOUSAND_KEYS)
        terminal.press(CTRL_Q)
        terminal.wait_for("case", gone=("Interview ·",))
        terminal.press("q")
        assert terminal.ended() == 0
    return recorded(home, case)


def meant(walk: list[Step]) -> list[Entry]:
    """Give what the history holds if it holds what was typed, and nothing else."""
    return [entry for step in walk for entry in step.entries]


def test_the_record_of_the_first_indicators_is_what_was_typed_at_once(
    run: Run, home: Path, catalogue: Catalogue
) -> None:
    walk = list(steps(catalogue))
    first = walk[: [step.name for step in walk].index("composition")]
    recorded = walk_through(home, begin(run), first, "all at once", "Composition", SIZES[0], 16)
    assert recorded == meant(first)


@pytest.mark.slow
@pytest.mark.parametrize(("way", "size", "colours"), list(each_pair()))
def test_the_record_of_a_whole_walk_is_what_was_typed_in_its_order(
    run: Run,
    home: Path,
    catalogue: Catalogue,
    way: str,
    size: tuple[int, int],
    colours: int,
) -> None:
    walk = list(steps(catalogue, is_pasted="clipboard" in way))
    recorded = walk_through(home, begin(run), walk, way, "last indicator", size, colours)
    assert recorded == meant(walk)


def test_an_interview_takes_no_more_keys_than_it_did(catalogue: Catalogue) -> None:
    """The first design took 4.35 keys a question beside the letters of texts."""
    walk = list(steps(catalogue))
    questions = sum(step.name in catalogue.questions for step in walk)
    _, others = letters_and_others(walk)
    assert others / questions < 4.1
