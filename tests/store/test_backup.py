"""Backups while in use, the way back from one, and what can be saved of a damaged file."""

from __future__ import annotations

import os
from datetime import timedelta
from pathlib import Path

import pytest

from assess.core.answer import Answer, Status
from assess.errors import AssessError, StoreFault
from assess.store import Store
from assess.store.backup import KEPT, back_up, back_up_daily, daily_backups, restore
from assess.store.salvage import is_damaged, salvage
from assess.store.verification import verify
from tests.notation import NOON, case_of

PAGE = 4096


def give(store: Store, value: int) -> None:
    answer = Answer(question="committed_total", status=Status.ANSWERED, value=value)
    store.add_answers("testcase", [answer], at=NOON)


def value(path: Path) -> object:
    with Store(path, now=NOON) as store:
        return store.assessment("testcase").value("committed_total")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    found = tmp_path / "my cases #1?.db"
    with Store(found, now=NOON) as store:
        store.add_case(case_of(), by="Ada")
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
        for number in range(2, 400):
            give(store, number)
    assert not is_damaged(path)
    damaged(path, path.stat().st_size // PAGE // 2)
    assert is_damaged(path)
    before = path.read_bytes()
    found = salvage(path, now=NOON)
    assert path.read_bytes() == before
    assert found.rows["cases"] == 1
    assert found.rows["answer"] > 100
    with Store(found.target, now=NOON) as store:
        assert store.case("testcase").organisation.name == "Test Cluster"
        assert len(store.history("testcase")) == found.rows["answer"]
        if found.lost:
            assert verify(store).faults


def test_a_file_without_a_readable_schema_is_damaged(path: Path) -> None:
    damaged(path, 0)
    assert is_damaged(path)
    with pytest.raises(StoreFault):
        Store(path, now=NOON)
