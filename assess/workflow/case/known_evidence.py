"""Which files of evidence may be looked at: those given here, and those the expert agreed to.

A case file from elsewhere can name any path of this computer. What it names is not opened unasked.
"""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

from assess.core.case.answer import Evidence
from assess.files import content_of, write_whole
from assess.workflow.desk.desk import Desk

_MOST = 16_000_000


def known_files(desk: Desk) -> frozenset[str]:
    """Give what is known of this database on this computer, for `may_be_read`."""
    try:
        return frozenset(content_of(_file(desk), _MOST).decode("ascii", "replace").split())
    except OSError:
        return frozenset()


def may_be_read(evidence: Evidence, known: frozenset[str]) -> bool:
    """Tell whether a file may be opened to see if it is still what it was."""
    return _mark(evidence) in known


def remember(desk: Desk, evidence: Iterable[Evidence]) -> None:
    """Keep that files may be looked at, beside the database: paths are those of one computer."""
    known = known_files(desk)
    more = {_mark(piece) for piece in evidence if piece.kind == "file"} - known
    if more:
        text = "".join(f"{mark}\n" for mark in sorted(known | more))
        write_whole(_file(desk), text.encode("ascii"), is_private=True)


def _file(desk: Desk) -> Path:
    return desk.store.path.with_name(f"{desk.store.path.name}.known-evidence")


def _mark(evidence: Evidence) -> str:
    """Give a mark from which nobody reads path or content: the database may be encrypted."""
    said = f"{evidence.location}\0{evidence.sha256}"
    return sha256(said.encode("utf-8", "surrogatepass")).hexdigest()
