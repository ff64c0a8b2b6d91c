"""The two pages for a board as a value."""

from __future__ import annotations

from assess.core.report.figure.picture import PositionPicture
from assess.core.text.value import Value


class Strong(Value):
    """A strength on the summary pages."""

    text: str
    number: int | None
    anchor: str


class Priority(Value):
    """A priority on the summary pages, with its first step."""

    rank: int
    text: str
    first_step: str
    anchor: str


class KeyFigure(Value):
    """One line of the table of key figures; `value` is padded so that decimals stand in line.

    Median, middle half and group are empty where no group may be shown.
    """

    number: int
    anchor: str
    label: str
    value: str
    unit: str
    reading: str
    missing: bool
    median: str = ""
    middle_half: str = ""
    """`18.2 to 29.9`, or the most frequent class with its share."""
    group: str = ""
    """`Energy and environment [24]`; of the group of most lines its number of peers, `[23]`."""
    position: str = ""
    """`below the middle half`; empty where it is not compared."""


class CriterionLine(Value):
    """One eligibility criterion with its verdict in a word."""

    id: str
    title: str
    verdict: str
    remark: str
    met: bool


class LabelResult(Value):
    """What came of it for the label, with the arithmetic of its validity."""

    title: str
    headline: str
    sentences: tuple[str, ...]
    warnings: tuple[str, ...]
    criteria: tuple[CriterionLine, ...]


class Summary(Value):
    """The two pages for a board; every text is short enough for them."""

    message: str = ""
    """What a board should take away, in four to six sentences; empty in older editions."""
    paragraph: str
    """What is not in the report yet; in older editions, what was done."""
    position: PositionPicture
    strengths: tuple[Strong, ...]
    no_strengths: str
    priorities: tuple[Priority, ...]
    no_priorities: str
    more_priorities: str
    key_figures: tuple[KeyFigure, ...]
    peers: str = ""
    """The group that most of the key figures are compared with; empty where none are."""
    changes: tuple[str, ...] = ()
    """What changed since the last round; empty where there was none."""
    label: LabelResult
    reading: str
    tight: bool = False
    """Whether the second page is so full that its lines stand closer."""
