"""The chain of a case's entries: each carries the hash of the one before it."""

from __future__ import annotations

import hashlib

FIRST = ""
"""What the first entry of a chain has before it."""


def link(before: str, *fields: str | None) -> str:
    """Give the SHA-256 of an entry together with the hash of the one before it."""
    digest = hashlib.sha256(before.encode("ascii"))
    for field in fields:
        content = b"" if field is None else field.encode("utf-8", "surrogatepass")
        digest.update(b"-" if field is None else b"+%d:" % len(content))
        digest.update(content)
    return digest.hexdigest()
