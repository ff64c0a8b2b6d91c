"""The interview line by line in the pseudo-language: whatever is no data was looked up."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from assess.core.case.history.proposal import Proposal
from assess.core.catalogue.answer_status import Status
from assess.core.catalogue.catalogue import Catalogue
from assess.core.catalogue.question import Question
from assess.languages.pseudo import CLOSING, OPENING
from assess.workflow.case.proposing import propose
from tests.cases import values_for
from tests.cli.conftest import Ran, Run, begin
from tests.cli.test_linear import desk_on, typed_for

Talk = Callable[..., Ran]

_SAID = re.compile(f"{OPENING}[^{OPENING}{CLOSING}]*{CLOSING}")
_WORD = re.compile(r"[^\W\d_]{2,}")
_COMMAND = re.compile(r"/[a-z?]+(?: area| \d[\w.]*)?|--[a-z-]+|`[^`]*`")

STORIES = ("A mooring", "No test site", "", "", "48 % down", "y", "")
LOOKING = (
    *("/help", "/help status", "/list", "/guidance", "/results", "/results why", "/results 99"),
    *("/time", "/pause", "/time", "/history", "/history all", "/evidence", "/proposals", "/open"),
    *("/find", "staff", "/find zzz", "/colour", "/re", "/same", "/take", "/decline", "/share"),
    *("/share", "/goto", "14.2", "/goto part", "/goto 99", "/back", "/next", "/previous", "/todo"),
)
REMARKING = (
    *(
        "/goto 1.1",
        "/note",
        "Seen",
        "/note Again",
        "/note -",
        "/flag",
        "/flag",
        "/undo",
        "/history",
    ),
    *("/link https://a.example The page", "/link nowhere", "/link", "https://b.example"),
    *("/evidence", "/remove 1", "/remove x", "/remove 99", "/fetch", "/again", "/again 99"),
    *("/again 1", "/status", "1", "None", "/status", "2", "-", "/status d", "/status dont_know"),
    *("/status follow_up some day", "/clear", "/reason", "Two", "/reason -"),
)
ANSWERING = (
    *("/goto founded", "some day", "2099", "2009-05", "/goto 1.1", "2010"),
    *("/goto committed_total", "many", "-4", "700", "Two", "/goto 5.1", "48", "40", "/goto 5.1"),
    *("30", "/goto governing_body", "n", "/goto 10.4", "y", "/goto 10.5", "/goto budget_total"),
    *("12.500", "/goto driving_forces", "50", "30", "30", "3", "20", "/goto driving_forces"),
    *("9", "x=1", "industry=100 research=0 public=0", "/goto driving_forces", "1", "x", "/clear"),
    *("/goto financing", "30", "20", "x", "/back", "25", "", "", "", "/goto planning", "2", "9"),
    *("321", "0", "3", "/goto planning", "1111111", "1", "/goto reach", "1,3", "/goto reach"),
    *("+global", "/goto reach", "-1", "/goto 9.2", "Norway, dk", "/goto 9.2", "+Atlantis"),
    *("/goto success_stories", *STORIES, "/goto success_stories", "9", "1", "B", "", "", "", ""),
    *("z", "n", "/goto 4.2", "/long", "Wave", ".", "/long", ".", "//srv", "/finish"),
)


@pytest.fixture
def talk(run: Run, case: str) -> Talk:
    """Take the case line by line, in the pseudo-language."""

    def interview(*lines: str, wanted: str = case) -> Ran:
        typed = "".join(f"{line}\n" for line in lines).encode("utf-8", "surrogateescape")
        return run("--language", "en-XA", "interview", wanted, "--linear", stdin=typed)

    return interview


def unsaid(shown: str, *typed: str) -> list[str]:
    """Give what stands outside of the brackets, without what was typed, line by line."""
    text = shown
    while (without := _SAID.sub("", text)) != text:
        text = without
    behind = [line.partition(" ")[2] for line in typed if line.startswith("/")]
    for line in sorted({*typed, *behind} - {""}, key=len, reverse=True):
        text = re.sub(rf"(?<!\w){re.escape(line)}(?!\w)", "", text)
    return [line.strip() for line in _COMMAND.sub("", text).splitlines() if line.strip()]


def english(shown: str, data: frozenset[str], *typed: str) -> list[str]:
    """Give the lines in which a word stands that was never looked up and is no data."""
    return [line for line in unsaid(shown, *typed) if set(_WORD.findall(line)) - data]


@pytest.fixture(scope="module")
def data(catalogue: Catalogue) -> frozenset[str]:
    """What is no word of a language: names, codes, units as the catalogue has them."""
    measures = [measure for indicator in catalogue.indicators for measure in indicator.measures]
    texts = [
        *("Fjord Energy Cluster", "Ada Expert", "Ben", "form.xlsx", "SHA", "UTF"),
        *("The page", "https://a.example"),
        *(str(getattr(measure, "unit", "")) for measure in measures),
        *catalogue.questions,
        *(status.value for status in Status),
        *(str(getattr(question, "unit", "")) for question in catalogue.questions.values()),
        *(part for question in catalogue.questions.values() for part in question.part_names),
        *(source for indicator in catalogue.indicators for source in indicator.source),
    ]
    return frozenset(word for text in texts for word in _WORD.findall(text))


@pytest.mark.parametrize(
    "lines", [LOOKING, REMARKING, ANSWERING], ids=["looking", "remarking", "answering"]
)
def test_what_is_done_line_by_line_is_said_in_the_language(
    talk: Talk, data: frozenset[str], case: str, lines: tuple[str, ...]
) -> None:
    ran = talk("/goto founded", "2009", *lines)
    assert english(ran.out, data, case, "2009", *lines) == []
    assert english(ran.err, data) == []


def test_every_question_is_put_and_answered_in_the_language(
    talk: Talk, data: frozenset[str], case: str, catalogue: Catalogue
) -> None:
    lines: list[str] = []
    values = values_for(catalogue)
    for name, question in catalogue.questions.items():
        lines += [
            f"/goto {name}",
            *_answer(question, values),
            f"/goto {name}",
            "/results why",
        ]
    ran = talk(*lines, "/open", "/list", "/finish", "/leave")
    assert english(ran.out, data, case, *lines) == []


def _answer(question: Question, values: Mapping[str, Any]) -> Iterator[str]:
    if question.name in values:
        yield from typed_for(question, values[question.name])
    else:
        yield "/status not_applicable None"


def test_what_others_sent_and_said_before_is_told_in_the_language(
    run: Run, talk: Talk, data: frozenset[str], home: Path, case: str, catalogue: Catalogue
) -> None:
    earlier = begin(run, interview_date="2024-10-08")
    for name, value in {"founded": "2009-05", "committed_total": "42"}.items():
        run("answer", earlier, name, value)
    with desk_on(home, catalogue) as desk:
        sent = {
            "legal_form": "association",
            "initiated_by": "mixed",
            "specialisation": "broad_field",
        }
        offered = [
            Proposal(question=name, value=value, source="form.xlsx") for name, value in sent.items()
        ]
        propose(desk, desk.store.assessment(case), offered)
    lines = (
        *(
            "/same",
            "/goto 5.1",
            "48",
            "/goto 5.1",
            "/same area",
            "/proposals",
            "/goto 2",
            "/take 9",
        ),
        *("/take", "/goto 3", "/decline", "/take area", "/goto 36", "/take"),
    )
    ran = talk(*lines)
    assert english(ran.out, data, case, *lines) == []


def test_where_the_interview_is_finished_and_opened_again(
    talk: Talk, data: frozenset[str], case: str, catalogue: Catalogue
) -> None:
    lines = [
        line
        for name, question in catalogue.questions.items()
        if question.required
        for line in (f"/goto {name}", "/status dont_know")
    ]
    ran = talk(*lines, "/finish", "/goto 1.1", "2009", "/undo", "/reopen", "Wrong", "/leave")
    assert english(ran.out, data, case, *lines, "2009", "Wrong") == []
    assert english(ran.err, data) == []


def test_commands_are_typed_as_ever(talk: Talk) -> None:
    shown = talk("/help").out
    for command in ("/skip:", "/goto ⟦", "/take,", "/leave ⟦"):
        assert command.split("⟦")[0].rstrip(" :,") in shown
    assert "/status" in shown
