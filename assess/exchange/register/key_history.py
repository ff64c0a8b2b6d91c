"""The history of the register's key: each new key signed by the one before it, and what it signed.

Who trusts one key of a register trusts the next: the former key signed it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Annotated, Literal

from pydantic import Field, StrictInt, StringConstraints, ValidationError

from assess.core.text.value import Value
from assess.errors import AssessError
from assess.exchange.container.strict_json import parsed
from assess.languages import gettext
from assess.signature import SigningKey, is_signed

_PublicKey = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
_Signature = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{128}$")]
Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]


class Rotation(Value):
    """That a new key takes the place of an old one, which signed it."""

    old: _PublicKey
    new: _PublicKey
    on: date
    signature: _Signature

    @property
    def is_signed(self) -> bool:
        """Whether the old key signed this."""
        statement = _statement(self.old, self.new, self.on)
        return is_signed(statement, bytes.fromhex(self.signature), bytes.fromhex(self.old))


class KeyHistory(Value):
    """What is published of the key's history."""

    format: Literal["assess-key-history"] = "assess-key-history"
    version: Literal[1] = 1
    rotations: tuple[Rotation, ...] = ()


class KeyRecord(Value):
    """What is kept beside a key: its history, and the pages that it signed last."""

    format: Literal["assess-key-record"] = "assess-key-record"
    version: Literal[1] = 1
    public: _PublicKey
    rotations: tuple[Rotation, ...] = ()
    number: int = 0
    """The number of the pages that were signed last; 0: none were."""
    manifest: Sha256 | None = None
    """The hash of their manifest."""
    places: Mapping[str, StrictInt] = Field(default_factory=dict)
    """The places that labels were given in the list of revoked credentials, by their ids."""


def rotation(old: SigningKey, new: SigningKey, on: date) -> Rotation:
    """Let an old key sign the new one."""
    signed = old.sign(_statement(old.public.hex(), new.public.hex(), on))
    return Rotation(old=old.public.hex(), new=new.public.hex(), on=on, signature=signed.hex())


def _statement(old: str, new: str, on: date) -> bytes:
    return "\n".join(("assess-register-key-rotation", old, new, str(on), "")).encode("ascii")


def succession(rotations: Iterable[Rotation], public: str) -> tuple[Rotation, ...]:
    """Give the signed steps that lead to a key, oldest first; what is not signed leads nowhere."""
    by_new = {step.new: step for step in rotations if step.is_signed}
    found: list[Rotation] = []
    while (step := by_new.pop(public, None)) is not None:
        found.append(step)
        public = step.old
    return tuple(reversed(found))


def history_json(rotations: Sequence[Rotation]) -> bytes:
    """Write the history of a key as it is published."""
    return _written(KeyHistory(rotations=tuple(rotations)))


def read_history(content: bytes, name: str) -> tuple[Rotation, ...]:
    """Read the published history of a key; AssessError where it is none."""
    try:
        return KeyHistory.model_validate(parsed(content, name, "public register")).rotations
    except ValidationError as error:
        raise AssessError(
            gettext("{name} is not the history of a register's key.", name=name)
        ) from error


def record_json(record: KeyRecord) -> bytes:
    """Write what is kept beside a key."""
    return _written(record)


def read_record(content: bytes, name: str) -> KeyRecord:
    """Read what is kept beside a key; AssessError where it is something else."""
    try:
        return KeyRecord.model_validate_json(content)
    except ValidationError as error:
        raise AssessError(
            gettext(
                "{name} does not tell what its key has signed; move it away if it is another file.",
                name=name,
            )
        ) from error


def _written(value: Value) -> bytes:
    return json.dumps(value.model_dump(mode="json"), indent=1).encode("ascii") + b"\n"
