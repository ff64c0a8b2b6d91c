"""A whole interview by keyboard alone, in a real terminal of 80 by 24 cells."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from assess.core.case.answer import Answer
from assess.core.case.assessment import Progress, is_relevant, progress_of
from assess.core.case.checking import check_value
from assess.core.catalogue.answer_status import Status
from assess.core.catalogue.catalogue import Catalogue
from assess.core.catalogue.question import (
    STORY_FIELDS,
    CountsQuestion,
    GridQuestion,
    Question,
    ScaleQuestion,
    SelectMultipleQuestion,
    SelectOneQuestion,
    SharesQuestion,
    StoriesQuestion,
    TextQuestion,
    YesPartlyNoQuestion,
)
from assess.languages.message import say
from assess.store import Store
from tests.cases import NOT_ANSWERED, values_for
from tests.cli.conftest import Run, begin
from tests.end_to_end.terminal import ALT_N, CTRL_Q, ENTER, ESCAPE, F2, F4, TAB, Terminal
from tests.notation import NOON, answered


def values_of(catalogue: Catalogue) -> dict[str, Any]:
    """Give what is answered."""
    return {**values_for(catalogue), "potential_basis": "The register of companies, 2025"}


STOP = "planning"
"""In the middle of this question the interview is left."""

STATUS_KEYS = {
    Status.DONT_KNOW: "d",
    Status.REFUSED: "r",
    Status.ADDED_LATER: "l",
    Status.FOLLOW_UP: "f{by}" + ENTER,
    Status.NOT_APPLICABLE: "a{reason}" + ENTER,
}


def typed(question: Question, value: Any) -> str:
    """Give the keys that answer a question and go on to the next one."""
    match question:
        case SelectOneQuestion(choices=choices):
            return str([one.name for one in choices].index(value) + 1) + ENTER
        case SelectMultipleQuestion(choices_from="countries"):
            return "".join(code + ENTER for code in value) + ENTER
        case SelectMultipleQuestion(choices=choices):
            names = [one.name for one in choices]
            return "".join(str(names.index(one) + 1) for one in value) + ENTER
        case ScaleQuestion():
            return f"{value}{ENTER}"
        case YesPartlyNoQuestion():
            return f"{value[0]}{ENTER}"
        case SharesQuestion() | CountsQuestion():
            return "".join(f"{value[name]}{ENTER}" for name in question.part_names)
        case GridQuestion():
            return "".join(str(value[name]) for name in question.part_names) + ENTER
        case TextQuestion():
            return f"{value}{TAB}"
        case StoriesQuestion():
            return "".join(_story(one) for one in value) + (ENTER * (len(value) < question.most))
        case _:
            return f"{value}{ENTER}"


def _story(story: dict[str, Any]) -> str:
    rows = [str(story[name]) for name in STORY_FIELDS if name != "released"]
    return TAB.join(rows) + TAB + ("y" if story["released"] else "n") + TAB


def steps(catalogue: Catalogue) -> Iterator[tuple[str, str, Answer | None]]:
    """Give, question by question, the keys that answer it, or the answer that it does not get."""
    so_far, values = answered(interview="2026-11-02"), values_of(catalogue)
    for indicator in catalogue.asked:
        if not indicator.questions:
            yield indicator.id, ENTER, None
        elif not any(question.required for question in indicator.questions):
            yield indicator.id, TAB, None  # nothing has to be asked: the card has the focus
        for question in indicator.questions:
            name = question.name
            if not is_relevant(question, so_far, catalogue):
                continue
            if name not in values:
                yield name, TAB, NOT_ANSWERED.get(name)
                continue
            keys = typed(question, values[name])
            found = check_value(question, values[name], so_far, catalogue)
            assert all(one.kind == "soft" for one in found), (name, found)
            if found:
                keys = f"{keys.removesuffix(ENTER)}{F4}as counted{ENTER}{ENTER}"
            yield name, keys, None
            said = Answer(question=name, status=Status.ANSWERED, value=values[name])
            so_far = so_far.with_answer(said)


@pytest.mark.slow
@pytest.mark.terminal
def test_a_whole_case_is_entered_by_keyboard_left_in_the_middle_and_resumed(
    run: Run, home: Path, catalogue: Catalogue
) -> None:
    case_id = begin(run)
    env = {**os.environ, "ASSESS_HOME": str(home)}
    to_do = list(steps(catalogue))
    middle = [name for name, _, _ in to_do].index(STOP)
    stop_keys = to_do[middle][1]

    with Terminal(env=env) as terminal:
        terminal.wait_for("Fjord Energy Cluster")
        terminal.press(ENTER)
        terminal.wait_for("Age of the cluster")
        enter(terminal, to_do[:middle], catalogue)
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
        enter(terminal, to_do[middle + 1 :], catalogue)
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
        for name, _, other in to_do:
            if other is not None and other.status in STATUS_KEYS:
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


def enter(
    terminal: Terminal, to_do: list[tuple[str, str, Answer | None]], catalogue: Catalogue
) -> None:
    """Type what is to do, as fast as it goes in; wait only for the window of the statuses."""
    for name, keys, other in to_do:
        if other is not None and other.status in STATUS_KEYS:
            label = say(catalogue.questions[name].label)
            terminal.wait_for(label[:30])
            terminal.press(F2)
            terminal.wait_for("No answer, because")
            terminal.press(
                STATUS_KEYS[other.status].format(by=other.follow_up_by, reason=other.reason)
            )
            terminal.wait_for(gone=("No answer, because",))
        terminal.press(keys)
        terminal.read()


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
