"""What a change changed, a line for each part of the answer, with all that stands in it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from assess.core.case.answer import Answer, Evidence
from assess.core.case.answer_text import in_one
from assess.core.case.history.change import AnswerChange
from assess.core.case.history.change_text import change_lines, evidence_text
from assess.core.catalogue.answer_status import Status
from assess.core.catalogue.catalogue import Catalogue
from assess.core.record.clock import ClockDoubt
from assess.core.text.message import Message, Series
from assess.languages.message import say

LINK = Evidence(kind="link", location="https://fjord.example", title="Statutes")
TYPED = Evidence(kind="link", location="in the cupboard")


def answer(**stated: Any) -> Answer:
    return Answer(question="committed_total", **stated)


def told(line: Message) -> tuple[str, dict[str, str]]:
    return line.code.removeprefix("case."), {n: say(v) for n, v in line.values.items()}


def given(value: int, **stated: Any) -> Answer:
    return answer(status=Status.ANSWERED, value=value, **stated)


@pytest.mark.parametrize(
    ("before", "after", "lines"),
    [
        (
            given(71),
            given(1234),
            [
                (
                    "changed_from_to",
                    {"before": "71\xa0participants", "after": "1\u202f234\xa0participants"},
                )
            ],
        ),
        (given(71), given(71), [("given_again", {})]),
        (given(71), given(71, note="So."), [("note_written", {"note": "So."})]),
        (given(71, note="So."), given(71), [("note_taken_away", {"note": "So."})]),
        (given(71, note="So."), given(71, note="So.", for_report=False), [("note_private", {})]),
        (
            given(71, note="So.", for_report=False),
            given(71, note="So.", for_report=True),
            [("note_for_report", {})],
        ),
        (given(71), given(71, flag=True), [("marked", {})]),
        (given(71, flag=True), given(71), [("mark_taken_away", {})]),
        (
            given(71, evidence=(LINK,)),
            given(71, evidence=(TYPED,)),
            [
                ("evidence_added", {"evidence": say(evidence_text(TYPED))}),
                ("evidence_taken_away", {"evidence": say(evidence_text(LINK))}),
            ],
        ),
    ],
)
def test_each_part_that_changed_has_its_line(
    before: Answer, after: Answer, lines: list[tuple[str, dict[str, str]]], catalogue: Catalogue
) -> None:
    change = AnswerChange(question="committed_total", before=before, after=after)
    found = [told(line) for line in change_lines(change, catalogue)]
    assert found == lines


def test_an_unusual_answer_is_told_with_its_reason(catalogue: Catalogue) -> None:
    after = given(71, reason="They merged.")
    change = AnswerChange(question="committed_total", before=answer(), after=after)
    (line,) = change_lines(change, catalogue)
    assert line.values["before"] == catalogue.edition.statuses["not_reached"]
    right = line.values["after"]
    assert isinstance(right, Message)
    values = {"answer": "71\xa0participants", "reason": "They merged."}
    assert told(right) == ("answer_right_because", values)


def test_while_others_look_on_notes_and_evidence_are_hidden(catalogue: Catalogue) -> None:
    after = given(71, note="So.", evidence=(LINK,))
    change = AnswerChange(question="committed_total", before=given(71), after=after)
    hidden = [told(line) for line in change_lines(change, catalogue, is_shared=True)]
    assert hidden == [("note_hidden", {}), ("evidence_hidden", {})]
    shown = [told(line)[0] for line in change_lines(change, catalogue)]
    assert shown == ["note_written", "evidence_added"]


@pytest.mark.parametrize(
    ("stated", "lines"),
    [
        ({"stated_day": date(2026, 11, 2)}, [("day_stated", {"day": "2 November 2026"})]),
        ({"doubt": ClockDoubt.FUTURE}, [("time_to_come", {})]),
        ({"doubt": ClockDoubt.EARLIER}, [("time_before_last", {})]),
    ],
)
def test_a_time_in_doubt_is_told(
    stated: dict[str, Any], lines: list[tuple[str, dict[str, str]]], catalogue: Catalogue
) -> None:
    change = AnswerChange(question="committed_total", before=given(71), after=given(71), **stated)
    assert [told(line) for line in change_lines(change, catalogue)][1:] == lines


@pytest.mark.parametrize(
    ("evidence", "place", "facts"),
    [
        (LINK, "https://fjord.example", ["evidence_link"]),
        (TYPED, "in the cupboard", ["evidence_text"]),
        (
            Evidence(kind="file", location="a.pdf", size=999),
            "a.pdf",
            ["evidence_file", "size_in_bytes 999"],
        ),
        (
            Evidence(kind="file", location="a.pdf", size=1000, stored=True),
            "a.pdf",
            ["evidence_file", "size_in_kilobytes 1", "evidence_copy_kept"],
        ),
        (
            Evidence(kind="file", location="a.pdf", size=1_000_000),
            "a.pdf",
            ["evidence_file", "size_in_megabytes 1"],
        ),
    ],
)
def test_an_evidence_says_what_it_is(evidence: Evidence, place: str, facts: list[str]) -> None:
    found = evidence_text(evidence)
    assert found.values["place"] == place
    assert found.values.get("title") == evidence.title
    listed = found.values["facts"]
    assert isinstance(listed, Series)
    said = [told(each) for each in listed.items if isinstance(each, Message)]
    assert [" ".join([code, *values.values()]) for code, values in said] == facts


def test_several_texts_are_joined_and_a_single_one_stays() -> None:
    assert in_one(["a"]) == "a"
    assert say(in_one(["a", "b"])) == "a; b"
