"""Commands, run as from a shell but in this process."""

from __future__ import annotations

import io
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from assess.catalogue import load
from assess.cli import main
from assess.core.catalogue.catalogue import Catalogue
from assess.languages import choose
from assess.languages.language import ENGLISH
from assess.locations import shipped_indicators_folder


class Ran(NamedTuple):
    """What a command left behind."""

    code: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture(autouse=True)
def _read_once(catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch) -> None:
    """Read the shipped catalogue once for all commands of all tests, and any other as it is."""

    def read(folder: Path) -> Catalogue:
        return catalogue if folder == shipped_indicators_folder() else load(folder)

    monkeypatch.setattr("assess.workflow.desk.desk.load", read)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder of its own."""
    folder = tmp_path / "home"
    monkeypatch.setenv("ASSESS_HOME", str(folder))
    monkeypatch.setenv("ASSESS_TODAY", "2026-11-02")
    return folder


@pytest.fixture
def run(
    home: Path,  # noqa: ARG001  the commands work in it
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> Run:
    """Run a command."""

    def run_command(*arguments: object, stdin: bytes | io.BytesIO = b"") -> Ran:
        typed = io.BytesIO(stdin) if isinstance(stdin, bytes) else stdin
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(typed, encoding="utf-8"))
        capsys.readouterr()
        choose(ENGLISH)  # as every process begins
        with pytest.raises(SystemExit) as left:
            main([str(one) for one in arguments])
        choose(ENGLISH)
        out, err = capsys.readouterr()
        assert "Traceback" not in err
        return Ran(int(left.value.code or 0), out, err)

    return run_command


@pytest.fixture
def case(run: Run) -> str:
    """The id of a case that was just begun."""
    return begin(run)


class Prepared(NamedTuple):
    """A case with a form of it, as they were made once for all tests of a module."""

    folder: Path

    def case(self, home: Path, make: Callable[[Path], str]) -> str:
        """Put the data folder there as `make` leaves it, and give the id of its case.

        `make` writes the form to the path that it is given.
        """
        kept, named = self.folder / "home", self.folder / "case"
        if not named.exists():
            case = make(self.form)
            shutil.copytree(home, kept)
            named.write_text(case, encoding="utf-8")
        else:
            shutil.copytree(kept, home)
        return named.read_text(encoding="utf-8")

    @property
    def form(self) -> Path:
        """Where the form is."""
        return self.folder / "form.html"


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Prepared:
    """What is made once for all tests of a module."""
    return Prepared(tmp_path_factory.mktemp("prepared"))


def begin(run: Run, name: str = "Fjord Energy Cluster", **stated: object) -> str:
    """Begin a case, and give its id."""
    options: dict[str, object] = {
        "--name": name,
        "--country": "NOR",
        "--portfolio": "Energy and environment",
        "--interview-date": "2026-11-02",
        "--expert": "Ada Expert",
        "--mode": "video",
        **{f"--{option.replace('_', '-')}": value for option, value in stated.items()},
    }
    ran = run("case", "new", *[part for option in options.items() for part in option])
    assert ran.code == 0, ran.err
    return ran.out.strip()
