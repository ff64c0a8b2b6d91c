"""Reads what was typed for a question with choices: names, numbers and labels, or countries."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assess.core.case.message import CaseMessage
from assess.core.case.reading.message import ReadingMessage
from assess.core.case.reading.outcome import Reading, quoted, read_json
from assess.core.case.search import countries_like, country_meant
from assess.core.catalogue.catalogue import Catalogue
from assess.core.catalogue.question import Choice, SelectMultipleQuestion, SelectOneQuestion
from assess.core.text.message import Message, Text, message, series


def choices_of(
    question: SelectOneQuestion | SelectMultipleQuestion, catalogue: Catalogue
) -> tuple[Choice, ...]:
    """Give the choices of a question, the countries where it takes them from the list."""
    if isinstance(question, SelectMultipleQuestion) and question.choices_from == "countries":
        return catalogue.country_choices
    return question.choices


def read_choice(text: str, choices: Sequence[Choice]) -> Reading:
    """Read the name, number or label of a choice, or how the label begins."""
    choice = _found(text, choices)
    if choice is None:
        return Reading(value=text, fault=_unknown(text, choices))
    return Reading(value=choice.name, echo=choice.label)


def _found(text: str, choices: Sequence[Choice]) -> Choice | None:
    wanted = text.strip().casefold()
    if wanted.isdecimal() and 1 <= int(wanted) <= len(choices):
        return choices[int(wanted) - 1]
    exact = [
        choice
        for choice in choices
        if wanted in (choice.name.casefold(), choice.label.english.casefold())
    ]
    if exact:
        return exact[0]
    begun = [choice for choice in choices if choice.label.english.casefold().startswith(wanted)]
    return begun[0] if len(begun) == 1 else None


def _unknown(text: str, choices: Sequence[Choice]) -> Message:
    return message(ReadingMessage.CHOICE_UNKNOWN, text=quoted(text), last=len(choices))


def read_choices(text: str, question: SelectMultipleQuestion, catalogue: Catalogue) -> Reading:
    """Read names or numbers of choices, names or codes of countries; `0` or `none` for none."""
    if text.startswith("["):
        return read_json(text)
    choices = choices_of(question, catalogue)
    if text.casefold() in ("0", "none") and not any(choice.name == "none" for choice in choices):
        return Reading(value=[], echo=message(CaseMessage.NONE_CHOSEN))
    names: list[str] = []
    labels: list[Text] = []
    for part in re.split(r"[,;\n]", text):
        if not part.strip():
            continue
        if question.choices_from == "countries":
            country = country_meant(part, catalogue)
            if country is None:
                return Reading(fault=_unknown_country(part, catalogue))
            names.append(country.code)
            labels.append(country.name)
        else:
            choice = _found(part, choices)
            if choice is None:
                return Reading(fault=_unknown(part, choices))
            names.append(choice.name)
            labels.append(choice.label)
    chosen = dict(zip(names, labels, strict=True))
    return Reading(value=[*chosen], echo=series([*chosen.values()], "comma"))


def _unknown_country(text: str, catalogue: Catalogue) -> Message:
    shown = quoted(text.strip())
    found = [
        message(ReadingMessage.COUNTRY_OF_CODE, code=country.code, country=country.name)
        for country in countries_like(text, catalogue)[:6]
    ]
    if not found:
        return message(ReadingMessage.COUNTRY_UNKNOWN, text=shown)
    countries = series(found, "comma")
    return message(ReadingMessage.COUNTRY_AMBIGUOUS, text=shown, countries=countries)
