"""The head of a record where it was written down: in documents, beside backups, in case files."""

from __future__ import annotations

import json
import re
from io import BytesIO

_PRINTED = re.compile(r"record:([0-9a-f]{64})(?![0-9a-f])")
_BARE = re.compile(r"(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])")
_BLANKS = re.compile(r"\s+")
_MOST_PAGES = 500


def heads_in(content: bytes) -> tuple[str, ...]:
    """Give the heads of records that a file names, each once; none: it names none.

    A PDF prints them behind `record:`, as pages do; a case file ends with its newest entry; in any
    other text each SHA-256 may be one.
    """
    if content.startswith(b"%PDF-"):
        return _printed(_text_of(content))
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        return ()
    of_case = _of_case_file(text)
    if of_case:
        return (of_case,)
    return _printed(text) or tuple(dict.fromkeys(_BARE.findall(text)))


def _printed(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_PRINTED.findall(_BLANKS.sub("", text))))


def _text_of(content: bytes) -> str:
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    try:
        pages = PdfReader(BytesIO(content)).pages[:_MOST_PAGES]
        return "\n".join(page.extract_text() for page in pages)
    except (PyPdfError, ValueError, KeyError, TypeError, RecursionError):
        return ""


def _of_case_file(text: str) -> str | None:
    if '"assess-case"' not in text[:1000]:
        return None
    try:
        said = json.loads(text)
        head = said["record"][-1]["hash"]
    except (ValueError, KeyError, TypeError, IndexError, RecursionError):
        return None
    return str(head)
