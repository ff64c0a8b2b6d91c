"""Hostile texts, themes and templates: they print as typed or not at all, and reach nothing.

Two witnesses: the fetcher, which writes down all that a document asks for, and the interpreter,
which is asked for every file, connection and process while it prints.
"""

from __future__ import annotations

import base64
import json
import mimetypes
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from assess.core.case.assessment import Assessment
from assess.core.catalogue.catalogue import Catalogue
from assess.core.report.record.theme import Logo, Theme
from assess.errors import RenderFault
from assess.render.document.document import Printed, write_report
from assess.render.document.visible import visible
from assess.render.printing import printer
from assess.temporary import TemporaryFolder
from tests.cases import organisation_case, report_of
from tests.paper import Paper, printed_once, squeezed
from tests.render.test_pdf import assert_summary_on_two_pages

HOSTILE = (
    "<script>alert(1)</script> {{ 7*7 }} {% raw %} [bold]x[/bold] "
    '<img src="file:///etc/passwd"> <link rel=attachment href="file:///etc/passwd"> '
    "<style>@import url(http://127.0.0.1:9/x.css); p { background: url(//x.example/y) }</style> "
    '<svg><image href="http://127.0.0.1:9/z"/></svg> <object data="http://127.0.0.1:9/o"></object> '
    '</p></div></body> \x1b[31mred\x1b[0m \x00 ]]> &amp; "quoted"'
)

HERE = Path(__file__).parent
WITNESS = HERE / "audited_worker.py"
OURS = [Path(one).resolve() for one in (sys.prefix, sys.base_prefix, HERE.parents[1])]
"""Where Python, the packages and the program are."""


TEMPORARY = re.compile("assess-print.*|weasyprint-.*|[a-z0-9_]{8}")
"""What a printer may write to: its target, the fonts of its document, and what tries a folder."""


LOOKED_UP_BY = {"/sbin/ldconfig", "ld"}
"""What Python asks where the libraries of the printer are; of these it finds only the first."""


def reached(log: Path, templates: Path) -> tuple[set[str], set[str]]:
    """Give what a printer did beyond reading its own files, and the names of those it wrote."""
    beyond, wrote = set(), set()
    for line in log.read_text("utf-8").splitlines():
        event, what, how = json.loads(line)
        path = Path(what)
        if event == "open" and (what.isdigit() or what == os.devnull):
            continue  # a pipe or file that is open already, or nothing
        if event in ("subprocess.Popen", "os.posix_spawn") and what in LOOKED_UP_BY:
            continue
        if event != "open":
            beyond.add(f"{event} {what} {how}")
        elif _is_temporary(path):
            wrote.add(path.name)
        elif set(how) & set("wax+") or not _is_its_own(path, templates):
            beyond.add(f"open {what} {how}")
    return beyond, wrote


def _is_temporary(path: Path) -> bool:
    folder = Path(tempfile.gettempdir())
    inside = path.relative_to(folder).parts if path.is_relative_to(folder) else ()
    return bool(inside) and TEMPORARY.fullmatch(inside[0]) is not None


def _is_its_own(path: Path, templates: Path) -> bool:
    if str(path) in mimetypes.knownfiles:
        return True
    own = (*OURS, templates)
    temporary = Path(tempfile.gettempdir())
    if path.is_dir() and any(one.is_relative_to(path) for one in (*own, temporary)):
        return True  # newer Pythons try the folders around theirs, of which nothing can be read
    return any(path.resolve().is_relative_to(one) for one in own)


