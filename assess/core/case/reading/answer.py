"""Reads what was typed for a question into a value, and says how it was understood."""

from __future__ import annotations

import re
from decimal import Decimal

from assess.core.case.answer import AnswerValue
from assess.core.case.answer_text import YES_PARTLY_NO_CODES
from assess.core.case.assessment import Assessment
from assess.core.case.checking import check_value
from assess.core.case.message import CaseMessage
from assess.core.case.reading.address import as_address
from assess.core.case.reading.choice import read_choice, read_choices
from assess.core.case.reading.everyday_words import YES_PARTLY_NO_WORDS
from assess.core.case.reading.message import ReadingMessage
from assess.core.case.reading.month import read_month
from assess.core.case.reading.number import TypedNumber, read_number
from assess.core.case.reading.outcome import Reading, quoted, read_json
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
    UrlQuestion,
    YesPartlyNoQuestion,
)
from assess.core.text.message import Exact, Message, Text, message, series
from assess.core.text.month_words import MonthWords
from assess.core.text.visible import stripped

_ISO = re.compile(r"\d{4}-\d\d-\d\d(?:[ T]\d\d:\d\d:\d\d)?")
_NAME = re.compile(r"[^\W\d_]{3,}")
_DAY_OF_MONTH = re.compile(
    r"\d{1,2}[.\s-]{1,2}[^\W\d_]{3,12}\.?|[^\W\d_]{3,12}\.?[\s-]{1,2}\d{1,4}", re.IGNORECASE
)
"""A date without its year, as spreadsheets show it: `02. Mai`, `2-May`, `May-25`."""


def read(question: Question, text: str, assessment: Assessment, catalogue: Catalogue) -> Reading:
    """Read what was typed for a question; the value is not checked yet against other answers."""
    typed = stripped(text)
    if not typed:
        return Reading(fault=message(ReadingMessage.NOTHING_TYPED))
    match question:
        case IntegerQuestion() | DecimalQuestion():
            return _number(question, typed, assessment, catalogue)
        case MonthQuestion():
            month = read_month(typed, catalogue.month_words)
            return Reading(value=month.month, echo=month.echo, fault=month.fault)
        case SelectOneQuestion():
            return read_choice(typed, question.choices)
        case SelectMultipleQuestion():
            return read_choices(typed, question, catalogue)
        case ScaleQuestion():
            return _level(typed, question)
        case YesPartlyNoQuestion():
            return _yes_partly_no(typed.casefold())
        case SharesQuestion() | CountsQuestion() | GridQuestion():
            return _by_part(question, typed)
        case StoriesQuestion():
            return read_json(typed)
        case UrlQuestion():
            address = as_address(typed)
            return Reading(value=address, echo=address)
        case _:
            return Reading(value=text, echo=message(ReadingMessage.TEXT_LENGTH, count=len(text)))


def _is_date(text: str, words: MonthWords) -> bool:
    """Tell whether a text is a date, as spreadsheets make of a number such as 2.5 or 5-25."""
    if _DAY_OF_MONTH.fullmatch(text):
        names = _NAME.findall(text)
        return bool(names) and bool(words.meanings(names[0]))
    return _ISO.fullmatch(text) is not None


def read_part(question: Question, text: str) -> Reading:
    """Read the number typed for one part of shares, counts or a grid."""
    typed = read_number(text, question.unit if isinstance(question, CountsQuestion) else "")
    if typed.fault:
        made = message(ReadingMessage.NUMBER_IS_DATE, text=quoted(text))
        return Reading(fault=made if _ISO.fullmatch(text.strip()) else typed.fault)
    if typed.is_percentage and not isinstance(question, SharesQuestion):
        return Reading(fault=message(ReadingMessage.NUMBER_ASKED_NOT_PERCENTAGE))
    if typed.currency:
        code = (
            ReadingMessage.PERCENTAGE_ASKED_NOT_AMOUNT
            if isinstance(question, SharesQuestion)
            else ReadingMessage.NUMBER_ASKED_NOT_AMOUNT
        )
        return Reading(fault=message(code, currency=typed.currency))
    number = typed.readings[0] if isinstance(question, CountsQuestion) else typed.readings[-1]
    value = _plain(number)
    return Reading(value=value, echo=Exact(value), remark=_understood(typed, number))


def _yes_partly_no(typed: str) -> Reading:
    words = {"y": "yes", "p": "partly", "n": "no", "1": "yes", "0.5": "partly", "0": "no"}
    word = words.get(typed) or YES_PARTLY_NO_WORDS.get(typed, typed)
    code = YES_PARTLY_NO_CODES.get(word)
    return Reading(value=word, echo=message(code) if code else word)


