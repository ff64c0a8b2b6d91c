"""Cases and organisations in the store."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

from assess.core.case.assessment import Case, Details
from assess.core.case.organisation import Organisation
from assess.core.text.name import identity_key
from assess.errors import NotFound
from assess.languages import gettext
from assess.store.case.case_lines import CASES, NEWEST_FIRST
from assess.store.case.states import state_in
from assess.store.database.ledger import Ledger, NewEntry
from assess.store.database.record.entry_writer import DATABASE

_IS_SAME = """
organisation.country = ? AND
(organisation.name_key = ? OR organisation.name_key BETWEEN ? AND ?)
"""
"""One organisation may have several rows: see the migration m007."""


class Cases:
    """Adds, finds and changes cases."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def add(self, case: Case, *, by: str | None) -> Case:
        """Add a case; an organisation of the same name and country is taken as it is known."""
        with self._ledger.writing():
            known = self._insert(case)
            at = case.created_at
            head = {"catalogue": case.catalogue, "synthetic": case.synthetic}
            head |= {**self._stated(known), "created_at": at.isoformat()}
            self._ledger.append("case", case.id, NewEntry(json.dumps(head), at))
            self._ledger.append("details", case.id, _entry(case.details, by, at))
        return self.get(case.id)

    def adopt(self, case: Case) -> None:
        """Add the row of a case whose entries come from elsewhere, within `writing`."""
        self._insert(case)

    def readopt(self, case: Case) -> None:
        """Let the row of a case follow entries that came from elsewhere, within `writing`."""
        ((before,),) = self._ledger.rows("SELECT organisation FROM cases WHERE id = ?", (case.id,))
        known = self._organisation_id(case.organisation, preferred=before)
        self._ledger.run(
            "UPDATE cases SET organisation = ?, catalogue = ?, synthetic = ?, created_at = ? "
            "WHERE id = ?",
            (known, case.catalogue, int(case.synthetic), case.created_at.isoformat(), case.id),
        )
        self._drop_unused(before)

    def state_organisation(self, case: Case, *, at: datetime) -> None:
        """Enter what is known here of the organisation of a case that came from elsewhere."""
        ((known,),) = self._ledger.rows("SELECT organisation FROM cases WHERE id = ?", (case.id,))
        entry = NewEntry(json.dumps(self._stated(known)), at)
        self._ledger.append("organisation", DATABASE, entry)

    def _drop_unused(self, organisation: int) -> None:
        self._ledger.run(
            "DELETE FROM organisation WHERE id = ? AND id NOT IN (SELECT organisation FROM cases)",
            (organisation,),
        )

    def _insert(self, case: Case) -> int:
        """Add the row of a case; give that of its organisation."""
        known = self._organisation_id(case.organisation)
        self._ledger.run(
            "INSERT INTO cases (id, organisation, catalogue, synthetic, created_at) "
            "VALUES (?, ?, ?, ?, ?)",
            (case.id, known, case.catalogue, int(case.synthetic), case.created_at.isoformat()),
        )
        return known

    def _stated(self, organisation: int) -> dict[str, str | None]:
        """Give what is known of an organisation as an entry states it."""
        query = "SELECT name, country, region, website FROM organisation WHERE id = ?"
        ((*said,),) = self._ledger.rows(query, (organisation,))
        return dict(zip(("name", "country", "region", "website"), said, strict=True))

    def get(self, case_id: str) -> Case:
        """Give a case by its id; NotFound if there is none."""
        rows = self._ledger.rows(CASES + " WHERE cases.id = ?", (case_id,))
        if not rows:
            raise NotFound(gettext("There is no case {case}.", case=repr(case_id)))
        return _case(rows[0])

    def all(self) -> tuple[Case, ...]:
        """Give every case, the newest first."""
        rows = self._ledger.rows(CASES + NEWEST_FIRST)
        return tuple(_case(row) for row in rows)

    def of(self, organisation: Organisation) -> tuple[Case, ...]:
        """Give the cases of an organisation, however its name is written, the newest first."""
        rows = self._ledger.rows(
            CASES + f" WHERE {_IS_SAME}" + NEWEST_FIRST,
            _same(organisation),
        )
        return tuple(_case(row) for row in rows)

    def organisations(self) -> tuple[Organisation, ...]:
        """Give every organisation, by name.

        One whose name was two names in an older version may be there under each of them.
        """
        rows = self._ledger.rows(
            "SELECT name, country, region, website FROM organisation ORDER BY name_key"
        )
        return tuple(_organisation(row) for row in rows)

    def change(
        self,
        case_id: str,
        organisation: Organisation,
        details: Details,
        *,
        by: str | None,
        at: datetime,
    ) -> Case:
        """Keep new details of a case; a changed name or country moves it to that organisation."""
        with self._ledger.writing():
            ((before,),) = self._ledger.rows(
                "SELECT organisation FROM cases WHERE id = ?", (case_id,)
            )
            stated = self._stated(before)
            known = self._organisation_id(organisation, preferred=before)
            if known == before:
                self._ledger.run(
                    "UPDATE organisation SET name = ?, region = ?, website = ? WHERE id = ?",
                    (organisation.name, organisation.region, organisation.website, known),
                )
            else:  # another organisation: what is known of it stays, and the old one may be gone
                self._ledger.run("UPDATE cases SET organisation = ? WHERE id = ?", (known, case_id))
                self._drop_unused(before)
            if (now := self._stated(known)) != stated:
                self._ledger.append("organisation", case_id, NewEntry(json.dumps(now), at, by))
            if details != self.get(case_id).details:
                self._ledger.append("details", case_id, _entry(details, by, at))
        return self.get(case_id)

    def _organisation_id(self, organisation: Organisation, *, preferred: int = 0) -> int:
        """Give the row of an organisation; of several the preferred one, or that of this name."""
        rows = self._ledger.rows(
            f"SELECT id FROM organisation WHERE {_IS_SAME} "  # noqa: S608  our own words
            "ORDER BY id = ? DESC, name = ? DESC, id LIMIT 1",
            (*_same(organisation), preferred, organisation.name),
        )
        if rows:
            self._ledger.run(
                "UPDATE organisation SET region = coalesce(region, ?), "
                "website = coalesce(website, ?) WHERE id = ?",
                (organisation.region, organisation.website, rows[0][0]),
            )
            return int(rows[0][0])
        cursor = self._ledger.run(
            "INSERT INTO organisation (name, name_key, country, region, website) "
            "VALUES (?, ?, ?, ?, ?)",
            (
                organisation.name,
                identity_key(organisation.name),
                organisation.country,
                organisation.region,
                organisation.website,
            ),
        )
        return int(cursor.lastrowid or 0)


def _same(organisation: Organisation) -> tuple[str, ...]:
    """Give the values for `_IS_SAME`: the keys with a line break and a number stand together."""
    key = identity_key(organisation.name)
    return organisation.country, key, f"{key}\n", f"{key}\n:"


def _entry(details: Details, by: str | None, at: datetime) -> NewEntry:
    return NewEntry(details.model_dump_json(), at, by)


def _organisation(row: tuple[Any, ...]) -> Organisation:
    name, country, region, website = row
    return Organisation(name=name, country=country, region=region, website=website)


def _case(row: tuple[Any, ...]) -> Case:
    identifier, catalogue, synthetic, created_at, *organisation, details, state = row
    return Case(
        id=identifier,
        organisation=_organisation(tuple(organisation)),
        details=Details.model_validate_json(details),
        catalogue=catalogue,
        state=state_in(state),
        synthetic=bool(synthetic),
        created_at=datetime.fromisoformat(created_at),
    )
