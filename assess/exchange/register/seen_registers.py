"""What is remembered of public registers that were verified here: their keys and numbers."""

from __future__ import annotations

import json
from datetime import date
from typing import Literal

from pydantic import ValidationError

from assess.core.text.value import Value
from assess.errors import AssessError
from assess.exchange.register.key_history import Sha256
from assess.languages import gettext


class SeenRegister(Value):
    """A register as it was seen last."""

    public: str
    """Its key, in hexadecimal digits."""
    former: tuple[str, ...] = ()
    """The keys before it, which are not believed any more."""
    number: int
    manifest: Sha256
    on: date
    """The day of the pages."""
    address: str
    folder: str


class SeenRegisters(Value):
    """All of them."""

    format: Literal["assess-seen-registers"] = "assess-seen-registers"
    version: Literal[1] = 1
    registers: tuple[SeenRegister, ...] = ()


def seen_json(seen: tuple[SeenRegister, ...]) -> bytes:
    """Write what is remembered."""
    told = SeenRegisters(registers=seen).model_dump(mode="json")
    return json.dumps(told, indent=1, ensure_ascii=False).encode("utf-8") + b"\n"


def read_seen(content: bytes, name: str) -> tuple[SeenRegister, ...]:
    """Read what is remembered; AssessError where the file is something else."""
    try:
        return SeenRegisters.model_validate_json(content).registers
    except ValidationError as error:
        raise AssessError(
            gettext(
                "{name} is damaged; it says which registers were seen before. Move the file "
                "away to begin a new one; an older copy of a register is then not recognised.",
                name=name,
            )
        ) from error
