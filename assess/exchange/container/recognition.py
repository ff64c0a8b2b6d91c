"""What a file is, told by what it holds and not by its name."""

from __future__ import annotations

import io
import json
import zipfile

POOL = "assess-pool"
"""What a pool file states as its format."""

WORKBOOK, PDF, UNKNOWN = "xlsx", "pdf", ""
"""Kinds that carry no name of their own; JSON says what it is in its field `format`."""

_PDF_HEAD = 1024
"""Within how many bytes the mark of a PDF file may begin."""


def recognise(content: bytes) -> str:
    """Give the kind of a file: what JSON states as its `format`, `xlsx`, `pdf`, or nothing."""
    if b"%PDF-" in content[:_PDF_HEAD]:
        return PDF
    if content.startswith(b"PK\x03\x04"):
        return WORKBOOK if _holds_workbook(content) else UNKNOWN
    return _stated_format(content)


def _holds_workbook(content: bytes) -> bool:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return "xl/workbook.xml" in archive.namelist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        return False


def _stated_format(content: bytes) -> str:
    try:
        plain = json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return UNKNOWN
    stated = plain.get("format") if isinstance(plain, dict) else None
    return stated if isinstance(stated, str) else UNKNOWN
