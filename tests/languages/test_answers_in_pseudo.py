"""What the core says of answers, in the pseudo-language: whatever is no data was looked up."""

from __future__ import annotations

import calendar
from datetime import date
from typing import Any

import pytest

from assess.core.case.answer_text import answer_lines
from assess.core.case.checking import check_value
from assess.core.case.history.change import AnswerChange
from assess.core.case.history.change_text import change_lines
from assess.core.case.open_point import open_points
from assess.core.case.reading.answer import read
from assess.core.case.reading.day import read_day
from assess.core.catalogue.answer_status import Status
from assess.core.catalogue.catalogue import Catalogue
from assess.core.text.message import Exact, Shortened, series
from assess.languages import speaking
from assess.languages.message import say
from assess.languages.months import MONTH_WORDS
from tests.cases import VALUES, values_for
from tests.languages.unsaid import unsaid
from tests.notation import answered

TODAY = date(2026, 11, 2)


@pytest.mark.parametrize(
    ("question", "typed"),
    [
        *[("committed_total", typed) for typed in ("", "many", "12 %", "12 €", "~50", "10-12")],
        *[
            ("budget_total", typed)
            for typed in ("2 mln zł", "2 billion", "20 t", "5 h", "1.250 T€")
        ],
        *[("founded", typed) for typed in ("May", "lip 2009", "03/04/2009", "2009-05")],
        *[("legal_form", typed) for typed in ("club", "1")],
        *[("driving_forces", typed) for typed in ("50 30", "industry=x", "industry=5 €", "{x")],
        *[("composition", typed) for typed in ("sme=5 %", "{}", "null")],
        *[("international_countries", typed) for typed in ("Atlantis", "united", "0", "DNK, DEU")],
        *[("involvement", typed) for typed in ("5", "2")],
        *[("success_stories", typed) for typed in ("[{", "[NaN]", '["\\ud800"]')],
        ("specialisation_text", "Wave"),
        ("role_written", "y"),
    ],
)
def test_how_something_typed_is_understood(question: str, typed: str, catalogue: Catalogue) -> None:
    data = [*_data(catalogue), *typed.split(), typed, typed.strip("{}[]")]
    with speaking("en-XA"):
        reading = read(catalogue.questions[question], typed, answered(), catalogue)
        for text in (reading.fault, reading.echo, reading.remark):
            assert unsaid(say(text or ""), data) == []


@pytest.mark.parametrize(
    "typed", ["", "soon", "2.11.26", "02/11/2026", "30 listopada 2027", "31.2.2027", "9999-12-31"]
)
def test_why_something_is_no_day(typed: str) -> None:
    fault = read_day(typed, MONTH_WORDS, TODAY).fault
    assert fault is not None
    with speaking("en-XA"):
        for text in (fault.beside(), fault.naming(), fault.of_list()):
            assert unsaid(say(text), [typed, *typed.split()]) == []


def test_what_the_checks_find_in_values_of_the_wrong_form(catalogue: Catalogue) -> None:
    wrong: list[Any] = ["x", -1, 1.5, [], ["x", "x"], {}, {"x": 1}, [{}], [{"title": 1}], True]
    with speaking("en-XA"):
        found = [
            say(finding.text)
            for question in catalogue.questions.values()
            for value in wrong
            for finding in check_value(question, value, answered(), catalogue)
        ]
        assert found
        assert {word for text in found for word in unsaid(text, _data(catalogue))} <= {"True"}


def test_answers_open_points_and_changes(catalogue: Catalogue) -> None:
    case = answered(**values_for(catalogue))
    typed = answered(committed_total=20, committed_written=30, founded="!follow_up", staff_fte=90)
    data = [*_data(catalogue), *_words(VALUES)]
    with speaking("en-XA"):
        said = [
            say(line.whole)
            for name, question in catalogue.questions.items()
            for line in answer_lines(question, case.answer(name).value, catalogue)
        ]
        said += [say(point.text) for point in open_points(typed, catalogue, {"legal_form": "x"})]
        for name in VALUES:
            after = case.answer(name).changed(flag=True)
            change = AnswerChange(question=name, before=answered().answer(name), after=after)
            said += map(say, change_lines(change, catalogue))
        assert {word for text in said for word in unsaid(text, data)} == set()


def test_a_number_keeps_its_decimals_and_a_long_text_is_cut() -> None:
    assert say(Exact(1234567.125)) == "1\u202f234\u202f567.125"
    assert say(Exact(1200)) == "1\u202f200"
    assert say(Shortened(series(["wave", "wind", "water"], "comma"), 12)) == "wave, wind…"


def _data(catalogue: Catalogue) -> list[str]:
    return [
        *catalogue.questions,
        *catalogue.country_codes,
        *(status.value for status in Status),
        *(getattr(question, "unit", "") for question in catalogue.questions.values()),
        *(part for question in catalogue.questions.values() for part in question.part_names),
        *(
            choice.name
            for question in catalogue.questions.values()
            for choice in getattr(question, "choices", ())
        ),
        *calendar.month_name,  # from the data of a language, which the pseudo-language has not
        *("title", "problem", "role", "participants", "result", "released"),
    ]


def _words(values: dict[str, Any]) -> list[str]:
    texts = [text for text in values.values() if isinstance(text, str)]
    stories = values["success_stories"]
    return [*texts, *(str(text) for story in stories for text in story.values())]
