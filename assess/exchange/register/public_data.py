"""The public register as data: JSON and CSV with the public fields of each label."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

from assess.core.register.public_label import PublicLabel, PublicRegister
from assess.core.text.visible import harmless_cell
from assess.languages.understanding import in_english

FORMAT = "assess-register"
VERSION = 2
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
    "status_reason",
    "decided_on",
    "listed_on",
    "recorded_on",
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
    }
    head = json.dumps(document, ensure_ascii=False, indent=1).removesuffix("\n}")
    labels = ",\n".join([_indented(_fields(label)) for label in register.labels])
    text = [head, ',\n "labels": [', *(["\n", labels, "\n "] if labels else []), "]\n}\n"]
    return "".join(text).encode("utf-8")


def _indented(fields: dict[str, Any]) -> str:
    """Write an object as `indent=1` writes it two levels deep, but not in its slow way."""
    text = json.dumps(fields, ensure_ascii=False, separators=(",\n   ", ": "))
    return "".join(("  {\n   ", text[1:-1], "\n  }"))


def _fields(label: PublicLabel) -> dict[str, Any]:
    said = {
        "country_name": in_english(label.country_name),
        "status_reason": in_english(label.status_reason) if label.status_reason else None,
        "synthetic": label.synthetic,
    }
    return {name: said[name] if name in said else getattr(label, name) or None for name in FIELDS}


def register_csv(labels: list[dict[str, Any]]) -> bytes:
    """Write labels, as the JSON has them, as a table that no spreadsheet takes for formulas.

    Pages of an older version have fewer fields; their table has those that their labels have.
    """
    fields = tuple(labels[0]) if labels else FIELDS
    sheet = io.StringIO()
    writer = csv.writer(sheet, lineterminator="\n")
    writer.writerow(fields)
    writer.writerows([_cell(label[name]) for name in fields] for label in labels)
    return sheet.getvalue().encode("utf-8")


def _cell(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else harmless_cell(str(value))
