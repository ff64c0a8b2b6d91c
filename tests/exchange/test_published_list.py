"""Published lists in many shapes: what can be read, what is kept aside, and why."""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

import pytest
from openpyxl import Workbook

from assess.core.catalogue.catalogue import Catalogue
from assess.core.published_list.row import ListedRow, ListSheet, ListWords, RejectedRow
from assess.core.published_list.row_reading import read_rows
from assess.errors import Refused
from assess.exchange.published_list.list_file import read_list
from assess.exchange.published_list.waiting_file import aside_row, of_aside, read_aside, write_aside
from assess.languages.message import say
from tests.published_independently import (
    left_over,
    overview_counts,
    overview_portfolios,
    page_rows,
)

PUBLISHED = Path(__file__).resolve().parents[1] / "published"


class Read(NamedTuple):
    """What came of a list."""

    sheet: ListSheet
    listed: tuple[ListedRow, ...]
    rejected: tuple[RejectedRow, ...]

    @property
    def rows(self) -> list[tuple[str, str, str, str | None, str | None]]:
        return [
            (
                one.name,
                one.country,
                one.portfolio,
                one.website,
                str(one.valid_until) if one.valid_until else None,
            )
            for one in self.listed
        ]

    @property
    def reasons(self) -> list[str]:
        return [say(one.reason) for one in self.rejected]


def read(content: str | bytes, catalogue: Catalogue, country: str | None = None) -> Read:
    words = ListWords(catalogue)
    raw = content.encode() if isinstance(content, str) else content
    sheet = read_list(raw, "list", words, country=country)
    listed, unread = read_rows(
        sheet.rows,
        words,
        country=country,
        level="Bronze",
        order=None,
        needs_dates=sheet.has_dates,
    )
    return Read(sheet, listed, (*sheet.rejected, *unread))


# The lists that were really published


@pytest.mark.parametrize(
    ("name", "country", "rows", "nameless"), [("denmark", "DNK", 66, 2), ("norway", "NOR", 46, 0)]
)
def test_a_page_is_read_row_by_row(
    name: str, country: str, rows: int, nameless: int, catalogue: Catalogue
) -> None:
    path = PUBLISHED / f"{name}.txt"
    found = read(path.read_bytes(), catalogue, country)
    assert len(found.listed) + len(found.rejected) == rows
    assert found.reasons == ["the name is missing"] * nameless
    expected = page_rows(path.read_text(encoding="utf-8"))
    assert len(expected) == rows
    read_here = [(row[0], row[2], row[4]) for row in found.rows]
    assert read_here == [row for row in expected if row[0]]
    kept = [("", one.row.portfolio, one.row.valid_until) for one in found.rejected]
    assert kept == [(n, p, day.replace("-", "/")) for n, p, day in expected if not n]
    assert found.sheet.notes == ()


def test_the_overview_of_2012_is_read_row_by_row(catalogue: Catalogue) -> None:
    text = (PUBLISHED / "country-overview-2012.txt").read_text(encoding="utf-8")
    found = read(text, catalogue)
    assert found.rejected == ()
    assert found.sheet.listed_on == date(2012, 1, 16)
    assert found.sheet.notes == (
        "the list says that it includes 177 clusters; 176 rows were found in it",
    )
    assert len(found.listed) == 176
    assert [one.portfolio for one in found.listed] == overview_portfolios(text)
    counts = Counter(say(catalogue.country_name(one.country)).upper() for one in found.listed)
    assert len(counts) == 15
    assert counts == overview_counts(text)
    rows = [(one.name, one.portfolio, one.website or "") for one in found.listed]
    rest = left_over(text, rows).replace("NameIndustrywww", "").replace(" ", "")
    assert re.sub("|".join(counts), "", rest) == ""
    addresses = {one.website for one in found.listed}
    assert "http://www.standort-tirol.at/page.cfm?vpath=cluster/life_sciences_tirol" in addresses
    assert "http://fecc.fi/?action=etusivu&hidi=1" in addresses
    long = "http://gkb.idhost.pl/pl/649b6085599d6c5f7c007cf0885ec965/Stronaglowna"
    assert long in addresses


