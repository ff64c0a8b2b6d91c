"""Cases and organisations in the store."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from assess.core.case.assessment import Case, Details, Organisation, State, StateChange
from assess.errors import NotFound
from assess.store.ledger import Ledger

_CASES = """
SELECT cases.id, cases.catalogue, cases.synthetic, cases.created_at,
    organisation.name, organisation.country, organisation.region, organisation.website,
    (SELECT body FROM details WHERE case_id = cases.id ORDER BY seq DESC LIMIT 1),
    (SELECT body FROM decision
     WHERE case_id = cases.id AND kind = 'state' AND subject = 'state' ORDER BY seq DESC LIMIT 1)
FROM cases JOIN organisation ON organisation.id = cases.organisation
"""

_STATE = """
SELECT (SELECT body FROM decision
        WHERE case_id = cases.id AND kind = 'state' AND subject = 'state' ORDER BY seq DESC LIMIT 1)
FROM cases WHERE id = ?
"""


class Cases(Ledger):
    """Adds, finds and changes cases."""

    def add_case(self, case: Case, *, by: str | None) -> Case:
        """Add a case; an organisation of the same name and country is taken as it is known."""
        with self.writing():
            self.put_case(case, by)
        return self.case(case.id)

    def put_case(self, case: Case, by: str | None) -> None:
        """Add a case within `writing`."""
        self.run(
            "INSERT INTO cases (id, organisation, catalogue, synthetic, created_at) "
            "VALUES (?, ?, ?, ?, ?)",
            (
                case.id,
                self._organisation_id(case.organisation),
                case.catalogue,
                int(case.synthetic),
                case.created_at.isoformat(),
            ),
        )
        self.append("details", case.id, _body(case.details), by, case.created_at)

    def case(self, case_id: str) -> Case:
        """Give a case by its id; NotFound if there is none."""
        rows = self.rows(f"{_CASES} WHERE cases.id = ?", (case_id,))
        if not rows:
            raise NotFound(f"There is no case {case_id!r}.")
        return _case(rows[0])

    def state_of(self, case_id: str) -> State:
        """Give the state of a case; NotFound if there is none."""
        rows = self.rows(_STATE, (case_id,))
        if not rows:
            raise NotFound(f"There is no case {case_id!r}.")
        return _state(rows[0][0])

    def cases(self) -> tuple[Case, ...]:
        """Give every case, the newest first."""
        rows = self.rows(f"{_CASES} ORDER BY cases.created_at DESC, cases.id")
        return tuple(_case(row) for row in rows)

    def cases_of(self, organisation: Organisation) -> tuple[Case, ...]:
        """Give the cases of an organisation, the newest first."""
        key = (organisation.name.casefold(), organisation.country)
        rows = self.rows(
            f"{_CASES} WHERE organisation.name_key = ? AND organisation.country = ? "
            "ORDER BY cases.created_at DESC, cases.id",
            key,
        )
        return tuple(_case(row) for row in rows)

    def organisations(self) -> tuple[Organisation, ...]:
        """Give every organisation, by name."""
        rows = self.rows(
            "SELECT name, country, region, website FROM organisation ORDER BY name_key"
        )
        return tuple(_organisation(row) for row in rows)

    def change_details(
        self,
        case_id: str,
        organisation: Organisation,
        details: Details,
        *,
        by: str | None,
        at: datetime,
    ) -> Case:
        """Keep new details of a case; a changed name or country moves it to that organisation."""
        with self.writing():
            ((before,),) = self.rows("SELECT organisation FROM cases WHERE id = ?", (case_id,))
            known = self._organisation_id(organisation)
            if known == before:
                self.run(
                    "UPDATE organisation SET name = ?, region = ?, website = ? WHERE id = ?",
                    (organisation.name, organisation.region, organisation.website, known),
                )
            else:  # another organisation: what is known of it stays, and the old one may be gone
                self.run("UPDATE cases SET organisation = ? WHERE id = ?", (known, case_id))
                self.run(
                    "DELETE FROM organisation WHERE id = ? "
                    "AND id NOT IN (SELECT organisation FROM cases)",
                    (before,),
                )
            if details != self.case(case_id).details:
                self.append("details", case_id, _body(details), by, at)
        return self.case(case_id)

    def _organisation_id(self, organisation: Organisation) -> int:
        key = (organisation.name.casefold(), organisation.country)
        rows = self.rows("SELECT id FROM organisation WHERE name_key = ? AND country = ?", key)
        if rows:
            self.run(
                "UPDATE organisation SET region = coalesce(region, ?), "
                "website = coalesce(website, ?) WHERE id = ?",
                (organisation.region, organisation.website, rows[0][0]),
            )
            return int(rows[0][0])
        cursor = self.run(
            "INSERT INTO organisation (name, name_key, country, region, website) "
            "VALUES (?, ?, ?, ?, ?)",
            (organisation.name, *key, organisation.region, organisation.website),
        )
        return int(cursor.lastrowid or 0)


def _body(details: Details) -> dict[str, str]:
    return {"body": details.model_dump_json()}


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
        state=_state(state),
        synthetic=bool(synthetic),
        created_at=datetime.fromisoformat(created_at),
    )


def _state(body: str | None) -> State:
    return StateChange.model_validate_json(body).state if body else State.IN_PROGRESS
