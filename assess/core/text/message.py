"""Messages: what is to be said, as a code with named values; `languages` says how."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import ClassVar, Literal

from pydantic import ConfigDict

from assess.core.text.value import Wording


@dataclass(frozen=True, slots=True)
class Number:
    """A number as people write it, in groups of three, with at most so many decimals."""

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    number: float
    decimals: int = 0


@dataclass(frozen=True, slots=True)
class Exact:
    """A number with all the decimals that it was given with, in groups of three."""

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    number: int | float


@dataclass(frozen=True, slots=True)
class CountedUnit:
    """The unit of a number, in the form that the number asks for: `1 day`, `2 days`."""

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    unit: str
    of: float


@dataclass(frozen=True, slots=True)
class Day:
    """A day: `2026-03-12`, or in words, `12 March 2026`."""

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    day: date
    in_words: bool = False


@dataclass(frozen=True, slots=True)
class Month:
    """The month of a day: `2026-03`, or in words, `March 2026`."""

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    month: date
    in_words: bool = False


Joined = Literal["and", "or", "comma", "semicolon", "blank"]
"""How several texts are joined; sentences follow one another with a blank."""


@dataclass(frozen=True, slots=True)
class Series:
    """Several texts in one: `a, b and c`, `a, b or c`, `a, b, c`, `a; b; c`, or `A. B. C.`."""

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    items: tuple[MessageValue, ...]
    joined: Joined = "and"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A text with a capital at its start and a full stop at its end."""

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    text: MessageValue


@dataclass(frozen=True, slots=True)
class Shortened:
    """A text on one line with at most so many characters; a cut one ends in an ellipsis."""

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    text: MessageValue
    limit: int


@dataclass(frozen=True, slots=True)
class Inside:
    """A text within a sentence: with a small letter at its start where the language writes so."""

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    text: MessageValue


@dataclass(frozen=True, slots=True)
class Filled:
    """A wording of the catalogue with places in it: `Only {value} of {peers} ...`."""

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    wording: Wording
    values: Mapping[str, MessageValue]

    def __hash__(self) -> int:
        return hash(self.wording)


@dataclass(frozen=True, slots=True)
class Message:
    """What is to be said: a code, and the values of the places in its sentence.

    A whole number stands as its digits, another one with at most six; a text is data, and is never
    translated; a wording of the catalogue, or another message, is said in the same language.
    """

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    code: str
    values: Mapping[str, MessageValue] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Refuse a place with nothing in it here, where the fault is, and not where it is said."""
        if not self.code or None in self.values.values():
            raise TypeError(f"a message without its code or a value: {self!r}")

    def __hash__(self) -> int:
        return hash(self.code)

    def __str__(self) -> str:
        """Name the code and its values, for a log: no reader ever sees this."""
        return " ".join([self.code, *(f"{name}={value}" for name, value in self.values.items())])


Text = (
    str
    | Number
    | Exact
    | CountedUnit
    | Day
    | Month
    | Series
    | Sentence
    | Shortened
    | Inside
    | Filled
    | Message
    | Wording
)
"""What can be said: data or words that were said already, a number, a day, a list; a message; a
wording."""

MessageValue = Text | int | float
"""What stands at a place of a sentence."""

Say = Callable[[MessageValue], str]
"""Says a text, a number, a day or a list in one language; whoever asks for words passes it in."""


def message(code: str, /, **values: MessageValue | date) -> Message:
    """Give a message of a code and its values; a bare date is written as `2026-03-12`."""
    return Message(
        code,
        {name: Day(value) if isinstance(value, date) else value for name, value in values.items()},
    )


def series(
    items: Sequence[MessageValue],
    joined: Joined = "and",
) -> Series:
    """Give several texts in one."""
    return Series(tuple(items), joined)
