"""What defines a measure, a question and a whole edition: digests that change when they do."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from assess.core.catalogue.catalogue import Catalogue
from assess.core.catalogue.indicator import Indicator
from assess.core.catalogue.measure import Measure, PartsMeasure, references
from assess.core.catalogue.question import Question
from assess.core.text.value import DEFAULT_LANGUAGE, Value

_BESIDE_A_QUESTION = {"short", "guidance_hint"}
"""Texts that are not read to a manager."""

_WORDS_OF_A_MEASURE = {"label", "formula"}

_BESIDE_A_MEASURE = {*_WORDS_OF_A_MEASURE, "sensitive"}
"""What decides no value."""


def measure_definition(measure: Measure, indicator: Indicator, catalogue: Catalogue) -> str:
    """Give a digest of what decides the values of a measure, down to the questions behind it.

    Values are compared only under the same definition. No wording is in it but anchors.
    """
    return brief_digest(_stated(measure, indicator, catalogue))


@lru_cache(maxsize=8)
def measure_definitions(catalogue: Catalogue) -> Mapping[str, str]:
    """Give the definition of every measure by its key; of a measure of parts, by that of each."""
    found: dict[str, str] = {}
    for indicator, measure in catalogue.measures():
        names = [measure.name]
        if isinstance(measure, PartsMeasure):
            parts = catalogue.questions[measure.of].part_names
            names = [f"{measure.of}.{part}" for part in parts]
        definition = measure_definition(measure, indicator, catalogue)
        found |= {f"{indicator.id}:{name}": definition for name in names}
    return found


def question_definition(question: Question) -> str:
    """Give a digest of what decides how a question is answered."""
    return brief_digest(_asked(question))


@lru_cache(maxsize=8)
def edition_definition(catalogue: Catalogue) -> str:
    """Give the hash (SHA-256) of an edition: of all that decides what answers and values mean.

    That is questions with their English texts, codes, limits and routing, checks between answers,
    and how measures are derived; no translation, guidance, advice, reference value or rule of a
    label: see `wording_digest`.
    """
    checks = [
        check.model_dump(mode="json", exclude_defaults=True, exclude={"text"})
        for check in catalogue.checks
    ]
    windows = [window.model_dump(mode="json") for window in catalogue.windows]
    # An edition without them, such as the first, keeps the hash that it had before they were in it.
    beside = {name: rules for name, rules in (("checks", checks), ("windows", windows)) if rules}
    return _digest(_in_english(_defined(catalogue) | beside))


@lru_cache(maxsize=8)
def is_defined_as(catalogue: Catalogue, definition: str) -> bool:
    """Tell whether an edition has a definition, also as it was hashed before checks were in it."""
    return definition in (edition_definition(catalogue), _digest(_in_english(_defined(catalogue))))


@lru_cache(maxsize=8)
def wording_digest(catalogue: Catalogue) -> str:
    """Give a digest of what an edition says beside its definition: no fault where it changed.

    That is advice, lead measures, reference values, guidance, translations, rules of the label and
    the texts of checks.
    """
    indicators = [
        {
            **_told(indicator, exclude={"questions", "measures"}),
            "questions": [_translations(_told(question)) for question in indicator.questions],
            "beside": [
                _told(question, include=_BESIDE_A_QUESTION) for question in indicator.questions
            ],
            "measures": [
                _told(measure, include=_BESIDE_A_MEASURE) for measure in indicator.measures
            ],
        }
        for indicator in catalogue.asked
    ]
    return brief_digest(
        {
            "edition": _told(catalogue.edition),
            "indicators": indicators,
            "label": _told(catalogue.label),
            "references": [_told(each) for each in catalogue.references],
            "checks": [dict(each.text.root) for each in catalogue.checks],
        }
    )


def _translations(content: Any) -> Any:
    """Give what plain content says in other languages than English."""
    if isinstance(content, dict):
        if DEFAULT_LANGUAGE in content:
            return {key: text for key, text in content.items() if key != DEFAULT_LANGUAGE}
        return {key: _translations(value) for key, value in content.items()}
    return [_translations(value) for value in content] if isinstance(content, list) else None


def _defined(catalogue: Catalogue) -> dict[str, object]:
    indicators = [
        {
            "number": indicator.number,
            "id": indicator.id,
            "area": indicator.area,
            "direction": indicator.direction,
            "questions": [
                _dumped(question, _BESIDE_A_QUESTION) for question in indicator.questions
            ],
            "measures": [_dumped(measure, _BESIDE_A_MEASURE) for measure in indicator.measures],
        }
        for indicator in catalogue.asked
    ]
    return {"id": catalogue.edition.id, "indicators": indicators}


def brief_digest(content: object) -> str:
    """Give the first twelve digits of the digest of plain content: enough to tell definitions."""
    return _digest(content)[:12]


def _stated(measure: Measure, indicator: Indicator, catalogue: Catalogue) -> object:
    stated = measure.model_dump(
        mode="json",
        exclude={"name", "label", "formula", "direction", "decimals", "bands", "sensitive"},
    )
    bands = [(band.name, band.up_to, band.below) for band in getattr(measure, "bands", ())]
    behind: list[object] = []
    for reference in references(measure):
        owner, colon, name = reference.partition(":")
        if colon:
            other = catalogue.indicator(owner)
            inner = next(candidate for candidate in other.measures if candidate.name == name)
            behind.append(_stated(inner, other, catalogue))
            continue
        question = catalogue.questions.get(reference.partition(".")[0])
        if question is not None:
            behind.append(_asked(question))
        else:
            inner = next(
                candidate for candidate in indicator.measures if candidate.name == reference
            )
            behind.append(_stated(inner, indicator, catalogue))
    return [stated, bands, behind]


def _asked(question: Question) -> object:
    """Give what decides how a question is answered: its name, form, unit, choices and anchors.

    A name is never used for something else, so a corrected wording leaves the definition as it is;
    where the words mean something else than before, the catalogue says so by `meaning`.
    """
    choices = [(choice.name, choice.level) for choice in getattr(question, "choices", ())]
    anchors = [anchor.english for anchor in getattr(question, "anchors", ())]
    unit = getattr(question, "unit", "")
    meaning = [question.meaning] if question.meaning else []
    return [
        question.name,
        question.type,
        unit,
        choices,
        list(question.part_names),
        anchors,
        *meaning,
    ]


def _dumped(value: Question | Measure, beside: set[str]) -> Any:
    return _told(value, exclude=beside)


def _told(value: Value, *, exclude: set[str] | None = None, include: set[str] | None = None) -> Any:
    """Give what a file states; what it leaves out is not there, whatever is added to the form."""
    return value.model_dump(
        mode="json", by_alias=True, exclude_defaults=True, exclude=exclude, include=include
    )


def _in_english(content: Any) -> Any:
    """Give plain content with the English of each text only."""
    if isinstance(content, dict):
        if DEFAULT_LANGUAGE in content:
            return content[DEFAULT_LANGUAGE]
        return {key: _in_english(value) for key, value in content.items()}
    if isinstance(content, list):
        return [_in_english(value) for value in content]
    return content


def _digest(content: object) -> str:
    text = json.dumps(content, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
