"""What a file of any kind says in words, as far as a program can tell: where to look for a name."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from contextlib import suppress
from email import message_from_bytes, policy
from html import unescape
from typing import TYPE_CHECKING, NamedTuple

from assess.exchange.container.pdf_fields import quiet
from assess.exchange.container.recognition import Kind, recognise

if TYPE_CHECKING:
    from pypdf import PageObject

MAX_PARTS = 5_000
MAX_BYTES = 96 * 2**20
"""How much of what is packed in a file is unpacked."""

_DEEPEST = 3
_MAX_PAGES = 2_000
_CAPTION = 200
"""A page with a picture and fewer letters than these may be a scan."""

_TAG = re.compile(r"<[^<>]{0,4000}>")
_CODE = re.compile(r"\\u([0-9a-fA-F]{4})")
_NO_LETTERS = re.compile(r"[^\n -\u052f\u1e00-\u1fff]+")
"""What stands between words where bytes are read as letters by chance: other scripts and signs."""

_RTF_LETTER = re.compile(r"\\'([0-9a-fA-F]{2})|\\u(-?\d{1,6}) ?(?:\\'[0-9a-fA-F]{2}|\?)?")
_RTF_WORD = re.compile(r"\\[a-z]{1,32}-?\d{0,10} ?|[{}]")
_MARKED_UP = (".xml", ".rels", ".html", ".xhtml", ".htm", ".svg", ".vml")
_WITHOUT_WORDS = (".bin", ".ttf", ".odttf", ".otf", ".woff", ".woff2")
"""Parts of documents that hold no words of people: settings of printers, letters' shapes."""


class FileText(NamedTuple):
    """The words of a file, and whether these are all: of a picture or a scan they are not."""

    text: str
    is_all: bool


def text_of(content: bytes) -> FileText:
    """Give the words of a file; a damaged or locked one has what can be read of it."""
    try:
        return _text_of(content, 0)
    except Exception:  # noqa: BLE001  strangers' files, several libraries: raw bytes are left
        return FileText(_raw(content), is_all=False)


def _text_of(content: bytes, depth: int) -> FileText:
    kind = recognise(content)
    if depth > _DEEPEST:
        return FileText(_raw(content), is_all=False)
    if content.startswith(b"PK\x03\x04"):  # first: a PDF in it may be near its beginning
        return _of_zip(content, depth)
    if kind is Kind.PDF:
        return _of_pdf(content, depth)
    if kind is Kind.MIME:
        return _of_message(content, depth)
    if content.startswith(b"{\\rtf"):
        return FileText(_of_rtf(content), is_all=b"\\pict" not in content)
    if kind in _READABLE or kind not in set(Kind):  # JSON is what it states
        is_all = not _has_zeros(content) or _is_wide(content)
        return FileText(_of_text(content), is_all=is_all)
    return FileText(_raw(content), is_all=False)


_READABLE = frozenset(
    (Kind.TEXT, Kind.XML, Kind.WEB_PAGE, Kind.XFDF, Kind.FLAT_OPEN_DOCUMENT, Kind.XML_WORKBOOK)
)


def _has_zeros(content: bytes) -> bool:
    is_marked = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    return not is_marked and b"\x00" in content


def _is_wide(content: bytes) -> bool:
    """Tell whether bytes are a text in UTF-16 without its mark."""
    for encoding in ("utf-16-le", "utf-16-be"):
        with suppress(UnicodeDecodeError):
            text = "".join(content.decode(encoding).split())
            if text.isprintable() and sum(map(str.isascii, text)) * 2 > len(text):
                return True
    return False


