"""Coverage: how much of each part is translated, how much of that is fuzzy, and in what state."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from assess.languages.translation.look_up import STATE, is_translated

PARTS = ("catalogue", "forms", "report", "register", "interface")
"""The parts of a language, as a reader meets them."""

_BY_PLACE = (
    ("catalogue", re.compile(r"^indicators/")),
    ("forms", re.compile(r"questionnaire|survey|browser_form")),
    ("register", re.compile(r"/(register|published_list|site|overview|proof)\b|register\.py")),
    ("report", re.compile(r"/(report|award_record|chart|document|codebook|fragment)\b|english/")),
)


class PartCoverage(NamedTuple):
    """How far one part of a language has come."""

    texts: int = 0
    translated: int = 0
    fuzzy: int = 0

    @property
    def percent(self) -> int:
        """The share that is translated; only what is whole is 100."""
        return 100 if not self.texts else self.translated * 100 // self.texts


class LanguageCoverage(NamedTuple):
    """How far a language has come, by part."""

    code: str
    state: str
    """`draft`, `reviewed` or `adjudicated`, with who and when, as its file says."""
    parts: dict[str, PartCoverage]

    @property
    def whole(self) -> PartCoverage:
        """All parts together."""
        sums = (sum(column) for column in zip(*self.parts.values(), strict=True))
        return PartCoverage(*sums)


def coverage(code: str, catalogs: Iterable[Any]) -> LanguageCoverage:
    """Count what the catalogs of a language have."""
    counts = {part: [0, 0, 0] for part in PARTS}
    states: list[str] = []
    for catalog in catalogs:
        if found := STATE.search(catalog.header_comment):
            states.append(found["state"].strip())
        for message in messages_of(catalog):
            count = counts[part_of(message)]
            count[0] += 1
            count[1] += bool(is_translated(message.string) and not message.fuzzy)
            count[2] += bool(message.fuzzy)
    parts = {part: PartCoverage(*counts[part]) for part in PARTS}
    return LanguageCoverage(code, next(iter(states), ""), parts)


def messages_of(catalog: Any) -> Iterator[Any]:
    """Give the messages of a catalog without its head."""
    return (message for message in catalog if message.id)


def part_of(message: Any) -> str:
    """Tell to which part a message belongs, by where it stands."""
    for place, _ in message.locations:
        for part, pattern in _BY_PLACE:
            if pattern.search(place):
                return part
    return "interface"
