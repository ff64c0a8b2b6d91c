"""What the interview keeps: drafts, places, notes, statuses, reasons; and what it never blocks."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from textual.events import Key, Paste

from assess.core.case.assessment import Assessment, Progress
from assess.core.case.open_point import PointKind
from assess.core.catalogue.answer_status import Status
from assess.tui.case.card.derived_values import DerivedValues
from assess.tui.case.home import HomeScreen
from assess.tui.case.interview.card_deck import PREPARE_AFTER
from assess.tui.case.interview.card_view import sections_of
from assess.tui.case.open_points import OpenPointsScreen
from assess.tui.frame.host import host
from assess.workflow import Desk, answer, finish, place_of, save_draft
from assess.workflow.case.cases import points_of
from tests.slowly import a_few
from tests.tui.interview_keys import asking, interview, keys, settled
from tests.tui.screen_text import shown

Run = Callable[..., Any]
Begun = Callable[..., Assessment]


# Checks


async def test_a_hard_check_stands_at_the_field_and_blocks_nothing(
    run: Run, begun: Begun, desk: Desk
) -> None:
    case = begun()
    async with asking(run, case, "manager_experience") as pilot:
        await keys(pilot, "71", "<enter>")
        assert "! 71 is more than 70" in shown(pilot.app)
        assert interview(pilot).current == "manager_experience"
        await keys(pilot, "<enter>")
        assert interview(pilot).current == "team_experience"
        assert desk.store.assessment(case.case.id).value("manager_experience") is None
        assert desk.store.drafts.of(case.case.id) == {"manager_experience": "71"}
        await keys(pilot, "<alt+n>", "<alt+b>")
        assert interview(pilot).current == "manager_experience"
        assert "71" in shown(pilot.app)
        assert "! 71 is more than 70" in shown(pilot.app)


async def test_answers_that_contradict_each_other_are_taken_and_stay_in_sight(
    run: Run, begun: Begun, desk: Desk
) -> None:
    case = begun()
    answer(desk, case, "committed_total", 10)
    async with asking(run, case, "committed_written") as pilot:
        await keys(pilot, "12", "<enter>")
        held = desk.store.assessment(case.case.id)
        assert (held.value("committed_total"), held.value("committed_written")) == (10, 12)
        assert interview(pilot).current == "committed_paying"
        assert "! 12 is more than “Committed participants”, which is 10" in shown(pilot.app)
        assert "! 10 is less than “Committed in writing”, which is 12" in shown(pilot.app)
        await keys(pilot, "<shift+tab>", "<shift+tab>", "20", "<enter>")
        held = desk.store.assessment(case.case.id)
        assert (held.value("committed_total"), held.value("committed_written")) == (20, 12)
        assert not desk.store.drafts.of(case.case.id)


async def test_an_unusual_value_is_saved_and_asked_a_word_why(
    run: Run, begun: Begun, desk: Desk
) -> None:
    case = begun()
    async with asking(run, case, "staff_fte") as pilot:
        await keys(pilot, "60", "<enter>")
        assert "If it is right, press F4 and write why" in " ".join(shown(pilot.app).split())
        assert interview(pilot).current == "staff_headcount"
        assert desk.store.assessment(case.case.id).value("staff_fte") == 60
        await keys(pilot, "<shift+tab>", "<f4>", "120", "<enter>")
        assert "! '120' is no reason: a few words are needed" in shown(pilot.app)
        await keys(pilot, "<backspace>", "<backspace>", "<backspace>")
        await keys(pilot, "a large team", "<enter>")
        held = desk.store.assessment(case.case.id).answer("staff_fte")
        assert (held.value, held.reason) == (60, "a large team")
        assert interview(pilot).current == "staff_fte"
        assert "because: a large team" in shown(pilot.app)
        kinds = {point.kind for point in points_of(desk, desk.store.assessment(case.case.id))}
        assert PointKind.REASONED in kinds
        await keys(pilot, "<alt+n>", "<alt+b>", "<shift+tab>")
        assert "a large team" in shown(pilot.app)


async def test_f4_gives_the_reason_for_which_the_card_asks(
    run: Run, begun: Begun, desk: Desk
) -> None:
    case = begun()
    async with asking(run, case, "staff_fte") as pilot:
        await keys(pilot, "60", "<enter>", "<f4>", "a large team", "<enter>")
        held = desk.store.assessment(case.case.id)
        assert held.answer("staff_fte").reason == "a large team"
        assert held.answer("staff_headcount").value is None
        await settled(pilot)
        assert "because: a large team" in shown(pilot.app)
        interview(pilot).parts.focus.to_question("staff_headcount")
        await keys(pilot, "<f4>")
        assert "needs no reason" in shown(pilot.app)


@pytest.mark.parametrize("correction", a_few(["<shift+tab>", "<alt+b><alt+n>"], 0))
async def test_numbers_become_answers_and_never_reasons(
    run: Run, begun: Begun, desk: Desk, correction: str
) -> None:
    case = begun()
    async with asking(run, case, "staff_fte") as pilot:
        await keys(pilot, "100", "<enter>", "120", "<enter>")
        await settled(pilot)
        held = desk.store.assessment(case.case.id)
        assert (held.value("staff_fte"), held.value("staff_headcount")) == (100, 120)
        assert held.answer("staff_fte").reason is None
        assert interview(pilot).current == "manager_experience"
    async with asking(run, case, "staff_headcount") as pilot:
        await keys(
            pilot, *(["<shift+tab>"] if correction == "<shift+tab>" else ["<alt+b>", "<alt+n>"])
        )
        interview(pilot).parts.focus.to_question("staff_fte")
        await keys(pilot, "99", "<enter>")
        held = desk.store.assessment(case.case.id)
        assert (held.value("staff_fte"), held.answer("staff_fte").reason) == (99, None)


async def test_a_reason_that_is_left_is_offered_again(run: Run, begun: Begun, desk: Desk) -> None:
    case = begun()
    async with asking(run, case, "staff_fte") as pilot:
        await keys(pilot, "60", "<f4>", "seconded", "<escape>")
        assert desk.store.assessment(case.case.id).answer("staff_fte").reason is None
        assert "reason, typed but not saved yet: seconded" in shown(pilot.app)
        await keys(pilot, "<f4>", " staff", "<enter>")
        assert desk.store.assessment(case.case.id).answer("staff_fte").reason == "seconded staff"
        assert not desk.store.drafts.of(case.case.id)
        await keys(pilot, "<tab>", "<f4>")
        assert "needs no reason" in shown(pilot.app)


@pytest.mark.parametrize(
    ("question", "typed", "fault"),
    a_few(
        [
            ("founded", ["13/2009"], "13/2009"),
            ("driving_forces", ["5000\n40\n40"], "Industry: 5000 is more than 100"),
            ("driving_forces", ["60\n40\n40"], "140"),
            ("driving_forces", ["60\n30\n"], "left"),
            ("partner_countries", ["atlant"], "atlant"),
            ("planning", ["11", "<end>"], "4 left to rate"),
            ("staff_fte", ["some"], "some"),
        ],
        0,
        2,
    ),
)
async def test_an_impossible_value_stays_in_sight_until_a_second_enter(
    run: Run, begun: Begun, desk: Desk, question: str, typed: list[str], fault: str
) -> None:
    case = begun()
    answer(desk, desk.store.assessment(case.case.id), "partners_abroad", 3)
    async with asking(run, case, question, size=(120, 40)) as pilot:
        number = desk.newest.indicator_of(question).number
        await keys(pilot, *typed, "<enter>")
        widget = interview(pilot).card.question(question)
        assert widget is not None
        assert interview(pilot).current == question
        assert fault in (widget.fault or "")
        await keys(pilot, "<enter>")
        await settled(pilot)
        assert interview(pilot).current != question
        assert desk.store.assessment(case.case.id).answer(question).status is Status.NOT_REACHED
        assert question in desk.store.drafts.of(case.case.id)
        listed = [
            indicator.progress
            for section in sections_of(interview(pilot).session)
            for indicator in section.indicators
            if indicator.number == number
        ]
        assert listed == [Progress.UNFINISHED]


async def test_a_changed_answer_makes_others_doubtful_at_once(
    run: Run, begun: Begun, desk: Desk
) -> None:
    case = begun()
    for name, value in (
        ("committed_total", 20),
        ("committed_written", 12),
        ("participants_150km", 15),
    ):
        case = answer(desk, case, name, value).assessment
    async with asking(run, case, "committed_total", size=(120, 40)) as pilot:
        await keys(pilot, "10", "<enter>")
        text = shown(pilot.app)
        assert "! 12 is more than" in text
        assert "please check 7" in text


# Routing


async def test_a_hidden_answer_is_kept_inactive_and_comes_back(
    run: Run, begun: Begun, desk: Desk
) -> None:
    case = begun()
    case = answer(desk, case, "governing_body", "yes").assessment
    case = answer(desk, case, "body_meetings", 4).assessment
    async with asking(run, case, "governing_body", size=(100, 50)) as pilot:
        await keys(pilot, "n")
        text = shown(pilot.app)
        assert "not asked, because" in text
        assert desk.store.assessment(case.case.id).answer("body_meetings").value == 4
        widget = interview(pilot).card.question("body_meetings")
        assert widget is not None
        assert widget.field.disabled
        await keys(pilot, "y")
        assert "not asked" not in shown(pilot.app)
        assert not widget.field.disabled


# Drafts


@pytest.mark.parametrize(
    ("question", "typed", "draft"),
    a_few(
        [
            ("committed_total", ["12 or so"], "12 or so"),
            ("founded", ["spring"], "spring"),
            ("driving_forces", ["60\n"], '{"industry": "60"}'),
            ("planning", ["32"], '{"strategy_process": "3", "strategy_document": "2"}'),
            ("partner_countries", ["atlant"], "atlant"),
            ("success_stories", ["\tno title"], '[{"problem": "no title"}]'),
        ],
        0,
        3,
    ),
)
async def test_what_is_not_whole_is_there_again_on_return(
    run: Run, begun: Begun, desk: Desk, question: str, typed: list[str], draft: str
) -> None:
    case = begun()
    answer(desk, desk.store.assessment(case.case.id), "partners_abroad", 3)
    async with asking(run, case, question, size=(100, 50)) as pilot:
        if question == "success_stories":
            interview(pilot).query_one("StoryRows").remove_class("-blank")
            await pilot.pause()
        is_last = question == "success_stories"
        away, back = ("<alt+b>", "<alt+n>") if is_last else ("<alt+n>", "<alt+b>")
        await keys(pilot, *typed, away)
        assert desk.store.drafts.of(case.case.id) == {question: draft}
        assert desk.store.assessment(case.case.id).answer(question).status is Status.NOT_REACHED
        await keys(pilot, back)
        await settled(pilot)
        widget = interview(pilot).card.question(question)
        assert widget is not None
        assert widget.field.text == draft
        assert widget.fault
        assert is_last or f"! {widget.fault[:20]}" in shown(pilot.app)


@pytest.mark.slow
async def test_what_is_being_typed_is_saved_within_a_second(
    run: Run, begun: Begun, desk: Desk
) -> None:
    case = begun()
    async with asking(run, case, "specialisation_text") as pilot:
        await keys(pilot, "half a sen")
        await asyncio.sleep(1)
        assert desk.store.drafts.of(case.case.id) == {"specialisation_text": "half a sen"}
        assert "saved" in shown(pilot.app)
        await keys(pilot, *["<backspace>"] * 10)
        await asyncio.sleep(1)
        assert not desk.store.drafts.of(case.case.id)


async def test_an_empty_grid_row_can_be_taken_back(run: Run, begun: Begun, desk: Desk) -> None:
    case = begun()
    async with asking(run, case, "planning") as pilot:
        await keys(pilot, "111111", "<home>", "<delete>", "<alt+n>")
        assert "strategy_process" not in desk.store.drafts.of(case.case.id)["planning"]


async def test_a_draft_survives_a_note(run: Run, begun: Begun, desk: Desk) -> None:
    case = begun()
    async with asking(run, case, "committed_total") as pilot:
        await keys(pilot, "12 or so", "<escape>", "t", "ask again", "<escape>")
        await settled(pilot)
        assert desk.store.drafts.of(case.case.id) == {"committed_total": "12 or so"}
        assert desk.store.assessment(case.case.id).answer("committed_total").note == "ask again"


# Places


async def test_the_place_is_kept_with_every_question(run: Run, begun: Begun, desk: Desk) -> None:
    case = begun()
    async with asking(run, case, "staff_fte") as pilot:
        await keys(pilot, "3", "<enter>")
        place = place_of(desk, case.case.id)
        assert place is not None
        assert (place.question, place.is_open) == ("staff_headcount", True)
        await keys(pilot, "<escape>", "q")
        assert isinstance(pilot.app.screen, HomeScreen)
        place = place_of(desk, case.case.id)
        assert place is not None
        assert (place.question, place.is_open) == ("staff_headcount", False)


@pytest.mark.parametrize("way_out", a_few(["<ctrl+q>", "<escape>q"], 0))
async def test_leaving_saves_what_is_whole_and_keeps_what_is_not(
    run: Run, begun: Begun, desk: Desk, way_out: str
) -> None:
    case = begun()
    async with asking(run, case, "staff_fte") as pilot:
        out = ["<escape>", "q"] if way_out.startswith("<escape>") else [way_out]
        await keys(pilot, "3", "<tab>", "some", *out)
        await settled(pilot)
        assert isinstance(pilot.app.screen, HomeScreen)
        held = desk.store.assessment(case.case.id)
        assert held.value("staff_fte") == 3
        assert desk.store.drafts.of(case.case.id) == {"staff_headcount": "some"}


async def test_a_case_opens_where_it_was_left(run: Run, begun: Begun) -> None:
    case = begun()
    async with asking(run, case, "priorities") as pilot:
        await keys(pilot, "<ctrl+q>")
        host(pilot.app).open_interview(case.case.id)
        await settled(pilot)
        assert interview(pilot).current == "priorities"
        assert type(pilot.app.focused).__name__ == "Grid"


# No answer, because ...


@pytest.mark.parametrize(
    ("typed", "status", "reason", "by"),
    a_few(
        [
            (["s", "a", "no staff", "<enter>"], Status.NOT_APPLICABLE, "no staff", None),
            (["s", "f", "2026-12-01", "<enter>"], Status.FOLLOW_UP, None, date(2026, 12, 1)),
            (["s", "f", "<enter>"], Status.FOLLOW_UP, None, None),
            (["s", "d"], Status.DONT_KNOW, None, None),
            (["s", "r"], Status.REFUSED, None, None),
            (["s", "l"], Status.ADDED_LATER, None, None),
            (["s", "a", "<enter>", "<escape>", "<escape>"], Status.NOT_REACHED, None, None),
            (["s", "a", "120", "<enter>", "<escape>", "<escape>"], Status.NOT_REACHED, None, None),
            (["s", "f", "soon", "<enter>", "<escape>", "<escape>"], Status.NOT_REACHED, None, None),
            (["s", "a", "<escape>", "d"], Status.DONT_KNOW, None, None),
            (
                ["s", "f", "<escape>", "a", "no staff", "<enter>"],
                Status.NOT_APPLICABLE,
                "no staff",
                None,
            ),
        ],
        0,
        1,
        3,
        8,
    ),
)
async def test_the_statuses_by_key(
    run: Run,
    begun: Begun,
    desk: Desk,
    typed: list[str],
    status: Status,
    reason: str | None,
    by: date | None,
) -> None:
    case = begun()
    async with asking(run, case, "staff_fte") as pilot:
        await keys(pilot, "<escape>", *typed)
        await settled(pilot)
        held = desk.store.assessment(case.case.id).answer("staff_fte")
        assert (held.status, held.reason, held.follow_up_by) == (status, reason, by)
        assert interview(pilot).current == "staff_fte"
        if status is Status.FOLLOW_UP:
            assert "to follow" in shown(pilot.app)


async def test_an_implausible_value_stays_and_can_be_taken_back(
    run: Run, begun: Begun, desk: Desk
) -> None:
    case = begun()
    async with asking(run, case, "staff_fte") as pilot:
        await keys(pilot, "30", "<escape>", "s", "i", "typing error", "<enter>")
        held = desk.store.assessment(case.case.id).answer("staff_fte")
        assert (held.status, held.value, held.reason) == (Status.IMPLAUSIBLE, 30, "typing error")
        await keys(pilot, "<escape>", "s", "0")
        held = desk.store.assessment(case.case.id).answer("staff_fte")
        assert (held.status, held.value) == (Status.NOT_REACHED, None)


# Notes and flags


async def test_a_note_is_kept_as_typed(run: Run, begun: Begun, desk: Desk) -> None:
    case = begun()
    async with asking(run, case, "staff_fte") as pilot:
        await keys(pilot, "<escape>", "t")
        pilot.app.post_message(Paste("[bold]two[/bold]\nשלום \x1b[31m"))
        await keys(pilot, "<escape>")
        held = desk.store.assessment(case.case.id).answer("staff_fte")
        assert held.note == "[bold]two[/bold]\nשלום \x1b[31m"
        assert "note: [bold]two[/bold]" in shown(pilot.app)
        await keys(pilot, "t", "!", "<escape>")
        held = desk.store.assessment(case.case.id).answer("staff_fte")
        assert held.note == "[bold]two[/bold]\nשלום \x1b[31m!"


async def test_a_note_that_was_being_typed_when_all_ended_is_offered_and_none_before_it_is_kept(
    run: Run, begun: Begun, desk: Desk
) -> None:
    case = begun()
    async with asking(run, case, "staff_fte") as pilot:
        await keys(pilot, "<f3>", "half a no")
        await asyncio.sleep(1)
        assert desk.store.drafts.of(case.case.id) == {"staff_fte.note": "half a no"}
    async with asking(run, case, "staff_fte") as pilot:
        assert "note, typed but not saved yet: half a no" in shown(pilot.app)
        assert desk.store.answers.history(case.case.id) == ()
        await keys(pilot, "<f3>", "te", "<escape>")
        assert desk.store.assessment(case.case.id).answer("staff_fte").note == "half a note"
        assert not desk.store.drafts.of(case.case.id)


async def test_the_flag_turns(run: Run, begun: Begun, desk: Desk) -> None:
    case = begun()
    async with asking(run, case, "legal_form") as pilot:
        await keys(pilot, "f")
        assert desk.store.assessment(case.case.id).answer("legal_form").flag
        assert "⚑ for later" in shown(pilot.app)
        await keys(pilot, "f")
        assert not desk.store.assessment(case.case.id).answer("legal_form").flag


# Going anywhere


async def test_n_and_b_walk_through_the_indicators(run: Run, begun: Begun) -> None:
    async with asking(run, begun(), "legal_form") as pilot:
        await keys(pilot, "n")
        assert interview(pilot).current == "initiated_by"
        await keys(pilot, "b", "b")
        assert interview(pilot).current == "founded"
        await keys(pilot, "<alt+b>")
        assert interview(pilot).current == "founded"


async def test_n_means_no_where_yes_partly_no_is_asked(run: Run, begun: Begun, desk: Desk) -> None:
    case = begun()
    async with asking(run, case, "role_written") as pilot:
        await keys(pilot, "n")
        assert desk.store.assessment(case.case.id).value("role_written") == "no"
        await keys(pilot, "<alt+n>")
        assert interview(pilot).current == "involvement"


@pytest.mark.parametrize(
    ("typed", "number"),
    a_few([("4\n", 4), ("1x2\n", 12), ("36\n", 36), ("1\n", 1), ("26\n", 26)], 1, 2),
)
async def test_g_and_a_number_jump(run: Run, begun: Begun, typed: str, number: int) -> None:
    async with asking(run, begun(), "legal_form") as pilot:
        await keys(pilot, "g", typed)
        await settled(pilot)
        indicator = interview(pilot).indicator
        assert indicator is not None
        assert indicator.number == number


async def test_search_finds_questions_answers_and_notes(run: Run, begun: Begun, desk: Desk) -> None:
    case = begun()
    answer(desk, case, "specialisation_text", "Wave power [bold]off shore[/bold]")
    async with asking(run, case, "legal_form") as pilot:
        await keys(pilot, "/", "bold wave")
        assert "Wave power [bold]off shore[/bold]" in shown(pilot.app)
        await keys(pilot, "<enter>")
        await settled(pilot)
        assert interview(pilot).current == "specialisation_text"


async def test_enter_after_a_number_that_is_whole_goes_no_further_than_there(
    run: Run, begun: Begun
) -> None:
    async with asking(run, begun(), "legal_form") as pilot:
        await keys(pilot, "<escape>", "g")
        await settled(pilot)
        for key, letter in (("3", "3"), ("2", "2"), ("enter", "\r")):
            pilot.app.post_message(Key(key, letter))
        await settled(pilot)
        await settled(pilot)
        indicator = interview(pilot).indicator
        assert indicator is not None
        assert indicator.number == 32


async def test_the_list_of_areas_opens_an_indicator(run: Run, begun: Begun) -> None:
    async with asking(run, begun(), "legal_form") as pilot:
        assert "F  Achievements" not in shown(pilot.app)
        await keys(pilot, "a")
        assert "F  Achievements" in shown(pilot.app)
        await keys(pilot, "<pagedown>", "<down>", "<enter>")
        await settled(pilot)
        assert interview(pilot).current == "involvement"
        assert "F  Achievements" not in shown(pilot.app)


async def test_the_guidance_folds_out_and_away(run: Run, begun: Begun) -> None:
    async with asking(run, begun(), "legal_form") as pilot:
        assert "This indicator" not in shown(pilot.app)
        await keys(pilot, "p")
        assert "This indicator" in shown(pilot.app)
        await keys(pilot, "p")
        assert "This indicator" not in shown(pilot.app)


async def test_an_open_point_leads_back_to_its_question(
    run: Run, answered: Begun, desk: Desk
) -> None:
    case = answered()
    worst = points_of(desk, case)[0]
    async with asking(run, case, "legal_form") as pilot:
        await keys(pilot, "o")
        await settled(pilot)
        assert isinstance(pilot.app.screen, OpenPointsScreen)
        await keys(pilot, "<enter>")
        await settled(pilot)
        assert interview(pilot).current == worst.question != "legal_form"


async def test_a_finished_case_takes_nothing(run: Run, answered: Begun, desk: Desk) -> None:
    case = answered()
    finish(desk, case)
    async with asking(run, case, "legal_form") as pilot:
        assert "finished" in shown(pilot.app)
        before = desk.store.answers.history(case.case.id)
        await keys(pilot, "<enter>", "2", "<tab>", "3", "<alt+n>", "<ctrl+q>")
        assert desk.store.answers.history(case.case.id) == before
        assert not desk.store.drafts.of(case.case.id)


@pytest.mark.parametrize("indicators", a_few([5, 35], 0))
async def test_a_draft_from_elsewhere_of_another_form_does_no_harm(
    run: Run, begun: Begun, desk: Desk, indicators: int
) -> None:
    case = begun()
    for name in desk.newest.questions:
        save_draft(desk, case, name, "[[[ not what is expected")
    async with asking(run, case) as pilot:
        for _ in range(indicators):
            await keys(pilot, "<alt+n>")
        assert len(desk.store.drafts.of(case.case.id)) > 60


async def test_what_is_typed_is_kept_when_the_program_ends(
    run: Run, begun: Begun, desk: Desk
) -> None:
    case = begun()
    async with asking(run, case, "specialisation_text") as pilot:
        await keys(pilot, "half a sen")
        pilot.app.exit()
    assert desk.store.drafts.of(case.case.id) == {"specialisation_text": "half a sen"}


async def test_a_card_that_was_built_ahead_shows_how_the_case_stands_now(
    run: Run, begun: Begun, desk: Desk
) -> None:
    case = begun()
    async with asking(run, case, "governing_body", size=(100, 50)) as pilot:
        await keys(pilot, "<alt+b>")
        await asyncio.sleep(PREPARE_AFTER + 0.3)
        answer(desk, desk.store.assessment(case.case.id), "governing_body", "no")
        interview(pilot).session.renew()
        await keys(pilot, "<alt+n>")
        assert "not asked, because" in shown(pilot.app)
        card = interview(pilot).card
        below = card.query_one(DerivedValues).region.y
        assert all(question.region.y < below for question in card.questions)
        assert pilot.app.focused is not None
        assert card.questions[0] in pilot.app.focused.ancestors


async def test_what_is_typed_goes_where_it_is_said_that_there_is_no_answer(
    run: Run, begun: Begun, desk: Desk
) -> None:
    case = begun()
    async with asking(run, case, "planning") as pilot:
        await keys(pilot, "1", "<f4>", "<f2>", "0")
        await settled(pilot)
        widget = interview(pilot).card.question("planning")
        assert widget is not None
        assert widget.field.text == ""
        assert not desk.store.drafts.of(case.case.id)
