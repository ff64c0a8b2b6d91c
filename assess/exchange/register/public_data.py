"""The public register as data: JSON and CSV with the public fields of each label."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

from assess.core.register.public_label import PublicLabel, PublicRegister
from assess.languages.understanding import in_english

FORMAT = "assess-register"
VERSION = 1
FIELDS = (
    "id",
    "name",
    "country",
    "country_name",
    "portfolio",
    "website",
    "level",
    "valid_from",
    "valid_until",
    "status",
    "decided_on",
    "synthetic",
)


def register_json(register: PublicRegister, *, title: str, notice: str) -> bytes:
    """Write the public register as JSON: the file that is signed."""
    document = {
        "format": FORMAT,
        "version": VERSION,
        "title": title,
        "notice": notice,
        "on": str(register.on),
        "labels": [_fields(label) for label in register.labels],
    }
    return json.dumps(document, ensure_ascii=False, indent=1).encode("utf-8") + b"\n"


def _fields(label: PublicLabel) -> dict[str, Any]:
    return {
        name: getattr(label, name) if name == "synthetic" else getattr(label, name) or None
        for name in FIELDS
    } | {"country_name": in_english(label.country_name)}


def register_csv(labels: list[dict[str, Any]]) -> bytes:
    """Write labels, as the JSON has them, as a table that no spreadsheet takes for formulas."""
    sheet = io.StringIO()
    writer = csv.writer(sheet, lineterminator="\n")
    writer.writerow(FIELDS)
    writer.writerows([_cell(label[name]) for name in FIELDS] for label in labels)
    return sheet.getvalue().encode("utf-8")


def _cell(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    text = "" if value is None else str(value)
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t", "\r") else text
