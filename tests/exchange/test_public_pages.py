"""Every kind of public page: by country, by portfolio, of everything, of one month's awards."""

from __future__ import annotations

import pytest

from assess.core.catalogue.catalogue import Catalogue
from tests.exchange.test_published_list import Read, read

BY_PORTFOLIO = """You are here: Home / Register of labels

Overview for comparative portfolio: Food industry

filter by other industry:

« Back to overview

Name Country www Label valid until
Alpine Cheese Makers Austria 2016/05/27
ACF - Cluster of Foods of Slovakia Slovakia www.acf.example 2015/11/04
Agrupación de Quesos de Ninguna Parte Spain 2018/06/16
Nordic Berries, A.S. Norway 2017/02/26
Alimentos del Bajío, A.C. Mexico 2018/04/29
Fisch.NRW Germany 2016/01/31
Cluster of the Bohemian
Breweries Czech Republic 2016/02/28
"""
FOOD = "Food industry"
ROWS_BY_PORTFOLIO = [
    ("Alpine Cheese Makers", "AUT", FOOD),
    ("ACF - Cluster of Foods of Slovakia", "SVK", FOOD),
    ("Agrupación de Quesos de Ninguna Parte", "ESP", FOOD),
    ("Nordic Berries, A.S.", "NOR", FOOD),
    ("Alimentos del Bajío, A.C.", "MEX", FOOD),
    ("Fisch.NRW", "DEU", FOOD),
    ("Cluster of the Bohemian Breweries", "CZE", FOOD),
]

TWO = [("Wood of the Alps", "AUT", "Construction"), ("Dansk Data Denmark", "DNK", "ICT")]
"""Rows whose names must stay whole."""

PAGES = {
    "by portfolio, the heading in a line": (BY_PORTFOLIO, ROWS_BY_PORTFOLIO),
    "by portfolio, the countries in German": (
        (
            "Vergleichsportfolio: Construction\nName Land Gültig bis\n"
            "Wood of the Alps Österreich 31.03.2027\nHolz Dänemark 31.03.2027\n"
        ),
        [("Wood of the Alps", "AUT", "Construction"), ("Holz", "DNK", "Construction")],
    ),
    "by portfolio, a heading for each": (
        (
            "Name Country Label valid until\nConstruction\nWood of the Alps Austria 2027/03/31\n"
            "ICT\nDansk Data Denmark Denmark 2027/03/31\n"
        ),
        TWO,
    ),
    "of everything, the country last": (
        (
            "Name Comparative portfolio Country Label valid until\n"
            "Wood of the Alps Construction Austria 2027/03/31\n"
            "Dansk Data Denmark ICT Denmark 2027/03/31\n"
        ),
        TWO,
    ),
    "of everything, the country before the portfolio": (
        (
            "Name Country Comparative portfolio www Label valid until\n"
            "Wood of the Alps Austria Construction www.wood.example 2027/03/31\n"
            "Dansk Data Denmark Denmark ICT 2027/03/31\n"
        ),
        TWO,
    ),
    "of everything, the country first": (
        (
            "Country Name Comparative portfolio Label valid until\n"
            "Austria Wood of the Alps Construction 2027/03/31\n"
            "Denmark Dansk Data Denmark ICT 2027/03/31\n"
        ),
        [TWO[0], ("Dansk Data Denmark", "DNK", "ICT")],
    ),
    "of everything, without heads": (
        (
            "Wood of the Alps, Austria, Construction 2027/03/31\n"
            "Dansk Data Denmark, Denmark, ICT 2027/03/31\n"
        ),
        TWO,
    ),
    "a table by portfolio": (
        (
            "<h1>Food industry</h1><table><tr><th>Pays<th>Nom<th>Valable jusqu'au"
            "<tr><td>Autriche<td>Fromage<td>31/03/2027<tr><td>Tchéquie<td>Pivo<td>31/03/2027</table>"
        ),
        [("Fromage", "AUT", FOOD), ("Pivo", "CZE", FOOD)],
    ),
    "a table by portfolio, one caption for each": (
        (
            "<table><caption>Comparative portfolio: ICT</caption>"
            "<tr><th>Name<th>Country<th>Valid until"
            "<tr><td>Data<td>Malta<td>2027-03-31</table><h2>Construction</h2><table><tr><th>Name"
            "<th>Country<th>Valid until<tr><td>Wood<td>Austria<td>2027-03-31</table>"
        ),
        [("Data", "MLT", "ICT"), ("Wood", "AUT", "Construction")],
    ),
    "CSV of everything, in another order": (
        "Valid until;Portfolio;Country;Name\n2027-03-31;ICT;Malta;Data\n",
        [("Data", "MLT", "ICT")],
    ),
    "CSV by portfolio, with a title": (
        "Sector: ICT;;\nName;Country;Valid until\nData;Malta;2027-03-31\n",
        [("Data", "MLT", "ICT")],
    ),
    "CSV without heads": (
        "Malta;Data;ICT;2027-03-31\nAustria;Wood;Construction;2027-03-31\n",
        [("Data", "MLT", "ICT"), ("Wood", "AUT", "Construction")],
    ),
}


