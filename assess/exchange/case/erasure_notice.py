"""The erasure notice: tells whoever has a copy of a case that it was erased, when and why."""

from __future__ import annotations

import json
from typing import Annotated, Literal

from pydantic import AwareDatetime, StrictInt, StringConstraints, ValidationError

from assess.core.text.value import Value
from assess.errors import Refused
from assess.exchange.case.case_file_fields import CaseId
from assess.exchange.container.strict_json import parsed
from assess.languages import gettext
from assess.languages.validation import after_colon, say_flaw

VERSION = 1

Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=2000)]


class ErasureNotice(Value):
    """That a case was erased somewhere: it holds nothing of the case but its id."""

    format: Literal["assess-erasure"] = "assess-erasure"
    version: StrictInt = VERSION
    case: CaseId
    at: AwareDatetime
    """When it was erased."""
    ground: Words
    by: Words


def written(notice: ErasureNotice) -> bytes:
    """Write a notice."""
    text = json.dumps(notice.model_dump(mode="json"), indent=1, ensure_ascii=False)
    return text.encode("utf-8") + b"\n"


def read(content: bytes, name: str) -> ErasureNotice:
    """Read a notice; Refused with each of its faults."""
    plain = parsed(content, name, "erasure notice")
    if plain.get("version") != VERSION:
        raise Refused(
            gettext(
                "{name} is an erasure notice of version {version}; this program reads version "
                "{own_version}.",
                name=name,
                version=repr(plain.get("version")),
                own_version=VERSION,
            ),
            (),
        )
    try:
        return ErasureNotice.model_validate(plain)
    except ValidationError as error:
        faults = [
            gettext(
                "{field}: {fault}",
                field=".".join(map(str, detail["loc"])),
                fault=after_colon(say_flaw(detail["type"], detail["msg"], detail.get("ctx", {}))),
            )
            for detail in error.errors()
        ]
        what = gettext("{name} is no erasure notice; nothing was imported.", name=name)
        raise Refused(what, faults) from error
