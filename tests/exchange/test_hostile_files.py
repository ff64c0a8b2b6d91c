"""A hundred damaged and hostile files: each is read, or refused in a clear sentence; soon.

Each is taken in by the one way for all files; the process may not fetch anything from outside, and
nothing of a refused file may be left in the database. `tests/benchmarks/bench_hostile.py` measures
time and memory.
"""

from __future__ import annotations

import io
import json
import re
import socket
import tracemalloc
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

import pyrage
import pytest

from assess.core.case.assessment import Assessment
from assess.core.catalogue.catalogue import Catalogue
from assess.core.questionnaire.questionnaire import questionnaire
from assess.errors import AssessError
from assess.exchange.questionnaire import table_csv, table_workbook
from assess.exchange.questionnaire.form_workbook import write
from assess.exchange.questionnaire.table_workbook import CASES, TablePage
from assess.languages.message import say
from assess.locations import demonstration_files
from assess.render.document.design_tokens import load_tokens
from assess.store import Store
from assess.workflow import Desk, begin, import_files
from assess.workflow.questionnaire.form_sending import questionnaire_words
from tests.notation import NOON, case_of

DEFAULTS = {
    "portfolio": "Energy and environment",
    "interview_date": "2026-12-01",
    "expert": "Ada Expert",
    "mode": "video",
}


class Good:
    """Sound files of every kind, from which the others are made."""

    def __init__(self, catalogue: Catalogue, templates: Path, case: Assessment | None) -> None:
        form = questionnaire(catalogue, case.case if case else None, say=say)
        words, tokens = questionnaire_words(templates), load_tokens(templates)
        self.form = write(form, words, tokens, at=NOON)
        rows: list[dict[str, str | int | float | None]] = [
            {"organisation": "A", "country": "NOR", "committed_total": 5}
        ]
        heads = ["organisation", "country", "committed_total"]
        self.table, _ = table_workbook.write([TablePage(CASES, heads, rows)], ("-",), at=NOON)
        self.csv = table_csv.write(heads, rows)
        self.case = (demonstration_files() / "muster.json").read_bytes()


def rebuilt(content: bytes, **parts: bytes | None) -> bytes:
    """Give a workbook with some parts replaced, by `xl__workbook_xml`; None takes one away."""
    changed = {
        name.replace("__", "/").replace("_xml", ".xml").replace("_bin", ".bin"): part
        for name, part in parts.items()
    }
    result = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as source,
        zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as target,
    ):
        for name in source.namelist():
            if name not in changed:
                target.writestr(name, source.read(name))
        for name, part in changed.items():
            if part is not None:
                target.writestr(name, part)
    return result.getvalue()


