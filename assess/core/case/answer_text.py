"""Answers in words: what was said to a question, as lines that anyone can read."""

from __future__ import annotations

import calendar
from collections.abc import Iterator, Mapping

from assess.core.case.answer import Answer, AnswerValue
from assess.core.catalogue.answer_status import Status
from assess.core.catalogue.catalogue import Catalogue
from assess.core.catalogue.question import (
    CountsQuestion,
    DecimalQuestion,
    GridQuestion,
    IntegerQuestion,
    MonthQuestion,
    Question,
    ScaleQuestion,
    SelectMultipleQuestion,
    SelectOneQuestion,
    SharesQuestion,
    StoriesQuestion,
)
from assess.core.text.number_text import NO_BREAK_SPACE, THIN_SPACE
from assess.core.text.value import Value
from assess.core.text.words import day_text


class AnswerLine(Value):
    """One line of an answer; `label` is the part it belongs to, or empty."""

    label: str = ""
    text: str


def answer_lines(
    question: Question, value: AnswerValue, catalogue: Catalogue
) -> tuple[AnswerLine, ...]:
    """Give a value in words: one line, or one for each part or story.

    A value of the wrong form is given as it stands; this never fails.
    """
    if value is None:
        return ()
    match question:
        case SharesQuestion() | CountsQuestion() | GridQuestion() if isinstance(value, dict):
            return tuple(_parts(question, value))
        case StoriesQuestion() if isinstance(value, list):
            return tuple(_stories(value))
        case _:
            return (AnswerLine(text=_plain(question, value, catalogue)),)


def lines_by_level(
    question: Question, value: AnswerValue, catalogue: Catalogue
) -> tuple[AnswerLine, ...]:
    """Give a value in words; the parts of a grid stand together by level, the highest first."""
    lines = answer_lines(question, value, catalogue)
    if not isinstance(question, GridQuestion) or not isinstance(value, dict):
        return lines
    by_level: dict[str, list[str]] = {}
    for line in sorted(lines, key=lambda line: line.text[:1], reverse=True):
        by_level.setdefault(line.text, []).append(line.label)
    return tuple(
        AnswerLine(label=level, text=", ".join(parts)) for level, parts in by_level.items()
    )


def in_words(question: Question, answer: Answer, catalogue: Catalogue) -> str:
    """Say a whole answer in one sentence without a stop: the value, or why there is none."""
    lines = answer_lines(question, answer.value, catalogue)
    value = "; ".join(f"{line.label}: {line.text}" if line.label else line.text for line in lines)
    if answer.status is Status.ANSWERED:
        return value or "none"
    words = [str(catalogue.edition.statuses[answer.status.value])]
    if answer.follow_up_by is not None:
        words[0] += f" by {day_text(answer.follow_up_by)}"
    if answer.reason:
        words.append(answer.reason)
    said = ": ".join(words)
    return f"{value} ({said})" if value else said


def month_text(month: str) -> str:
    """Give `2009-05` as `May 2009`, and a year alone as it is."""
    year, _, in_year = month.partition("-")
    if in_year.isdigit() and 1 <= int(in_year) <= 12:
        return f"{calendar.month_name[int(in_year)]} {year}"
    return month


def _plain(question: Question, value: AnswerValue, catalogue: Catalogue) -> str:
    match question:
        case IntegerQuestion() | DecimalQuestion() if _is_number(value):
            return f"{exact(value)}{NO_BREAK_SPACE}{question.unit}".rstrip(NO_BREAK_SPACE)
        case MonthQuestion():
            return month_text(str(value))
        case SelectOneQuestion():
            return _choice(question, value)
        case SelectMultipleQuestion() if isinstance(value, list):
            return ", ".join(_chosen(question, value, catalogue)) or "none"
        case ScaleQuestion():
            return _level([str(anchor) for anchor in question.anchors], value)
        case _:
            return str(value)


def exact(number: object) -> str:
    """Write a number with all the decimals it was given with, in groups of three."""
    if isinstance(number, int):
        text = f"{number:,}"
    else:
        text = f"{float(str(number)):,.6f}".rstrip("0").rstrip(".")
    return text.replace(",", THIN_SPACE)


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _choice(question: SelectOneQuestion, value: object) -> str:
    label = next((str(choice.label) for choice in question.choices if choice.name == value), None)
    return label or str(value)


def _chosen(
    question: SelectMultipleQuestion, values: list[AnswerValue], catalogue: Catalogue
) -> Iterator[str]:
    labels = {choice.name: str(choice.label) for choice in question.choices}
    for value in values:
        yield labels.get(str(value)) or catalogue.country_name(str(value))


def _level(anchors: list[str], value: object) -> str:
    if isinstance(value, int) and not isinstance(value, bool) and 0 <= value < len(anchors):
        return f"{value} – {anchors[value]}"
    return str(value)


def _parts(
    question: SharesQuestion | CountsQuestion | GridQuestion, value: Mapping[str, AnswerValue]
) -> Iterator[AnswerLine]:
    labels = {part.name: str(part.label) for part in question.parts}
    for name, said in value.items():
        match question:
            case GridQuestion():
                text = _level([str(anchor) for anchor in question.anchors], said)
            case CountsQuestion() if _is_number(said):
                text = f"{exact(said)}{NO_BREAK_SPACE}{question.unit}"
            case SharesQuestion() if _is_number(said):
                text = f"{exact(said)}{NO_BREAK_SPACE}%"
            case _:
                text = str(said)
        yield AnswerLine(label=labels.get(name, name), text=text)


def _stories(stories: list[AnswerValue]) -> Iterator[AnswerLine]:
    for number, story in enumerate(stories, start=1):
        fields: Mapping[str, AnswerValue] = (
            story if isinstance(story, dict) else {"title": str(story)}
        )
        released = "released" if fields.get("released") is True else "not released"
        yield AnswerLine(label=f"Story {number}", text=f"{fields.get('title')} ({released})")
