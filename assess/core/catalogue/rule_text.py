"""Rules in words: the checks and the routing of a question, and when a trigger holds."""

from __future__ import annotations

from collections.abc import Iterator

from assess.core.catalogue.condition import Comparison, Trigger
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


def checks(question: Question) -> Iterator[str]:
    """Give what a value has to pass, one phrase for each check."""
    match question:
        case IntegerQuestion() | DecimalQuestion():
            if isinstance(question, IntegerQuestion):
                yield "a whole number"
            yield from _bounds(question)
        case MonthQuestion():
            yield "not after the interview"
        case SharesQuestion():
            yield "the parts sum to 100 %"
        case CountsQuestion():
            yield "whole numbers"
            if question.sums_to:
                yield f"the parts should sum to {question.sums_to}; a difference is named"
        case GridQuestion():
            yield f"a level from 0 to {question.top_level} for each part"
        case StoriesQuestion():
            yield f"up to {question.most} stories, each with a title"
        case _:
            return


def _bounds(question: IntegerQuestion | DecimalQuestion) -> Iterator[str]:
    if question.min is not None:
        yield f"at least {question.min:,g}"
    if question.max is not None:
        yield f"at most {question.max:,g}"
    if question.at_most:
        yield f"at most {question.at_most}"
    low, high = question.usual_min, question.usual_max
    if low is not None and high is not None:
        yield f"usually {low:,.10g} to {high:,.10g}; anything else asks for a reason"
    elif high is not None:
        yield f"usually at most {high:,.10g}; more asks for a reason"
    elif low is not None:
        yield f"usually at least {low:,.10g}; less asks for a reason"


def routing(question: Question) -> str | None:
    """Say when a question is asked; None: always."""
    if question.relevant is None:
        return None
    return f"only if {question.relevant.question} {_test(question.relevant)}, or while that is open"


def trigger_text(trigger: Trigger) -> str:
    """Say when a trigger holds."""
    if trigger.missing is not None:
        under = "" if trigger.needed is None else f" (under level {trigger.needed})"
        return f"not fully there{under}: {', '.join(trigger.missing)}"
    if trigger.position is not None:
        return f"{trigger.measure} {trigger.position} the middle half of the peers"
    if trigger.change is not None:
        by = "" if trigger.by is None else f" by {trigger.by:g} or more"
        return f"{trigger.measure} has {trigger.change}{by} since the last round"
    return f"{trigger.measure} {_test(trigger)}"


def _test(test: Comparison) -> str:
    words = {"above": "above", "at_least": "at least", "below": "below", "at_most": "at most"}
    said = [
        f"{word} {getattr(test, name):g}"
        for name, word in words.items()
        if getattr(test, name) is not None
    ]
    if test.is_ is not None:
        said.append(_either(test.is_))
    if test.is_not is not None:
        said.append(f"not {_either(test.is_not)}")
    return f"is {' and '.join(said)}"


def _either(names: tuple[str, ...]) -> str:
    return " or ".join(f'"{name}"' for name in names)
