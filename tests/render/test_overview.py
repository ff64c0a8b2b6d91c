"""The country overview: whole, and bound of pieces, it is one document that leads where it says."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from assess.core.report.document.brochure import (
    Brochure,
    BrochureCountry,
    BrochureRow,
    Figure,
    Share,
)
from assess.render.document.document import write_document
from assess.render.register.register_html import PIECE, pieces
from tests.paper import Paper, squeezed
from tests.structure import faults

pytestmark = pytest.mark.filterwarnings("ignore:unclosed file .*sRGB2014.icc:ResourceWarning")
"""The renderer, which is here for once in this process, leaves a file of its own to be closed."""

SIZES = {"Andorra": 3, "Belgium": 1, "Chile": 9, "Denmark": 2}
ODD = "Ports (12 0 R) & \\ 34 0 R Cluster"
"""What looks like a reference within a file, and is a name."""


def row(name: str, *, is_valid: bool = True) -> BrochureRow:
    return BrochureRow(
        name=name,
        portfolio="ICT",
        website="www.example.org",
        level="Bronze",
        until="2027/03/31",
        status="" if is_valid else "lapsed",
        is_valid=is_valid,
    )


def brochure(sizes: dict[str, int]) -> Brochure:
    countries = tuple(
        BrochureCountry(
            anchor=f"country-{name.lower()}",
            name=name,
            said=f"{size} of {size} organisations with a valid label",
            held=f"{size} of {size}",
            rows=tuple(
                row(f"{name} {number} {ODD}", is_valid=number > 0) for number in range(size)
            ),
        )
        for name, size in sizes.items()
    )
    return Brochure(
        title="Register",
        heading="Country overview",
        lead="Some of them.",
        publisher="",
        marks=(),
        day=date(2026, 11, 2),
        figures=(Figure(number="4", text="countries"),),
        portfolios=(Share(name="ICT", valid=11, organisations=15, percent=100),),
        countries=countries,
        about=(),
        footer="Not a publication",
    )


def bind(templates: Path, target: Path) -> list[str]:
    """Print it in pieces of four organisations; give what the renderer had to say."""
    from assess.render.register.brochure import print_overview

    done = print_overview(
        brochure(SIZES), templates, frozenset(), lambda _part, _page: None, target, most=4
    )
    with pikepdf.open(target) as printed:
        assert done.pages == len(printed.pages)
    return done.log


@pytest.fixture(scope="module")
def bound(templates: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("overview") / "bound.pdf"
    assert bind(templates, target) == []
    return target


def leads(path: Path) -> dict[str, int]:
    """Give to which page each link of the contents leads."""
    with pikepdf.open(path) as document:
        pages: list[Any] = list(document.pages)
        place = {page.objgen: number for number, page in enumerate(pages, start=1)}
        root: Any = document.Root
        named = list(root.Names.Dests.Names)
        target = dict(zip(map(str, named[::2]), named[1::2], strict=True))
        return {
            str(link.Dest): place[target[str(link.Dest)][0].objgen]
            for page in pages
            for link in page.get("/Annots", [])
        }


def bookmarks(path: Path) -> list[tuple[int, str]]:
    with pikepdf.open(path) as document, document.open_outline() as outline:
        found: list[tuple[int, str]] = []
        waiting = [(0, one) for one in reversed(outline.root)]
        while waiting:
            depth, one = waiting.pop()
            found.append((depth, one.title))
            waiting += [(depth + 1, below) for below in reversed(one.children)]
        return found


def test_the_countries_are_parted_so_that_none_is_lost() -> None:
    parts = list(pieces(brochure(SIZES), 4))
    assert [[(one.country.name, len(one.rows)) for one in part] for part in parts] == [
        [("Andorra", 3), ("Belgium", 1)],
        [("Chile", 4)],
        [("Chile", 4)],
        [("Chile", 1), ("Denmark", 2)],
    ]
    assert [one.is_continued for part in parts for one in part] == [False] * 3 + [True] * 2 + [
        False
    ]


def test_pieces_become_one_document(bound: Path, templates: Path, tmp_path: Path) -> None:
    paper = Paper(bound)
    assert len(paper.pages) == 6
    assert faults(bound) == []
    for number, text in enumerate(paper.pages, start=1):
        assert re.search(rf"Page{number}(?!\d)", text)
    for name, size in SIZES.items():
        page = leads(bound)[f"country-{name.lower()}"]
        assert squeezed(f"{name} ({size} of {size})") in paper.pages[1]
        assert re.search(rf"{name}\({size}of{size}\)[.]*{page}(?!\d)", paper.pages[1])
        assert squeezed(f"{size} of {size} organisations") in paper.pages[page - 1]
        for one in range(size):
            assert sum(squeezed(f"{name} {one} {ODD}") in text for text in paper.pages) == 1
    assert "Register·Chile" in paper.pages[4]
    assert bookmarks(bound) == [
        (0, "Country overview"),
        (1, "By comparative portfolio"),
        (1, "Contents"),
        *((1, name) for name in SIZES),
    ]
    again = tmp_path / "again.pdf"
    bind(templates, again)
    assert again.read_bytes() == bound.read_bytes()


def test_a_short_one_is_printed_whole(templates: Path, tmp_path: Path) -> None:
    assert brochure(SIZES).count < PIECE
    target = tmp_path / "whole.pdf"
    done = write_document("overview", brochure(SIZES), templates, target)
    paper = Paper(target)
    assert faults(target) == []
    assert "Page1of4" in paper.pages[0]
    assert done.pages == 4
    for anchor, page in leads(target).items():
        name = anchor.removeprefix("country-").title()
        assert re.search(rf"{name}\({SIZES[name]}of{SIZES[name]}\)[.]*{page}(?!\d)", paper.pages[1])
        assert f"{name}{SIZES[name]}of{SIZES[name]}organisations" in paper.pages[page - 1]
