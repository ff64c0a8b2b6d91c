"""From every older schema to the newest, with a copy of the file made before."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database

from assess.errors import StoreFault
from assess.store import Store
from assess.store.database.backup import restore
from assess.store.database.migrations import migrations
from assess.store.database.opening import applied_migrations, known_migrations
from assess.store.database.verification import verify
from tests.limits import room
from tests.notation import NOON, case_of

NAMES = known_migrations()


def older(path: Path, next_one: str) -> Path:
    """Make a database as it was before a migration, with an organisation and a case."""
    with closing(sqlite3.connect(path, isolation_level=None)) as raw, raw:
        database = Database(raw, execute_plugins=False)
        migrations.apply(database, stop_before=min(next_one, "m012_record"))
        raw.execute(
            "INSERT INTO organisation (name, name_key, country) VALUES ('Old', 'old', 'NOR')"
        )
        migrations.apply(database, stop_before=next_one)  # the record then states it
    return path


def schema(path: Path) -> list[tuple[str, str]]:
    with closing(sqlite3.connect(path)) as raw, raw:
        return raw.execute("SELECT name, sql FROM sqlite_master ORDER BY name").fetchall()


@pytest.mark.parametrize("next_one", NAMES[1:])
def test_an_older_database_is_brought_up_to_date_and_kept_as_it_was(
    next_one: str, tmp_path: Path
) -> None:
    path = older(tmp_path / "assess.db", next_one)
    before = schema(path)
    with Store(path, now=NOON) as store:
        assert [one.name for one in store.cases.organisations()] == ["Old"]
        store.cases.add(case_of(), by="Ada")
        assert verify(store.ledger).faults == ()
    Store(tmp_path / "new.db", now=NOON).close()
    assert schema(path) == schema(tmp_path / "new.db")
    (kept,) = tmp_path.glob("assess.db.before-*")
    assert kept.name == f"assess.db.before-{NAMES[-1]}-20261102-120000"
    assert schema(kept) == before
    restore(kept, path, now=NOON)
    with closing(sqlite3.connect(path)) as raw, raw:
        assert applied_migrations(raw) == set(NAMES[: NAMES.index(next_one)])


def test_without_room_for_the_copy_nothing_is_changed(tmp_path: Path) -> None:
    path = older(tmp_path / "assess.db", NAMES[1])
    before = path.read_bytes()
    with (
        room(len(before) // 2),
        pytest.raises(StoreFault, match=r"before-.* cannot be written: the disk is full"),
    ):
        Store(path, now=NOON)
    assert path.read_bytes() == before
    assert [one.name for one in tmp_path.iterdir()] == [path.name]
