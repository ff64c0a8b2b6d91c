"""The form of values: whether a value can be an answer to a question at all."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Literal
from urllib.parse import urlsplit

from assess.core.case.answer import AnswerValue
from assess.core.case.message import CaseMessage
from assess.core.catalogue.catalogue import Catalogue
from assess.core.catalogue.question import (
    STORY_FIELDS,
    YES_PARTLY_NO,
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
    TextQuestion,
    UrlQuestion,
    YesPartlyNoQuestion,
)
from assess.core.text.message import Message, Text, message, series
from assess.core.text.value import Value

LARGEST = 1e300
"""The largest number that is taken; a whole one beyond it would not fit into a float."""

_MONTH = re.compile(r"[0-9]{4}(?:-(?:0[1-9]|1[0-2]))?")


class Finding(Value):
    """What a check found; `place` is the part of the value (`.public_eu`), empty for the whole.

    A hard one is refused; a contradiction between answers is kept, and stays open until one of them
    changes; a soft one asks for a reason.
    """

    kind: Literal["hard", "contradiction", "soft"]
    place: str = ""
    label: Text = ""
    """The words that a screen has for the place, where it has some."""
    message: Message

    @property
    def text(self) -> Message:
        """The message, with the place that it is about."""
        if not self.place:
            return self.message
        place = self.label or self.place.lstrip(".")
        return message(CaseMessage.AT_PLACE, place=place, fault=self.message)


def hard(fault: Message, place: str = "", label: Text = "") -> Finding:
    """Give a finding that a value must not have."""
    return Finding(kind="hard", place=place, label=label, message=fault)


def contradiction(fault: Message) -> Finding:
    """Give a finding that is open at both answers until one of them changes."""
    return Finding(kind="contradiction", message=fault)


def soft(doubt: Message, place: str = "") -> Finding:
    """Give a finding that asks for a reason."""
    return Finding(kind="soft", place=place, message=doubt)


def form_findings(
    question: Question, value: AnswerValue, catalogue: Catalogue
) -> Iterator[Finding]:
    """Give what is wrong with a value by itself."""
    return _FORMS[type(question)](question, value, catalogue)


def _shown(value: AnswerValue) -> str:
    text = repr(value) if isinstance(value, str) else str(value)
    return text if len(text) <= 60 else text[:57] + "..."


def _is_number(value: AnswerValue) -> bool:
    """Tell whether a value is a number that can be reckoned with; NaN and endless ones are not."""
    return isinstance(value, int | float) and not isinstance(value, bool) and abs(value) <= LARGEST


def _bounded(
    value: AnswerValue,
    low: float | None,
    high: float | None,
    place: str = "",
    label: Text = "",
    *,
    whole: bool = False,
) -> Iterator[Finding]:
    if not _is_number(value):
        yield hard(message(CaseMessage.VALUE_NOT_NUMBER, value=_shown(value)), place, label)
        return
    number = float(value)  # type: ignore[arg-type]  # a number, as just seen
    if whole and number != int(number):
        yield hard(message(CaseMessage.VALUE_NOT_WHOLE, value=_shown(value)), place, label)
    if low is not None and number < low:
        yield hard(message(CaseMessage.VALUE_BELOW, value=_shown(value), least=low), place, label)
    if high is not None and number > high:
        yield hard(message(CaseMessage.VALUE_ABOVE, value=_shown(value), most=high), place, label)


def _month(value: AnswerValue) -> Iterator[Finding]:
    if not (isinstance(value, str) and _MONTH.fullmatch(value)):
        yield hard(message(CaseMessage.VALUE_NOT_MONTH, value=_shown(value)))


def _choice(value: AnswerValue, names: Sequence[str], place: str = "") -> Iterator[Finding]:
    if value in names:
        return
    shown = _shown(value)
    if len(names) <= 12:
        choices = series(names, "comma")
        yield hard(message(CaseMessage.VALUE_NOT_CHOICE, value=shown, choices=choices), place)
    else:
        some = series(names[:3], "comma")
        more = len(names) - 3
        yield hard(
            message(CaseMessage.VALUE_NOT_OF_MANY_CHOICES, value=shown, choices=some, count=more),
            place,
        )


def _level(value: AnswerValue, top: int, place: str = "", label: Text = "") -> Iterator[Finding]:
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= top:
        fault = message(CaseMessage.VALUE_NOT_LEVEL, value=_shown(value), top=top)
        yield hard(fault, place, label)


def _choices(
    question: SelectMultipleQuestion, value: AnswerValue, catalogue: Catalogue
) -> Iterator[Finding]:
    names: Sequence[str] = [choice.name for choice in question.choices]
    if question.choices_from == "countries":
        names = catalogue.country_codes
    if not isinstance(value, list):
        yield hard(message(CaseMessage.VALUE_NOT_LIST, value=_shown(value), choice=names[0]))
        return
    for index, name in enumerate(value):
        yield from _choice(name, names, f"[{index}]")
    if len({str(name) for name in value}) < len(value):
        yield hard(message(CaseMessage.CHOICE_TWICE))


def _parts(
    question: SharesQuestion | CountsQuestion | GridQuestion, value: AnswerValue
) -> Iterator[Finding]:
    names = question.part_names
    parts = series(names, "comma")
    labels = {part.name: part.label for part in question.parts}
    if not isinstance(value, dict):
        yield hard(message(CaseMessage.VALUE_NOT_BY_PART, value=_shown(value), parts=parts))
        return
    for name, part in value.items():
        place = f".{name}"
        if name not in names:
            yield hard(message(CaseMessage.PART_UNKNOWN, parts=parts), place)
        elif isinstance(question, GridQuestion):
            yield from _level(part, question.top_level, place, labels[name])
        elif isinstance(question, SharesQuestion):
            yield from _bounded(part, 0, 100, place, labels[name])
        else:
            yield from _bounded(part, 0, None, place, labels[name], whole=True)
    missing = [name for name in names if name not in value]
    if missing:
        code = (
            CaseMessage.LEVELS_MISSING
            if isinstance(question, GridQuestion)
            else CaseMessage.NUMBERS_MISSING
        )
        yield hard(message(code, parts=series(missing, "comma"), count=len(missing)))


def _text(value: AnswerValue) -> Iterator[Finding]:
    if not isinstance(value, str):
        yield hard(message(CaseMessage.VALUE_NOT_TEXT, value=_shown(value)))
    elif not value.strip():
        yield hard(message(CaseMessage.TEXT_EMPTY))


def _url(value: AnswerValue) -> Iterator[Finding]:
    wrong = address_fault(value)
    if wrong:
        yield hard(wrong)


def address_fault(value: AnswerValue) -> Message | None:
    """Say why a value is not the address of a page on the web; None: it is one."""
    try:
        parts = urlsplit(value) if isinstance(value, str) else None
    except ValueError:
        parts = None
    is_page = parts is not None and parts.scheme in ("http", "https") and bool(parts.netloc)
    if parts is None or not is_page or len(parts.netloc.split()) > 1:
        return message(CaseMessage.VALUE_NOT_ADDRESS, value=_shown(value))
    return None


def _stories(question: StoriesQuestion, value: AnswerValue) -> Iterator[Finding]:
    if not isinstance(value, list):
        yield hard(message(CaseMessage.VALUE_NOT_STORIES, value=_shown(value)))
        return
    if len(value) > question.most:
        yield hard(message(CaseMessage.TOO_MANY_STORIES, count=len(value), most=question.most))
    for index, story in enumerate(value):
        yield from _story(story, f"[{index}]")


def _story(story: AnswerValue, place: str) -> Iterator[Finding]:
    fields = series(STORY_FIELDS, "comma")
    if not isinstance(story, dict):
        fault = message(CaseMessage.VALUE_NOT_STORY, value=_shown(story), fields=fields)
        yield hard(fault, place)
        return
    for name, field in story.items():
        there, shown = f"{place}.{name}", _shown(field)
        if name not in STORY_FIELDS:
            yield hard(message(CaseMessage.STORY_FIELD_UNKNOWN, fields=fields), there)
        elif name == "released":
            if not isinstance(field, bool):
                yield hard(message(CaseMessage.VALUE_NOT_TRUTH, value=shown), there)
        elif not isinstance(field, str):
            yield hard(message(CaseMessage.VALUE_NOT_TEXT, value=shown), there)
    if not str(story.get("title") or "").strip():
        yield hard(message(CaseMessage.STORY_TITLE_MISSING), f"{place}.title")


_FORMS: Mapping[type, Callable[[Any, AnswerValue, Catalogue], Iterator[Finding]]] = {
    IntegerQuestion: lambda question, value, _: _bounded(
        value, question.min, question.max, whole=True
    ),
    DecimalQuestion: lambda question, value, _: _bounded(value, question.min, question.max),
    MonthQuestion: lambda _, value, __: _month(value),
    SelectOneQuestion: lambda question, value, _: _choice(
        value, [each.name for each in question.choices]
    ),
    SelectMultipleQuestion: _choices,
    ScaleQuestion: lambda question, value, _: _level(value, len(question.anchors) - 1),
    YesPartlyNoQuestion: lambda _, value, __: _choice(value, list(YES_PARTLY_NO)),
    SharesQuestion: lambda question, value, _: _parts(question, value),
    CountsQuestion: lambda question, value, _: _parts(question, value),
    GridQuestion: lambda question, value, _: _parts(question, value),
    TextQuestion: lambda _, value, __: _text(value),
    UrlQuestion: lambda _, value, __: _url(value),
    StoriesQuestion: lambda question, value, _: _stories(question, value),
}
"""What checks the form of a value, by the type of its question."""
