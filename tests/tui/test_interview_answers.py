"""Every type of question, answered by keys: what the database then holds."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from textual.events import Paste

from assess.core.case.assessment import Assessment
from assess.core.catalogue.answer_status import Status
from assess.tui.case.interview.interview_keys import COMMANDS, SLASH
from assess.workflow import Desk, answer
from assess.workflow.case.interview.session import Session
from tests.slowly import a_few
from tests.tui.interview_keys import asking, interview, keys, settled
from tests.tui.screen_text import shown

Run = Callable[..., Any]
Begun = Callable[..., Assessment]


@pytest.mark.parametrize(
    ("question", "typed", "expected"),
    a_few(
        [
            ("committed_total", ["86", "<enter>"], 86),
            ("committed_total", ["1 234", "<tab>"], 1234),
            ("budget_total", ["1.2m", "<enter>"], 1_200_000),
            ("budget_total", ["1 234,5", "<alt+n>"], 1234.5),
            ("founded", ["05/2009", "<enter>"], "2009-05"),
            ("founded", ["May 2009", "<escape>"], "2009-05"),
            ("founded", ["2009", "<enter>"], "2009"),
            ("legal_form", ["2"], "company_non_profit"),
            ("legal_form", ["<down>", "<down>", "<space>"], "company_for_profit"),
            ("legal_form", ["<down>", "<enter>"], "company_non_profit"),
            ("legal_form", ["2", "4"], "foundation"),
            ("involvement", ["3"], 3),
            ("involvement", ["0"], 0),
            ("role_written", ["y"], "yes"),
            ("role_written", ["p"], "partly"),
            ("role_written", ["n"], "no"),
            ("role_written", ["<right>", "<space>"], "partly"),
            ("reach", ["1", "3"], ["local", "european"]),
            ("reach", ["3", "1", "4", "3"], ["local", "global"]),
            ("reach", ["<down>", "<space>"], ["national"]),
            ("reach", ["0"], []),
            ("driving_forces", ["60\n30\n10\n"], {"industry": 60, "research": 30, "public": 10}),
            (
                "driving_forces",
                ["33.3", "<down>", "33,3 %", "<down>", "33.4", "<up>", "<escape>"],
                {"industry": 33.3, "research": 33.3, "public": 33.4},
            ),
            ("driving_forces", ["100", "<escape>"], {"industry": 100, "research": 0, "public": 0}),
            (
                "planning",
                ["321003"],
                {
                    "strategy_process": 3,
                    "strategy_document": 2,
                    "implementation_plan": 1,
                    "strategy_review": 0,
                    "performance_monitoring": 0,
                    "financial_controlling": 3,
                },
            ),
            # each level ended with Enter, as other answers are
            (
                "planning",
                ["3\n2\n1\n0\n0\n3\n"],
                {
                    "strategy_process": 3,
                    "strategy_document": 2,
                    "implementation_plan": 1,
                    "strategy_review": 0,
                    "performance_monitoring": 0,
                    "financial_controlling": 3,
                },
            ),
            (
                "planning",
                ["111111", "<home>", "<right>", "<space>"],
                {
                    "strategy_process": 2,
                    "strategy_document": 1,
                    "implementation_plan": 1,
                    "strategy_review": 1,
                    "performance_monitoring": 1,
                    "financial_controlling": 1,
                },
            ),
            ("specialisation_text", ["Wave\npower", "<tab>"], "Wave\npower"),
            ("partner_countries", ["norw", "<enter>", "dnk", "<enter>"], ["NOR", "DNK"]),
            ("partner_countries", ["cote", "<enter>", "<enter>"], ["CIV"]),
            ("partner_countries", ["ger\nfra\n", "<backspace>"], ["DEU"]),
            ("partner_countries", ["0", "<enter>"], []),
            (
                "success_stories",
                [
                    "First\n",
                    "Why",
                    "<tab>",
                    "Us",
                    "<tab>",
                    "<tab>",
                    "5 jobs",
                    "<tab>",
                    "y",
                    "<tab>",
                    "<tab>",
                ],
                [
                    {
                        "title": "First",
                        "problem": "Why",
                        "role": "Us",
                        "result": "5 jobs",
                        "released": True,
                    }
                ],
            ),
        ],
        0,
        2,
        4,
        8,
        11,
        14,
        17,
        21,
        24,
        26,
        27,
        31,
    ),
)
async def test_keys_become_an_answer(
    run: Run, begun: Begun, desk: Desk, question: str, typed: list[str], expected: object
) -> None:
    case = begun()
    async with asking(run, case, question) as pilot:
        await keys(pilot, *typed)
        await settled(pilot)
        held = desk.store.assessment(case.case.id).answer(question)
        assert (held.status, held.value) == (Status.ANSWERED, expected)
        assert question not in desk.store.drafts.of(case.case.id)


async def test_counts_are_whole_once_they_reach_the_other_question(
    run: Run, begun: Begun, desk: Desk
) -> None:
    case = begun()
    answer(desk, case, "committed_total", 50)
    async with asking(run, case, "composition") as pilot:
        await keys(pilot, "30,0", "<enter>")
        assert "= 30" in shown(pilot.app)
        assert "20" in shown(pilot.app)
        assert "left" in shown(pilot.app)
        await keys(pilot, "20", "<escape>")
        held = desk.store.assessment(case.case.id).answer("composition")
        assert isinstance(held.value, dict)
        assert (held.value["sme"], held.value["non_sme"], held.value["other"]) == (30, 20, 0)


async def test_the_reading_is_echoed_before_it_counts(run: Run, begun: Begun, desk: Desk) -> None:
    case = begun()
    async with asking(run, case, "staff_fte") as pilot:
        await keys(pilot, "2,4")
        assert "FTE  = 2.4" in shown(pilot.app)
        assert desk.store.assessment(case.case.id).value("staff_fte") is None
        await keys(pilot, "<enter>")
        assert desk.store.assessment(case.case.id).value("staff_fte") == 2.4


async def test_enter_walks_through_the_questions_and_on_to_the_next_indicator(
    run: Run, begun: Begun, desk: Desk
) -> None:
    case = begun()
    first, second, *others = desk.newest.indicator_of("staff_fte").questions
    last = others[-1] if others else second
    async with asking(run, case, first.name) as pilot:
        await keys(pilot, "3", "<enter>", "4", "<enter>")
        await settled(pilot)
        after = desk.store.assessment(case.case.id)
        assert (after.value(first.name), after.value(second.name)) == (3, 4)
    async with asking(run, case, last.name) as pilot:
        await keys(pilot, "<enter>")
        await settled(pilot)
        screen = interview(pilot)
        assert screen.indicator is not None
        assert (screen.indicator.number, screen.current) == (13, "manager_experience")


async def test_shift_tab_goes_back(run: Run, begun: Begun) -> None:
    async with asking(run, begun(), "staff_fte") as pilot:
        await keys(pilot, "3", "<enter>", "<shift+tab>")
        assert interview(pilot).current == "staff_fte"


async def test_a_cleared_field_takes_the_answer_back(run: Run, begun: Begun, desk: Desk) -> None:
    case = begun()
    async with asking(run, case, "staff_fte") as pilot:
        await keys(pilot, "3", "<enter>", "<shift+tab>", "<backspace>", "<enter>")
        held = desk.store.assessment(case.case.id).answer("staff_fte")
        assert (held.status, held.value) == (Status.NOT_REACHED, None)


@pytest.mark.parametrize(
    ("question", "given"), a_few([("legal_form", "2"), ("role_written", "y"), ("reach", "1")], 0)
)
async def test_delete_takes_a_choice_back(
    run: Run, begun: Begun, desk: Desk, question: str, given: str
) -> None:
    case = begun()
    async with asking(run, case, question) as pilot:
        await keys(pilot, given, "<delete>")
        assert desk.store.assessment(case.case.id).answer(question).status is Status.NOT_REACHED


async def test_derived_values_follow_the_answers(run: Run, begun: Begun, desk: Desk) -> None:
    case = begun()
    answer(desk, case, "committed_total", 63)
    async with asking(run, case, "staff_fte", size=(140, 40)) as pilot:
        assert "31.5" not in shown(pilot.app)
        await keys(pilot, "2", "<enter>")
        assert "31.5 participants per FTE" in shown(pilot.app).replace("\u00a0", " ")


async def test_an_indicator_without_questions_says_what_it_is_derived_from(
    run: Run, answered: Begun
) -> None:
    async with asking(run, answered(), "service_funding", size=(100, 50)) as pilot:
        await keys(pilot, "<escape>", "g25\n")
        await settled(pilot)
        text = shown(pilot.app)
        assert "derived from" in text
        assert "Enter" not in text.split("derived from")[0]
        for number in range(18, 25):
            assert f"{number}  " in text
        assert "%" in text
        await keys(pilot, "<enter>")
        assert interview(pilot).current == "steering"


HOSTILE = [
    "[bold]x[/bold] [/] [@click=app.quit]x[/]",
    "{{ 7*7 }} <script>alert(1)</script>",
    "\x1b[31mred\x1b[0m \x1b]0;title\x07 \x9b2J",
    "שלום مرحبا 👩‍👩‍👧‍👦 ŽLUŤOUČKÝ \u202etxt.exe",
]


@pytest.mark.slow
@pytest.mark.parametrize("text", a_few(["\n".join(HOSTILE), *HOSTILE], 0))
async def test_text_is_kept_as_typed_and_never_obeyed(
    run: Run, begun: Begun, desk: Desk, text: str
) -> None:
    case = begun()
    async with asking(run, case, "specialisation_text") as pilot:
        pilot.app.post_message(Paste(text))
        await keys(pilot, "<tab>")
        assert desk.store.assessment(case.case.id).value("specialisation_text") == text
        await keys(pilot, "<alt+b>", "<alt+n>")
        drawn = shown(pilot.app)
        assert "\x1b" not in drawn
        assert "\x9b" not in drawn
        assert "\x07" not in drawn


async def test_a_pasted_text_of_100_000_characters_is_kept_whole(
    run: Run, begun: Begun, desk: Desk
) -> None:
    case = begun()
    text = "word " * 20_000
    async with asking(run, case, "specialisation_text") as pilot:
        pilot.app.post_message(Paste(text))
        await keys(pilot, "x", "<escape>")
        await settled(pilot)
        assert desk.store.assessment(case.case.id).value("specialisation_text") == text + "x"


async def test_100_000_characters_in_a_line_for_a_number_do_no_harm(
    run: Run, begun: Begun, desk: Desk
) -> None:
    case = begun()
    async with asking(run, case, "staff_fte") as pilot:
        pilot.app.post_message(Paste("9" * 100_000))
        await keys(pilot, "<enter>", "<ctrl+q>")
        assert len(desk.store.drafts.of(case.case.id)["staff_fte"]) == 100_000
        assert Session(desk, case.case.id).posed(desk.newest.questions["staff_fte"]).draft


async def test_every_key_of_the_interview_has_a_command(run: Run, begun: Begun) -> None:
    async with asking(run, begun()) as pilot:
        known = set(interview(pilot)._commands)
    assert {*COMMANDS, SLASH} == known
