"""The published lists once more, read for the tests by other means than the program's."""

from __future__ import annotations

import re
from collections import Counter

PORTFOLIOS = (
    "Aviation and space|Biotechnology|Construction|Creative industries|Energy and environment|"
    "Food industry|Health and medical science|ICT|Maritime technologies, water resources|"
    "Media, design, service innovation|Micro, nano and optical technologies|"
    "New materials and chemistry|Production and engineering|Sports, Leisure and Tourism|"
    "Transportation and mobility"
)


def page_rows(text: str) -> list[tuple[str, str, str]]:
    """Give name, portfolio and day of each row of a page: cut at the days, then from behind."""
    body = text.partition("Name Comparative portfolio www Label valid until\n")[2]
    flat = re.sub(r"\s+", " ", body)
    cut = re.findall(r"\s*(.*?)\s?(\d{4})/(\d\d)/(\d\d)", flat)
    rows = []
    for before, year, month, day in cut:
        portfolio = next(one for one in PORTFOLIOS.split("|") if before.endswith(one))
        rows.append((before.removesuffix(portfolio).strip(), portfolio, f"{year}-{month}-{day}"))
    return rows


HEADS = "Name Industry www"


def overview_body(text: str) -> str:
    """Give the tables of the overview without the addresses behind its links, on one line."""
    lines = [line for line in text.split("\n") if not re.fullmatch(r"\s*http://\S+\s*", line)]
    body = " ".join(lines)
    return re.sub(r"\s+", " ", body[body.index(HEADS) :])


def overview_portfolios(text: str) -> list[str]:
    """Give the portfolio of each row of the overview: those in front of an address."""
    return re.findall(rf"({PORTFOLIOS}) (?=www\.|http)", overview_body(text))


def overview_counts(text: str) -> Counter[str]:
    """Count the rows under each country: the n-th heads belong to the n-th heading."""
    tables = overview_body(text).split(HEADS)[1:]
    headings = re.findall(r"^ ?([A-Z]{5,}) *$", text, re.MULTILINE)
    assert len(tables) == len(headings)
    return Counter(
        {
            heading: len(re.findall(rf"(?:{PORTFOLIOS}) (?=www\.|http)", table))
            for heading, table in zip(headings, tables, strict=True)
        }
    )


def overview_places(text: str, rows: list[tuple[str, str, str]]) -> list[tuple[int, str]]:
    """Give where each row of name, portfolio and address stands in the overview, and its country.

    Spaces are left out of everything; the n-th table is that of the n-th heading.
    """
    body = overview_body(text).replace(" ", "")
    headings = re.findall(r"^ ?([A-Z]{5,}) *$", text, re.MULTILINE)
    heads = [found.start() for found in re.finditer(HEADS.replace(" ", ""), body)]
    places = []
    for name, portfolio, address in rows:
        bare = re.escape(address.removeprefix("http://"))
        said = re.escape(f"{name}{portfolio}".replace(" ", ""))
        (found,) = re.finditer(rf"{said}(?:http://)?{bare}", body)
        above = sum(head < found.start() for head in heads)
        places.append((found.start(), headings[above - 1]))
    return places


def left_over(text: str, rows: list[tuple[str, str, str]]) -> str:
    """Give what is left of the overview once rows of name, portfolio and address are taken out.

    Spaces are left out of everything: addresses and names run over lines.
    """
    rest = overview_body(text).replace(" ", "")
    left, place = "", 0
    for name, portfolio, address in rows:
        said = f"{name}{portfolio}{address.removeprefix('http://')}".replace(" ", "")
        pattern = re.escape(f"{name}{portfolio}".replace(" ", "")) + "(?:http://)?"
        pattern += re.escape(address.removeprefix("http://"))
        found = re.compile(pattern).search(rest, place)
        assert found, said
        left += rest[place : found.start()] + " "
        place = found.end()
    return left + rest[place:]
