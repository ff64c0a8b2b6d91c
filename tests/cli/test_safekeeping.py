"""Backups, the way back, verification and encryption as commands."""

from __future__ import annotations

import json
import os
import re
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pexpect
import pytest

from assess.store.database.connection import is_encrypted
from tests.cli.conftest import Run, begin

PAGE = 4096


def answered(run: Run, case: str, text: str = "2009-05") -> None:
    assert run("answer", case, "founded", text).code == 0


def damage(path: Path, *pages: int) -> None:
    with path.open("rb+") as file:
        for page in pages:
            file.seek(page * PAGE)
            file.write(b"\xde\xad\xbe\xef" * (PAGE // 4))


def answers_in(path: Path) -> int:
    with closing(sqlite3.connect(path)) as raw, raw:
        return int(raw.execute("SELECT count(*) FROM answer").fetchone()[0])


def test_a_backup_is_made_and_never_over_a_file_that_is_there(
    run: Run, case: str, home: Path, tmp_path: Path
) -> None:
    answered(run, case)
    target = tmp_path / "copy.db"
    ran = run("backup", target)
    assert (ran.code, ran.out) == (0, f"{target}: 1 case, 1 answer\n")
    before = target.read_bytes()
    answered(run, case, "2010")
    assert run("backup", target).err == f"{target} exists already. --force overwrites it.\n"
    assert target.read_bytes() == before
    assert run("backup", target, "--force").code == 0
    assert answers_in(target) == 2
    ran = run("backup", home / "assess.db", "--force")
    assert ran.code == 1
    assert "is the database itself" in ran.err
    assert answers_in(home / "assess.db") == 2


def test_a_backup_needs_a_folder_and_a_database(run: Run, case: str, tmp_path: Path) -> None:
    del case
    ran = run("backup", tmp_path / "nowhere" / "copy.db")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith(f"{tmp_path}/nowhere/copy.db cannot be ")
    ran = run("--db", tmp_path / "none.db", "backup", tmp_path / "copy.db")
    assert ran.err == f"There is no database at {tmp_path}/none.db.\n"
    assert not (tmp_path / "none.db").exists()


def test_the_first_command_of_a_day_makes_a_backup_of_what_changed(
    run: Run, case: str, home: Path
) -> None:
    answered(run, case)
    (made,) = (home / "assess.db.backups").glob("*.db")
    assert answers_in(made) == 0, "as it was before the command"
    answered(run, case, "2010")
    assert list((home / "assess.db.backups").glob("*.db")) == [made]


def test_backups_are_listed_and_one_is_put_back(run: Run, case: str, home: Path) -> None:
    assert "no backup" in run("restore").out
    answered(run, case)
    (made,) = (home / "assess.db.backups").glob("*.db")
    ran = run("restore")
    assert f"{made.name}  1 case, 0 answers" in ran.out
    assert ran.out.endswith(f"  assess restore {made}\n")
    ran = run("restore", made)
    assert ran.code == 0
    (kept,) = home.glob("assess.db.before-restore-*")
    assert str(kept) in ran.out
    assert (answers_in(home / "assess.db"), answers_in(kept)) == (0, 1)
    ran = run("restore", home / "nothing.db")
    assert (ran.code, ran.err) == (1, f"There is no backup at {home}/nothing.db.\n")
    assert run("restore", made, "--salvage").code == 2


def test_verify_finds_nothing_where_nothing_is_wrong(run: Run, case: str) -> None:
    answered(run, case)
    ran = run("verify")
    assert ran.code == 0
    assert "1 entry of details, 1 answer, 0 decisions" in " ".join(ran.out.split())
    assert "Nothing was altered." in ran.out


def test_verify_names_what_was_altered_and_which_evidence_has_changed(
    run: Run, case: str, home: Path, tmp_path: Path
) -> None:
    statutes = tmp_path / "statutes.txt"
    statutes.write_text("We, the members")
    for text in ("2009-05", "2010", "2011"):
        answered(run, case, text)
    assert run("answer", case, "founded", "--file", statutes).code == 0
    statutes.write_text("They, the members")
    with closing(sqlite3.connect(home / "assess.db")) as raw, raw:
        first, second, _ = [
            number for (number,) in raw.execute("SELECT seq FROM entry WHERE kind = 'answer'")
        ][:3]
        raw.execute("DROP TRIGGER entry_is_only_ever_closed")
        raw.execute("DROP TRIGGER entry_is_never_removed")
        raw.execute("UPDATE entry SET person = NULL WHERE seq = ?", (first,))
        raw.execute("DELETE FROM entry WHERE seq = ?", (second,))
    ran = run("verify")
    said = " ".join(ran.out.split())
    assert ran.code == 1
    assert f"answer row {first} (case {case}): it was altered after it was written" in said
    assert f"entry: row {second} is missing" in said
    assert f"evidence of founded (case {case}): {statutes} has changed" in said
    assert re.search(r"\d+ faults\.$", said)
    found = json.loads(run("verify", "--json").out)
    assert found["ok"] is False
    missing = {"table": "entry", "row": None, "case": None, "what": f"row {second} is missing"}
    assert missing in found["faults"]
    assert [one["question"] for one in found["evidence"]] == ["founded"]


def test_verify_goes_on_where_a_row_is_no_answer_any_more(run: Run, case: str, home: Path) -> None:
    answered(run, case)
    with closing(sqlite3.connect(home / "assess.db")) as raw, raw:
        raw.execute("DROP TRIGGER entry_is_only_ever_closed")
        raw.execute("UPDATE entry SET body = '{\"undo\": 7}' WHERE kind = 'answer'")
    ran = run("verify")
    assert ran.code == 1
    assert "answer row " in ran.out
    assert "can no longer be read" in ran.out


def test_a_damaged_database_is_explained_and_what_is_readable_goes_on(
    run: Run, case: str, home: Path
) -> None:
    for number in range(1990, 2020):
        answered(run, case, str(number))
    path = home / "assess.db"
    damage(path, path.stat().st_size // PAGE - 1)
    before = path.read_bytes()
    ran = run("case", "list")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith(f"{path} is damaged (")
    assert ran.err.count("\n") == 1
    assert "`assess restore` shows what you can do" in ran.err
    assert path.read_bytes() == before
    assert run("check").code == 1
    assert "\n  assess restore --salvage\n" in run("restore").out
    ran = run("restore", "--salvage")
    assert ran.code == 0
    (kept,) = home.glob("assess.db.damaged-*")
    assert kept.read_bytes() == before
    assert str(kept) in ran.out
    assert run("case", "list").code == 0
    assert run("verify").code == (0 if not ran.err else 1)
    assert not list(home.glob("*salvaged*"))


def test_of_a_file_that_is_all_rubbish_nothing_is_saved(run: Run, case: str, home: Path) -> None:
    del case
    path = home / "assess.db"
    path.write_bytes(b"\xde\xad\xbe\xef" * PAGE)
    for backup in home.glob("*.backups/*"):
        backup.unlink()
    ran = run("restore", "--salvage")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err == (f"Nothing in {path} can be read. `assess restore` lists the backups.\n")
    assert [one.name for one in home.glob("*.db*") if one.is_file()] == ["assess.db"]


def test_a_database_is_encrypted_and_works_on(
    run: Run, case: str, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answered(run, case)
    path = home / "assess.db"
    secret = tmp_path / "secret"
    secret.write_text("correct horse\n")
    secret.chmod(0o600)
    ran = run("--passphrase-file", secret, "case", "list")
    assert ran.code == 1
    assert "is not encrypted, but a passphrase was given" in ran.err
    ran = run("--passphrase-file", secret, "encrypt")
    assert ran.code == 0
    assert is_encrypted(path)
    (kept,) = home.glob("assess.db.before-encryption-*")
    assert str(kept) in " ".join(ran.out.split())
    assert answers_in(kept) == 1
    ran = run("case", "list")
    assert (ran.code, ran.out) == (1, "")
    assert "there is no terminal to ask for it" in ran.err
    assert "Fjord" in run("--passphrase-file", secret, "case", "list").out
    monkeypatch.setenv("ASSESS_PASSPHRASE", "correct horse")
    assert run("verify").code == 0
    assert "ASSESS_PASSPHRASE" not in os.environ, "no program started from here gets it"
    monkeypatch.setenv("ASSESS_PASSPHRASE", "wrong horse")
    ran = run("case", "list")
    assert ran == (1, "", f"The passphrase does not open {path}. Nothing was changed.\n")
    assert run("--passphrase-file", secret, "encrypt").err.endswith(
        "is encrypted already. Nothing was changed.\n"
    )
    shown = " ".join(run("check").out.split())
    assert "encrypted; its content was not checked" in shown
    assert "Encryption SQLCipher 4" in shown


def test_a_new_database_is_an_encrypted_one_where_a_passphrase_is_given(
    run: Run, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ASSESS_PASSPHRASE", "correct horse")
    begin(run)
    assert is_encrypted(home / "assess.db")


@pytest.mark.slow
@pytest.mark.terminal
def test_a_passphrase_is_typed_unseen(home: Path) -> None:
    def program(*arguments: str) -> pexpect.spawn[str]:
        return pexpect.spawn(
            sys.executable,
            ["-m", "assess", *arguments],
            env={**os.environ, "ASSESS_HOME": str(home)},
            timeout=30,
            encoding="utf-8",
        )

    started = program("encrypt")
    started.expect("New passphrase: ")
    started.sendline("horse battery")
    started.expect("Repeat the passphrase: ")
    started.sendline("horse battery")
    started.expect(pexpect.EOF)
    assert "horse" not in str(started.before)
    started.close()
    assert started.exitstatus == 0
    assert is_encrypted(home / "assess.db")
    started = program("case", "list")
    started.expect("Passphrase of ")
    started.sendline("horse battery")
    started.expect("There is no case yet")
    started.close()
    started = program()
    started.expect("Passphrase of ")
    started.sendline("wrong")
    started.expect("The passphrase does not open")
    started.expect("Passphrase of ")
    started.sendline("")
    started.expect("The passphrase is empty; type at least one character.")
    started.expect(pexpect.EOF)
    started.close()
    assert started.exitstatus == 1


def test_without_the_library_nothing_is_encrypted_and_the_check_says_what_installs_it(
    run: Run, case: str, home: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    del case
    monkeypatch.setitem(sys.modules, "sqlcipher3.dbapi2", None)
    secret = tmp_path / "secret"
    secret.write_text("correct horse")
    secret.chmod(0o600)
    ran = run("--passphrase-file", secret, "encrypt")
    assert (ran.code, ran.out) == (1, "")
    assert 'pip install "cluster-assess[encryption]"' in ran.err
    assert not is_encrypted(home / "assess.db")
    ran = run("check")
    assert ran.code == 0
    assert '→ pip install "cluster-assess[encryption]"' in ran.out
