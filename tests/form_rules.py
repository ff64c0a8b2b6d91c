"""The table of cases of the rules of forms, and what the program says of each."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from assess.core.case.answer import Answer
from assess.core.case.assessment import Assessment, is_relevant
from assess.core.case.checking import check_value
from assess.core.case.reading.question_parts import read_parts
from assess.core.catalogue.answer_status import Status
from assess.core.catalogue.catalogue import Catalogue
from assess.core.catalogue.question import CountsQuestion, Question, SharesQuestion
from assess.core.questionnaire.questionnaire import FormSpeech, line_keys
from assess.core.questionnaire.returned_form import FormEntry, Returned, read_form
from assess.core.text.message import Message, MessageValue
from assess.languages.message import say
from tests.notation import answered

TABLE = Path(__file__).with_suffix(".toml")


class Read(NamedTuple):
    """What stands on the lines of a question, and what it is read as."""

    question: str
    answers: Mapping[str, Any]
    lines: Mapping[str, str]
    value: Any
    fault: str | None
    running: str | None


class Said(NamedTuple):
    """What a side makes of what stands on the lines of a question."""

    value: Any
    faults: list[str]
    running: str | None = None


def _table() -> dict[str, Any]:
    return tomllib.loads(TABLE.read_text(encoding="utf-8"))


def reads() -> Iterator[Read]:
    """Give what is read."""
    for row in _table()["read"]:
        name, fault = row["question"], row.get("fault")
        answers = row.get("answers", {})
        if "lines" in row:
            lines = {f"{name}.{part}": text for part, text in row["lines"].items()}
            yield Read(name, answers, lines, row.get("value"), fault, row.get("running"))
        for each in row.get("each", ()):
            text, value = (each, None) if isinstance(each, str) else each
            yield Read(name, answers, {name: text}, value, fault, None)


def askings() -> list[tuple[str, dict[str, Any], bool]]:
    """Give what is asked: a question, the answers, whether."""
    return [(row["question"], *each) for row in _table()["asked"] for each in row["each"]]


def findings() -> list[tuple[str, dict[str, Any], list[str]]]:
    """Give what does not fit: a question, the answers, kinds and codes."""
    return [(row["question"], row["answers"], row["found"]) for row in _table()["finding"]]


def read_by_program(
    catalogue: Catalogue, name: str, lines: Mapping[str, str], answers: Mapping[str, Any]
) -> Said:
    """Read the lines of a question as those of a form that came back."""
    case = answered(**answers)
    entries = {key: FormEntry(text=text, place=key) for key, text in lines.items()}
    returned = Returned(lines=entries, statuses={}, notes={})
    found = read_form(returned, case, catalogue, "a form", FormSpeech(say))
    value = next((each.value for each in found.proposals if each.question == name), None)
    question = catalogue.questions[name]
    faults = sorted({code for remark in found.remarks for code in _fault_in(remark)})
    return Said(value, [] if value is not None else faults, _running(question, lines, case))


def _running(question: Question, lines: Mapping[str, str], case: Assessment) -> str | None:
    if not isinstance(question, SharesQuestion | CountsQuestion):
        return None
    texts = {key.partition(".")[2]: text for key, text in lines.items()}
    running = read_parts(question, texts, case).running
    return running.code if isinstance(running, Message) else None


_NO_FAULT = ("questionnaire.incomplete", "questionnaire.lines_blank")


def _fault_in(remark: MessageValue) -> Iterator[str]:
    """Give the code of what is wrong in a remark on a form: that which has no other in it."""
    if not isinstance(remark, Message):
        return
    fault = remark.values.get("fault")
    if isinstance(fault, Message):
        yield from _fault_in(fault)
    elif remark.code not in _NO_FAULT:
        yield remark.code


def found_by_program(catalogue: Catalogue, name: str, answers: Mapping[str, Any]) -> list[str]:
    """Give what does not fit about an answer, with its words where a check says it."""
    case = _case(answers)
    question = catalogue.questions[name]
    return [
        f"{finding.kind} {finding.message.code}"
        for finding in check_value(question, answers[name], case, catalogue)
    ]


def words_by_program(catalogue: Catalogue, name: str, answers: Mapping[str, Any]) -> list[str]:
    """Give what is said about an answer that does not fit."""
    found = check_value(catalogue.questions[name], answers[name], _case(answers), catalogue)
    return [say(finding.message) for finding in found]


def _case(answers: Mapping[str, Any]) -> Assessment:
    case = answered()
    return case.with_answers(
        Answer(question=name, status=Status.ANSWERED, value=value)
        for name, value in answers.items()
    )


def asked_by_program(catalogue: Catalogue, name: str, answers: Mapping[str, Any]) -> bool:
    """Tell whether the routing asks a question."""
    return is_relevant(catalogue.questions[name], _case(answers), catalogue)


def keys_of(catalogue: Catalogue, name: str) -> tuple[str, ...]:
    """Give the lines of a question."""
    return line_keys(catalogue.questions[name])
