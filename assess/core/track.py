"""Tracks: the labels of one level of one organisation, through new names and mergers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta

from assess.core.catalogue import Catalogue
from assess.core.life import (
    KnownSpan,
    LabelStatus,
    Span,
    between,
    in_time,
    life,
    merged,
    status_on,
)
from assess.core.register import (
    Entry,
    Label,
    Link,
    Listing,
    OrganisationKey,
    Publication,
    Record,
    Withdrawal,
    known_on,
    labels,
    links,
    organisation_key,
)


class Register:
    """The labels that the records make, found by organisation, level and case."""

    def __init__(self, records: Iterable[Record], catalogue: Catalogue) -> None:
        """Fold the records; everything else is looked up."""
        self._records = tuple(records)
        self.catalogue = catalogue
        self.labels = labels(self._records)
        self.links = links(self._records)
        self.listings = tuple(one for one in self._records if isinstance(one, Listing))
        self._joined = _joined(self.links)
        self._of_label: dict[tuple[str, str], list[tuple[int, Record]]] = defaultdict(list)
        self._linking: dict[OrganisationKey, list[tuple[int, Record]]] = defaultdict(list)
        for place, record in enumerate(self._records):
            if isinstance(record, Publication):
                continue
            if isinstance(record, Link):
                self._linking[self.organisation(record.key)].append((place, record))
            else:
                self._of_label[_key(record)].append((place, record))
        self._tracks: dict[tuple[OrganisationKey, str], list[Label]] = defaultdict(list)
        for label in self.labels:
            self._tracks[self.organisation(label.key), label.level].append(label)

    def as_known_on(self, day: date) -> Register:
        """Give the register with what had been decided, listed and linked by a day."""
        return Register(known_on(self._records, day), self.catalogue)

    def organisation(self, key: OrganisationKey) -> OrganisationKey:
        """Give the one key of an organisation and all those that it is linked with."""
        return self._joined.get(key, key)

    def track(self, label: Label) -> tuple[Label, ...]:
        """Give the labels of the same organisation and level, in no order."""
        return tuple(self._tracks[self.organisation(label.key), label.level])

    def held_by(self, key: OrganisationKey) -> tuple[Label, ...]:
        """Give every label of an organisation and those that it is linked with, oldest first."""
        one = self.organisation(key)
        found = [
            label
            for level in ("Bronze", "Silver", "Gold")
            for label in self._tracks.get((one, level), ())
        ]
        return tuple(sorted(found, key=in_time))

    def status(self, label: Label, day: date) -> LabelStatus:
        """Give the status of a label on a day."""
        return status_on(label, day, self.track(label), self.catalogue)

    def life(self, label: Label) -> tuple[Span, ...]:
        """Give the whole life of a label."""
        return life(label, self.track(label), self.catalogue)

    def life_as_known_then(self, label: Label) -> tuple[KnownSpan, ...]:
        """Give what the register said of a label on each day: as known then, not as known now."""
        mine = self._records_of(label)
        days = sorted({one.on for one in mine})
        own = [one for one in mine if _key(one) == (label.case, label.level)]
        known = min(one.on for one in own if not isinstance(one, Withdrawal))
        days = [day for day in days if day >= known]
        found = [KnownSpan(status=None, first=None, last=days[0] - timedelta(days=1))]
        for day, after in zip(days, [*days[1:], None], strict=True):
            if after is None:  # from the last day on everything is known that is known now
                found += between(self.life(label), day, None)
                continue
            then = Register(known_on(mine, day), self.catalogue)
            held = {(one.case, one.level): one for one in then.labels}
            known_then = then.life(held[label.case, label.level])
            found += between(known_then, day, after - timedelta(days=1))
        return merged(found)

    def _records_of(self, label: Label) -> list[Record]:
        """Give every record about the organisation of a label and its level, in their order."""
        keys = {(one.case, one.level) for one in self.track(label)}
        found = [record for key in keys for record in self._of_label.get(key, ())]
        found += self._linking.get(self.organisation(label.key), ())
        return [record for _, record in sorted(found, key=lambda numbered: numbered[0])]

    def previous(self, name: str, country: str, level: str, interview: date) -> Label | None:
        """Give the newest label that an organisation was given on an earlier interview."""
        one = self.organisation(organisation_key(name, country))
        earlier = [
            label
            for label in self._tracks.get((one, level), ())
            if label.given is not None
            and label.valid_until is not None
            and label.ended is None
            and (label.interview_date or label.valid_from or date.max) < interview
        ]
        return max(earlier, key=in_time, default=None)

    def names(self) -> dict[OrganisationKey, str]:
        """Give every organisation that holds or held a label, with its name as last written."""
        return {label.key: label.name for label in self.labels}


def _key(record: Record) -> tuple[str, str]:
    """Give the case or listing and the level that a record is about; of a link nothing."""
    match record:
        case Entry():
            return record.case, record.level
        case Listing() | Withdrawal():
            return record.label, record.level
        case Link() | Publication():
            return "", ""


def _joined(held: Iterable[Link]) -> dict[OrganisationKey, OrganisationKey]:
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
