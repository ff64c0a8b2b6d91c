"""The country overview is one document that leads where it says, however long it may be."""

from __future__ import annotations

import base64
import re
from datetime import date
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from assess.core.catalogue.catalogue import Catalogue
from assess.core.report.document.brochure import (
    Brochure,
    BrochureCountry,
    BrochureRow,
    Figure,
    Share,
)
from assess.core.report.record.theme import Logo, Theme, ThemeColours
from assess.errors import AssessError
from assess.languages import speaking
from assess.render.document.document import write_document
from assess.render.register.register_html import overview_html
from assess.workflow.register.register_documents import (
    MOST_ORGANISATIONS,
    draft_overview,
    write_overview,
)
from tests.paper import Paper, squeezed
from tests.searches import searched_desk
from tests.structure import faults

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
        status="" if is_valid else "ended",
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


@pytest.mark.slow
def test_it_is_one_document_that_leads_where_it_says(templates: Path, tmp_path: Path) -> None:
    target, again = tmp_path / "overview.pdf", tmp_path / "again.pdf"
    done = write_document("overview", brochure(SIZES), templates, target)
    paper = Paper(target)
    assert faults(target) == []
    assert done.pages == len(paper.pages) == 4
    for number, text in enumerate(paper.pages, start=1):
        assert f"Page{number}of4" in text
    assert leads(target).keys() == {f"country-{name.lower()}" for name in SIZES}
    for name, size in SIZES.items():
        page = leads(target)[f"country-{name.lower()}"]
        assert re.search(rf"{name}\({size}of{size}\)[.]*{page}(?!\d)", paper.pages[2])
        assert squeezed(f"{name}{size} of {size} organisations") in paper.pages[page - 1]
        for number in range(size):
            assert sum(squeezed(f"{name} {number} {ODD}") in text for text in paper.pages) == 1
    assert bookmarks(target) == [
        (0, "Country overview"),
        (1, "By comparative portfolio"),
        (1, "Contents"),
        *((1, name) for name in SIZES),
    ]
    write_document("overview", brochure(SIZES), templates, again)
    assert again.read_bytes() == target.read_bytes()


@pytest.mark.slow
@pytest.mark.parametrize("language", ["de", "pl"])
def test_the_brochure_is_no_longer_in_another_language(
    language: str, catalogue: Catalogue, templates: Path, tmp_path: Path
) -> None:
    with searched_desk(tmp_path, catalogue) as desk, speaking(language):
        made = draft_overview(desk)
    assert write_overview(made, templates, tmp_path / "overview.pdf") <= 12


@pytest.mark.slow
def test_the_three_published_lists_are_a_brochure_of_at_most_twelve_pages(
    catalogue: Catalogue, templates: Path, tmp_path: Path
) -> None:
    target = tmp_path / "overview.pdf"
    with searched_desk(tmp_path, catalogue) as desk:
        made = draft_overview(desk)
    assert write_overview(made, templates, target) <= 12
    assert faults(target) == []
    text = "".join(Paper(target).pages)
    for name in ("Øresund Food", "Medicon Valley", "Łódzki Klaster Energii", "BIOKON"):
        assert squeezed(name) in text
    assert squeezed("listed on 2012-01-16") in text


def test_it_has_logo_and_colours_of_its_publisher(templates: Path, tmp_path: Path) -> None:
    mark = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>'
    content = base64.b64encode(mark.encode()).decode()
    logo = Logo(kind="svg", content=content, alternative="Agency of the North")
    theme = Theme(logo=logo, colour=ThemeColours(accent="#7a1f5c"))
    plain = brochure(SIZES)
    own = overview_html(plain.model_copy(update={"theme": theme}), templates)
    assert logo.address in own
    assert 'alt="Agency of the North"' in own
    assert "#7a1f5c" in own
    assert "<img" not in overview_html(plain, templates)
    assert write_overview(plain.model_copy(update={"theme": theme}), templates, tmp_path / "o.pdf")


def test_one_too_long_for_the_printer_is_refused(templates: Path, tmp_path: Path) -> None:
    target = tmp_path / "overview.pdf"
    too_long = brochure({"Andorra": 1, "Belgium": MOST_ORGANISATIONS})
    with pytest.raises(
        AssessError, match="would list 10001 organisations; at most 10000 are printed"
    ):
        write_overview(too_long, templates, target)
    assert not target.exists()
