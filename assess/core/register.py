"""The register: what was proposed and decided, and the status of each label on a day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from enum import StrEnum
from typing import Literal

from assess.core.catalogue import Catalogue
from assess.core.label import add_months
from assess.core.value import Said, Value


class EntryKind(StrEnum):
    """What an entry of the register records."""

    PROPOSED = "proposed"
    AWARDED = "awarded"
    REFUSED = "refused"
    REVOKED = "revoked"


class LabelStatus(StrEnum):
    """What a label is on a day."""

    PENDING = "pending"
    NOT_AWARDED = "not_awarded"
    VALID = "valid"
    EXPIRED_RENEWABLE = "expired_renewable"
    LAPSED = "lapsed"
    SUPERSEDED = "superseded"
    REVOKED = "revoked"


class Entry(Value):
    """One line of the register: only ever added, never changed."""

    kind: EntryKind
    case: Said
    level: Literal["Bronze", "Silver", "Gold"] = "Bronze"
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


class Label(Value):
    """One label as the entries up to now tell it."""

    case: str
    level: str
    name: str
    country: str
    portfolio: str
    website: str | None
    interview_date: date
    proposed: Entry | None = None
    awarded: Entry | None = None
    refused: Entry | None = None
    revoked: Entry | None = None
    synthetic: bool = False
    source: str = "case"

    @property
    def valid_from(self) -> date | None:
        """The first day on which the label is valid."""
        return self.awarded.valid_from if self.awarded else None

    @property
    def valid_until(self) -> date | None:
        """The last day on which the label is valid."""
        return self.awarded.valid_until if self.awarded else None


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


def stage_of(label: Label | None) -> Stage:
    """Tell how far a label is."""
    if label is None:
        return Stage.NOT_PROPOSED
    for stage, entry in (
        (Stage.REVOKED, label.revoked),
        (Stage.AWARDED, label.awarded),
        (Stage.REFUSED, label.refused),
        (Stage.PROPOSED, label.proposed),
    ):
        if entry is not None:
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


def labels(entries: Iterable[Entry]) -> tuple[Label, ...]:
    """Fold the entries into labels, one for each case and level; later entries win."""
    found: dict[tuple[str, str], Label] = {}
    for entry in entries:
        key = (entry.case, entry.level)
        label = found.get(key) or Label(
            case=entry.case,
            level=entry.level,
            name=entry.name,
            country=entry.country,
            portfolio=entry.portfolio,
            website=entry.website,
            interview_date=entry.interview_date,
            synthetic=entry.synthetic,
            source=entry.source,
        )
        update: dict[str, object] = {entry.kind.value: entry}
        if label.awarded is None:  # what was awarded keeps the name under which it was
            fields = ("name", "country", "portfolio", "website", "interview_date")
            update |= {field: getattr(entry, field) for field in fields}
        if entry.kind is EntryKind.PROPOSED:
            update |= {"refused": None}
        found[key] = label.model_copy(update=update)
    return tuple(found.values())


def status_on(label: Label, day: date, track: Iterable[Label], catalogue: Catalogue) -> LabelStatus:
    """Give the status of a label on a day; `track` are the labels of the same organisation."""
    if label.awarded is None:
        return LabelStatus.NOT_AWARDED if label.refused else LabelStatus.PENDING
    if label.revoked and label.revoked.on <= day:
        return LabelStatus.REVOKED
    until = label.valid_until
    starts = label.valid_from
    if until is None or starts is None or day < starts:
        return LabelStatus.PENDING
    for other in track:
        if _supersedes(other, label, day):
            return LabelStatus.SUPERSEDED
    if day <= until:
        return LabelStatus.VALID
    policy = catalogue.label.policy_for(label.level, day)
    window = policy.window if policy else None
    if window and day <= add_months(until, window.months, end_of_month=window.end_of_month):
        return LabelStatus.EXPIRED_RENEWABLE
    return LabelStatus.LAPSED


def _supersedes(other: Label, label: Label, day: date) -> bool:
    if other.awarded is None or other.level != label.level or other.case == label.case:
        return False
    starts, until = other.valid_from, other.valid_until
    revoked = other.revoked is not None and other.revoked.on <= day
    later = other.interview_date > label.interview_date
    return bool(starts and until and later and starts <= day and not revoked)


def same_track(label: Label, others: Iterable[Label]) -> tuple[Label, ...]:
    """Give the labels of the same organisation and level: same name and country."""
    key = (label.name.casefold(), label.country, label.level)
    return tuple(one for one in others if (one.name.casefold(), one.country, one.level) == key)


def previous_until(
    name: str, country: str, level: str, interview: date, known: Iterable[Label]
) -> date | None:
    """Give the end of the newest label that an organisation was awarded on an earlier interview."""
    earlier = [
        label
        for label in known
        if label.name.casefold() == name.casefold()
        and label.country == country
        and label.level == level
        and label.awarded is not None
        and label.revoked is None
        and label.interview_date < interview
    ]
    newest = max(earlier, key=lambda label: label.interview_date, default=None)
    return newest.valid_until if newest else None
