"""A returned form: what was filled in comes back as it was meant, and nothing gets lost."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assess.core.case.assessment import Assessment
from assess.core.case.history.proposal import Proposal
from assess.core.catalogue.answer_status import Status
from assess.core.catalogue.catalogue import Catalogue
from assess.core.questionnaire.prefill import lines_of
from assess.core.questionnaire.questionnaire import FormSpeech, questionnaire, statuses
from assess.core.questionnaire.returned_form import (
    FormEntry,
    Returned,
    read_form,
    text_of,
)
from assess.languages.message import say
from tests.notation import answered, case_of
from tests.random_cases import values
from tests.said_form import SaidForm, said_form


def entry(key: str, said: object) -> FormEntry:
    text = text_of(said) if isinstance(said, int | float) else str(said)
    return FormEntry(text=text, place=f"at {key}")


def read(
    catalogue: Catalogue,
    lines: dict[str, Any],
    *,
    status: dict[str, str] | None = None,
    note: dict[str, str] | None = None,
    reason: dict[str, str] | None = None,
    due: dict[str, str] | None = None,
    case: Assessment | None = None,
) -> SaidForm:
    returned = Returned(
        lines={key: entry(key, said) for key, said in lines.items()},
        statuses={key: entry(key, said) for key, said in (status or {}).items()},
        notes={key: entry(key, said) for key, said in (note or {}).items()},
        reasons={key: entry(key, said) for key, said in (reason or {}).items()},
        due={key: entry(key, said) for key, said in (due or {}).items()},
    )
    return said_form(
        read_form(
            returned, case or Assessment(case=case_of()), catalogue, "a form", FormSpeech(say)
        )
    )


def only(found: SaidForm) -> Proposal:
    (one,) = found.proposals
    return one


@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_what_is_filled_in_reads_as_it_was_meant(data: st.DataObject, catalogue: Catalogue) -> None:
    question = data.draw(st.sampled_from(list(catalogue.questions.values())))
    value = data.draw(values(question, catalogue))
    found = read(catalogue, lines_of(question, value, catalogue, say))
    assert only(found).value == value
    assert only(found).status is Status.ANSWERED


@given(number=st.floats(allow_nan=False, allow_infinity=False) | st.integers(-(10**15), 10**15))
def test_a_number_is_written_so_that_it_reads_in_one_way(number: float) -> None:
    from assess.core.case.reading.number import read_number
    from assess.core.case.reading.number_words import TOO_LARGE

    text = text_of(number)
    if len(text) < 28 and abs(number) < TOO_LARGE:
        (one,) = read_number(text).readings
        assert float(one) == number


READ = [
    ({"founded": "2009-05-01"}, "2009-05"),
    ({"founded": "May 2009"}, "2009-05"),
    ({"staff_fte": "2,5"}, 2.5),
    ({"staff_fte": "2.5 FTE"}, 2.5),
    ({"budget_total": "412 000,50"}, 412000.5),
    ({"legal_form": "association"}, "association"),
    ({"legal_form": "  ASSOCIATION "}, "association"),
    ({"role_written": "Partly"}, "partly"),
    ({"involvement": "3"}, 3),
    ({"reach.local": "x", "reach.european": "TRUE"}, ["local", "european"]),
    ({f"reach.{one}": "no" for one in ("local", "national", "european", "global")}, []),
    ({"international_countries": "Sweden; GBR, portugal"}, ["SWE", "GBR", "PRT"]),
    ({"international_countries": "none"}, []),
    (
        {"driving_forces.industry": "60 %", "driving_forces.research": 40},
        {"industry": 60, "research": 40, "public": 0},
    ),
]


@pytest.mark.parametrize(("lines", "value"), READ, ids=lambda one: str(one)[:40])
def test_what_people_write_is_understood(
    lines: dict[str, Any], value: Any, catalogue: Catalogue
) -> None:
    found = read(catalogue, lines)
    assert only(found).value == value
    assert only(found).note is None
    assert not found.remarks


NOT_READ = [
    ({"staff_fte": "three or so"}, "three or so", "'three or so' is not a number"),
    ({"committed_total": "12 %"}, "12 %", "a percentage was typed"),
    ({"committed_total": 1.5}, "1.5", "1.5 is not a whole number"),
    ({"legal_form": "club"}, "club", "'club' is not one of: "),
    ({"founded": "long ago"}, "long ago", "is not a month"),
    ({"reach.local": "maybe"}, "maybe", "'maybe' is neither yes nor no"),
    (
        {"driving_forces.industry": 30, "driving_forces.research": 40},
        "Industry: 30; Research and education: 40",
        "this line is empty: public",
    ),
    ({"planning.strategy_document": "3"}, "3", "it is not complete"),
    ({"success_stories.1.problem": "Rust"}, "Rust", "the title is missing"),
]


@pytest.mark.parametrize(("lines", "said", "fault"), NOT_READ, ids=lambda one: str(one)[:40])
def test_what_cannot_be_an_answer_is_kept_as_a_note_and_said(
    lines: dict[str, Any], said: str, fault: str, catalogue: Catalogue
) -> None:
    found = read(catalogue, lines)
    one = only(found)
    assert one.status is Status.NOT_REACHED
    assert one.value is None
    assert said in str(one.note)
    (remark,) = found.remarks
    assert fault in remark
    assert remark.startswith("at ")
    assert remark.endswith("; saved as a note")


def test_every_reason_for_no_answer_is_read(catalogue: Catalogue) -> None:
    for option in statuses(catalogue, FormSpeech(say)):
        found = read(catalogue, {}, status={"founded": option.label}, note={"founded": "so it is"})
        one = only(found)
        assert one.status.value == option.code
        is_reason = one.status is Status.NOT_APPLICABLE
        assert (one.reason, one.note) == (("so it is", None) if is_reason else (None, "so it is"))
        assert not found.remarks


def test_not_applicable_without_a_reason_says_that_it_needs_one(catalogue: Catalogue) -> None:
    found = read(catalogue, {}, status={"founded": "not applicable"})
    assert only(found).reason == "The returned questionnaire gives no reason."
    assert found.remarks == ("at founded: a reason is needed",)


def test_an_answer_counts_before_a_reason_for_none(catalogue: Catalogue) -> None:
    found = read(catalogue, {"staff_left": 0}, status={"staff_left": "does not know"})
    assert only(found).value == 0
    assert "there is an answer and the status" in found.remarks[0]


@pytest.mark.parametrize("word", ["answered", "", "  ", "skipped"])
def test_that_an_answer_is_one_need_not_be_said(word: str, catalogue: Catalogue) -> None:
    found = read(catalogue, {"staff_left": 0}, status={"staff_left": word})
    assert (only(found).status, only(found).value, found.remarks) == (Status.ANSWERED, 0, ())


def test_an_implausible_value_stays_beside_its_status(catalogue: Catalogue) -> None:
    found = read(
        catalogue,
        {"staff_left": 900},
        status={"staff_left": "implausible"},
        reason={"staff_left": "more than were there"},
    )
    one = only(found)
    assert (one.status, one.value, one.reason) == (
        Status.IMPLAUSIBLE,
        900,
        "more than were there",
    )


@pytest.mark.parametrize("word", ["answered", "skipped", "not_reached", ""])
def test_a_status_without_an_answer_that_needs_one_proposes_nothing(
    word: str, catalogue: Catalogue
) -> None:
    assert not read(catalogue, {}, status={"staff_left": word}).proposals


def test_a_reason_of_its_own_leaves_the_note_a_note(catalogue: Catalogue) -> None:
    found = read(
        catalogue,
        {},
        status={"founded": "not applicable"},
        reason={"founded": "no day is known"},
        note={"founded": "ask the archive"},
    )
    assert (only(found).reason, only(found).note) == ("no day is known", "ask the archive")
    assert not found.remarks


def test_the_day_of_a_later_answer_is_read_or_said_to_be_none(catalogue: Catalogue) -> None:
    later = {"founded": "follow_up"}
    found = read(catalogue, {}, status=later, due={"founded": "20.11.2026"})
    assert (str(only(found).follow_up_by), found.remarks) == ("2026-11-20", ())
    found = read(catalogue, {}, status=later, due={"founded": "soon"})
    assert only(found).follow_up_by is None
    (remark,) = found.remarks
    assert remark.startswith("at founded: ")
    assert "soon" in remark


def test_what_cannot_be_read_stands_behind_the_note_that_was_there(catalogue: Catalogue) -> None:
    found = read(catalogue, {"staff_fte": " three or so "}, note={"staff_fte": " Two half. "})
    note = only(found).note or ""
    first, second = note.splitlines()
    assert first == "Two half."
    assert second.endswith("three or so")


def test_the_lines_that_are_gone_are_counted_on_a_form_that_has_others(
    catalogue: Catalogue,
) -> None:
    form = questionnaire(catalogue, say=say)
    keys = {line.key for part in form.parts for item in part.items for line in item.lines}

    def said(*gone: str, seen: frozenset[str] | None = None) -> tuple[str, ...]:
        there = frozenset(keys - {*gone}) if seen is None else seen
        returned = Returned(lines={}, statuses={}, notes={}, seen=there)
        case = Assessment(case=case_of())
        return said_form(read_form(returned, case, catalogue, "a form", FormSpeech(say))).remarks

    assert said() == ()
    assert said(seen=frozenset()) == ()  # it is none of ours
    assert said("founded") == ("1 line is no longer in the questionnaire: founded",)
    first = sorted(keys)[:6]
    named = ", ".join(first[:5])
    assert said(*first[:5]) == (f"5 lines are no longer in the questionnaire: {named}",)
    assert said(*first) == (f"6 lines are no longer in the questionnaire: {named} and 1 more",)


def test_a_note_alone_is_proposed(catalogue: Catalogue) -> None:
    one = only(read(catalogue, {}, note={"staff_fte": "Two are seconded."}))
    assert (one.status, one.note) == (Status.NOT_REACHED, "Two are seconded.")


def test_an_unknown_reason_and_unknown_lines_are_said(catalogue: Catalogue) -> None:
    found = read(
        catalogue, {"colour": "green"}, status={"founded": "no idea"}, note={"taste": "sweet"}
    )
    assert not found.proposals
    assert "at founded: 'no idea' is not one of the reasons for no answer" in found.remarks[0]
    assert found.remarks[1:] == (
        "at colour: there is no line 'colour' in the catalogue; “green” was not read",
        "at taste: there is no question 'taste' in the catalogue; “sweet” was not read",
    )


def test_answers_that_contradict_one_another_are_proposed_and_said(catalogue: Catalogue) -> None:
    found = read(catalogue, {"committed_total": 40, "committed_written": 41})
    assert [one.value for one in found.proposals] == [40, 41]
    assert any("41 is more than “" in remark for remark in found.remarks)
    against_the_case = read(catalogue, {"committed_written": 41}, case=answered(committed_total=30))
    assert any("which is 30" in remark for remark in against_the_case.remarks)


def test_an_unusual_answer_is_said_unless_its_reason_is_and_a_contradiction_always(
    catalogue: Catalogue,
) -> None:
    (remark,) = read(catalogue, {"staff_fte": 60}).remarks
    assert remark.startswith("at staff_fte: ")
    reason = {"staff_fte": "a large team", "committed_written": "so they say"}
    assert not read(catalogue, {"staff_fte": 60}, reason=reason).remarks
    lines = {"committed_total": 40, "committed_written": 41}
    remarks = read(catalogue, lines, reason=reason).remarks
    assert any("41 is more than “" in remark for remark in remarks)


def test_the_form_asks_every_question_once_and_offers_every_choice(catalogue: Catalogue) -> None:
    form = questionnaire(catalogue, say=say)
    names = [item.name for part in form.parts for item in part.items]
    assert names == list(catalogue.questions)
    keys = [line.key for part in form.parts for item in part.items for line in item.lines]
    assert len(set(keys)) == len(keys)
    assert len(form.countries) == len(catalogue.countries)
