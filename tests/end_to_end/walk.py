"""A whole interview as keys: what is typed at each question, and what the record holds then."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from assess.core.case.answer import Answer
from assess.core.case.assessment import Assessment, is_relevant
from assess.core.case.checking import check_value
from assess.core.catalogue.answer_status import Status
from assess.core.catalogue.catalogue import Catalogue
from assess.core.catalogue.question import (
    STORY_FIELDS,
    CountsQuestion,
    GridQuestion,
    Question,
    ScaleQuestion,
    SelectMultipleQuestion,
    SelectOneQuestion,
    SharesQuestion,
    StoriesQuestion,
    TextQuestion,
    YesPartlyNoQuestion,
)
from tests.cases import NOT_ANSWERED, values_for
from tests.end_to_end.terminal import ENTER, F2, F4, TAB, Terminal
from tests.notation import answered

STATUS_KEYS = {
    Status.DONT_KNOW: "d",
    Status.REFUSED: "r",
    Status.ADDED_LATER: "l",
    Status.FOLLOW_UP: "f{by}" + ENTER,
    Status.NOT_APPLICABLE: "a{reason}" + ENTER,
}
"""What is pressed in the window of the statuses."""

REASON = "as counted"
"""What is typed as the reason for a value outside the usual."""

PASTE_BEGINS, PASTE_ENDS = "\x1b[200~", "\x1b[201~"

KEY = re.compile(r"\x1bO.|\x1b\[[0-9;]*[A-Za-z~]|\x1b.|.", re.DOTALL)
"""What a terminal sends for one key."""

Entry = tuple[str, Status, Any, str | None]
"""An entry of the history: question, status, value, reason."""


class Step(NamedTuple):
    """What is typed at one question or indicator."""

    name: str
    keys: str
    letters: int = 0
    """How many of the keys are letters of free text."""
    entries: tuple[Entry, ...] = ()
    """What the history holds more because of it, in order."""


def keys_of(text: str) -> list[str]:
    """Give the single keys of what is typed."""
    return KEY.findall(text)


def letters_and_others(walk: Iterable[Step]) -> tuple[int, int]:
    """Give how many keys are letters of free text, and how many are not."""
    walked = tuple(walk)
    letters = sum(step.letters for step in walked)
    return letters, sum(len(keys_of(step.keys)) for step in walked) - letters


def values_of(catalogue: Catalogue) -> dict[str, Any]:
    """Give what is answered; one of the values is outside the usual."""
    return {
        **values_for(catalogue),
        "potential_basis": "The register of companies, 2025",
        "body_meetings": 36,
    }


def typed(question: Question, value: Any) -> str:
    """Give the keys that answer a question and go on to the next one."""
    match question:
        case SelectOneQuestion(choices=choices):
            return str([one.name for one in choices].index(value) + 1) + ENTER
        case SelectMultipleQuestion(choices_from="countries"):
            return "".join(code + ENTER for code in value) + ENTER
        case SelectMultipleQuestion(choices=choices):
            names = [one.name for one in choices]
            return "".join(str(names.index(one) + 1) for one in value) + ENTER
        case ScaleQuestion():
            return f"{value}{ENTER}"
        case YesPartlyNoQuestion():
            return f"{value[0]}{ENTER}"
        case SharesQuestion() | CountsQuestion():
            return "".join(f"{value[name]}{ENTER}" for name in question.part_names)
        case GridQuestion():
            return "".join(str(value[name]) for name in question.part_names) + ENTER
        case TextQuestion():
            return f"{value}{TAB}"
        case StoriesQuestion():
            return "".join(_story(one) for one in value) + (ENTER * (len(value) < question.most))
        case _:
            return f"{value}{ENTER}"


def _story(story: dict[str, Any]) -> str:
    rows = [str(story[name]) for name in STORY_FIELDS if name != "released"]
    return TAB.join(rows) + TAB + ("y" if story["released"] else "n") + TAB


def pasted(question: Question, value: Any) -> str:
    """Give the keys that answer a question where its text comes from the clipboard."""
    match question:
        case TextQuestion():
            return f"{PASTE_BEGINS}{value}{PASTE_ENDS}{TAB}"
        case SharesQuestion() | CountsQuestion():
            texts = [f"{value[name]}" for name in question.part_names]
            return "".join(f"{PASTE_BEGINS}{text}{PASTE_ENDS}{ENTER}" for text in texts)
        case StoriesQuestion():
            stories = typed(question, value).split(TAB)
            return TAB.join(
                f"{PASTE_BEGINS}{row}{PASTE_ENDS}" if len(row) > 1 else row for row in stories
            )
        case _:
            keys = typed(question, value)
            is_line = keys == f"{value}{ENTER}" and not isinstance(question, ScaleQuestion)
            return f"{PASTE_BEGINS}{value}{PASTE_ENDS}{ENTER}" if is_line else keys


def entries_of(question: Question, value: Any) -> tuple[Entry, ...]:
    """Give what the history holds of an answer that grows: one entry for each choice more."""
    grown: Sequence[Any] = [value]
    if isinstance(question, SelectMultipleQuestion):
        grown = [value[: at + 1] for at in range(len(value))]
    return tuple((question.name, Status.ANSWERED, part, None) for part in grown)


def steps(catalogue: Catalogue, *, is_pasted: bool = False) -> Iterator[Step]:
    """Give, question by question, what is typed from the first indicator to the last."""
    so_far, values = answered(interview="2026-11-02"), values_of(catalogue)
    for indicator in catalogue.asked:
        if not indicator.questions:
            yield Step(indicator.id, ENTER)
        elif not any(question.required for question in indicator.questions):
            yield Step(indicator.id, TAB)  # nothing has to be asked: the card has the focus
        for question in indicator.questions:
            name = question.name
            if not is_relevant(question, so_far, catalogue):
                continue
            if name in values:
                yield _answering(question, values[name], so_far, catalogue, is_pasted=is_pasted)
                said = Answer(question=name, status=Status.ANSWERED, value=values[name])
                so_far = so_far.with_answer(said)
            elif name in NOT_ANSWERED and NOT_ANSWERED[name].status in STATUS_KEYS:
                yield _leaving_open(NOT_ANSWERED[name])
            else:
                yield Step(name, TAB)


def _answering(
    question: Question, value: Any, so_far: Assessment, catalogue: Catalogue, *, is_pasted: bool
) -> Step:
    keys = (pasted if is_pasted else typed)(question, value)
    entries = entries_of(question, value)
    letters = _letters(question, value)
    found = check_value(question, value, so_far, catalogue)
    assert all(one.kind == "soft" for one in found), (question.name, found)
    if found:
        keys = f"{keys.removesuffix(ENTER)}{F4}{REASON}{ENTER}{ENTER}"
        letters += len(REASON)
        entries = (*entries, (*entries[-1][:3], REASON))
    return Step(question.name, keys, letters=letters, entries=entries)


def _letters(question: Question, value: Any) -> int:
    match question:
        case TextQuestion():
            return len(value)
        case StoriesQuestion():
            texts = [text for story in value for text in story.values() if isinstance(text, str)]
            return sum(map(len, texts))
        case _:
            return 0


def _leaving_open(said: Answer) -> Step:
    keys = STATUS_KEYS[said.status].format(by=said.follow_up_by, reason=said.reason)
    return Step(
        said.question,
        F2 + keys + TAB,
        letters=len(said.reason or ""),
        entries=((said.question, said.status, None, said.reason),),
    )


def enter(terminal: Terminal, walk: Iterable[Step]) -> None:
    """Type as fast as it goes in, and look at the screen after each question."""
    for step in walk:
        terminal.press(step.keys)
        terminal.read()
