"""The register: the labels of one level of one organisation, through new names and mergers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from assess.core.case.organisation import OrganisationKey, organisation_key
from assess.core.catalogue.catalogue import Catalogue
from assess.core.catalogue.level import LEVELS
from assess.core.register.record import (
    Label,
    LabelKey,
    Link,
    Listing,
    Publication,
    Record,
    Withdrawal,
    by_label,
    known_on,
    label_from,
    label_key,
    links,
)
from assess.core.register.validity_timeline import (
    KnownSpan,
    LabelStatus,
    Span,
    Terms,
    between,
    in_time,
    merged,
    status_on,
    timeline,
)

TrackKey = tuple[OrganisationKey, str]
"""The key of an organisation and all those linked with it, and a level."""


class _Once(NamedTuple):
    """What was together on any day; the places are those of records."""

    joined: dict[OrganisationKey, OrganisationKey]
    places: dict[TrackKey, list[int]]
    linking: dict[OrganisationKey, list[int]]


class Register:
    """The labels that the records make, found by organisation, level and case."""

    def __init__(
        self,
        records: Iterable[Record],
        catalogue: Catalogue,
        terms: Terms | None = None,
        ordinals: Mapping[LabelKey, int] | None = None,
    ) -> None:
        """Fold the records; everything else is looked up.

        `ordinals` are those of the whole register, where the records are a part of it.
        """
        self._records = tuple(records)
        self.catalogue = catalogue
        self.terms = terms or Terms(catalogue.label)
        self.links = links(self._records)
        self._joined = joined_organisations(self.links)
        self._places = by_label(self._records)
        self._ordinals = ordinals or {key: found[0] for key, found in self._places.items()}
        self._tracks: dict[TrackKey, list[Label]] = {}
        self.labels = tuple(self._folded())
        self._known: tuple[TrackKey | None, dict[date, Register]] = None, {}
        """The last track that was asked for, as it was known on days."""

    def _folded(self) -> Iterator[Label]:
        records = self._records
        for places in self._places.values():
            label = label_from(records[place] for place in places)
            if label is not None:
                self._tracks.setdefault(self._track_key(label), []).append(label)
                yield label

    @cached_property
    def listings(self) -> tuple[Listing, ...]:
        """Every listing, in its order."""
        return tuple(record for record in self._records if isinstance(record, Listing))

    @cached_property
    def _once(self) -> _Once:
        """What belonged together on any day, also through links that were taken back."""
        linking = [
            (place, record)
            for place, record in enumerate(self._records)
            if isinstance(record, Link)
        ]
        joined = joined_organisations(link for _, link in linking if link.kind == "linked")
        once = _Once(joined, defaultdict(list), defaultdict(list))
        for place, link in linking:
            once.linking[joined.get(link.key, link.key)].append(place)
        for label in self.labels if joined else ():
            if label.key in joined:
                places = self._places[label.case, label.level]
                once.places[joined[label.key], label.level] += places
        return once

    def with_records(self, more: Sequence[Record]) -> Register:
        """Give the register with records that come after its own."""
        return Register((*self._records, *more), self.catalogue, self.terms) if more else self

    def without_synthetic(self) -> Register:
        """Give the register without labels that are invented, as it may be published.

        One that has no others is a demonstration, and stays as it is.
        """
        invented = {(label.case, label.level) for label in self.labels if label.synthetic}
        if not invented or all(label.synthetic for label in self.labels if label.given):
            return self
        kept = (
            record
            for record in self._records
            if isinstance(record, (Link, Publication)) or label_key(record) not in invented
        )
        return Register(kept, self.catalogue, self.terms, self._ordinals)

    def as_known_on(self, day: date) -> Register:
        """Give the register with what had been decided, listed and linked by a day."""
        return Register(known_on(self._records, day), self.catalogue, self.terms)

    def organisation(self, key: OrganisationKey) -> OrganisationKey:
        """Give the one key of an organisation and all those that it is linked with."""
        return self._joined.get(key, key)

    def ordinal(self, label: Label) -> int:
        """Give the place of the first record of a label among all records.

        It never changes, and is no other label's: records are only ever added.
        """
        return self._ordinals[label.case, label.level]

    def _track_key(self, label: Label) -> TrackKey:
        return self._joined.get(label.key, label.key), label.level

    def track(self, label: Label) -> Sequence[Label]:
        """Give the labels of the same organisation and level, in no order."""
        return self._tracks[self._track_key(label)]

    def held_by(self, key: OrganisationKey) -> tuple[Label, ...]:
        """Give every label of an organisation and those that it is linked with, oldest first."""
        organisation = self.organisation(key)
        found = [label for level in LEVELS for label in self._tracks.get((organisation, level), ())]
        return tuple(sorted(found, key=in_time))

    def status(self, label: Label, day: date) -> LabelStatus:
        """Give the status of a label on a day."""
        return status_on(label, day, self.track(label), self.terms)

    def life(self, label: Label) -> tuple[Span, ...]:
        """Give the whole life of a label."""
        return timeline(label, self.track(label), self.terms)

    def life_as_known_then(self, label: Label) -> tuple[KnownSpan, ...]:
        """Give what the register said of a label on each day: as known then, not as known now."""
        return self.known_before(label, self.life(label))

    def known_before(self, label: Label, life: Iterable[Span]) -> tuple[KnownSpan, ...]:
        """Give the same where the life of the label, as it is known now, is at hand."""
        mine = self._records_of(label)
        own = (self._records[place] for place in self._places[label.case, label.level])
        known = min(record.on for record in own if not isinstance(record, Withdrawal))
        days = [day for day in sorted({record.on for record in mine}) if day >= known]
        found = [KnownSpan(status=None, first=None, last=days[0] - timedelta(days=1))]
        for day, after in pairwise(days):
            then = self._known_then(label, mine, day)
            (held,) = (
                candidate
                for candidate in then.labels
                if (candidate.case, candidate.level) == (label.case, label.level)
            )
            found += between(then.life(held), day, after - timedelta(days=1))
        # From the last day on everything is known that is known now.
        found += between(life, days[-1], None)
        return merged(found)

    def known_then(self, label: Label, day: date) -> Register:
        """Give what was known on a day of the track of a label."""
        return self._known_then(label, self._records_of(label), day)

    def _known_then(self, label: Label, records: Sequence[Record], day: date) -> Register:
        """Give what was known of a track on a day; it is kept while the same track is asked for."""
        key = self._track_key(label)
        if self._known[0] != key:
            self._known = key, {}
        held = self._known[1]
        if day not in held:
            held[day] = Register(known_on(records, day), self.catalogue, self.terms)
        return held[day]

    def _records_of(self, label: Label) -> list[Record]:
        """Give every record that ever mattered to the track of a label, in their order."""
        once = self._once
        organisation = once.joined.get(label.key)
        if organisation is None:
            labels = self.track(label)
            places = [place for each in labels for place in self._places[each.case, each.level]]
        else:
            places = once.places[organisation, label.level] + once.linking[organisation]
        return [self._records[place] for place in sorted(places)]

    def previous(self, name: str, country: str, level: str, interview: date) -> Label | None:
        """Give the newest label that an organisation was given on an earlier interview."""
        organisation = self.organisation(organisation_key(name, country))
        earlier = [
            label
            for label in self._tracks.get((organisation, level), ())
            if label.given is not None
            and label.valid_until is not None
            and label.ended is None
            and (label.interview_date or label.valid_from or date.max) < interview
        ]
        return max(earlier, key=in_time, default=None)

    def names(self) -> dict[OrganisationKey, str]:
        """Give every organisation that holds or held a label, with its name as last written."""
        return {label.key: label.name for label in self.labels}


def joined_organisations(held: Iterable[Link]) -> dict[OrganisationKey, OrganisationKey]:
    """Give for each linked organisation the one key of all that are linked together."""
    parent: dict[OrganisationKey, OrganisationKey] = {}

    def root(key: OrganisationKey) -> OrganisationKey:
        while parent.setdefault(key, key) != key:
            key = parent[key]
        return key

    for link in held:
        if not link.joins:
            continue
        first, second = sorted((root(link.key), root(link.other)))
        parent[second] = first
    return {key: root(key) for key in parent}