# Invented lists of other shapes

AGES = "Energy and environment"
SEA = "Maritime technologies, water resources"
MICRO = "Micro, nano and optical technologies"

ONE_LINE = """Clusters with the label, as of 3 May 2021
Name Comparative portfolio www Label valid until
Alfa, Beta & Gamma Energy and environment www.abg.example 31.12.2022
Wasserland - Netz für Wasser Maritime technologies, water resources https://wasser.example/ 1.2.2023
Biotechnology District Biotechnology 15.3.2021
Copyright 2021
"""

CELLS_ON_LINES = """Name
Comparative portfolio
www
Label valid until
Delta Cluster
ICT

2022/06/30
Epsilon Network for
Sustainable Ports
Maritime technologies, water resources
www.epsilon.example
2023/01/31
Zeta Food industry 2022/02/28 Eta Construction 2022/03/31 Theta ICT 2022/04/30
"""

HEADINGS_FIRST = """SLOVAKIA
Name Comparative portfolio www Label valid until
Kosice IT ICT www.kosice.example 2023/05/31
SLOVENIA
Name Comparative portfolio www Label valid until
Ljubljana Wood Construction 2023/06/30
Maribor Light Micro, nano & optical technologies 2024/02/29
"""

HEADINGS_WITHIN = """Name Industry www
Czechia
Brno Tech ICT www.brno.example
Plzen Steel
Works Production and engineering www.plzen.example
Hungary
Pannon Automotive Transportation and mobility www.pannon.example
"""

HEADINGS_AT_THE_FOOT = """Overview as of 1 March 2013
Name Industry www
Antwerp Port Cluster Transportation and mobility www.antwerp.example
Name Industry www
Rotterdam Delta Metropole
Initiative Maritime technologies, water resources www.very-long-
address.example/about
Utrecht Games Creative industries www.utrecht.example
Belgium
Netherlands
http://www.antwerp.example/
http://www.very-long-address.example/about
http://www.utrecht.example/
Venlo Fresh Food industry www.venlo.example
"""

PORTFOLIO_ENDS = """Name Industry
Tirana Green Energy and environment
Durres Logistics Transportation and mobility
"""

