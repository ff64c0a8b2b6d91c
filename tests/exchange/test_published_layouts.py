"""Invented rows, printed as pages and brochures print lists, are read back row by row."""

from __future__ import annotations

import random
import textwrap
from itertools import groupby

import pytest

from assess.core.catalogue.catalogue import Catalogue
from assess.core.published_list.row import ListWords
from assess.core.published_list.row_reading import read_rows
from assess.exchange.published_list.list_file import read_list
from assess.languages.message import say

Row = tuple[str, str, str, str | None, str | None]
"""Name, country, portfolio, web site and day, as they are listed."""

PIECES = [
    "Nordic",
    "Baltic",
    "Alpine",
    "Cluster",
    "Network",
    "Center",
    "Technology",
    "Innovation",
    "e.V.",
    "GmbH",
    "&",
    "of",
    "the",
    "Region",
    "Süd",
    "Łódź",
    "Île-de-France",
    "Valley",
    "Park",
    "Hub",
    "Association",
    "(Clúster)",
    "ICT",
    "Food",
    "Energy",
    "and",
    "Health,",
    "Wood",
    "-",
    "Steel",
    "–",
    "Media,",
    "Maritime",
    "Digital",
    "4.0",
    "Construction",
    "Biotech",
]


def invented_name(chance: random.Random) -> str:
    """Give a name with commas, signs, hyphens and words of portfolios in it."""
    while True:
        words = [chance.choice(PIECES) for _ in range(chance.randint(1, 7))]
        name = " ".join(words).strip(" ,-–&")
        if any(letter.isalpha() for letter in name) and name not in ("and", "of", "the"):
            return name


def invented_rows(chance: random.Random, catalogue: Catalogue, *, dated: bool) -> list[Row]:
    """Give rows of three countries."""
    vocabularies = catalogue.label.portfolio_vocabularies
    portfolios = vocabularies[-1 if dated else 0].portfolios
    rows: list[Row] = []
    for country in ("SVK", "HRV", "ITA"):
        for _ in range(8):
            site = chance.choice(
                (
                    f"www.c{chance.randint(1, 999)}.example",
                    f"http://abc.example/index.php?id={chance.randint(1, 999)}",
                    "www.a-very-long-name-of-a-cluster.example/en/home",
                )
            )
            parts = (chance.randint(2012, 2027), chance.randint(1, 12), chance.randint(1, 28))
            day = "{}/{:02}/{:02}".format(*parts) if dated else None
            shown = site if not dated or chance.random() < 0.7 else None
            rows.append((invented_name(chance), country, chance.choice(portfolios), shown, day))
    return rows


def as_page(rows: list[Row]) -> str:
    """Print rows as a page does: one on a line, now and then two."""
    text = "Clusters that were benchmarked.\n\nName Comparative portfolio www Label valid until\n"
    for place, (name, _, portfolio, site, day) in enumerate(rows):
        text += " ".join(filter(None, (name, portfolio, site, day)))
        text += " " if place % 7 == 3 else "\n"
    return text


def as_brochure(rows: list[Row], catalogue: Catalogue, *, headings_below: bool) -> str:
    """Print rows as a brochure does: cells over lines, blank lines between all of them."""
    text = "A brochure about clusters.\n\n"
    for country, members in groupby(rows, key=lambda row: row[1]):
        heading = say(catalogue.country_name(country)).upper()
        text += "" if headings_below else f"{heading}\n\n"
        text += " Name Industry www \n\n"
        links = []
        for name, _, portfolio, site, _ in members:
            lines = _cells(textwrap.wrap(name, 34), textwrap.wrap(portfolio, 32), site or "")
            text += "".join(f"{line} \n\n" for line in lines)
            links.append(site if site and site.startswith("http") else f"http://{site}/")
        text += (
            "{}\n\n{}\n".format(heading, "\n".join(filter(None, links))) if headings_below else ""
        )
    return text


def _cells(name: list[str], portfolio: list[str], site: str) -> list[str]:
    lines = [f"{name[0]} {portfolio[0]}", *portfolio[1:]] if len(name) == 1 else [*name, *portfolio]
    cut = (site.rfind("-", 0, 32) + 1 or 32) if len(site) > 32 else len(site)
    if len(portfolio) == 1:
        lines[-1] += f" {site[:cut]}"
    else:
        lines.append(site[:cut])
    return [*lines, site[cut:]] if site[cut:] else lines


def read_back(text: str, catalogue: Catalogue, country: str | None) -> list[Row]:
    """Read a list, and give its rows; none may be kept aside."""
    words = ListWords(catalogue)
    sheet = read_list(text.encode(), "list", words, country=country)
    assert sheet.rejected == ()
    listed, rejected = read_rows(
        sheet.rows,
        words,
        country=country,
        level="Bronze",
        order=None,
        needs_dates=sheet.has_dates,
    )
    assert rejected == ()
    return [
        (
            one.name,
            one.country,
            one.portfolio,
            one.website,
            str(one.valid_until).replace("-", "/") if one.valid_until else None,
        )
        for one in listed
    ]


def full(site: str | None) -> str | None:
    """Give a listed address as it is kept."""
    return f"http://{site}" if site and not site.startswith("http") else site


@pytest.mark.parametrize("seed", range(8))
def test_a_page_is_read_back(seed: int, catalogue: Catalogue) -> None:
    rows = invented_rows(random.Random(seed), catalogue, dated=True)  # noqa: S311  the same rows always
    expected = [(name, "MLT", portfolio, full(site), day) for name, _, portfolio, site, day in rows]
    assert read_back(as_page(rows), catalogue, "MLT") == expected


@pytest.mark.parametrize("headings_below", [True, False])
@pytest.mark.parametrize("seed", range(8))
def test_a_brochure_is_read_back(seed: int, catalogue: Catalogue, *, headings_below: bool) -> None:
    rows = invented_rows(random.Random(seed), catalogue, dated=False)  # noqa: S311  the same rows always
    text = as_brochure(rows, catalogue, headings_below=headings_below)
    expected = [(name, of, portfolio, full(site), None) for name, of, portfolio, site, _ in rows]
    assert read_back(text, catalogue, None) == expected
