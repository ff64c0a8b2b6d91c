"""assess interview --linear: everything that the screen can do, line by line."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from assess.core.case.history.proposal import Proposal
from assess.core.catalogue.catalogue import Catalogue
from assess.core.catalogue.question import (
    CountsQuestion,
    GridQuestion,
    Question,
    SharesQuestion,
    StoriesQuestion,
)
from assess.store import Store
from assess.workflow import Desk, answer
from assess.workflow.case.proposing import propose
from tests.cases import values_for
from tests.cli.conftest import Ran, Run, begin
from tests.notation import NOON

Talk = Callable[..., Ran]


@pytest.fixture
def talk(run: Run, case: str) -> Talk:
    """Take the case line by line, with these lines from a pipe."""

    def interview(*lines: str) -> Ran:
        typed = "".join(f"{line}\n" for line in lines)
        return run("interview", case, "--linear", stdin=typed.encode("utf-8", "surrogateescape"))

    return interview


@pytest.fixture
def saved(run: Run, case: str, tmp_path: Path) -> Callable[[str], dict[str, Any]]:
    """Give what is saved of a question, as a case file has it."""

    def give(question: str) -> dict[str, Any]:
        path = tmp_path / "saved.json"
        assert run("export", case, "-o", path, "--force").code == 0
        plain = json.loads(path.read_text(encoding="utf-8"))
        found = [one for one in plain["answers"] if one["question"] == question]
        return found[0] if found else {}

    return give


def one_line(shown: str) -> str:
    """Give what was shown as one line, however it was broken."""
    return " ".join(shown.split())


def typed_for(question: Question, value: Any) -> Iterator[str]:
    """Give the lines in which an expert types an answer."""
    match question:
        case SharesQuestion() | CountsQuestion():
            yield from (str(value[name]) for name in question.part_names)
        case GridQuestion():
            yield "".join(str(value[name]) for name in question.part_names)
        case StoriesQuestion():
            for story in value:
                fields = ("title", "problem", "role", "participants", "result")
                yield from (story.get(name, "") for name in fields)
                yield "y" if story["released"] else "n"
            yield ""
        case _:
            yield ", ".join(value) if isinstance(value, list) else str(value)


def test_a_whole_case_is_answered_line_by_line(
    run: Run, talk: Talk, case: str, tmp_path: Path, catalogue: Catalogue
) -> None:
    lines: list[str] = []
    values = values_for(catalogue)
    for name, question in catalogue.questions.items():
        if name in values:
            lines += typed_for(question, values[name])
            lines += ["as it is"] * (name == "body_meetings")
        else:
            lines += ["/status dont_know"]
    ran = talk(*[line for line in lines if line != "as it is"], "/leave")
    assert ran.code == 0, ran.err
    assert "That was the last question. " in ran.out
    path = tmp_path / "case.json"
    run("export", case, "-o", path)
    answers = {one["question"]: one for one in json.loads(path.read_text())["answers"]}
    assert {name: one["value"] for name, one in answers.items() if "value" in one} == values
    silent = [name for name in catalogue.questions if name not in values]
    assert {answers[name]["status"] for name in silent} == {"dont_know"}


def test_the_end_of_the_lines_saves_and_leaves_and_the_next_run_goes_on_there(
    talk: Talk, saved: Callable[[str], Any]
) -> None:
    ran = talk("2009-05", "/goto 14.2")
    assert ran.code == 0
    assert "Everything is saved. You left at 14.2;" in ran.out
    assert saved("founded")["value"] == "2009-05"
    ran = talk()
    assert "You continue at 14.2." in ran.out
    assert "1 of 36 indicators complete" in ran.out


def test_what_was_read_is_said_back(talk: Talk) -> None:
    shown = talk("/goto budget_total", "1,25 Mio. €").out
    assert "Saved, 16.1: 1 250 000 EUR." in shown
    shown = talk("/goto budget_total", "12.500").out
    assert "read as 12 500, not as 12.5." in shown


def test_a_line_that_is_no_answer_is_kept_and_nothing_is_lost(
    run: Run, talk: Talk, case: str, saved: Callable[[str], Any]
) -> None:
    ran = talk("some day", "2010", "/goto committed_total", "many")
    assert ran.code == 1
    assert "Not accepted: 'some day' is not a month; write it like 2009-05" in one_line(ran.out)
    assert ran.err == "2 lines were refused; the text above gives the reasons.\n"
    assert saved("founded")["value"] == "2010"
    points = json.loads(run("open-points", case, "--json").out)
    assert [one["question"] for one in points if one["kind"] == "unfinished"] == ["committed_total"]
    assert "This text was typed before, but it is not an answer yet: many" in talk().out


def test_a_check_stops_a_wrong_value_and_nothing_else(
    talk: Talk, saved: Callable[[str], Any]
) -> None:
    ran = talk("/goto committed_total", "-4", "/skip", "30")
    assert "Not accepted: -4 is less than 0." in ran.out
    assert saved("committed_total") == {}
    assert saved("committed_written")["value"] == 30


def test_an_unusual_value_is_taken_and_the_next_line_answers_the_next_question(
    talk: Talk, saved: Callable[[str], Any]
) -> None:
    ran = talk("/goto committed_total", "700", "12")
    assert ran.code == 0
    assert "Please check: 700 is unusually high: usually it is at most 500." in ran.out
    assert "If it is right, type /reason 5.1 and why." in ran.out
    assert (saved("committed_total")["value"], saved("committed_written")["value"]) == (700, 12)
    assert saved("committed_total").get("reason") is None


def test_a_number_behind_an_unusual_one_is_never_its_reason(
    talk: Talk, saved: Callable[[str], Any]
) -> None:
    ran = talk("/goto 9.1", "1,5 mio", "120")
    assert ran.code == 1
    assert "Not accepted: '120' is not one country" in ran.out
    assert saved("international_participants")["value"] == 1_500_000
    assert saved("international_participants").get("reason") is None


def test_a_reason_names_its_question_and_is_taken_only_where_there_is_an_answer(
    talk: Talk, saved: Callable[[str], Any]
) -> None:
    ran = talk("/goto 5.1", "700", "/reason Two regions", "/reason 5.1 Two regions")
    assert "Not accepted: 5.2 has no answer, so it needs no reason" in ran.out
    assert "Reason saved, 5.1: Two regions" in ran.out
    assert saved("committed_total")["reason"] == "Two regions"
    assert saved("committed_written") == {}
    ran = talk("/goto 5.1", "800", "/reason 5.1", "Three regions")
    assert "The answer to 5.1 is 800 participants. Why is it correct? Three regions" in ran.out
    assert saved("committed_total")["reason"] == "Three regions"
    talk("/goto 5.1", "/reason -")
    assert saved("committed_total").get("reason") is None


def test_a_changed_answer_lists_what_it_made_doubtful(talk: Talk) -> None:
    shown = one_line(talk("/goto committed_total", "48", "40", "/goto committed_total", "30").out)
    check = "Please check 5.2 Committed in writing again: 40 is more than “Committed participants”"
    assert f"{check}, which is 30" in shown
    shown = one_line(talk("/goto governing_body", "n").out)
    assert "This question is no longer asked: 10.5 " in shown
    assert "10.5 is not asked, because the answer to" in one_line(talk("/goto 10.4", "y").out)


def test_statuses_have_their_reasons_and_days(talk: Talk, saved: Callable[[str], Any]) -> None:
    talk(
        *("/goto staff_fte", "/status not_applicable No staff yet"),
        *("/goto staff_headcount", "/status", "1", "None"),
        *("/goto manager_experience", "/status follow_up 1 December 2026"),
        *("/goto team_experience", "/status", "2", "-"),
        *("/goto training_days", "4", "/goto training_days", "/status implausible", "A slip"),
        *("/goto staff_left", "/status dont_know"),
    )
    assert saved("staff_fte")["reason"] == "No staff yet"
    assert saved("staff_headcount")["status"] == "not_applicable"
    assert saved("manager_experience")["follow_up_by"] == "2026-12-01"
    assert saved("team_experience")["status"] == "follow_up"
    assert (saved("training_days")["value"], saved("training_days")["reason"]) == (4, "A slip")
    assert saved("staff_left")["status"] == "dont_know"
    talk("/goto staff_left", "/clear")
    assert saved("staff_left")["status"] == "not_reached"


@pytest.mark.parametrize(
    "line", ["/status d", "/status ref", "/status 99", "/status answered", "/status skipped"]
)
def test_a_status_is_not_given_by_accident(
    talk: Talk, saved: Callable[[str], Any], line: str
) -> None:
    ran = talk(line)
    assert (
        "is not one of: not applicable, to follow, the question was added after the interview"
        in one_line(ran.out)
    )
    assert saved("founded") == {}


def test_a_day_that_is_none_and_a_status_without_its_reason_change_nothing(
    talk: Talk, saved: Callable[[str], Any]
) -> None:
    ran = talk("/status follow_up some day", "/status not_applicable", "")
    assert "Not accepted: this is not a day; write it like 2026-11-02." in ran.out
    assert saved("founded") == {}


def test_notes_are_added_to_and_never_vanish(talk: Talk, saved: Callable[[str], Any]) -> None:
    ran = talk("/note From the statutes", "/note", "Seen in May", "2009", "/goto 1.1", "/note -")
    assert "Note saved: From the statutes\nSeen in May" in ran.out
    assert saved("founded").get("note") is None
    talk("/goto founded", "/undo")
    assert saved("founded")["note"] == "From the statutes\nSeen in May"


def test_flags_evidence_and_copies(talk: Talk, saved: Callable[[str], Any], tmp_path: Path) -> None:
    paper = tmp_path / "statutes of 2009.txt"
    paper.write_text("founded in May", encoding="utf-8")
    other = tmp_path / "members.txt"
    other.write_text("48 members", encoding="utf-8")
    ran = talk(
        *("/flag", "/link https://register.example/1207 The register", f"/file {other}"),
        *(f"/copy {paper}", "/evidence", "/remove 1"),
    )
    assert ran.code == 0, ran.out
    assert "Evidence 1 saved: The register: https://register.example/1207 (link)" in ran.out
    assert "a copy is kept): unchanged" in one_line(ran.out)
    held = saved("founded")
    assert held["flag"] is True
    assert [one.get("stored", False) for one in held["evidence"]] == [False, True]
    paper.unlink()
    other.unlink()
    target = tmp_path / "back.txt"
    ran = talk(f"/fetch 2 {target}", "/evidence", "/flag", f"/fetch 1 {target}", "/link nowhere")
    assert target.read_text(encoding="utf-8") == "founded in May"
    assert "is missing or cannot be read" in one_line(ran.out)
    assert "The database has no copy of" in one_line(ran.out)
    assert "Not accepted: 'nowhere' is not the address of a page" in one_line(ran.out)
    assert "flag" not in saved("founded")


def test_steps_back_and_the_history(talk: Talk, saved: Callable[[str], Any]) -> None:
    ran = talk("2009", "/goto 1.1", "2010", "/undo", "/goto 1.1", "/history")
    shown = one_line(ran.out)
    assert "Undone, 1.1 Month of founding: was 2010, is now 2009" in shown
    assert "a change undone" in shown
    assert saved("founded")["value"] == "2009"
    ran = talk("/undo", "/undo", "/history all")
    assert "Not accepted: There is no change left to undo." in ran.out
    assert ran.out.count("1.1 Month of founding") >= 4


def test_an_earlier_answer_is_given_again(talk: Talk, saved: Callable[[str], Any]) -> None:
    ran = talk("2009", "/goto 1.1", "2010", "/goto 1.1", "/history", "/again 1", "/again 9")
    shown = one_line(ran.out)
    assert "/again and a number gives that answer again." in shown
    assert "Saved, 1.1: 2009." in shown
    assert "Not accepted: There is no change 9; there are 3 changes." in shown
    assert saved("founded")["value"] == "2009"


@pytest.mark.parametrize(
    ("name", "draft", "lines", "value"),
    [
        (
            "planning",
            '{"strategy_process": "x=1", "strategy_document": "3", "nothing": "2"}',
            ["1", "1111"],
            [1, 3, 1, 1, 1, 1],
        ),
        ("planning", "strategy_process=1\nand", ["000000"], [0, 0, 0, 0, 0, 0]),
        ("driving_forces", '{"industry": "many", "public": "20"}', ["50", "30"], [50, 30, 20]),
        ("driving_forces", "industry=20 research=", ["50", "30"], [20, 50, 30]),
        ("driving_forces", "[1, 2", ["50", "30", "20"], [50, 30, 20]),
        ("success_stories", '["x", {"problem": "No site"}]', ["1", "A mooring", *[""] * 7], None),
    ],
)
def test_whatever_was_typed_elsewhere_can_be_gone_on_with(
    talk: Talk,
    home: Path,
    case: str,
    saved: Callable[[str], Any],
    name: str,
    draft: str,
    lines: list[str],
    value: list[int] | None,
) -> None:
    with Store(home / "assess.db", now=NOON) as store:
        store.drafts.keep(case, name, draft, at=NOON)
    ran = talk(f"/goto {name}", *lines)
    assert ran.code == 0, ran.out
    given = saved(name)["value"]
    expected = [{"title": "A mooring", "problem": "No site"}] if value is None else value
    assert (given if value is None else list(given.values())) == expected


def test_parts_have_their_running_remainder_and_are_mended(
    talk: Talk, saved: Callable[[str], Any]
) -> None:
    ran = talk("/goto driving_forces", "50", "30", "30", "3", "20")
    assert "2 of 3, Research and education, in % (50 %, 50 % left): 30" in ran.out
    assert "the parts sum to 110 %, not 100 %: 10 % too much" in one_line(ran.out)
    assert "The part to change, 1 to 3; Enter goes on: 3" in ran.out
    assert saved("driving_forces")["value"] == {"industry": 50, "research": 30, "public": 20}
    ran = talk("/goto driving_forces", "1=100 2=0 3=0")
    assert saved("driving_forces")["value"]["industry"] == 100


def test_parts_that_can_only_be_0_are_asked_and_enter_alone_leaves_them(
    talk: Talk, saved: Callable[[str], Any]
) -> None:
    ran = talk("/goto driving_forces", "100", "")
    assert "in % (100 %: complete; Enter alone: 0 for this and the following parts):" in ran.out
    assert "100 %: complete; the other parts are 0." in ran.out
    assert saved("driving_forces")["value"] == {"industry": 100, "research": 0, "public": 0}


def test_lines_for_parts_that_are_complete_already_answer_no_other_question(
    talk: Talk, saved: Callable[[str], Any], catalogue: Catalogue
) -> None:
    names = list(catalogue.questions)
    behind = names[names.index("driving_forces") + 1 :]
    ran = talk("/goto driving_forces", "60", "40", "0", "1")
    assert ran.code == 0, ran.out
    assert saved("driving_forces")["value"] == {"industry": 60, "research": 40, "public": 0}
    assert saved(behind[0])["value"] == "one_narrow_field"
    talk("/goto driving_forces", "1=20 2=30; 3=50", "1=20 2=30 3=50")
    assert saved("driving_forces")["value"] == {"industry": 20, "research": 30, "public": 50}


def test_a_part_that_is_mended_does_not_leave_the_question(
    talk: Talk, saved: Callable[[str], Any]
) -> None:
    talk("/goto planning", "222222", "/goto planning", "2", "1", "3", "0")
    assert list(saved("planning")["value"].values())[:3] == [2, 1, 0]
    talk("/goto success_stories", "A", "", "", "", "", "y", "B", "", "", "", "", "n", "")
    talk("/goto success_stories", "1", "AA", "", "", "", "", "", "2", "BB", "", "", "", "", "")
    assert [story["title"] for story in saved("success_stories")["value"]] == ["AA", "BB"]


def test_parts_begun_are_kept_and_gone_on_with(talk: Talk, saved: Callable[[str], Any]) -> None:
    ran = talk("/goto financing", "30", "20", "x", "/back", "25")
    assert "Not accepted: National public funds: 'x' is not" not in ran.out
    assert ran.code == 1
    assert saved("financing") == {}
    shown = talk("5", "20", "15", "5").out
    assert "This text was typed before, but it is not an answer yet: " in shown
    assert sum(saved("financing")["value"].values()) == 100
    assert list(saved("financing")["value"].values())[:3] == [30, 25, 5]


def test_the_levels_of_a_grid_are_typed_one_by_one_or_together(
    talk: Talk, saved: Callable[[str], Any]
) -> None:
    ran = talk("/goto planning", "2", "9", "321", "0", "3")
    assert "Not accepted: '9' is not a level from 0 to 3." in ran.out
    assert list(saved("planning")["value"].values()) == [2, 3, 2, 1, 0, 3]
    ran = talk("/goto planning", "2", "1", "/goto planning", "1", "1111111")
    assert list(saved("planning")["value"].values()) == [2, 1, 2, 1, 0, 3]
    assert "7 levels for 6 items are too many" in ran.out


def test_choices_are_added_and_taken_out(talk: Talk, saved: Callable[[str], Any]) -> None:
    talk("/goto reach", "1,3", "/goto reach", "+global", "/goto reach", "-1")
    assert saved("reach")["value"] == ["european", "global"]
    talk("/goto reach", "0")
    assert saved("reach")["value"] == []
    talk(
        "/goto international_countries", "Norway, dk", "/goto 9.2", "+Swe, fin", "/goto 9.2", "-no"
    )
    assert saved("international_countries")["value"] == ["DNK", "SWE", "FIN"]


def test_stories_are_mended_field_by_field(talk: Talk, saved: Callable[[str], Any]) -> None:
    talk("/goto success_stories", "A mooring", "", "", "", "48 % down", "y", "")
    assert saved("success_stories")["value"] == [
        {"title": "A mooring", "result": "48 % down", "released": True}
    ]
    ran = talk(
        *("/goto success_stories", "1", "A better mooring", "No test site", "", "", "", "n"),
        *("/goto success_stories", "2", "A second", "/back", "/leave"),
    )
    assert "Story 1, title, now “A mooring”: A better mooring" in one_line(ran.out)
    first = saved("success_stories")["value"][0]
    assert (first["title"], first["problem"], first["result"], first["released"]) == (
        "A better mooring",
        "No test site",
        "48 % down",
        False,
    )
    assert (
        "This text was typed before, but it is not an answer yet: A better mooring and A second"
    ) in one_line(talk().out)
    talk("/goto success_stories", "", "/goto success_stories", "2", "/clear", "/repeat", "")
    assert len(saved("success_stories")["value"]) == 1


def test_a_text_of_several_lines_and_one_that_begins_with_a_stroke(
    talk: Talk, saved: Callable[[str], Any]
) -> None:
    talk("/goto specialisation_text", "/long", "Wave power,", "", "/and tides", ".")
    assert saved("specialisation_text")["value"] == "Wave power,\n\n/and tides"
    talk("/goto specialisation_text", "//srv is our field")
    assert saved("specialisation_text")["value"] == "/srv is our field"
    talk("/goto specialisation_text", "/long", ".", "/long", "cut off")
    assert saved("specialisation_text")["value"] == "/srv is our field"
    assert (
        "This text was typed before, but it is not an answer yet: cut off" in talk("/goto 4.2").out
    )


def test_text_is_data(talk: Talk, saved: Callable[[str], Any]) -> None:
    hostile = "[bold]x[/bold] {{ 7*7 }} \x1b[31m \u202e مرحبا 😀"
    shown = talk("/goto specialisation_text", hostile, "/back", "/find 7*7", "/history all").out
    assert saved("specialisation_text")["value"] == hostile
    assert "\x1b" not in shown
    assert "\u202e" not in shown
    ran = talk("/goto 4.2", "caf\udce9")
    assert "Not accepted: the line is not written in UTF-8." in ran.out


def test_every_place_is_reached(talk: Talk) -> None:
    shown = one_line(
        talk("/goto 20", "/back", "/next", "/previous", "/goto part", "/goto 99", "/todo").out
    )
    assert "20.1" in shown
    assert "19.1" in shown
    assert "'part' can be 6.1 Participants by group, 7.1 Participants within 150" in shown
    assert (
        "Not accepted: write an indicator, 1 to 36, a question such as 14.2, or its name" in shown
    )
    shown = one_line(talk("/goto 24", "/next").out)
    assert (
        "This indicator has no question; it is derived from indicators 18, 19, 20, 21, 22, 23, 24."
    ) in (shown)
    assert "26.1" in shown
    assert "This is the first question." in talk("/goto 1", "/back").out
    assert "That was the last question." in talk("/goto people_retrained", "").out
    assert "Module 37, beside the 36 indicators: " in talk("/goto 36", "/next").out


def test_looking_changes_nothing(run: Run, talk: Talk, case: str) -> None:
    talk("2009", "", "/goto staff_fte", "2,4", "/goto committed_total", "48")
    before = run("history", case, "--json").out
    shown = one_line(
        talk(
            *("/find founded", "/open", "/list", "/guidance", "/results 12 why", "/results"),
            *("/time", "/pause", "/repeat", "/history", "/help", "/help status", "/proposals"),
            *("/evidence", "/find", "staff", "/find zzz", "/results 99"),
        ).out
    )
    assert run("history", case, "--json").out == before
    assert "1.1 question: Age of the cluster organisation" in shown
    assert "points are open. " in shown
    assert "1 Age of the cluster organisation: complete" in shown
    assert "Participants per FTE of management: 20 participants per FTE" in shown or (
        "20 participants per FTE" in shown
    )
    assert "From: Committed participants = 48;" in shown
    assert "Working time: " in shown
    assert "The clock is stopped. It starts again with the next line." in shown
    assert "No proposed answer is waiting." in shown
    assert "Nothing was found." in shown
    assert "/status or /s: give the reason for no answer" in shown


def test_a_command_may_be_cut_short_and_an_unknown_one_is_named(talk: Talk) -> None:
    shown = one_line(talk("/und", "/re", "/colour", "/q").out)
    assert "There is no change left to undo" in shown
    assert "/re can be /reason, /remove, /results, /repeat" in shown or "/re can be" in shown
    assert "there is no command /colour; /help lists them. For an answer that begins with" in shown
    assert "//colour" in shown


def test_proposals_are_seen_taken_and_declined(
    talk: Talk, run: Run, home: Path, case: str, catalogue: Catalogue, saved: Callable[[str], Any]
) -> None:
    def offer(**values: Any) -> None:
        with desk_on(home, catalogue) as desk:
            sent = [
                Proposal(question=name, value=one, source="form.xlsx")
                for name, one in values.items()
            ]
            propose(desk, desk.store.assessment(case), sent)

    offer(founded="2009", legal_form="association", steering="broker", committed_total=48)
    ran = talk("/take", "/goto 2", "/decline", "/goto committed_total", "50", "/goto 5.1", "/take")
    shown = one_line(ran.out)
    assert "Proposed answer: 2009, from form.xlsx. /take accepts it, /decline declines" in shown
    assert "Declined: Association, from form.xlsx." in shown
    assert saved("founded")["value"] == "2009"
    assert saved("legal_form") == {}
    assert saved("committed_total")["value"] == 48
    offer(initiated_by="mixed", specialisation="broad_field", staff_fte=2, founded="2011")
    ran = talk("/proposals", "/goto 3", "/take area")
    assert "26.1 Form of steering" in one_line(ran.out)
    assert (
        "2 unanswered questions of this area were answered. 1 differs from the answer; both "
        "are kept side by side."
    ) in one_line(ran.out)
    assert saved("initiated_by")["value"] == "mixed"
    assert saved("staff_fte") == {}
    assert "Not accepted: no answer is proposed for this question." in talk("/goto 36", "/take").out
    assert len(json.loads(run("proposals", case, "--json").out)) == 3


def desk_on(home: Path, catalogue: Catalogue) -> Desk:
    return Desk(
        newest=catalogue,
        store=Store(home / "assess.db", now=NOON),
        clock=lambda: NOON,
        new_id=lambda: "unused",
        who="Ben",
    )


def test_the_last_round_stands_beside_the_question(
    talk: Talk, run: Run, saved: Callable[[str], Any]
) -> None:
    assert "there is no earlier round of this organisation" in one_line(talk("/same").out)
    earlier = begin(run, interview_date="2024-10-08")
    run("answer", earlier, "founded", "2009-05")
    run("answer", earlier, "legal_form", "association")
    run("answer", earlier, "committed_total", "42")
    shown = one_line(talk("/same", "/goto 2", "/goto committed_total", "48", "/goto 5.1").out)
    assert "Last round, 8 October 2024: May 2009 (/same gives the same answer)." in shown
    assert "Last round, 8 October 2024: 42 participants (changed)." in shown
    assert saved("founded")["value"] == "2009-05"
    ran = talk("/goto 2", "/same area")
    assert "1 unanswered question of this area was answered." in ran.out
    assert saved("legal_form")["value"] == "association"
    assert saved("committed_total")["value"] == 48


class Watched(io.BytesIO):
    """Lines of a pipe, with something that happens before one of them is read."""

    def __init__(self, lines: list[tuple[str, Callable[[], object] | None]]) -> None:
        super().__init__("".join(f"{line}\n" for line, _ in lines).encode())
        self._acts = [act for _, act in lines]

    def readline(self, size: int | None = -1, /) -> bytes:
        if self._acts and (act := self._acts.pop(0)) is not None:
            act()
        return super().readline(size)


def test_another_window_is_seen_and_its_answer_is_not_replaced_unseen(
    run: Run, home: Path, case: str, catalogue: Catalogue, saved: Callable[[str], Any]
) -> None:
    def there(value: Any) -> Callable[[], object]:
        def act() -> None:
            with desk_on(home, catalogue) as desk:
                answer(desk, desk.store.assessment(case), "founded", value)

        return act

    lines = Watched([("/repeat", None), ("2010", there("2011")), ("2010", None)])
    ran = run("interview", case, "--linear", stdin=lines)
    shown = one_line(ran.out)
    assert "Not accepted: Ben changed this answer in another window. It is now: 2011. Give" in shown
    assert saved("founded")["value"] == "2010"
    lines = Watched([("/goto 1.1", None), ("/time", there("2012")), ("", None)])
    shown = one_line(run("interview", case, "--linear", stdin=lines).out)
    assert "Ben has just changed this answer. It is now: 2012." in shown
    assert saved("founded")["value"] == "2012"


def test_the_peers_stand_beside_the_results_unless_others_look_on(run: Run, home: Path) -> None:
    db = home / "demonstration.db"
    run("--db", db, "demo", "--no-open")
    lines = b"/goto 5\n/results\n/results why\n/share\n/results\n/repeat\n/share\n/repeat\n"
    shown = run("--db", db, "interview", "nullfjord", "--linear", stdin=lines).out
    before, hidden, after = shown.split("/share\n")
    assert "iddle half of the 60 peers in Energy and environment (" in one_line(before)
    assert "all 439 peers" in one_line(before)
    assert "The peers are synthetic." in before
    assert "Note: " in before
    assert "peers in" not in hidden
    assert "Note: " not in hidden
    assert "Note: " in after


def test_a_finished_case_is_looked_at_and_takes_no_answers(
    talk: Talk, run: Run, case: str, catalogue: Catalogue
) -> None:
    for_all = [
        line
        for name, question in catalogue.questions.items()
        if question.required
        for line in (f"/goto {name}", "/status dont_know")
    ]
    ran = talk("/finish", *for_all, "/finish")
    assert "Not accepted: The case cannot be finished yet: " in ran.out
    ran = talk("/goto 1.1", "2009", "/note x", "/undo", "/results")
    assert "The case is finished. Reopen it to change an answer." in ran.out
    assert ran.out.count("Not accepted: The case is finished; reopen it to change an answer.") == 3
    assert ran.code == 1
    ran = talk("/reopen", "A figure was wrong", "/goto 1.1", "2009")
    assert "Saved, 1.1: 2009." in ran.out
    assert json.loads(run("case", "show", case, "--json").out)["status"] == "in_progress"


def test_the_working_time_is_taken(run: Run, case: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ASSESS_TODAY")
    run("interview", case, "--linear", stdin=b"2009\n/pause\n")
    time = json.loads(run("case", "show", case, "--json").out)["time"]
    assert set(time["questions"]) <= {"founded", "initiative_started"}


def test_without_linear_it_opens_the_screen_and_a_case_must_be_there(run: Run, case: str) -> None:
    ran = run("interview", case)
    assert ran.code == 1
    assert ran.err.startswith("The interface needs a terminal; ")
    assert "--linear" in ran.err
    assert "There is no case 'nobody'" in run("interview", "nobody", "--linear").err


def test_a_declaration_that_is_missing_is_asked_for_at_the_start(run: Run) -> None:
    case = begin(run)
    ran = run("interview", case, "--linear", stdin=b"")
    said = one_line(ran.out)
    assert "Impartiality is not declared yet." in said
    assert "/impartiality declares it." in said
    assert "Impartiality is not declared yet." in one_line(run("open-points", case).out)
    assert run("case", "change", case, "--impartiality", "none").code == 0
    assert "Impartiality" not in run("open-points", case).out


INTERNAL = re.compile(r"\b[a-z0-9]+(?:_[a-z0-9]+)+\b")
"""How the catalogue and the code name things, and nobody else."""


def test_questions_parts_choices_and_statuses_are_called_as_on_the_screen(
    talk: Talk, catalogue: Catalogue
) -> None:
    shown = talk(
        *("/goto 4", "9", "1", "/goto 3.2", "x=1", "60", "/goto 9.1", "1,5 mio", "12.500"),
        *(
            "/goto planning",
            "21",
            "/goto planning",
            "/goto 10.1",
            "n",
            "/status",
            "",
            "/status nothing",
        ),
        *(
            "/status does not know",
            "/open",
            "/history all",
            "/undo",
            "/list",
            "/help",
            "/proposals",
        ),
        *("/goto part", "/find participants", "/results 5 why", "/time", "/guidance", "/evidence"),
        *[f"/goto {number}" for number in range(1, len(catalogue.indicators) + 1)],
    ).out
    assert INTERNAL.findall(shown) == []
    assert "→" not in shown
    assert not re.search(r"\de[+-]\d", shown)
    assert "This text was typed before, but it is not an answer yet: " in shown


def test_a_sentence_is_never_broken_and_a_list_is_whole_in_a_pipe(talk: Talk) -> None:
    lines = talk("/help", "/open", "/goto 1").out.splitlines()
    assert max(len(line) for line in lines) > 150
    assert not [line for line in lines if "more shows the rest of the list" in line]
    assert "  7.1 Participants within 150 km" in lines


def test_impartiality_is_stated_where_its_absence_is_said(talk: Talk, run: Run, case: str) -> None:
    assert "/impartiality declares it." in talk().out
    shown = talk("/impartiality", "a seat on the board until 2024", "/impartiality").out
    assert "in the last 3 years; none if there was none: a seat on the board until 2024" in shown
    assert "Declared by Ada Expert: a seat on the board until 2024." in shown
    assert "Impartiality declared: no interest" in talk("/impartiality none").out
    assert "Impartiality" not in run("open-points", case).out


def test_guidance_is_hidden_while_others_look_on(talk: Talk) -> None:
    shown = talk("/goto 1", "/guidance", "/share", "/guidance").out
    assert shown.count("The age is that of the management organisation") == 1
    assert (
        "The guidance is only for you and is hidden while others see the screen; /share shows it."
    ) in shown


def test_notes_evidence_and_history_are_hidden_while_others_look_on(talk: Talk) -> None:
    talk("/goto 12", "2", "/goto 12", "/note The board must not hear this.")
    talk("/goto 12", "/link https://secret.example the minutes")
    before = talk("/goto 12", "/note", "-", "/undo", "/evidence", "/history", "/open").out
    assert "The board must not hear this." in before
    assert "secret.example" in before
    commands = ("/note", "", "/evidence", "/history", "/history all", "/open", "/repeat", "/undo")
    hidden = talk("/goto 12", "/share", *commands).out.split("/share\n")[-1]
    assert "must not hear" not in hidden.split("Guidance, peers")[-1]
    assert "secret.example" not in hidden.split("Guidance, peers")[-1]
    assert "Notes and evidence are hidden while others see the screen; /share shows them." in hidden
    assert "note changed (hidden on a shared screen)" in hidden
    assert "evidence changed (hidden on a shared screen)" in hidden


def test_what_is_added_to_a_hidden_note_is_said_back_alone(talk: Talk) -> None:
    talk("/goto 12", "/note The board must not hear this.")
    shown = talk("/goto 12", "/share", "/note Ask again.").out.split("Guidance, peers")[-1]
    assert "Note saved: Ask again." in shown
    assert "must not hear" not in shown
    assert "The board must not hear this." in talk("/goto 12").out


def test_the_list_of_areas_tells_what_is_typed_and_no_answer_yet(
    talk: Talk, run: Run, case: str, home: Path
) -> None:
    with Store(home / "assess.db", now=NOON) as store:
        store.drafts.keep(case, "founded", "13/2009", at=NOON, window="gone")
    assert "1  Age of the cluster organisation: typed, but not an answer yet" in talk("/areas").out
    shown = json.loads(run("case", "show", case, "--json").out)
    assert "unfinished" in shown["areas"]["structure"].values()


def test_what_was_typed_part_by_part_is_said_in_words(talk: Talk, home: Path, case: str) -> None:
    with Store(home / "assess.db", now=NOON) as store:
        store.drafts.keep(case, "driving_forces", "industry=20 research=", at=NOON)
    shown = talk("/goto driving_forces").out
    assert "it is not an answer yet: Industry: 20" in shown
    assert "research=" not in shown


def test_the_language_is_turned_for_a_look_and_changed_for_good(
    run: Run, talk: Talk, case: str, saved: Callable[[str], Any]
) -> None:
    assert run("case", "change", case, "--asking", "de").code == 0
    said = one_line(
        talk("/goto 12.1", "/language", "3.5", "/language pl", "/goto 12.1", "/language xx").out
    )
    assert "Vollzeitäquivalente" in said
    assert "Shown in: English." in said
    assert "full-time equivalents" in said
    assert "Asked from now on in: Polski." in said
    assert "etatów" in said
    assert "'xx' is not one of the languages: en, da" in said
    assert saved("staff_fte")["asked_in"] == "de"
