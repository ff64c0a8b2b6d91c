"""What is said of a file of peers that is at fault."""

from __future__ import annotations

from collections.abc import Sequence

from pydantic import ValidationError

from assess.errors import Refused
from assess.languages import gettext, ngettext
from assess.languages.validation import after_colon, say_flaw

_FORMS = ("float", "int", "str")
"""What pydantic adds to a place where one of several forms is possible."""


def refused(name: str, found: Sequence[str]) -> Refused:
    """Refuse a file with all that is wrong with it."""
    return Refused(
        ngettext(
            "{name} has {count} fault; nothing was imported.",
            "{name} has {count} faults; nothing was imported.",
            len(found),
            name=name,
        ),
        found,
    )


def form_faults(error: ValidationError) -> list[str]:
    """Give every fault of the form of a file, each with its place."""
    faults = []
    for detail in error.errors():
        place = "".join(
            f"[{part}]" if isinstance(part, int) else f".{part}"
            for part in detail["loc"]
            if part not in _FORMS
        ).lstrip(".")
        text = say_flaw(detail["type"], detail["msg"], detail.get("ctx", {}))
        faults.append(gettext("{field}: {fault}", field=place, fault=after_colon(text)))
    return list(dict.fromkeys(faults))
