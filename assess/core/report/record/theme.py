"""The theme: the logo, colours and imprint of the organisation that hands the report over."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from pydantic import Field

from assess.core.report.record.message import ReportRecordMessage
from assess.core.text.contrast import TEXT, contrast, mixed
from assess.core.text.design_tokens import Colour, Tokens
from assess.core.text.message import Message, Number, message
from assess.core.text.value import Said, Value


class ThemeColours(Value):
    """The colours that may be one's own; what is not stated stays as it is."""

    accent: Colour | None = None
    ink: Colour | None = None
    secondary: Colour | None = None
    wash: Colour | None = None


class Logo(Value):
    """A picture for the cover, carried within the report."""

    kind: Literal["svg", "png", "jpeg"]
    content: str
    """In base64."""
    alternative: Said
    """What it shows, in words."""

    @property
    def address(self) -> str:
        """The picture as an address that holds it."""
        media = "svg+xml" if self.kind == "svg" else self.kind
        return f"data:image/{media};base64,{self.content}"


class Theme(Value):
    """What one's own reports look like."""

    colour: ThemeColours = ThemeColours()
    logo: Logo | None = None
    imprint: tuple[Said, ...] = Field(default=(), max_length=12)
    """Lines for the imprint: name, address, a sentence."""


_TINTS = {0: 1.0, 1: 0.36, 2: 0.66}
"""Which parts of a whole are filled with the accent, and how much of it."""


def themed(tokens: Tokens, theme: Theme | None) -> Tokens:
    """Give the tokens of the look with the colours of a theme."""
    if theme is None:
        return tokens
    stated = {name: value for name, value in theme.colour if value is not None}
    colour = tokens.colour.model_copy(update=stated)
    fills = list(tokens.parts.fills)
    if "accent" in stated:
        for place, share in _TINTS.items():
            fills[place % len(fills)] = mixed(colour.accent, share)
    parts = tokens.parts.model_copy(update={"fills": tuple(fills)})
    return tokens.model_copy(update={"colour": colour, "parts": parts})


def contrast_faults(tokens: Tokens) -> Iterator[Message]:
    """Say which colours cannot be told from their ground, each with what it would need."""
    colour = tokens.colour
    for ink in ("ink", "secondary", "accent"):
        for ground in ("paper", "wash"):
            found = contrast(getattr(colour, ink), getattr(colour, ground))
            if found < TEXT:
                yield message(
                    ReportRecordMessage.LOW_CONTRAST,
                    ink=ink,
                    ink_colour=getattr(colour, ink),
                    ground=ground,
                    ground_colour=getattr(colour, ground),
                    contrast=Number(found, 1),
                    least=TEXT,
                )
