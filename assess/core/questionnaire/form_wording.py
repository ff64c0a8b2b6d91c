"""What the questionnaire says to the manager beside the questions, as its file states it."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator

from pydantic import Field

from assess.core.text.message import Say
from assess.core.text.value import Value, Wording


class Step(Value):
    """One piece of advice on filling in the form."""

    head: Wording
    text: Wording


class Columns(Value):
    """What stands over the columns."""

    question: Wording
    answer: Wording
    unit: Wording
    status: Wording
    note: Wording


class FormCover(Value):
    """What the cover calls things."""

    sheet: Wording
    progress: Wording
    area: Wording
    filled: Wording
    filled_of_all: Wording
    """With the places `{filled}` and `{all}`."""
    made_for: Wording
    country: Wording
    interview: Wording
    expert: Wording
    case: Wording
    catalogue: Wording
    synthetic: Wording


class Definitions(Value):
    """What the sheet of definitions calls things."""

    title: Wording
    lead: Wording
    term: Wording
    meaning: Wording
    countries: Wording
    code: Wording
    name: Wording


class Sums(Value):
    """How far parts that add up have come."""

    complete: Wording
    """With the place `{total}`."""
    left: Wording
    """With the place `{rest}`."""
    too_much: Wording
    """With the place `{rest}`."""


class FormWords(Value):
    """Everything that the form says of itself."""

    title: Wording
    subtitle: Wording
    for_nobody: Wording
    check: Wording
    lead: Wording
    steps: tuple[Step, ...] = Field(alias="step")
    """For the workbook."""
    paper: tuple[Step, ...]
    """For the form on paper."""
    page: tuple[Step, ...] = ()
    """For the form in a browser; templates of one's own may have none."""
    columns: Columns
    cover: FormCover
    definitions: Definitions
    sums: Sums
    former: tuple[Wording, ...] = ()
    """What forms of earlier versions said in its place."""


def read_words(text: str) -> FormWords:
    """Read the words from TOML.

    Raises tomllib.TOMLDecodeError or pydantic.ValidationError where the text states none.
    """
    return FormWords.model_validate(tomllib.loads(text))


def said_by(words: FormWords, say: Say) -> Iterator[str]:
    """Give all that a form says beside the questions."""
    values: list[object] = [words]
    while values:
        value = values.pop()
        match value:
            case Wording():
                yield say(value)
            case Value():
                values += [getattr(value, name) for name in type(value).model_fields]
            case tuple():
                values += value
            case _:
                pass
