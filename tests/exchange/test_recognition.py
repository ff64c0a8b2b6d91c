"""What a file is: by its container and what is in it, and how to save what is not read."""

from __future__ import annotations

import io
import time
import tracemalloc
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from assess.core.catalogue.catalogue import Catalogue
from assess.core.published_list.row import ListWords
from assess.errors import Refused
from assess.exchange.container.recognition import recognise
from assess.exchange.container.wrapping import unwrapped
from assess.exchange.published_list.list_file import read_list
from tests.exchange.test_published_list import read

INCOMING = Path(__file__).resolve().parents[1] / "incoming"
LIST = "Name;Portfolio;Valid until\nŁódź Food;Food industry;2027-03-31\n"


def zipped(parts: Mapping[str, bytes | str]) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return content.getvalue()


def ole(stream: str) -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + f"{stream}\0".encode("utf-16-le")


TYPES = "[Content_Types].xml"

KINDS = [
    (zipped({TYPES: "wordprocessingml.document"}), "document", "is a text document"),
    (zipped({TYPES: "presentationml.slideshow"}), "slides", "is a presentation"),
    (
        zipped({"mimetype": "application/vnd.oasis.opendocument.text"}),
        "document",
        "is a text document",
    ),
    (zipped({"xl/workbook.bin": ""}), "xlsb", "xlsb"),
    (zipped({"Index/Document.iwa": ""}), "numbers", "Apple Numbers"),
    (ole("EncryptedPackage"), "locked", "is locked with a password"),
    (ole("WordDocument"), "document", "is a text document"),
    (ole("PowerPoint Document"), "slides", "is a presentation"),
    (ole("__properties_version1.0"), "msg", "message of Outlook"),
    (ole("Anything"), "binary", "is not a text, a spreadsheet"),
    (b"\x89PNG\r\n\x1a\n" + bytes(40), "picture", "is a picture"),
    (b"\xff\xd8\xff\xe0" + bytes(40), "picture", "is a picture"),
    (b"7z\xbc\xaf\x27\x1c" + bytes(40), "archive", "unpack it"),
    (b"Rar!\x1a\x07\x01\x00" + bytes(40), "archive", "unpack it"),
    (b"\x1f\x8b\x08" + bytes(40), "archive", "unpack it"),
    (b"SQLite format 3\0" + bytes(40), "database", "is an SQLite database"),
    (b"{\\rtf1\\ansi hello}", "document", "is a text document"),
    (b"%PDF-1.7 what", "pdf", "is a PDF"),
    (
        b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
        "xml-workbook",
        "XML spreadsheet of Excel 2003",
    ),
    (b'<?xml version="1.0"?><svg/>', "xml", "is XML of a kind"),
    (zipped({"a": "1", "b": "2"}), "zip", "holds several files"),
    (zipped({}), "zip", "is an archive without a file"),
]


@pytest.mark.parametrize(("content", "kind", "sentence"), KINDS, ids=range(len(KINDS)))
def test_what_is_not_read_is_named_for_what_it_is(
    content: bytes, kind: str, sentence: str, catalogue: Catalogue
) -> None:
    assert recognise(content) == kind
    with pytest.raises(Refused, match=sentence):
        read_list(content, "list", ListWords(catalogue), country="POL")


def mime(kind: str, body: bytes) -> bytes:
    return (
        b"From: <Saved by Blink>\r\nSubject: Labels\r\nMIME-Version: 1.0\r\n"
        b'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----b"\r\n\r\n'
        b"------b\r\nContent-Type: " + kind.encode() + b"\r\n"
        b"Content-Transfer-Encoding: quoted-printable\r\n\r\n" + body + b"\r\n------b--\r\n"
    )


