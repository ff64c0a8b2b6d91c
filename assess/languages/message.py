"""Saying what the core says as a code: a message by its sentence, a wording in its language."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from typing import assert_never

from assess.core.text.message import (
    CountedUnit,
    Day,
    Exact,
    Filled,
    Inside,
    Joined,
    Message,
    MessageValue,
    Month,
    Number,
    Say,
    Sentence,
    Series,
    Shortened,
)
from assess.core.text.value import Unit, Wording
from assess.core.text.words import sentence, shortened
from assess.languages.countries import COUNTRY
from assess.languages.language import ENGLISH, PSEUDO, Language, language
from assess.languages.plural import Plural
from assess.languages.speech import asking_language, speaking, spoken_language
from assess.languages.translation.look_up import catalogue_text, catalogue_unit
from assess.languages.unit import BESIDE_FRACTION, FORMS, UNIT


def say(text: MessageValue) -> str:
    """Say a text: a message by the sentence of its code, a wording in its language, data as it is.

    A number, a day or a list is written as it would stand in a sentence.

    KeyError where no sentence has the code or the sentence names a value that is not given: both
    are errors of programming, and a test looks for them.
    """
    return text if type(text) is str else _value(text, spoken_language())


def say_in(code: str) -> Say:
    """Give who says texts in a language, whatever is spoken now; LookupError: it is not there."""
    language(code)

    def said(text: MessageValue) -> str:
        with speaking(code):
            return say(text)

    return said


def asked(text: MessageValue) -> str:
    """Say a part of a question, such as a choice, in the language in which it is asked."""
    return text if type(text) is str else _value(text, asking_language())


@cache
def sentence_of(code: str) -> str | Plural:
    """Give the English sentence of a code; KeyError where there is none."""
    subject, _, name = code.partition(".")
    module = import_module(f"assess.languages.english.{subject}")
    found: str | Plural = module.SENTENCES[name]
    return found


def _said(told: Message, speaker: Language) -> str:
    english = sentence_of(told.code)
    values = {
        name: value if type(value) is str else _value(value, speaker)
        for name, value in told.values.items()
    }
    if isinstance(english, Plural):
        found = speaker.translations.npgettext(
            told.code, english.one, english.other, _count(told.values[english.by])
        )
    else:
        found = speaker.translations.pgettext(told.code, english)
    return found.format_map(values) if values else found


def _count(value: MessageValue) -> int:
    """Give the number whose form a sentence takes: as it is shown; a fraction is several."""
    number = round(value.number, value.decimals) if isinstance(value, Number) else value
    return int(number) if isinstance(number, int | float) and number == int(number) else 2


def _value(value: MessageValue, speaker: Language) -> str:
    match value:
        case Message():
            return _said(value, speaker)
        case Day(day, in_words):  # these stand first for being so many: a life is told in days
            return speaker.day(day, in_words=in_words)
        case Wording():
            return _worded(value, speaker)
        case Unit():
            return _unit(value, speaker) if value else ""
        case CountedUnit(unit, number):
            return _unit_of(unit, number, speaker)
        case str():
            return value
        case bool():
            raise TypeError("a truth is said by two messages, not by a value of one")
        case int():
            return str(value)
        case float():
            return speaker.exact(value)
        case Number() | Exact() | Month():
            return _written(value, speaker)
        case Series() | Sentence() | Shortened() | Inside() | Filled():
            return _composed(value, speaker)
        case _:
            assert_never(value)


def _unit_of(unit: str, number: float, speaker: Language) -> str:
    """Say a unit as its number asks; what is no whole number is several in each language."""
    if unit not in FORMS:
        return _value(Unit(unit), speaker)
    if number != int(number) and speaker.code not in (ENGLISH, PSEUDO):
        return catalogue_text(speaker.code, BESIDE_FRACTION, unit)
    count = int(number) if number == int(number) else SEVERAL
    if speaker.code in (ENGLISH, PSEUDO):
        return speaker.translations.npgettext(UNIT, FORMS[unit], unit, count)
    return catalogue_unit(speaker.code, FORMS[unit], unit, count)


def _unit(unit: str, speaker: Language) -> str:
    """Say a unit beside no number, or beside one that has no form of its own."""
    if speaker.code in (ENGLISH, PSEUDO):
        return speaker.translations.pgettext(UNIT, unit)
    if unit in FORMS:
        return catalogue_unit(speaker.code, FORMS[unit], unit, SEVERAL)
    return catalogue_text(speaker.code, UNIT, unit)


SEVERAL = 10
"""A number whose form is that of several in each language, and of whole ones."""


def _composed(value: Series | Sentence | Shortened | Inside | Filled, speaker: Language) -> str:
    match value:
        case Series(items, joined):
            return _listed([_value(item, speaker) for item in items], joined, speaker)
        case Sentence(text):
            return sentence(_value(text, speaker))
        case Shortened(text, limit):
            return shortened(_value(text, speaker), limit)
        case Filled(wording, values):
            return _filled(_worded(wording, speaker), values, speaker)
        case Inside(text):
            return speaker.inside(_value(text, speaker))


def _filled(text: str, values: Mapping[str, MessageValue], speaker: Language) -> str:
    """Put values into a wording, whose other braces are signs like any other."""
    for name, value in values.items():
        if f"{{{name}}}" in text:
            text = text.replace(f"{{{name}}}", _value(value, speaker))
    return text


def _written(value: Number | Exact | Month, speaker: Language) -> str:
    match value:
        case Number(number, decimals):
            return speaker.number(number, decimals)
        case Exact(number):
            return speaker.exact(number)
        case Month(month, in_words):
            return speaker.month(month, in_words=in_words)


def _listed(items: list[str], joined: Joined, speaker: Language) -> str:
    match joined:
        case "and" | "or":
            return speaker.joined(items, joined)
        case "comma":
            return ", ".join(items)
        case "semicolon":
            return "; ".join(items)
        case "blank":
            return " ".join(items)


def _worded(wording: Wording, speaker: Language) -> str:
    said = wording.root.get(speaker.code)
    if said is not None:
        return said
    english = wording.root[ENGLISH]
    if speaker.code in (ENGLISH, PSEUDO):
        return speaker.translations.gettext(english)
    if wording.path.startswith(COUNTRY):
        return speaker.country(wording.path.removeprefix(COUNTRY)) or english
    return catalogue_text(speaker.code, wording.path, english)
