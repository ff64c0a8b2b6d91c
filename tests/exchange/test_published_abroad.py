"""Lists of other countries, in other languages and layouts; all invented."""

from __future__ import annotations

import pytest

from assess.core.case.reading.day import read_day
from assess.core.catalogue.catalogue import Catalogue
from assess.languages.message import say
from assess.languages.months import MONTH_WORDS
from tests.exchange.test_published_list import read

SEA = "Maritime technologies, water resources"

LISTS = {
    "French": (
        "Nom du cluster;Portefeuille comparatif;Site web;Label valable jusqu'au;Pays\n"
        f"Pôle Mer, Littoral & Co;{SEA};www.mer.example;31 mars 2027;France\n"
    ),
    "German": (
        "Name der Organisation;Branche;Webseite;Gültig bis;Land\n"
        f"Pôle Mer, Littoral & Co;{SEA};www.mer.example;31. März 2027;FR\n"
    ),
    "Polish": (
        "Kraj;Ważny do;Nazwa klastra;Branża;Strona internetowa\n"
        f"FRA;31 marca 2027 r.;Pôle Mer, Littoral & Co;{SEA};www.mer.example\n"
    ),
    "Spanish": (
        "Nivel\tNombre\tSector\tPágina web\tVálido hasta\tPaís\n"
        f"Bronce\tPôle Mer, Littoral & Co\t{SEA}\twww.mer.example\t31 de marzo de 2027\tFR\n"
    ),
    "heads in two lines": (
        ";;Label;;\nOrganisation;Sector;Level;Valid until;Web;Country\n"
        f"Pôle Mer, Littoral & Co;{SEA};Bronze;31.III.2027;mer.example;FRA\n"
    ),
    "Markdown": (
        "| Name | Portfolio | www | Valid until | Country |\n|---|:--|---|---|---|\n"
        f"| Pôle Mer, Littoral & Co | {SEA} | www.mer.example | 31-Mar-2027 | France |\n"
    ),
    "a page of divisions": (
        "<html><h2>France</h2><div><b>Pôle Mer, Littoral &amp; Co</b>"
        f"<i>{SEA}</i><a href='http://www.mer.example'>www</a><i>2027/03/31</i></div></html>"
    ),
}


@pytest.mark.parametrize("name", LISTS)
def test_a_list_of_elsewhere_is_read(name: str, catalogue: Catalogue) -> None:
    found = read(LISTS[name], catalogue)
    assert found.reasons == []
    (row,) = found.rows
    assert row[:3] == ("Pôle Mer, Littoral & Co", "FRA", SEA)
    assert (row[3] or "").removeprefix("http://").removeprefix("www.") == "mer.example"
    assert row[4] == "2027-03-31"


LAID_OUT = """
Name                     Comparative portfolio         www                  Label valid until

FRANCE
Alfa Cluster             ICT                           www.alfa.example     2027/03/31
Beta Water               Maritime technologies,        www.beta.example     2027/04/30
                         water resources
                                  Page 2
BELGIUM
Gamma Net of the         Energy and environment        gamma.example        2027/05/31
North
"""


def test_columns_below_their_heads_are_read_over_lines(catalogue: Catalogue) -> None:
    found = read(LAID_OUT, catalogue)
    assert (found.reasons, found.sheet.notes) == ([], ())
    assert [(row[0], row[1], row[2], row[4]) for row in found.rows] == [
        ("Alfa Cluster", "FRA", "ICT", "2027-03-31"),
        ("Beta Water", "FRA", SEA, "2027-04-30"),
        ("Gamma Net of the North", "BEL", "Energy and environment", "2027-05-31"),
    ]
    assert [one.place for one in found.listed] == ["line 5", "lines 6 to 7", "lines 10 to 11"]


def test_lists_side_by_side_have_their_heads_once(catalogue: Catalogue) -> None:
    heads = "Name Comparative portfolio Label valid until"
    text = f"{heads} {heads}\nAlfa ICT 2027/03/31 Beta ICT 2027/04/30\n"
    assert [row[0] for row in read(text, catalogue, "FIN").rows] == ["Alfa", "Beta"]


def test_a_column_that_is_not_read_is_named(catalogue: Catalogue) -> None:
    text = "No.;Cluster;Portfolio;Valid until;Remarks\n7;Alfa;ICT;31.03.2027;on trial\n"
    found = read(text, catalogue, "NOR")
    assert [row[0] for row in found.rows] == ["Alfa"]
    assert found.sheet.notes == (
        "the column 'No.' is not read (it begins with '7')",
        "the column 'Remarks' is not read (it begins with 'on trial')",
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("31 stycznia 2027", "2027-01-31"),
        ("2027. március 31.", "2027-03-31"),
        ("1er août 2027", "2027-08-01"),
        ("31 maaliskuuta 2027", "2027-03-31"),
        ("20270331", "2027-03-31"),
        ("31/03/2027 00:00", "2027-03-31"),
        ("31 лютого 2027", "there is no day 31 лютого 2027"),
        ("30 listopada 2027", "listopada can be October (Croatian) or November"),
        ("31/03/27", "the year of 31/03/27 has two digits; write all four"),
        ("9999-12-31", "9999-12-31 is not in the years 1900 to 2199"),
    ],
)
def test_a_day_is_read_in_other_languages_or_refused(text: str, said: str) -> None:
    found = read_day(text, MONTH_WORDS)
    assert said in (say(found.fault.naming()) if found.fault else str(found.day))


def test_a_month_stands_for_its_last_day_and_that_is_said(catalogue: Catalogue) -> None:
    text = "Name;Portfolio;Valid from;Valid until\nAlfa;ICT;01/2014;février 2016\n"
    (row,) = read(text, catalogue, "FRA").listed
    assert (str(row.valid_from), str(row.valid_until)) == ("2014-01-01", "2016-02-29")
    assert tuple(map(say, row.remarks)) == (
        "février 2016 names a month; its last day was taken",
        "01/2014 names a month; its first day was taken",
    )
