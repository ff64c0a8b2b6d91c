"""Pictures: the data of every chart, ready to draw, with a text that says the same in words.

A picture knows no colour and no millimetre. Where a value is missing, its row says so in a word
and has no place to draw at: nothing is ever drawn at zero because it is not known.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from assess.core.catalogue.measure import Direction
from assess.core.report.figure.axis import Axis
from assess.core.text.value import Value


class PeerBand(Value):
    """Where a group of peers lies: its quartiles, and the tenths at either end where they may."""

    least: float | None = None
    lower: float
    median: float
    upper: float
    most: float | None = None


class PictureRow(Value):
    """One line of a picture: a label, and a mark at a place or the word for why there is none."""

    label: str
    kind: Literal["own", "peers", "published"] = "own"
    place: float | None = None
    """In the unit of the axis; None: there is no value."""
    text: str
    """The value with its unit, or the word for why there is none."""
    figure: str
    """What stands beside the mark: the same, without a long unit."""
    band: PeerBand | None = None
    """Of a group of peers; the own value is marked in it."""
    number: int | None = None
    """The indicator it belongs to, where several are drawn together."""


class Panel(Value):
    """Rows on one axis; `unit` stands beside the axis where the figures do not say it."""

    axis: Axis | None
    """None: a number with nothing to compare it with, which stands as a figure alone."""
    unit: str
    rows: tuple[PictureRow, ...]


class _Picture(Value):
    title: str
    is_finding: bool = False
    """Whether the title says what the picture shows, and not only what it is of."""
    alternative: str
    """What the picture says, in words: for those who cannot see it."""


class BandPicture(_Picture):
    """Numbers on lines."""

    kind: Literal["band"] = "band"
    panels: tuple[Panel, ...]


class Segment(Value):
    """One part of a whole, in per cent."""

    label: str
    share: float
    text: str


class Bar(Value):
    """A whole in its parts, or the word for why it is not known."""

    label: str
    segments: tuple[Segment, ...] = ()
    missing: str = ""


class StackedPicture(_Picture):
    """Wholes in their parts; the own one first, then the median of each part in the groups.

    Medians need not add up to a whole, so that the bars of groups are drawn to scale and their
    figures stand below.
    """

    kind: Literal["stacked"] = "stacked"
    bars: tuple[Bar, ...]


class Class(Value):
    """One of several classes; `shares` are those of each group in it, in whole per cent."""

    label: str
    own: bool
    shares: tuple[int, ...] = ()


class ClassesPicture(_Picture):
    """One choice among several."""

    kind: Literal["classes"] = "classes"
    classes: tuple[Class, ...]
    missing: str = ""
    """Why none is marked."""
    groups: tuple[str, ...] = ()
    """The groups that the shares are of."""


class Element(Value):
    """One element of a checklist: there, partly there, not there, or not known."""

    label: str
    state: Literal["yes", "partly", "no", "unknown"]
    text: str
    having: tuple[int | None, ...] = ()
    """For each group, how many have it in full, in whole per cent; None: not to be shown."""


class MatrixPicture(_Picture):
    """A checklist."""

    kind: Literal["matrix"] = "matrix"
    elements: tuple[Element, ...]
    groups: tuple[str, ...] = ()


class ProfilePicture(_Picture):
    """Levels of several items on one scale."""

    kind: Literal["profile"] = "profile"
    axis: Axis
    rows: tuple[PictureRow, ...]
    group: str = ""
    """The group that the bands are of."""


class ServiceField(Value):
    """One field of services: how often (a level) and how wide (a share in per cent)."""

    number: int
    label: str
    intensity: float | None
    intensity_text: str
    spectrum: float | None
    spectrum_text: str
    median: float | None = None
    """Of the intensity in the group."""
    spectrum_median: float | None = None


class RadarPicture(_Picture):
    """The fields of a service overview: a radar of their intensity, bars of their spectrum."""

    kind: Literal["radar"] = "radar"
    axis: Axis
    intensity_label: str
    spectrum_label: str
    fields: tuple[ServiceField, ...]
    group: str = ""


class OverviewRow(Value):
    """One measure of an indicator: a mark on its natural scale, or only its value."""

    number: int
    first: bool
    """Whether it is the first row of its indicator."""
    label: str
    measure: str
    """What of the indicator is shown, where its label does not say it."""
    text: str
    missing: bool
    axis: Axis | None = None
    place: float | None = None
    band: PeerBand | None = None
    """Of the narrowest group that may be shown."""
    among: str = ""
    """Where the own value lies, in words."""


class OverviewPicture(_Picture):
    """The indicators of one area, each on a scale of its own or in words."""

    kind: Literal["overview"] = "overview"
    rows: tuple[OverviewRow, ...]
    key: str = ""
    """What the bands are, where there are any."""


class StripMark(Value):
    """One measure on the strip of its area, from 0 to 1: on its own scale, or among the peers."""

    number: int
    share: float
    direction: Direction = "higher"
    """Whether more is better, less, or neither; each has its sign."""
    text: str = ""
    """What it is of, and where it lies, in words."""


class Strip(Value):
    """One area: its measures with a natural scale, and those without a value by number."""

    letter: str
    label: str
    marks: tuple[StripMark, ...]
    missing: tuple[int, ...] = ()


class PositionPicture(_Picture):
    """The six areas at a glance."""

    kind: Literal["position"] = "position"
    low: str
    middle: str = ""
    """What the middle half is called, where the strips show positions among peers."""
    high: str
    missing_word: str
    strips: tuple[Strip, ...]


class TrendPoint(Value):
    """The value of one round; `round` counts from 0, the oldest."""

    round: int
    place: float
    text: str


class TrendPanel(Value):
    """One lead measure over the rounds, beside the middle half of the peers of today."""

    number: int
    label: str
    axis: Axis
    points: tuple[TrendPoint, ...]
    """Of the rounds with a value, the oldest first; the last one is of now."""
    band: PeerBand | None = None


class TrendPicture(_Picture):
    """Lead measures over all rounds, each in a small picture of its own."""

    kind: Literal["trend"] = "trend"
    rounds: tuple[str, ...]
    """The months of their interviews, the oldest first."""
    panels: tuple[TrendPanel, ...]
    key: str = ""
    """What the grey bars are, where there are any."""


Picture = Annotated[
    BandPicture
    | StackedPicture
    | ClassesPicture
    | MatrixPicture
    | ProfilePicture
    | RadarPicture
    | OverviewPicture
    | PositionPicture
    | TrendPicture,
    Field(discriminator="kind"),
]
"""Any picture, told apart by its `kind`."""
