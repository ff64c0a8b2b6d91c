"""The form of a case: begun, checked at the field, never lost."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from textual.pilot import Pilot

from assess.core.case.assessment import Assessment
from assess.tui.case.interview.interview import InterviewScreen
from assess.tui.case.organisation import OrganisationScreen
from assess.tui.dialog.choose import ChooseScreen
from assess.tui.widgets.form_field import FormField
from assess.workflow import Desk
from assess.workflow.case.cases import points_of
from assess.workflow.case.interview.form_drafts import kept_form
from tests.slowly import a_few
from tests.tui.screen_text import shown, type_in

Run = Callable[..., Any]
Begun = Callable[..., Assessment]


def field(pilot: Pilot[Any], key: str) -> FormField:
    """Give a field of the form."""
    return next(one for one in pilot.app.screen.query(FormField) if one.key == key)


async def fill(pilot: Pilot[Any], **texts: str) -> None:
    """Type into fields of the form."""
    for key, text in texts.items():
        field(pilot, key).begin()
        await pilot.pause()
        await pilot.press("end", "ctrl+u")
        await type_in(pilot, text)
        await pilot.press("tab")
        await pilot.pause()


async def test_a_case_is_begun_by_keyboard_alone(run: Run, desk: Desk) -> None:
    async with run() as pilot:
        await pilot.pause()
        await pilot.press("plus", "1")
        await type_in(pilot, "Fjord Energy Cluster")
        await pilot.press("enter")
        await type_in(pilot, "norw")
        await pilot.press("enter")
        await type_in(pilot, "Vestland")
        await pilot.press("enter", "enter", "end", "ctrl+u")
        await type_in(pilot, "2.11.2026")
        await pilot.press("enter")
        await type_in(pilot, "energy")
        await pilot.press("enter")
        await type_in(pilot, "vid")
        await pilot.press("enter")
        await type_in(pilot, "Ada Expert")
        await pilot.press(
            "enter", "enter", "enter", "enter", "y", "enter", "space", "enter", "enter"
        )
        await pilot.pause()
        assert isinstance(pilot.app.screen, InterviewScreen)
    case = desk.store.cases.all()[0]
    assert case.organisation.name == "Fjord Energy Cluster"
    assert case.organisation.country == "NOR"
    assert case.organisation.region == "Vestland"
    assert case.details.portfolio == "Energy and environment"
    assert case.details.interview_date == date(2026, 11, 2)
    assert case.details.mode == "video"
    assert case.details.pool_consent
    declared = case.details.impartiality
    assert declared is not None
    assert (declared.statement, declared.by, declared.on) == (
        "none",
        "Ada Expert",
        date(2026, 11, 2),
    )


async def test_all_wrong_lines_are_marked_at_once(run: Run, desk: Desk) -> None:
    async with run() as pilot:
        await pilot.pause()
        await pilot.press("plus", "1")
        await pilot.pause()
        await pilot.press("ctrl+s")
        await pilot.pause()
        text = shown(pilot.app)
        for sentence in ("Type the name", "Choose a country", "Choose a mode", "Type the expert"):
            assert sentence in text
    assert desk.store.cases.all() == ()


WRONG = [
    ("name", "", "Type the name of the organisation."),
    ("country", "Atlantis", "“Atlantis” is not in the list of countries"),
    ("interview_date", "02/11/2026", "02/11/2026 can be 2 November 2026 or 11 February 2026"),
    ("interview_date", "soon", "this is not a day; write it like 2026-11-02"),
    ("interview_date", "2026-02-30", "there is no such day"),
    ("portfolio", "Gardening", "“Gardening” is not in the list of portfolios"),
    ("mode", "", "Choose a mode"),
    ("expert", "", "Type the expert's name."),
]


@pytest.mark.slow
@pytest.mark.parametrize(("key", "typed", "said"), a_few(WRONG, 1))
async def test_a_wrong_line_is_explained_at_the_field_and_stays_typed(
    run: Run, desk: Desk, key: str, typed: str, said: str
) -> None:
    right = {
        "name": "Fjord",
        "country": "norway",
        "interview_date": "2026-11-02",
        "portfolio": "ICT",
        "mode": "video",
        "expert": "Ada",
        "interest": "a seat until 2020",
    }
    async with run() as pilot:
        await pilot.pause()
        await pilot.press("plus", "1")
        await pilot.pause()
        await fill(pilot, **{**right, key: typed})
        await pilot.press("ctrl+s")
        assert isinstance(pilot.app.screen, OrganisationScreen)
        assert f"! {said}" in shown(pilot.app)
        assert field(pilot, key).text == typed
        assert field(pilot, key).has_class("-here")
    assert desk.store.cases.all() == ()


@pytest.mark.parametrize(
    ("typed", "taken"),
    [("NOR", "NOR"), ("no", "NOR"), ("nor", "NOR"), ("norf", "NFK")],
)
async def test_a_code_comes_before_names_that_begin_with_it(
    run: Run, typed: str, taken: str
) -> None:
    async with run() as pilot:
        await pilot.pause()
        await pilot.press("plus", "1")
        await pilot.pause()
        field(pilot, "country").begin()
        await type_in(pilot, typed)
        await pilot.press("enter")
        assert field(pilot, "country").text == taken


@pytest.mark.slow
async def test_the_portfolios_are_those_of_the_day_of_the_interview(run: Run) -> None:
    async with run() as pilot:
        await pilot.pause()
        await pilot.press("plus", "1")
        await pilot.pause()
        await fill(pilot, interview_date="2012-05-02", portfolio="media")
        assert field(pilot, "portfolio").text == "Media, design, service innovation"
        await fill(pilot, interview_date="2014-05-02", portfolio="media")
        assert field(pilot, "portfolio").text == "media"


@pytest.mark.slow
async def test_a_country_is_found_by_its_code_and_its_other_names(run: Run) -> None:
    async with run() as pilot:
        await pilot.pause()
        await pilot.press("plus", "1")
        await pilot.pause()
        await fill(pilot, country="CZ")
        assert field(pilot, "country").text == "CZE"
        await fill(pilot, country="aland")
        assert field(pilot, "country").text == "ALA"


@pytest.mark.slow
async def test_a_name_close_to_a_known_one_is_asked_about(
    run: Run, begun: Begun, desk: Desk
) -> None:
    begun("Fjord Energy Cluster")
    for answer, expected in (("1", "Fjord Energy Cluster"), ("2", "Fjord Energy Clusters")):
        async with run() as pilot:
            await pilot.pause()
            await pilot.press("plus", "1")
            await pilot.pause()
            texts = {"name": "Fjord Energy Clusters", "country": "norway", "portfolio": "ICT"}
            await fill(pilot, **texts)
            await fill(pilot, interest="a seat until 2020")
            field(pilot, "name").begin()
            await pilot.pause()
            assert "similar to Fjord Energy Cluster" in shown(pilot.app)
            await pilot.press("ctrl+s")
            assert isinstance(pilot.app.screen, ChooseScreen)
            assert "Same organisation as Fjord Energy Cluster?" in shown(pilot.app)
            assert "Yes, it is Fjord Energy Cluster (last interview 2 November" in shown(pilot.app)
            await pilot.press(answer)
            await pilot.pause()
        names = [case.organisation.name for case in desk.store.cases.all()]
        assert names.count(expected) == (2 if answer == "1" else 1)


async def test_a_known_organisation_is_said_to_have_a_last_round(run: Run, begun: Begun) -> None:
    begun("Fjord Energy Cluster", interview="2024-10-02")
    async with run() as pilot:
        await pilot.pause()
        await pilot.press("plus", "1")
        await pilot.pause()
        await fill(pilot, name="fjord energy cluster", country="norway")
        field(pilot, "name").begin()
        await pilot.pause()
        said = " ".join(shown(pilot.app).split())
        assert "benchmarked before, on 2 October 2024: those answers will be shown" in said


@pytest.mark.slow
async def test_the_expert_of_the_newest_case_is_remembered(run: Run, begun: Begun) -> None:
    begun(expert="Kim Erfaren")
    async with run() as pilot:
        await pilot.pause()
        await pilot.press("plus", "1")
        await pilot.pause()
        assert field(pilot, "expert").text == "Kim Erfaren"


async def test_what_was_typed_is_there_again_after_leaving_without_saving(
    run: Run, desk: Desk
) -> None:
    async with run() as pilot:
        await pilot.pause()
        await pilot.press("plus", "1")
        await type_in(pilot, "Half a name")
        await pilot.press("escape")
        await pilot.pause(0.2)
        assert "What you typed is here again" in " ".join(shown(pilot.app).split())
        assert "a new case was typed and not saved" in shown(pilot.app).lower()
        await pilot.press("plus", "1")
        await pilot.pause()
        assert field(pilot, "name").text == "Half a name"
        await pilot.press("ctrl+r", "2")
        await pilot.pause()
        assert field(pilot, "name").text == ""
    assert desk.store.cases.all() == ()


async def test_details_are_changed_and_an_unchanged_declaration_keeps_its_day(
    run: Run, begun: Begun, desk: Desk
) -> None:
    stated = {"statement": "advised them once", "by": "Ada Expert", "on": date(2026, 10, 1)}
    case = begun(impartiality=stated).case
    async with run() as pilot:
        await pilot.pause()
        await pilot.press("i")
        await pilot.pause()
        assert field(pilot, "interest").text == "advised them once"
        await fill(pilot, contact="Kim Manager")
        await pilot.press("ctrl+s")
        await pilot.pause()
    after = desk.store.cases.get(case.id).details
    assert after.contact == "Kim Manager"
    assert after.impartiality == case.details.impartiality


async def test_stating_an_interest_takes_back_that_there_is_none(run: Run) -> None:
    async with run() as pilot:
        await pilot.pause()
        await pilot.press("plus", "1")
        await pilot.pause()
        field(pilot, "no_interest").begin()
        await pilot.press("space", "tab")
        assert field(pilot, "no_interest").text == "yes"
        await type_in(pilot, "a seat")
        assert field(pilot, "no_interest").text == ""


@pytest.mark.slow
async def test_a_new_case_demands_a_declaration_of_impartiality(run: Run, desk: Desk) -> None:
    async with run() as pilot:
        await pilot.pause()
        await pilot.press("plus", "1")
        await pilot.pause()
        await fill(pilot, name="Fjord", country="norway", portfolio="ICT", mode="video")
        await fill(pilot, expert="Ada")
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert "! Press space if there is none, or state the interest." in shown(pilot.app)
        assert field(pilot, "no_interest").has_class("-here")
        assert desk.store.cases.all() == ()
        await pilot.press("space", "ctrl+s")
        await pilot.pause()
    assert len(desk.store.cases.all()) == 1


@pytest.mark.slow
async def test_a_new_case_that_was_typed_survives_a_run_that_never_left_the_form(
    run: Run, desk: Desk
) -> None:
    async with run() as pilot:  # ends without leaving the form, as when the machine goes down
        await pilot.pause()
        await pilot.press("plus", "1")
        await pilot.pause()
        await fill(pilot, name="Half a name", country="norway")
        await pilot.pause(1)
        assert kept_form(desk, "organisation") == {"name": "Half a name", "country": "NOR"}
    async with run() as pilot:
        await pilot.pause()
        await pilot.pause()
        assert "+ shows it again" in shown(pilot.app)
        await pilot.press("plus", "1")
        await pilot.pause()
        assert field(pilot, "name").text == "Half a name"
        assert field(pilot, "country").text == "NOR"
        assert field(pilot, "interview_date").text == "2026-11-02"
        await fill(pilot, portfolio="ICT", mode="video", expert="Ada", interest="a seat")
        await pilot.press("ctrl+s")
        await pilot.pause()
    assert desk.store.cases.all()[0].organisation.name == "Half a name"
    assert kept_form(desk, "organisation") == {}
    assert not (desk.store.path.parent / "unsaved-form.json").exists()


@pytest.mark.slow
async def test_changed_details_that_were_typed_survive_a_run_that_never_left_the_form(
    run: Run, begun: Begun, desk: Desk
) -> None:
    case = begun()
    points = points_of(desk, case)
    async with run() as pilot:
        await pilot.pause()
        await pilot.press("i")
        await pilot.pause()
        await fill(pilot, contact="Kim Manager")
        await pilot.pause(1)
    assert points_of(desk, case) == points
    async with run() as pilot:
        await pilot.pause()
        await pilot.press("i")
        await pilot.pause()
        assert field(pilot, "contact").text == "Kim Manager"
        assert "what you typed before" in shown(pilot.app)


@pytest.mark.slow
async def test_typing_replaces_the_day_that_stood_there(run: Run) -> None:
    async with run() as pilot:
        await pilot.pause()
        await pilot.press("plus", "1")
        await pilot.pause()
        field(pilot, "interview_date").begin()
        await pilot.pause()
        await pilot.press("1", ".", "9", ".", "2", "6")
        assert field(pilot, "interview_date").text == "1.9.26"
