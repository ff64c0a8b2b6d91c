"""That what is left open is found: each kind of it, with every Python."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import sqlcipher3.dbapi2

from assess.store.database.connection import Passphrase, connect
from tests import leaks


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(leaks, "PATIENCE", 0.1)


@pytest.mark.parametrize("passphrase", [None, Passphrase("correct horse")])
def test_a_database_that_nobody_closed_is_found_also_when_nobody_holds_it_any_more(
    passphrase: Passphrase | None, tmp_path: Path
) -> None:
    before = leaks.look()
    connect(tmp_path / "closed.db", passphrase).close()
    assert leaks.left_open(before) == []
    connect(tmp_path / "open.db", passphrase).execute("SELECT 1 FROM sqlite_master")
    found = leaks.left_open(before)
    assert "a database, opened by" in found[0]
    assert Path(__file__).name in found[0]
    assert leaks.left_open(before) == [], "it was closed when it was found"


@pytest.mark.parametrize("library", [sqlite3, sqlcipher3.dbapi2])
def test_a_database_in_memory_is_found(library: Any) -> None:
    before = leaks.look()
    library.connect(":memory:")
    assert len(leaks.left_open(before)) == 1


def test_a_descriptor_is_found(tmp_path: Path) -> None:
    before = leaks.look()
    number = os.open(tmp_path / "file", os.O_CREAT | os.O_WRONLY)
    (found,) = leaks.left_open(before)
    os.close(number)
    assert found.startswith(f"the descriptor {number}: ")
    assert leaks.left_open(before) == []


def _process() -> Callable[[], object]:
    started = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
    return started.communicate


def _ended_process() -> Callable[[], object]:
    started = subprocess.Popen([sys.executable, "-c", ""])
    os.waitid(os.P_PID, started.pid, os.WEXITED | os.WNOWAIT)
    return started.wait


def _thread() -> Callable[[], object]:
    end = threading.Event()
    thread = threading.Thread(target=end.wait, name="waiting")
    thread.start()

    def stop() -> None:
        end.set()
        thread.join()

    return stop


@pytest.mark.parametrize(
    ("begin", "named"),
    [(_process, "a process"), (_ended_process, "a process"), (_thread, "the thread waiting")],
)
def test_a_process_and_a_thread_are_found(
    begin: Callable[[], Callable[[], object]], named: str
) -> None:
    before = leaks.look()
    end = begin()
    try:
        assert named in leaks.left_open(before)
    finally:
        end()
    assert leaks.left_open(before) == []
