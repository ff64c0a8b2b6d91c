"""What every value of the domain is made of."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    RootModel,
    StringConstraints,
    field_validator,
)

from assess.core.text.flaw import flaw
from assess.core.text.text_message import TextMessage

Name = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$")]
"""A stable identifier: lower-case letters, digits and underscores, never reused or renamed."""

Said = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
"""A text that says something: not empty, without white space around it."""

DEFAULT_LANGUAGE = "en"


class Unit(str):
    """A unit, as the catalogue names it in English; it is said in the language of the reader."""

    __slots__ = ()


UnitName = Annotated[str, AfterValidator(Unit)]
"""The unit of a number, such as `participants per FTE` or `%`; empty: it has none."""


class Value(BaseModel):
    """A frozen record that refuses fields it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, defer_build=True)


class Wording(RootModel[dict[str, Said]]):
    """One text in one or more languages, by language code; English is always there."""

    model_config = ConfigDict(frozen=True, defer_build=True)

    @field_validator("root", mode="before")
    @classmethod
    def _has_english(cls, by_language: Any) -> Any:
        if isinstance(by_language, str):
            raise flaw(TextMessage.NOT_BY_LANGUAGE, beginning=by_language[:40])
        if isinstance(by_language, dict) and DEFAULT_LANGUAGE not in by_language:
            raise flaw(TextMessage.ENGLISH_MISSING)
        return by_language

    @property
    def english(self) -> str:
        """The English wording, for what is no language of a reader: file formats and searching."""
        return self.root[DEFAULT_LANGUAGE]

    def __hash__(self) -> int:
        return hash(self.root[DEFAULT_LANGUAGE])
