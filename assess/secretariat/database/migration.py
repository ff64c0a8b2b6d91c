"""The schema of the secretariat's database, in numbered steps of plain SQL.

Each step and its number are one transaction. Whoever runs them is an administrator of PostgreSQL:
the roles are made first, and everything then belongs to `assess_owner`, which bypasses row-level
security, so that a step sees every row. The service's login is a member of `assess_service` and
owns nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from importlib.resources import files
from typing import LiteralString

import psycopg
from psycopg import sql

from assess.core.text.name import identity_key
from assess.errors import AssessError
from assess.languages import gettext

SCHEMA = "assess"
OLDEST_SERVER = 15
"""The oldest PostgreSQL that the steps are written for."""

WITH_KEYS = 3
"""The step from which on a case says which organisation it is of."""

_LOCK = 8240
"""Two who set up at once do it one after the other."""

_ROLES: dict[str, LiteralString] = {
    "assess_owner": "NOLOGIN BYPASSRLS",
    "assess_backup": "NOLOGIN BYPASSRLS",
    "assess_service": "NOLOGIN",
}


@dataclass(frozen=True)
class SchemaStep:
    """A numbered step: its SQL."""

    number: int
    text: str


def steps() -> tuple[SchemaStep, ...]:
    """Give the steps that this program knows, in their order."""
    folder = files("assess.secretariat.database") / "migrations"
    found = [
        SchemaStep(int(named[1]), path.read_text(encoding="utf-8"))
        for path in folder.iterdir()
        if (named := re.fullmatch(r"(\d{4})_\w+\.sql", path.name))
    ]
    return tuple(sorted(found, key=lambda step: step.number))


NEWEST = steps()[-1].number
"""The schema that this program works with."""


def set_up(database: str, *, up_to: int = NEWEST) -> tuple[int, int]:
    """Make the roles and take the steps that are missing; give the schema before and after.

    `database` is a connection of an administrator of PostgreSQL. Raises AssessError where the
    server is too old, the schema newer than this program, or the right to make roles is missing.
    """
    try:
        with psycopg.connect(database, autocommit=True) as connection:
            if connection.info.server_version < OLDEST_SERVER * 10_000:
                raise AssessError(
                    gettext(
                        "PostgreSQL {version} is too old; {oldest} or newer is needed.",
                        version=connection.info.server_version // 10_000,
                        oldest=OLDEST_SERVER,
                    )
                )
            connection.execute("SELECT pg_advisory_lock(%s)", (_LOCK,))
            _make_roles(connection)
            return _take_steps(connection, up_to)
    except psycopg.errors.InsufficientPrivilege as error:
        raise AssessError(
            gettext(
                "The database cannot be set up: {reason}. It takes an administrator of PostgreSQL.",
                reason=_first_line(error),
            )
        ) from error
    except psycopg.OperationalError as error:
        raise unreachable(error) from error


def unreachable(error: Exception) -> AssessError:
    """Give the error for a database that cannot be reached."""
    return AssessError(
        gettext(
            "The secretariat's database cannot be reached: {reason}.", reason=_first_line(error)
        )
    )


def _first_line(error: Exception) -> str:
    return str(error).strip().split("\n")[0].rstrip(".")


def _make_roles(connection: psycopg.Connection) -> None:
    for name, attributes in _ROLES.items():
        known = connection.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", (name,)).fetchone()
        if known is None:
            connection.execute(
                sql.SQL("CREATE ROLE {} {}").format(sql.Identifier(name), sql.SQL(attributes))
            )
    connection.execute("GRANT assess_owner TO CURRENT_USER")


def _take_steps(connection: psycopg.Connection, up_to: int) -> tuple[int, int]:
    with connection.transaction():
        connection.execute("CREATE SCHEMA IF NOT EXISTS assess AUTHORIZATION assess_owner")
        connection.execute("GRANT USAGE ON SCHEMA assess TO assess_service, assess_backup")
        connection.execute("SET LOCAL ROLE assess_owner")
        connection.execute(
            "CREATE TABLE IF NOT EXISTS assess.schema_version ("
            "number integer PRIMARY KEY, taken_at timestamptz NOT NULL DEFAULT now())"
        )
    before = version_of(connection)
    refuse_newer(before)
    for step in steps():
        if before < step.number <= up_to:
            with connection.transaction():
                connection.execute("SET LOCAL ROLE assess_owner")
                connection.execute("SET LOCAL search_path = assess")
                connection.execute(step.text.encode())
                if step.number == WITH_KEYS:
                    _fill_keys(connection)
                connection.execute(
                    "INSERT INTO schema_version (number) VALUES (%s)", (step.number,)
                )
    return before, version_of(connection)


def _fill_keys(connection: psycopg.Connection) -> None:
    """Fill in which organisation each case is of, where a step before did not know it."""
    rows = connection.execute('SELECT id, organisation FROM "case"').fetchall()
    connection.cursor().executemany(
        'UPDATE "case" SET organisation_key = %s WHERE id = %s',
        [(identity_key(organisation), case) for case, organisation in rows],
    )


def version_of(connection: psycopg.Connection) -> int:
    """Give the number of the last step that was taken; 0: none."""
    row = connection.execute(
        "SELECT coalesce(max(number), 0) FROM assess.schema_version"
    ).fetchone()
    return int(row[0]) if row else 0


def refuse_newer(version: int) -> None:
    """Refuse a schema that a newer program made."""
    if version > NEWEST:
        raise AssessError(
            gettext(
                "The secretariat's database has schema {version}; this program knows schemas up to "
                "{newest}. Update the program.",
                version=version,
                newest=NEWEST,
            )
        )


def make_login(database: str, name: str, group: str, password: str) -> None:
    """Make a login for the service or for backups, or give it a new password.

    That of backups works as its group, since the right to see all rows is not inherited.
    """
    login, of = sql.Identifier(name), sql.Identifier(group)
    with psycopg.connect(database, autocommit=True) as connection:
        known = connection.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", (name,)).fetchone()
        begin = "ALTER ROLE {} LOGIN PASSWORD {}" if known else "CREATE ROLE {} LOGIN PASSWORD {}"
        connection.execute(sql.SQL(begin).format(login, sql.Literal(password)))
        connection.execute(sql.SQL("GRANT {} TO {}").format(of, login))
        if group == "assess_backup":
            connection.execute(
                sql.SQL("ALTER ROLE {} SET role = {}").format(login, sql.Literal(group))
            )
