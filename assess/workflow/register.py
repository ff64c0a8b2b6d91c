"""The register as a whole: every label with its status on a day, links, and what was told."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from assess.core.life import LabelStatus
from assess.core.register import Label
from assess.core.track import Register
from assess.workflow.desk import Desk


class Registered(NamedTuple):
    """A label of the register with its status on a day."""

    label: Label
    status: LabelStatus


def register_of(desk: Desk, known: date | None = None) -> Register:
    """Give the register as it is known now, or as it was known on a day."""
    register = Register(desk.store.records(), desk.catalogue)
    return register.as_known_on(known) if known else register


def registered(
    desk: Desk, on: date | None = None, *, known: date | None = None
) -> tuple[Registered, ...]:
    """Give every label with its status on a day, by country and name.

    `known` leaves out what was decided, listed or linked after that day.
    """
    register = register_of(desk, known)
    day = on or desk.today
    in_order = sorted(register.labels, key=_place)
    return tuple(Registered(one, register.status(one, day)) for one in in_order)


def _place(label: Label) -> tuple[str, str, str, date]:
    starts = label.interview_date or label.valid_from or date.min
    return label.country, label.name.casefold(), label.level, starts
