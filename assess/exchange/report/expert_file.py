"""The expert's own settings: a small TOML file with organisation, contact and next steps.

name = "Alex Sample"                  # only where several experts share a computer
organisation = "Cluster Advisers of the North"
contact = ["Harbour Street 1, Northtown", "alex@advisers.example"]
next_steps = "Call us within a month."
"""

from __future__ import annotations

from pathlib import Path

from pydantic import ValidationError

from assess.core.report.record.expert_profile import ExpertProfile
from assess.errors import Refused
from assess.files import text_of
from assess.languages import gettext, listed
from assess.languages.validation import say_flaw
from assess.toml import TOMLDecodeError, read_toml


def read(path: Path) -> ExpertProfile:
    """Read a profile; raises Refused with every fault and what would be right."""
    try:
        return ExpertProfile.model_validate(read_toml(text_of(path)))
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        text = gettext("Your settings {path} cannot be read: {error}.", path=path, error=reason)
        raise Refused(text, ()) from error
    except TOMLDecodeError as error:
        text = gettext("Your settings {path} are not TOML: {error}.", path=path, error=error)
        raise Refused(text, ()) from error
    except ValidationError as error:
        faults = [
            gettext(
                "{field}: {fault}",
                field=".".join(map(str, fault["loc"])),
                fault=_wrong(fault["type"], fault["msg"], fault.get("ctx", {})),
            )
            for fault in error.errors()
        ]
        text = gettext("Your settings {path} cannot be used.", path=path)
        raise Refused(text, faults) from error


def _wrong(kind: str, said: str, context: dict[str, object]) -> str:
    if kind == "extra_forbidden":
        fields = listed(list(ExpertProfile.model_fields))
        return gettext("there is no such field; the fields are {fields}", fields=fields)
    if kind == "missing":
        return gettext("this field is missing")
    return say_flaw(kind, said, context)
