"""Saying what a validator finds wrong: our flaws by their codes, those of pydantic by their types.

Words of pydantic that are rare in files stay as pydantic writes them, in English.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from assess.core.text.message import Message
from assess.languages.language import ENGLISH, language
from assess.languages.message import say
from assess.languages.speech import gettext, gettext_noop, ngettext, spoken_language

PLAIN: Mapping[str, str] = {
    "missing": gettext_noop("Field required"),
    "extra_forbidden": gettext_noop("Extra inputs are not permitted"),
    "invalid_key": gettext_noop("Keys should be strings"),
    "model_type": gettext_noop("Input should be a valid dictionary or instance of {class_name}"),
    "model_attributes_type": gettext_noop(
        "Input should be a valid dictionary or object to extract fields from"
    ),
    "greater_than": gettext_noop("Input should be greater than {gt}"),
    "greater_than_equal": gettext_noop("Input should be greater than or equal to {ge}"),
    "less_than": gettext_noop("Input should be less than {lt}"),
    "less_than_equal": gettext_noop("Input should be less than or equal to {le}"),
    "finite_number": gettext_noop("Input should be a finite number"),
    "string_type": gettext_noop("Input should be a valid string"),
    "string_pattern_mismatch": gettext_noop("String should match pattern '{pattern}'"),
    "dict_type": gettext_noop("Input should be a valid dictionary"),
    "list_type": gettext_noop("Input should be a valid list"),
    "tuple_type": gettext_noop("Input should be a valid tuple"),
    "bool_type": gettext_noop("Input should be a valid boolean"),
    "bool_parsing": gettext_noop("Input should be a valid boolean, unable to interpret input"),
    "int_type": gettext_noop("Input should be a valid integer"),
    "int_parsing": gettext_noop(
        "Input should be a valid integer, unable to parse string as an integer"
    ),
    "int_from_float": gettext_noop(
        "Input should be a valid integer, got a number with a fractional part"
    ),
    "float_type": gettext_noop("Input should be a valid number"),
    "float_parsing": gettext_noop(
        "Input should be a valid number, unable to parse string as a number"
    ),
    "date_type": gettext_noop("Input should be a valid date"),
    "date_from_datetime_inexact": gettext_noop(
        "Datetimes provided to dates should have zero time - e.g. be exact dates"
    ),
    "datetime_type": gettext_noop("Input should be a valid datetime"),
    "union_tag_invalid": gettext_noop(
        "Input tag '{tag}' found using {discriminator} does not match any of the expected tags: "
        "{expected_tags}"
    ),
    "union_tag_not_found": gettext_noop(
        "Unable to extract tag using discriminator {discriminator}"
    ),
}
"""What pydantic says by the type of an error, with the names of its places."""

_QUOTED = re.compile(r"'(?:[^'\\]|\\.)*'")


def say_flaw(kind: str, english: str, values: Mapping[str, Any]) -> str:
    """Say an error by its type (`type`, `msg` and `ctx` of pydantic), or as pydantic says it."""
    if "." in kind:
        return say(Message(kind, values))
    if kind in PLAIN:
        return gettext(PLAIN[kind], **{name: _shown(value) for name, value in values.items()})
    match kind:
        case "literal_error" | "enum":
            return gettext("Input should be {expected}", expected=_alternatives(values["expected"]))
        case "string_too_short":
            return ngettext(
                "String should have at least {count} character",
                "String should have at least {count} characters",
                values["min_length"],
            )
        case "string_too_long":
            return ngettext(
                "String should have at most {count} character",
                "String should have at most {count} characters",
                values["max_length"],
            )
        case "too_short" if values["field_type"] == "Tuple":
            return ngettext(
                "Tuple should have at least {count} item after validation, not {found}",
                "Tuple should have at least {count} items after validation, not {found}",
                values["min_length"],
                found=str(values["actual_length"]),
            )
        case "too_long" if values["field_type"] == "Tuple":
            return ngettext(
                "Tuple should have at most {count} item after validation, not {found}",
                "Tuple should have at most {count} items after validation, not {found}",
                values["max_length"],
                found=str(values["actual_length"]),
            )
        case _:
            return english.removeprefix("Value error, ")


def after_colon(said: str) -> str:
    """Give a sentence as it goes on after a colon: in English, without its capital."""
    return said[:1].lower() + said[1:] if spoken_language().code == ENGLISH else said


def _shown(value: object) -> str:
    return f"{value:g}" if isinstance(value, float) else str(value)


def _alternatives(expected: str) -> str:
    """Join with a word of the language what pydantic joins with "or"."""
    quoted = [found.group() for found in _QUOTED.finditer(expected)]
    if language(ENGLISH).joined(quoted, "or") != expected:
        return expected
    return spoken_language().joined(quoted, "or")
