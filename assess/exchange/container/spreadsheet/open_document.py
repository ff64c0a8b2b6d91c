"""Spreadsheets of OpenDocument (.ods, and .fods in one piece), read cell by cell.

The readers that are kept for it know neither comments nor what is hidden or struck out. It is read
as it comes, so that a document of any depth or size takes no more memory than its cells.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from typing import IO

from assess.errors import Refused
from assess.exchange.container.recognition import Kind, recognise
from assess.exchange.container.spreadsheet.explained import explained
from assess.exchange.container.spreadsheet.guard import Limits
from assess.exchange.container.spreadsheet.open_document_handler import Enough, Handler
from assess.exchange.container.spreadsheet.sheet import ReadSheet
from assess.exchange.container.spreadsheet.too_many import demand_few_sheets
from assess.languages import gettext

MAX_CONTENT = 48 * 2**20
_CHUNK = 2**18


def read(content: bytes, name: str, limits: Limits) -> Iterator[ReadSheet]:
    """Read all sheets; raises Refused where it is damaged, locked or too large."""
    with explained(name):
        if recognise(content) == Kind.FLAT_OPEN_DOCUMENT:
            sheets = _parsed(io.BytesIO(content), name, limits)
        else:
            sheets = _of_archive(content, name, limits)
        demand_few_sheets(len(sheets), name, limits)
        yield from sheets


def _of_archive(content: bytes, name: str, limits: Limits) -> tuple[ReadSheet, ...]:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            if _is_locked(archive):
                raise Refused(
                    gettext("{name} is locked with a password; save it without one.", name=name), ()
                )
            with archive.open("content.xml") as file:
                return _parsed(file, name, limits)
    except (zipfile.BadZipFile, zlib.error, EOFError, KeyError) as error:
        why = str(error).split("\n")[0][:120] or type(error).__name__
        raise Refused(gettext("{name} is damaged: {error}.", name=name, error=why), ()) from error


def _is_locked(archive: zipfile.ZipFile) -> bool:
    if any(part.flag_bits & 1 for part in archive.infolist()):
        return True
    if "META-INF/manifest.xml" not in archive.namelist():
        return False
    with archive.open("META-INF/manifest.xml") as file:
        return b"encryption-data" in file.read(2**20)


def _parsed(file: IO[bytes], name: str, limits: Limits) -> tuple[ReadSheet, ...]:
    from xml.sax.handler import feature_namespaces

    from defusedxml.expatreader import create_parser

    handler = Handler(name, limits)
    parser = create_parser(forbid_dtd=True)
    parser.setFeature(feature_namespaces, True)  # noqa: FBT003  as SAX has it
    parser.setContentHandler(handler)
    read_bytes = 0
    try:
        while chunk := file.read(_CHUNK):
            read_bytes += len(chunk)
            if read_bytes > MAX_CONTENT:
                raise Refused(gettext("{name} is too large to be read.", name=name), ())
            parser.feed(chunk)
        parser.close()
    except Enough:
        pass
    return tuple(handler.sheets)
