"""The program is ended in every way there is, and nothing is lost that is older than a second."""

from __future__ import annotations

import os
import random
import signal
from collections.abc import Callable
from pathlib import Path

import pytest

from assess.store import Store
from tests.cli.conftest import Run, begin
from tests.end_to_end.killing import A_SECOND, go_to_the_field, type_and_kill
from tests.end_to_end.terminal import ENTER, Terminal
from tests.notation import NOON

ROUNDS = 6

TYPED = "half a sentence"

WAYS: dict[str, Callable[[Terminal], None]] = {
    "SIGTERM": lambda terminal: terminal.kill(signal.SIGTERM),
    "SIGHUP": lambda terminal: terminal.kill(signal.SIGHUP),
    "Ctrl+C": lambda terminal: terminal.press("\x03"),
    "the terminal is closed": Terminal.hang_up,
}


@pytest.mark.slow
@pytest.mark.terminal
@pytest.mark.parametrize("way", WAYS)
def test_what_is_typed_is_there_again_however_the_program_is_ended(
    run: Run, home: Path, way: str
) -> None:
    case_id = begin(run)
    with Terminal(env={**os.environ, "ASSESS_HOME": str(home)}) as terminal:
        terminal.wait_for("Fjord Energy Cluster")
        terminal.press(ENTER)
        terminal.wait_for("Age of the cluster")
        go_to_the_field(terminal)
        terminal.press("3\t")
        terminal.wait_for("Thematic specialisation", "● Related fields")
        terminal.press(TYPED)
        terminal.wait_for(TYPED)
        WAYS[way](terminal)
        if way == "Ctrl+C":  # which ends nothing
            terminal.read(A_SECOND)
            terminal.kill()
        if way != "the terminal is closed":
            terminal.ended()
    with Store(home / "assess.db", now=NOON) as store:
        assert store.drafts.of(case_id) == {"specialisation_text": TYPED}
        assert store.assessment(case_id).value("specialisation") == "related_fields"
        (place,) = store.places.all()
        assert (place.question, place.is_open) == ("specialisation_text", True)


@pytest.mark.slow
@pytest.mark.terminal
def test_a_program_killed_at_any_moment_has_lost_at_most_a_second_of_typing(
    run: Run, home: Path
) -> None:
    case_id = begin(run)
    chance = random.Random(2026)  # noqa: S311  moments, not secrets
    env = {**os.environ, "ASSESS_HOME": str(home)}
    rounds = [type_and_kill(env, home / "assess.db", case_id, chance) for _ in range(ROUNDS)]
    assert [one for one in rounds if not one.is_whole] == []
    assert len(rounds[-1].acknowledged) >= ROUNDS
    assert len(rounds[-1].left) > ROUNDS
