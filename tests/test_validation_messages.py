"""What validators find wrong is said by type: in English as pydantic writes it, or by our codes."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated, Any, Literal

import pytest
from pydantic import BaseModel, Field, TypeAdapter, ValidationError
from pydantic_core import PydanticKnownError

from assess.core.catalogue.condition import Trigger
from assess.core.text.value import Wording
from assess.languages import speaking
from assess.languages.validation import PLAIN, after_colon, say_flaw


class Colour(StrEnum):
    RED = "red"
    IT_IS = "it's"


class Thing(BaseModel):
    name: str


CASES: list[tuple[Any, Any]] = [
    (Literal["a"], "b"),
    (Literal["a", "b", "c"], "d"),
    (Literal["a", "it's"], "d"),
    (Colour, "blue"),
    (Annotated[str, Field(min_length=1)], ""),
    (Annotated[str, Field(min_length=2)], ""),
    (Annotated[str, Field(max_length=1)], "ab"),
    (Annotated[tuple[int, ...], Field(min_length=1)], []),
    (Annotated[tuple[int, ...], Field(min_length=2)], [1]),
    (Annotated[tuple[int, ...], Field(max_length=2)], [1, 2, 3]),
    (Annotated[list[int], Field(max_length=2)], [1, 2, 3]),
    (Annotated[float, Field(gt=0)], 0),
    (Annotated[float, Field(ge=0.5)], 0),
    (Annotated[int, Field(le=3)], 4),
    (Annotated[str, Field(pattern="^a$")], "b"),
    (int, "x"),
    (int, 1.5),
    (float, "x"),
    (bool, "x"),
    (date, "x"),
    (Thing, 3),
    (Thing, {}),
]


def _errors(kind: Any, value: Any) -> list[Any]:
    with pytest.raises(ValidationError) as refusal:
        TypeAdapter(kind).validate_python(value)
    return list(refusal.value.errors())


@pytest.mark.parametrize(("kind", "value"), CASES, ids=str)
def test_english_says_what_pydantic_says(kind: Any, value: Any) -> None:
    for error in _errors(kind, value):
        assert say_flaw(error["type"], error["msg"], error.get("ctx", {})) == error["msg"]


@pytest.mark.parametrize("kind", PLAIN)
def test_the_sentences_of_pydantic_are_those_of_its_version(kind: Any) -> None:
    values = dict.fromkeys(
        ("class_name", "pattern", "discriminator", "tag", "expected_tags", "error"), "x"
    ) | {"gt": 1, "ge": 1, "lt": 1, "le": 1}
    try:
        template = PydanticKnownError(kind).message_template
    except TypeError:
        template = PydanticKnownError(kind, values).message_template
    assert PLAIN[kind] == template


@pytest.mark.parametrize(("kind", "value"), CASES, ids=str)
def test_another_language_says_all_but_what_is_rare(kind: Any, value: Any) -> None:
    with speaking("en-XA"):
        said = [
            (error["type"], say_flaw(error["type"], error["msg"], error.get("ctx", {})))
            for error in _errors(kind, value)
        ]
    rare = {"date_from_datetime_parsing", "too_long"}
    assert all(text.startswith("⟦") for code, text in said if code not in rare)


def test_our_own_flaws_are_said_by_their_codes() -> None:
    (error,) = _errors(Wording, "Age")
    values = error.get("ctx", {})
    assert error["type"] == "text.not_by_language"
    assert say_flaw(error["type"], error["msg"], values) == 'write it by language: en = "Age"'
    (error,) = _errors(Trigger, {"measure": "age", "above": 3, "by": 2})
    assert say_flaw(error["type"], error["msg"], {}) == "by = ... belongs to a change"


def test_english_goes_on_after_a_colon_without_its_capital() -> None:
    assert after_colon("Field required") == "field required"
    with speaking("en-XA"):
        assert after_colon("Ƒîéļð") == "Ƒîéļð"
