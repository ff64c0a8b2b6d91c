"""A whole interview by keyboard alone, in a real terminal of 80 by 24 cells."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from assess.core.case.assessment import Progress, progress_of
from assess.core.catalogue.answer_status import Status
from assess.core.catalogue.catalogue import Catalogue
from assess.store import Store
from tests.cases import NOT_ANSWERED
from tests.cli.conftest import Run, begin
from tests.end_to_end.terminal import ALT_N, CTRL_Q, ENTER, ESCAPE, TAB, Terminal
from tests.end_to_end.walk import STATUS_KEYS, enter, steps, values_of
from tests.notation import NOON

STOP = "planning"
"""In the middle of this question the interview is left."""


@pytest.mark.slow
@pytest.mark.terminal
def test_a_whole_case_is_entered_by_keyboard_left_in_the_middle_and_resumed(
    run: Run, home: Path, catalogue: Catalogue
) -> None:
    case_id = begin(run)
    env = {**os.environ, "ASSESS_HOME": str(home)}
    to_do = list(steps(catalogue))
    middle = [step.name for step in to_do].index(STOP)
    stop_keys = to_do[middle].keys

    with Terminal(env=env) as terminal:
        terminal.wait_for("Fjord Energy Cluster")
        terminal.press(ENTER)
        terminal.wait_for("Age of the cluster")
        enter(terminal, to_do[:middle])
        terminal.wait_for("strategy")
        terminal.press(stop_keys[:3] + "q")
        terminal.wait_for("case", gone=("Interview ·",))
        terminal.press("q")
        assert terminal.ended() == 0

    with Store(home / "assess.db", now=NOON) as store:
        (place,) = store.places.all()
        assert (place.question, place.is_open) == (STOP, False)

    with Terminal(env=env) as terminal:
        terminal.wait_for("Fjord Energy Cluster")
        terminal.press(ENTER)
        terminal.wait_for("Interview ·", "▸ Review of strategy")
        terminal.press(stop_keys[3:])
        enter(terminal, to_do[middle + 1 :])
        terminal.wait_for("last indicator")
        terminal.press(ESCAPE)
        terminal.read(0.5)
        terminal.press(CTRL_Q)
        terminal.wait_for("case", gone=("Interview ·",))
        terminal.press("q")
        assert terminal.ended() == 0

    with Store(home / "assess.db", now=NOON) as store:
        after = store.assessment(case_id)
        assert {
            name: one.value for name, one in after.answers.items() if one.status is Status.ANSWERED
        } == values_of(catalogue)
        for name, other in NOT_ANSWERED.items():
            if other.status in STATUS_KEYS:
                held = after.answer(name)
                assert (held.status, held.reason, held.follow_up_by) == (
                    other.status,
                    other.reason,
                    other.follow_up_by,
                )
        assert not store.drafts.of(case_id)
        unfinished = [
            one.number
            for one in catalogue.indicators
            if progress_of(one, after, catalogue) is not Progress.COMPLETE
        ]
        assert unfinished == [32]  # where something is to follow


@pytest.mark.slow
@pytest.mark.terminal
def test_keys_typed_ahead_reach_the_question_they_are_meant_for(run: Run, home: Path) -> None:
    case_id = begin(run)
    with Terminal(env={**os.environ, "ASSESS_HOME": str(home)}) as terminal:
        terminal.wait_for("Fjord Energy Cluster")
        terminal.press(ENTER)
        terminal.wait_for("Age of the cluster")
        terminal.press(f"{ALT_N}2n4{ALT_N}3{ENTER}Wave power{ALT_N}86{ENTER}63{ENTER}71{TAB}48\r")
        terminal.wait_for("Composition")
        terminal.press(CTRL_Q)
        terminal.wait_for("case", gone=("Interview ·",))
    with Store(home / "assess.db", now=NOON) as store:
        after = store.assessment(case_id)
        assert {name: one.value for name, one in after.answers.items()} == {
            "legal_form": "company_non_profit",
            "initiated_by": "mixed",
            "specialisation": "related_fields",
            "specialisation_text": "Wave power",
            "committed_total": 86,
            "committed_written": 63,
            "committed_paying": 71,
            "committed_active": 48,
        }
        assert not store.drafts.of(case_id)