def part(content: bytes, name: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return archive.read(name)


SHEET = "xl/worksheets/sheet2.xml"
HEAD = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
TAIL = b"</sheetData></worksheet>"


def with_sheet(content: bytes, rows: bytes) -> bytes:
    return rebuilt(content, xl__worksheets__sheet2_xml=HEAD + rows + TAIL)


def with_entities(content: bytes, declared: bytes) -> bytes:
    text = part(content, "xl/workbook.xml")
    head, _, rest = text.partition(b"?>")
    return rebuilt(content, xl__workbook_xml=head + b"?>" + declared + rest)


LAUGHS = (
    b"<!DOCTYPE x [<!ENTITY a 'ha'>"
    + b"".join(b"<!ENTITY %c '%s'>" % (98 + one, b"&%c;" % (97 + one) * 10) for one in range(12))
    + b"]>"
)
OUTSIDE = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
REMOTE = b'<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd">'


def workbooks(good: Good) -> Iterator[tuple[str, bytes]]:
    """Damaged workbooks."""
    form, table = good.form, good.table
    for name, content in (("form", form), ("table", table)):
        for share in (0, 1, 5, 20, 50, 80, 95, 99):
            yield f"{name} cut at {share} %.xlsx", content[: len(content) * share // 100]
        for place in range(16):
            at = len(content) * place // 16
            yield (
                f"{name} broken at {place}.xlsx",
                content[:at] + b"\xff\x00\xff" + content[at + 3 :],
            )
        yield f"{name} with laughs.xlsx", with_entities(content, LAUGHS)
        yield f"{name} with outside.xlsx", with_entities(content, OUTSIDE)
        yield f"{name} with remote.xlsx", with_entities(content, REMOTE)
        for missing in ("xl/styles.xml", "xl/workbook.xml", "[Content_Types].xml"):
            key = missing.replace("/", "__").replace(".xml", "_xml")
            yield (
                f"{name} without {missing[-10:].replace('/', ' ')}.xlsx",
                rebuilt(content, **{key: None}),
            )
    yield "macros.xlsx", rebuilt(form, xl__vbaProject_bin=b"\0" * 9)
    yield "bomb.xlsx", with_sheet(form, b" " * 97 * 2**20)
    yield "bomb of strings.xlsx", rebuilt(form, xl__sharedStrings_xml=b" " * 30 * 2**20)
    yield (
        "a million empty rows.xlsx",
        with_sheet(form, b"".join(b'<row r="%d"/>' % one for one in range(1, 1_000_001))),
    )
    rows = b"".join(b'<row r="%d"/>' % one for one in range(1, 1_000_001))
    sized = HEAD.replace(b"<sheetData>", b'<dimension ref="A1:G1000000"/><sheetData>')
    yield (
        "a million empty rows that say so.xlsx",
        rebuilt(form, xl__worksheets__sheet2_xml=sized + rows + TAIL),
    )
    yield (
        "a row at the end.xlsx",
        with_sheet(form, b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'),
    )
    yield (
        "a row of a million cells.xlsx",
        with_sheet(form, b'<row r="1">' + b"<c/>" * 1_000_000 + b"</row>"),
    )
    yield (
        "numbers that are none.xlsx",
        with_sheet(form, b'<row r="1"><c r="A1"><v>many</v></c><c r="B1"><v>1e999</v></c></row>'),
    )
    yield (
        "types that are none.xlsx",
        with_sheet(
            form,
            b'<row r="1"><c r="A1" t="s"><v>99999999</v></c><c r="B1" t="zz"><v>1</v></c></row>',
        ),
    )
    yield (
        "cells that are nowhere.xlsx",
        with_sheet(form, b'<row r="x"><c r="??"><v>1</v></c></row>'),
    )
    yield (
        "a huge cell.xlsx",
        with_sheet(
            form, b'<row r="1"><c t="inlineStr"><is><t>' + b"x" * 5_000_000 + b"</t></is></c></row>"
        ),
    )
    yield "a tag without end.xlsx", with_sheet(form, b"<row " + b"x" * 2_000_000)
    yield "wrong encoding.xlsx", rebuilt(form, xl__worksheets__sheet2_xml=b"\xff\xfe\x00<\x00w")
    laughing = (
        '<?xml version="1.0" encoding="%s"?>' + LAUGHS.decode() + "<worksheet>&d;</worksheet>"
    )
    for encoding in ("cp037", "utf-16", "utf-7"):
        text = laughing % encoding
        hidden = text.encode(encoding)
        if encoding == "cp037":  # the first line must be readable for a reader to change over
            hidden = (text.partition("?>")[0] + "?>").encode() + hidden[text.index("?>") + 2 :]
        yield (
            f"form with laughs in {encoding}.xlsx",
            rebuilt(form, xl__worksheets__sheet2_xml=hidden),
        )
    yield (
        "links to outside.xlsx",
        rebuilt(
            form,
            xl__externalLinks__externalLink1_xml=(
                b'<externalLink xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
                b' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
                b'<externalBook r:id="rId1"/></externalLink>'
            ),
        ),
    )
    yield "old.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 5000
    yield "text called.xlsx", b"name,country\nA,NOR\n"
    yield "document.xlsx", rebuilt(form, xl__workbook_xml=None, word__document_xml=b"<x/>")


def texts(good: Good) -> Iterator[tuple[str, bytes]]:
    """Damaged case files and tables of text."""
    case = good.case
    for share in (0, 1, 30, 60, 99):
        yield f"case cut at {share} %.json", case[: len(case) * share // 100]
    yield "deep.json", b'{"a":' * 200_000
    yield (
        "deep list.json",
        b'{"format": "assess-case", "version": 1, "a": ' + b"[" * 5000 + b"]" * 5000 + b"}",
    )
    yield "utf 16.json", case.decode().encode("utf-16")
    yield "latin.json", case.decode().encode("cp1252", "replace")
    yield "null.json", b"null"
    yield "number.json", b"1" * 100_000
    yield (
        "many faults.json",
        json.dumps(
            {"format": "assess-case", "version": 1, "answers": [{"question": "x"}] * 20_000}
        ).encode(),
    )
    yield "turned.json", case.replace(b"Musterstadt", "\u202eMusterstadt\u0007\u0085".encode())
    yield "escapes.json", case.replace(b"Musterstadt", b"\\u001b[2J\\u0000")
    yield "binary.csv", bytes(range(256)) * 100
    yield "no table.csv", b"hello"
    yield "empty.csv", b""
    yield "one long line.csv", b"x" * 5_000_000
    yield "many columns.csv", b"organisation,country," + b"x," * 200_000 + b"\nA,NOR\n"
    yield "many quotes.csv", b"organisation,country\n" + b'"' * 100_001
    yield "many rows.csv", b"organisation,country\n" + b"A,NOR\n" * 60_000
    yield "formulas.csv", b"organisation,country\n=cmd|' /C calc'!A0,NOR\n"
    yield "turned.csv", "organisation,country\n\u202eA\u0007,NOR\n".encode()
    yield "utf 16.csv", "organisation,country\nÅ,NOR\n".encode("utf-16")
    key = pyrage.x25519.Identity.generate().to_public()
    within = pyrage.encrypt(pyrage.encrypt(b" " * 2**20, [key]), [key])
    yield "age in age.json", within
    issued = {"number": 1, "on": "2026-11-02", "by": "A", "pages": 1, "supersedes": None}
    issued |= dict.fromkeys(("sha256", "pdf_sha256", "draft"), "0" * 64)
    issued["record"] = {f"field {one}": [one] * 9 for one in range(5_000)}
    edition = {"version": 3, "editions": [issued] * 3}
    yield "an edition of nothing.json", json.dumps(json.loads(case) | edition).encode()
    yield "age.json", b"age-encryption.org/v1\n-> scrypt x 40\n--- \n" + b"\0" * 99


def pdfs() -> Iterator[tuple[str, bytes]]:
    """Damaged PDF files."""
    yield "nothing.pdf", b"%PDF-1.7\n"
    yield (
        "loop.pdf",
        (
            b"%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
            b"2 0 obj<</Type/Pages/Kids[2 0 R]/Count 1>>endobj\n"
            b"trailer<</Root 1 0 R/Prev 9/Size 3>>\nstartxref\n9\n%%EOF"
        ),
    )
    yield "many objects.pdf", b"%PDF-1.7\n" + b"1 0 obj<<>>endobj\n" * 50_000 + b"%%EOF"
    yield (
        "nested.pdf",
        b"%PDF-1.7\n1 0 obj" + b"[" * 50_000 + b"endobj\ntrailer<</Root 1 0 R>>%%EOF",
    )


@pytest.fixture(scope="module")
def opened(
    tmp_path_factory: pytest.TempPathFactory, catalogue: Catalogue
) -> Iterator[tuple[Desk, Assessment]]:
    """A desk with one case."""
    path = tmp_path_factory.mktemp("hostile") / "assess.db"
    numbers = iter(range(10_000))
    with Desk(
        newest=catalogue,
        store=Store(path, now=NOON),
        clock=lambda: NOON,
        new_id=lambda: f"case{next(numbers):04d}",
    ) as desk:
        pattern = case_of("Fjord Energy Cluster")
        begun = begin(desk, pattern.organisation, pattern.details)
        yield desk, desk.store.assessment(begun.id)


@pytest.fixture(scope="module")
def good(catalogue: Catalogue, templates: Path, opened: tuple[Desk, Assessment]) -> Good:
    return Good(catalogue, templates, opened[1])


@pytest.mark.slow
def test_each_hostile_file_is_read_or_refused_in_one_clear_sentence(
    good: Good,
    opened: tuple[Desk, Assessment],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    desk, case = opened

    def no_network(*_: object, **__: object) -> NoReturn:
        raise AssertionError("a file made the program reach outside")

    monkeypatch.setattr(socket, "socket", no_network)
    monkeypatch.setattr(socket, "create_connection", no_network)
    said: dict[str, str] = {}
    for name, content in (*workbooks(good), *texts(good), *pdfs()):
        assert name not in said
        path = tmp_path / name
        path.write_bytes(content)
        before = (len(desk.store.cases.all()), len(desk.store.proposals.history(case.case.id)))
        try:
            (arrived,) = import_files(desk, [path], defaults=DEFAULTS)
        except AssessError as error:
            said[name] = str(error)
            first = said[name].splitlines()[0]
            assert first.endswith("."), (name, first)
            assert len(first) < 500, (name, first)
            assert name in first, (name, first)
            after = (len(desk.store.cases.all()), len(desk.store.proposals.history(case.case.id)))
            assert after == before, name
        else:
            said[name] = "\n".join((*arrived.came, *arrived.left))
        path.unlink()
    assert len(said) >= 100
    declared = [name for name in said if re.search("laughs|with outside|remote", name)]
    assert len(declared) == 9
    refused = re.compile("has XML declarations inside|is damaged and cannot be read")
    assert all(refused.search(said[name]) for name in declared)
    assert "editions[0].record: it has another SHA-256" in said["an edition of nothing.json"]
    assert "does not say how many rows" in said["a million empty rows.xlsx"]
    passed_over = said["a million empty rows that say so.xlsx"]
    assert "lines are no longer in the questionnaire" in passed_over
    assert "holds macros; save it as .xlsx" in said["macros.xlsx"]


def test_a_bomb_is_refused_before_it_unfolds(
    good: Good, opened: tuple[Desk, Assessment], tmp_path: Path
) -> None:
    path = tmp_path / "bomb.xlsx"
    path.write_bytes(rebuilt(good.form, xl__sharedStrings_xml=b" " * 30 * 2**20))
    tracemalloc.start()
    try:
        with pytest.raises(AssessError, match="is too large to be read"):
            import_files(opened[0], [path])
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert most < 20 * 2**20
