"""Statistics of the register: labels by level, country, portfolio and year, and progress."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date

from assess.core.case.organisation import OrganisationKey
from assess.core.catalogue.level import LEVELS, highest, rank
from assess.core.label.validity import add_months
from assess.core.register.record import Label
from assess.core.register.register import Register
from assess.core.register.trend import Flow, QuarterEnd, ends_by_quarter, flows
from assess.core.register.validity_timeline import LabelStatus
from assess.core.text.name import plain_words
from assess.core.text.value import Value

SOON_MONTHS = 12


class CountRow(Value):
    """The labels of one country, portfolio or year, by level."""

    key: str
    valid: dict[str, int]
    """Labels valid on the day, by level."""
    organisations: int
    """Organisations with at least one of them."""
    ever: int
    """Organisations that held one on the day or before."""


class Year(Value):
    """The labels of one year."""

    year: int
    given: dict[str, int]
    """Labels whose validity began in the year, by level."""
    valid: dict[str, int]
    """Labels valid on its last day, or on the day of the statistics."""


class LevelProgress(Value):
    """How far an organisation has come: since when it held each level, and the highest now."""

    name: str
    country: str
    since: dict[str, date]
    highest_valid: str | None
    highest_ever: str
    may_be_valid: bool = False
    """Whether no label is known to be valid, but of one it is not known."""
    synthetic: bool = False


class Statistics(Value):
    """The register in numbers on a day."""

    on: date
    total: CountRow
    by_country: tuple[CountRow, ...]
    by_portfolio: tuple[CountRow, ...]
    by_year: tuple[Year, ...]
    expiring: int
    """Valid labels that end within twelve months."""
    renewable: int
    lapsed: int
    """Labels that lapsed within the last twelve months."""
    undated: int
    """Labels that lists name without a date; they are in no other number but `ever`."""
    ends: tuple[QuarterEnd, ...]
    """When valid labels end, by quarter."""
    flows: tuple[Flow, ...]
    """How far organisations came: Bronze, Silver, Gold."""


def statistics(register: Register, on: date) -> Statistics:
    """Count the labels of the register on a day."""
    given = [
        label
        for label in register.labels
        if label.given is not None and (label.valid_from or label.given.on) <= on
    ]
    status = {(label.case, label.level): register.status(label, on) for label in given}

    def valid(label: Label) -> bool:
        return status[label.case, label.level] is LabelStatus.VALID

    soon, ago = add_months(on, SOON_MONTHS), add_months(on, -SOON_MONTHS)
    lapsed = [
        label
        for label in given
        if status[label.case, label.level] is LabelStatus.LAPSED
        and label.valid_until
        and register.status(label, ago) in (LabelStatus.VALID, LabelStatus.EXPIRED_RENEWABLE)
    ]
    return Statistics(
        on=on,
        total=_row("", given, valid, register),
        by_country=_rows(given, lambda label: label.country, valid, register),
        by_portfolio=_rows(given, lambda label: label.portfolio, valid, register),
        by_year=_years(given, register, on),
        expiring=sum(
            valid(label) and label.valid_until is not None and label.valid_until <= soon
            for label in given
        ),
        renewable=sum(
            label_status is LabelStatus.EXPIRED_RENEWABLE for label_status in status.values()
        ),
        lapsed=len(lapsed),
        undated=sum(label.valid_until is None for label in given),
        ends=ends_by_quarter(
            (label.valid_until for label in given if valid(label) and label.valid_until), on
        ),
        flows=flows(_levels_held(given, register)),
    )


def _levels_held(labels: Iterable[Label], register: Register) -> Iterator[frozenset[str]]:
    held: dict[OrganisationKey, set[str]] = defaultdict(set)
    for label in labels:
        held[register.organisation(label.key)].add(label.level)
    yield from map(frozenset, held.values())


def _rows(
    labels: Iterable[Label],
    key: Callable[[Label], str],
    valid: Callable[[Label], bool],
    register: Register,
) -> tuple[CountRow, ...]:
    gathered: dict[str, list[Label]] = defaultdict(list)
    for label in labels:
        gathered[key(label)].append(label)
    return tuple(_row(name, gathered[name], valid, register) for name in sorted(gathered))


def _row(
    key: str, labels: Sequence[Label], valid: Callable[[Label], bool], register: Register
) -> CountRow:
    held = [label for label in labels if valid(label)]
    return CountRow(
        key=key,
        valid={level: sum(label.level == level for label in held) for level in LEVELS},
        organisations=len({register.organisation(label.key) for label in held}),
        ever=len({register.organisation(label.key) for label in labels}),
    )


def _years(labels: Sequence[Label], register: Register, on: date) -> tuple[Year, ...]:
    """Count by year in one pass over the lives: a label adds to the years that its spans touch."""
    given: dict[int, dict[str, int]] = defaultdict(lambda: dict.fromkeys(LEVELS, 0))
    valid: dict[int, dict[str, int]] = defaultdict(lambda: dict.fromkeys(LEVELS, 0))
    first, last = on.year, on.year
    for label in labels:
        if label.valid_from is None:
            continue
        given[label.valid_from.year][label.level] += 1
        first = min(first, label.valid_from.year)
        for span in register.life(label):
            if span.status is LabelStatus.VALID and span.first and span.last:
                for year in range(span.first.year, min(span.last.year, last) + 1):
                    end = min(date(year, 12, 31), on)
                    valid[year][label.level] += span.first <= end <= span.last
    return tuple(
        Year(year=year, given=dict(given[year]), valid=dict(valid[year]))
        for year in range(first, last + 1)
    )


def progress(register: Register, on: date) -> tuple[LevelProgress, ...]:
    """Give how far each organisation has come by a day, those with the highest level first."""
    gathered: dict[OrganisationKey, list[Label]] = defaultdict(list)
    for label in register.labels:
        if label.given is not None and (label.valid_from or label.given.on) <= on:
            gathered[register.organisation(label.key)].append(label)
    found = [_progress(labels, register, on) for labels in gathered.values()]
    return tuple(
        sorted(
            found,
            key=lambda organisation: (
                -rank(organisation.highest_ever),
                organisation.country,
                plain_words(organisation.name),
            ),
        )
    )


def _progress(labels: Sequence[Label], register: Register, on: date) -> LevelProgress:
    since: dict[str, date] = {}
    for label in labels:
        starts = label.valid_from or (label.given.on if label.given else on)
        since[label.level] = min(since.get(label.level, starts), starts)
    statuses = [(label.level, register.status(label, on)) for label in labels]
    valid = [level for level, status in statuses if status is LabelStatus.VALID]
    may_be = not valid and any(status is LabelStatus.UNKNOWN for _, status in statuses)
    newest = max(
        labels, key=lambda label: (label.valid_until or date.min, label.valid_from or date.min)
    )
    return LevelProgress(
        name=newest.name,
        country=newest.country,
        since={level: since[level] for level in LEVELS if level in since},
        highest_valid=highest(valid),
        highest_ever=max(since, key=rank),
        may_be_valid=may_be,
        synthetic=newest.synthetic,
    )
