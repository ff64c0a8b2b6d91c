"""Prose of older versions is understood as the code that says it to the letter, or stays prose."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assess.core.case import kept as of_case
from assess.core.catalogue.policy import Policy, Term
from assess.core.label.kept import LISTED_RULES, RULES, WARNINGS
from assess.core.label.message import LabelMessage
from assess.core.label.validity import validity
from assess.core.published_list import kept as listed
from assess.core.text.kept import KeptMessages, PlaceKind, understood_text
from assess.core.text.message import Day, Message, Month, message
from assess.languages import speaking
from assess.languages.message import say
from assess.languages.understanding import understood

days = st.dates(date(2000, 1, 1), date(2090, 12, 31))
KINDS: dict[PlaceKind, st.SearchStrategy[Any]] = {
    PlaceKind.DAY: days.map(Day),
    PlaceKind.MONTH: days.map(lambda day: Month(day.replace(day=1))),
    PlaceKind.WHOLE_NUMBER: st.integers(0, 400),
    PlaceKind.DAY_IN_WORDS: days.map(lambda day: Day(day, in_words=True)),
    PlaceKind.PERSON: st.text(min_size=1).filter(
        lambda name: not any(sign == "," or sign.isdigit() for sign in name)
    ),
    PlaceKind.NAME: st.text(min_size=1).filter(lambda name: "," not in name),
    PlaceKind.TEXT: st.text(min_size=1) | st.sampled_from(["Bo, not by Ada", "a: its month", "x"]),
}
KEPT = [
    pytest.param(kept, code, id=code)
    for kept in (
        *(RULES, LISTED_RULES, WARNINGS),
        *(listed.WARNINGS, listed.PLACES, listed.SOURCES),
        *(of_case.REASONS, of_case.SOURCES),
    )
    for code in kept.places
]


def messages(kept: KeptMessages, code: str) -> st.SearchStrategy[Message]:
    """Give messages of a code, with any values of its kinds."""
    kinds = kept.places[code]
    return st.fixed_dictionaries({name: KINDS[kind] for name, kind in kinds.items()}).map(
        lambda values: Message(code, values)
    )


@settings(max_examples=25)  # of each code
@pytest.mark.parametrize(("kept", "code"), KEPT)
@given(data=st.data())
def test_what_is_understood_says_the_same(kept: KeptMessages, code: str, data: Any) -> None:
    told = data.draw(messages(kept, code))
    found = understood(say(told), kept)
    assert say(found) == say(told)
    if PlaceKind.TEXT not in kept.places[code].values():
        assert found == told


terms = st.builds(Term, months=st.integers(1, 60), end_of_month=st.booleans())


@given(
    first=terms,
    renewal=st.none() | terms,
    window=st.none() | terms,
    early=st.none() | st.integers(1, 24),
    interview=days,
    previous=st.none() | days,
)
def test_every_rule_of_every_policy_is_understood(
    first: Term,
    renewal: Term | None,
    window: Term | None,
    early: int | None,
    interview: date,
    previous: date | None,
) -> None:
    policy = Policy.model_validate(
        {
            "id": "any",
            "level": "Bronze",
            "title": {"en": "Any"},
            "interview_from": date(2000, 1, 1),
            "criteria_apply": False,
            "first": first,
            "renewal": renewal,
            "window": window,
            "early_months": early,
        }
    )
    found = validity(policy, interview, previous)
    assert understood(say(found.rule), RULES) == found.rule
    assert [understood(say(warning), WARNINGS) for warning in found.warnings] == [*found.warnings]


@pytest.mark.parametrize(
    "prose",
    [
        "",
        "by agreement with the board",
        "first label: interview 2026-13, plus 24 months, end of month = 2028-03-31",
        "first label: interview 2026-03, plus 024 months, end of month = 2028-03-31",
        "first label: interview 2026-03, plus 24 month, end of month = 2028-03-31",
        "First label: interview 2026-03, plus 24 months, end of month = 2028-03-31",
        "first label: interview 2026-03, plus 24 months, end of month = 2028-03-31.",
        "renewal: previous label until 2026-02-30, plus 36 months, same day = 2029-02-28",
    ],
)
def test_what_no_code_says_to_the_letter_stays_prose(prose: str) -> None:
    assert understood(prose, RULES) == prose


def test_what_can_be_read_in_two_ways_stays_prose() -> None:
    said = "impartiality was declared by Bo, not by Ada, not by Cy"
    assert understood(said, WARNINGS) == said
    certain = "impartiality was declared by Bo, not by Ada"
    assert understood(certain, WARNINGS) == message(
        LabelMessage.IMPARTIALITY_DECLARED_BY_OTHER, by="Bo", expert="Ada"
    )


def test_prose_is_english_whatever_is_spoken() -> None:
    prose = "listed as valid from 2026-03-31 until 2028-03-31"
    with speaking("en-XA"):
        found = understood(prose, LISTED_RULES)
        assert found == message(
            LabelMessage.LISTED_WITH_SPAN, starts=date(2026, 3, 31), until=date(2028, 3, 31)
        )


def test_a_code_of_a_newer_version_is_shown_as_what_it_holds() -> None:
    newer = Message("label.rule_of_2030", {"months": 48})
    assert understood_text(newer, RULES, understood) == "label.rule_of_2030 months=48"
