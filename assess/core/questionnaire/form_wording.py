"""What the questionnaire says to the manager beside the questions, as its file states it."""

from __future__ import annotations

import tomllib
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, ValidationInfo

from assess.core.text.message import Say
from assess.core.text.value import Value, Wording


def _in_one_language(wording: Any, info: ValidationInfo) -> Any:
    """Say a wording of the file; where nobody is there to say it, it was said already."""
    if info.context is None:
        return wording
    say: Say = info.context
    return say(Wording.model_validate(wording))


Words = Annotated[str, BeforeValidator(_in_one_language)]
"""A text of the file, which states it by language, in the language of the form."""


class Step(Value):
    """One piece of advice on filling in the form."""

    head: Words
    text: Words


class Columns(Value):
    """What stands over the columns."""

    question: Words
    answer: Words
    unit: Words
    status: Words
    note: Words


class FormCover(Value):
    """What the cover calls things."""

    sheet: Words
    progress: Words
    area: Words
    filled: Words
    filled_of_all: Words
    """With the places `{filled}` and `{all}`."""
    made_for: Words
    country: Words
    interview: Words
    expert: Words
    case: Words
    catalogue: Words
    synthetic: Words


class Definitions(Value):
    """What the sheet of definitions calls things."""

    title: Words
    lead: Words
    term: Words
    meaning: Words
    countries: Words
    code: Words
    name: Words


class Sums(Value):
    """How far parts that add up have come."""

    together: Words
    complete: Words
    """With the place `{total}`."""
    left: Words
    """With the place `{rest}`."""
    too_much: Words
    """With the place `{rest}`."""


class FormWords(Value):
    """Everything that the form says of itself."""

    title: Words
    subtitle: Words
    for_nobody: Words
    check: Words
    optional: Words
    lead: Words
    steps: tuple[Step, ...] = Field(alias="step")
    """For the workbook."""
    paper: tuple[Step, ...]
    """For the form on paper."""
    columns: Columns
    cover: FormCover
    definitions: Definitions
    sums: Sums


def read_words(text: str, say: Say) -> FormWords:
    """Read the words from TOML, in the language of `say`.

    Raises tomllib.TOMLDecodeError or pydantic.ValidationError where the text states none.
    """
    return FormWords.model_validate(tomllib.loads(text), context=say)
