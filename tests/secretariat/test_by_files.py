"""The same by files: connected by a card, sent, taken, asked back, answered, without a network."""

from __future__ import annotations

from pathlib import Path

import psycopg
import pytest
from click.testing import CliRunner

from assess.cli.command.commands import assess
from tests.secretariat.conftest import TestDatabase
from tests.secretariat.laptop import BEGIN, Command, commands_in


@pytest.fixture
def office(database: TestDatabase, tmp_path: Path) -> Command:
    """Give what runs commands of the secretariat, which is set up."""

    def run(*words: str, code: int = 0) -> str:
        folder = str(tmp_path / "office")
        done = CliRunner().invoke(
            assess, ("secretariat", *words), env={"ASSESS_SECRETARIAT": folder}
        )
        assert done.exit_code == code, (words, done.output, done.exception)
        return f"{done.output}{done.exception or ''}"

    assert "schema" in run("init", "--database", database.admin)
    return run


@pytest.fixture
def laptop(tmp_path: Path) -> Command:
    return commands_in(tmp_path / "laptop")


@pytest.fixture
def second(tmp_path: Path) -> Command:
    return commands_in(tmp_path / "second")


def test_a_case_goes_and_comes_back_by_files(
    office: Command, laptop: Command, database: TestDatabase, tmp_path: Path
) -> None:
    code = office("account", "add", "Ada", "--role", "expert").split()[-1]
    card, sealed = tmp_path / "card.json", tmp_path / "ada.age"
    office("card", "-o", str(card))
    laptop("connect", str(card), "--code", code)
    case = laptop(*BEGIN).split()[0]
    laptop("answer", case, "founded", "2009-05")
    laptop("send", case, "-o", str(sealed))
    assert b"2009-05" not in sealed.read_bytes()
    said = office("take", str(sealed))
    assert "from Ada" in said
    assert "first" in said
    assert "known" in office("take", str(sealed))  # the same file again does nothing twice
    back = tmp_path / "ada.inbox.age"
    assert "1 new message" in laptop("inbox", str(back))
    assert "has received it" not in laptop("send")
    laptop("answer", case, "founded", "2010-01")
    laptop("send", case, "-o", str(sealed), "--force")
    assert "extends" in office("take", str(sealed))
    with psycopg.connect(database.admin) as rows:
        found = rows.execute("SELECT count(*) FROM assess.revision").fetchone()
        assert found == (2,)


def test_a_fork_goes_both_ways_by_files_and_ends(
    office: Command, laptop: Command, second: Command, database: TestDatabase, tmp_path: Path
) -> None:
    card = tmp_path / "card.json"
    office("account", "add", "Ada", "--role", "expert")
    office("card", "-o", str(card))
    for run in (laptop, second):
        run("connect", str(card), "--code", office("account", "invite", "Ada").split()[-1])

    def exchange(run: Command, name: str) -> tuple[str, str]:
        """Send the case in a file, and give what was said there and the file that came back."""
        run("send", case, "-o", str(tmp_path / f"{name}.age"))
        said = office("take", str(tmp_path / f"{name}.age"))
        return said, str(tmp_path / f"{name}.inbox.age")

    case = laptop(*BEGIN).split()[0]
    copy = tmp_path / "copy.json"
    laptop("export", case, "-o", str(copy))
    second("import", str(copy))
    laptop("answer", case, "founded", "2009-05")
    assert "first" in exchange(laptop, "1")[0]
    second("answer", case, "founded", "2010-01")
    said, back = exchange(second, "2")
    assert "forked" in said
    assert f"--fetch {case}" in second("inbox", back)
    assert "1 that differs" in second("inbox", back, "--fetch", case)
    assert "no other copy" in second("inbox", back, "--fetch", case)
    assert "extends" in exchange(second, "3")[0]
    laptop("inbox", str(tmp_path / "1.inbox.age"))
    laptop("send", case, "-o", str(tmp_path / "4.age"))
    office("take", str(tmp_path / "4.age"))
    assert "goes on with" in laptop(
        "inbox", str(tmp_path / "4.inbox.age"), "--fetch", "Fjord Energy Cluster"
    )
    laptop("answer", case, "staff_fte", "7")
    assert "extends" in exchange(laptop, "5")[0]
    with psycopg.connect(database.admin) as rows:
        assert rows.execute("SELECT count(*) FROM assess.case_head").fetchone() == (1,)


def test_a_file_of_a_stranger_or_for_another_is_refused(
    office: Command, laptop: Command, tmp_path: Path
) -> None:
    card, sealed = tmp_path / "card.json", tmp_path / "ada.age"
    office("card", "-o", str(card))
    laptop("connect", str(card), "--code", "22222-22222-22222-22222")
    case = laptop(*BEGIN).split()[0]
    laptop("send", case, "-o", str(sealed))
    assert "not known or was revoked" in office("take", str(sealed), code=1)
    assert "no file between" in office("take", str(card), code=1)
    sealed.write_bytes(sealed.read_bytes()[:-1])
    assert "cannot be opened" in office("take", str(sealed), code=1)
    assert not (tmp_path / "ada.inbox.age").exists()


def test_accounts_and_devices_are_kept_by_command(office: Command) -> None:
    assert "code for one device" in office(
        "account", "add", "Nora", "--role", "coordinator", "--country", "nor"
    )
    assert "at least one country" in office(
        "account", "add", "Nobody", "--role", "coordinator", code=1
    )
    assert "Nora" in office("account", "list")
    assert "code for one device" in office("account", "invite", "nora")
    office("account", "close", "Nora")
    assert "closed" in office("account", "list")
    office("device", "list")
    assert "is not the beginning" in office("device", "revoke", "abc", code=1)
