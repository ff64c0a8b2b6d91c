"""Checks between answers: what two or more answers of one case say of each other."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Literal, Self

from pydantic import Field, model_validator

from assess.core.catalogue.rule.expression import parsed, references_in
from assess.core.text.value import Name, Value, Wording


class AnswerCheck(Value):
    """When answers do not fit each other, and what is then said at each of them.

    A contradiction stays open at all of them until one changes, and a case is not finished with it;
    a warning asks for a reason. Neither refuses an answer.
    """

    id: Name
    kind: Literal["contradiction", "warning"]
    when: str
    """An expression over answers that holds where they do not fit."""
    text: Wording
    """May name the questions in `when` (`{staff_fte}`) and what is `shown`."""
    shown: Mapping[Name, str] = Field(default_factory=dict)
    """Numbers that the text names, each as an expression."""
    at: tuple[Name, ...] = ()
    """The questions at which it is said; none: at all that `when` looks at."""

    @model_validator(mode="after")
    def _is_understood(self) -> Self:
        for text in (self.when, *self.shown.values()):
            parsed(text)
        return self

    @cached_property
    def looks_at(self) -> tuple[str, ...]:
        """The questions that `when` looks at, in order."""
        found = (reference.partition(".")[0] for reference in references_in(self.when))
        return tuple(dict.fromkeys(found))

    @cached_property
    def said_at(self) -> tuple[str, ...]:
        """The questions at which it is said."""
        return self.at or self.looks_at
