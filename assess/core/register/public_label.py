"""What of the register is public: names, portfolios, web sites, levels, dates and status.

Never answers, values, people or reasons; and only labels that were given.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import date, datetime
from operator import attrgetter
from typing import NamedTuple

from assess.core.register.record import Label
from assess.core.register.trend import Flow, QuarterEnd, YearEnd
from assess.core.text.alphabet import LATIN, Alphabet
from assess.core.text.message import Message, Say, Text
from assess.core.text.name import plain_words


class PublicSpan(NamedTuple):
    """Days, both included, with one status by its public name; an empty text: without a limit."""

    status: str
    first: str
    last: str


class Event(NamedTuple):
    """Something that happened to an organisation's labels, as one sentence."""

    on: date
    text: Message
    at: datetime
    """When it was recorded here."""
    is_news: bool
    """Whether it happened on that day; that a list names a label is no news of the list's day."""


class PublicLabel(NamedTuple):
    """One label as anyone may see it on a day."""

    id: str
    """Stands for it in addresses; never changes."""
    ordinal: int
    """Its place in the list of revoked credentials; never changes, and is no other's."""
    name: str
    country: str
    country_name: Text
    portfolio: str
    website: str
    level: str
    valid_from: str
    valid_until: str
    status: str
    status_text: Message
    """The status in a few words."""
    status_reason: Message | None
    """Why it is not known; None where it is."""
    decided_on: str
    """The day of the award; empty where only a list names the label."""
    listed_on: str
    """The day of the list that names it; empty where it was decided."""
    recorded_on: str
    """The day on which this register took it in; empty where that was not kept."""
    is_listed: bool
    is_current: bool
    """Whether no later label of its track has taken its place."""
    synthetic: bool
    spans: tuple[PublicSpan, ...]
    """Its life as it is known now."""
    then: tuple[PublicSpan, ...]
    """What the register would have said of it on each day; `not listed` before it was known."""
    events: tuple[Event, ...]
    story: tuple[Message, ...]
    """The labels of the organisation as one life."""
    track: tuple[str, ...]
    """The ids of all labels of the organisation, its own as well, oldest first."""


class LabelGroup(NamedTuple):
    """Labels that belong together on a page: those of a country or of a portfolio."""

    slug: str
    name: Text
    code: str
    labels: tuple[PublicLabel, ...]
    valid: int
    """Organisations with a valid label on the day."""
    organisations: int

    @property
    def unknown(self) -> int:
        """Organisations of which it is not known whether they hold a valid label."""
        return not_known(self.labels)


def not_known(labels: Iterable[PublicLabel]) -> int:
    """Count the organisations without a valid label of which one may be valid: unknown is no no."""
    valid: set[str] = set()
    unknown: set[str] = set()
    for label in labels:
        if label.status == "valid":
            valid.add(label.track[0])
        elif label.status == "unknown":
            unknown.add(label.track[0])
    return len(unknown - valid)


class Counts(NamedTuple):
    """How many organisations hold a valid label, by their highest level, and how many ever did."""

    valid: int
    by_level: tuple[tuple[str, int], ...]
    organisations: int
    labels: int
    countries: int


class PublicTrends(NamedTuple):
    """The register over time."""

    years: tuple[YearEnd, ...]
    ends: tuple[QuarterEnd, ...]
    flows: tuple[Flow, ...]


class PublicRegister(NamedTuple):
    """The public register on a day."""

    on: date
    labels: tuple[PublicLabel, ...]
    counts: Counts
    countries: tuple[LabelGroup, ...]
    portfolios: tuple[LabelGroup, ...]
    trends: PublicTrends
    synthetic: bool

    @property
    def unknown(self) -> int:
        """Organisations of which it is not known whether they hold a valid label."""
        return not_known(self.labels)

    @property
    def by_id(self) -> dict[str, PublicLabel]:
        """The labels by their id."""
        return {label.id: label for label in self.labels}


def public_id(label: Label) -> str:
    """Give what stands for a label in addresses: it tells the country, and nothing of a case."""
    text = f"{label.case}\n{label.level}".encode("utf-8", "surrogatepass")
    return f"{slug(label.country)}-{hashlib.sha256(text).hexdigest()[:10]}"


def slug(name: str) -> str:
    """Give a name as it can stand in an address: letters a to z, digits and hyphens."""
    plain = plain_words(name).encode("ascii", "ignore").decode()
    return "-".join(plain.split()) or hashlib.sha256(name.encode()).hexdigest()[:10]


def shown_address(website: str) -> str:
    """Give an address as lists print it: without its scheme and the slash at its end."""
    bare = website.removeprefix("https://").removeprefix("http://").rstrip("/")
    return bare if len(bare) <= 60 else f"{bare[:59]}…"


def by_name(
    groups: Iterable[LabelGroup], say: Say, alphabet: Alphabet = LATIN
) -> tuple[LabelGroup, ...]:
    """Give groups in the order of their names, as they are said, and so the labels in each."""
    return tuple(
        sorted(
            (in_order(group, alphabet) for group in groups),
            key=lambda group: alphabet.key(say(group.name)),
        )
    )


def in_order(group: LabelGroup, alphabet: Alphabet) -> LabelGroup:
    """Give a group with its labels in the order of an alphabet; they come in that of LATIN."""
    if alphabet == LATIN:
        return group
    labels = tuple(sorted(group.labels, key=lambda label: alphabet.key(label.name)))
    return group._replace(labels=labels)


def changes(register: PublicRegister, most: int) -> tuple[tuple[PublicLabel, Event], ...]:
    """Give what happened last, the newest first, each with the newest label that it is about."""
    by_id = register.by_id
    found: dict[tuple[str, Event], PublicLabel] = {}
    for label in register.labels:
        for event in filter(attrgetter("is_news"), label.events):
            found.setdefault((label.track[0], event), by_id[label.track[-1]])
    newest = sorted(
        found.items(), key=lambda entry: (entry[0][1].on, entry[0][1].at, entry[1].id), reverse=True
    )
    return tuple((label, event) for (_, event), label in newest[:most])
