"""Open points: grouped, worst first, each a jump back into the interview."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from assess.core.case.assessment import Assessment
from assess.core.case.open_point import PointKind
from assess.core.catalogue.answer_status import Status
from assess.tui.case.interview.interview import InterviewScreen
from assess.tui.case.open_points import TITLES
from assess.tui.widgets.row_list import RowList
from assess.workflow import Desk, answer, remark, save_draft
from tests.tui.screen_text import shown

Run = Callable[..., Any]
Begun = Callable[..., Assessment]


async def test_groups_come_worst_first_with_their_counts(
    run: Run, begun: Begun, desk: Desk
) -> None:
    case = begun().case
    now = answer(desk, desk.store.assessment(case.id), "founded", status=Status.FOLLOW_UP)
    now = remark(desk, now.assessment, "founded", note="ask the\nsecretary", flag=True)
    save_draft(desk, now.assessment, "staff_fte", "about 2")
    async with run() as pilot:
        await pilot.pause()
        await pilot.press("o")
        await pilot.pause()
        rows = pilot.app.screen.query_one(RowList).rows
        heads = [str(row.cells[0]) for row in rows if row.is_head]
        assert [head.partition(" (")[0] for head in heads] == [
            TITLES[kind]
            for kind in (
                PointKind.UNFINISHED,
                PointKind.FOLLOW_UP,
                PointKind.MISSING,
                PointKind.FLAG,
                PointKind.NOTE,
            )
        ]
        assert heads[0].endswith("(1) – before the case can be finished")
        await pilot.press("end")
        assert "ask the secretary" in shown(pilot.app)


async def test_a_long_and_hostile_note_is_read_as_typed(run: Run, begun: Begun, desk: Desk) -> None:
    note = "[bold]x[/bold] \x1b[31m {{ 7*7 }} שלום 👩‍👩‍👧 " + "long words " * 2_000
    remark(desk, begun(), "founded", note=note)
    async with run() as pilot:
        await pilot.pause()
        await pilot.press("o")
        await pilot.pause()
        await pilot.press("end", "tab")
        text = shown(pilot.app)
        assert "[bold]x[/bold] ␛[31m {{ 7*7 }} שלום" in text
        assert "\x1b" not in text
        await pilot.press("end")
        await pilot.pause()
        assert "long words" in shown(pilot.app)


async def test_enter_jumps_to_the_question(run: Run, begun: Begun, desk: Desk) -> None:
    case = begun().case
    async with run() as pilot:
        await pilot.pause()
        await pilot.press("o")
        await pilot.pause()
        pilot.app.screen.query_one(RowList).action_page(1)
        chosen = pilot.app.screen._chosen().question
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(pilot.app.screen, InterviewScreen)
        assert desk.store.places.all()[0][:2] == (case.id, chosen)


async def test_a_declaration_that_is_missing_is_asked_for_at_the_start(
    run: Run, begun: Begun
) -> None:
    begun("Declared")
    undeclared = begun("Undeclared", impartiality=None).case.id
    async with run(case=undeclared) as pilot:
        while not len(pilot.app._notifications):
            await pilot.pause(0.01)
        (told,) = pilot.app._notifications
        assert told.message.startswith("Impartiality is not declared yet.")
        assert "in the last 3 years" in told.message
        await pilot.press("escape", "o")
        await pilot.pause()
        assert "Impartiality is not declared yet." in shown(pilot.app)
