"""What is left open: databases, files and pipes, processes, threads.

Python itself warns of some of it, and of databases only from 3.13 on; this looks for all of it,
with every Python, and says of a database where it was opened.
"""

from __future__ import annotations

import os
import sys
import threading
import time
import traceback
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import sqlcipher3.dbapi2

from assess.store.database.fault_text import database_errors

DESCRIPTORS = Path("/dev/fd")

PATIENCE = 5.0
"""Seconds for a thread or a process that was told to end."""


class Connection(NamedTuple):
    """A connection to a database, kept here so that it cannot vanish without being closed."""

    handle: Any
    opened_by: traceback.StackSummary

    @property
    def is_open(self) -> bool:
        """Whether it was not closed yet."""
        try:
            self.handle.in_transaction  # noqa: B018  refused once it is closed
        except database_errors():
            return False
        return True

    def __str__(self) -> str:
        return f"a database, opened by\n{''.join(self.opened_by.format())}"


_connections: list[Connection] = []


def _note(connection: Any) -> None:
    stack = traceback.StackSummary.extract(traceback.walk_stack(None), limit=8, lookup_lines=False)
    stack.reverse()
    _connections.append(Connection(connection, stack))


def watch_databases() -> None:
    """Note every connection that is opened from now on, which lasts as long as this process."""
    sys.addaudithook(
        lambda event, what: _note(what[0]) if event == "sqlite3.connect/handle" else None
    )
    connect = sqlcipher3.dbapi2.connect  # it raises no events

    def connect_and_note(*arguments: Any, **options: Any) -> Any:
        connection = connect(*arguments, **options)
        _note(connection)
        return connection

    sqlcipher3.dbapi2.connect = connect_and_note


class Seen(NamedTuple):
    """What is open at a moment."""

    connections: list[Connection]
    files: dict[int, tuple[int, int]]
    """Device and number of the file behind each descriptor."""
    threads: frozenset[threading.Thread]
    has_processes: bool


def look() -> Seen:
    """See what is open now."""
    _connections[:] = [each for each in _connections if each.is_open]
    threads = (each for each in threading.enumerate() if not each.daemon)
    return Seen([*_connections], _files(), frozenset(threads), _has_processes())


def _files() -> dict[int, tuple[int, int]]:
    found = {}
    for entry in DESCRIPTORS.iterdir() if DESCRIPTORS.is_dir() else ():
        with suppress(OSError):  # the one with which the folder was read
            status = os.fstat(int(entry.name))
            found[int(entry.name)] = (status.st_dev, status.st_ino)
    return found


def _has_processes() -> bool:
    """Tell whether this process has others below it, also such as ended and nobody waited for."""
    if not hasattr(os, "waitid"):
        return False
    try:
        os.waitid(os.P_ALL, 0, os.WEXITED | os.WNOHANG | os.WNOWAIT)
    except ChildProcessError:
        return False
    return True


@contextmanager
def nothing_left_open() -> Iterator[None]:
    """Fail where something is open at the end of a block that was not open before it."""
    before = look()
    yield
    if left := left_open(before):
        pytest.fail("\n".join(["left open:", *left]), pytrace=False)


def left_open(before: Seen) -> list[str]:
    """Say what is open that was not open before; databases are then closed."""
    until = time.monotonic() + PATIENCE
    while found := list(_left(before)):
        if time.monotonic() > until:
            break
        time.sleep(0.02)
    for each in _connections:
        if each not in before.connections:
            with suppress(*database_errors()):  # of another thread, which alone may close it
                each.handle.close()
    return found


def _left(before: Seen) -> Iterator[str]:
    now = look()
    known = {id(each.handle) for each in before.connections}
    yield from (str(each) for each in now.connections if id(each.handle) not in known)
    for number, identity in now.files.items():
        if before.files.get(number) != identity:
            yield f"the descriptor {number}: {_named(number)}"
    yield from (f"the thread {each.name}" for each in now.threads - before.threads)
    if now.has_processes and not before.has_processes:
        yield "a process"


def _named(number: int) -> str:
    try:
        return str(Path(f"/proc/self/fd/{number}").readlink())
    except OSError:
        return "nobody can tell what it is"
