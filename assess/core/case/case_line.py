"""A case as a list shows it first, made of plain values: nothing has to be loaded for it."""

from __future__ import annotations

from datetime import date, datetime
from typing import NamedTuple


class OrganisationLine(NamedTuple):
    """The organisation of a case."""

    name: str
    country: str
    region: str | None


class DetailsLine(NamedTuple):
    """What a list shows of the details of a case."""

    portfolio: str
    interview_date: date
    mode: str
    expert: str
    project_code: str | None


class CaseLine(NamedTuple):
    """A case, with the names that `Case` has for the same."""

    id: str
    organisation: OrganisationLine
    details: DetailsLine
    catalogue: str
    state: str
    synthetic: bool
    created_at: datetime


class FirstList(NamedTuple):
    """The cases of a database, the newest first, and the id of the one that was interrupted."""

    cases: tuple[CaseLine, ...]
    interrupted: str | None
