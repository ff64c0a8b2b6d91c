"""What of a workbook is looked at before any library reads it: size, parts, macros, endless rows.

A small file may unfold to gigabytes, or hold a row of millions of cells; a library would take all
of it into memory. Counting bytes and tags while unfolding costs little and keeps nothing.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from assess.errors import Refused
from assess.languages import gettext, ngettext, number_text

MAX_PARTS = 2_000
MAX_PART = 96 * 2**20
MAX_UNSIZED = 2 * 2**20
MAX_STRINGS = 24 * 2**20
MAX_SMALL = 4 * 2**20
"""Bytes, unfolded: of a sheet, of one that does not say its size, of the texts, of other parts."""

_CHUNK = 2**18
_ROW = re.compile(rb"<(?:\w+:)?row[\s/>]")
_MERGED = re.compile(
    rb"<(?:\w+:)?mergeCell\s[^>]{0,60}?ref=[\"']([A-Z]{1,3}\d{1,7}:[A-Z]{1,3}\d{1,7})"
)

_DECLARED = tuple("<!DOCTYPE".encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-16-be"))

_ENCODING = re.compile(rb"[^<]{0,4}<\?xml\s[^>]{0,200}?encoding\s*=\s*[\"']([^\"']{0,40})")
_ENCODINGS = (b"utf-8", b"utf-16", b"utf8", b"us-ascii", b"iso-8859-1")
"""In these a declaration would be seen; others could hide one from whoever looks at the bytes."""


@dataclass(frozen=True)
class Limits:
    """How much of a workbook is read."""

    rows: int
    columns: int
    tags_in_rows: int
    """Tags between the starts of two rows: six or so for each cell."""
    tags_in_strings: int
    sheets: int


QUESTIONNAIRE = Limits(
    rows=5_000, columns=60, tags_in_rows=20_000, tags_in_strings=200_000, sheets=60
)
PEEK = Limits(rows=60, columns=60, tags_in_rows=60_000, tags_in_strings=0, sheets=60)
TABLE = Limits(
    rows=50_000, columns=2_000, tags_in_rows=60_000, tags_in_strings=1_000_000, sheets=20
)


def guard(content: bytes, name: str, limits: Limits) -> None:
    """Refuse a workbook that cannot be read within reason, is damaged, or brings macros."""
    with _explained(name), zipfile.ZipFile(io.BytesIO(content)) as archive:
        _guard_parts(archive, name)
        for part in archive.infolist():
            _guard_part(archive, part, name, limits)


def guard_sheet(content: bytes, name: str, sheet: str, limits: Limits) -> None:
    """Refuse a sheet, by the name of its part, that cannot be read within reason; after `guard`."""
    with _explained(name), zipfile.ZipFile(io.BytesIO(content)) as archive:
        part = archive.getinfo(sheet)
        if part.file_size > MAX_PART:
            raise Refused(
                gettext(
                    "{name}: {sheet} unpacks to {megabytes} MB, which is too much for a sheet.",
                    name=name,
                    sheet=sheet,
                    megabytes=number_text(part.file_size / 2**20),
                ),
                (),
            )
        _guard_rows(archive, part, name, limits)


@contextmanager
def _explained(name: str) -> Iterator[None]:
    """Say in one sentence why an archive cannot be unpacked."""
    try:
        yield
    except Refused:
        raise
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError) as error:
        raise Refused(
            gettext("{name} is damaged: {error}.", name=name, error=_why(error)), ()
        ) from error
    except (NotImplementedError, RuntimeError) as error:
        raise Refused(
            gettext(
                "{name} is compressed in a way that cannot be read: {error}.",
                name=name,
                error=_why(error),
            ),
            (),
        ) from error


def _why(error: Exception) -> str:
    text = str(error).split("\n")[0][:120]
    return text or type(error).__name__


def _guard_parts(archive: zipfile.ZipFile, name: str) -> None:
    parts = archive.infolist()
    names = [part.filename for part in parts]
    if "xl/workbook.xml" not in names and "[Content_Types].xml" not in names:
        raise Refused(gettext("{name} is not a workbook (.xlsx).", name=name), ())
    if len(parts) > MAX_PARTS:
        raise Refused(
            ngettext(
                "{name} contains {count} part; a workbook has far fewer.",
                "{name} contains {count} parts; a workbook has far fewer.",
                len(parts),
                name=name,
            ),
            (),
        )
    if len(set(names)) < len(names):
        raise Refused(
            gettext("{name} is damaged: it contains two parts of one name.", name=name), ()
        )
    if any("vbaproject" in part_name.lower() for part_name in names):
        raise Refused(
            gettext("{name} contains macros; save it as .xlsx without macros.", name=name), ()
        )
    if any(part.flag_bits & 1 for part in parts):
        raise Refused(
            gettext("{name} is locked with a password; save it without one.", name=name), ()
        )


def _guard_part(archive: zipfile.ZipFile, part: zipfile.ZipInfo, name: str, limits: Limits) -> None:
    low = part.filename.lower()
    is_sheet = low.startswith("xl/worksheets/") and low.endswith(".xml")
    if is_sheet and part.file_size > MAX_UNSIZED:
        _demand_size(archive, part, name)
    if not is_sheet and low.endswith((".xml", ".rels")):
        most = MAX_STRINGS if low.endswith("sharedstrings.xml") else MAX_SMALL
        if part.file_size > most:
            raise Refused(
                gettext("{name}: {part} is too large to be read.", name=name, part=part.filename),
                (),
            )
        content = archive.read(part)
        if low == "[content_types].xml" and b"macroEnabled" in content:
            raise Refused(
                gettext("{name} is a file for macros; save it as .xlsx without macros.", name=name),
                (),
            )
        if content.count(b"<") > limits.tags_in_strings:
            raise Refused(
                gettext(
                    "{name}: {part} has more content than can be read.",
                    name=name,
                    part=part.filename,
                ),
                (),
            )
        _demand_plain(content, name)


def _guard_rows(archive: zipfile.ZipFile, part: zipfile.ZipInfo, name: str, limits: Limits) -> None:
    """Count tags from row to row, until as many rows have passed as are read."""
    tags, rows, tail = 0, 0, b""
    with archive.open(part) as file:
        while rows <= limits.rows and (chunk := file.read(_CHUNK)):
            piece = tail + chunk
            if not rows:
                _demand_plain(piece, name)
            cut = max(piece.rfind(b"<"), 0)
            piece, tail = piece[:cut], piece[cut:]
            if len(tail) > _CHUNK:
                raise Refused(
                    gettext(
                        "{name}: {part} is damaged: a text or a tag in it does not end.",
                        name=name,
                        part=part.filename,
                    ),
                    (),
                )
            at = 0
            for row in _ROW.finditer(piece):
                rows += 1
                _demand_few(tags + piece.count(b"<", at, row.start()), name, part, limits)
                tags, at = 0, row.start()
            tags += piece.count(b"<", at)
            _demand_few(tags, name, part, limits)


def _demand_size(archive: zipfile.ZipFile, part: zipfile.ZipInfo, name: str) -> None:
    """Refuse a large sheet that does not say its size: the library would look for it to the end."""
    with archive.open(part) as file:
        head = file.read(_CHUNK)
    if b"<dimension" not in head.partition(b"<sheetData")[0]:
        raise Refused(
            gettext(
                "{name}: {part} has {megabytes} MB and does not state its number of rows.",
                name=name,
                part=part.filename,
                megabytes=number_text(part.file_size / 2**20),
            ),
            (),
        )


def _demand_plain(content: bytes, name: str) -> None:
    """Refuse what declares entities or refers outside, whatever the reader of XML would do."""
    if any(mark in content for mark in _DECLARED):
        raise Refused(
            gettext("{name} contains XML declarations, which no spreadsheet needs.", name=name),
            (),
        )
    stated = _ENCODING.match(content[:300].replace(b"\x00", b""))
    if stated and stated[1].lower() not in _ENCODINGS:
        encoding = stated[1].decode("ascii", "replace")[:20]
        raise Refused(
            gettext(
                "{name} contains XML in the encoding {encoding}, not in UTF-8.",
                name=name,
                encoding=encoding,
            ),
            (),
        )


def _demand_few(tags: int, name: str, part: zipfile.ZipInfo, limits: Limits) -> None:
    if tags > limits.tags_in_rows:
        raise Refused(
            gettext(
                "{name}: {part} has a row that is too long to be read.",
                name=name,
                part=part.filename,
            ),
            (),
        )


def merged_ranges(content: bytes, part: str, most: int = 100) -> tuple[str, ...]:
    """Give the merged ranges of a sheet, such as `C10:C12`, the first of them; after `guard`."""
    found: list[str] = []
    tail = b""
    with zipfile.ZipFile(io.BytesIO(content)) as archive, archive.open(part) as file:
        while len(found) < most and (chunk := file.read(_CHUNK)):
            piece = tail + chunk
            last = 0
            for merged in _MERGED.finditer(piece):
                found.append(merged[1].decode("ascii"))
                last = merged.end()
            tail = piece[max(last, len(piece) - 200) :]
    return tuple(found)
