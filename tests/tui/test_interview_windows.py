"""Two windows on one case: each sees what the other writes, and nothing is replaced unseen."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable
from typing import Any

import pytest

from assess.core.case.assessment import Assessment
from assess.core.catalogue.answer_status import Status
from assess.tui.dialog.choose import ChooseScreen
from assess.tui.widgets.saved_line import SavedLine
from assess.workflow import Desk, answer, remark
from assess.workflow.case.interview.presence import Window
from assess.workflow.case.interview.session import Session
from tests.cases import VALUES
from tests.slowly import a_few
from tests.tui.interview_keys import asking, interview, keys, settled
from tests.tui.screen_text import shown

Run = Callable[..., Any]
Begun = Callable[..., Assessment]

A_SECOND = 1.0


def texts(pilot: Any, name: str) -> list[str]:
    """What stands in the field of a question on the card."""
    question = interview(pilot).card.question(name)
    return [] if question is None else [question.field.text]


def words(app: Any) -> str:
    """What the screen shows, on one line."""
    return " ".join(shown(app).replace("▌", " ").split())


async def test_an_answer_of_another_window_is_seen_within_a_second(
    run: Run, begun: Begun, desk: Desk
) -> None:
    case = begun()
    async with asking(run, case, "staff_fte", size=(110, 40)) as pilot:
        answer(desk, case, "staff_headcount", 3)
        answer(desk, case, "staff_fte", 2.4)
        await asyncio.sleep(A_SECOND)
        widgets = [
            interview(pilot).card.question(name) for name in ("staff_fte", "staff_headcount")
        ]
        assert [one.field.text for one in widgets if one is not None] == ["2.4", "3"]
        remark(desk, desk.store.assessment(case.case.id), "staff_fte", note="seconded", flag=True)
        await asyncio.sleep(A_SECOND)
        assert "note: seconded" in words(pilot.app)


@pytest.mark.slow
async def test_what_is_typed_in_another_window_is_its_own_until_that_has_gone(
    run: Run, begun: Begun, desk: Desk
) -> None:
    case = begun()
    other = Session(desk, case.case.id)
    other.type("staff_fte", "7")
    other.type("staff_headcount", "8")
    other.flush()
    async with asking(run, case, "staff_fte") as pilot:
        await keys(pilot, "6", "<enter>", "<escape>", "n")
        await keys(pilot, "<alt+b>", "<alt+b>", "<alt+n>")
        await asyncio.sleep(A_SECOND)
        assert [given.value for given in desk.store.answers.history(case.case.id)] == [6]
        assert dict(other.typed.drafts) == {"staff_fte": "7", "staff_headcount": "8"}
        assert "7" not in texts(pilot, "staff_fte") + texts(pilot, "staff_headcount")
        other.close()
        await keys(pilot, "<alt+b>", "<alt+n>")
        await settled(pilot)
        assert texts(pilot, "staff_fte") + texts(pilot, "staff_headcount") == ["7", "8"]
        assert "Enter replaces 6" in words(pilot.app)
        await keys(pilot, "<escape>", "<alt+n>", "<alt+b>", "<tab>", "<shift+tab>")
        assert [given.value for given in desk.store.answers.history(case.case.id)] == [6]
        interview(pilot).parts.focus.to_question("staff_headcount")
        await keys(pilot, "<enter>")
        assert [given.value for given in desk.store.answers.history(case.case.id)] == [6, 8]


async def test_the_question_whose_answer_counts_makes_no_draft_of_another_window_an_answer(
    run: Run, begun: Begun, desk: Desk
) -> None:
    case = begun()
    async with asking(run, case, "staff_fte", size=(110, 40)) as pilot:
        await keys(pilot, "7")
        await asyncio.sleep(A_SECOND)
        other = Session(desk, case.case.id)
        other.give("staff_fte", 6, "6")
        await asyncio.sleep(A_SECOND)
        await keys(pilot, "<enter>")
        await settled(pilot)
        assert isinstance(pilot.app.screen, ChooseScreen)
        other.renew()
        other.visit("staff_headcount")
        other.adopt_drafts()
        assert other.typed.text("staff_fte") is None
        assert [given.value for given in desk.store.answers.history(case.case.id)] == [6]
        assert other.undo().after.value is None
        other.close()


STORIES = [{"title": "A mooring", "role": "We asked"}, {"title": "Welding", "released": True}]


@pytest.mark.parametrize(
    ("question", "moves", "value"),
    a_few(
        [
            ("success_stories", "", STORIES),
            ("success_stories", "Tide<enter><enter>", STORIES),
            ("success_stories", "Tide<enter><enter>", []),
            ("driving_forces", "60<enter>", {"industry": 50, "research": 30, "public": 20}),
            ("planning", "31", VALUES["planning"]),
            ("legal_form", "<down>", "foundation"),
            ("international_countries", "swe", ["NOR"]),
            ("specialisation_text", "Wa", "Tidal power"),
            ("founded", "20", "2009"),
        ],
        0,
    ),
)
async def test_the_cursor_stays_where_it_is_when_another_window_answers(
    run: Run, begun: Begun, desk: Desk, question: str, moves: str, value: Any
) -> None:
    case = begun()
    async with asking(run, case, question) as pilot:
        for key in re.findall(r"<\w+>|.", moves):
            await keys(pilot, key)
        focused = pilot.app.focused
        answer(desk, case, question, value)
        await asyncio.sleep(A_SECOND)
        assert interview(pilot).current == question
        assert pilot.app.focused is focused
        assert focused is not None
        assert focused.is_attached


async def test_the_other_window_is_named_with_its_place_and_gone_when_it_is_left(
    run: Run, begun: Begun, desk: Desk
) -> None:
    case = begun()
    other = Window(desk, case.case.id)
    async with asking(run, case, "legal_form", size=(110, 40)) as pilot:
        assert "in another window" not in words(pilot.app)
        other.at("staff_fte", is_typing=True)
        await asyncio.sleep(A_SECOND)
        assert "Ada Expert is writing at 12" in words(pilot.app)
        assert [one.question for one in other.others()] == ["legal_form"]
        other.leave()
        await asyncio.sleep(A_SECOND)
        assert "in another window" not in words(pilot.app)
        await keys(pilot, "q")
        await settled(pilot)
    assert other.others() == ()


@pytest.mark.slow
@pytest.mark.parametrize(
    ("choice", "value", "entries", "draft"),
    a_few(
        [
            ("1", 7, [7], {}),
            ("2", 3, [7, 3], {}),
            ("<escape>", 7, [7], {"committed_total": "3"}),
        ],
        2,
    ),
)
async def test_who_answers_later_is_asked_before_an_unseen_answer_is_replaced(
    run: Run,
    begun: Begun,
    desk: Desk,
    choice: str,
    value: int,
    entries: list[int],
    draft: dict[str, str],
) -> None:
    case = begun()
    async with asking(run, case, "committed_total", size=(110, 40)) as pilot:
        await keys(pilot, "3")
        answer(desk, case, "committed_total", 7)
        await asyncio.sleep(A_SECOND)
        assert "Ada Expert has answered in another window: 7" in words(pilot.app)
        await keys(pilot, "<enter>")
        await settled(pilot)
        assert isinstance(pilot.app.screen, ChooseScreen)
        assert "Keep the other: 7" in words(pilot.app)
        assert "Use mine: 3" in words(pilot.app)
        await keys(pilot, choice)
        await settled(pilot)
        held = desk.store.assessment(case.case.id)
        assert held.value("committed_total") == value
        assert [one.value for one in desk.store.answers.history(case.case.id)] == entries
        assert desk.store.drafts.of(case.case.id) == draft
        widget = interview(pilot).card.question("committed_total")
        assert widget is not None
        assert widget.field.text == (draft.get("committed_total") or str(value))
        await keys(pilot, "<alt+n>", "<alt+b>")
        assert desk.store.assessment(case.case.id).value("committed_total") == value
        if draft:  # what was typed is given by Enter, now that the other answer was seen
            assert interview(pilot).current == "committed_total"
            await keys(pilot, "<enter>")
            assert desk.store.assessment(case.case.id).value("committed_total") == 3
            assert not desk.store.drafts.of(case.case.id)


async def test_a_key_that_is_an_answer_asks_as_well(
    run: Run, begun: Begun, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = begun()
    monkeypatch.setattr(Window, "has_news", lambda _: False)  # it came this very moment
    async with asking(run, case, "legal_form") as pilot:
        answer(desk, case, "legal_form", "foundation")
        await pilot.press("1")
        await settled(pilot)
        assert desk.store.assessment(case.case.id).value("legal_form") == "foundation"
        assert isinstance(pilot.app.screen, ChooseScreen)
        await keys(pilot, "<escape>")
        await settled(pilot)
        assert desk.store.assessment(case.case.id).value("legal_form") == "foundation"
        assert not desk.store.drafts.of(case.case.id)
        await keys(pilot, "1")
        assert desk.store.assessment(case.case.id).value("legal_form") == "association"


async def test_a_status_asks_as_well(run: Run, begun: Begun, desk: Desk) -> None:
    case = begun()
    async with asking(run, case, "staff_fte") as pilot:
        await keys(pilot, "<escape>", "s")
        answer(desk, case, "staff_fte", 2.4)
        await keys(pilot, "d")
        await settled(pilot)
        assert desk.store.assessment(case.case.id).value("staff_fte") == 2.4
        assert "Use mine" in words(pilot.app)
        await keys(pilot, "2")
        await settled(pilot)
        held = desk.store.assessment(case.case.id).answer("staff_fte")
        assert held.status is Status.DONT_KNOW


async def test_notes_of_two_windows_are_both_kept(run: Run, begun: Begun, desk: Desk) -> None:
    case = begun()
    async with asking(run, case, "staff_fte") as pilot:
        await keys(pilot, "<escape>", "t", "mine")
        remark(desk, case, "staff_fte", note="theirs")
        await keys(pilot, "<escape>")
        await settled(pilot)
        assert desk.store.assessment(case.case.id).answer("staff_fte").note == "theirs\nmine"


async def test_a_database_that_cannot_be_read_is_said_and_stops_nothing(
    run: Run, begun: Begun, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    from assess.errors import StoreFault

    case = begun()
    async with asking(run, case, "staff_fte") as pilot:

        def fail(*_: object, **__: object) -> None:
            raise StoreFault("the disk is full")

        monkeypatch.setattr(type(desk.store.windows), "keep", fail)
        interview(pilot).session.window._told = None
        await asyncio.sleep(A_SECOND)
        assert "the disk is full" in words(pilot.app)
        monkeypatch.undo()
        await keys(pilot, "2", "<enter>")
        assert desk.store.assessment(case.case.id).value("staff_fte") == 2
        assert pilot.app.screen.query_one(SavedLine)._failure == ""
