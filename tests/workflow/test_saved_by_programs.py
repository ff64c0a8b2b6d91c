"""Files as programs really save them: tables, lists and forms by LibreOffice, pages by Chromium."""

from __future__ import annotations

import fcntl
import json
import os
import shutil
import subprocess
import sys
import time
import warnings
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from assess.core.case.assessment import Assessment
from assess.locations import templates_folder
from assess.workflow import Desk, import_files
from assess.workflow.case.proposing import proposals
from assess.workflow.published_list.list_import import Taken, import_list
from assess.workflow.questionnaire.form_sending import form_for, write_workbook
from tests.end_to_end.test_libreoffice import has_calc

TEMPLATES = templates_folder()
CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")

pytestmark = pytest.mark.slow

TABLES: Mapping[str, tuple[tuple[str, str], ...]] = {
    "pl": (("Klaster Łódź Źródło", "Polska"), ("Śląski Klaster Gęś", "Polska")),
    "fr": (("Pôle Œuvre d’été", "France"), ("Grappe à vélo", "Belgique")),
    "el": (("Συστάδα Ενέργειας", "Ελλάδα"), ("Θαλάσσια Συστάδα", "Κύπρος")),
}
HEADS = {
    "pl": "Nazwa klastra;Kraj;Branża;Data wywiadu;Tryb;Ekspert",
    "fr": "Nom du cluster;Pays;Filière;Date de l’entretien;Mode;Expert",
    "el": "Όνομα;Χώρα;Τομέας;Ημερομηνία;Τρόπος;Ειδικός",
}

FORMATS = {
    "xlsx": "Calc MS Excel 2007 XML",
    "strict": "Calc Office Open XML",
    "xls": "MS Excel 97",
    "ods": "calc8",
    "fods": "OpenDocument Spreadsheet Flat XML",
    "html": "HTML (StarCalc)",
}
"""What LibreOffice calls the formats of Calc, by how we call them."""

ENCODINGS = {"utf-8": ("pl", 76), "cp1250": ("pl", 33), "iso8859-2": ("pl", 13)} | {
    "cp1252": ("fr", 1),
    "cp1253": ("el", 35),
}
"""The language of the table, and the number by which LibreOffice knows the encoding."""


class Office:
    """LibreOffice with a profile of its own."""

    def __init__(self, folder: Path) -> None:
        """Find it, or skip."""
        program = shutil.which("soffice")
        if program is None or not has_calc(program, folder):
            pytest.skip("there is no LibreOffice with Calc (Debian: libreoffice-calc-nogui)")
        self._program, self._folder = program, folder

    def saved(self, source: Path, ending: str, how: str, part: str = "Calc") -> Path:
        """Open a file and save it in another format; skip where that part is not installed."""
        target = self._folder / "saved"
        target.mkdir(exist_ok=True)
        asked = [] if source.suffix != ".csv" else ["--infilter=CSV:59,34,76,1"]
        subprocess.run(
            [
                self._program,
                f"-env:UserInstallation={(self._folder / 'profile').as_uri()}",
                *("--headless", "--norestore", "--nologo", *asked),
                *("--convert-to", f"{ending}:{how}", "--outdir", target, source),
            ],
            capture_output=True,
            timeout=180,
            check=False,
        )
        path = target / f"{source.stem}.{ending}"
        if part != "Calc" and not path.is_file():
            pytest.skip(f"this LibreOffice has no {part} (Debian: libreoffice-writer-nogui)")
        assert path.is_file(), f"LibreOffice saved no {ending}"
        return path


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    return Office(tmp_path_factory.mktemp("office"))


def table(language: str, folder: Path) -> Path:
    rows = [f"{name};{land};ICT;20.11.2026;video;Ann" for name, land in TABLES[language]]
    path = folder / f"{language}.csv"
    path.write_text("\n".join([HEADS[language], *rows, ""]), encoding="utf-8")
    return path


def organisations(desk: Desk) -> list[str]:
    return sorted(case.organisation.name for case in desk.store.cases.all())


def names(language: str) -> list[str]:
    return sorted(name for name, _ in TABLES[language])


@pytest.mark.parametrize(
    ("kind", "language"),
    [*((kind, "pl") for kind in FORMATS), ("xls", "el"), ("strict", "fr"), ("html", "el")],
)
def test_a_table_that_calc_saved_is_read(
    kind: str, language: str, office: Office, desk: Desk, tmp_path: Path
) -> None:
    ending = "xlsx" if kind == "strict" else kind
    path = office.saved(table(language, tmp_path), ending, FORMATS[kind])
    import_files(desk, [path])
    assert organisations(desk) == names(language)
    assert {str(case.details.interview_date) for case in desk.store.cases.all()} == {"2026-11-20"}


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_a_csv_that_calc_saved_is_read(
    encoding: str, office: Office, desk: Desk, tmp_path: Path
) -> None:
    language, number = ENCODINGS[encoding]
    path = office.saved(
        table(language, tmp_path), "csv", f"Text - txt - csv (StarCalc):59,34,{number}"
    )
    assert TABLES[language][0][0].encode(encoding) in path.read_bytes()
    import_files(desk, [path])
    assert organisations(desk) == names(language)


@pytest.mark.parametrize("kind", [kind for kind in FORMATS if kind != "html"])
def test_a_form_that_calc_saved_is_read(
    kind: str, office: Office, desk: Desk, case: Assessment, tmp_path: Path
) -> None:
    path = tmp_path / f"form-{kind}.xlsx"
    write_workbook(desk, form_for(desk, case), TEMPLATES, path)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about a bar that openpyxl does not know
        book = openpyxl.load_workbook(path)
    sheet = book["A Structure"]
    typed: dict[str, int | str] = {"committed_total": 86, "founded": "2013-09"}
    for row in range(1, sheet.max_row + 1):
        if (key := sheet.cell(row, 1).value) in typed:
            sheet.cell(row, 4).value = typed[str(key)]
    book.save(path)
    ending = "xlsx" if kind == "strict" else kind
    back = office.saved(path, ending, FORMATS[kind])
    import_files(desk, [back], templates=TEMPLATES)
    offered = proposals(desk, desk.store.assessment(case.case.id))
    assert {name: found[0].value for name, found in offered.items()} == typed


