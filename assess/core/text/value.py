"""What every value of the domain is made of."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    ModelWrapValidatorHandler,
    PrivateAttr,
    RootModel,
    StringConstraints,
    model_validator,
)

from assess.core.text.flaw import flaw
from assess.core.text.text_message import TextMessage

Name = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$")]
"""A stable identifier: lower-case letters, digits and underscores, never reused or renamed."""

Said = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
"""A text that says something: not empty, without white space around it."""

LanguageCode = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")]
"""The code of a language (BCP 47), such as `de`; whether it is available is another question."""

DEFAULT_LANGUAGE = "en"

PATH = ""
"""The key, which is no language, under which a wording in a file is given its path."""


class Unit(str):
    """A unit, as the catalogue names it in English; it is said in the language of the reader."""

    __slots__ = ()


UnitName = Annotated[str, AfterValidator(Unit)]
"""The unit of a number, such as `participants per FTE` or `%`; empty: it has none."""


class Value(BaseModel):
    """A frozen record that refuses fields it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, defer_build=True)

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """Give a copy with other values of fields; a name that no field has is refused here too."""
        if update and not update.keys() <= type(self).model_fields.keys():
            unknown = ", ".join(sorted(update.keys() - type(self).model_fields.keys()))
            raise TypeError(f"{type(self).__name__} has no field {unknown}")
        return super().model_copy(update=update, deep=deep)


class Wording(RootModel[dict[str, Said]]):
    """One text in one or more languages, by language code; English is always there.

    Its path, such as `staff_fte.label`, is what translations know it by.
    """

    model_config = ConfigDict(frozen=True, defer_build=True)
    _path: str = PrivateAttr("")

    @model_validator(mode="wrap")
    @classmethod
    def _with_path(cls, by_language: Any, build: ModelWrapValidatorHandler[Self]) -> Self:
        if isinstance(by_language, str):
            raise flaw(TextMessage.NOT_BY_LANGUAGE, beginning=by_language[:40])
        if not isinstance(by_language, dict):
            return build(by_language)
        if DEFAULT_LANGUAGE not in by_language:
            raise flaw(TextMessage.ENGLISH_MISSING)
        if PATH not in by_language:
            return build(by_language)
        made = build({code: text for code, text in by_language.items() if code != PATH})
        cls._put_at(made, by_language[PATH])
        return made

    def _put_at(self, path: str) -> None:
        self._path = path

    @property
    def path(self) -> str:
        """What its translations know it by; empty where it has none."""
        return self._path

    @property
    def english(self) -> str:
        """The English wording, for what is no language of a reader: file formats and searching."""
        return self.root[DEFAULT_LANGUAGE]

    def __eq__(self, other: object) -> bool:
        """Tell whether it says the same, wherever that stands in the catalogue."""
        return isinstance(other, Wording) and self.root == other.root

    def __hash__(self) -> int:
        return hash(self.root[DEFAULT_LANGUAGE])
