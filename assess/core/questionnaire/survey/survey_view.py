"""What a survey shows: distributions, and its medians beside what the manager answered."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from assess.core.case.assessment import Assessment
from assess.core.catalogue.catalogue import FEWEST, Catalogue
from assess.core.catalogue.question import (
    GridQuestion,
    Question,
    ScaleQuestion,
    SelectMultipleQuestion,
    SelectOneQuestion,
    YesPartlyNoQuestion,
)
from assess.core.catalogue.survey import Survey
from assess.core.questionnaire.message import FormMessage, SurveyMessage
from assess.core.questionnaire.survey.survey_count import SurveyCount
from assess.core.text.message import Message, Number, Text, message, series
from assess.core.text.value import Wording

APART = 2
"""So many levels between the manager and the participants are an open point."""


class AnswerShare(NamedTuple):
    """How often an answer was given on a line."""

    answer: Text
    times: int
    percent: float

    def message(self) -> Message:
        """Say it."""
        percent = Number(self.percent, 0)
        return message(SurveyMessage.SHARE, answer=self.answer, times=self.times, percent=percent)


class LineShown(NamedTuple):
    """One line of a survey: a question, or one of its parts."""

    label: Text
    part: Text
    """Which part of the question; empty for a question of one line."""
    n: int
    shares: tuple[AnswerShare, ...]
    """Empty where fewer than five answered."""
    median: float | None


class Beside(NamedTuple):
    """What the manager answered, and the median of the participants on the same scale."""

    question: str
    title: Text
    manager: int
    asked: Text
    n: int
    median: float

    @property
    def heading(self) -> Message:
        """Name the question of the interview, and the one that is beside it."""
        return message(SurveyMessage.BESIDE_QUESTION, question=self.title, asked=self.asked)

    @property
    def is_apart(self) -> bool:
        """Whether they are at least two levels apart."""
        return abs(self.manager - self.median) >= APART

    def message(self, count: SurveyCount) -> Message:
        """Say both in a sentence."""
        median = Number(self.median, 1)
        if count.invited is None:
            return message(SurveyMessage.BESIDE, manager=self.manager, n=self.n, median=median)
        return message(
            SurveyMessage.BESIDE_OF_INVITED,
            manager=self.manager,
            n=self.n,
            invited=count.invited,
            median=median,
        )

    def point(self) -> Message:
        """Say that they are far apart."""
        return message(
            SurveyMessage.APART,
            manager=self.manager,
            median=Number(self.median, 1),
            n=self.n,
            asked=self.asked,
        )


def shown_lines(survey: Survey, count: SurveyCount) -> tuple[LineShown, ...]:
    """Give every line with its distribution, in the order of the form; none below five answers."""
    if not count.is_shown:
        return ()
    return tuple(line for question in survey.questions for line in _lines(question, count))


def _lines(question: Question, count: SurveyCount) -> Iterator[LineShown]:
    if isinstance(question, GridQuestion):
        for part in question.parts:
            key = f"{question.name}.{part.name}"
            yield _line(question, key, question.label, part.label, count)
    else:
        yield _line(question, question.name, question.label, "", count)


def _line(question: Question, key: str, label: Text, part: Text, count: SurveyCount) -> LineShown:
    n = count.answered.get(key, 0)
    counts = count.counts.get(key, {}) if n >= FEWEST else {}
    shares = tuple(
        AnswerShare(said, counts.get(code, 0), 100 * counts.get(code, 0) / n)
        for code, said in options_of(question).items()
        if n >= FEWEST
    )
    # the first level of a grid may be that a service was not used, which is no satisfaction
    has_levels = isinstance(question, ScaleQuestion)
    return LineShown(label, part, n, shares, count.median(key) if has_levels and counts else None)


def options_of(question: Question) -> Mapping[str, Text]:
    """Give the answers that can be counted, by their codes."""
    match question:
        case SelectOneQuestion() | SelectMultipleQuestion():
            return {choice.name: choice.label for choice in question.choices}
        case ScaleQuestion() | GridQuestion():
            return {str(level): _level(level, said) for level, said in enumerate(question.anchors)}
        case YesPartlyNoQuestion():
            codes = {
                "yes": FormMessage.YES,
                "partly": FormMessage.PARTLY,
                "no": FormMessage.NO,
            }
            return {code: message(said) for code, said in codes.items()}
        case _:
            return {}


def _level(level: int, anchor: Wording) -> Message:
    return message(SurveyMessage.LEVEL, level=level, anchor=anchor)


def beside_answers(
    survey: Survey, count: SurveyCount, assessment: Assessment, catalogue: Catalogue
) -> tuple[Beside, ...]:
    """Give what stands beside the manager's own judgement, in the order of the form."""
    found = []
    labels = {question.name: question.label for question in survey.questions}
    for line, names in survey.beside.items():
        median = count.median(line) if count.is_shown else None
        for name in names:
            level = assessment.value(name)
            if median is None or name not in catalogue.questions or not isinstance(level, int):
                continue
            title = catalogue.questions[name].title
            found.append(Beside(name, title, level, labels[line], count.answered[line], median))
    return tuple(found)


def quality_lines(
    survey: Survey, count: SurveyCount, catalogue: Catalogue
) -> tuple[tuple[Text, Text], ...]:
    """Give for which items of quality a survey is evidence, and what it says of each."""
    titles = {item.id: item.title for item in catalogue.label.quality_items}
    questions = {question.name: question for question in survey.questions}
    found: list[tuple[Text, Text]] = []
    for name, items in survey.quality.items():
        said = _said_in_brief(questions[name], name, count)
        found += [
            (message(SurveyMessage.ITEM, item=item, title=titles[item]), said)
            for item in items
            if item in titles and said is not None
        ]
    return tuple(found)


def _said_in_brief(question: Question, name: str, count: SurveyCount) -> Text | None:
    """Say the median of levels, or how many gave each answer; None below five answers."""
    line = _line(question, name, question.label, "", count)
    if not count.is_shown or not line.shares:
        return None
    if line.median is not None:
        return message(SurveyMessage.MEDIAN, count=line.n, median=Number(line.median, 1))
    return series([share.message() for share in line.shares], "semicolon")


def answered_text(count: SurveyCount) -> Message:
    """Say how many answered, of how many, and by which number that is."""
    if count.invited is None:
        return message(SurveyMessage.ANSWERED, count=count.n)
    rate = Number(100 * count.n / count.invited, 0)
    code = (
        SurveyMessage.ANSWERED_OF_INVITED
        if count.is_invited_stated
        else SurveyMessage.ANSWERED_OF_COMMITTED
    )
    return message(code, count=count.n, invited=count.invited, rate=rate)
