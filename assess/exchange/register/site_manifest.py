"""The manifest of a published register: every file with its hash, which one signature covers."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from datetime import date
from typing import Annotated, Literal

from pydantic import Field, ValidationError

from assess.core.text.value import Value
from assess.errors import AssessError
from assess.exchange.container.strict_json import parsed
from assess.exchange.register.key_history import Sha256
from assess.languages import gettext


class Manifest(Value):
    """What the publisher signs of the pages as a whole."""

    format: Literal["assess-register-manifest"] = "assess-register-manifest"
    version: Literal[1] = 1
    number: Annotated[int, Field(gt=0)]
    """Grows with each publication."""
    before: Sha256 | None
    """The hash of the manifest before; None: none is known."""
    address: str
    """Where the pages stand; empty: not known."""
    on: date
    until: date
    """The last day on which the pages are to be believed."""
    key: Sha256
    """The fingerprint of the key that signs."""
    files: Mapping[str, Sha256]
    """The hash of each file by its place below the folder, but for manifest and signature."""


def manifest_json(manifest: Manifest) -> bytes:
    """Write a manifest as it is signed: a line a file."""
    head = json.dumps(manifest.model_dump(mode="json", exclude={"files"}), indent=1)
    lines = ",\n".join(
        f"  {json.dumps(name)}: {json.dumps(manifest.files[name])}"
        for name in sorted(manifest.files)
    )
    return f'{head.removesuffix("}").rstrip()},\n "files": {{\n{lines}\n }}\n}}\n'.encode("ascii")


def read_manifest(content: bytes, name: str) -> Manifest:
    """Read a manifest; AssessError where it is none."""
    try:
        return Manifest.model_validate(parsed(content, name, "public register"))
    except ValidationError as error:
        raise AssessError(
            gettext("{name} is not the manifest of a public register.", name=name)
        ) from error


def hash_of(content: bytes) -> str:
    """Give the SHA-256 of a content."""
    return hashlib.sha256(content).hexdigest()
