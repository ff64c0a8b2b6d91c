"""The list of cases before the database is opened: as opening gives it, or not at all."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from assess.core.case.assessment import State, StateChange
from assess.store import Store
from assess.store.database.connection import Passphrase
from assess.workflow import Desk, begin, visit
from assess.workflow.case.first_list import first_list
from tests.notation import NOON, case_of


def test_it_is_what_the_database_says_once_it_is_open(desk: Desk) -> None:
    for name, stated in (
        ("Fjord Energy", {"mode": "onsite", "project_code": "NO-7"}),
        ("Øresund MedTech", {"portfolio": "Biotechnology", "interview": "2025-03-01"}),
    ):
        pattern = case_of(name, **stated)
        begin(desk, pattern.organisation, pattern.details)
    first, second = desk.store.cases.all()
    desk.store.states.add(first.id, [StateChange(state=State.FINISHED)], at=NOON)
    visit(desk, second.id, "founding_year")
    listed = first_list(desk.store.path)
    assert listed is not None
    assert listed.interrupted == second.id
    for line, case in zip(listed.cases, desk.store.cases.all(), strict=True):
        assert (line.id, line.state, line.synthetic) == (case.id, case.state, case.synthetic)
        assert line.created_at == case.created_at
        assert line.organisation == (
            case.organisation.name,
            case.organisation.country,
            case.organisation.region,
        )
        details = case.details
        assert line.details == (
            details.portfolio,
            details.interview_date,
            details.mode,
            details.expert,
            details.project_code,
        )


def no_file(path: Path) -> None:
    del path


def other_text(path: Path) -> None:
    path.write_text("Not a database.\n" * 400)


def other_program(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("CREATE TABLE cases (id TEXT)")


def strange_details(path: Path) -> None:
    with Store(path, now=NOON) as store:
        pattern = case_of("Fjord Energy")
        store.cases.add(pattern, by="Ada")
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("DROP TRIGGER entry_is_only_ever_closed")
        connection.execute("UPDATE entry SET body = '[1]' WHERE kind = 'details'")


def unfinished_write(path: Path) -> None:
    with Store(path, now=NOON):
        pass
    path.with_name(f"{path.name}-journal").write_bytes(b"what was there before")


def locked(path: Path) -> None:
    with Store(path, now=NOON, passphrase=Passphrase("correct horse")):
        pass


def folder(path: Path) -> None:
    path.mkdir()


@pytest.mark.parametrize(
    "make",
    [no_file, other_text, other_program, strange_details, unfinished_write, locked, folder],
)
def test_what_only_opening_can_tell_is_left_to_it(
    tmp_path: Path, make: Callable[[Path], None]
) -> None:
    path = tmp_path / "assess.db"
    make(path)
    before = path.read_bytes() if path.is_file() else None
    assert first_list(path) is None
    assert (path.read_bytes() if path.is_file() else None) == before


def test_an_empty_database_has_no_case(tmp_path: Path) -> None:
    with Store(tmp_path / "assess.db", now=NOON):
        pass
    listed = first_list(tmp_path / "assess.db")
    assert listed is not None
    assert listed.cases == ()
    assert listed.interrupted is None


def test_nothing_slow_is_loaded_for_it() -> None:
    """Loading these takes longer than an empty interface needs to show itself."""
    program = (
        "import sys, assess.tui.app, assess.tui.case.case_table; "
        "from assess.workflow.case.first_list import first_list; "
        "print(*{'pydantic', 'sqlite_utils', 'numpy', 'textual.widgets._text_area'} "
        "& set(sys.modules))"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert ran.stdout.strip() == ""
