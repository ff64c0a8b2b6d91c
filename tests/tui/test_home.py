"""Home: the cases, and the way to everything that is done with one."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from assess.core.case.assessment import Assessment, State
from assess.core.case.case_line import FirstList
from assess.core.catalogue.answer_status import Status
from assess.errors import StoreFault
from assess.tui.app import AssessApp
from assess.tui.case.case_table import CaseTable
from assess.tui.case.home import HomeScreen
from assess.tui.case.interview.interview import InterviewScreen
from assess.tui.case.open_points import OpenPointsScreen
from assess.tui.dialog.ask import AskScreen
from assess.tui.dialog.choose import ChooseScreen
from assess.workflow import Desk, answer, export_case, place_of, visit
from assess.workflow.case.cases import ListedCase, listing
from assess.workflow.case.first_list import first_list
from tests.case_file_text import without_record
from tests.nothing_known import with_nothing_open
from tests.slowly import a_few
from tests.tui.pace import done_apart
from tests.tui.screen_text import shown, type_in

Run = Callable[..., Any]
Begun = Callable[..., Assessment]


async def settled(pilot: Pilot[Any]) -> CaseTable:
    """Wait until the table knows everything of its cases."""
    await pilot.pause()
    home = next(one for one in pilot.app.screen_stack if isinstance(one, HomeScreen))
    for _ in range(1000):
        if home._table is not None and home._progress._pending is None:
            break
        await asyncio.sleep(0.01)
    await pilot.pause()
    assert home._table is not None
    return home._table


async def test_the_frame_is_painted_before_the_database_is_opened(
    new_desk: Callable[[], Desk], colours: dict[str, str], templates: Path
) -> None:
    seen: list[str] = []

    def opening() -> Desk:
        seen.append(shown(app))
        return new_desk()

    app = AssessApp(opening, tokens=colours, templates=templates)
    async with app.run_test() as pilot:
        await settled(pilot)
    assert len(seen) == 1
    assert "Opening the database" in seen[0]
    assert "Keys" in seen[0]


async def test_a_database_that_cannot_be_opened_is_explained(
    colours: dict[str, str], templates: Path
) -> None:
    def refusing() -> Desk:
        raise StoreFault("notes.txt is not a database of assess; choose another file with --db.")

    app = AssessApp(refusing, tokens=colours, templates=templates)
    async with app.run_test() as pilot:
        await pilot.pause()
        assert "notes.txt is not a database of assess" in shown(app)
        await pilot.press("plus", "enter", "r")
        assert isinstance(app.screen, HomeScreen)


async def test_the_cases_are_listed_before_the_database_is_opened(
    new_desk: Callable[[], Desk], begun: Begun, run: Run, tmp_path: Path
) -> None:
    begun("Alpine Photonics")
    begun("Fjord Energy")
    seen: list[str] = []

    def opening() -> Desk:
        seen.append(shown(pilot.app))
        return new_desk()

    async with run(
        open_desk=opening, first_list=lambda: first_list(tmp_path / "assess.db")
    ) as pilot:
        table = await settled(pilot)
        assert table.count == 2
        assert "/36" in shown(pilot.app)
    assert len(seen) == 1
    assert "Alpine Photonics" in seen[0]
    assert "Fjord Energy" in seen[0]
    assert "2 cases" in seen[0]


async def test_a_key_before_the_database_is_open_waits_for_it(
    new_desk: Callable[[], Desk], begun: Begun, run: Run, tmp_path: Path
) -> None:
    begun("Fjord Energy")
    pressed: list[bool] = []

    def listing_and_pressing() -> FirstList | None:
        app = pilot.app
        app.call_after_refresh(lambda: pressed.append(app.simulate_key("enter") is None))
        return first_list(tmp_path / "assess.db")

    async with run(open_desk=new_desk, first_list=listing_and_pressing) as pilot:
        for _ in range(500):
            await pilot.pause(0.01)
            if isinstance(pilot.app.screen, InterviewScreen):
                break
        assert pressed
        assert isinstance(pilot.app.screen, InterviewScreen)


async def test_cases_seen_early_go_where_the_database_is_refused(
    begun: Begun, run: Run, tmp_path: Path
) -> None:
    begun("Fjord Energy")

    def refusing() -> Desk:
        raise StoreFault("assess.db was written by a newer version of assess.")

    async with run(
        open_desk=refusing, first_list=lambda: first_list(tmp_path / "assess.db")
    ) as pilot:
        for _ in range(500):
            await pilot.pause(0.01)
            if "newer version" in shown(pilot.app):
                break
        assert "newer version" in shown(pilot.app)
        assert "Fjord Energy" not in shown(pilot.app)
        await pilot.press("n", "enter", "s", "slash", "g")
        assert isinstance(pilot.app.screen, HomeScreen)


async def test_the_interrupted_case_is_chosen_from_the_first_list_on(
    desk: Desk, begun: Begun, tmp_path: Path
) -> None:
    first, second = begun("Alpine Photonics").case, begun("Fjord Energy").case
    visit(desk, first.id, "founding_year")
    listed = first_list(tmp_path / "assess.db")
    assert listed is not None
    assert listed.interrupted == first.id
    assert {line.id for line in listed.cases} == {first.id, second.id}


async def test_without_a_case_the_first_steps_are_shown(run: Run) -> None:
    async with run() as pilot:
        await settled(pilot)
        text = shown(pilot.app)
        assert "There is no case yet" in text
        assert "assess demo" in text
        assert "not an ESCA publication" in text


async def test_a_case_shows_its_progress_and_open_points(run: Run, answered: Begun) -> None:
    answered("Full Cluster")
    async with run() as pilot:
        table = await settled(pilot)
        row = next(line for line in shown(pilot.app).splitlines() if "Full Cluster" in line)
        assert "NOR" in row
        assert "2026-11-02" in row
        assert "/36" in row
        assert table.count == 1


async def test_typing_filters_by_any_word(run: Run, begun: Begun) -> None:
    begun("Alpine Photonics")
    begun("Øresund MedTech", portfolio="Biotechnology")
    begun("Fjord Energy")
    async with run() as pilot:
        table = await settled(pilot)
        await pilot.press("slash")
        await type_in(pilot, "norway bio")
        assert [table.rows[0].cells[0]] == ["Øresund MedTech"]
        assert table.count == 1
        await pilot.press("enter")
        assert table.has_focus
        await pilot.press("escape")
        assert table.count == 3
        await pilot.press("slash")
        await type_in(pilot, "zzz")
        assert "No case matches" in shown(pilot.app)


@pytest.mark.parametrize(
    ("keys", "first", "last"),
    a_few(
        [
            ((), "Beta", "Gamma"),
            (("1",), "Alpha", "Gamma"),
            (("1", "1"), "Gamma", "Alpha"),
            (("4",), "Gamma", "Beta"),
            (("3",), "Gamma", "Beta"),
        ],
        0,
        2,
    ),
)
async def test_any_column_sorts_and_sorts_back(
    run: Run, begun: Begun, keys: tuple[str, ...], first: str, last: str
) -> None:
    begun("Beta", interview="2026-11-02", portfolio="ICT")
    begun("Gamma", interview="2024-01-02", portfolio="Biotechnology")
    begun("Alpha", interview="2025-01-02", portfolio="Construction")
    async with run() as pilot:
        table = await settled(pilot)
        await pilot.press(*keys)
        names = [row.cells[0] for row in table.rows]
        assert (names[0], names[-1]) == (first, last)


async def test_enter_goes_on_at_the_very_question_where_the_last_run_ended(
    run: Run, begun: Begun, desk: Desk
) -> None:
    begun("Newer Cluster", interview="2026-11-20")
    interrupted = begun("Fjord Energy Cluster", interview="2025-11-02").case
    visit(desk, interrupted.id, "planning")
    async with run() as pilot:
        await settled(pilot)
        line = " ".join(shown(pilot.app).split())
        assert "Interrupted at indicator 14" in line
        assert "0 of 36 complete: Fjord Energy Cluster" in line
        await pilot.press("enter")
        await pilot.pause()
        screen = pilot.app.screen
        assert isinstance(screen, InterviewScreen)
        place = desk.store.places.all()[0]
        assert (place.case_id, place.question) == (interrupted.id, "planning")


async def test_what_changed_in_the_interview_is_seen_on_return(
    run: Run, begun: Begun, desk: Desk
) -> None:
    case = begun()
    async with run() as pilot:
        table = await settled(pilot)
        before = table.rows[0].cells[6]
        await pilot.press("o")
        assert isinstance(pilot.app.screen, OpenPointsScreen)
        answer(desk, case, "founded", "2009-05")
        await pilot.press("escape")
        await pilot.pause()
        assert table.rows[0].cells[6] == str(int(str(before)) - 1)


async def test_a_case_with_open_points_is_not_finished_and_leads_to_them(
    run: Run, begun: Begun, desk: Desk
) -> None:
    case = begun()
    async with run() as pilot:
        await settled(pilot)
        await pilot.press("z")
        await pilot.press("2")
        screen = pilot.app.screen
        assert isinstance(screen, ChooseScreen)
        assert "cannot be finished yet" in shown(pilot.app)
        await pilot.press("1")
        assert isinstance(pilot.app.screen, OpenPointsScreen)
        assert desk.store.cases.get(case.case.id).state is State.IN_PROGRESS


async def test_a_full_case_is_finished_and_reopened_with_a_reason(
    run: Run, answered: Begun, desk: Desk
) -> None:
    assessment = answered()
    with_nothing_open(desk, assessment.case.id)
    async with run() as pilot:
        await settled(pilot)
        await pilot.press("z", "2")
        await pilot.pause()
        assert desk.store.cases.get(assessment.case.id).state is State.FINISHED
        await pilot.press("z")
        assert isinstance(pilot.app.screen, AskScreen)
        await pilot.press("enter")
        assert desk.store.cases.get(assessment.case.id).state is State.FINISHED
        await type_in(pilot, "a late answer")
        await pilot.press("enter")
        await pilot.pause()
        assert desk.store.cases.get(assessment.case.id).state is State.IN_PROGRESS


async def test_a_case_file_comes_in_and_is_chosen(
    run: Run, answered: Begun, desk: Desk, tmp_path: Path
) -> None:
    case = answered("Travelling Cluster")
    target = tmp_path / "case file.json"
    export_case(desk, case, target)
    desk.close()
    (tmp_path / "assess.db").unlink()
    async with run() as pilot:
        table = await settled(pilot)
        await pilot.press("plus", "2")
        pilot.app.screen.query_one(Input).value = f"'{target}'"
        await pilot.press("enter")
        await done_apart(pilot)
        assert table.count == 1
        assert table.chosen == case.case.id


async def test_another_copy_of_a_case_is_proposed_once_that_is_said_twice(
    run: Run, begun: Begun, desk: Desk, tmp_path: Path
) -> None:
    case = answer(desk, begun(), "steering", "broker").assessment
    target = tmp_path / "copy.json"
    export_case(desk, case, target)
    answer(desk, case, "steering", status=Status.NOT_REACHED)
    answer(desk, case, "founded", "2009")
    other = target.read_text().replace('"broker"', '"mixed"').replace("12:00:00Z", "12:30:00Z")
    target.write_text(without_record(other))
    async with run() as pilot:
        table = await settled(pilot)
        await pilot.press("plus", "2")
        pilot.app.screen.query_one(Input).value = str(target)
        await pilot.press("enter")
        await done_apart(pilot)
        assert "Enter again proposes its answers" in " ".join(shown(pilot.app).split())
        assert not desk.store.proposals.history(case.case.id)
        await pilot.press("enter")
        await done_apart(pilot)
        assert table.count == 1
        assert "1 proposed answer" in shown(pilot.app)
    assert [one.proposal.value for one in desk.store.proposals.history(case.case.id)] == ["mixed"]


async def test_a_faulty_case_file_is_refused_with_its_faults_and_stays_typed(
    run: Run, desk: Desk, tmp_path: Path
) -> None:
    target = tmp_path / "bad.json"
    target.write_text('{"format": "assess-case", "version": 1, "nonsense": 3}')
    async with run() as pilot:
        await settled(pilot)
        await pilot.press("plus", "2")
        pilot.app.screen.query_one(Input).value = str(target)
        await pilot.press("enter")
        await done_apart(pilot)
        assert isinstance(pilot.app.screen, AskScreen)
        assert "nonsense" in shown(pilot.app)
        await pilot.press("escape", "plus", "2")
        assert pilot.app.screen.query_one(Input).value == str(target)
    assert desk.store.cases.all() == ()


async def test_a_hostile_name_is_shown_as_typed_and_sends_nothing_to_the_terminal(
    run: Run, begun: Begun
) -> None:
    begun("[bold]x[/bold] \x1b[31mred\x1b[0m {{ 7*7 }} \x9b2J")
    async with run(size=(160, 40)) as pilot:
        await settled(pilot)
        text = shown(pilot.app)
        assert "[bold]x[/bold] ␛[31mred␛[0m {{ 7*7 }}" in text
        assert "\x1b" not in text
        assert "\x9b" not in text
        for key in ("i", "o", "r", "l"):
            await pilot.press(key)
            await pilot.pause()
            assert "[bold]x[/bold]" in shown(pilot.app)
            assert "\x1b" not in shown(pilot.app)
            await pilot.press("escape")


async def test_a_key_moves_at_once_while_many_cases_are_read(
    run: Run, begun: Begun, desk: Desk
) -> None:
    for number in range(12):
        begun(f"Cluster {number}")
    enough = ended = False

    def of_many() -> Iterator[ListedCase]:
        """Give the cases again and again, as a database with more cases than one waits for."""
        nonlocal ended
        for _ in range(3000):
            if enough:
                break
            yield from listing(desk)
        ended = True

    async with run() as pilot:
        table = await settled(pilot)
        home = pilot.app.screen
        assert isinstance(home, HomeScreen)
        assert table.count == 12
        home._progress.begin(of_many())
        await asyncio.sleep(0.1)
        before = table.chosen
        pilot.app.simulate_key("down")
        for _ in range(500):
            if table.chosen != before:
                break
            await asyncio.sleep(0.01)
        assert table.chosen != before
        assert not ended
        enough = True
        await settled(pilot)
        assert all("/36" in str(row.cells[5]) for row in table.rows)


async def test_keys_pressed_at_once_after_leaving_open_nothing(
    run: Run, begun: Begun, desk: Desk
) -> None:
    case = begun().case
    async with run() as pilot:
        await settled(pilot)
        pilot.app.simulate_key("q")
        pilot.app.simulate_key("enter")
        await pilot.pause()
        assert isinstance(pilot.app.screen, HomeScreen)
    assert place_of(desk, case.id) is None


async def test_a_key_pressed_before_a_dialog_is_seen_answers_nothing(
    run: Run, answered: Begun, desk: Desk
) -> None:
    case = answered().case
    for hasty in ("enter", "1"):
        async with run() as pilot:
            await settled(pilot)
            pilot.app.simulate_key("z")
            pilot.app.simulate_key(hasty)
            await pilot.pause(0.3)
            assert isinstance(pilot.app.screen, ChooseScreen)
    assert desk.store.cases.get(case.id).state is State.IN_PROGRESS


async def test_without_a_case_no_key_is_shown_that_needs_one(run: Run, begun: Begun) -> None:
    needing = ("Details", "Open points", "Results", "Report", "Label", "Finish", "Sort", "Search")
    async with run() as pilot:
        await settled(pilot)
        assert [name for name in needing if name in shown(pilot.app)] == []
        assert "+ New" in shown(pilot.app)
    begun()
    async with run() as pilot:
        await settled(pilot)
        assert all(name in shown(pilot.app) for name in needing)
        assert "in progress" in shown(pilot.app)


async def test_what_is_told_covers_nothing_and_goes_with_the_screen(run: Run, begun: Begun) -> None:
    begun()
    async with run() as pilot:
        await settled(pilot)
        before = {line for line in shown(pilot.app).splitlines() if line.strip()}
        pilot.app.notify("Something was told.")
        await pilot.pause(0.7)
        assert "Something was told." in shown(pilot.app)
        assert before <= set(shown(pilot.app).splitlines())
        await pilot.press("i")
        await pilot.pause()
        assert "Something was told." not in shown(pilot.app)
