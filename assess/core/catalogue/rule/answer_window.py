"""Windows: over which months answers count, and which measures are a rate over them."""

from __future__ import annotations

from pydantic import Field

from assess.core.text.value import Value


class AnswerWindow(Value):
    """A number of months asked about, with the measures that count over them.

    For an organisation that is younger they count from its founding: such a value is not whole yet,
    so it is not compared with others, and not given to them.
    """

    months: int = Field(gt=0)
    age: str
    """The measure, `indicator:measure`, that tells the age in years."""
    measures: tuple[str, ...] = Field(min_length=1)
    """As `indicator:measure`."""
