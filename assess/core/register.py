"""The register: what was proposed, decided, listed and linked, and the labels that this makes."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from enum import StrEnum
from functools import cached_property
from typing import Any, Literal

from assess.core.value import Said, Value

Level = Literal["Bronze", "Silver", "Gold"]

OrganisationKey = tuple[str, str]
"""Country and name as they are compared: without case, with single spaces."""


class EntryKind(StrEnum):
    """What an entry of the register records."""

    PROPOSED = "proposed"
    AWARDED = "awarded"
    REFUSED = "refused"
    REVOKED = "revoked"


class Entry(Value):
    """One decision on the label of a case: only ever added, never changed."""

    kind: EntryKind
    case: Said
    level: Level = "Bronze"
    name: Said
    country: Said
    portfolio: Said
    website: str | None = None
    interview_date: date
    on: date
    """The day of the proposal or decision."""
    by: Said
    second: str | None = None
    """The second name, where the one who decided also led the interview."""
    reason: str | None = None
    serial: str | None = None
    policy: str | None = None
    valid_from: date | None = None
    valid_until: date | None = None
    """As issued: an end stated by ESCA/EUCLES wins over the computed one."""
    computed_until: date | None = None
    rule: str | None = None
    warnings: tuple[str, ...] = ()
    synthetic: bool = False
    source: str = "case"
    recorded_at: datetime | None = None


class Listing(Value):
    """A label that a published list names, or that was decided elsewhere; it has no case here."""

    kind: Literal["listed"] = "listed"
    label: Said
    """The same for every listing of one label: see `listing_key`."""
    level: Level = "Bronze"
    name: Said
    country: Said
    portfolio: Said
    website: str | None = None
    valid_from: date | None = None
    valid_until: date | None = None
    """As listed; None where the list names no date."""
    rule: str | None = None
    """From what `valid_from` follows."""
    serial: str | None = None
    on: date
    """The day of the list or of the decision."""
    is_decision: bool = False
    """Whether `on` is the day of the decision, which was told; else the day of a list."""
    by: Said
    source: Said
    """The file and line, or who told it."""
    text: str | None = None
    """The row as it was found."""
    warnings: tuple[str, ...] = ()
    synthetic: bool = False
    recorded_at: datetime | None = None


class Withdrawal(Value):
    """That a listed label was revoked."""

    kind: Literal["withdrawn"] = "withdrawn"
    label: Said
    level: Level = "Bronze"
    on: date
    by: Said
    reason: Said
    recorded_at: datetime | None = None


class Link(Value):
    """That an organisation continues another one, or is the same one under another name."""

    kind: Literal["linked", "unlinked"] = "linked"
    name: Said
    country: Said
    other_name: Said
    other_country: Said
    how: Literal["renamed", "merged", "same", "different"]
    """`renamed` and `merged`: the other one is the predecessor; `same`: two names of one;
    `different`: they look alike, and somebody made sure that they are two."""
    on: date
    by: Said
    reason: str | None = None
    recorded_at: datetime | None = None

    @property
    def key(self) -> OrganisationKey:
        """The organisation that the link is about."""
        return organisation_key(self.name, self.country)

    @property
    def joins(self) -> bool:
        """Whether the labels of both are on one track."""
        return self.how != "different"

    @property
    def other(self) -> OrganisationKey:
        """The one that it continues or is."""
        return organisation_key(self.other_name, self.other_country)


class Publication(Value):
    """How the public register is called from a day on, who publishes it and where it stands."""

    kind: Literal["publication"] = "publication"
    title: Said = "Register of Cluster Management Excellence Labels"
    publisher: str = ""
    base_address: str = ""
    """Ends in a slash; empty: not known yet."""
    on: date
    by: Said
    recorded_at: datetime | None = None


Record = Entry | Listing | Withdrawal | Link | Publication
"""One line of the register."""


class Label(Value):
    """One label as the records up to now tell it."""

    case: str
    """The id of its case, or of its listing."""
    level: str
    name: str
    country: str
    portfolio: str
    website: str | None
    interview_date: date | None = None
    """None where only a list names the label."""
    proposed: Entry | None = None
    awarded: Entry | None = None
    listed: Listing | None = None
    refused: Entry | None = None
    revoked: Entry | None = None
    withdrawn: Withdrawal | None = None
    synthetic: bool = False
    source: str = "case"

    @property
    def given(self) -> Entry | Listing | None:
        """What gives the label: the award, or the list that names it."""
        return self.awarded or self.listed

    @property
    def ended(self) -> Entry | Withdrawal | None:
        """What took the label away before its end: a revocation."""
        return self.revoked or self.withdrawn

    @property
    def valid_from(self) -> date | None:
        """The first day on which the label is valid; of a listed one, at the latest."""
        return self.given.valid_from if self.given else None

    @property
    def valid_until(self) -> date | None:
        """The last day on which the label is valid."""
        return self.given.valid_until if self.given else None

    @cached_property
    def key(self) -> OrganisationKey:
        """The organisation that holds it."""
        return organisation_key(self.name, self.country)


class Stage(StrEnum):
    """How far the label of a case is."""

    NOT_PROPOSED = "not proposed"
    PROPOSED = "proposed"
    REFUSED = "refused"
    AWARDED = "awarded"
    REVOKED = "revoked"


FOLLOWS: dict[EntryKind, frozenset[Stage]] = {
    EntryKind.PROPOSED: frozenset({Stage.NOT_PROPOSED, Stage.REFUSED}),
    EntryKind.AWARDED: frozenset({Stage.PROPOSED}),
    EntryKind.REFUSED: frozenset({Stage.PROPOSED}),
    EntryKind.REVOKED: frozenset({Stage.AWARDED}),
}
"""After which stage an entry may come."""


def organisation_key(name: str, country: str) -> OrganisationKey:
    """Give the key by which two names are those of one organisation."""
    return country, " ".join(name.casefold().split())


def same_name(one: str, other: str) -> bool:
    """Tell whether two names of people or organisations are written alike but for case."""
    return " ".join(one.casefold().split()) == " ".join(other.casefold().split())


def stage_of(label: Label | None) -> Stage:
    """Tell how far a label is."""
    if label is None:
        return Stage.NOT_PROPOSED
    for stage, record in (
        (Stage.REVOKED, label.ended),
        (Stage.AWARDED, label.given),
        (Stage.REFUSED, label.refused),
        (Stage.PROPOSED, label.proposed),
    ):
        if record is not None:
            return stage
    return Stage.NOT_PROPOSED


def objection(kind: EntryKind, label: Label | None, on: date, interview: date) -> str | None:
    """Say why an entry of a kind and day cannot follow what the register holds; None: it can."""
    stage = stage_of(label)
    if stage not in FOLLOWS[kind]:
        allowed = " or ".join(sorted(one.value for one in FOLLOWS[kind]))
        return f"the label is {stage.value}; it can be {kind.value} only when it is {allowed}"
    if on < interview:
        return f"{on} is before the interview ({interview})"
    if kind is EntryKind.REVOKED and label and label.awarded and on < label.awarded.on:
        return f"{on} is before the award ({label.awarded.on})"
    return None


def known_on(records: Iterable[Record], day: date) -> tuple[Record, ...]:
    """Give what had been decided, listed or linked by a day: the register as known then."""
    return tuple(one for one in records if one.on <= day)


def links(records: Iterable[Record]) -> tuple[Link, ...]:
    """Give the links that hold: none that was taken back later."""
    held: dict[tuple[OrganisationKey, OrganisationKey], Link] = {}
    for record in records:
        if isinstance(record, Link):
            if record.kind == "linked":
                held[record.key, record.other] = record
            else:
                held.pop((record.key, record.other), None)
    return tuple(held.values())


def labels(records: Iterable[Record]) -> tuple[Label, ...]:
    """Fold the records into labels, one for each case or listing and level; later ones win."""
    found: dict[tuple[str, str], dict[str, Any]] = {}
    for record in records:
        match record:
            case Entry():
                _decide(found.setdefault((record.case, record.level), {}), record)
            case Listing():
                _list(found.setdefault((record.label, record.level), {}), record)
            case Withdrawal():
                if (record.label, record.level) in found:
                    found[record.label, record.level]["withdrawn"] = record
            case Link() | Publication():
                pass
    # What is in a record was checked when it was read.
    return tuple(Label.model_construct(**fields) for fields in found.values())


def _decide(fields: dict[str, Any], entry: Entry) -> None:
    if not fields:
        fields |= {"case": entry.case, "level": entry.level}
        fields |= {"synthetic": entry.synthetic, "source": entry.source}
    if "awarded" not in fields:  # what was awarded keeps the name under which it was
        stated = ("name", "country", "portfolio", "website", "interview_date")
        fields |= {name: getattr(entry, name) for name in stated}
    if entry.kind is EntryKind.PROPOSED:
        fields.pop("refused", None)
    fields[entry.kind.value] = entry


def _list(fields: dict[str, Any], listing: Listing) -> None:
    """Take a listing in; what an earlier one said and this one leaves open stays."""
    fields |= {
        "case": listing.label,
        "level": listing.level,
        "name": listing.name,
        "country": listing.country,
        "portfolio": listing.portfolio,
        "website": listing.website or fields.get("website"),
        "synthetic": listing.synthetic,
        "source": listing.source,
        "listed": listing,
    }
