"""Encryption at rest: nothing can be read without the passphrase, and nothing gets lost by it."""

from __future__ import annotations

import logging
import secrets
import sqlite3
from contextlib import closing
from pathlib import Path
from sqlite3.dump import _iterdump  # type: ignore[attr-defined]

import pytest
import sqlcipher3

from assess.core.case.answer import Answer
from assess.core.catalogue.answer_status import Status
from assess.errors import AssessError, DamagedStore, StoreFault
from assess.store import Store
from assess.store.database.backup import back_up_daily, daily_backups, restore
from assess.store.database.connection import Passphrase, is_encrypted
from assess.store.database.encryption import encrypt
from assess.store.database.inspection import inspect
from assess.store.database.migrations import migrations
from assess.store.database.salvage import salvage
from assess.store.database.verification import verify
from tests.notation import NOON, case_of

RIGHT = Passphrase('it\'s "fjord" ü; DROP TABLE answer')
PAGE = 4096


def filled(path: Path, passphrase: Passphrase | None, answers: int = 3) -> Path:
    with Store(path, now=NOON, passphrase=passphrase) as store:
        store.cases.add(case_of(), by="Ada")
        given = [
            Answer(question="committed_total", status=Status.ANSWERED, value=number, note="kept")
            for number in range(answers)
        ]
        store.answers.add("testcase", given, at=NOON)
    return path


