"""Strict Open XML as the transitional kind: its names of namespaces are all that differs here."""

from __future__ import annotations

import io
import re
import zipfile

_STRICT = re.compile(rb"http://purl\.oclc\.org/ooxml/(\w+)/(\w+)")
_TRANSITIONAL = rb"http://schemas.openxmlformats.org/\1/2006/\2"
_HEAD = 2**16
"""Within how many bytes of a part its namespaces are declared."""
_CHUNK = 2**20


def transitional(content: bytes) -> bytes:
    """Give a workbook with the names that readers know; after `guard`."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        if not _is_strict(archive):
            return content
        renamed = io.BytesIO()
        with zipfile.ZipFile(renamed, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as copy:
            for part in archive.infolist():
                with archive.open(part) as source, copy.open(part.filename, "w") as target:
                    head = source.read(_HEAD)
                    if part.filename.lower().endswith(".rels"):
                        head += source.read()
                    target.write(_STRICT.sub(_TRANSITIONAL, head))
                    while chunk := source.read(_CHUNK):
                        target.write(chunk)
        return renamed.getvalue()


def _is_strict(archive: zipfile.ZipFile) -> bool:
    names = set(archive.namelist())
    if "_rels/.rels" not in names:
        return False
    if b"purl.oclc.org/ooxml" in archive.read("_rels/.rels"):
        return True
    if "xl/workbook.xml" not in names:
        return False
    with archive.open("xl/workbook.xml") as file:
        return b"purl.oclc.org/ooxml" in file.read(_HEAD)