PAGE = """<!DOCTYPE html><html lang="de"><head><meta charset="utf-8"><title>Liste</title>
<style>td { padding: 3px } .hidden { display: none }</style></head><body>
<h1>Bronze Label</h1><table><tr><th>Name</th><th>Land</th><th>Branche</th>
<th>Gültig bis</th></tr>
<tr><td>Süßes Cluster Lüneburg</td><td>Deutschland</td><td>ICT</td><td>31.12.2027</td></tr>
<tr><td>Öresund Life</td><td>Dänemark</td><td>ICT</td><td>30.11.2027</td></tr>
</table></body></html>"""


_WITH_PIPES = (
    "import os, sys; os.dup2(int(sys.argv[1]), 3); os.dup2(int(sys.argv[2]), 4); "
    "os.execvp(sys.argv[3], sys.argv[3:])"
)
"""Runs a program with two files at the numbers at which it looks for them."""


def snapshot(page: Path, folder: Path) -> Path:
    """Let Chromium save a page as a single file, told what to do through pipes."""
    assert CHROMIUM is not None
    to_browser, we_write = map(_above, os.pipe())
    we_read, from_browser = map(_above, os.pipe())
    running = subprocess.Popen(
        [
            *(sys.executable, "-c", _WITH_PIPES, str(to_browser), str(from_browser), CHROMIUM),
            *("--headless", "--no-sandbox", "--disable-gpu", "--remote-debugging-pipe"),
            f"--user-data-dir={folder / 'browser'}",
        ],
        pass_fds=(to_browser, from_browser),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(to_browser)
    os.close(from_browser)
    try:
        with os.fdopen(we_write, "wb") as there, os.fdopen(we_read, "rb") as back:
            asked = _Asked(there, back)
            made = asked.ask("Target.createTarget", url=page.as_uri())
            attached = asked.ask("Target.attachToTarget", targetId=made["targetId"], flatten=True)
            asked.session = attached["sessionId"]
            for _ in range(500):
                state = "document.readyState + ' ' + document.title"
                seen = asked.ask("Runtime.evaluate", expression=state)
                if seen["result"]["value"] == "complete Liste":
                    break
                time.sleep(0.02)
            whole = asked.ask("Page.captureSnapshot", format="mhtml")["data"]
    finally:
        running.terminate()
        running.wait(20)
    path = folder / "page.mhtml"
    path.write_bytes(whole.encode("utf-8"))
    return path


def _above(number: int) -> int:
    """Move a file away from the numbers that the browser asks for."""
    moved = fcntl.fcntl(number, fcntl.F_DUPFD_CLOEXEC, 20)
    os.close(number)
    return moved


class _Asked:
    """Questions to a browser, and its answers."""

    def __init__(self, there: Any, back: Any) -> None:
        self._there, self._back, self._number = there, back, 0
        self.session: str | None = None

    def ask(self, method: str, **said: object) -> Any:
        """Ask, and wait for the answer; what else it tells is left."""
        self._number += 1
        asked: dict[str, object] = {"id": self._number, "method": method, "params": said}
        if self.session is not None:
            asked["sessionId"] = self.session
        self._there.write(json.dumps(asked).encode() + b"\0")
        self._there.flush()
        while True:
            told = json.loads(self._next())
            if told.get("id") == self._number:
                assert "error" not in told, told
                return told["result"]

    def _next(self) -> bytes:
        letters = bytearray()
        while (letter := self._back.read(1)) != b"\0":
            assert letter, "the browser has ended"
            letters += letter
        return bytes(letters)


def labelled(taken: Taken) -> dict[str, str]:
    return {listing.name: listing.country for listing in taken.new}


SHOWN = {"Süßes Cluster Lüneburg": "DEU", "Öresund Life": "DNK"}


@pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium (Debian: chromium)")
def test_a_page_that_chromium_saved_as_a_single_file_is_read(desk: Desk, tmp_path: Path) -> None:
    page = tmp_path / "liste.html"
    page.write_text(PAGE, encoding="utf-8")
    path = snapshot(page, tmp_path)
    assert b"multipart/related" in path.read_bytes()
    assert labelled(import_list(desk, path, by="Ann")) == SHOWN


@pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium (Debian: chromium)")
def test_a_page_as_chromium_writes_it_out_is_read(desk: Desk, tmp_path: Path) -> None:
    page = tmp_path / "liste.html"
    page.write_text(PAGE, encoding="utf-8")
    assert CHROMIUM is not None
    written = subprocess.run(
        [
            *(CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", "--dump-dom"),
            *(f"--user-data-dir={tmp_path / 'browser'}", page.as_uri()),
        ],
        capture_output=True,
        timeout=100,
        check=True,
    ).stdout
    path = tmp_path / "complete.html"
    path.write_bytes(written)
    assert labelled(import_list(desk, path, by="Ann")) == SHOWN


def test_a_list_that_writer_saved_is_read(office: Office, desk: Desk, tmp_path: Path) -> None:
    page = tmp_path / "liste.html"
    page.write_text(PAGE, encoding="utf-8")
    path = office.saved(page, "html", "HTML (StarWriter)", part="Writer")
    assert labelled(import_list(desk, path, by="Ann")) == SHOWN
