"""The theme file: a small TOML file with one's own colours, logo and imprint.

[colour]
accent = "#7A1F5C"

[logo]
file = "logo.svg"            # beside this file; SVG, PNG or JPEG
alternative = "Cluster Agency of the North"

[imprint]
lines = ["Cluster Agency of the North", "Harbour Street 1, Northtown"]

[site]                       # only for the public pages of the register
about = ["..."]
"""

from __future__ import annotations

import base64
from pathlib import Path
from typing import Any, Literal

from pydantic import ValidationError

from assess.core.report.record.theme import Theme, contrast_faults, themed
from assess.core.text.design_tokens import Tokens
from assess.errors import Refused
from assess.exchange.report.svg_faults import svg_faults
from assess.files import content_of, text_of
from assess.languages import gettext, listed
from assess.languages.message import say
from assess.languages.validation import say_flaw
from assess.toml import TOMLDecodeError, read_toml

MOST_BYTES = 500_000
"""A logo is no photograph: every report carries it."""

_STARTS: dict[bytes, Literal["png", "jpeg"]] = {
    b"\x89PNG\r\n\x1a\n": "png",
    b"\xff\xd8\xff": "jpeg",
}
_FIELDS = {"colour", "logo", "imprint", "site"}
"""`site` is read by `assess/exchange/register/publisher_texts_file.py`."""


def read(path: Path, tokens: Tokens) -> Theme:
    """Read a theme; raises Refused with every fault and what would be right."""
    try:
        plain = read_toml(text_of(path))
    except (OSError, UnicodeDecodeError) as error:
        raise Refused(
            gettext("The theme {path} cannot be read: {error}.", path=path, error=_reason(error)),
            (),
        ) from error
    except TOMLDecodeError as error:
        raise Refused(
            gettext("The theme {path} is not TOML: {error}.", path=path, error=error), ()
        ) from error
    faults = [
        gettext(
            "{field}: there is no such part; the parts are {fields}",
            field=name,
            fields=listed(["colour", "logo", "imprint", "site"]),
        )
        for name in plain
        if name not in _FIELDS
    ]
    theme, found = _formed(plain, path.parent)
    faults += found
    if theme is not None:
        faults += map(say, contrast_faults(themed(tokens, theme)))
    if faults or theme is None:
        raise Refused(gettext("The theme {path} cannot be used.", path=path), faults)
    return theme


def _formed(plain: dict[str, Any], folder: Path) -> tuple[Theme | None, list[str]]:
    faults: list[str] = []
    content: dict[str, Any] = {"colour": plain.get("colour", {})}
    imprint = plain.get("imprint", {})
    if not isinstance(imprint, dict) or set(imprint) - {"lines"}:
        faults.append(
            gettext("{field}: it has one field, {line}", field="imprint", line="lines = [...]")
        )
    else:
        content["imprint"] = imprint.get("lines", ())
    if "logo" in plain:
        logo, found = _logo(plain["logo"], folder)
        content["logo"] = logo
        faults += found
    try:
        return Theme.model_validate(content), faults
    except ValidationError as error:
        for detail in error.errors():
            place = ".".join(str(part) for part in detail["loc"])
            faults.append(gettext("{field}: {fault}", field=place, fault=_wrong(detail)))
    return None, faults


def _wrong(error: Any) -> str:
    if error["type"] == "string_pattern_mismatch":
        return gettext('{text} is not a colour; write it like "#0F6B7A"', text=repr(error["input"]))
    if error["type"] == "extra_forbidden":
        return gettext("there is no such field")
    return say_flaw(error["type"], error["msg"], error.get("ctx", {}))


def _logo(stated: Any, folder: Path) -> tuple[dict[str, Any] | None, list[str]]:
    if not isinstance(stated, dict) or set(stated) != {"file", "alternative"}:
        return None, [
            gettext(
                "{field}: it has two fields, {first} and {second}",
                field="logo",
                first='file = "..."',
                second='alternative = "..."',
            )
        ]
    if not isinstance(stated["file"], str) or not stated["file"].strip():
        return None, [gettext("{field}: give a file in the folder of the theme", field="logo.file")]
    place = folder / stated["file"]
    try:
        content = content_of(place, MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        return None, [
            gettext(
                "{field}: {path} cannot be read: {error}",
                field="logo.file",
                path=place,
                error=_reason(error),
            )
        ]
    if len(content) > MOST_BYTES:
        return None, [
            gettext(
                "{field}: {file} is larger than {kilobytes} kB",
                field="logo.file",
                file=place.name,
                kilobytes=MOST_BYTES // 1000,
            )
        ]
    kind: Literal["svg", "png", "jpeg"] | None = next(
        (kind for start, kind in _STARTS.items() if content.startswith(start)), None
    )
    if kind is None:
        faults = [
            gettext("{field}: {fault}", field="logo.file", fault=fault)
            for fault in svg_faults(content, place.name)
        ]
        if faults:
            return None, faults
        kind = "svg"
    encoded = base64.b64encode(content).decode("ascii")
    return {"kind": kind, "content": encoded, "alternative": stated["alternative"]}, []


def _reason(error: Exception) -> str:
    return getattr(error, "strerror", None) or str(error)
