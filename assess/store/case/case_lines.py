"""The list of cases read at once, before the database is opened to work with it.

Opening checks, migrates and reads with classes that take a third of a second to load. A list can be
shown before that, since what it reads has been there since the first version of the schema.
"""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from datetime import date, datetime
from pathlib import Path
from typing import Any

from assess.core.case.case_line import CaseLine, DetailsLine, FirstList, OrganisationLine
from assess.store.database.connection import connect, journal_of

CASES = """
SELECT cases.id, cases.catalogue, cases.synthetic, cases.created_at,
    organisation.name, organisation.country, organisation.region, organisation.website,
    (SELECT body FROM details WHERE case_id = cases.id ORDER BY +seq DESC LIMIT 1),
    (SELECT body FROM decision
     WHERE case_id = cases.id AND kind = 'state' AND subject = 'state' ORDER BY seq DESC LIMIT 1)
FROM cases JOIN organisation ON organisation.id = cases.organisation
"""
"""Every case as it is stored; an ORDER may follow.

`+seq` keeps SQLite from looking for details among all entries of a case, the newest first.
"""

NEWEST_FIRST = " ORDER BY cases.created_at DESC, cases.id"

_INTERRUPTED = "SELECT case_id, is_open FROM place ORDER BY at DESC LIMIT 1"


def first_list(path: Path) -> FirstList | None:
    """Give the cases of a database that is not encrypted, without changing anything of it.

    None where it cannot be read like this: opening it says why, or mends it.
    """
    try:
        if not path.is_file() or journal_of(path).exists():  # a write may not be finished
            return None
        with closing(connect(path, None, read_only=True)) as connection:
            connection.execute("PRAGMA busy_timeout = 0")  # somebody writes: opening waits for it
            rows = connection.execute(CASES + NEWEST_FIRST).fetchall()
            place = connection.execute(_INTERRUPTED).fetchone()
        lines = tuple(_line(row) for row in rows)
    except (sqlite3.Error, OSError, ValueError, TypeError, LookupError):
        return None
    return FirstList(lines, place[0] if place and place[1] else None)


def _line(row: tuple[Any, ...]) -> CaseLine:
    identifier, catalogue, synthetic, created_at, name, country, region, _, details, state = row
    stated = json.loads(details)
    return CaseLine(
        id=identifier,
        organisation=OrganisationLine(name, country, region),
        details=DetailsLine(
            stated["portfolio"],
            date.fromisoformat(stated["interview_date"]),
            stated["mode"],
            stated["expert"],
            stated.get("project_code"),
        ),
        catalogue=catalogue,
        state=json.loads(state)["state"] if state else "in_progress",
        synthetic=bool(synthetic),
        created_at=datetime.fromisoformat(created_at),
    )
