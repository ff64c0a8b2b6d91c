"""Rules in words: the checks and the routing of a question, and when a trigger holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import reduce

from assess.core.catalogue.condition import Comparison, Relevance, Trigger
from assess.core.catalogue.message import RuleMessage
from assess.core.catalogue.question import (
    CountsQuestion,
    DecimalQuestion,
    GridQuestion,
    IntegerQuestion,
    MonthQuestion,
    Question,
    SharesQuestion,
    StoriesQuestion,
)
from assess.core.text.message import Message, MessageValue, message, series


def checks(question: Question) -> Iterator[Message]:
    """Give what a value has to pass, one phrase for each check."""
    match question:
        case IntegerQuestion() | DecimalQuestion():
            if isinstance(question, IntegerQuestion):
                yield message(RuleMessage.WHOLE_NUMBER)
            yield from _bounds(question)
        case MonthQuestion():
            yield message(RuleMessage.NOT_AFTER_INTERVIEW)
        case SharesQuestion():
            yield message(RuleMessage.PARTS_SUM_TO_100)
        case CountsQuestion():
            yield message(RuleMessage.WHOLE_NUMBERS)
            if question.sums_to:
                yield message(RuleMessage.PARTS_SUM_TO_QUESTION, question=question.sums_to)
        case GridQuestion():
            yield message(RuleMessage.LEVEL_FOR_EACH_PART, level=question.top_level)
        case StoriesQuestion():
            yield message(RuleMessage.STORIES_WITH_TITLE, count=question.most)
        case _:
            return


def _bounds(question: IntegerQuestion | DecimalQuestion) -> Iterator[Message]:
    if question.min is not None:
        yield message(RuleMessage.AT_LEAST, number=f"{question.min:,g}")
    if question.max is not None:
        yield message(RuleMessage.AT_MOST, number=f"{question.max:,g}")
    if question.at_most:
        yield message(RuleMessage.AT_MOST, number=question.at_most)
    low, high = question.usual_min, question.usual_max
    if low is not None and high is not None:
        yield message(RuleMessage.USUALLY_BETWEEN, least=f"{low:,.10g}", most=f"{high:,.10g}")
    elif high is not None:
        yield message(RuleMessage.USUALLY_AT_MOST, number=f"{high:,.10g}")
    elif low is not None:
        yield message(RuleMessage.USUALLY_AT_LEAST, number=f"{low:,.10g}")


def routing(question: Question) -> Message | None:
    """Say when a question is asked; None: always."""
    return _all_of(_routing(question.relevant)) if question.relevant else None


def _routing(test: Relevance) -> Iterator[Message]:
    for number, code in (
        (test.above, RuleMessage.ASKED_IF_ABOVE),
        (test.at_least, RuleMessage.ASKED_IF_AT_LEAST),
        (test.below, RuleMessage.ASKED_IF_BELOW),
        (test.at_most, RuleMessage.ASKED_IF_AT_MOST),
    ):
        if number is not None:
            yield message(code, question=test.question, number=number)
    for names, code in (
        (test.is_, RuleMessage.ASKED_IF_IS),
        (test.is_not, RuleMessage.ASKED_IF_IS_NOT),
    ):
        if names is not None:
            yield message(code, question=test.question, answers=_either(names))


def trigger_text(trigger: Trigger) -> Message:
    """Say when a trigger holds."""
    if trigger.missing is not None:
        elements = series(trigger.missing, "comma")
        if trigger.needed is None:
            return message(RuleMessage.NOT_FULLY_THERE, elements=elements)
        return message(
            RuleMessage.NOT_FULLY_THERE_UNDER_LEVEL, level=trigger.needed, elements=elements
        )
    measure = trigger.measure or ""
    if trigger.position is not None:
        return message(_POSITION[trigger.position], measure=measure)
    if trigger.change is not None:
        plain, by = _CHANGE[trigger.change]
        if trigger.by is None:
            return message(plain, measure=measure)
        return message(by, measure=measure, difference=trigger.by)
    return _all_of(_tests(measure, trigger))


_POSITION = {
    "below": RuleMessage.BELOW_PEERS,
    "within": RuleMessage.WITHIN_PEERS,
    "above": RuleMessage.ABOVE_PEERS,
}
_CHANGE = {
    "fallen": (RuleMessage.HAS_FALLEN, RuleMessage.HAS_FALLEN_BY),
    "risen": (RuleMessage.HAS_RISEN, RuleMessage.HAS_RISEN_BY),
}


def _tests(measure: str, test: Comparison) -> Iterator[Message]:
    for number, code in (
        (test.above, RuleMessage.IS_ABOVE),
        (test.at_least, RuleMessage.IS_AT_LEAST),
        (test.below, RuleMessage.IS_BELOW),
        (test.at_most, RuleMessage.IS_AT_MOST),
    ):
        if number is not None:
            yield message(code, measure=measure, number=number)
    for names, code in ((test.is_, RuleMessage.IS), (test.is_not, RuleMessage.IS_NOT)):
        if names is not None:
            yield message(code, measure=measure, values=_either(names))


def _all_of(tests: Iterable[Message]) -> Message:
    return reduce(
        lambda first, second: message(RuleMessage.ALL_OF, first=first, second=second), tests
    )


def _either(names: tuple[str, ...]) -> MessageValue:
    quoted: list[MessageValue] = [f'"{name}"' for name in names]
    return reduce(lambda first, second: series([first, second], "or"), quoted)
