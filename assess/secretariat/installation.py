"""The folder of a secretariat on its machine: its keys, and how its database is reached."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import psycopg
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from assess.errors import AssessError
from assess.exchange.submission.age_identity import AgeIdentity, load_or_make_identity
from assess.files import secret_in, write_whole
from assess.languages import gettext
from assess.secretariat.database.migration import make_login, set_up, unreachable
from assess.signature import SigningKey, load_or_make_key


@dataclass(frozen=True)
class Installation:
    """What a secretariat has beside its database; files that only their owner reads."""

    folder: Path

    @cached_property
    def key(self) -> SigningKey:
        """The key that signs receipts."""
        return load_or_make_key(self.folder / "service-key.pem")[0]

    @cached_property
    def identity(self) -> AgeIdentity:
        """The key that opens sealed case files."""
        return load_or_make_identity(self.folder / "sealed-key.txt")

    @property
    def database(self) -> str:
        """How the service reaches its database."""
        return self._address("service-database.txt")

    @property
    def backup_database(self) -> str:
        """How backups reach it."""
        return self._address("backup-database.txt")

    def _address(self, name: str) -> str:
        path = self.folder / name
        try:
            return secret_in(path).strip()
        except FileNotFoundError as error:
            raise AssessError(
                gettext(
                    "{folder} holds no secretariat: {name} is missing. `assess secretariat init` "
                    "sets one up.",
                    folder=self.folder,
                    name=name,
                )
            ) from error
        except (OSError, UnicodeDecodeError) as error:
            raise AssessError(
                gettext("{path} cannot be read: {reason}.", path=path, reason=error)
            ) from error


def install(administrator: str, folder: Path) -> tuple[Installation, int, int]:
    """Set up or bring up to date a database, and keep how it is reached; give the schemas.

    `administrator` is the address of a login that may make roles; it is not kept.
    """
    try:
        name = str(conninfo_to_dict(administrator).get("dbname") or "postgres")
    except psycopg.ProgrammingError as error:
        raise AssessError(
            gettext(
                "{address} is not the address of a PostgreSQL database, such as "
                "postgresql://user@host/name.",
                address=repr(_without_password(administrator)),
            )
        ) from error
    before, after = set_up(administrator)
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        raise AssessError(
            gettext(
                "{folder} cannot be made: {reason}.", folder=folder, reason=error.strerror or error
            )
        ) from error
    made = Installation(folder)
    for kind in ("service", "backup"):
        path = folder / f"{kind}-database.txt"
        is_known = path.exists()
        known = conninfo_to_dict(secret_in(path).strip()) if is_known else {}
        login = str(known.get("user") or f"{name}_{kind}")
        password = str(known.get("password") or secrets.token_urlsafe(24))
        try:
            make_login(administrator, login, f"assess_{kind}", password)
        except psycopg.Error as error:
            raise unreachable(error) from error
        if not is_known:
            address = make_conninfo(administrator, user=login, password=password)
            write_whole(path, f"{address}\n".encode(), is_private=True)
    _ = made.key, made.identity
    return made, before, after


def _without_password(address: str) -> str:
    return address.rpartition("@")[2]
