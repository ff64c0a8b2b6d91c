"""Rows of a published list as labels of the register: which are new, and which are known."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import date

from assess.core.case.organisation import OrganisationKey, organisation_key
from assess.core.catalogue.policy import LabelRules
from assess.core.label.message import LabelMessage
from assess.core.label.serial_number import listed_serial_warnings
from assess.core.label.validity import listed_span
from assess.core.published_list.row import ListedRow
from assess.core.register.record import Listing
from assess.core.register.register import Register
from assess.core.text.message import Message, message
from assess.core.text.name import earlier_key, identity_key
from assess.core.text.value import Value


class ListComparison(Value):
    """What the rows of a list are to the register."""

    new: tuple[Listing, ...] = ()
    known: tuple[ListedRow, ...] = ()
    """Rows that say nothing that the register does not hold."""


LabelIdentity = tuple[OrganisationKey, str, date | None]
"""Organisation, level and end: what makes one listed label."""


def listing_key(name: str, country: str, level: str, until: date | None) -> str:
    """Give the id of a listed label: the same for the same organisation, level and end."""
    return _key(country, identity_key(name), level, until)


def _key(*parts: object) -> str:
    text = "\n".join(str(part or "") for part in parts)
    return f"listed-{hashlib.sha256(text.encode('utf-8', 'surrogatepass')).hexdigest()[:12]}"


class ListedLabels:
    """The ids of listed labels: those by which the register knows them already, or new ones.

    An id never changes, though which names are the same did: up to schema m006 ids were made of
    `earlier_key`, so that one label can have several, and another organisation can have the id that
    would be that of a new label.
    """

    def __init__(self, listings: Iterable[Listing]) -> None:
        """Gather the labels that listings name."""
        self._ids: dict[LabelIdentity, str] = {}
        self._labels: dict[str, set[LabelIdentity]] = {}
        for listed in listings:
            self._take(_identity(listed), listed.label)

    def _take(self, identity: LabelIdentity, label: str) -> None:
        self._ids.setdefault(identity, label)
        self._labels.setdefault(label, set()).add(identity)

    def id_of(self, row: ListedRow) -> str:
        """Give the id of the label that a row names."""
        identity = _identity(row)
        earlier = _key(row.country, earlier_key(row.name), row.level, row.valid_until)
        if identity in self._labels.get(earlier, ()):
            return earlier
        if identity not in self._ids:
            label = listing_key(row.name, row.country, row.level, row.valid_until)
            while label in self._labels:
                label = _key(label)
            self._take(identity, label)
        return self._ids[identity]


def _identity(said: Listing | ListedRow) -> LabelIdentity:
    return organisation_key(said.name, said.country), said.level, said.valid_until


Span = tuple[date, Message]
"""From when a listed label was valid, and the rule."""


def listing(
    row: ListedRow,
    label: str,
    rules: LabelRules,
    *,
    on: date,
    by: str,
    file: str,
    known: dict[tuple[str, date, date], Span] | None = None,
) -> Listing:
    """Give a row as a listing of a label; `on` is the day of its list, `known` holds spans."""
    day = row.listed_on or on
    starts = row.valid_from
    rule: Message | None = None
    if row.valid_until and not starts:
        known = {} if known is None else known
        ends = row.level, row.valid_until, day
        if ends not in known:
            known[ends] = listed_span(rules, *ends)
        starts, rule = known[ends]
    elif row.valid_until and starts:
        rule = message(LabelMessage.LISTED_WITH_SPAN, starts=starts, until=row.valid_until)
    warnings: list[Message | str] = [*row.remarks]
    if starts and row.valid_until and starts > row.valid_until:
        warnings.append(
            message(LabelMessage.BEGINS_AFTER_END, starts=starts, until=row.valid_until)
        )
        starts = row.valid_until
    if row.serial:
        warnings += listed_serial_warnings(row.serial, row.country, rules)
    return Listing(
        label=label,
        level=row.level,
        name=row.name,
        country=row.country,
        portfolio=row.portfolio,
        website=row.website,
        valid_from=starts if row.valid_until else None,
        valid_until=row.valid_until,
        rule=rule,
        serial=row.serial,
        on=day,
        by=by,
        source=f"{row.file or file}, {row.place}",
        text=row.text,
        warnings=tuple(warnings),
        synthetic=row.synthetic,
    )


def compare(
    rows: Iterable[ListedRow],
    register: Register,
    rules: LabelRules,
    *,
    on: date,
    by: str,
    file: str,
) -> ListComparison:
    """Sort rows into those that tell something new and those that the register holds already."""
    awarded = {
        (label.key, label.level, label.valid_until) for label in register.labels if label.awarded
    }
    said = {form for listed in register.listings for form in _forms(listed)}
    ids = ListedLabels(register.listings)
    new: list[Listing] = []
    known: list[ListedRow] = []
    spans: dict[tuple[str, date, date], Span] = {}
    for row in rows:
        listed = listing(row, ids.id_of(row), rules, on=on, by=by, file=file, known=spans)
        if _identity(row) in awarded or _content(listed, listed.website) in said:
            known.append(row)
            continue
        said.update(_forms(listed))
        new.append(listed)
    return ListComparison(new=tuple(new), known=tuple(known))


def _forms(listed: Listing) -> tuple[tuple[str, ...], ...]:
    """Give what a listing says, and the same without its address: that says nothing new either."""
    return _content(listed, listed.website), _content(listed, None)


def _content(listed: Listing, website: str | None) -> tuple[str, ...]:
    return (listed.label, listed.level, listed.portfolio, website or "", listed.serial or "")