INVENTED: list[tuple[str, str, str | None, list[tuple[str, str, str, str | None, str | None]]]] = [
    (
        "one line a row, with commas, addresses and dotted days",
        ONE_LINE,
        "DEU",
        [
            ("Alfa, Beta & Gamma", "DEU", AGES, "http://www.abg.example", "2022-12-31"),
            ("Wasserland - Netz für Wasser", "DEU", SEA, "https://wasser.example/", "2023-02-01"),
            ("Biotechnology District", "DEU", "Biotechnology", None, "2021-03-15"),
        ],
    ),
    (
        "a cell on each line, and three rows on one",
        CELLS_ON_LINES,
        "HRV",
        [
            ("Delta Cluster", "HRV", "ICT", None, "2022-06-30"),
            (
                "Epsilon Network for Sustainable Ports",
                "HRV",
                SEA,
                "http://www.epsilon.example",
                "2023-01-31",
            ),
            ("Zeta", "HRV", "Food industry", None, "2022-02-28"),
            ("Eta", "HRV", "Construction", None, "2022-03-31"),
            ("Theta", "HRV", "ICT", None, "2022-04-30"),
        ],
    ),
    (
        "countries above their tables",
        HEADINGS_FIRST,
        None,
        [
            ("Kosice IT", "SVK", "ICT", "http://www.kosice.example", "2023-05-31"),
            ("Ljubljana Wood", "SVN", "Construction", None, "2023-06-30"),
            ("Maribor Light", "SVN", MICRO, None, "2024-02-29"),
        ],
    ),
    (
        "countries within one table",
        HEADINGS_WITHIN,
        None,
        [
            ("Brno Tech", "CZE", "ICT", "http://www.brno.example", None),
            (
                "Plzen Steel Works",
                "CZE",
                "Production and engineering",
                "http://www.plzen.example",
                None,
            ),
            (
                "Pannon Automotive",
                "HUN",
                "Transportation and mobility",
                "http://www.pannon.example",
                None,
            ),
        ],
    ),
    (
        "countries at the foot of the page, addresses over lines, links below",
        HEADINGS_AT_THE_FOOT,
        None,
        [
            (
                "Antwerp Port Cluster",
                "BEL",
                "Transportation and mobility",
                "http://www.antwerp.example",
                None,
            ),
            (
                "Rotterdam Delta Metropole Initiative",
                "NLD",
                SEA,
                "http://www.very-long-address.example/about",
                None,
            ),
            ("Utrecht Games", "NLD", "Creative industries", "http://www.utrecht.example", None),
            ("Venlo Fresh", "NLD", "Food industry", "http://www.venlo.example", None),
        ],
    ),
    (
        "neither days nor addresses",
        PORTFOLIO_ENDS,
        "ALB",
        [
            ("Tirana Green", "ALB", AGES, None, None),
            ("Durres Logistics", "ALB", "Transportation and mobility", None, None),
        ],
    ),
    (
        "semicolons, German heads, days whose order another row tells",
        (
            "Cluster;Branche;Homepage;Gültig bis;Land\n"
            '"Netz; Werk";ICT;netz.example;04/03/2024;Österreich\n'
            "Holz & Bau;Construction;-;31/05/2024;Austria\n"
        ),
        None,
        [
            ("Netz; Werk", "AUT", "ICT", "http://netz.example", "2024-03-04"),
            ("Holz & Bau", "AUT", "Construction", None, "2024-05-31"),
        ],
    ),
    (
        "commas within quotation marks, columns in another order",
        (
            "Label valid until,Portfolio,Name,Website\n"
            '"May 31, 2024",ICT,"One, Two, Three",http://one.example\n'
            "2024-06-30,food  INDUSTRY,Four,\n"
        ),
        "ROU",
        [
            ("One, Two, Three", "ROU", "ICT", "http://one.example", "2024-05-31"),
            ("Four", "ROU", "Food industry", None, "2024-06-30"),
        ],
    ),
    (
        "tabs and no heads at all",
        (
            "Baltic Sound\tCreative industries\twww.baltic.example\t2022/01/31\n"
            "Riga Pharma\tHealth and medical science\t\t2022/02/28\n"
        ),
        "LVA",
        [
            (
                "Baltic Sound",
                "LVA",
                "Creative industries",
                "http://www.baltic.example",
                "2022-01-31",
            ),
            ("Riga Pharma", "LVA", "Health and medical science", None, "2022-02-28"),
        ],
    ),
    (
        "a saved page whose table is within another one",
        (
            "<html><body><table><tr><td><h2>Portugal</h2><table>"
            "<tr><th>Name</th><th>Comparative portfolio</th><th>www</th>"
            "<th>Label valid until</th></tr><tr><td>P&oacute;lo <b>Azul</b></td>"
            "<td>Maritime technologies, water resources</td>"
            '<td><a href="https://azul.example">link</a></td><td>2023/09/30</td></tr></table>'
            "<h2>Spain</h2><table><tr><th>Name</th><th>Comparative portfolio</th>"
            "<th>Label valid until</th></tr>"
            "<tr><td>Olivo</td><td>Food industry</td><td>30 septiembre 2023</td></tr></table>"
            "</td></tr></table></body></html>"
        ),
        None,
        [
            ("Pólo Azul", "PRT", SEA, "https://azul.example", "2023-09-30"),
            ("Olivo", "ESP", "Food industry", None, "2023-09-30"),
        ],
    ),
]


@pytest.mark.parametrize(
    ("text", "country", "rows"), [one[1:] for one in INVENTED], ids=[one[0] for one in INVENTED]
)
def test_a_list_of_another_shape_is_read(
    text: str,
    country: str | None,
    rows: list[tuple[str, str, str, str | None, str | None]],
    catalogue: Catalogue,
) -> None:
    found = read(text, catalogue, country)
    assert found.rows == rows
    assert found.reasons == []


