"""Two answers side by side: every part in which they differ is said."""

from __future__ import annotations

from typing import Any

import pytest

from assess.core.case.answer import Evidence
from assess.core.case.history.proposal import Proposal
from assess.core.case.history.side_by_side import said_in_brief, side_by_side
from assess.core.case.open_point import PointKind, open_points
from assess.core.catalogue.answer_status import Status
from assess.core.catalogue.catalogue import Catalogue
from assess.languages.message import say
from tests.notation import answered

STORY = {"title": "A mooring", "problem": "Costs", "released": True}


def proposal(question: str, value: Any = None, **stated: Any) -> Proposal:
    return Proposal(question=question, value=value, source="a file", **stated)


def lines(catalogue: Catalogue, there: Proposal, **here: Any) -> list[tuple[str, ...]]:
    question = catalogue.questions[there.question]
    pairs = side_by_side(question, answered(**here).answer(there.question), there, catalogue)
    return [
        tuple(say(text).replace("\u00a0", " ") for text in (one.label, one.here, one.there))
        for one in pairs
        if one.differs
    ]


@pytest.mark.parametrize(
    ("here", "there", "expected"),
    [
        ({}, {"value": 3}, [("", "", "3 FTE")]),
        ({"staff_fte": 2}, {"value": 3}, [("", "2 FTE", "3 FTE")]),
        ({"staff_fte": 2}, {"value": 2}, []),
        (
            {"staff_fte": "!refused"},
            {"value": 3},
            [("", "does not wish to answer", "3 FTE")],
        ),
        (
            {"staff_fte": 2},
            {"value": None, "status": Status.NOT_REACHED, "note": "ask the treasurer"},
            [("note", "", "ask the treasurer")],
        ),
        ({"staff_fte": 2}, {"value": 2, "reason": "small"}, [("reason", "", "small")]),
        ({"staff_fte": 2}, {"value": 2, "flag": True}, [("for later", "", "marked")]),
        (
            {"staff_fte": 2},
            {"value": 2, "evidence": (Evidence(kind="link", location="https://a.example"),)},
            [("evidence", "", "https://a.example")],
        ),
    ],
)
def test_a_single_value_stands_beside_another(
    catalogue: Catalogue,
    here: dict[str, Any],
    there: dict[str, Any],
    expected: list[tuple[str, ...]],
) -> None:
    assert lines(catalogue, proposal("staff_fte", **there), **here) == expected


def test_of_an_answer_in_parts_each_part_stands_for_itself(catalogue: Catalogue) -> None:
    parts = {"industry": 50, "research": 30, "public": 20}
    other = {"industry": 55, "research": 25, "public": 20}
    found = lines(catalogue, proposal("driving_forces", other), driving_forces=parts)
    assert [(here, there) for _, here, there in found] == [("50 %", "55 %"), ("30 %", "25 %")]


def test_stories_with_one_title_still_differ_in_what_they_tell(catalogue: Catalogue) -> None:
    told = {**STORY, "problem": "Nobody could test at sea", "released": False}
    found = lines(catalogue, proposal("success_stories", [told]), success_stories=[STORY])
    assert found == [
        ("story 1, problem", "Costs", "Nobody could test at sea"),
        ("story 1, released", "yes", "no"),
    ]


def test_an_answer_in_one_line_is_cut(catalogue: Catalogue) -> None:
    question = catalogue.questions["specialisation_text"]
    told = said_in_brief(question, proposal("specialisation_text", "word " * 100), catalogue)
    said = say(told)
    assert len(said) <= 160
    assert said.endswith("…")


def test_what_is_proposed_is_an_open_point_until_it_agrees(catalogue: Catalogue) -> None:
    offered = [proposal("founded", "2009"), proposal("staff_fte", 3), proposal("body_meetings", 4)]
    case = answered(staff_fte=2, governing_body="no")
    points = [
        (one.question, say(one.text))
        for one in open_points(case, catalogue, proposals=offered)
        if one.kind is PointKind.PROPOSED
    ]
    assert points == [
        ("founded", "proposed: 2009 (a file)"),
        ("staff_fte", "differs from the answer: 3 FTE (a file)"),
    ]
    case = case.with_answers(answered(founded="2009", staff_fte=3).answers.values())
    kinds = {one.kind for one in open_points(case, catalogue, proposals=offered)}
    assert PointKind.PROPOSED not in kinds
