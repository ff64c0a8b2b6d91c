"""The tokens of the look: colours, sizes and fonts, stated once for screen and paper."""

from __future__ import annotations

import tomllib
from typing import Annotated

from pydantic import Field, StringConstraints

from assess.core.text.value import Said, Value

Colour = Annotated[str, StringConstraints(pattern=r"^#[0-9A-Fa-f]{6}$")]
"""A colour as `#RRGGBB`."""


class Colours(Value):
    """The colours by what they are for."""

    ink: Colour
    secondary: Colour
    rule: Colour
    wash: Colour
    paper: Colour
    accent: Colour
    amber: Colour
    track: Colour


class PartColours(Value):
    """How the parts of a whole are filled, in their order."""

    fills: tuple[Colour, ...] = Field(min_length=2)


class Sizes(Value):
    """The sizes of type and the distance of lines, in points."""

    text: float
    lead: float
    title: float
    display: float
    line: float


class Fonts(Value):
    """The family of the bundled files, and what follows where it has no letter."""

    family: Said
    fallback: Said


class Tokens(Value):
    """Everything that the look is made of."""

    colour: Colours
    parts: PartColours
    size: Sizes
    font: Fonts


def read_tokens(text: str) -> Tokens:
    """Read the tokens from TOML.

    Raises tomllib.TOMLDecodeError or pydantic.ValidationError where the text states none.
    """
    return Tokens.model_validate(tomllib.loads(text))