def told(found: Read) -> list[tuple[str, str, str]]:
    return [row[:3] for row in found.rows]


@pytest.mark.parametrize("page", PAGES)
def test_columns_are_told_by_what_is_in_them(page: str, catalogue: Catalogue) -> None:
    text, rows = PAGES[page]
    found = read(text, catalogue)
    assert found.reasons == []
    assert told(found) == rows


AWARDS = {
    "flags": (
        "Labels awarded in May 2016\nGold Label\n\U0001f1e9\U0001f1f0 Dansk Data - ICT\n"
        "\U0001f1e6\U0001f1f9 Wood of the Alps - Construction\nSilver Label\n"
        "\U0001f1ea\U0001f1f8 Quesos - Food industry\n"
    ),
    "brackets": (
        "Labels awarded in May 2016\nGold Label\nDansk Data (Denmark), ICT\n"
        "Wood of the Alps (Austria), Construction\nSilver Label\nQuesos (Spain), Food industry\n"
    ),
    "a table": (
        "<h2>New labels in May 2016</h2><table><tr><th>Name<th>Sector"
        "<tr><td colspan=2>GOLD</td><tr><td><img alt='Denmark' src=x> Dansk Data<td>ICT"
        "<tr><td><img alt='Austria' src=x> Wood of the Alps<td>Construction"
        "<tr><td colspan=2>Silver</td><tr><td><img alt='Spain' src=x> Quesos<td>Food industry"
        "</table>"
    ),
}


@pytest.mark.parametrize("page", AWARDS)
def test_the_awards_of_a_month_have_their_level_from_the_heading(
    page: str, catalogue: Catalogue
) -> None:
    found = read(AWARDS[page], catalogue)
    assert found.reasons == []
    assert told(found) == [
        ("Dansk Data", "DNK", "ICT"),
        ("Wood of the Alps", "AUT", "Construction"),
        ("Quesos", "ESP", FOOD),
    ]
    levels = [row.level or found.sheet.level for row in found.sheet.rows]
    assert [str(level).casefold() for level in levels] == ["gold", "gold", "silver"]


def test_only_what_cannot_be_told_waits(catalogue: Catalogue) -> None:
    text = BY_PORTFOLIO + "Somewhere in Atlantis 2016/02/28\n"
    found = read(text, catalogue)
    assert told(found) == ROWS_BY_PORTFOLIO
    assert found.reasons == ["its country is not clear"]


def test_a_name_that_ends_with_its_country_stays_whole_in_a_list_of_that_country(
    catalogue: Catalogue,
) -> None:
    text = "Name Comparative portfolio Label valid until\nData Denmark ICT 2027/03/31\n"
    assert told(read(text, catalogue, "DNK")) == [("Data Denmark", "DNK", "ICT")]
