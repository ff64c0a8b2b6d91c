"""A full disk and a folder that may not be written: one sentence, and nothing is corrupted."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.limits import binding_permissions, room

LONG = "x" * 60_000


class Place:
    """A data folder with one case, one answer and a backup of it."""

    def __init__(self, home: Path, case: str) -> None:
        """Name the folder and the case."""
        self.home, self.case = home, case
        self.database = home / "assess.db"
        (self.backup,) = home.glob("*.backups/*.db")

    def content(self) -> dict[str, bytes]:
        """Give every file of the data folder."""
        files = (one for one in self.home.rglob("*") if one.is_file())
        return {str(one.relative_to(self.home)): one.read_bytes() for one in files}

    def filled_in(self, arguments: list[str], out: Path) -> list[str]:
        """Give the arguments with what is only known now."""
        words = {"CASE": self.case, "BACKUP": str(self.backup)}
        found = [words.get(one, one) for one in arguments]
        return [one.replace("OUT", str(out)).replace("HOME", str(self.home)) for one in found]


@pytest.fixture
def place(run: Run, home: Path, case: str) -> Place:
    """A case with an answer, and a backup of before."""
    assert run("answer", case, "founded", "2009-05").code == 0
    return Place(home, case)


NEW = ["case", "new", "--name", LONG, "--country", "NOR", "--portfolio", "Energy and environment"]
NEW += ["--expert", "Ada", "--mode", "video", "--interview-date", "2026-11-02"]


@pytest.mark.parametrize(
    ("arguments", "target"),
    [
        (["answer", "CASE", "founded", "--note", LONG], "assess.db cannot be written"),
        (NEW, "assess.db cannot be written"),
        (["backup", "OUT/copy.db"], "out/copy.db cannot be written"),
        (["--passphrase-file", "OUT/secret", "encrypt"], "assess.db cannot be written"),
        (["export", "CASE", "-o", "OUT/case.json"], "out/case.json cannot be written"),
        (["export", "--all", "-o", "OUT/cases"], ".json cannot be written"),
        (["export", "--all", "-o", "OUT/cases.csv"], "out/cases.csv cannot be written"),
        (["codebook", "-o", "OUT/codebook.txt"], "out/codebook.txt cannot be written"),
        (["restore", "BACKUP"], "assess.db cannot be written"),
        (["restore", "--salvage"], ".db cannot be written"),
        (["demo", "--no-open"], "demonstration.db cannot be built"),
    ],
    ids=lambda one: " ".join(one[-9:])[:40] if isinstance(one, list) else "",
)
def test_on_a_full_disk_a_command_says_so_and_leaves_everything_as_it_was(
    arguments: list[str], target: str, place: Place, run: Run, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "secret").write_text("correct horse")
    (out / "secret").chmod(0o600)
    before = place.content()
    with room(place.database.stat().st_size if LONG in arguments else 512):
        ran = run(*place.filled_in(arguments, out))
    assert (ran.code, ran.out) == (1, "")
    assert target in ran.err
    assert ran.err.count("\n") == 1
    assert place.content() == before
    assert [one.name for one in out.iterdir()] == ["secret"]


def test_where_there_is_no_room_for_the_backup_of_the_day_the_work_goes_on(
    place: Place, run: Run
) -> None:
    place.backup.unlink()
    shutil.rmtree(place.backup.parent)
    place.backup.parent.write_text("a file in the place of the folder")
    ran = run("answer", place.case, "founded", "2010")
    assert ran.code == 0
    assert ran.err.startswith("No backup could be made today: ")


@pytest.fixture
def read_only(place: Place) -> Iterator[Place]:
    """A data folder in which nothing may be written, not even by root."""
    folders = (place.backup.parent, place.home)
    for file in (place.backup, place.database):
        file.chmod(0o400)
    for folder in folders:
        folder.chmod(0o500)
    with binding_permissions():
        yield place
    for folder in folders:
        folder.chmod(0o700)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["answer", "CASE", "founded", "2010"], "assess.db cannot be written: the file or its"),
        (NEW, "assess.db cannot be written: the file or its"),
        (["backup", "HOME/copy.db"], "copy.db cannot be opened: Permission denied."),
        (["export", "CASE", "-o", "HOME/x.json"], "x.json cannot be written: Permission denied."),
        (["restore", "BACKUP"], "assess.db cannot be opened: Permission denied."),
        (["restore", "--salvage"], ".db cannot be opened: Permission denied."),
        (["--db", "HOME/new.db", *NEW], "new.db cannot be opened: Permission denied."),
        (["demo", "--no-open"], "demonstration.db cannot be built: Permission denied."),
    ],
    ids=lambda one: " ".join(one[-9:])[:40] if isinstance(one, list) else "",
)
def test_in_a_read_only_folder_a_command_says_so(
    arguments: list[str], said: str, read_only: Place, run: Run, tmp_path: Path
) -> None:
    before = read_only.content()
    ran = run(*read_only.filled_in(arguments, tmp_path))
    assert (ran.code, ran.out) == (1, "")
    assert said in ran.err
    assert ran.err.count("\n") == 1
    assert read_only.content() == before


def test_in_a_read_only_folder_everything_can_be_read(
    read_only: Place, run: Run, tmp_path: Path
) -> None:
    for arguments in (
        ["case", "list"],
        ["results", read_only.case],
        ["pool", "list"],
        ["verify"],
        ["restore"],
        ["check"],
        ["backup", tmp_path / "copy.db"],
        ["export", read_only.case, "-o", tmp_path / "case.json"],
    ):
        ran = run(*arguments)
        assert (ran.code, ran.err) == (0, ""), arguments
