"""Reads what was typed for a question into a value, and says how it was understood."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from decimal import Decimal

from assess.core.case.answer import AnswerValue
from assess.core.case.assessment import Assessment
from assess.core.case.checking import check_value
from assess.core.case.reading.month import read_month
from assess.core.case.reading.number import TypedNumber, read_number
from assess.core.case.search import countries_like, country_meant
from assess.core.catalogue.catalogue import Catalogue
from assess.core.catalogue.question import (
    Choice,
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
from assess.core.text.value import Value


class Reading(Value):
    """How something typed was understood: a value with its echo, or a fault."""

    value: AnswerValue = None
    echo: str = ""
    fault: str | None = None
    remark: str = ""
    """How a mark was understood that could have meant something else; empty where none could."""


def read(question: Question, text: str, assessment: Assessment, catalogue: Catalogue) -> Reading:
    """Read what was typed for a question; the value is not checked yet against other answers."""
    typed = text.strip()
    if not typed:
        return Reading(fault="nothing was typed")
    match question:
        case IntegerQuestion() | DecimalQuestion():
            return _number(question, typed, assessment, catalogue)
        case MonthQuestion():
            month = read_month(typed)
            return Reading(value=month.month, echo=month.echo, fault=month.fault)
        case SelectOneQuestion():
            return _one(typed, question.choices)
        case SelectMultipleQuestion():
            return _several(typed, question, catalogue)
        case ScaleQuestion():
            return _level(typed, question)
        case YesPartlyNoQuestion():
            words = {"y": "yes", "p": "partly", "n": "no", "1": "yes", "0.5": "partly", "0": "no"}
            word = words.get(typed.casefold(), typed.casefold())
            return Reading(value=word, echo=word)
        case SharesQuestion() | CountsQuestion() | GridQuestion():
            return _by_part(question, typed)
        case StoriesQuestion():
            return _json(typed)
        case UrlQuestion():
            address = typed if "://" in typed else f"https://{typed}"
            return Reading(value=address, echo=address)
        case _:
            return Reading(value=text, echo=f"{len(text)} characters")


def choices_of(
    question: SelectOneQuestion | SelectMultipleQuestion, catalogue: Catalogue
) -> tuple[Choice, ...]:
    """Give the choices of a question, the countries where it takes them from the list."""
    if isinstance(question, SelectMultipleQuestion) and question.choices_from == "countries":
        return catalogue.country_choices
    return question.choices


def read_part(question: Question, text: str) -> Reading:
    """Read the number typed for one part of shares, counts or a grid."""
    typed = read_number(text, question.unit if isinstance(question, CountsQuestion) else "")
    if typed.fault:
        return Reading(fault=typed.fault)
    if typed.is_percentage and not isinstance(question, SharesQuestion):
        return Reading(fault="a number is asked here, not a percentage")
    if typed.currency:
        asked = "a percentage" if isinstance(question, SharesQuestion) else "a number"
        return Reading(fault=f"{asked} is asked here, not an amount in {typed.currency}")
    number = typed.readings[0] if isinstance(question, CountsQuestion) else typed.readings[-1]
    value = _plain(number)
    return Reading(value=value, echo=show_exactly(value), remark=_understood(typed, number))


def _short(text: str) -> str:
    return repr(text if len(text) <= 40 else text[:37] + "...")


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
        return Reading(fault=typed.fault)
    asked = question.unit or "a number"
    if typed.is_percentage and question.unit != "%":
        return Reading(fault=f"a percentage was typed, but {asked} is asked")
    if typed.currency and typed.currency not in question.unit.split():
        return Reading(fault=_wrong_currency(typed.currency, asked))
    number = _chosen(question, typed, assessment, catalogue)
    if number is None:
        readings = " or ".join(_exact(reading) for reading in typed.readings)
        return Reading(fault=f"{_short(text)} can be {readings}; write it without a thousands mark")
    value = _plain(number)
    return Reading(value=value, echo=show_exactly(value), remark=_understood(typed, number))


def _understood(typed: TypedNumber, number: Decimal) -> str:
    others = [show_exactly(_plain(reading)) for reading in typed.readings if reading != number]
    if not others:
        return ""
    return f"read as {show_exactly(_plain(number))}, not as {' or '.join(others)}"


def _wrong_currency(typed: str, asked: str) -> str:
    if asked.startswith("EUR"):
        return f"an amount in {typed} was typed, but EUR is asked; convert it, and note the rate"
    return f"an amount in {typed} was typed, but {asked} is asked"


def _exact(number: Decimal) -> str:
    return format(number.normalize(), "f")


def show_exactly(value: float) -> str:
    """Write a number with all its digits, in groups of three."""
    text = f"{value:,}" if isinstance(value, int) else f"{value:,.6f}".rstrip("0").rstrip(".")
    return text.replace(",", "\u202f")


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


def _one(text: str, choices: Sequence[Choice]) -> Reading:
    choice = _found(text, choices)
    if choice is None:
        return Reading(value=text, fault=_unknown(text, choices))
    return Reading(value=choice.name, echo=str(choice.label))


def _found(text: str, choices: Sequence[Choice]) -> Choice | None:
    wanted = text.strip().casefold()
    if wanted.isdecimal() and 1 <= int(wanted) <= len(choices):
        return choices[int(wanted) - 1]
    exact = [
        choice
        for choice in choices
        if wanted in (choice.name.casefold(), str(choice.label).casefold())
    ]
    if exact:
        return exact[0]
    begun = [choice for choice in choices if str(choice.label).casefold().startswith(wanted)]
    return begun[0] if len(begun) == 1 else None


def _unknown(text: str, choices: Sequence[Choice]) -> str:
    few = [choice.name for choice in choices][:12]
    more = f" and {len(choices) - 12} more" if len(choices) > 12 else ""
    return f"{_short(text)} is not one of the choices: {', '.join(few)}{more}"


def _several(text: str, question: SelectMultipleQuestion, catalogue: Catalogue) -> Reading:
    """Read names or numbers of choices, names or codes of countries; `0` or `none` for none."""
    if text.startswith("["):
        return _json(text)
    choices = choices_of(question, catalogue)
    if text.casefold() in ("0", "none") and not any(choice.name == "none" for choice in choices):
        return Reading(value=[], echo="none")
    names: list[str] = []
    labels: list[str] = []
    for part in re.split(r"[,;\n]", text):
        if not part.strip():
            continue
        if question.choices_from == "countries":
            country = country_meant(part, catalogue)
            if country is None:
                return Reading(fault=_unknown_country(part, catalogue))
            names.append(country.code)
            labels.append(str(country.name))
        else:
            choice = _found(part, choices)
            if choice is None:
                return Reading(fault=_unknown(part, choices))
            names.append(choice.name)
            labels.append(str(choice.label))
    value = list(dict.fromkeys(names))
    return Reading(value=[*value], echo=", ".join(dict.fromkeys(labels)))


def _unknown_country(text: str, catalogue: Catalogue) -> str:
    found = countries_like(text, catalogue)[:6]
    can_be = ", ".join(f"{country.code} {country.name}" for country in found)
    meant = f"it can be {can_be}" if found else "write its name, or a code such as DNK"
    return f"{_short(text.strip())} is not one country; {meant}"


def _level(text: str, question: ScaleQuestion) -> Reading:
    if not text.isdecimal() or int(text) >= len(question.anchors):
        return Reading(fault=f"{_short(text)} is not a level from 0 to {len(question.anchors) - 1}")
    return Reading(value=int(text), echo=str(question.anchors[int(text)]))


def _by_part(question: SharesQuestion | CountsQuestion | GridQuestion, text: str) -> Reading:
    """Read `name=number` pairs, or the JSON object of a case file."""
    if text.startswith("{"):
        return _json(text)
    value: dict[str, AnswerValue] = {}
    remarks: list[str] = []
    for pair in re.split(r"[;\n]|,\s*(?=[a-z_]+\s*=)|\s+(?=[a-z_]+\s*=)", text):
        name, sign, typed = pair.partition("=")
        if not pair.strip():
            continue
        if not sign:
            return Reading(fault=f"{_short(pair)} is not like {question.part_names[0]}=25")
        part = read_part(question, typed)
        if part.fault:
            return Reading(fault=f"{name.strip()}: {part.fault}")
        value[name.strip()] = part.value
        remarks += [f"{name.strip()}: {part.remark}"] * bool(part.remark)
    echo = ", ".join(f"{name} {number}" for name, number in value.items())
    return Reading(value=value, echo=echo, remark="; ".join(remarks))


def _json(text: str) -> Reading:
    try:
        value = json.loads(text, parse_constant=_refuse_constant)
        json.dumps(value, ensure_ascii=False, allow_nan=False).encode("utf-8")
    except UnicodeEncodeError:
        return Reading(fault="a text in it holds half a character")
    except (ValueError, RecursionError) as error:
        return Reading(fault=f"not valid JSON: {error}")
    if value is None:
        return Reading(fault="null is no value; give a status instead")
    return Reading(value=value, echo="read as JSON")


def _refuse_constant(name: str) -> None:
    raise ValueError(f"{name} is not a number")
