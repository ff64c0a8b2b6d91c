"""Backups under load, rehearsed and restored; upgrades from every schema, with a copy before."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import psycopg
import pytest
from click.testing import CliRunner

from assess.cli.command.commands import assess
from assess.core.submission.course import ReviewStep
from assess.core.submission.exchanged import DeclaredInterest
from assess.core.submission.role import Role
from assess.errors import AssessError
from assess.secretariat.database.migration import NEWEST, WITH_KEYS, set_up
from assess.secretariat.installation import Installation, install
from assess.secretariat.safekeeping.backing_up import back_up
from assess.secretariat.safekeeping.restoring import rehearse, restore
from assess.secretariat.safekeeping.upgrading import copy_before_upgrade
from tests.secretariat.conftest import TestDatabase, named
from tests.secretariat.service import RunningService, revision, steps
from tests.secretariat.test_review import FIRST, take

UUID_OF_BACKUP = "8d2b7cb5-2f0c-4e0a-9f0b-6a3c1f3b0a55"


@pytest.fixture
def empty(postgresql: str) -> Iterator[str]:
    """An empty database of the same server."""
    with psycopg.connect(postgresql, autocommit=True) as rows:
        rows.execute("DROP DATABASE IF EXISTS emptied WITH (FORCE)")
        rows.execute("CREATE DATABASE emptied")
        yield named(postgresql, "emptied")
        rows.execute("DROP DATABASE emptied WITH (FORCE)")


@pytest.fixture
def filled(service: RunningService) -> RunningService:
    """A service with something in every table that the program fills so far."""
    from uuid import UUID

    ada, rita = service.member("Ada"), service.member("Rita", Role.REVIEWER)
    ada.send(FIRST)
    other = revision("old", steps("o", case="old"))
    ada.send(other)
    rita.declare_interest("old", UUID(UUID_OF_BACKUP), DeclaredInterest(text="I advise it."))
    for step in (ReviewStep.BEGUN, ReviewStep.ACCEPTED, ReviewStep.PROPOSED):
        take(rita, step)
    take(service.member("Bo", Role.BOARD), ReviewStep.AWARDED)
    return service


def counts(address: str) -> dict[str, int]:
    """Count the rows of each table."""
    with psycopg.connect(address) as rows:
        names = rows.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'assess'")
        return {
            name: int(
                (rows.execute(f'SELECT count(*) FROM assess."{name}"'.encode()).fetchone() or (0,))[
                    0
                ]
            )
            for (name,) in names.fetchall()
            if name not in ("spent_nonce", "schema_version")
        }


@pytest.mark.usefixtures("filled")
def test_what_was_backed_up_is_restored_whole(
    database: TestDatabase, empty: str, tmp_path: Path
) -> None:
    target = tmp_path / "backup.zip"
    account = back_up(database.backup, target)
    assert target.stat().st_mode & 0o077 == 0
    known = counts(database.admin)
    assert {table.name: table.rows for table in account.tables} == known
    assert restore(empty, target) == account
    assert counts(empty) == known
    with pytest.raises(AssessError, match="is not empty"):
        restore(empty, target)


@pytest.mark.slow
def test_a_backup_under_load_is_one_moment(
    filled: RunningService, database: TestDatabase, tmp_path: Path
) -> None:
    """While a laptop sends, the backup has each revision with its head and its trail, or none."""
    ada = filled.laptop("Ada again", "Ada")
    is_over = threading.Event()

    def send() -> None:
        for number in range(400):
            if is_over.is_set():
                return
            name = f"load-{number}"
            ada.send(revision(name, steps(name, case=name)))

    sending = threading.Thread(target=send)
    sending.start()
    try:
        for number in range(3):
            target = tmp_path / f"{number}.zip"
            rows = {each.name: each.rows for each in back_up(database.backup, target).tables}
            assert rows["revision"] == rows["case_head"] == rows["case"] == rows["assignment"]
            rehearse(database.admin, target)
    finally:
        is_over.set()
        sending.join()
    with psycopg.connect(database.admin) as connection:
        left = connection.execute(
            "SELECT count(*) FROM pg_database WHERE datname LIKE 'assess_rehearsal%'"
        ).fetchone()
    assert left == (0,)


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize("harm", ["cut", "row", "trail", "missing", "another file"])
def test_a_damaged_backup_is_refused(
    database: TestDatabase, empty: str, tmp_path: Path, harm: str
) -> None:
    whole, target = tmp_path / "whole.zip", tmp_path / "harmed.zip"
    back_up(database.backup, whole)
    if harm == "cut":
        target.write_bytes(whole.read_bytes()[:-100])
    elif harm == "another file":
        with ZipFile(target, "w") as packed:
            packed.writestr("letter.txt", "Hello.")
    else:
        with ZipFile(whole) as packed, ZipFile(target, "w") as changed:
            for name in packed.namelist():
                content = packed.read(name)
                if harm == "row" and name == "case.copy":
                    content = content.replace(b"Cluster", b"Claster")
                if harm == "trail" and name == "backup.json":
                    content = content.replace(b'"trail": "', b'"trail": "00')
                if not (harm == "missing" and name == "revision.copy"):
                    changed.writestr(name, content)
    with pytest.raises(AssessError, match=r"is damaged|is not a backup"):
        restore(empty, target)
    assert counts(empty).get("case", 0) == 0


_FILL = """
INSERT INTO account (id, name, roles) VALUES
    ('11111111-1111-1111-1111-111111111111', 'Ada', '{expert}');
