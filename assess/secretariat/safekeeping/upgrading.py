"""A copy of the database before its schema is brought up to date."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import psycopg

from assess.secretariat.database.migration import NEWEST, unreachable, version_of
from assess.secretariat.safekeeping.backing_up import back_up


def copy_before_upgrade(administrator: str, folder: Path) -> Path | None:
    """Write a backup into the folder where steps are missing; None: there is nothing to copy."""
    try:
        with psycopg.connect(administrator) as rows:
            known = rows.execute("SELECT to_regclass('assess.schema_version')").fetchone()
            version = version_of(rows) if known and known[0] else 0
    except psycopg.OperationalError as error:
        raise unreachable(error) from error
    except psycopg.ProgrammingError:
        return None  # it is no address; whoever sets up says so
    if not 0 < version < NEWEST:
        return None
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    moment = f"{datetime.now(UTC):%Y-%m-%d-%H%M%S}"
    target = folder / f"before-schema-{NEWEST}-{moment}.zip"
    back_up(administrator, target, role="assess_owner")
    return target
