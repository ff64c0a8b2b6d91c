"""What is typed for a question of several parts: read part by part, with what is still left."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from math import fsum

from assess.core.case.answer import AnswerValue
from assess.core.case.assessment import Assessment
from assess.core.case.checking import SHARES_TOLERANCE
from assess.core.case.reading.answer import read_part
from assess.core.case.reading.message import ReadingMessage
from assess.core.catalogue.question import CountsQuestion, SharesQuestion
from assess.core.text.message import Number, Text, message
from assess.core.text.number_text import show_exactly
from assess.core.text.value import Value


class TypedParts(Value):
    """How the texts of all parts were understood."""

    value: dict[str, AnswerValue] | None = None
    """The whole answer, once every part is there."""
    implied: tuple[str, ...] = ()
    """Parts left blank that can only be 0, since the others make up the whole."""
    faults: Mapping[str, Text] = {}
    """What cannot be read, by part."""
    echoes: Mapping[str, Text] = {}
    """How the texts were understood, by part, where they were not typed just so."""
    running: Text = ""
    """How far the parts have come: `75 %, 25 % left`, or `30 of 50, 20 left`.

    Empty where there is nothing to say.
    """
    is_blank: bool = False
    """Whether nothing was typed at all."""


def read_parts(
    question: SharesQuestion | CountsQuestion, texts: Mapping[str, str], assessment: Assessment
) -> TypedParts:
    """Read what was typed by part; blank parts are 0 where the others make up the whole."""
    typed = {name: texts.get(name, "").strip() for name in question.part_names}
    numbers: dict[str, float] = {}
    faults: dict[str, Text] = {}
    echoes: dict[str, Text] = {}
    for name, text in typed.items():
        if not text:
            continue
        reading = read_part(question, text)
        if reading.fault or not isinstance(reading.value, int | float):
            faults[name] = reading.fault or message(ReadingMessage.NOT_A_NUMBER_HERE)
        else:
            numbers[name] = reading.value
            if show_exactly(reading.value) != text:
                echoes[name] = reading.echo
    total = fsum(numbers.values())
    whole = _whole(question, assessment)
    blank = tuple(name for name, text in typed.items() if not text)
    is_full = whole is not None and bool(numbers) and abs(total - whole) <= SHARES_TOLERANCE
    implied = blank if is_full and not faults else ()
    value: dict[str, AnswerValue] | None = None
    if not faults and numbers and (not blank or implied):
        value = {name: numbers.get(name, 0) for name in question.part_names}
    return TypedParts(
        value=value,
        implied=implied,
        faults=faults,
        echoes=echoes,
        running=_running(question, total, whole, len(blank) + len(faults)),
        is_blank=not any(typed.values()),
    )


def _whole(question: SharesQuestion | CountsQuestion, assessment: Assessment) -> float | None:
    if isinstance(question, SharesQuestion):
        return 100.0
    whole = assessment.value(question.sums_to) if question.sums_to else None
    return float(whole) if isinstance(whole, int | float) else None


def _running(
    question: SharesQuestion | CountsQuestion, total: float, whole: float | None, open_parts: int
) -> Text:
    shown = Number(total, 2)
    if whole is None:
        if not total:
            return ""
        code = ReadingMessage.COUNTS_SO_FAR if open_parts else ReadingMessage.COUNTS_IN_ALL
        return message(code, total=shown)
    complete, some_left, too_much = (
        (
            ReadingMessage.SHARES_COMPLETE,
            ReadingMessage.SHARES_LEFT,
            ReadingMessage.SHARES_TOO_MUCH,
        )
        if isinstance(question, SharesQuestion)
        else (
            ReadingMessage.COUNTS_COMPLETE,
            ReadingMessage.COUNTS_LEFT,
            ReadingMessage.COUNTS_TOO_MUCH,
        )
    )
    left = round(whole - total, 6)
    of = Number(whole, 0)
    if abs(left) <= SHARES_TOLERANCE:
        return message(complete, total=shown, whole=of)
    if left > 0:
        return message(some_left, total=shown, whole=of, left=Number(left, 2))
    return message(too_much, total=shown, whole=of, excess=Number(-left, 2))


def kept_texts(draft: str, names: Iterable[str]) -> dict[str, str]:
    """Give the texts by part of a draft: a JSON object, or `part=text` as commands are given it.

    Any other draft is the text of the first part.

    What is read here was typed or came with a file, so that nothing of its form is taken for sure.
    """
    known = list(names)
    try:
        held = json.loads(draft)
    except (ValueError, RecursionError):
        held = draft
    if isinstance(held, dict):
        return {name: str(held[name]) for name in known if held.get(name) is not None}
    given = [word.partition("=") for word in draft.split()]
    if given and all(sign and name in known for name, sign, _ in given):
        return {name: text for name, _, text in given if text}
    return {known[0]: draft} if draft.strip() else {}
