"""The tables of a web page as people see them: without what is hidden, or marks of footnotes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

_TAG = re.compile(r"<(/?)(table|thead|tbody|tfoot|tr|td|th)\b[^>]*>", re.IGNORECASE)
_LEVEL = {"thead": 1, "tbody": 1, "tfoot": 1, "tr": 2, "td": 3, "th": 3}
"""How deep each stands in a table."""

_NO_TEXT = ("script", "style", "noscript", "template", "head", "select", "button")
_UNSEEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_UNSEEN_CLASSES = frozenset(
    ("sr-only", "visually-hidden", "visuallyhidden", "screen-reader-text", "sortkey", "noprint")
)
_MARK = re.compile(r"\[\s*\w{1,4}\s*\]|[*†‡§]{1,3}")
_NUMBER = re.compile(r"\d{1,3}")
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
MAX_ROWS = 50_000
_SHORT = 12
"""A text of so few letters, with an address behind it, is no more than a word for it."""


class WebTable(NamedTuple):
    """A table of a page."""

    number: int
    """Counted among all tables of the page, from 1."""
    headings: tuple[str, ...]
    """Its caption, and the nearest heading above it."""
    rows: tuple[tuple[str, ...], ...]


class WebPage(NamedTuple):
    """What a page shows: its title and headings, its tables, and all of it as text."""

    title: str
    tables: tuple[WebTable, ...]
    text: str


def read_page(source: str) -> WebPage:
    """Read the source of a page; what it hides, as far as it says so itself, is left out."""
    from bs4 import BeautifulSoup

    page = BeautifulSoup(_closed(source), "html.parser")
    title = page.title.get_text(" ").strip() if page.title is not None else ""
    _without_unseen(page)
    tables = [
        WebTable(number, tuple(_headings_of(table)), tuple(map(tuple, _rows_of(table))))
        for number, table in enumerate(page.find_all("table"), start=1)
        if table.find("table") is None  # one of the layout; the table within is read for itself
    ]
    for link in page.find_all("a", href=True):
        link.replace_with(_shown(link.get_text(" "), str(link["href"])))
    return WebPage(title, tuple(tables), page.get_text("\n"))


def _without_unseen(page: Any) -> None:
    for part in page(list(_NO_TEXT)):
        part.decompose()
    for part in page.find_all(_is_unseen):
        if not part.decomposed:
            part.decompose()
    for part in page.find_all("sup"):
        text = part.get_text().strip()
        has_anchor = part.find("a", href=re.compile("^#")) is not None
        if _MARK.fullmatch(text) or (_NUMBER.fullmatch(text) and has_anchor):
            part.decompose()
    for flag in page.find_all("img"):
        said = str(flag.get("alt") or flag.get("title") or "").strip()
        if said and len(said) < 60:
            flag.replace_with(f" {said} ")


def _is_unseen(part: Any) -> bool:
    if part.has_attr("hidden") or part.get("aria-hidden") == "true":
        return part.name != "img" and part.name not in ("td", "th", "tr", "table")
    style, classes = str(part.get("style") or ""), part.get("class") or ()
    return bool(_UNSEEN_STYLE.search(style)) or not _UNSEEN_CLASSES.isdisjoint(classes)


def _closed(page: str) -> str:
    """Give a page with the end tags that HTML lets out: of cells, rows and groups of rows."""
    found, last = [], 0
    tables: list[list[str]] = [[]]
    for tag in _TAG.finditer(page):
        is_end, name = tag[1] == "/", tag[2].lower()
        found.append(page[last : tag.start()])
        last = tag.start()
        if name == "table":
            if not is_end:
                tables.append([])
            else:
                found += _ends(tables[-1], 1)
                del tables[max(len(tables) - 1, 1) :]
            continue
        is_open = tables[-1]
        found += _ends(is_open, _LEVEL[name] + is_end)
        if not is_end:
            is_open.append(name)
        elif is_open and is_open[-1] == name:
            is_open.pop()
        else:
            last = tag.end()  # it ends nothing
    return "".join([*found, page[last:]])


def _ends(is_open: list[str], level: int) -> list[str]:
    """Give the end tags of everything that is open down to a level."""
    ended = []
    while is_open and _LEVEL[is_open[-1]] >= level:
        ended.append(f"</{is_open.pop()}>")
    return ended


def _rows_of(table: Any) -> Iterator[list[str]]:
    """Give the rows of a table; what spans several of them stands in each."""
    spanning: dict[int, tuple[str, int]] = {}
    for count, row in enumerate(table.find_all("tr")):
        if count >= MAX_ROWS:
            return
        cells: list[str] = []
        for cell in row.find_all(["td", "th"]):
            _fill(cells, spanning)
            text, down = _text_of(cell), _span(cell, "rowspan", 5_000)
            for place in range(_span(cell, "colspan", 20)):
                if down > 1:
                    spanning[len(cells)] = (text if place == 0 else "", down - 1)
                cells.append(text if place == 0 else "")
        _fill(cells, spanning)
        yield cells


def _fill(cells: list[str], spanning: dict[int, tuple[str, int]]) -> None:
    """Put what spans from the rows above into its places, as far as they come next."""
    while len(cells) in spanning and spanning[len(cells)][1] > 0:
        text, down = spanning[len(cells)]
        spanning[len(cells)] = text, down - 1
        cells.append(text)


def _text_of(cell: Any) -> str:
    text = " ".join(cell.get_text(" ").split())
    link = cell.find("a", href=True)
    return _shown(text, str(link["href"])) if link is not None else text


def _shown(text: str, address: str) -> str:
    """Give the address behind a link where the text is no more than a word for it."""
    is_word = address.startswith(("http://", "https://")) and "." not in text and len(text) < _SHORT
    return address if is_word else text


def _span(cell: Any, name: str, most: int) -> int:
    span = str(cell.get(name, "1"))
    return min(int(span), most) if span.isdecimal() and len(span) < 9 and int(span) > 0 else 1


def _headings_of(table: Any) -> Iterator[str]:
    caption = table.find("caption")
    if caption is not None:
        yield " ".join(caption.get_text(" ").split())
    heading = table.find_previous(_HEADINGS)
    if heading is not None:
        yield " ".join(heading.get_text(" ").split())
