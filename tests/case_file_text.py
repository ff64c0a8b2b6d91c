"""Case files as texts, changed as somebody might change them by hand."""

from __future__ import annotations

import json

BEFORE_THE_RECORD = 5
"""The last version of the file that carries no record, so that its answers may be written anew."""


def without_record(text: str) -> str:
    """Give a case file as a version before wrote it: without the record, whose seals are drawn."""
    plain = json.loads(text)
    plain.pop("record", None)
    plain["version"] = BEFORE_THE_RECORD
    return json.dumps(plain, ensure_ascii=False)