def _of_text(content: bytes) -> str:
    """Read a text in the encoding that it is in; in another one its letters are others."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _without_tags(content.decode("utf-16", "replace"))
    if _has_zeros(content):
        return _raw(content)
    try:
        return _without_tags(content.decode("utf-8-sig"))
    except UnicodeDecodeError:
        readings = (content.decode(each, "replace") for each in ("utf-8", "cp1252", "cp1250"))
        return "\n".join(_without_tags(each) for each in readings)


def _without_tags(text: str) -> str:
    """Give a text with and without its tags: a name may stand across some, or in one."""
    if "\\u" in text:
        text = "\n".join((text, _CODE.sub(lambda found: chr(int(found[1], 16)), text)))
    if "<" not in text and "&" not in text:
        return text
    plain = (unescape(_TAG.sub(between, text)) for between in ("", " "))
    return "\n".join((unescape(text), *plain))


def _of_rtf(content: bytes) -> str:
    text = _RTF_LETTER.sub(_rtf_letter, content.decode("cp1252", "replace"))
    return _RTF_WORD.sub("", text)


def _rtf_letter(found: re.Match[str]) -> str:
    if found[1]:
        return bytes.fromhex(found[1]).decode("cp1252", "replace")
    return chr(int(found[2]) % 0x10000)


def _raw(content: bytes) -> str:
    """Read bytes in each way in which letters stand in them."""
    readings = [content.decode("utf-8", "replace"), content.decode("cp1252", "replace")]
    for start in (0, 1):
        even = content[start : start + (len(content) - start) // 2 * 2]
        readings += [
            _NO_LETTERS.sub(" ", even.decode(encoding, "replace"))
            for encoding in ("utf-16-le", "utf-16-be")
        ]
    return "\n".join(readings)


def _of_zip(content: bytes, depth: int) -> FileText:
    texts: list[str] = []
    is_all, left = True, MAX_BYTES
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = archive.infolist()
        is_all = len(parts) <= MAX_PARTS
        for part in parts[:MAX_PARTS]:
            texts.append(part.filename)
            name = part.filename.lower()
            if part.is_dir() or name.endswith(_WITHOUT_WORDS) or "thumbnail" in name:
                continue
            try:
                with archive.open(part) as file:
                    unpacked = file.read(left + 1)
            except Exception:  # noqa: BLE001  locked, damaged, or packed in an unknown way
                is_all = False
                continue
            left -= len(unpacked)
            if left < 0:
                return FileText("\n".join(texts), is_all=False)
            if name.endswith(_MARKED_UP):
                texts.append(_of_text(unpacked))
                continue
            found = _text_of(unpacked, depth + 1)
            texts.append(found.text)
            is_all = is_all and found.is_all
    return FileText("\n".join(texts), is_all=is_all)


def _of_message(content: bytes, depth: int) -> FileText:
    message = message_from_bytes(content, policy=policy.default)
    texts = [content.decode("utf-8", "replace")]
    is_all = True
    for part in message.walk():
        texts += [str(value) for value in part.values()]
        packed = part.get_payload(decode=True)
        if isinstance(packed, bytes):
            found = _text_of(packed, depth + 1)
            texts.append(found.text)
            is_all = is_all and found.is_all
    return FileText("\n".join(texts), is_all=is_all)


def _of_pdf(content: bytes, depth: int) -> FileText:
    from pypdf import PdfReader

    with quiet():
        reader = PdfReader(io.BytesIO(content))
        if reader.is_encrypted and not reader.decrypt(""):
            return FileText(_raw(content), is_all=False)
        texts = [str(value) for value in (reader.metadata or {}).values()]
        is_all = len(reader.pages) <= _MAX_PAGES
        for page in reader.pages[:_MAX_PAGES]:
            said = page.extract_text()
            texts += [said, *_annotations(page)]
            is_all = is_all and len(said.strip()) >= (_CAPTION if _has_picture(page) else 1)
        with suppress(Exception):  # a form may be damaged where the pages are whole
            texts += [str(field.value) for field in (reader.get_fields() or {}).values()]
        if reader.xmp_metadata is not None:
            texts.append(_of_text(reader.xmp_metadata.stream.get_data()))
        for attached in reader.attachments.values():
            for each in attached:
                found = _text_of(each, depth + 1)
                texts.append(found.text)
                is_all = is_all and found.is_all
    return FileText("\n".join(texts), is_all=is_all)


def _has_picture(page: PageObject) -> bool:
    resources = page.get("/Resources", {}).get_object()
    shown = resources.get("/XObject", {}).get_object()
    return any(each.get_object().get("/Subtype") == "/Image" for each in shown.values())


def _annotations(page: PageObject) -> Iterator[str]:
    """Give what is written in the notes and fields on a page."""
    for held in page.get("/Annots", ()) or ():
        note = held.get_object()
        for name in ("/Contents", "/T", "/V", "/RC"):
            if name in note:
                yield str(note[name])
