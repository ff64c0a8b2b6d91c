"""Counting answers of a survey: what is kept of them, and nothing of any single one."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from statistics import median as middle
from typing import NamedTuple

from pydantic import Field

from assess.core.case.answer import AnswerValue
from assess.core.catalogue.catalogue import FEWEST
from assess.core.catalogue.question import GridQuestion, Question, SelectMultipleQuestion
from assess.core.catalogue.survey import Survey, SurveyKind
from assess.core.text.value import Said, Value

Answers = Mapping[str, AnswerValue]
"""The answers of somebody, by question."""


class SurveyAnswer(NamedTuple):
    """One answered form, as long as it is counted."""

    place: str
    """Where it came from: the name of a file, or the row of a table."""
    answers: Answers
    id: str | None = None
    saved_at: str = ""


class SurveyCount(Value):
    """What is kept of a survey: how many answered, and how often each answer was given.

    `counts` has the lines that at least five answered: a question, or `question.part`.
    """

    survey: SurveyKind
    about: str = ""
    """Of which event, matchmaking or project; empty for a survey of participants."""
    edition: Said
    n: int = Field(ge=0)
    invited: int | None = Field(default=None, ge=1)
    is_invited_stated: bool = False
    """Whether the number was stated; else it is that of the committed participants."""
    answered: Mapping[str, int] = Field(default_factory=dict)
    counts: Mapping[str, Mapping[str, int]] = Field(default_factory=dict)
    left_out: int = Field(default=0, ge=0)
    at: datetime | None = None
    by: str | None = None

    @property
    def is_shown(self) -> bool:
        """Whether enough have answered for anything to be shown."""
        return self.n >= FEWEST

    def median(self, line: str) -> float | None:
        """Give the median of the levels on a line; None where there is none to be shown."""
        counts = self.counts.get(line, {})
        levels = sorted(int(level) for level, times in counts.items() for _ in range(times))
        return middle(levels) if levels else None


class Sorted(NamedTuple):
    """Answered forms, each once, and what is said of the others."""

    kept: tuple[SurveyAnswer, ...]
    replaced: tuple[tuple[SurveyAnswer, SurveyAnswer], ...]
    """An older form with the newer one of the same id, which counts."""
    alike: tuple[tuple[SurveyAnswer, SurveyAnswer], ...]
    """Two forms with the same content and different ids: both count."""
    empty: tuple[SurveyAnswer, ...]
    """Forms without any answer, which do not count."""


def sorted_out(given: Iterable[SurveyAnswer]) -> Sorted:
    """Let each id count once, the newest of it; name what is equal under another id."""
    by_id: dict[str, SurveyAnswer] = {}
    replaced: list[tuple[SurveyAnswer, SurveyAnswer]] = []
    order: list[SurveyAnswer] = []
    empty = []
    for each in given:
        if not each.answers:
            empty.append(each)
            continue
        known = by_id.get(each.id) if each.id else None
        if known is None:
            order.append(each)
        elif each.saved_at >= known.saved_at:
            replaced.append((known, each))
            order[order.index(known)] = each
        else:
            replaced.append((each, known))
            continue
        if each.id:
            by_id[each.id] = each
    seen: dict[str, SurveyAnswer] = {}
    alike = []
    for each in order:
        content = json.dumps(each.answers, sort_keys=True, ensure_ascii=False)
        if content in seen:
            alike.append((each, seen[content]))
        seen.setdefault(content, each)
    return Sorted(tuple(order), tuple(replaced), tuple(alike), tuple(empty))


def counted(survey: Survey, forms: Sequence[SurveyAnswer]) -> dict[str, Mapping[str, int]]:
    """Count the answers on each line that at least five forms have answered."""
    found: dict[str, Counter[str]] = {}
    answered = answered_by(survey, forms)
    for question in survey.questions:
        for form in forms:
            for line, code in _lines(question, form.answers.get(question.name)):
                found.setdefault(line, Counter())[code] += 1
    return {
        line: dict(sorted(counter.items()))
        for line, counter in found.items()
        if answered.get(line, 0) >= FEWEST
    }


def answered_by(survey: Survey, forms: Sequence[SurveyAnswer]) -> dict[str, int]:
    """Tell how many forms have answered each line."""
    found: Counter[str] = Counter()
    for question in survey.questions:
        for form in forms:
            value = form.answers.get(question.name)
            if value is not None:
                found.update(_answered_lines(question, value))
    return dict(found)


def _answered_lines(question: Question, value: AnswerValue) -> list[str]:
    if isinstance(question, GridQuestion) and isinstance(value, dict):
        return [f"{question.name}.{part}" for part in value]
    return [question.name]


def _lines(question: Question, value: AnswerValue) -> Iterator[tuple[str, str]]:
    """Give the lines of an answer, each with the code that was chosen."""
    match value:
        case None:
            return
        case dict() if isinstance(question, GridQuestion):
            for part, level in value.items():
                yield f"{question.name}.{part}", str(level)
        case list() if isinstance(question, SelectMultipleQuestion):
            for choice in value:
                yield question.name, str(choice)
        case _:
            yield question.name, str(value)
