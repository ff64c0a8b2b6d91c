"""The peers beside the card: where they lie, and the own value among them as it is now."""

from __future__ import annotations

from typing import NamedTuple

from textual import events
from textual.content import Content

from assess.core.text.visible import visible
from assess.languages import gettext
from assess.tui.widgets.side_pane import SideSection

NARROWEST = 12
"""A band is drawn on at least so many columns."""


class Band(NamedTuple):
    """A measure among one group of peers, in its unit."""

    label: str
    """The measure, with the number of peers that have a value."""
    low: float
    high: float
    """The ends of the scale."""
    q1: float
    median: float
    q3: float
    own: float | None
    figures: str
    """The middle half and the median in figures."""
    standing: str
    """The own value and where it lies, in words."""


class Among(NamedTuple):
    """What is said of an indicator among its peers; `texts` are measures without a band."""

    group: str
    bands: tuple[Band, ...]
    texts: tuple[tuple[str, str], ...]
    remark: str
    """What else is to be known: that peers are synthetic, or of which day."""


class PeersBeside(SideSection):
    """The middle half of the peers of each measure, with the own value as a diamond."""

    _among: tuple[Among, ...] = ()

    def bind(self, among: tuple[Among, ...]) -> None:
        """Show an indicator among its peers; nothing where none may be shown."""
        if among != self._among:
            self._among = among
            self._draw()

    def on_resize(self, event: events.Resize) -> None:
        """Draw the bands as wide as there is room."""
        if self._among:
            self._draw()

    def _draw(self) -> None:
        width = max(NARROWEST, self.content_size.width or NARROWEST)
        self.show(*((_title(among), _lines(among, width)) for among in self._among))


def _title(among: Among) -> str:
    return gettext("Peers: {group}", group=visible(among.group))


def _lines(among: Among, width: int) -> Content:
    lines: list[Content] = []
    for band in among.bands:
        lines += [
            Content.styled(visible(band.label), "$text-muted"),
            drawn(band, width),
            Content.styled(band.figures, "$text-muted"),
        ]
        if band.standing:
            lines.append(Content.styled(band.standing, "$foreground"))
    for label, text in among.texts:
        lines += [Content.styled(visible(label), "$text-muted"), Content(visible(text))]
    if among.remark:
        lines.append(Content.styled(among.remark, "$warning"))
    return Content("\n").join(lines)


def drawn(band: Band, width: int) -> Content:
    """Draw a band on so many columns, thick for the middle half."""
    span = (band.high - band.low) or 1.0

    def place(number: float) -> int:
        share = min(1.0, max(0.0, (number - band.low) / span))
        return round(share * (width - 1))

    marks, looks = ["·"] * width, ["$border"] * width
    for column in range(place(band.q1), place(band.q3) + 1):
        marks[column], looks[column] = "━", "$text-muted"
    marks[place(band.median)] = "┿"
    if band.own is not None:
        marks[place(band.own)], looks[place(band.own)] = "◆", "bold $accent"
    return Content("").join(
        Content.styled(mark, look) for mark, look in zip(marks, looks, strict=True)
    )
