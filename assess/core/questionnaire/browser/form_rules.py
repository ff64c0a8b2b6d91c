"""The rules of a form as data: what a page needs to read and to check answers by itself.

The page has the grammar of numbers and the ways of checking; words, limits, sums and routes come
from here, so that there is one place for each of them. `tests/form_rules.toml` holds both to it.
"""

from __future__ import annotations

import hashlib
import json
import unicodedata
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache

from pydantic import JsonValue

from assess.core.case.checking import SHARES_TOLERANCE
from assess.core.case.message import CaseMessage
from assess.core.case.reading.message import ReadingMessage
from assess.core.case.reading.number_words import (
    APOSTROPHES,
    BESIDE_MONEY,
    CURRENCIES,
    CURRENCIES_LONGEST_FIRST,
    LONGEST,
    MULTIPLES,
    SPACES,
    TOO_LARGE,
    words_of_unit,
)
from assess.core.catalogue.condition import Relevance
from assess.core.catalogue.question import (
    CountsQuestion,
    DecimalQuestion,
    GridQuestion,
    IntegerQuestion,
    Question,
    ScaleQuestion,
    SelectMultipleQuestion,
    SharesQuestion,
    StoriesQuestion,
)
from assess.core.catalogue.rule.answer_check import AnswerCheck
from assess.core.catalogue.rule.expression import references_in
from assess.core.catalogue.rule.expression_tree import tree_of
from assess.core.text.message import Month, Number, Say, message

Rules = dict[str, JsonValue]

_LAST = 0x110000

_SAID = (
    ReadingMessage.READ_AS_NUMBER,
    ReadingMessage.NUMBER_ASKED_NOT_PERCENTAGE,
    ReadingMessage.NUMBER_ASKED_NOT_AMOUNT,
    ReadingMessage.PERCENTAGE_ASKED_NOT_AMOUNT,
    ReadingMessage.PERCENTAGE_FOR_NUMBER,
    ReadingMessage.PERCENTAGE_FOR_UNIT,
    ReadingMessage.AMOUNT_FOR_NUMBER,
    ReadingMessage.AMOUNT_FOR_UNIT,
    ReadingMessage.AMOUNT_FOR_EUR,
    ReadingMessage.NUMBER_AMBIGUOUS,
    ReadingMessage.NUMBER_UNREADABLE,
    ReadingMessage.NUMBER_IS_DATE,
    ReadingMessage.NUMBER_ROUGH,
    ReadingMessage.NUMBER_RANGE,
    ReadingMessage.NUMBER_TOO_LARGE,
    ReadingMessage.NUMBER_UNCLEAR_WORD,
    ReadingMessage.NUMBER_UNKNOWN_WORD,
    ReadingMessage.COUNTRY_UNKNOWN,
    ReadingMessage.MONTH_UNREADABLE,
    ReadingMessage.SHARES_COMPLETE,
    ReadingMessage.SHARES_LEFT,
    ReadingMessage.SHARES_TOO_MUCH,
    ReadingMessage.COUNTS_COMPLETE,
    ReadingMessage.COUNTS_LEFT,
    ReadingMessage.COUNTS_TOO_MUCH,
    ReadingMessage.COUNTS_SO_FAR,
    ReadingMessage.COUNTS_IN_ALL,
    CaseMessage.AT_PLACE,
    CaseMessage.VALUE_NOT_WHOLE,
    CaseMessage.VALUE_BELOW,
    CaseMessage.VALUE_ABOVE,
    CaseMessage.VALUE_NOT_ADDRESS,
    CaseMessage.SHARES_BELOW_100,
    CaseMessage.SHARES_ABOVE_100,
    CaseMessage.PARTS_BELOW_WHOLE,
    CaseMessage.PARTS_ABOVE_WHOLE,
    CaseMessage.MORE_THAN_ANSWER,
    CaseMessage.LESS_THAN_ANSWER,
    CaseMessage.BELOW_USUAL,
    CaseMessage.ABOVE_USUAL,
    CaseMessage.MONTH_BEFORE_1800,
    CaseMessage.STORY_TITLE_MISSING,
)
"""What a page says as the program does; the places of these sentences stay open in it."""

_PLACES = (
    *("text", "word", "number", "others", "readings", "unit", "currency", "total", "whole", "left"),
    *("excess", "missing", "value", "least", "most", "limit", "part", "question", "usual", "month"),
    *("place", "fault"),
)


