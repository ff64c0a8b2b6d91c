"""Keeping accounts and devices, beside the database: made, invited, closed, revoked.

It is done with the service's login in the role of an administrator, who sees no case, and each act
is in the trail.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import NamedTuple
from uuid import UUID, uuid4

import psycopg
from psycopg.rows import dict_row

from assess.core.submission.role import Role
from assess.errors import AssessError, NotFound
from assess.languages import gettext
from assess.secretariat.database.migration import unreachable
from assess.secretariat.database.pool import demand_fitting
from assess.secretariat.service.enrolment import code_hash

_LETTERS = "23456789abcdefghjkmnpqrstuvwxyz"
_GROUPS, _IN_GROUP = 4, 5
"""A code has twenty letters of 31: nearly 100 bits."""

GOOD_FOR = timedelta(days=14)
"""So long a code can be used."""


class Account(NamedTuple):
    """An account as it is kept."""

    id: UUID
    name: str
    roles: tuple[Role, ...]
    countries: tuple[str, ...]
    made_at: datetime
    closed_at: datetime | None
    devices: int
    """How many of its devices may ask."""


class KeptDevice(NamedTuple):
    """A device as it is kept."""

    id: UUID
    account: str
    name: str
    fingerprint: str
    enrolled_at: datetime
    revoked_at: datetime | None


Rows = psycopg.Connection[psycopg.rows.DictRow]


@contextmanager
def office(database: str, role: Role = Role.ADMINISTRATOR) -> Iterator[Rows]:
    """Give a transaction in a role beside the database; what it does is kept when it ends well."""
    demand_fitting(database)
    try:
        with psycopg.connect(
            database, options="-c search_path=assess", row_factory=dict_row
        ) as rows:
            rows.execute("SELECT set_config('assess.roles', %s, true)", (role.value,))
            yield rows
    except psycopg.OperationalError as error:
        raise unreachable(error) from error


def make_account(
    rows: Rows, name: str, roles: tuple[Role, ...], countries: tuple[str, ...] = ()
) -> UUID:
    """Make an account; a coordinator has countries."""
    if not roles:
        raise AssessError(gettext("An account has at least one role."))
    if Role.COORDINATOR in roles and not countries:
        raise AssessError(gettext("A national coordinator has at least one country."))
    made = uuid4()
    rows.execute(
        "INSERT INTO account (id, name, roles, countries) VALUES (%s, %s, %s, %s)",
        (made, name, [role.value for role in roles], list(countries)),
    )
    note(rows, "account", str(made))
    return made


def invite(rows: Rows, account: UUID) -> str:
    """Make a code by which one device of an account makes itself known; it is shown once."""
    letters = "".join(secrets.choice(_LETTERS) for _ in range(_GROUPS * _IN_GROUP))
    code = "-".join(
        letters[start : start + _IN_GROUP] for start in range(0, len(letters), _IN_GROUP)
    )
    rows.execute(
        "INSERT INTO enrolment (code_sha256, account, expires_at) VALUES (%s, %s, now() + %s)",
        (code_hash(code), account, GOOD_FOR),
    )
    note(rows, "code", str(account))
    return code


def accounts(rows: Rows) -> tuple[Account, ...]:
    """Give all accounts by their names."""
    found = rows.execute(
        "SELECT a.*, (SELECT count(*) FROM device d"
        " WHERE d.account = a.id AND d.revoked_at IS NULL) AS devices"
        " FROM account a ORDER BY lower(a.name), a.id"
    )
    return tuple(
        Account(
            row["id"],
            row["name"],
            tuple(map(Role, row["roles"])),
            tuple(row["countries"]),
            row["made_at"],
            row["closed_at"],
            row["devices"],
        )
        for row in found
    )


def account_called(rows: Rows, wanted: str) -> Account:
    """Find an account by its name, or by an unambiguous beginning of name or id."""
    known = accounts(rows)
    exact = [account for account in known if account.name.casefold() == wanted.casefold()]
    begun = [
        account
        for account in known
        if account.name.casefold().startswith(wanted.casefold())
        or str(account.id).startswith(wanted.lower())
    ]
    found = exact or begun
    if not found:
        raise NotFound(gettext("No account is called {wanted}.", wanted=repr(wanted)))
    if len(found) > 1:
        raise NotFound(
            gettext(
                "{wanted} can mean several accounts: {names}. Give the beginning of an id.",
                wanted=repr(wanted),
                names=", ".join(f"{account.name} ({str(account.id)[:8]})" for account in found[:9]),
            )
        )
    return found[0]


def close_account(rows: Rows, account: Account) -> None:
    """Close an account: none of its devices may ask any more."""
    rows.execute("UPDATE account SET closed_at = now() WHERE id = %s", (account.id,))
    note(rows, "close", str(account.id))


def devices(rows: Rows) -> tuple[KeptDevice, ...]:
    """Give all devices, by account and day."""
    found = rows.execute(
        "SELECT d.*, a.name AS account_name FROM device d JOIN account a ON a.id = d.account"
        " ORDER BY lower(a.name), d.enrolled_at"
    )
    return tuple(
        KeptDevice(
            row["id"],
            row["account_name"],
            row["name"],
            bytes(row["public_key"]).hex(),
            row["enrolled_at"],
            row["revoked_at"],
        )
        for row in found
    )


def revoke_device(rows: Rows, wanted: str) -> KeptDevice:
    """Revoke a device by the beginning of its id: from now on it is refused."""
    found = [device for device in devices(rows) if str(device.id).startswith(wanted.lower())]
    if len(found) != 1 or not wanted:
        raise NotFound(
            gettext(
                "{wanted} is not the beginning of the id of one device; "
                "`assess secretariat device list` shows them.",
                wanted=repr(wanted),
            )
        )
    rows.execute(
        "UPDATE device SET revoked_at = coalesce(revoked_at, now()) WHERE id = %s", (found[0].id,)
    )
    note(rows, "revoke", str(found[0].id))
    return found[0]


def note(rows: Rows, what: str, outcome: str) -> None:
    """Write to the trail what was done beside the database."""
    rows.execute("SELECT add_audit(%s, NULL, %s)", (what, outcome))
