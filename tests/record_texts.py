"""Every text of a record that a reader has to find in whatever is written of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from assess.core.peers.peer_group import PeerGroup
from assess.core.report.figure.picture import Picture
from assess.core.report.record.report import MeasurePeers, Report
from assess.core.report.record.theme import Theme
from assess.core.text.value import Value
from assess.render.document.visible import visible
from tests.paper import squeezed

FOR_PROGRAMS = frozenset(
    {"language", "status", "anchor", "question", "kind", "site", "case", "own", "hash"}
)
"""Fields that no reader is meant to see: addresses, names of fields.

The case is in the imprint, and the beginning of the hash of the table of peers.
"""

INSTEAD = frozenset(
    {"no_strengths", "no_priorities", "no_recommendations", "no_stories", "no_passed"}
)
"""What is said where there is none, and so not in a report that has some."""

DRAWN = frozenset({"picture", "pictures", "position", "trend"})


def unbroken(text: str) -> str:
    """Give a text without white space and hyphens: what is read back lacks those at line ends."""
    return squeezed(text).replace("-", "").replace("\x02", "")


def record_texts(report: Report) -> Iterator[str]:
    """Give the texts in order, without those of the pictures.

    What of the peers is not put in words is in the charts and in the definitions.
    """
    without = FOR_PROGRAMS | INSTEAD | DRAWN | {"head", "subtitle", "footer", "marks"}
    yield from _texts(report, without)


def record_pictures(report: Report) -> Iterator[Picture]:
    """Give the pictures in the order in which they are shown."""
    yield report.summary.position
    for area in report.areas:
        yield area.picture
        for one in area.indicators:
            yield from one.pictures
    if report.last_round is not None:
        yield from report.last_round.trend


def _texts(value: Any, without: frozenset[str]) -> Iterator[str]:
    match value:
        case str():
            yield visible(value)
        case MeasurePeers() | PeerGroup() | Theme():
            return
        case Value():
            for name in type(value).model_fields:
                if name not in without:
                    yield from _texts(getattr(value, name), without)
        case tuple():
            for one in value:
                yield from _texts(one, without)