def test_what_stands_after_the_rows_is_told(catalogue: Catalogue) -> None:
    found = read(ONE_LINE, catalogue, "DEU")
    assert found.sheet.notes == ("line 6: left out, because it is not a row: Copyright 2021",)
    assert found.sheet.listed_on == date(2021, 5, 3)


def test_rows_that_were_read_over_lines_are_told(catalogue: Catalogue) -> None:
    notes = read(CELLS_ON_LINES, catalogue, "HRV").sheet.notes
    assert any("lines 9 to 12 were read as one row" in note for note in notes)


def test_a_spreadsheet_with_a_sheet_for_each_country_is_read(catalogue: Catalogue) -> None:
    book = Workbook()
    first = book.active
    assert first is not None
    first.title = "Luxembourg"
    first.append(["Label register"])
    first.append([])
    first.append(["Name", "Comparative portfolio", "www", "Label valid until"])
    first.append(["Lux Space", "Aviation and space", "www", datetime(2024, 3, 31)])  # noqa: DTZ001  as cells are
    first["C4"].hyperlink = "https://lux.example"
    second = book.create_sheet("Malta")
    second.append(["Name", "Comparative portfolio", "www", "Label valid until"])
    second.append(["Valletta, Games & More", "Creative industries", None, "2024/04/30"])
    second.append(["", "ICT", None, "2024/05/31"])
    packed = io.BytesIO()
    book.save(packed)
    found = read(packed.getvalue(), catalogue)
    assert found.rows == [
        ("Lux Space", "LUX", "Aviation and space", "https://lux.example", "2024-03-31"),
        ("Valletta, Games & More", "MLT", "Creative industries", None, "2024-04-30"),
    ]
    assert [(one.row.place, say(one.reason)) for one in found.rejected] == [
        ("sheet Malta, row 3", "the name is missing")
    ]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Alfa ICT 2022/02/30", "there is no day 2022/02/30"),
        ("ICT 2022/02/28", "the name is missing"),
        ("Alfa Enregy and environment 2022/02/28", "known comparative portfolio"),
        ("Alfa ICT 02/03/2022", "02/03/2022 can be 2 March 2022 or 3 February 2022"),
        ("Alfa ICT\nBeta ICT 2022/02/28", "the day until which the label is valid is missing"),
    ],
)
def test_a_row_that_cannot_be_read_is_kept_with_its_reason(
    line: str, reason: str, catalogue: Catalogue
) -> None:
    text = f"Name Comparative portfolio www Label valid until\nGood One ICT 2022/01/31\n{line}\n"
    found = read(text, catalogue, "MKD")
    assert found.rows[0] == ("Good One", "MKD", "ICT", None, "2022-01-31")
    (kept,) = found.rejected
    assert reason in say(kept.reason)
    assert kept.row.place.endswith("line 3") or kept.row.place == "line 3"
    assert "2022" in kept.row.text or "Alfa" in kept.row.text


def test_cells_that_cannot_be_read_are_kept_with_every_reason(catalogue: Catalogue) -> None:
    text = (
        "Name;Comparative portfolio;www;Label valid until;Country\n"
        "Alfa;Enregy and environment;www.alfa.example;;Atlantis\n"
        "Beta;ICT;javascript:alert(1);2022/02/28;Malta\n"
    )
    found = read(text, catalogue)
    assert found.reasons == [
        (
            "'Enregy and environment' is not a portfolio of any vocabulary; it may be 'Energy and "
            "environment'; 'Atlantis' is not a country; the day until which the label is valid is "
            "missing; write unknown where the list has none"
        )
    ]
    assert found.listed[0].website is None
    assert "'javascript:alert(1)' is not the address" in say(found.listed[0].remarks[0])