def form_rules(
    questions: Iterable[Question],
    checks: Iterable[AnswerCheck],
    say: Say,
    *,
    interview: date | None = None,
    country: str | None = None,
) -> Rules:
    """Give the rules of a form; its texts are as `say` says them, the rest is the same always.

    `interview` is the day after which no month may lie, `country` that of the organisation.
    """
    asked = list(questions)
    names = {question.name for question in asked}
    return {
        "questions": {question.name: _question(question, say) for question in asked},
        "checks": [_check(check, say) for check in checks if _looked_at(check) <= names],
        "numbers": _numbers(),
        "tolerance": SHARES_TOLERANCE,
        "interview": f"{interview:%Y-%m}" if interview else None,
        "country": country,
        "writing": _writing(say),
        "texts": {**_texts(say), **_month_text(interview, say)},
    }


def rules_hash(rules: Rules) -> str:
    """Give the hash of rules, whatever language they are said in and whenever the interview is."""
    plain = {
        "questions": {
            name: {key: held for key, held in question.items() if key not in ("title", "shown")}
            for name, question in _objects(rules["questions"])
        },
        "checks": [
            {key: held for key, held in check.items() if key != "text"}
            for _, check in _objects(dict(enumerate(_listed(rules["checks"]))))
        ],
        "numbers": rules["numbers"],
    }
    text = json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def _listed(held: JsonValue) -> list[JsonValue]:
    return held if isinstance(held, list) else []


def _objects(held: object) -> Iterator[tuple[str, dict[str, JsonValue]]]:
    for name, value in held.items() if isinstance(held, dict) else ():
        if isinstance(value, dict):
            yield str(name), value


def _texts(say: Say) -> Rules:
    places = {place: f"{{{place}}}" for place in _PLACES}
    return {code.value: say(message(code, **places)) for code in _SAID}


def _month_text(interview: date | None, say: Say) -> Rules:
    if interview is None:
        return {}
    code = CaseMessage.MONTH_AFTER_INTERVIEW
    return {code.value: say(message(code, month="{month}", interview=Month(interview)))}


def _writing(say: Say) -> Rules:
    """Give how numbers are written: the marks between thousands and before decimals."""
    grouped, parted = say(Number(1234567)), say(Number(1.5, 1))
    return {"group": grouped[1], "decimal": parted[1]}


@cache
def _numbers() -> Rules:
    zeros = [chr(code) for code in range(_LAST) if unicodedata.decimal(chr(code), None) == 0]
    return {
        "spaces": SPACES,
        "apostrophes": APOSTROPHES,
        "longest": LONGEST,
        "too_large": TOO_LARGE,
        "multiples": {word: [len(str(by)) - 1 for by in bys] for word, bys in MULTIPLES.items()},
        "beside_money": {
            word: [len(str(by)) - 1 for by in bys] for word, bys in BESIDE_MONEY.items()
        },
        "currencies": {name: CURRENCIES[name] for name in CURRENCIES_LONGEST_FIRST},
        "zeros": "".join(zeros),
    }


def _question(question: Question, say: Say) -> Rules:
    plain: Rules = {
        "type": question.type,
        "title": say(question.title),
        "required": question.required,
    }
    if question.relevant is not None:
        plain["relevant"] = _relevance(question.relevant)
    match question:
        case IntegerQuestion() | DecimalQuestion():
            stated = {
                "min": question.min,
                "max": question.max,
                "usual_min": question.usual_min,
                "usual_max": question.usual_max,
                "at_most": question.at_most,
            }
            plain |= {name: held for name, held in stated.items() if held is not None}
            plain["decimals"] = question.decimals if isinstance(question, DecimalQuestion) else 0
            plain |= _unit(question.unit, say)
        case SharesQuestion() | CountsQuestion() | GridQuestion():
            plain["parts"] = list(question.part_names)
            if isinstance(question, CountsQuestion):
                plain |= {"sums_to": question.sums_to, **_unit(question.unit, say)}
        case ScaleQuestion():
            plain["top"] = len(question.anchors) - 1
        case SelectMultipleQuestion():
            plain["choices"] = [choice.name for choice in question.choices]
        case StoriesQuestion():
            plain["most"] = question.most
        case _:
            pass
    return plain


def _unit(unit: str, say: Say) -> Rules:
    return {"unit": unit, "shown": say(unit), "words": [*sorted(words_of_unit(unit))]}


def _relevance(relevant: Relevance) -> Rules:
    return relevant.model_dump(mode="json", by_alias=True, exclude_none=True)


def _looked_at(check: AnswerCheck) -> set[str]:
    texts = (check.when, *check.shown.values())
    return {name.partition(".")[0] for text in texts for name in references_in(text)}


def _check(check: AnswerCheck, say: Say) -> Rules:
    return {
        "kind": check.kind,
        "when": tree_of(check.when),
        "text": say(check.text),
        "shown": {name: tree_of(text) for name, text in check.shown.items()},
        "at": list(check.said_at),
    }
