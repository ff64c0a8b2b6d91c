"""Results: values with their reasons, and what the expert makes of the recommendations."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from textual.pilot import Pilot

from assess.core.advice.review import Edit
from assess.core.case.assessment import Assessment
from assess.core.case.organisation import Organisation
from assess.languages.message import say
from assess.tui.advice.results import ResultsScreen
from assess.tui.dialog.ask import AskScreen
from assess.tui.widgets.row_list import RowList
from assess.workflow import Desk, answer, begin
from assess.workflow.advice import reviewing
from assess.workflow.advice.results import results
from assess.workflow.program.file_import import import_files
from tests.cli.test_pool import POOL
from tests.notation import case_of
from tests.tui.screen_text import account, shown, type_in

Run = Callable[..., Any]
Begun = Callable[..., Assessment]


async def open_results(pilot: Pilot[Any], *keys: str) -> RowList:
    """Go to the results from Home; give their rows."""
    await pilot.pause()
    await pilot.press("r")
    await pilot.pause()
    assert isinstance(pilot.app.screen, ResultsScreen)
    await pilot.press(*keys)
    await pilot.pause()
    home = next(one for one in pilot.app.screen_stack if isinstance(one, ResultsScreen))
    return home.query_one(RowList)


def keys_of(desk: Desk, case_id: str) -> list[str]:
    """Give the recommendations as they stand in the database, in order."""
    found = results(desk, desk.store.assessment(case_id))
    return [one.key for one in found.recommendations]


async def test_every_measure_of_every_indicator_is_listed(
    run: Run, answered: Begun, desk: Desk
) -> None:
    case = answered()
    async with run() as pilot:
        rows = (await open_results(pilot)).rows
    heads = [row for row in rows if row.is_head]
    scores = results(desk, case).scores
    assert len(heads) == len(desk.newest.indicators)
    assert [row.key for row in rows if not row.is_head] == [
        one.key for indicator in desk.newest.indicators for one in scores.lead_first(indicator)
    ]


async def test_a_value_explains_itself_on_enter(run: Run, begun: Begun, desk: Desk) -> None:
    answer(desk, begun(), "founded", "2009-11")
    async with run() as pilot:
        await open_results(pilot)
        assert "17 years" in shown(pilot.app)
        assert "Why this value" not in shown(pilot.app).split("Enter Why this value")[0]
        await pilot.press("enter")
        text = shown(pilot.app)
        assert "From:" in text
        assert "November 2009" in text


async def test_no_value_shows_its_reason(run: Run, begun: Begun) -> None:
    begun()
    async with run(size=(120, 40)) as pilot:
        await open_results(pilot)
        assert "no value: " in shown(pilot.app)
        assert "No comparison group yet" in shown(pilot.app)


async def test_recommendations_are_accepted_dropped_and_taken_back(
    run: Run, answered: Begun, desk: Desk
) -> None:
    case = answered().case
    first = keys_of(desk, case.id)[0]
    async with run() as pilot:
        rows = await open_results(pilot, "2")
        assert rows.chosen == first
        await pilot.press("c")
        assert desk.store.edits.of(case.id)[first].state == "accepted"
        await pilot.press("d")
        assert desk.store.edits.of(case.id)[first].state == "dropped"
        assert rows.rows[-1].key == first
        assert rows.chosen == first
        await pilot.press("d")
        assert desk.store.edits.of(case.id)[first].state == "proposed"


async def test_the_order_is_the_expert_s(run: Run, answered: Begun, desk: Desk) -> None:
    case = answered().case
    before = keys_of(desk, case.id)
    async with run() as pilot:
        rows = await open_results(pilot, "2", "j")
        assert rows.chosen == before[1]
        assert keys_of(desk, case.id) == before
        await pilot.press("k", "right_square_bracket", "shift+up", "end", "left_square_bracket")
    after = keys_of(desk, case.id)
    assert after == [*before[:-2], before[-1], before[-2]]


@pytest.mark.slow
async def test_an_edited_text_survives_and_can_be_undone(
    run: Run, answered: Begun, desk: Desk
) -> None:
    case = answered().case
    key = keys_of(desk, case.id)[0]
    original = results(desk, desk.store.assessment(case.id)).recommendations[0]
    async with run() as pilot:
        await open_results(pilot, "2", "c", "enter")
        assert isinstance(pilot.app.screen, AskScreen)
        await type_in(pilot, "Indeed. ")
        await pilot.press("ctrl+s")
        await pilot.pause()
        edited = desk.store.edits.of(case.id)[key]
        assert edited.finding == f"Indeed. {say(original.finding)}"
        assert edited.based_on == say(original.finding)
        assert edited.state == "accepted"
        assert "Indeed." in shown(pilot.app)
        await pilot.press("u")
        assert results(desk, desk.store.assessment(case.id)).recommendations[0].edited is False


async def test_a_text_written_for_another_finding_is_shown_beside_the_new_one(
    run: Run, answered: Begun, desk: Desk
) -> None:
    case = answered().case
    key = keys_of(desk, case.id)[0]
    old = Edit(about="recommendation", key=key, finding="My words.", based_on="Another finding.")
    desk.store.edits.add(case.id, [old], at=desk.now)
    now = results(desk, desk.store.assessment(case.id)).recommendations[0].outdated
    assert now is not None
    async with run(size=(120, 40)) as pilot:
        await open_results(pilot, "2")
        text = " ".join(shown(pilot.app).replace("│", " ").split())
        assert "The finding has changed" in text
        assert "My words." in text
        await pilot.press("enter")
        await type_in(pilot, "New. ")
        await pilot.press("ctrl+s")
    assert desk.store.edits.of(case.id)[key].based_on == say(now)


@pytest.mark.slow
async def test_a_wording_that_was_typed_survives_a_run_that_never_left_the_form(
    run: Run, answered: Begun, desk: Desk
) -> None:
    case = answered().case
    async with run() as pilot:  # ends without leaving the form, as when the machine goes down
        await open_results(pilot, "2", "c", "enter")
        await type_in(pilot, "Indeed. ")
        await pilot.pause(1)
    assert not any(edit.finding for edit in desk.store.edits.of(case.id).values())
    async with run() as pilot:
        await open_results(pilot, "2", "enter")
        screen = pilot.app.screen
        assert isinstance(screen, AskScreen)
        assert screen.values["finding"].startswith("Indeed. ")
        assert "what you typed before" in shown(pilot.app)
        await pilot.press("ctrl+r", "2")
        assert not screen.values["finding"].startswith("Indeed. ")
        await pilot.press("escape", "enter")
        await pilot.pause()
        assert "Indeed. " not in shown(pilot.app)


async def test_one_of_the_expert_s_own_is_added_accepted(
    run: Run, begun: Begun, desk: Desk
) -> None:
    case = begun().case
    async with run() as pilot:
        rows = await open_results(pilot, "3", "plus")
        await pilot.press("ctrl+s")
        assert "Write the finding" in shown(pilot.app)
        await type_in(pilot, "They listen.")
        await pilot.press("tab")
        await type_in(pilot, "99")
        await pilot.press("enter")
        assert "There is no indicator 99" in shown(pilot.app)
        await pilot.press("ctrl+u")
        await type_in(pilot, "12")
        await pilot.press("enter")
        await pilot.pause()
        own = results(desk, desk.store.assessment(case.id)).strengths[-1]
        assert (own.finding, own.number, own.own, own.state) == (
            "They listen.",
            12,
            True,
            "accepted",
        )
        assert rows.chosen == own.key


async def test_advice_is_hidden_while_others_look_at_the_screen(
    run: Run, answered: Begun, desk: Desk
) -> None:
    reviewing.add_own(desk, answered(), "strength", {"finding": "They listen."})
    async with run() as pilot:
        rows = await open_results(pilot)
        for view in ("2", "3"):
            await pilot.press(view)
            await pilot.pause()
            listed = [row.key for row in rows.rows]
            assert listed
            await pilot.press("x")
            await pilot.pause()
            assert list(rows.rows) == []
            assert "tell of the peers" in shown(pilot.app)
            await pilot.press("x")
            await pilot.pause()
            assert [row.key for row in rows.rows] == listed


@pytest.mark.slow
async def test_positions_stand_in_the_list_and_explain_themselves(
    run: Callable[..., Any], desk: Desk
) -> None:
    import_files(desk, [POOL])
    organisation = Organisation(name="Invented Energy Cluster", country="NOR")
    begun = begin(desk, organisation, case_of("x").details, synthetic=True)
    case = desk.store.assessment(begun.id)
    for question, value in (("committed_total", 80), ("committed_written", 8)):
        case = answer(desk, case, question, value).assessment
    async with run(size=(120, 40)) as pilot:
        await pilot.pause()
        pilot.app.push_screen(ResultsScreen(case.case.id))
        await pilot.pause()
        rows = pilot.app.screen.query_one(RowList)
        rows.choose("committed_participants:written_share")
        await pilot.pause()
        text, said = shown(pilot.app), account(pilot.app)
        assert "Synthetic peers: Energy and environment [62]" in text
        assert "below" in text
        assert "below the middle half" in said
        assert "Energy and environment, Norway: not shown" in said
        assert "Holders of a Gold label [" in said
        assert "Each counts once, with its latest finished case" in said
        assert ".." not in said
        assert "Published in May 2015; these are not the peers" in said


async def test_what_changed_since_the_last_round_has_a_view_of_its_own(
    run: Run, begun: Begun, answered: Begun, desk: Desk
) -> None:
    earlier = begun("Fjord Energy Cluster", interview="2024-10-02")
    for name, value in (("committed_total", 60), ("steering", "central"), ("involvement", 4)):
        earlier = answer(desk, earlier, name, value).assessment
    case = answered("Fjord Energy Cluster")
    async with run(size=(120, 40)) as pilot:
        await pilot.pause()
        pilot.app.push_screen(ResultsScreen(case.case.id))
        await pilot.pause()
        assert "6 Changes (" in shown(pilot.app)
        await pilot.press("6")
        await pilot.pause()
        said = shown(pilot.app)
        assert "Last interview 2 October 2024 (not finished), 25 months earlier" in said
        assert "+26 participants" in said
        await pilot.press("end")
        await pilot.pause()
        assert "The indicator only describes" in account(pilot.app)
    async with run() as pilot:
        await pilot.pause()
        pilot.app.push_screen(ResultsScreen(earlier.case.id))
        await pilot.pause()
        assert "Changes" not in shown(pilot.app)
        await pilot.press("6")
        await pilot.pause()
        assert "[1 Values]" in shown(pilot.app)