@pytest.fixture(scope="module")
def hostile(
    full: Assessment,
    catalogue: Catalogue,
    templates: Path,
    tmp_path_factory: pytest.TempPathFactory,
) -> tuple[Path, Printed]:
    """A report whose every free text is hostile, long, or of another script, under such a name."""
    notes = {
        "staff_fte": HOSTILE,
        "founded": "W" * 5000,
        "committed_total": "A note of many words. " * 4546,
        "planning": "Ελληνικά, Кириллица, العربية, עברית, ไทย, 漢字, 😀\u200d👩, \u202eback\u202c",
    }
    case = full
    for question, note in notes.items():
        case = case.with_answer(case.answer(question).changed(note=note))
    story = {"title": HOSTILE, "problem": "W" * 5000, "result": HOSTILE, "released": True}
    case = case.with_answer(case.answer("success_stories").changed(value=[story]))
    case = case.with_answer(case.answer("specialisation_text").changed(value=HOSTILE))
    organisation = case.case.organisation.model_copy(
        update={"name": "Ω <b>Ñandú</b> العربية " + "W" * 300, "region": HOSTILE}
    )
    details = case.case.details.model_copy(update={"expert": HOSTILE, "portfolio": "W" * 300})
    changed = case.case.model_copy(update={"organisation": organisation, "details": details})
    record = report_of(case.model_copy(update={"case": changed}), catalogue)

    def write(target: Path) -> Printed:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(printer, "COMMAND", (str(WITNESS), str(target.with_suffix(".log"))))
            return write_report(record, templates, target)

    return printed_once(tmp_path_factory, "{{7*7}} hostile", write)


@pytest.mark.slow
def test_hostile_texts_print_as_typed(hostile: tuple[Path, Printed]) -> None:
    path, _ = hostile
    paper = Paper(path)
    text = paper.body
    assert text.count(squeezed(visible(HOSTILE))) >= 3
    assert text.count(squeezed("A note of many words.")) >= 4546
    assert "Ελληνικά" in text
    assert "Кириллица" in text
    with pikepdf.open(path) as document:
        assert list(document.attachments) == ["report.json"]
    assert_summary_on_two_pages(paper)
    for left, bottom, right, _ in (box for page in paper.boxes for box in page):
        assert left >= 0
        assert right <= paper.width
        assert bottom >= 0


@pytest.mark.slow
def test_a_report_of_hostile_texts_asks_for_and_opens_nothing_but_its_own(
    hostile: tuple[Path, Printed], templates: Path
) -> None:
    path, printed = hostile
    fonts = {one.as_uri() for one in (templates / "fonts").glob("*.ttf")}
    assert set(printed.asked) == {"data:image/svg+xml", *fonts}
    assert printed.refused == ()
    beyond, wrote = reached(path.with_suffix(".log"), templates)
    assert beyond == set()
    assert "document.pdf" in wrote


def test_a_template_that_went_bad_reaches_nothing(templates: Path, tmp_path: Path) -> None:
    log, page = tmp_path / "log", HERE / "bad_template.html"
    with TemporaryFolder("print") as own:
        done = subprocess.run(
            [sys.executable, "-P", str(WITNESS), str(log), str(page), str(templates)],
            env=printer.printing_environment(templates, own.path),
            capture_output=True,
            text=True,
            check=False,
        )
    assert done.returncode == 0, done.stderr
    said: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    asked = dict(said["asked"])
    assert {address for address, granted in asked.items() if granted} == {
        "data:image/svg+xml",
        "data:text/html",
    }
    for name in ("import.css", "font.ttf", "image.png", "margin.png", "nested.png", "svg.png"):
        assert asked[f"http://127.0.0.1:9/{name}"] is False
    for name in ("hostname", "passwd", "shadow"):
        assert asked[f"file:///etc/{name}"] is False
    beyond, _ = reached(log, templates)
    assert beyond == set()


def test_a_logo_that_got_past_the_reader_fetches_nothing_and_prints_nothing(
    catalogue: Catalogue, templates: Path, tmp_path: Path
) -> None:
    report = report_of(Assessment(case=organisation_case()), catalogue)
    drawing = (
        '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script>'
        '<image href="http://127.0.0.1:9/z" width="9" height="9"/></svg>'
    )
    content = base64.b64encode(drawing.encode()).decode()
    logo = Logo(kind="svg", content=content, alternative="A logo")
    target = tmp_path / "{{ 7*7 }}.pdf"
    with pytest.raises(RenderFault, match=r"127\.0\.0\.1"):
        write_report(report.model_copy(update={"theme": Theme(logo=logo)}), templates, target)
    assert not target.exists()
