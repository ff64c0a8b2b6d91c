"""What is typed for a question of several parts: read part by part, with what is still left."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from assess.core.case.answer import AnswerValue
from assess.core.case.assessment import Assessment
from assess.core.case.checking import SHARES_TOLERANCE
from assess.core.case.reading.answer import read_part
from assess.core.catalogue.question import CountsQuestion, SharesQuestion
from assess.core.text.number_text import NO_BREAK_SPACE, show_number
from assess.core.text.value import Value


class TypedParts(Value):
    """How the texts of all parts were understood."""

    value: dict[str, AnswerValue] | None = None
    """The whole answer, once every part is there."""
    implied: tuple[str, ...] = ()
    """Parts left blank that can only be 0, since the others make up the whole."""
    faults: Mapping[str, str] = {}
    """What cannot be read, by part."""
    echoes: Mapping[str, str] = {}
    """How the texts were understood, by part, where they were not typed just so."""
    running: str = ""
    """How far the parts have come: `75 %, 25 % left`, or `30 of 50, 20 left`."""
    is_blank: bool = False
    """Whether nothing was typed at all."""


def read_parts(
    question: SharesQuestion | CountsQuestion, texts: Mapping[str, str], assessment: Assessment
) -> TypedParts:
    """Read what was typed by part; blank parts are 0 where the others make up the whole."""
    typed = {name: texts.get(name, "").strip() for name in question.part_names}
    numbers: dict[str, float] = {}
    faults: dict[str, str] = {}
    echoes: dict[str, str] = {}
    for name, text in typed.items():
        if not text:
            continue
        reading = read_part(question, text)
        if reading.fault or not isinstance(reading.value, int | float):
            faults[name] = reading.fault or "not a number"
        else:
            numbers[name] = reading.value
            if reading.echo != text:
                echoes[name] = reading.echo
    total = sum(numbers.values())
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
) -> str:
    unit = f"{NO_BREAK_SPACE}%" if isinstance(question, SharesQuestion) else ""
    shown = f"{show_number(total, 2)}{unit}"
    if whole is None:
        return "" if not total else f"{shown} so far" if open_parts else f"{shown} in all"
    if not unit:
        shown += f" of {show_number(whole, 0)}"
    left = round(whole - total, 6)
    if abs(left) <= SHARES_TOLERANCE:
        return f"{shown}: complete"
    return f"{shown}, {show_number(abs(left), 2)}{unit} {'left' if left > 0 else 'too much'}"


def kept_texts(draft: str, names: Iterable[str]) -> dict[str, str]:
    """Give the texts by part of a draft, a JSON object; another one is the text of the first part.

    What is read here was typed or came with a file, so that nothing of its form is taken for sure.
    """
    known = list(names)
    try:
        held = json.loads(draft)
    except (ValueError, RecursionError):
        held = draft
    if isinstance(held, dict):
        return {name: str(held[name]) for name in known if held.get(name) is not None}
    return {known[0]: draft} if draft.strip() else {}