@pytest.fixture(scope="module")
def sealed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An encrypted database that a test leaves as it is."""
    return filled(tmp_path_factory.mktemp("sealed") / "cases #1?.db", RIGHT)


def count(path: Path, passphrase: Passphrase | None) -> int:
    with Store(path, now=NOON, passphrase=passphrase) as store:
        return len(store.answers.history("testcase"))


def test_nothing_of_an_encrypted_database_can_be_read_in_the_file(sealed: Path) -> None:
    content = sealed.read_bytes()
    assert is_encrypted(sealed)
    for text in (b"Test Cluster", b"committed_total", b"kept", b"CREATE TABLE"):
        assert text not in content
    assert count(sealed, RIGHT) == 3
    with closing(sqlite3.connect(sealed)) as plain, pytest.raises(sqlite3.DatabaseError):
        plain.execute("SELECT * FROM answer")


def test_the_file_is_what_sqlcipher_makes_of_that_passphrase(sealed: Path) -> None:
    quoted = RIGHT.text.replace("'", "''")
    with closing(sqlcipher3.connect(sealed)) as connection:
        connection.execute(f"PRAGMA key = '{quoted}'")
        assert connection.execute("SELECT count(*) FROM answer").fetchone() == (3,)


def test_a_wrong_passphrase_is_a_sentence_and_nothing_else(
    sealed: Path, capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    before = sealed.read_bytes()
    with caplog.at_level(logging.DEBUG), pytest.raises(StoreFault) as refused:
        Store(sealed, now=NOON, passphrase=Passphrase("wrong"))
    assert str(refused.value) == f"The passphrase does not open {sealed}. Nothing was changed."
    with pytest.raises(StoreFault, match="needs a passphrase"):
        Store(sealed, now=NOON)
    assert capfd.readouterr() == ("", "")
    assert caplog.records == []
    assert sealed.read_bytes() == before


@pytest.mark.parametrize("text", ["", "  ", "two\nlines", "a\x00b"])
def test_a_passphrase_that_nobody_can_type_twice_is_refused(text: str) -> None:
    with pytest.raises(AssessError, match="passphrase"):
        Passphrase(text)


def test_a_passphrase_is_never_shown(sealed: Path) -> None:
    assert "fjord" not in repr(RIGHT)
    wrong = Passphrase(secrets.token_hex())
    with pytest.raises(StoreFault) as refused:
        Store(sealed, now=NOON, passphrase=wrong)
    assert wrong.text not in str(refused.getrepr(style="long", showlocals=True))


def test_the_same_passphrase_from_another_keyboard_opens_it(tmp_path: Path) -> None:
    path = filled(tmp_path / "assess.db", Passphrase("Zu\u0308rich"))
    assert count(path, Passphrase("Z\u00fcrich")) == 3


def test_backups_and_what_is_restored_stay_encrypted(tmp_path: Path) -> None:
    path = filled(tmp_path / "assess.db", RIGHT)
    made = back_up_daily(path, now=NOON, passphrase=RIGHT)
    assert made is not None
    assert is_encrypted(made)
    with Store(path, now=NOON, passphrase=RIGHT) as store:
        store.drafts.keep("testcase", "founded", "20", at=NOON)
    kept = restore(made, path, now=NOON, passphrase=RIGHT)
    assert kept is not None
    assert is_encrypted(path)
    assert is_encrypted(kept)
    with Store(path, now=NOON, passphrase=RIGHT) as store:
        assert store.drafts.of("testcase") == {}
        assert len(store.answers.history("testcase")) == 3
    plain = filled(tmp_path / "plain.db", None)
    with pytest.raises(AssessError, match="not encrypted, but the database is"):
        restore(plain, path, now=NOON, passphrase=RIGHT)
    assert is_encrypted(path)


def test_the_copy_before_a_migration_stays_encrypted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = filled(tmp_path / "assess.db", RIGHT)
    of_tomorrow = [*migrations._migrations, migrations._Migration("m999_more", lambda _: None)]
    monkeypatch.setattr(migrations, "_migrations", of_tomorrow)
    assert count(path, RIGHT) == 3
    (copy,) = tmp_path.glob("*before-m999*")
    assert is_encrypted(copy)
    assert inspect(copy, RIGHT).answers == 3


def test_what_is_saved_of_a_damaged_one_stays_encrypted(tmp_path: Path) -> None:
    path = filled(tmp_path / "assess.db", RIGHT, answers=400)
    assert back_up_daily(path, now=NOON, passphrase=RIGHT)
    pages = path.stat().st_size // PAGE
    with path.open("rb+") as file:
        for page in (2 * pages // 3, 3 * pages // 4, 5 * pages // 6):
            file.seek(page * PAGE)
            file.write(b"\xde\xad\xbe\xef" * (PAGE // 4))
    with pytest.raises(DamagedStore):
        Store(path, now=NOON, passphrase=RIGHT)
    alone = salvage(path, now=NOON, passphrase=RIGHT)
    assert is_encrypted(alone.target)
    assert alone.rows["answer"] == 400, "what was not readable came from the backup"
    for backup in daily_backups(path):
        backup.unlink()
    alone.target.unlink()
    alone = salvage(path, now=NOON, passphrase=RIGHT)
    assert 300 < alone.rows["answer"] < 400
    assert "entries of the record" in alone.lost


def test_a_database_is_encrypted_row_for_row_and_the_old_one_kept(tmp_path: Path) -> None:
    path = filled(tmp_path / "assess.db", None)
    with Store(path, now=NOON) as other:
        kept = encrypt(path, RIGHT, now=NOON)
        with pytest.raises(StoreFault, match="has replaced"):
            other.drafts.keep("testcase", "founded", "2", at=NOON)
    with closing(sqlite3.connect(kept)) as plain:
        before = list(_iterdump(plain))
    with closing(sqlcipher3.connect(path)) as sealed:
        sealed.execute("PRAGMA cipher_log_level = NONE")
        sealed.execute(f'PRAGMA key = "{RIGHT.key(path.read_bytes()[:16])}"')
        assert sorted(_iterdump(sealed)) == sorted(before)
    with Store(path, now=NOON, passphrase=RIGHT) as store:
        assert verify(store.ledger).faults == ()
        store.drafts.keep("testcase", "founded", "2", at=NOON)
    with pytest.raises(AssessError, match="encrypted already"):
        encrypt(path, RIGHT, now=NOON)


def test_what_is_no_database_of_ours_is_not_encrypted(tmp_path: Path) -> None:
    path = tmp_path / "recipes.db"
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute("CREATE TABLE recipes (name TEXT)")
    before = path.read_bytes()
    with pytest.raises(StoreFault, match="not a database of assess"):
        encrypt(path, RIGHT, now=NOON)
    assert path.read_bytes() == before
    assert [one.name for one in tmp_path.iterdir()] == ["recipes.db"]
