"""The fields of a PDF form without the form: FDF and XFDF, as programs export them."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import Element

from assess.errors import Refused
from assess.exchange.container.pdf_fields import (
    MAX_BYTES,
    MAX_FIELDS,
    Fields,
    explained,
    field_text,
    quiet,
)
from assess.exchange.container.recognition import Kind, recognise
from assess.languages import gettext

_OFF = ("Off", "/Off", "")
_DEEPEST = 20


def read_form_data(content: bytes, name: str) -> Fields:
    """Read the fields of FDF or XFDF by name; raises Refused where it is damaged or too large."""
    if len(content) > MAX_BYTES:
        raise Refused(gettext("{name} is too large to be read.", name=name), ())
    with explained(name), quiet():
        found = _of_xfdf(content) if recognise(content) == Kind.XFDF else _of_fdf(content)
        fields = Fields({}, {})
        for key, text in found:
            fields.texts[key] = text
            fields.pages[key] = 0
            if len(fields.pages) > MAX_FIELDS:
                raise Refused(
                    gettext("{name} has more fields than a questionnaire.", name=name), ()
                )
        return fields


def _of_xfdf(content: bytes) -> Iterator[tuple[str, str]]:
    from defusedxml.ElementTree import fromstring

    root: Element = fromstring(content)
    for fields in root:
        if fields.tag.rpartition("}")[2] == "fields":
            yield from _below(fields, "", 0)


def _below(element: Element, above: str, depth: int) -> Iterator[tuple[str, str]]:
    if depth > _DEEPEST:
        return
    for field in element:
        if field.tag.rpartition("}")[2] != "field":
            continue
        name = ".".join(filter(None, (above, field.get("name", ""))))
        values = [
            "".join(part.itertext())
            for part in field
            if part.tag.rpartition("}")[2] in ("value", "value-richtext")
        ]
        if values:
            yield name, _value(name, "; ".join(values))
        yield from _below(field, name, depth + 1)


def _of_fdf(content: bytes) -> Iterator[tuple[str, str]]:
    from pypdf import PdfReader

    start = content.find(b"%FDF-")
    with_end = b"%PDF-" + content[start + 5 :] + b"\nstartxref\n0\n%%EOF\n"  # it may have none
    reader = PdfReader(io.BytesIO(with_end), strict=False)
    root: Any = reader.trailer["/Root"]
    yield from _kids(root["/FDF"].get("/Fields", []), "", 0)


def _kids(fields: Any, above: str, depth: int) -> Iterator[tuple[str, str]]:
    if depth > _DEEPEST:
        return
    for each in fields.get_object() if hasattr(fields, "get_object") else fields:
        field = each.get_object()
        name = ".".join(filter(None, (above, str(field.get("/T", "")))))
        if "/V" in field:
            yield name, _value(name, field_text(field["/V"]).removeprefix("/"))
        if "/Kids" in field:
            yield from _kids(field["/Kids"], name, depth + 1)


def _value(name: str, text: str) -> str:
    """Give what a field says; of a box, whose name has its option, whether it is ticked."""
    if "=" in name:
        return "" if text in _OFF else "yes"
    return "" if text == "Off" else text
