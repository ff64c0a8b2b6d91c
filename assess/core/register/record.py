"""Records of the register: decisions, listings and links, and the labels that these make."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Literal, NamedTuple

from assess.core.case.organisation import OrganisationKey, organisation_key
from assess.core.catalogue.level import LOWEST, Level
from assess.core.label.decision import DecisionKind, LabelDecision
from assess.core.text.kept import Kept
from assess.core.text.value import Said, Value


class Listing(Value):
    """A label that a published list names, or that was decided elsewhere; it has no case here."""

    kind: Literal["listed"] = "listed"
    label: Said
    """The same for every listing of one label: see `ListedLabels`."""
    level: Level = LOWEST
    name: Said
    country: Said
    portfolio: Said
    website: str | None = None
    valid_from: date | None = None
    valid_until: date | None = None
    """As listed; None where the list names no date."""
    rule: Kept | None = None
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
    warnings: tuple[Kept, ...] = ()
    synthetic: bool = False
    recorded_at: datetime | None = None


class Withdrawal(Value):
    """That a listed label was revoked."""

    kind: Literal["withdrawn"] = "withdrawn"
    label: Said
    level: Level = LOWEST
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
    title: str = ""
    """Empty, or the usual one: nothing else was said."""
    publisher: str = ""
    base_address: str = ""
    """Ends in a slash; empty: not known yet."""
    on: date
    by: Said
    recorded_at: datetime | None = None


Record = LabelDecision | Listing | Withdrawal | Link | Publication
"""One line of the register."""


class Label(NamedTuple):
    """One label as the records up to now tell it."""

    case: str
    """The id of its case, or of its listing."""
    level: str
    name: str
    country: str
    portfolio: str
    website: str | None
    key: OrganisationKey
    """The organisation that holds it."""
    interview_date: date | None
    """None where only a list names the label."""
    proposed: LabelDecision | None
    awarded: LabelDecision | None
    listed: Listing | None
    refused: LabelDecision | None
    revoked: LabelDecision | None
    given: LabelDecision | Listing | None
    """What gives the label: the award, or the list that names it."""
    ended: LabelDecision | Withdrawal | None
    """What took the label away before its end: a revocation."""
    valid_from: date | None
    """The first day on which the label is valid; of a listed one, at the latest."""
    valid_until: date | None
    """The last day on which the label is valid."""
    synthetic: bool
    source: str


def known_on(records: Iterable[Record], day: date) -> tuple[Record, ...]:
    """Give what had been decided, listed or linked by a day: the register as known then."""
    return tuple(record for record in records if record.on <= day)


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


LabelKey = tuple[str, str]
"""The case or listing and the level that a record is about."""


def label_key(record: LabelDecision | Listing | Withdrawal) -> LabelKey:
    """Give the label that a record is about."""
    return (record.case if isinstance(record, LabelDecision) else record.label), record.level


def by_label(records: Sequence[Record]) -> dict[LabelKey, list[int]]:
    """Give for each label the places of the records that are about it, in their order."""
    found: dict[LabelKey, list[int]] = {}
    for place, record in enumerate(records):
        if not isinstance(record, (Link, Publication)):
            found.setdefault(label_key(record), []).append(place)
    return found


def labels(records: Iterable[Record]) -> tuple[Label, ...]:
    """Fold the records into labels, one for each case or listing and level; later ones win."""
    every = tuple(records)
    found = (label_from(every[place] for place in places) for places in by_label(every).values())
    return tuple(label for label in found if label is not None)


_DECISIONS = (
    DecisionKind.PROPOSED,
    DecisionKind.AWARDED,
    DecisionKind.REFUSED,
    DecisionKind.REVOKED,
)
_NONE = (None, None, None, None)


def label_from(records: Iterable[Record]) -> Label | None:
    """Make one label of the records about it; None where they only take it away."""
    about: LabelDecision | Listing | None = None
    decided: dict[DecisionKind, LabelDecision] = {}
    listed: Listing | None = None
    withdrawn: Withdrawal | None = None
    website: str | None = None
    synthetic, source = False, ""
    for record in records:
        if isinstance(record, Listing):
            # What an earlier list said and this one leaves open stays.
            about, listed, website = record, record, record.website or website
            synthetic, source = record.synthetic, record.source
        elif isinstance(record, LabelDecision):
            if about is None:
                synthetic, source = record.synthetic, record.source
            if (
                DecisionKind.AWARDED not in decided
            ):  # what was awarded keeps the name under which it was
                about, website = record, record.website
            if record.kind is DecisionKind.PROPOSED:
                decided.pop(DecisionKind.REFUSED, None)
            decided[record.kind] = record
        elif isinstance(record, Withdrawal) and about is not None:
            withdrawn = record
    if about is None:
        return None
    # Most labels of a large register are listed, and have no decision to look for.
    proposed, awarded, refused, revoked = map(decided.get, _DECISIONS) if decided else _NONE
    given = awarded or listed
    return Label(
        case=about.case if isinstance(about, LabelDecision) else about.label,
        level=about.level,
        name=about.name,
        country=about.country,
        portfolio=about.portfolio,
        website=website,
        key=organisation_key(about.name, about.country),
        interview_date=about.interview_date if isinstance(about, LabelDecision) else None,
        proposed=proposed,
        awarded=awarded,
        listed=listed,
        refused=refused,
        revoked=revoked,
        given=given,
        ended=revoked or withdrawn,
        valid_from=given.valid_from if given else None,
        valid_until=given.valid_until if given else None,
        synthetic=synthetic,
        source=source,
    )
