"""Answers in words: what was said to a question, as lines that anyone can read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from assess.core.case.answer import Answer, AnswerValue
from assess.core.case.message import CaseMessage
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
    YesPartlyNoQuestion,
)
from assess.core.text.message import CountedUnit, Day, Exact, Month, Text, message, series
from assess.core.text.value import Value, Wording


class AnswerLine(Value):
    """One line of an answer; `label` is the part it belongs to, or empty."""

    label: Text = ""
    text: Text

    @property
    def whole(self) -> Text:
        """The line as one text, with the part it belongs to."""
        if not self.label:
            return self.text
        return message(CaseMessage.PART_AND_ANSWER, part=self.label, answer=self.text)


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
    if not isinstance(question, GridQuestion) or not isinstance(value, dict):
        return answer_lines(question, value, catalogue)
    by_level: dict[str, tuple[Text, list[Text]]] = {}
    for level, line in zip(value.values(), _parts(question, value), strict=True):
        by_level.setdefault(str(level), (line.text, []))[1].append(line.label)
    return tuple(
        AnswerLine(label=level, text=series(parts, "comma"))
        for _, (level, parts) in sorted(by_level.items(), key=lambda each: each[0], reverse=True)
    )


def value_in_words(question: Question, value: AnswerValue, catalogue: Catalogue) -> Text | None:
    """Give a value in one text; None where there is none, or nothing in it."""
    lines = [line.whole for line in answer_lines(question, value, catalogue)]
    return in_one(lines) if lines else None


def in_one(texts: Sequence[Text]) -> Text:
    """Give several texts in one, a single one as it is."""
    return texts[0] if len(texts) == 1 else series(texts, "semicolon")


def in_words(question: Question, answer: Answer, catalogue: Catalogue) -> Text:
    """Say a whole answer in one sentence without a stop: the value, or why there is none."""
    value = value_in_words(question, answer.value, catalogue)
    if answer.status is Status.ANSWERED:
        return value or message(CaseMessage.NONE_CHOSEN)
    status: Text = catalogue.edition.statuses[answer.status.value]
    if answer.follow_up_by is not None:
        day = Day(answer.follow_up_by, in_words=True)
        status = message(CaseMessage.STATUS_BY_DAY, status=status, day=day)
    if answer.reason:
        status = message(CaseMessage.STATUS_REASON, status=status, reason=answer.reason)
    return message(CaseMessage.VALUE_AND_STATUS, value=value, status=status) if value else status


def month_text(month: str) -> Text:
    """Give `2009-05` as `May 2009`, and a year alone as it is."""
    year, _, in_year = month.partition("-")
    if year.isdigit() and in_year.isdigit() and 1 <= int(in_year) <= 12 and 1 <= int(year) <= 9999:
        return Month(date(int(year), int(in_year), 1), in_words=True)
    return month


YES_PARTLY_NO_CODES = {
    "yes": CaseMessage.YES,
    "partly": CaseMessage.PARTLY,
    "no": CaseMessage.NO,
}


def _plain(question: Question, value: AnswerValue, catalogue: Catalogue) -> Text:
    match question:
        case IntegerQuestion() | DecimalQuestion() if isinstance(number := _number(value), Exact):
            return _of_unit(number, question.unit)
        case MonthQuestion():
            return month_text(str(value))
        case SelectOneQuestion():
            return _choice(question, value)
        case SelectMultipleQuestion() if isinstance(value, list):
            chosen = [*_chosen(question, value, catalogue)]
            return series(chosen, "comma") if chosen else message(CaseMessage.NONE_CHOSEN)
        case ScaleQuestion():
            return _level(question.anchors, value)
        case YesPartlyNoQuestion() if code := YES_PARTLY_NO_CODES.get(str(value)):
            return message(code)
        case _:
            return str(value)


def _of_unit(number: Exact, unit: str) -> Text:
    if not unit:
        return number
    counted = CountedUnit(unit, number.number)
    return message(CaseMessage.NUMBER_OF_UNIT, number=number, unit=counted)


def _number(value: object) -> Exact | None:
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return Exact(value) if is_number else None  # type: ignore[arg-type]  # a number, as just seen


def _choice(question: SelectOneQuestion, value: object) -> Text:
    label = next((choice.label for choice in question.choices if choice.name == value), None)
    return label or str(value)


def _chosen(
    question: SelectMultipleQuestion, values: list[AnswerValue], catalogue: Catalogue
) -> Iterator[Text]:
    labels = {choice.name: choice.label for choice in question.choices}
    for value in values:
        yield labels.get(str(value)) or catalogue.country_name(str(value))


def _level(anchors: Sequence[Wording], value: object) -> Text:
    if isinstance(value, int) and not isinstance(value, bool) and 0 <= value < len(anchors):
        return message(CaseMessage.LEVEL, level=value, anchor=anchors[value])
    return str(value)


def _parts(
    question: SharesQuestion | CountsQuestion | GridQuestion, value: Mapping[str, AnswerValue]
) -> Iterator[AnswerLine]:
    labels = {part.name: part.label for part in question.parts}
    for name, said in value.items():
        yield AnswerLine(label=labels.get(name, name), text=_part(question, said))


def _part(question: SharesQuestion | CountsQuestion | GridQuestion, said: AnswerValue) -> Text:
    if isinstance(question, GridQuestion):
        return _level(question.anchors, said)
    number = _number(said)
    if number is None:
        return str(said)
    if isinstance(question, SharesQuestion):
        return message(CaseMessage.SHARE, number=number)
    return _of_unit(number, question.unit)


def _stories(stories: list[AnswerValue]) -> Iterator[AnswerLine]:
    for number, story in enumerate(stories, start=1):
        fields: Mapping[str, AnswerValue] = (
            story if isinstance(story, dict) else {"title": str(story)}
        )
        is_released = fields.get("released") is True
        code = CaseMessage.STORY_RELEASED if is_released else CaseMessage.STORY_NOT_RELEASED
        yield AnswerLine(
            label=message(CaseMessage.STORY_NUMBER, number=number),
            text=message(code, title=str(fields.get("title"))),
        )
