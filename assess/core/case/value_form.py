"""The form of values: whether a value can be an answer to a question at all."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Literal
from urllib.parse import urlsplit

from assess.core.case.answer import AnswerValue
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
from assess.core.text.value import Value

LARGEST = 1e300
"""The largest number that is taken; a whole one beyond it would not fit into a float."""

_MONTH = re.compile(r"[0-9]{4}(?:-(?:0[1-9]|1[0-2]))?")


class Finding(Value):
    """What a check found; `place` is the part of the value (`.public_eu`), empty for the whole."""

    kind: Literal["hard", "soft"]
    place: str = ""
    message: str

    def __str__(self) -> str:
        return f"{self.place.lstrip('.')}: {self.message}" if self.place else self.message


def hard(message: str, place: str = "") -> Finding:
    """Give a finding that a value must not have."""
    return Finding(kind="hard", place=place, message=message)


def soft(message: str, place: str = "") -> Finding:
    """Give a finding that asks for a reason."""
    return Finding(kind="soft", place=place, message=message)


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
    *,
    whole: bool = False,
) -> Iterator[Finding]:
    if not _is_number(value):
        yield hard(f"{_shown(value)} is not a number", place)
        return
    number = float(value)  # type: ignore[arg-type]  # a number, as just seen
    if whole and number != int(number):
        yield hard(f"{_shown(value)} is not a whole number", place)
    if low is not None and number < low:
        yield hard(f"{value} is less than {low:g}", place)
    if high is not None and number > high:
        yield hard(f"{value} is more than {high:g}", place)


def _month(value: AnswerValue) -> Iterator[Finding]:
    if not (isinstance(value, str) and _MONTH.fullmatch(value)):
        yield hard(f'{_shown(value)} is not a month; write it like "2009-05", or the year alone')


def _choice(value: AnswerValue, names: Sequence[str], place: str = "") -> Iterator[Finding]:
    if value not in names:
        few = (
            ", ".join(names)
            if len(names) <= 12
            else f"{', '.join(names[:3])} and {len(names) - 3} more"
        )
        yield hard(f"{_shown(value)} is not one of the choices ({few})", place)


def _level(value: AnswerValue, top: int, place: str = "") -> Iterator[Finding]:
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= top:
        yield hard(f"{_shown(value)} is not a level from 0 to {top}", place)


def _choices(
    question: SelectMultipleQuestion, value: AnswerValue, catalogue: Catalogue
) -> Iterator[Finding]:
    names: Sequence[str] = [choice.name for choice in question.choices]
    if question.choices_from == "countries":
        names = catalogue.country_codes
    if not isinstance(value, list):
        yield hard(f'{_shown(value)} is not a list; write it like ["{names[0]}"]')
        return
    for index, name in enumerate(value):
        yield from _choice(name, names, f"[{index}]")
    if len({str(name) for name in value}) < len(value):
        yield hard("a choice is named twice")


def _parts(
    question: SharesQuestion | CountsQuestion | GridQuestion, value: AnswerValue
) -> Iterator[Finding]:
    names = question.part_names
    if not isinstance(value, dict):
        yield hard(f"{_shown(value)} is not an object by part ({', '.join(names)})")
        return
    for name, part in value.items():
        place = f".{name}"
        if name not in names:
            yield hard(f"there is no part of this name; the parts are {', '.join(names)}", place)
        elif isinstance(question, GridQuestion):
            yield from _level(part, question.top_level, place)
        elif isinstance(question, SharesQuestion):
            yield from _bounded(part, 0, 100, place)
        else:
            yield from _bounded(part, 0, None, place, whole=True)
    missing = [name for name in names if name not in value]
    if missing:
        which = "this part is missing" if len(missing) == 1 else "these parts are missing"
        none = "" if isinstance(question, GridQuestion) else "; write 0 where there is none"
        yield hard(f"{which}: {', '.join(missing)}{none}")


def _text(value: AnswerValue) -> Iterator[Finding]:
    if not isinstance(value, str):
        yield hard(f"{_shown(value)} is not a text")
    elif not value.strip():
        yield hard("the text is empty")


def _url(value: AnswerValue) -> Iterator[Finding]:
    wrong = address_fault(value)
    if wrong:
        yield hard(wrong)


def address_fault(value: AnswerValue) -> str | None:
    """Say why a value is not the address of a page on the web; None: it is one."""
    try:
        parts = urlsplit(value) if isinstance(value, str) else None
    except ValueError:
        parts = None
    if parts is None or parts.scheme not in ("http", "https") or not parts.netloc:
        return f"{_shown(value)} is not the address of a page; it begins with https://"
    return None


def _stories(question: StoriesQuestion, value: AnswerValue) -> Iterator[Finding]:
    if not isinstance(value, list):
        yield hard(f"{_shown(value)} is not a list of stories")
        return
    if len(value) > question.most:
        yield hard(f"{len(value)} stories are more than {question.most}")
    for index, story in enumerate(value):
        place = f"[{index}]"
        if not isinstance(story, dict):
            yield hard(f"{_shown(story)} is not a story ({', '.join(STORY_FIELDS)})", place)
            continue
        for name, field in story.items():
            if name not in STORY_FIELDS:
                yield hard(
                    f"there is no field of this name; they are {', '.join(STORY_FIELDS)}",
                    f"{place}.{name}",
                )
            elif name == "released":
                if not isinstance(field, bool):
                    yield hard(f"{_shown(field)} is neither true nor false", f"{place}.{name}")
            elif not isinstance(field, str):
                yield hard(f"{_shown(field)} is not a text", f"{place}.{name}")
        if not str(story.get("title") or "").strip():
            yield hard("the title is missing", f"{place}.title")


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
