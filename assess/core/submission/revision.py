"""A revision: a case file as it is sent, named by the hash of its canonical JSON.

The document says which case it is, the entries of its record and their head, the edition of the
catalogue and the language; the case file stands in it whole. Name and signature are over the
document as it was sent, never over what a model made of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from assess.core.record.canonical import canonical, parsed_document
from assess.core.record.past import PastStep

FORMAT = "assess-revision"
VERSION = 1


@dataclass(frozen=True)
class CaseRevision:
    """A revision with what its document says of itself."""

    content: bytes
    """The document as canonical JSON."""
    document: dict[str, Any]

    @property
    def name(self) -> str:
        """The SHA-256 of the content, in hexadecimal."""
        return sha256(self.content).hexdigest()

    @property
    def case(self) -> str:
        """The id of the case."""
        return str(self.document["case"])

    @property
    def head(self) -> str:
        """The hash of the last entry of the record."""
        return str(self.document["head"])

    @property
    def file(self) -> dict[str, Any]:
        """The case file."""
        return dict(self.document["file"])


def revision_of(
    case: str, steps: Sequence[PastStep], language: str, file: dict[str, Any]
) -> CaseRevision:
    """Make the revision of a case file; the last of the steps of its record is its head."""
    document = {
        "format": FORMAT,
        "version": VERSION,
        "case": case,
        "head": steps[-1].hash,
        "record": [list(step) for step in steps],
        "catalogue": file["catalogue"],
        "language": language,
        "file": file,
    }
    return CaseRevision(canonical(document), document)


def read_revision(content: bytes) -> CaseRevision:
    """Read a document as it was sent; ValueError, whose text names the fault, for what is none."""
    made, document = parsed_document(content)
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise ValueError("format")
    if document.get("version") != VERSION:
        raise ValueError("version")
    for name in ("case", "head", "catalogue", "language"):
        if not isinstance(document.get(name), str):
            raise ValueError(name)
    if not isinstance(document.get("file"), dict):
        raise ValueError("file")
    return CaseRevision(made, document)
