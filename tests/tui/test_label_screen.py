"""The label: verdicts, validity, proposal and decision by keyboard."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from assess.core.case.assessment import Assessment, State
from assess.tui.dialog.ask import AskScreen
from assess.tui.dialog.choose import ChooseScreen
from assess.tui.frame.host import host
from assess.tui.label.label import LabelScreen
from assess.tui.widgets.row_list import RowList
from assess.workflow import Desk, answer, finish
from assess.workflow.label import labelling
from tests.cases import SEEN
from tests.nothing_known import with_nothing_open
from tests.tui.screen_text import account, shown, type_in

Run = Callable[..., Any]
Begun = Callable[..., Assessment]


async def open_label(pilot: Pilot[Any]) -> RowList:
    """Go to the label from Home; give its rows."""
    await pilot.pause()
    await pilot.press("l")
    await pilot.pause()
    assert isinstance(pilot.app.screen, LabelScreen)
    return pilot.app.screen.query_one(RowList)


async def act_on(pilot: Pilot[Any], row: str, *keys: str) -> None:
    """Do what a row offers, then press keys."""
    pilot.app.screen.query_one(RowList).choose(row)
    await pilot.pause()
    await pilot.press("enter")
    await pilot.pause()
    await pilot.press(*keys)


def words(pilot: Pilot[Any]) -> str:
    """Give what is shown, as one line of words."""
    return " ".join(shown(pilot.app).replace("│", " ").split())


@pytest.fixture
def eligible(answered: Begun, desk: Desk) -> Assessment:
    """A finished case of which every criterion is met."""
    case = answered().case
    with_nothing_open(desk, case.id)
    for criterion in desk.newest.label.criteria:
        labelling.verdict(desk, desk.store.assessment(case.id), criterion.id, "met", SEEN)
    finish(desk, desk.store.assessment(case.id))
    return desk.store.assessment(case.id)


async def test_a_verdict_needs_its_reason(run: Run, begun: Begun, desk: Desk) -> None:
    case = begun().case
    async with run() as pilot:
        rows = await open_label(pilot)
        assert rows.chosen == "E1"
        await pilot.press("1", "enter")
        assert "Give the reason in a few words" in shown(pilot.app)
        await type_in(pilot, "a clear focus")
        await pilot.press("enter")
        await pilot.pause()
        given = desk.store.verdicts.of(case.id)["E1"]
        assert (given.verdict, given.reason, given.by) == ("met", "a clear focus", "Ada Expert")
        assert "✓ met" in shown(pilot.app)
        assert "Not judged yet: 7 criteria are open. 1 criterion is met." in shown(pilot.app)
        await pilot.press("3")
        assert desk.store.verdicts.of(case.id)["E1"].verdict == "open"


async def test_what_the_expert_noted_is_hidden_while_others_look(
    run: Run, eligible: Assessment, desk: Desk
) -> None:
    assert desk.store.verdicts.of(eligible.case.id)["E1"].reason == SEEN
    async with run() as pilot:
        await open_label(pilot)
        await pilot.press("up")
        assert SEEN in words(pilot)
        await pilot.press("escape")
        host(pilot.app).is_shared = True
        await open_label(pilot)
        assert "E1" in words(pilot)
        assert SEEN not in words(pilot)


async def test_a_verdict_against_the_number_is_warned_of(
    run: Run, begun: Begun, desk: Desk
) -> None:
    case = begun()
    answer(desk, case, "committed_total", 9)
    async with run(size=(120, 40)) as pilot:
        rows = await open_label(pilot)
        rows.choose("E3")
        await pilot.press("1")
        assert "The verdict differs" in words(pilot)
        await type_in(pilot, "six more signed")
        await pilot.press("enter")
        await pilot.pause()
        assert "✓ met !" in shown(pilot.app)
        assert "but the interview says" in account(pilot.app)


async def test_a_reason_begun_is_kept_when_the_line_is_left(run: Run, begun: Begun) -> None:
    begun()
    async with run() as pilot:
        await open_label(pilot)
        await pilot.press("2")
        await type_in(pilot, "no foc")
        await pilot.press("escape", "2")
        await pilot.pause()
        screen = pilot.app.screen
        assert isinstance(screen, AskScreen)
        assert screen.values["reason"] == "no foc"


async def test_validity_shows_its_rule_and_a_typed_previous_label_counts(
    run: Run, begun: Begun
) -> None:
    begun(interview="2023-02-10")
    async with run(size=(120, 40)) as pilot:
        rows = await open_label(pilot)
        rows.choose("validity")
        await pilot.pause()
        assert (
            "a first label is valid for 24 months from the interview (2023-02), to the end "
            "of the month" in account(pilot.app)
        )
        await act_on(pilot, "previous")
        await type_in(pilot, "2023-03-31")
        await pilot.press("enter")
        await pilot.pause()
        rows.choose("validity")
        await pilot.pause()
        text = account(pilot.app)
        assert (
            "a renewal is valid for 36 months from the end of the previous label (2023-03-31)"
            in text
        )
        assert "1 April 2023 to 31 March 2026" in text


async def test_before_the_criteria_existed_none_apply(run: Run, begun: Begun) -> None:
    begun(interview="2016-04-18")
    async with run() as pilot:
        rows = await open_label(pilot)
        assert "there are no eligibility criteria" in words(pilot)
        assert not any(row.key == "E1" for row in rows.rows)
        assert "Give the verdict" not in shown(pilot.app)


async def test_a_case_that_is_not_finished_is_offered_to_be(
    run: Run, begun: Begun, desk: Desk
) -> None:
    case = begun().case
    async with run() as pilot:
        await open_label(pilot)
        await act_on(pilot, "proposal")
        assert isinstance(pilot.app.screen, ChooseScreen)
        assert "only a finished case can be proposed" in words(pilot)
        assert "open points block finishing" in words(pilot)
        assert "E1 is still open" in words(pilot)
        assert "Finish the case and" not in words(pilot)
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(pilot.app.screen, LabelScreen)
    assert desk.store.cases.get(case.id).state is State.IN_PROGRESS


async def test_a_label_with_an_open_criterion_is_not_proposed_and_says_why(
    run: Run, eligible: Assessment, desk: Desk
) -> None:
    labelling.verdict(desk, eligible, "E5", "open")
    async with run() as pilot:
        await open_label(pilot)
        await act_on(pilot, "proposal")
        await pilot.pause()
        assert "E5 is still open" in words(pilot)
        assert "cannot be proposed" in words(pilot)
    assert desk.store.register.entries() == ()


@pytest.mark.usefixtures("eligible")
async def test_proposed_and_awarded_by_keyboard(run: Run, desk: Desk) -> None:
    async with run(size=(120, 40)) as pilot:
        await open_label(pilot)
        assert "All criteria are met" in words(pilot)
        await act_on(pilot, "proposal")
        await pilot.pause()
        assert "the decision is open" in words(pilot)
        await act_on(pilot, "decision", "1")
        await pilot.pause()
        await type_in(pilot, "Ada Expert")
        await pilot.press("ctrl+s")
        assert "cannot decide on it alone" in words(pilot)
        await pilot.press("ctrl+u")
        await type_in(pilot, "EUCLES board")
        await pilot.press("enter", "enter", "enter", "enter")
        await type_in(pilot, "2028-12-31")
        await pilot.press("enter")
        await pilot.pause()
        assert "Bronze label: valid (until 31 December 2028)" in words(pilot)
        awarded = desk.store.register.entries()[-1]
        assert awarded.by == "EUCLES board"
        assert awarded.serial is None
        assert awarded.valid_until == date(2028, 12, 31)
        assert awarded.computed_until == date(2028, 11, 30)
        await act_on(pilot, "decision", "1")
        await pilot.pause()
        await type_in(pilot, "EUCLES board")
        await pilot.press("enter", "enter")
        await type_in(pilot, "an error")
        await pilot.press("enter")
        await pilot.pause()
        assert "revoked" in words(pilot)


@pytest.mark.slow
async def test_the_award_record_is_printed(
    run: Run, eligible: Assessment, desk: Desk, tmp_path: Path
) -> None:
    async with run() as pilot:
        await open_label(pilot)
        assert "Save the award record" not in words(pilot)
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert "The file" not in words(pilot), "there is no record before the award"
        labelling.propose(desk, eligible)
        labelling.award(desk, eligible, by="Board", on=date(2026, 11, 2))
        await pilot.press("ctrl+s")
        await pilot.pause()
        screen = pilot.app.screen
        assert isinstance(screen, AskScreen)
        assert screen.values["target"].endswith("Fjord Energy Cluster 2026-11-02 award record.pdf")
        screen.query_one(Input).value = str(tmp_path / "record")
        await pilot.press("enter")
        for _ in range(600):
            if (tmp_path / "record.pdf").exists():
                break
            await asyncio.sleep(0.1)
        assert (tmp_path / "record.pdf").read_bytes().startswith(b"%PDF")


async def test_a_refusal_is_recorded_with_its_reason(
    run: Run, eligible: Assessment, desk: Desk
) -> None:
    labelling.propose(desk, eligible)
    async with run() as pilot:
        await open_label(pilot)
        await act_on(pilot, "decision", "2")
        await pilot.pause()
        await type_in(pilot, "Board")
        await pilot.press("enter", "enter", "enter", "enter")
        assert "Give the reason of the decision" in shown(pilot.app)
        await type_in(pilot, "too early")
        await pilot.press("enter")
        await pilot.pause()
        assert "not awarded" in words(pilot)
    assert desk.store.register.entries()[-1].reason == "too early"
