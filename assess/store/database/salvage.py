"""Salvage: everything that can still be read of a damaged database, saved to a new one."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path
from types import MappingProxyType
from typing import Any

from sqlite_utils import Database

from assess.core.text.value import Value
from assess.errors import DamagedStore, StoreFault
from assess.languages import gettext
from assess.store.database.backup import daily_backups
from assess.store.database.connection import Passphrase, connect, is_encrypted, journal_of
from assess.store.database.damaged import Copy, Damaged, Write, lend_schema
from assess.store.database.fault_text import (
    database_errors,
    demand_whole,
    explained,
    is_about_writing,
)
from assess.store.database.file_copy import give_name, unfinished
from assess.store.database.migrations import migrations

_ADDED_TO = ("entry", "details", "answer", "decision", "register", "edition", "plan")
"""The tables that are only ever added to and numbered without gaps: since m012, and before."""

_PASSING = frozenset(("draft", "place", "presence", "form"))
"""Tables of the moment: what a backup knows of them is out of date."""


class Salvaged(Value):
    """What was saved and where.

    `rows` counts by table what is there now; `from_backup` what of it was taken from the newest
    backup, because it could not be read; `lost` says in words what may be missing.
    """

    target: Path
    rows: Mapping[str, int]
    from_backup: Mapping[str, int] = MappingProxyType({})
    lost: tuple[str, ...] = ()


def is_damaged(path: Path, passphrase: Passphrase | None = None) -> bool:
    """Tell whether a file is a database with damage, as far as a quick check sees."""
    try:
        with (
            explained(path, passphrase),
            closing(connect(path, passphrase, read_only=True)) as connection,
        ):
            demand_whole(connection, path)
    except DamagedStore:
        return True
    except StoreFault:
        return False
    return False


def salvage(path: Path, *, now: datetime, passphrase: Passphrase | None = None) -> Salvaged:
    """Save every row that can be read to a new database beside the damaged one, left as it is.

    What cannot be read is taken from the newest daily backup, if that is one of the same database.
    The new one is encrypted as the damaged one is.
    """
    target = path.with_name(f"{path.stem}.salvaged-{now:%Y%m%d-%H%M%S}.db")
    if target.exists():
        raise StoreFault(
            gettext("{path} exists already; check it before you try again.", path=target)
        )
    with unfinished(target) as new, _readable(path, passphrase) as readable:
        damaged = Damaged(readable, passphrase)
        with explained(target), closing(connect(new, passphrase)) as saved:
            _make_schema(saved, damaged)
            whole = _take_readable(saved, damaged)
            if not any(_count(saved, table) for table in ("cases", *_added_to(saved))):
                raise StoreFault(
                    gettext(
                        "Nothing in {path} can be read. `assess restore` lists the backups.",
                        path=path,
                    )
                )
            readable_entries = _by_kind(saved)
            taken = dict(_take_from_backup(saved, path, passphrase, whole))
            counts = {table: _count(saved, table) for table in whole} | _by_kind(saved)
            if taken.pop("entry", 0):  # said kind by kind
                gained = {
                    kind: number - readable_entries.get(kind, 0)
                    for kind, number in _by_kind(saved).items()
                }
                taken |= {kind: number for kind, number in gained.items() if number}
            lost = _still_missing(saved, damaged, whole)
        give_name(new, target, like=path)
    return Salvaged(target=target, rows=counts, from_backup=taken, lost=lost)


@contextmanager
def _readable(path: Path, passphrase: Passphrase | None) -> Iterator[Path]:
    """Give the file; or a copy with the schema of the newest backup, if its own cannot be read.

    Those pages say where the tables begin, which does not change from one day to the next. An
    interrupted write is settled in a copy as well: the damaged file stays as it is.
    """
    with unfinished(path) as copy:
        readable = path
        if journal_of(path).exists():
            _copy_with_journal(path, copy)
            readable = copy
        backup = _newest_backup(path)
        schema = list(Damaged(readable, passphrase).read("SELECT name FROM sqlite_master"))
        is_plain = passphrase is None and backup is not None and not is_encrypted(backup)
        if None in schema and is_plain and backup is not None:
            with explained(copy):
                if readable is not copy:
                    shutil.copyfile(path, copy)
                lend_schema(backup, copy)
            readable = copy
        yield readable


def _copy_with_journal(path: Path, copy: Path) -> None:
    with explained(copy):
        shutil.copyfile(path, copy)
        shutil.copyfile(journal_of(path), journal_of(copy))


def _make_schema(saved: sqlite3.Connection, damaged: Damaged) -> None:
    """Make the tables that the damaged database had; those of later versions come on opening it."""
    had = damaged.column("SELECT name FROM _sqlite_migrations WHERE migration_set = 'assess'")
    new = Database(saved, execute_plugins=False)
    pending = [migration.name for migration in migrations.pending(new)]
    later = [name for name in pending if had and name not in had]
    migrations.apply(new, stop_before=later or None)


def _take_readable(saved: sqlite3.Connection, damaged: Damaged) -> dict[str, bool]:
    """Copy what can be read; tells for each table whether all of it could be."""
    whole = {}
    for table in _tables(saved):
        names = ", ".join(_columns(saved, table))
        saved.execute("BEGIN")
        if _has_numbers(saved, table):
            last = damaged.column("SELECT seq FROM sqlite_sequence WHERE name = ?", (table,))
            query = f"SELECT rowid, {names} FROM {table}"  # noqa: S608  our own names
            copy = Copy(damaged, _writer(saved, table), query)
            whole[table] = copy.span(1, int(last[0]) if last else 2**62)
        else:
            whole[table] = _copy_sorted(saved, damaged, table, names)
        saved.execute("COMMIT")
    return whole


def _copy_sorted(saved: sqlite3.Connection, damaged: Damaged, table: str, names: str) -> bool:
    """Copy a table without numbers from its beginning and from its end."""
    write = _writer(saved, table)
    keys = _keys(saved, table)
    is_whole = True
    for direction in ("ASC", "DESC"):
        order = ", ".join(f"{key} {direction}" for key in keys)
        query = f"SELECT {names} FROM {table} ORDER BY {order}"  # noqa: S608  our own names
        for row in damaged.read(query):
            is_whole &= row is not None and write(row)
        if is_whole:
            break
    return is_whole


def _take_from_backup(
    saved: sqlite3.Connection, path: Path, passphrase: Passphrase | None, whole: dict[str, bool]
) -> dict[str, int]:
    """Take what is missing from the newest backup; gives how many rows, by table."""
    taken: dict[str, int] = {}
    backup = _newest_backup(path)
    wanted = [table for table, is_whole in whole.items() if not is_whole and table not in _PASSING]
    if backup is None or not wanted:
        return taken
    kept = Damaged(backup, passphrase if is_encrypted(backup) else None)
    if any(_contradicts(saved, kept, table) for table in _added_to(saved)):
        return taken
    saved.execute("BEGIN")
    for table in wanted:
        write = _writer(saved, table)
        names = ", ".join(_columns(saved, table))
        rows = kept.read(f"SELECT {names} FROM {table}")  # noqa: S608  our own names
        if number := sum(row is not None and write(row) for row in rows):
            taken[table] = number
    saved.execute("COMMIT")
    return taken


def _newest_backup(path: Path) -> Path | None:
    return next(reversed(daily_backups(path)), None)


def _contradicts(saved: sqlite3.Connection, backup: Damaged, table: str) -> bool:
    """Tell whether a backup has another row under a number: it is then of another database."""
    query = f"SELECT seq, hash FROM {table}"  # noqa: S608  our own names
    known = dict(saved.execute(query))
    rows = backup.read(query)
    return any(row is not None and known.get(row[0], row[1]) != row[1] for row in rows)


def _still_missing(
    saved: sqlite3.Connection, damaged: Damaged, whole: dict[str, bool]
) -> tuple[str, ...]:
    """Name the tables in which something is missing, and the rows that nothing leads to any more.

    A case without organisation or details cannot be shown; its answers stay, and are named here.
    """
    numbered = _added_to(saved)
    lost = [table for table, is_whole in whole.items() if not is_whole and table not in numbered]
    for table in numbered:  # these are numbered without gaps
        numbers = damaged.column("SELECT seq FROM sqlite_sequence WHERE name = ?", (table,))
        if _count(saved, table) < max(numbers, default=0) or not (numbers or whole[table]):
            lost.append(table)
        if numbers:  # a number is not given out twice
            saved.execute(
                "UPDATE sqlite_sequence SET seq = max(seq, ?) WHERE name = ?", (numbers[0], table)
            )
    saved.execute(
        "DELETE FROM cases WHERE organisation NOT IN (SELECT id FROM organisation) "
        "OR id NOT IN (SELECT case_id FROM details)"
    )
    hidden = saved.execute(
        "SELECT DISTINCT case_id FROM answer WHERE case_id NOT IN (SELECT id FROM cases)"
    )
    lost += [gettext("the history of the answers of case {case}", case=case) for (case,) in hidden]
    return tuple(map(_in_words, lost))


def _in_words(table: str) -> str:
    """Say what stands in a table; what is no table of these was said already."""
    words = {
        "cases": gettext("cases"),
        "entry": gettext("entries of the record"),
        "organisation": gettext("organisations"),
        "details": gettext("details of cases"),
        "answer": gettext("answers"),
        "decision": gettext("decisions"),
        "register": gettext("entries of the register"),
        "draft": gettext("texts that are not answers yet"),
        "place": gettext("the places where interviews were left"),
        "spell": gettext("working time"),
        "proposal": gettext("proposals"),
        "stored_file": gettext("copies of evidence"),
        "form": gettext("forms not saved yet"),
    }
    return words.get(table, table)


def _tables(connection: sqlite3.Connection) -> list[str]:
    query = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT GLOB '*sqlite_*'"
    return [str(name) for (name,) in connection.execute(query) if name != "presence"]


def _by_kind(connection: sqlite3.Connection) -> dict[str, int]:
    """Count the entries of the record by their kind; before m012 they were rows of tables."""
    if "entry" not in _tables(connection):
        return {}
    query = "SELECT kind, count(*) FROM entry WHERE side = 0 GROUP BY kind"
    counted = {str(kind): int(number) for kind, number in connection.execute(query)}
    return {"answer": 0} | counted


def _added_to(connection: sqlite3.Connection) -> list[str]:
    """Give the tables that are only ever added to; later ones may be views."""
    there = set(_tables(connection))
    return [table for table in _ADDED_TO if table in there]


def _columns(connection: sqlite3.Connection, table: str) -> list[str]:
    return [str(row[1]) for row in connection.execute(f"PRAGMA table_info({table})")]


def _keys(connection: sqlite3.Connection, table: str) -> list[str]:
    rows = [row for row in connection.execute(f"PRAGMA table_info({table})") if row[5]]
    return [str(row[1]) for row in sorted(rows, key=lambda row: int(row[5]))]


def _has_numbers(connection: sqlite3.Connection, table: str) -> bool:
    query = "SELECT wr FROM pragma_table_list WHERE name = ?"
    return not connection.execute(query, (table,)).fetchone()[0]


def _writer(saved: sqlite3.Connection, table: str) -> Write:
    """Give what inserts a row and tells whether it could: what damage made of one may not fit."""
    columns = _columns(saved, table)
    names, marks = ", ".join(columns), ", ".join("?" for _ in columns)
    insert = f"INSERT INTO {table} ({names}) VALUES ({marks})"  # noqa: S608  our own names

    def write(row: tuple[Any, ...]) -> bool:
        try:
            saved.execute(insert, row)
        except database_errors() as error:
            if is_about_writing(error):
                raise
            return False
        return True

    return write


def _count(connection: sqlite3.Connection, table: str) -> int:
    (count,) = connection.execute(f"SELECT count(*) FROM {table}").fetchone()  # noqa: S608  our own names
    return int(count)
