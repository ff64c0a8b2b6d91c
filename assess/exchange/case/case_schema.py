"""The JSON Schema (2020-12) of the case file, with the form of every answer of a catalogue."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from assess.core.catalogue.catalogue import Catalogue
from assess.core.catalogue.question import (
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
from assess.exchange.case.case_file_fields import VERSION, CaseFile

Schema = dict[str, Any]

_PUBLISHED = {"FileEntry": "Entry", "FileState": "StateChange", "WorkSpell": "Spell"}
"""Definitions that keep the names under which the schema was published."""


def schema(catalogue: Catalogue | None = None) -> Schema:
    """Give the schema of the case file; with a catalogue, its questions and their values too."""
    described = _as_published(CaseFile.model_json_schema(by_alias=True))
    head = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": " ".join(("assess case file, up to version", str(VERSION))),
    }
    for name in ("Organisation", "Entry"):
        website = described["$defs"][name]["properties"]["website"]
        website["anyOf"][0]["pattern"] = "^($|https?://)"
    if catalogue is not None:
        head["title"] = " ".join((f"{head['title']},", "catalogue", catalogue.edition.id))
        described["properties"]["catalogue"]["const"] = catalogue.edition.id
        names = list(catalogue.questions)
        described["$defs"]["FileProposal"]["properties"]["question"]["enum"] = names
        answer = described["$defs"]["FileAnswer"]
        answer["properties"]["question"]["enum"] = names
        answer["allOf"] = [
            _answer(question, catalogue) for question in catalogue.questions.values()
        ]
    return {**head, **{key: part for key, part in described.items() if key != "title"}}


def _as_published(described: Schema) -> Schema:
    text = json.dumps(described)
    for name, published in _PUBLISHED.items():
        text = text.replace(f'"#/$defs/{name}"', f'"#/$defs/{published}"')
    named: Schema = json.loads(text)
    parts = {_PUBLISHED.get(name, name): part for name, part in named["$defs"].items()}
    for name in _PUBLISHED.values():
        parts[name]["title"] = name
    return {**named, "$defs": {name: parts[name] for name in sorted(parts)}}


def _answer(question: Question, catalogue: Catalogue) -> Schema:
    return {
        "if": {"properties": {"question": {"const": question.name}}},
        "then": {"properties": {"value": {"anyOf": [_value(question, catalogue), _NULL]}}},
    }


_NULL: Schema = {"type": "null"}


def _value(question: Question, catalogue: Catalogue) -> Schema:  # noqa: C901, PLR0912  one arm for each type
    described: Schema
    match question:
        case IntegerQuestion():
            described = {"type": "integer", **_bounds(question.min, question.max)}
        case DecimalQuestion():
            described = {"type": "number", **_bounds(question.min, question.max)}
        case MonthQuestion():
            described = {"type": "string", "pattern": "^[0-9]{4}(-(0[1-9]|1[0-2]))?$"}
        case SelectOneQuestion():
            described = {"enum": [choice.name for choice in question.choices]}
        case SelectMultipleQuestion():
            names = [choice.name for choice in question.choices]
            if question.choices_from:
                names = [country.code for country in catalogue.countries]
            described = {"type": "array", "uniqueItems": True, "items": {"enum": names}}
        case ScaleQuestion():
            described = _level(len(question.anchors) - 1)
        case YesPartlyNoQuestion():
            described = {"enum": list(YES_PARTLY_NO)}
        case SharesQuestion():
            described = _parts(question.part_names, {"type": "number", **_bounds(0, 100)})
        case CountsQuestion():
            described = _parts(question.part_names, {"type": "integer", **_bounds(0, None)})
        case GridQuestion():
            described = _parts(question.part_names, _level(question.top_level))
        case TextQuestion():
            described = {"type": "string", "pattern": r"\S"}
        case UrlQuestion():
            described = {"type": "string", "pattern": "^https?://"}
        case StoriesQuestion():
            described = {"type": "array", "maxItems": question.most, "items": _STORY}
    return {"title": question.label.english, **described}


def _bounds(low: float | None, high: float | None) -> Schema:
    bounds = {"minimum": low, "maximum": high}
    return {name: bound for name, bound in bounds.items() if bound is not None}


def _level(top: int) -> Schema:
    return {"type": "integer", "minimum": 0, "maximum": top}


def _parts(names: Iterable[str], part: Schema) -> Schema:
    return {
        "type": "object",
        "properties": dict.fromkeys(names, part),
        "required": list(names),
        "additionalProperties": False,
    }


_TEXT: Schema = {"type": "string"}
_STORY: Schema = {
    "type": "object",
    "properties": {
        "title": {"type": "string", "pattern": r"\S"},
        **dict.fromkeys(("problem", "role", "participants", "result"), _TEXT),
        "released": {"type": "boolean"},
    },
    "required": ["title"],
    "additionalProperties": False,
}