PAGE = (
    b"<html><table><tr><th>Name</th><th>Portfolio</th><th>Valid until</th></tr>"
    b"<tr><td>=C5=81=C3=\r\n"
    b"=B3d=C5=BA Food</td><td>Food in=\r\ndustry</td><td>=\r\n2027-03-31</td></tr></table></html>"
)
MESSAGE = (
    b"Received: by mail\r\nFrom: a@b.example\r\nMIME-Version: 1.0\r\n"
    b'Content-Type: multipart/mixed; boundary="x"\r\n\r\n'
    b"--x\r\nContent-Type: text/plain\r\n\r\nPlease find the list.\r\n--x\r\n"
    b"Content-Type: text/csv; charset=utf-8\r\n"
    b'Content-Disposition: attachment; filename="l.csv"\r\n'
    b"\r\n" + LIST.encode() + b"\r\n--x--\r\n"
)


@pytest.mark.parametrize(
    "content",
    [
        zipped({"list.csv": LIST.encode("cp1250")}),
        zipped({"list.csv": LIST, "__MACOSX/._list.csv": b"\x00\x05"}),
        zipped({"outer": zipped({"list.txt": LIST.encode("utf-16")})}),
        mime("text/html; charset=utf-8", PAGE),
        mime("text/html", PAGE),
        MESSAGE,
    ],
    ids=range(6),
)
def test_what_travels_in_something_is_taken_out_of_it(content: bytes, catalogue: Catalogue) -> None:
    (row,) = read(content, catalogue, "POL").rows
    assert (row[0], row[4]) == ("Łódź Food", "2027-03-31")


def test_a_zip_that_unfolds_without_end_is_refused() -> None:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("bomb.csv", bytes(80 * 2**20))
    with pytest.raises(Refused, match=r"bomb.csv is too large"):
        unwrapped(content.getvalue(), "bomb.zip")


OF_OFFICE = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
)


def ods(body: str, before: str = "") -> bytes:
    content = f'<?xml version="1.0"?>{before}<office:document {OF_OFFICE}>{body}</office:document>'
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    return zipped({"mimetype": kind, "content.xml": content})


REPEATED = (
    '<table:table table:name="a"><table:table-row table:number-rows-repeated="9999999">'
    '<table:table-cell table:number-columns-repeated="999999"><text:p>x</text:p>'
    "</table:table-cell></table:table-row></table:table>"
)
HOSTILE = [
    (ods(REPEATED), "more cells than can be read"),
    (ods("<table:table>" * 5_000), "nested deeper than any spreadsheet"),
    (ods("", '<!DOCTYPE a [<!ENTITY b "c">]>'), "XML entities"),
    (ods("<table:table>"), "is damaged"),
    (ole("Workbook") + bytes(2_000), "is damaged"),
    (ole("Workbook")[:400] + "Workbook".encode("utf-16-le") + bytes(9), "is"),
]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [pytest.param(*HOSTILE[0], marks=pytest.mark.slow), *HOSTILE[1:]],
    ids=range(len(HOSTILE)),
)
def test_a_hostile_container_is_refused_soon(
    content: bytes, sentence: str, catalogue: Catalogue
) -> None:
    tracemalloc.start()
    begun = time.monotonic()
    try:
        with pytest.raises(Refused, match=sentence):
            read_list(content, "list", ListWords(catalogue), country="POL")
        took, peak = time.monotonic() - begun, tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < 300 * 2**20
    assert took < 60  # of a machine that does other things, and is traced; five seconds without


@pytest.mark.parametrize("kind", ["xlsx", "ods", "fods", "xls"])
def test_a_workbook_is_read_as_it_is_shown_whatever_program_saved_it(
    kind: str, catalogue: Catalogue
) -> None:
    content = (INCOMING / f"labels.{kind}").read_bytes()
    assert recognise(content) == kind
    found = read(content, catalogue)
    assert found.reasons == []
    assert found.rows == [
        ("Bois des Alpes", "AUT", "Construction", "https://bois.example/", "2027-03-31"),
        ("Énergie & Lumière", "AUT", "ICT", "http://www.el.example", "2028-03-31"),
        ("Vlaamse Voeding", "BEL", "Food industry", None, "2027-03-31"),
    ]
    said = "\n".join(found.sheet.notes)
    for part in (
        "the sheet ancien is hidden",
        "1 row is hidden, and was not read: 6",
        "A7 is struck out; it was not read: Belgique | Barré",
        "a sum, which was not read: Total | 3",
        "the column 'Remarque' is not read",
    ):
        assert part in said