def test_a_comma_in_a_name_without_quotation_marks_splits_nothing(catalogue: Catalogue) -> None:
    text = "Name,Portfolio,Label valid until\nOne, Two,ICT,2022/02/28\nThree,ICT,2022/02/28\n"
    found = read(text, catalogue, "MLT")
    assert [row[0] for row in found.rows] == ["Three"]
    assert found.rejected[0].row.place == "line 2"
    assert "quotation marks" in found.reasons[0]


def test_one_organisation_or_two_is_for_a_person_to_say(catalogue: Catalogue) -> None:
    text = (
        "Name Industry www\nAlfa Food industry www.alfa.example\nBeta Construction\n"
        "Gamma ICT www.gamma.example\nDelta Energy and environment\nEpsilon ICT www.eps.example\n"
    )
    found = read(text, catalogue, "MLT")
    assert [row[0] for row in found.rows] == ["Alfa", "Delta", "Epsilon"]
    assert found.reasons == ["it may be one organisation or two, the first without an address"]
    assert any("without an address: Delta" in note for note in found.sheet.notes)


def test_where_every_other_row_has_an_address_one_without_is_none(catalogue: Catalogue) -> None:
    text = "Name Industry www\n" + "".join(
        f"Cluster Number {number} ICT www.c{number}.example\n" for number in range(8)
    )
    text += "The Association for Innovation in Construction\n"
    text += "and Housing of the Region ICT www.h.example\n"
    found = read(text, catalogue, "MLT")
    assert found.rows[-1][:3] == (
        "The Association for Innovation in Construction and Housing of the Region",
        "MLT",
        "ICT",
    )
    assert found.reasons == []
    assert any("lines 10 to 11 were read as one row" in note for note in found.sheet.notes)


def test_a_word_broken_at_its_hyphen_is_whole_again(catalogue: Catalogue) -> None:
    text = (
        "Name Industry www\nNetzwerk für Bild-\nund Tontechnik in Baden-\n"
        "Württemberg ICT www.b.example\n"
        "Cluster Technology ICT www.ct.example\nCluster Technology\nICT www.again.example\n"
    )
    assert [row[0] for row in read(text, catalogue, "DEU").rows] == [
        "Netzwerk für Bild- und Tontechnik in Baden-Württemberg",
        "Cluster Technology",
        "Cluster Technology",
    ]


def test_a_list_without_countries_needs_one(catalogue: Catalogue) -> None:
    found = read("Name Portfolio www Label valid until\nAlfa ICT 2022/02/28\n", catalogue)
    assert found.reasons == ["its country is not clear"]


def test_a_row_of_another_country_than_stated_is_not_taken(catalogue: Catalogue) -> None:
    text = "Name;Portfolio;Country;Valid until\nAlfa;ICT;DK;2022/02/28\nBeta;ICT;NO;2022/02/28\n"
    found = read(text, catalogue, "NOR")
    assert [row[0] for row in found.rows] == ["Beta"]
    assert found.reasons == ["it belongs to Denmark, but the list is for Norway"]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "contains no list of labels"),
        (b"\x00\x01\x02", "not a text"),
        (b"\x89PNG\r\n\x00" + bytes(range(256)) * 2000, "is a picture"),
        (b"Some words on a line\n" * 1500, "contains no list of labels"),
        (b"PK\x03\x04 broken", "is damaged: File is not a zip file"),
        (b"A letter, in which no label is named.\n", "contains no list of labels"),
        (b"<html><p>nothing</p></html>", "contains no list of labels"),
    ],
)
def test_a_file_that_is_no_list_is_refused_in_words(
    content: bytes, words: str, catalogue: Catalogue
) -> None:
    with pytest.raises(Refused, match=words):
        read(content, catalogue)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_a_list_in_another_encoding_is_read(encoding: str, catalogue: Catalogue) -> None:
    text = "Name;Portfolio;Valid until\nØresund Ö;ICT;2022/02/28\n"
    assert read(text.encode(encoding), catalogue, "SWE").rows[0][0] == "Øresund Ö"


