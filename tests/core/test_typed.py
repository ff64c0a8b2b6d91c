"""What is typed part by part."""

from __future__ import annotations

import pytest

from assess.core.case.reading.question_parts import read_parts
from assess.core.catalogue.catalogue import Catalogue
from assess.core.catalogue.question import CountsQuestion, SharesQuestion
from assess.languages.message import say
from tests.notation import answered


@pytest.mark.parametrize(
    ("texts", "value", "running"),
    [
        (("60", "30", "10"), {"industry": 60, "research": 30, "public": 10}, "100 %: complete"),
        (("60", "", ""), None, "60 %, 40 % left"),
        (
            ("60", "30", "20"),
            {"industry": 60, "research": 30, "public": 20},
            "110 %, 10 % too much",
        ),
        (("33,3", "33.3", "33.4 %"), {"industry": 33.3, "research": 33.3, "public": 33.4}, None),
        (("100", "", ""), {"industry": 100, "research": 0, "public": 0}, "100 %: complete"),
        (("", "", ""), None, "0 %, 100 % left"),
        (("60", "x", "40"), None, "100 %: complete"),
    ],
)
def test_shares_are_whole_once_every_part_is_there_or_can_only_be_0(
    catalogue: Catalogue,
    texts: tuple[str, str, str],
    value: dict[str, float] | None,
    running: str | None,
) -> None:
    question = catalogue.questions["driving_forces"]
    assert isinstance(question, SharesQuestion)
    typed = read_parts(question, dict(zip(question.part_names, texts, strict=True)), answered())
    assert typed.value == value
    if running is not None:
        assert say(typed.running or "").replace("\u00a0", " ") == running
    assert bool(typed.faults) == ("x" in texts)


@pytest.mark.parametrize(
    ("total", "texts", "is_whole", "running"),
    [
        (50, {"sme": "30"}, False, "30 of 50, 20 left"),
        (50, {"sme": "30", "other": "20"}, True, "50 of 50: complete"),
        (50, {"sme": "60"}, False, "60 of 50, 10 too much"),
        (None, {"sme": "30"}, False, "30 so far"),
        (None, {}, False, ""),
    ],
)
def test_counts_run_against_the_other_question(
    catalogue: Catalogue, total: int | None, texts: dict[str, str], is_whole: bool, running: str
) -> None:
    question = catalogue.questions["composition"]
    assert isinstance(question, CountsQuestion)
    assessment = answered() if total is None else answered(committed_total=total)
    typed = read_parts(question, texts, assessment)
    assert (typed.value is not None, say(typed.running or "")) == (is_whole, running)
    assert bool(typed.implied) == is_whole


def test_each_part_says_how_it_was_understood(catalogue: Catalogue) -> None:
    question = catalogue.questions["composition"]
    assert isinstance(question, CountsQuestion)
    texts = {"sme": "1.234", "non_sme": "12", "university": "2 tsd", "other": "x"}
    echoes = read_parts(question, texts, answered()).echoes
    assert {name: say(echo) for name, echo in echoes.items()} == {
        "sme": "1\u202f234",
        "university": "2\u202f000",
    }
    shares = catalogue.questions["driving_forces"]
    assert isinstance(shares, SharesQuestion)
    echoes = read_parts(shares, {"industry": "33,5 %"}, answered()).echoes
    assert {name: say(echo) for name, echo in echoes.items()} == {"industry": "33.5"}
