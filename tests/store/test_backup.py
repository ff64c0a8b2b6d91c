"""Backups while in use, the way back from one, and what can be saved of a damaged file."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest

from assess.core.case.answer import Answer
from assess.core.catalogue.answer_status import Status
from assess.core.register.record import Listing
from assess.errors import AssessError, StoreFault
from assess.store import Store
from assess.store.database.backup import (
    KEPT,
    back_up,
    back_up_daily,
    backup_folder,
    daily_backups,
    restore,
)
from assess.store.database.inspection import inspect
from assess.store.database.salvage import is_damaged, salvage
from assess.store.database.verification import verify
from tests.notation import NOON, case_of

PAGE = 4096


def give(store: Store, *values: int) -> None:
    answers = [
        Answer(question="committed_total", status=Status.ANSWERED, value=value) for value in values
    ]
    store.answers.add("testcase", answers, at=NOON)


def value(path: Path) -> object:
    with Store(path, now=NOON) as store:
        return store.assessment("testcase").value("committed_total")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    found = tmp_path / "my cases #1?.db"
    with Store(found, now=NOON) as store:
        store.cases.add(case_of(), by="Ada")
        give(store, 1)
    return found


def test_a_backup_is_made_while_the_database_is_in_use(path: Path, tmp_path: Path) -> None:
    with Store(path, now=NOON) as store:
        back_up(path, tmp_path / "copy.db")
        give(store, 2)
    assert value(tmp_path / "copy.db") == 1
    assert value(path) == 2


def test_a_backup_is_made_once_a_day_and_only_when_something_changed(path: Path) -> None:
    assert back_up_daily(path, now=NOON) is not None
    with Store(path, now=NOON) as store:
        give(store, 2)
    assert back_up_daily(path, now=NOON + timedelta(hours=2)) is None
    assert back_up_daily(path, now=NOON + timedelta(days=1)) is not None
    assert back_up_daily(path, now=NOON + timedelta(days=2)) is None, "nothing changed since"


def test_the_oldest_backups_go_first(path: Path) -> None:
    for day in range(KEPT + 3):
        os.utime(path, (2e9 + day, 2e9 + day))
        assert back_up_daily(path, now=NOON + timedelta(days=day)) is not None
    names = [one.name[-13:-3] for one in daily_backups(path)]
    first = (NOON + timedelta(days=3)).date()
    assert names == [str(first + timedelta(days=day)) for day in range(KEPT)]


def test_a_backup_is_restored_and_the_present_database_kept(path: Path, tmp_path: Path) -> None:
    back_up(path, tmp_path / "copy.db")
    with Store(path, now=NOON) as store:
        give(store, 2)
    kept = restore(tmp_path / "copy.db", path, now=NOON)
    assert kept is not None
    assert (value(path), value(kept)) == (1, 2)


@pytest.mark.parametrize("content", [b"", b"nothing of the kind" * 99])
def test_what_is_no_backup_is_not_restored(content: bytes, path: Path, tmp_path: Path) -> None:
    (tmp_path / "other").write_bytes(content)
    before = path.read_bytes()
    with pytest.raises(StoreFault):
        restore(tmp_path / "other", path, now=NOON)
    with pytest.raises(AssessError, match="no backup"):
        restore(tmp_path / "nowhere", path, now=NOON)
    assert path.read_bytes() == before


def damaged(path: Path, *pages: int) -> None:
    """Overwrite whole pages, as a failing disk does."""
    with path.open("r+b") as file:
        for page in pages:
            file.seek(page * PAGE)
            file.write(b"\xde\xad\xbe\xef" * (PAGE // 4))


def test_damage_is_recognised_and_what_is_readable_is_saved(path: Path) -> None:
    with Store(path, now=NOON) as store:
        give(store, *range(2, 400))
    assert not is_damaged(path)
    leaves = pages_of(path, "entry")
    damaged(path, leaves[len(leaves) // 2])
    assert is_damaged(path)
    before = path.read_bytes()
    found = salvage(path, now=NOON)
    assert path.read_bytes() == before
    assert found.rows["cases"] == 1
    assert found.rows["answer"] > 100
    with Store(found.target, now=NOON) as store:
        assert store.cases.get("testcase").organisation.name == "Test Cluster"
        assert len(store.answers.history("testcase")) == found.rows["answer"]
        if "entries of the record" in found.lost:
            assert verify(store.ledger).faults


def test_a_file_without_a_readable_schema_is_damaged(path: Path) -> None:
    damaged(path, 0)
    assert is_damaged(path)
    with pytest.raises(StoreFault):
        Store(path, now=NOON)


def pages_of(path: Path, table: str) -> list[int]:
    """Give the leaves of a table, counted from 0."""
    with closing(sqlite3.connect(path)) as raw, raw:
        query = "SELECT pageno - 1 FROM dbstat WHERE name = ? AND pagetype = 'leaf' ORDER BY pageno"
        return [page for (page,) in raw.execute(query, (table,))]


def filled(path: Path, answers: int) -> None:
    with Store(path, now=NOON) as store:
        give(store, *range(2, answers + 1))


def test_what_lies_between_two_damaged_places_is_saved(path: Path) -> None:
    filled(path, 600)
    damaged(path, *pages_of(path, "entry")[10::20])
    found = salvage(path, now=NOON)
    assert 600 - 3 * 30 < found.rows["answer"] < 600
    with Store(found.target, now=NOON) as store:
        faults = verify(store.ledger).faults
    gone = [fault for fault in faults if fault.what.endswith("missing")]
    assert 1 < len(gone) <= 3


def test_what_cannot_be_read_comes_from_the_newest_backup(path: Path) -> None:
    filled(path, 300)
    back_up_daily(path, now=NOON)
    with Store(path, now=NOON) as store:
        give(store, 301)
    damaged(path, *pages_of(path, "entry")[:-1])
    found = salvage(path, now=NOON)
    assert (found.rows["cases"], found.rows["answer"]) == (1, 301)
    assert found.from_backup["details"] == 1
    assert found.from_backup["answer"] > 250
    assert found.lost == ()
    with Store(found.target, now=NOON) as store:
        assert store.assessment("testcase").case.organisation.name == "Test Cluster"
        assert verify(store.ledger).faults == ()


def listing(number: int) -> Listing:
    return Listing(
        label=f"listed-{number}",
        name=f"Cluster {number}",
        country="NOR",
        portfolio="ICT",
        valid_until=date(2027, 3, 31),
        on=date(2026, 11, 2),
        by="Ada",
        source=f"list.txt, line {number}",
    )


def test_a_register_without_cases_is_saved_too(tmp_path: Path) -> None:
    path = tmp_path / "register.db"
    with Store(path, now=NOON) as store:
        store.register.add(map(listing, range(300)), at=NOON)
    back_up_daily(path, now=NOON)
    with Store(path, now=NOON) as store:
        store.register.add([listing(300)], at=NOON)
    pages = pages_of(path, "entry")
    damaged(path, *pages[2:-2])
    found = salvage(path, now=NOON)
    assert (found.rows["register"], found.rows["cases"], found.lost) == (301, 0, ())
    assert found.from_backup["register"] > 200
    with Store(found.target, now=NOON) as store:
        assert verify(store.ledger).faults == ()
        assert store.register.all() == tuple(map(listing, range(301)))
    for backup in daily_backups(path):
        backup.unlink()
    found.target.unlink()
    alone = salvage(path, now=NOON)
    assert 0 < alone.rows["register"] < 100
    assert alone.lost == ("entries of the record",)
    with Store(alone.target, now=NOON) as store:
        kept = store.register.all()
        assert set(kept) < set(map(listing, range(301)))
        assert listing(300) in kept
        assert any(fault.what.endswith("missing") for fault in verify(store.ledger).faults)


@pytest.mark.parametrize("lost", [slice(0, 1), slice(1, None), slice(None)])
def test_a_file_that_has_lost_its_schema_is_read_with_that_of_the_backup(
    lost: slice, path: Path
) -> None:
    filled(path, 300)
    back_up_daily(path, now=NOON)
    filled(path, 50)
    damaged(path, *[0, *pages_of(path, "sqlite_schema")[:-1]][lost])
    found = salvage(path, now=NOON)
    assert found.rows["answer"] == 300 + 49
    with Store(found.target, now=NOON) as store:
        assert verify(store.ledger).faults == ()


def test_a_backup_of_another_database_fills_nothing(path: Path, tmp_path: Path) -> None:
    other = tmp_path / "other" / path.name
    with Store(other, now=NOON) as store:
        store.cases.add(case_of("Other"), by="Ben")
        give(store, 7)
    filled(path, 300)
    backup_folder(path).mkdir()
    back_up(other, backup_folder(path) / f"{path.stem}-2026-11-01.db")
    damaged(path, path.stat().st_size // PAGE // 2)
    found = salvage(path, now=NOON)
    assert found.from_backup == {}
    with Store(found.target, now=NOON) as store:
        assert store.cases.get("testcase").organisation.name == "Test Cluster"


def test_a_case_that_nothing_leads_to_is_named_and_hides_no_other(path: Path) -> None:
    with Store(path, now=NOON) as store:
        store.cases.add(case_of("Other").model_copy(update={"id": "other"}), by="Ada")
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute("DROP TRIGGER entry_is_never_removed")
        raw.execute("DELETE FROM entry WHERE kind = 'details' AND case_id = 'testcase'")
    found = salvage(path, now=NOON)
    assert "the history of the answers of case testcase" in found.lost
    assert "entries of the record" in found.lost
    with Store(found.target, now=NOON) as store:
        assert [case.id for case in store.cases.all()] == ["other"]


def test_on_leaving_the_backup_of_the_day_is_brought_up_to_date(path: Path) -> None:
    made = back_up_daily(path, now=NOON)
    with Store(path, now=NOON) as store:
        give(store, 2)
    later = path.stat().st_mtime + 1
    os.utime(path, (later, later))
    assert back_up_daily(path, now=NOON, again=True) == made
    assert made is not None
    assert value(made) == 2


def test_a_window_whose_database_was_replaced_writes_nothing_any_more(
    path: Path, tmp_path: Path
) -> None:
    back_up(path, tmp_path / "copy.db")
    with Store(path, now=NOON) as window:
        kept = restore(tmp_path / "copy.db", path, now=NOON)
        with pytest.raises(StoreFault, match="Another program has replaced or removed"):
            give(window, 9)
        path.unlink()
        with pytest.raises(StoreFault, match="Another program has replaced or removed"):
            give(window, 9)
    assert kept is not None
    assert value(kept) == 1


def interrupted(path: Path) -> Path:
    """Leave a write half done, as a power cut does; give the journal that undoes it."""
    program = (
        "import os, sqlite3, sys; raw = sqlite3.connect(sys.argv[1], isolation_level=None); "
        "raw.execute('PRAGMA cache_size = 1'); raw.execute('BEGIN'); "
        "raw.execute('CREATE TABLE big AS WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL "
        "SELECT i + 1 FROM n WHERE i < 9999) SELECT i, hex(randomblob(99)) FROM n'); os._exit(9)"
    )
    subprocess.run([sys.executable, "-c", program, path], check=False)
    journal = path.with_name(f"{path.name}-journal")
    assert journal.exists()
    return journal


def test_what_an_interrupted_write_left_is_settled_before_a_database_is_read(
    path: Path, tmp_path: Path
) -> None:
    journal = interrupted(path)
    assert inspect(path).cases == 1
    assert not journal.exists()
    journal = interrupted(path)
    back_up(path, tmp_path / "copy.db")
    assert not journal.exists()
    assert value(tmp_path / "copy.db") == 1


def test_what_an_interrupted_write_left_is_settled_in_a_copy_of_a_damaged_database(
    path: Path,
) -> None:
    filled(path, 300)
    damaged(path, pages_of(path, "entry")[2])
    journal = interrupted(path)
    before = path.read_bytes(), journal.read_bytes()
    found = salvage(path, now=NOON)
    assert (path.read_bytes(), journal.read_bytes()) == before
    assert 250 < found.rows["answer"] < 300
    assert "big" not in found.rows
    assert sorted(one.name for one in path.parent.iterdir()) == sorted(
        (path.name, journal.name, found.target.name)
    )


def test_what_an_interrupted_write_left_is_settled_before_a_database_is_replaced(
    path: Path, tmp_path: Path
) -> None:
    back_up(path, tmp_path / "copy.db")
    journal = interrupted(path)
    kept = restore(tmp_path / "copy.db", path, now=NOON)
    assert not journal.exists()
    assert kept is not None
    assert (value(path), value(kept)) == (1, 1)
    with closing(sqlite3.connect(kept)) as raw, raw:
        assert raw.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_a_database_may_be_read_by_its_owner_alone(path: Path) -> None:
    made = back_up_daily(path, now=NOON)
    assert made is not None
    assert {one.stat().st_mode & 0o077 for one in (path, made, made.parent)} == {0}
