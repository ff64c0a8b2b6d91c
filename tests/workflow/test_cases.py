"""Cases: begun, found, listed and resumed."""

from __future__ import annotations

import pytest

from assess.core.case.assessment import Assessment
from assess.core.case.organisation import Organisation
from assess.errors import AssessError, NotFound, UnknownCase
from assess.workflow import (
    Desk,
    answer,
    begin,
    change_details,
    find,
    leave,
    listed,
    place_of,
    similar_organisations,
    visit,
)
from tests.notation import case_of


@pytest.mark.parametrize("wanted", ["case0001", "case", "fjord", "Fjord Energy Cluster"])
def test_a_case_is_found_by_the_beginning_of_its_id_or_name(
    wanted: str, desk: Desk, case: Assessment
) -> None:
    assert find(desk, wanted).case == case.case


@pytest.mark.parametrize("wanted", ["", "nowhere", "ase0001"])
def test_what_is_no_beginning_finds_nothing(wanted: str, desk: Desk, case: Assessment) -> None:
    assert case.case.id == "case0001"
    with pytest.raises(NotFound, match="no case"):
        find(desk, wanted)


@pytest.mark.parametrize(
    ("wanted", "named"),
    [
        ("fjrod", True),
        ("Fjord Enrgy", True),
        ("case001", True),
        ("energy cluster", True),
        ("cluster fjord", True),
        ("Fjord-Energy", True),
        ("ford", True),
        ("fish", False),
        ("energetic", False),
        ("x", False),
    ],
)
def test_a_near_miss_names_the_case_that_may_be_meant(
    wanted: str, named: bool, desk: Desk, case: Assessment
) -> None:
    with pytest.raises(UnknownCase, match="There is no case") as missed:
        find(desk, wanted)
    assert (f"{case.case.id} (Fjord Energy Cluster)" in str(missed.value)) is named


def test_where_there_is_no_case_at_all_it_is_said_how_to_begin(desk: Desk) -> None:
    with pytest.raises(UnknownCase, match=r"`assess case new` begins one"):
        find(desk, "fjord")


def test_an_ambiguous_beginning_names_the_cases(desk: Desk, case: Assessment) -> None:
    begin(desk, Organisation(name="Fjord Food", country="NOR"), case.case.details)
    with pytest.raises(NotFound, match="2 cases"):
        find(desk, "fjord")
    assert find(desk, "fjord food").case.organisation.name == "Fjord Food"


def test_faults_of_the_details_are_named_all_at_once(desk: Desk) -> None:
    pattern = case_of(portfolio="Basket weaving")
    script = Organisation(name="X", country="Norway", website="javascript:alert(1)")
    with pytest.raises(AssessError) as refusal:
        begin(desk, script, pattern.details)
    assert "Web site: " in str(refusal.value)
    assert "Country: 'Norway'" in str(refusal.value)
    assert "Portfolio: 'Basket weaving'" in str(refusal.value)
    assert desk.store.cases.all() == ()


def test_the_list_shows_how_far_a_case_is(desk: Desk, case: Assessment) -> None:
    answer(desk, case, "founded", "2009-05")
    (row,) = listed(desk)
    assert (row.answered, row.indicators_complete, row.label) == (1, 1, None)
    required = sum(question.required for question in desk.newest.questions.values())
    assert row.open_points == required - 1


def test_an_interview_is_resumed_where_it_was_left(desk: Desk, case: Assessment) -> None:
    visit(desk, case.case.id, "staff_fte")
    place = place_of(desk, case.case.id)
    assert place is not None
    assert (place.question, place.is_open) == ("staff_fte", True)
    leave(desk, case.case.id, "training_days")
    place = place_of(desk, case.case.id)
    assert place is not None
    assert (place.question, place.is_open) == ("training_days", False)


def test_details_can_be_changed(desk: Desk, case: Assessment) -> None:
    details = case.case.details.model_copy(update={"contact": "Liv"})
    change_details(desk, case.case, case.case.organisation, details)
    assert find(desk, "fjord").case.details.contact == "Liv"


@pytest.mark.parametrize(
    ("name", "country", "alike"),
    [
        ("Fjord Energy Clusters", "NOR", True),
        ("Fjord Enrgy Cluster", "NOR", True),
        ("Fjord Energy Cluster Norway", "NOR", True),
        ("Fjord Energy Cluster", "NOR", False),
        ("Fjord Energy Clusters", "DNK", False),
        ("Alpine Food", "NOR", False),
    ],
)
def test_a_name_close_to_a_known_one_is_asked_about(
    name: str, country: str, alike: bool, desk: Desk, case: Assessment
) -> None:
    found = similar_organisations(desk, name, country)
    assert (case.case.organisation in found) is alike
