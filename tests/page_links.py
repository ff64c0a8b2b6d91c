"""The links of public pages: each leads to a file of theirs, and nothing is asked elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

ELSEWHERE = ("https://told.example", "data:")
"""What labels name, and what is in the page itself."""


class PageLinks(HTMLParser):
    """Gathers what a page links to or asks for, and the places in it."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.found: list[str] = []
        self.asked: list[str] = []
        self.places: set[str] = set()
        self.alternates: dict[str, str] = {}
        self.canonical = ""
        self.language = ""
        self.here: list[str] = []
        """What the switch of languages marks as the language of the page."""
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if "id" in given:
            self.places.add(given["id"])
        if given.get("rel") == "canonical":
            self.canonical = given["href"]
        elif "href" in given:
            self.found.append(given["href"])
        if "src" in given:
            self.asked.append(given["src"])
        if tag == "html":
            self.language = given["lang"]
        if tag == "link" and given.get("rel") == "stylesheet":
            self.asked.append(given["href"])
        if tag == "link" and "hreflang" in given:
            self.alternates[given["hreflang"]] = given["href"]
        if tag == "a" and "hreflang" in given and "aria-current" in given:
            self.here.append(given["hreflang"])


def dead_links(folder: Path, base: str) -> Iterator[str]:
    """Name the links of all pages that lead to no file or place, or out of the folder."""
    pages = {path: PageLinks(path) for path in folder.resolve().rglob("*.html")}
    folder = folder.resolve()
    for page, links in pages.items():
        for address in links.found:
            if address.startswith(ELSEWHERE):
                continue
            # where a page is not found, only whole addresses lead on
            inside = address.startswith(base)
            target, _, place = address.removeprefix(base).partition("#")
            path = ((folder if inside else page.parent) / target).resolve() if target else page
            if not path.is_file() or not path.is_relative_to(folder):
                yield f"{page.relative_to(folder)}: {address}"
            elif place and place not in pages[path].places:
                yield f"{page.relative_to(folder)}: {address} has no such place"
        for asked in links.asked:
            path = (
                (folder if asked.startswith(base) else page.parent) / asked.removeprefix(base)
            ).resolve()
            if not asked.startswith("data:") and not path.is_file():
                yield f"{page.relative_to(folder)}: {asked} is not there"
