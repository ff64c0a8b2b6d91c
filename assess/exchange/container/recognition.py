"""What a file is, told by its container and then by what it holds; its name counts for nothing."""

from __future__ import annotations

import io
import json
import re
import zipfile
from enum import StrEnum

POOL = "assess-pool"
"""What a pool file of before states as its format."""

CONTRIBUTION = "assess-contribution"
"""What a contribution to a common table of peers states as its format."""

PEER_TABLE = "assess-peer-table"
"""What a published table of peers states as its format."""

ERASURE = "assess-erasure"
"""What an erasure notice states as its format."""


class Kind(StrEnum):
    """Kinds of files that carry no name of their own; JSON says what it is in `format`."""

    OPEN_XML = "xlsx"
    OPEN_DOCUMENT = "ods"
    FLAT_OPEN_DOCUMENT = "fods"
    OLD_EXCEL = "xls"
    PDF = "pdf"
    FDF = "fdf"
    XFDF = "xfdf"
    WEB_PAGE = "html"
    MIME = "mime"
    ZIP = "zip"
    TEXT = ""

    BINARY_WORKBOOK = "xlsb"
    LOCKED = "locked"
    NUMBERS = "numbers"
    XML_WORKBOOK = "xml-workbook"
    WORD = "document"
    SLIDES = "slides"
    OUTLOOK = "msg"
    PICTURE = "picture"
    ARCHIVE = "archive"
    DATABASE = "database"
    XML = "xml"
    BINARY = "binary"


WORKBOOKS = frozenset((Kind.OPEN_XML, Kind.OPEN_DOCUMENT, Kind.FLAT_OPEN_DOCUMENT, Kind.OLD_EXCEL))
"""The kinds of workbooks that are read."""

_HEAD = 1024
"""Within how many bytes the mark of a PDF file may begin."""
_LOOKED_AT = 64 * 1024
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MARKS = (
    (b"SQLite format 3\x00", Kind.DATABASE),
    (b"\x89PNG\r\n", Kind.PICTURE),
    (b"\xff\xd8\xff", Kind.PICTURE),
    (b"GIF8", Kind.PICTURE),
    (b"II*\x00", Kind.PICTURE),
    (b"MM\x00*", Kind.PICTURE),
    (b"BM", Kind.BINARY),
    (b"7z\xbc\xaf\x27\x1c", Kind.ARCHIVE),
    (b"Rar!\x1a\x07", Kind.ARCHIVE),
    (b"\x1f\x8b\x08", Kind.ARCHIVE),
    (b"BZh", Kind.ARCHIVE),
    (b"\xfd7zXZ\x00", Kind.ARCHIVE),
    (b"{\\rtf", Kind.WORD),
)
"""How files begin that are not read."""

_IN_OLE = (
    ("EncryptedPackage", Kind.LOCKED),
    ("Workbook", Kind.OLD_EXCEL),
    ("Book", Kind.OLD_EXCEL),
    ("WordDocument", Kind.WORD),
    ("PowerPoint Document", Kind.SLIDES),
    ("__properties_version1.0", Kind.OUTLOOK),
)
"""The streams by which the kinds of OLE files are known."""

_HEADER = re.compile(rb"[A-Za-z][A-Za-z0-9-]{0,60}:|[ \t]")
_OF_MIME = (b"mime-version:", b"content-type:")
_HEADERS = 80
_TAG = re.compile(rb"<(?:html|table|!doctype\s+html)[\s>]", re.IGNORECASE)


def recognise(content: bytes) -> str:
    """Give the kind of a file: what JSON states as its `format`, or a `Kind`."""
    if b"%FDF-" in content[:_HEAD]:
        return Kind.FDF
    if b"%PDF-" in content[:_HEAD]:
        return Kind.PDF
    if content.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _in_zip(content)
    if content.startswith(_OLE):
        return _in_ole(content)
    for mark, kind in _MARKS:
        if content.startswith(mark) and (kind is not Kind.BINARY or b"\x00" in content[:_HEAD]):
            return kind
    return _in_text(content)


def _in_zip(content: bytes) -> Kind:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = set(archive.namelist())
            stated = _member(archive, "[Content_Types].xml")
            kind = _member(archive, "mimetype")
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, EOFError, RuntimeError):
        return Kind.ZIP
    if b"spreadsheetml" in stated or "xl/workbook.xml" in names:
        return Kind.BINARY_WORKBOOK if b"sheet.binary" in stated else Kind.OPEN_XML
    if "xl/workbook.bin" in names:
        return Kind.BINARY_WORKBOOK
    if b"wordprocessingml" in stated or "word/document.xml" in names:
        return Kind.WORD
    if b"presentationml" in stated or "ppt/presentation.xml" in names:
        return Kind.SLIDES
    if b"opendocument.spreadsheet" in kind:
        return Kind.OPEN_DOCUMENT
    if b"opendocument.text" in kind:
        return Kind.WORD
    if b"opendocument.presentation" in kind:
        return Kind.SLIDES
    if any(name.endswith(".iwa") for name in names):
        return Kind.NUMBERS
    return Kind.ZIP


def _member(archive: zipfile.ZipFile, name: str) -> bytes:
    try:
        with archive.open(name) as file:
            return file.read(4 * 2**20)
    except (KeyError, zipfile.BadZipFile, OSError, EOFError, RuntimeError, NotImplementedError):
        return b""
    except Exception:  # noqa: BLE001  of whatever decompressor: what is damaged is no such member
        return b""


def _in_ole(content: bytes) -> Kind:
    """Tell OLE files by the names in their directory, which stand there in UTF-16."""
    for name, kind in _IN_OLE:
        if f"{name}\x00".encode("utf-16-le") in content:
            return kind
    return Kind.BINARY


def _in_text(content: bytes) -> str:
    start = content[:_LOOKED_AT].lstrip(b"\xef\xbb\xbf \t\r\n")
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        start = content[: _LOOKED_AT & ~1].decode("utf-16", "replace").lstrip().encode()
    elif b"\x00" in start and not _is_wide(content):
        return Kind.BINARY
    if start[:1] == b"{":
        return _stated_format(content)
    if _is_message(start):
        return Kind.MIME
    if _TAG.search(start):
        return Kind.WEB_PAGE
    if start[:1] == b"<":
        return _in_xml(start)
    return Kind.WEB_PAGE if _TAG.search(content) else Kind.TEXT


def _is_message(start: bytes) -> bool:
    """Tell whether a text begins with the headers of a message, one of which says of what kind."""
    for line in start.splitlines()[:_HEADERS]:
        if line.lower().startswith(_OF_MIME):
            return True
        if not _HEADER.match(line):
            return False
    return False


def _is_wide(content: bytes) -> bool:
    """Tell whether a text may be UTF-16 without its mark: every second byte is zero in most."""
    start = content[:_LOOKED_AT]
    return max(start[::2].count(0), start[1::2].count(0)) * 4 > len(start) // 2


def _in_xml(start: bytes) -> Kind:
    if b"<xfdf" in start:
        return Kind.XFDF
    if b"opendocument.spreadsheet" in start:
        return Kind.FLAT_OPEN_DOCUMENT
    if b"opendocument." in start:
        return Kind.WORD
    if b"office:spreadsheet" in start:
        return Kind.XML_WORKBOOK
    return Kind.XML if start.startswith(b"<?xml") else Kind.TEXT


def _stated_format(content: bytes) -> str:
    try:
        plain = json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return Kind.TEXT
    stated = plain.get("format") if isinstance(plain, dict) else None
    return stated if isinstance(stated, str) else Kind.TEXT
