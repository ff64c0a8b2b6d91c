"""The words of files of every kind, and whether these are all there are."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from email.message import EmailMessage

import pytest
from docx import Document
from openpyxl import Workbook
from pypdf import PdfReader, PdfWriter
from weasyprint import HTML

from assess.core.record.erasure import has_name
from assess.exchange.container.text.file_text import text_of

NAME = "Åsa Lindqvist"
OTHER = "Bo Berg"


def text(said: str) -> bytes:
    return f"Lunch with {said}.".encode()


def page(said: str) -> bytes:
    return f"<html><p>Lunch with <b>{said.replace(' ', '</b> ')}</p>".replace(
        "Å", "&Aring;"
    ).encode()


def rich_text(said: str) -> bytes:
    return ("{\\rtf1\\ansi " + said.replace("Å", "\\'c5") + "\\par}").encode("ascii")


def message(said: str) -> bytes:
    made = EmailMessage()
    made["Subject"] = "Lunch"
    made.set_content(f"with {said}", cte="base64")
    return made.as_bytes()


def written(said: str) -> bytes:
    document, file = Document(), io.BytesIO()
    paragraph = document.add_paragraph("Lunch with ")
    for part in (said[:2], said[2:5], said[5:]):
        paragraph.add_run(part).bold = True
    document.save(file)
    return file.getvalue()


def workbook(said: str) -> bytes:
    book, file = Workbook(), io.BytesIO()
    book.active["B2"] = said  # type: ignore[index]
    book.save(file)
    return file.getvalue()


def printed(said: str) -> bytes:
    made = HTML(string=f"<p>Lunch with {said}, in March").write_pdf()
    assert isinstance(made, bytes)
    return made


def entitled(said: str) -> bytes:
    made = HTML(string=f"<title>Lunch with {said}</title><p>in March").write_pdf()
    assert isinstance(made, bytes)
    return made


def attached(said: str) -> bytes:
    writer, file = PdfWriter(PdfReader(io.BytesIO(printed("nobody")))), io.BytesIO()
    writer.add_attachment("lunch.docx", written(said))
    writer.write(file)
    return file.getvalue()


def packed(said: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("in/minutes.pdf", printed(said))
    return file.getvalue()


KINDS: dict[str, Callable[[str], bytes]] = {
    "text": text,
    "text of Windows": lambda said: text(said).decode().encode("cp1252"),
    "text in UTF-16": lambda said: text(said).decode().encode("utf-16"),
    "text in UTF-16 without its mark": lambda said: text(said).decode().encode("utf-16-le"),
    "JSON": lambda said: f'{{"who": "{said}"}}'.encode(),
    "JSON that states a format": lambda said: f'{{"format": "x", "who": "{said}"}}'.encode(),
    "JSON with codes": lambda said: f'{{"who": "{said}"}}'.replace("Å", "\\u00c5").encode(),
    "page": page,
    "rich text": rich_text,
    "message": message,
    "document": written,
    "workbook": workbook,
    "PDF": printed,
    "title of a PDF": entitled,
    "attached to a PDF": attached,
    "packed": packed,
}


@pytest.mark.parametrize("kind", KINDS)
def test_a_name_is_found_in_each_kind_of_file_and_no_other_one(kind: str) -> None:
    said, is_all = text_of(KINDS[kind](NAME))
    assert has_name(said, NAME)
    assert is_all
    said, is_all = text_of(KINDS[kind](OTHER))
    assert has_name(said, OTHER)
    assert not has_name(said, NAME)


PIXEL = bytes.fromhex("89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489")


def scanned() -> bytes:
    made = HTML(string="<p style='height: 2cm; background: red'></p>").write_pdf()
    assert isinstance(made, bytes)
    return made


def locked() -> bytes:
    writer, file = PdfWriter(PdfReader(io.BytesIO(printed(NAME)))), io.BytesIO()
    writer.encrypt("secret", algorithm="RC4-128")
    writer.write(file)
    return file.getvalue()


def nested(content: bytes, depth: int) -> bytes:
    for _ in range(depth):
        file = io.BytesIO()
        with zipfile.ZipFile(file, "w") as archive:
            archive.writestr("in.zip", content)
        content = file.getvalue()
    return content


@pytest.mark.parametrize(
    "content",
    [
        PIXEL,
        scanned(),
        locked(),
        nested(PIXEL, 1),
        nested(printed("Bo"), 9),
        b"%PDF-1.7 damaged",
        b"PK\x03\x04 damaged",
        b"\x1f\x8b\x08 packed",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old",
        b"\x00\x01\x02\xff" * 10,
    ],
)
def test_where_nobody_can_look_is_said(content: bytes) -> None:
    assert not text_of(content).is_all


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("odd", [b"", b"\x00"])
def test_letters_in_the_bytes_of_other_files_are_found(encoding: str, odd: bytes) -> None:
    content = b"\x89PNG\r\n\x1a\n\x00\x10" + odd + NAME.encode(encoding) + b"\x00\x00"
    assert has_name(text_of(content).text, NAME)
