"""Rows of a published list as labels of the register: which are new, and which are known."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import date

from assess.core.catalogue.policy import LabelRules
from assess.core.label.serial_number import listed_serial_warnings
from assess.core.label.validity import listed_span
from assess.core.published_list.row import ListedRow
from assess.core.register.record import Listing, organisation_key
from assess.core.register.register import Register
from assess.core.text.value import Value


class Comparison(Value):
    """What the rows of a list are to the register."""

    new: tuple[Listing, ...] = ()
    known: tuple[ListedRow, ...] = ()
    """Rows that say nothing that the register does not hold."""


def listing_key(name: str, country: str, level: str, until: date | None) -> str:
    """Give the id of a listed label: the same for the same organisation, level and end."""
    _, folded = organisation_key(name, country)
    text = "\n".join((country, folded, level, str(until or "")))
    return f"listed-{hashlib.sha256(text.encode('utf-8', 'surrogatepass')).hexdigest()[:12]}"


Span = tuple[date, str]
"""From when a listed label was valid, and the rule in words."""


def listing(
    row: ListedRow,
    rules: LabelRules,
    *,
    on: date,
    by: str,
    file: str,
    known: dict[tuple[str, date, date], Span] | None = None,
) -> Listing:
    """Give a row as a listing; `on` is the day of its list, `known` holds spans found before."""
    day = row.listed_on or on
    starts, rule = row.valid_from, None
    if row.valid_until and not starts:
        known = {} if known is None else known
        ends = row.level, row.valid_until, day
        if ends not in known:
            known[ends] = listed_span(rules, *ends)
        starts, rule = known[ends]
    elif row.valid_until:
        rule = f"valid from {starts} until {row.valid_until} as listed"
    warnings = list(row.remarks)
    if starts and row.valid_until and starts > row.valid_until:
        warnings.append(f"listed as valid from {starts}, after its end {row.valid_until}")
        starts = row.valid_until
    if row.serial:
        warnings += listed_serial_warnings(row.serial, row.country, rules)
    return Listing(
        label=listing_key(row.name, row.country, row.level, row.valid_until),
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
) -> Comparison:
    """Sort rows into those that tell something new and those that the register holds already."""
    awarded = {
        (*label.key, label.level, label.valid_until) for label in register.labels if label.awarded
    }
    said = {form for one in register.listings for form in _forms(one)}
    new: list[Listing] = []
    known: list[ListedRow] = []
    spans: dict[tuple[str, date, date], Span] = {}
    for row in rows:
        one = listing(row, rules, on=on, by=by, file=file, known=spans)
        key = (*organisation_key(row.name, row.country), row.level, row.valid_until)
        if key in awarded or _content(one, one.website) in said:
            known.append(row)
            continue
        said.update(_forms(one))
        new.append(one)
    return Comparison(new=tuple(new), known=tuple(known))


def _forms(one: Listing) -> tuple[tuple[str, ...], ...]:
    """Give what a listing says, and the same without its address: that says nothing new either."""
    return _content(one, one.website), _content(one, None)


def _content(one: Listing, website: str | None) -> tuple[str, ...]:
    return (one.label, one.level, one.portfolio, website or "", one.serial or "")