def test_rows_kept_aside_come_back_as_they_were(catalogue: Catalogue) -> None:
    text = "Name Portfolio www Label valid until\n=Formula ICT 2022/02/30\nICT 2022/02/28\n"
    found = read(text, catalogue, "MLT")
    written = write_aside(aside_row(one, "list.txt") for one in found.rejected)
    assert b"'=Formula" in written
    again = [of_aside(row) for row in read_aside(written, "rejected.csv")]
    assert [say(one.reason) for one in again] == found.reasons
    assert [one.row.text for one in again] == [one.row.text for one in found.rejected]
    assert {one.row.file for one in again} == {"list.txt"}
    completed = written.replace(b",,,ICT", b",Named,,ICT").replace(b"2022/02/30", b"2022/02/28")
    assert [row[0] for row in read(completed, catalogue, "MLT").rows] == ["=Formula", "Named"]


def _workbook(rows: bytes = b"", **parts: bytes) -> bytes:
    """Give a workbook with these rows, and parts that it should not have."""
    Workbook().save(packed := io.BytesIO())
    parts = {"xl/worksheets/sheet1.xml": SHEET % rows, **parts}
    result = io.BytesIO()
    with (
        zipfile.ZipFile(packed) as source,
        zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as target,
    ):
        for name in {*source.namelist(), *parts}:
            target.writestr(name, parts[name] if name in parts else source.read(name))
    return result.getvalue()


SHEET = (
    b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    b'<dimension ref="A1:A9"/><sheetData>%b</sheetData></worksheet>'
)
ENTITY = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><styleSheet/>'


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (lambda: _workbook(**{"xl/sharedStrings.xml": b" " * 26_000_000}), "too large to be read"),
        (lambda: _workbook(b"<row>" + b"<c/>" * 50_000 + b"</row>"), "row that is too"),
        (lambda: _workbook(**{"xl/styles.xml": ENTITY}), "contains XML declarations"),
        (lambda: _workbook(**{"xl/vbaProject.bin": b"x"}), "contains macros"),
        (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 999, "is not a text, a spreadsheet"),
        (lambda: _workbook()[:900], "is damaged"),
        (lambda: b"<html><table>" + b" " * 13_000_000, "a web page of more than 12 MB"),
        (lambda: b"<table>" + b"<div>" * 5_000 + b"x", "contains no list"),
        (lambda: b"<table><tr><td colspan=999999999 rowspan=99999999>x" * 99, "contains no list"),
        (lambda: b'Name,Portfolio,www\n"ICT' + b"x" * 200_000, "is not valid CSV"),
        (lambda: b'a,"b\n' + (b"x," * 6_000 + b"\n") * 9, "contains no list"),
    ],
)
def test_a_hostile_list_is_refused_in_words(
    content: Callable[[], bytes], words: str, catalogue: Catalogue
) -> None:
    with pytest.raises(Refused, match=words):
        read(content(), catalogue, "MLT")


def test_what_spans_rows_stands_in_each(catalogue: Catalogue) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for line in (
        "Country|Name|Comparative portfolio|Label valid until",
        "Malta|Alfa|ICT|2024/04/30",
        "|Beta|ICT|2024/05/31",
        "Norway|Gamma|ICT|2024/06/30",
    ):
        sheet.append([cell or None for cell in line.split("|")])
    sheet.merge_cells("A2:A3")
    book.save(packed := io.BytesIO())
    page = (
        "<table><tr><th>Country<th>Name<th>Comparative portfolio<th>Label valid until</tr>"
        "<tr><td rowspan=2>Malta<td>Alfa<td rowspan=2>ICT<td>2024/04/30</tr>"
        "<tr><td>Beta<td>2024/05/31</tr>"
        "<tr><td>Norway<td>Gamma<td>ICT<td>2024/06/30</tr></table>"
    )
    for content in (packed.getvalue(), page):
        found = read(content, catalogue)
        assert [(row[0], row[1], row[4]) for row in found.rows] == [
            ("Alfa", "MLT", "2024-04-30"),
            ("Beta", "MLT", "2024-05-31"),
            ("Gamma", "NOR", "2024-06-30"),
        ]
