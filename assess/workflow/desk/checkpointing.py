"""Signs how far the record reaches when a run ends; nobody is asked, and nobody waits for it.

What this device signed last is remembered beside its key as well: there it outlives the database.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any

from assess.core.record.checkpoint import Checkpoint
from assess.errors import AssessError
from assess.files import write_whole
from assess.signature import load_or_make_key
from assess.store import Store

_MOST = 1_000
"""So many databases are remembered."""


def sign_record(store: Store, key_file: Path, clock: Callable[[], datetime]) -> Checkpoint | None:
    """Sign how far the record reaches, if anything was entered since; None: nothing was signed.

    Where it cannot be signed now, because the key, the database or its folder does not allow it,
    the next start does.
    """
    with suppress(AssessError, OSError, ValueError, sqlite3.Error):
        if not store.checkpoints.are_due():
            return None
        key, _ = load_or_make_key(key_file)
        known = remembered(key_file, store.checkpoints.database)
        made = store.checkpoints.make(key, at=clock(), known=known)
        _remember(key_file, made)
        return made
    return None


def remembered(key_file: Path, database: str) -> Checkpoint | None:
    """Give the last checkpoint of a database that this device signed, as it remembers it."""
    said = _all_remembered(key_file).get(database)
    try:
        return (
            None
            if said is None
            else Checkpoint(
                database,
                int(said["number"]),
                int(said["entries"]),
                str(said["head"]),
                str(said["at"]),
            )
        )
    except (KeyError, TypeError, ValueError):
        return None


def _remember(key_file: Path, made: Checkpoint) -> None:
    kept = _all_remembered(key_file)
    kept.pop(made.database, None)
    said = made._asdict()
    del said["database"]
    kept[made.database] = said
    newest = dict(list(kept.items())[-_MOST:])
    content = json.dumps(newest, indent=1).encode("utf-8")
    write_whole(_memory(key_file), content, is_private=True)


def _all_remembered(key_file: Path) -> dict[str, dict[str, Any]]:
    try:
        kept = json.loads(_memory(key_file).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    if not isinstance(kept, dict):
        return {}
    return {name: said for name, said in kept.items() if isinstance(said, dict)}


def _memory(key_file: Path) -> Path:
    return key_file.with_name(f"{key_file.stem}-checkpoints.json")