INSERT INTO device (id, account, public_key, name) VALUES
    ('22222222-2222-2222-2222-222222222222', '11111111-1111-1111-1111-111111111111',
     sha256('key'), 'laptop');
INSERT INTO "case" (id, country, organisation) VALUES ('abc', 'NOR', 'Fjord  ENERGY');
INSERT INTO revision (sha256, case_id, number, head, entries, catalogue, language, public_key,
                      signature, account, device, document)
    VALUES (sha256('{}'), 'abc', 1, sha256('head'), 1, '2026.2', 'en', sha256('key'),
            sha256('a') || sha256('b'), '11111111-1111-1111-1111-111111111111',
            '22222222-2222-2222-2222-222222222222', '{}');
INSERT INTO case_head VALUES ('abc', sha256('{}'), sha256('head'));
INSERT INTO decision (id, case_id, sha256, kind, account, device)
    VALUES ('33333333-3333-3333-3333-333333333333', 'abc', sha256('{}'), 'begun',
            '11111111-1111-1111-1111-111111111111', '22222222-2222-2222-2222-222222222222');
SELECT add_event('abc', 'received', '{}'), add_audit('send', 'abc', 'first');
"""


@pytest.mark.parametrize("version", range(1, NEWEST))
def test_each_schema_is_brought_up_with_a_copy_before(
    empty: str, tmp_path: Path, version: int
) -> None:
    set_up(empty, up_to=version)
    with psycopg.connect(empty, options="-c search_path=assess") as rows:
        rows.execute(_FILL.encode())
        if version >= WITH_KEYS:  # from then on the service says it
            rows.execute("UPDATE \"case\" SET organisation_key = 'fjord energy'")
    before = counts(empty)
    copy = copy_before_upgrade(empty, tmp_path / "office")
    assert copy is not None
    assert install(empty, tmp_path / "office")[1:] == (version, NEWEST)
    after = counts(empty)
    assert {name: after[name] for name in before} == before
    assert copy_before_upgrade(empty, tmp_path / "office") is None
    with psycopg.connect(empty, options="-c search_path=assess") as rows:
        assert rows.execute("SELECT first_audit_fault()").fetchone() == (None,)
        keys = rows.execute('SELECT organisation_key FROM "case"').fetchall()
    assert keys == [("fjord energy",)]
    assert rehearse(empty, copy).schema_version == version


@pytest.mark.usefixtures("filled")
def test_after_a_lost_disk_the_kept_folder_reaches_the_new_database(
    database: TestDatabase, empty: str, tmp_path: Path
) -> None:
    office, target = tmp_path / "office", tmp_path / "backup.zip"
    install(database.admin, office)
    run = CliRunner().invoke
    env = {"ASSESS_SECRETARIAT": str(office)}
    assert "written" in run(assess, ["secretariat", "backup", str(target)], env=env).output
    words = ["secretariat", "restore", str(target), "--database", empty]
    assert "can be restored" in run(assess, [*words, "--rehearse"], env=env).output
    said = run(assess, words, env=env)
    assert "is restored" in said.output
    assert "2 cases, 2 revisions" in said.output
    again = tmp_path / "again.zip"
    refused = run(assess, ["secretariat", "backup", str(target)], env=env)
    assert refused.exit_code == 1
    back_up(Installation(office).backup_database, again)
