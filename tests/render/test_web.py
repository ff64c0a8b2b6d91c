"""The report in a browser: one file, all of it there, and nothing that keeps anyone out."""

from __future__ import annotations

import html
import json
import re
import shutil
import subprocess
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from assess.core.case.assessment import Assessment
from assess.core.catalogue.catalogue import Catalogue
from assess.core.report.record.report import Report
from assess.render.report.web_page import web_page
from tests.cases import organisation_case, report_of
from tests.paper import squeezed
from tests.record_texts import record_texts, unbroken
from tests.render.test_hostile import HOSTILE

BROWSER = shutil.which("chromium") or shutil.which("google-chrome")
AXE = Path(__file__).parents[1] / "browser" / "node_modules" / "axe-core" / "axe.min.js"
"""Of the npm packages that the tests of the public pages install."""


class Read(HTMLParser):
    """What a page says, and everything that it asks for."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self.tags: list[str] = []
        self.asked: list[str] = []
        self.targets: set[str] = set()
        self.links: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        for name, value in attrs:
            if name in ("src", "data", "poster", "srcset") or (tag != "a" and name == "href"):
                self.asked.append(value or "")
            if name == "id" and value:
                self.targets.add(value)
            if name == "href" and tag == "a":
                self.links.append(value or "")

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    @property
    def text(self) -> str:
        return squeezed("".join(self.words))


@pytest.fixture(scope="module")
def page(report: Report, templates: Path) -> str:
    return web_page(report, templates)


def test_the_page_says_all_that_the_record_says(page: str, report: Report) -> None:
    text = unbroken(Read(page).text)
    assert [one for one in record_texts(report) if unbroken(one) not in text] == []
    for area in report.areas:
        for one in area.indicators:
            assert all(unbroken(picture.alternative) in text for picture in one.pictures)


def test_the_page_is_one_file_and_every_link_leads_somewhere(page: str) -> None:
    read = Read(page)
    assert all(address.startswith("data:") for address in read.asked)
    assert not {"script", "link", "iframe", "object", "embed"} & set(read.tags)
    assert {link[1:] for link in read.links if link.startswith("#")} <= read.targets
    assert all(link.startswith("#") for link in read.links)
    assert len(page) < 700_000
    for address in re.findall(r"url\(([^)]*)\)", page):
        assert address.startswith("data:font/woff2;base64,")


def test_the_same_record_gives_the_same_page(page: str, report: Report, templates: Path) -> None:
    assert web_page(report, templates) == page


@pytest.mark.slow
def test_hostile_texts_stay_texts(full: Assessment, catalogue: Catalogue, templates: Path) -> None:
    case = full.with_answer(full.answer("staff_fte").changed(note=HOSTILE))
    named = organisation_case(name=f"Wave {HOSTILE}")
    found = web_page(report_of(case.model_copy(update={"case": named}), catalogue), templates)
    read = Read(found)
    assert "script" not in read.tags
    assert all(address.startswith("data:") for address in read.asked)
    assert squeezed("<script>alert(1)</script> {{ 7*7 }} {% raw %} [bold]x[/bold]") in read.text


def test_it_has_one_main_part_headings_in_order_and_names_for_pictures(page: str) -> None:
    read = Read(page)
    assert read.tags.count("main") == 1
    levels = [int(tag[1]) for tag in read.tags if re.fullmatch(r"h[1-6]", tag)]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert read.tags.count("svg") == page.count('role="img"><title>') > 72


@pytest.mark.slow
@pytest.mark.skipif(BROWSER is None or not AXE.is_file(), reason="needs chromium and axe-core")
@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_nothing_and_nothing_is_wider_than_the_screen(
    width: int, page: str, tmp_path: Path
) -> None:
    found = looked_at(page, width, tmp_path)
    assert found["violations"] == []
    assert found["wide"] <= found["width"]
    assert found["width"] in range(width - 20, width + 1)


def looked_at(page: str, width: int, folder: Path) -> dict[str, Any]:
    """Let axe-core look at a page in a browser of a width: in a frame, as windows have a least."""
    axe = AXE.read_text(encoding="utf-8").replace("</script>", "<\\/script>")
    ask = (
        "axe.run().then(found => { const said = parent.document.createElement('pre');"
        "said.id = 'said'; said.textContent = JSON.stringify({width: innerWidth, "
        "wide: document.documentElement.scrollWidth, violations: found.violations.map("
        "one => [one.id, one.nodes.map(node => node.html.slice(0, 200))])});"
        "parent.document.body.append(said); })"
    )
    whole = page.replace("</body>", f"<script>{axe}</script><script>{ask}</script></body>")
    outer = folder / "outer.html"
    frame = f'<iframe style="width:{width}px;height:900px" srcdoc="{html.escape(whole)}"></iframe>'
    outer.write_text(f"<!DOCTYPE html><meta charset=utf-8><body>{frame}</body>", encoding="utf-8")
    command = [str(BROWSER), "--headless", "--no-sandbox", "--disable-gpu", "--dump-dom"]
    options = ["--window-size=1500,1000", "--virtual-time-budget=60000", outer.as_uri()]
    ran = subprocess.run(
        [*command, *options], capture_output=True, text=True, check=True, timeout=100
    )
    said = re.search(r'<pre id="said">(.*?)</pre>', ran.stdout, re.DOTALL)
    assert said, ran.stderr[-500:]
    answer: dict[str, Any] = json.loads(html.unescape(said[1]))
    return answer