def _plain(number: Decimal) -> int | float:
    return int(number) if number == number.to_integral_value() else float(number)


def _number(
    question: IntegerQuestion | DecimalQuestion,
    text: str,
    assessment: Assessment,
    catalogue: Catalogue,
) -> Reading:
    typed = read_number(text, question.unit)
    if typed.fault:
        is_date = _is_date(text, catalogue.month_words)
        made = message(ReadingMessage.NUMBER_IS_DATE, text=quoted(text))
        return Reading(fault=made if is_date else typed.fault)
    if typed.is_percentage and question.unit != "%":
        return Reading(fault=_percentage(question.unit))
    if typed.currency and typed.currency not in question.unit.split():
        return Reading(fault=_wrong_currency(typed.currency, question.unit))
    number = _chosen(question, typed, assessment, catalogue)
    if number is None:
        readings = series([_exact(reading) for reading in typed.readings], "or")
        return Reading(
            fault=message(ReadingMessage.NUMBER_AMBIGUOUS, text=quoted(text), readings=readings)
        )
    value = _plain(number)
    return Reading(value=value, echo=Exact(value), remark=_understood(typed, number))


def _understood(typed: TypedNumber, number: Decimal) -> Message | None:
    others = [Exact(_plain(reading)) for reading in typed.readings if reading != number]
    if not others:
        return None
    return message(
        ReadingMessage.READ_AS_NUMBER, number=Exact(_plain(number)), others=series(others, "or")
    )


def _percentage(unit: str) -> Message:
    if not unit:
        return message(ReadingMessage.PERCENTAGE_FOR_NUMBER)
    return message(ReadingMessage.PERCENTAGE_FOR_UNIT, unit=unit)


def _wrong_currency(currency: str, unit: str) -> Message:
    if not unit:
        return message(ReadingMessage.AMOUNT_FOR_NUMBER, currency=currency)
    if unit.startswith("EUR"):
        return message(ReadingMessage.AMOUNT_FOR_EUR, currency=currency)
    return message(ReadingMessage.AMOUNT_FOR_UNIT, currency=currency, unit=unit)


def _exact(number: Decimal) -> str:
    return format(number.normalize(), "f")


def _chosen(
    question: IntegerQuestion | DecimalQuestion,
    typed: TypedNumber,
    assessment: Assessment,
    catalogue: Catalogue,
) -> Decimal | None:
    """Pick the one reading that the question allows; None where several would pass."""
    if len(typed.readings) == 1:
        return typed.readings[0]
    decimals = question.decimals if isinstance(question, DecimalQuestion) else 0
    fine = [
        reading for reading in typed.readings if -int(reading.as_tuple().exponent) <= decimals
    ] or list(typed.readings)
    passing = [
        reading
        for reading in fine
        if not any(
            found.kind == "hard"
            for found in check_value(question, _plain(reading), assessment, catalogue)
        )
    ]
    left = passing or fine
    return left[0] if len(left) == 1 else None


def _level(text: str, question: ScaleQuestion) -> Reading:
    if not text.isdecimal() or int(text) >= len(question.anchors):
        top = len(question.anchors) - 1
        return Reading(fault=message(ReadingMessage.LEVEL_UNKNOWN, text=quoted(text), top=top))
    return Reading(value=int(text), echo=question.anchors[int(text)])


def _by_part(question: SharesQuestion | CountsQuestion | GridQuestion, text: str) -> Reading:
    """Read `name=number` pairs, or the JSON object of a case file."""
    if text.startswith("{"):
        return read_json(text)
    value: dict[str, AnswerValue] = {}
    remarks: list[Message] = []
    labels = {part.name: part.label for part in question.parts}
    for pair in re.split(r"[;\n]|,\s*(?=[a-z_]+\s*=)|\s+(?=[a-z_]+\s*=)", text):
        name, sign, typed = pair.partition("=")
        if not pair.strip():
            continue
        if not sign:
            example = question.part_names[0]
            return Reading(
                fault=message(ReadingMessage.NOT_BY_PART, text=quoted(pair), part=example)
            )
        part = read_part(question, typed)
        if part.fault:
            return Reading(fault=_of_part(labels.get(name.strip(), name.strip()), part.fault))
        value[name.strip()] = part.value
        if part.remark:
            remarks.append(_of_part(labels.get(name.strip(), name.strip()), part.remark))
    echo = series([f"{name} {number}" for name, number in value.items()], "comma")
    return Reading(value=value, echo=echo, remark=series(remarks, "semicolon") if remarks else None)


def _of_part(label: Text, said: Text) -> Message:
    return message(CaseMessage.AT_PLACE, place=label, fault=said)
