"""The public pages of the register: static files that any web server, or none, can show."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import jinja2
from markupsafe import escape

from assess.core.register.public_label import (
    LabelGroup,
    PublicRegister,
    by_name,
    changes,
)
from assess.core.register.publisher_texts import PublisherTexts, SchemeTerms
from assess.core.report.document.brochure import map_countries
from assess.core.report.record.theme import Theme, themed
from assess.core.text.design_tokens import Tokens
from assess.errors import RenderFault
from assess.languages import gettext
from assess.languages.message import say
from assess.render.document.design_tokens import load_tokens
from assess.render.document.templates import environment
from assess.render.register.europe_map import europe_map
from assess.render.register.feed import feed_of
from assess.render.register.label_page import LabelPages, LabelRows
from assess.render.register.label_text import LabelTexts, dated
from assess.render.register.search_index import search_index
from assess.render.register.site_figures import site_figures
from assess.render.register.site_index import ON_ONE_PAGE, index_letters
from assess.render.register.status_words import status_words

LATEST = 8
"""Changes on the first page."""

PAGES = ("about.html", "imprint.html", "programmes.html", "verify.html", "404.html")
SHEETS = ("site.js", "search.js")


class Frame(NamedTuple):
    """What all pages share."""

    title: str
    notice: str
    publisher: str
    base: str
    """The address at which the site stands, ending in a slash; empty where it is not known."""
    on: str
    synthetic: bool
    texts: PublisherTexts = PublisherTexts()
    terms: SchemeTerms | None = None
    theme: Theme | None = None


class Signed(NamedTuple):
    """What the pages say of the signature."""

    fingerprint: str
    issuer: str
    credentials: frozenset[str]
    """The ids of the labels that have a credential."""


def site_files(
    register: PublicRegister, frame: Frame, signed: Signed, titles: dict[str, str], templates: Path
) -> Iterator[tuple[str, str]]:
    """Give every page with its place below the folder; `titles` are the titles of the levels."""
    return _Site(register, frame, signed, titles, templates).files()


class _Site:
    """The templates with what they share, read once."""

    def __init__(
        self,
        register: PublicRegister,
        frame: Frame,
        signed: Signed,
        titles: dict[str, str],
        templates: Path,
    ) -> None:
        self._register = register
        self._frame = frame
        self._signed = signed
        self._titles = titles
        self._folder = templates / "site"
        self._tokens = themed(load_tokens(templates), frame.theme)
        self._environment = environment(templates)
        self._environment.filters["dated"] = dated
        statuses = self._statuses = status_words()
        self._environment.globals |= {
            "site": frame,
            "statuses": statuses,
            "statuses_json": escape(json.dumps(statuses, ensure_ascii=False)),
            "counts": register.counts,
        }
        self._texts = LabelTexts(register, statuses)
        self._pages: list[str] = []

    def files(self) -> Iterator[tuple[str, str]]:
        try:
            for name, text in self._every():
                if name.endswith(".html") and name != "404.html":
                    self._pages.append(name)
                yield name, text
            if self._frame.base:
                addresses = [self._frame.base + page for page in self._pages]
                sitemap = self._template("sitemap.xml")
                yield "sitemap.xml", sitemap.render(addresses=addresses)
        except (OSError, jinja2.TemplateError) as error:
            raise RenderFault(
                gettext("The pages cannot be written: {error}", error=error)
            ) from error

    def _every(self) -> Iterator[tuple[str, str]]:
        yield from self._shared()
        yield from self._index()
        yield from self._groups(
            "country", gettext("Countries"), "countries", gettext("Comparative portfolio")
        )
        yield from self._groups(
            "portfolio", gettext("Comparative portfolios"), "portfolios", gettext("Country")
        )
        yield from self._labels()

    def _shared(self) -> Iterator[tuple[str, str]]:
        register = self._register
        yield (
            "index.html",
            self._page(
                "index.html",
                countries=by_name(register.countries, say),
                portfolios=register.portfolios,
                changes=changes(register, LATEST),
                figures=site_figures(register),
                unknown=register.unknown,
                map=europe_map(map_countries(register, say), register.on),
            ),
        )
        shown = {"fingerprint": self._signed.fingerprint, "issuer": self._signed.issuer}
        for page in PAGES:
            # Where nothing is found the address may be any: only whole addresses lead on.
            root = self._frame.base if page == "404.html" else ""
            yield page, self._page(page, root=root, **shown)
        feed = feed_of(register, self._frame.base or self._signed.fingerprint)
        yield "feed.xml", self._template("feed.xml").render(feed=feed)
        yield "labels.js", search_index(register, self._texts.turns)
        yield "style.css", dressed((self._folder / "style.css").read_text("utf-8"), self._tokens)
        for name in SHEETS:
            yield name, (self._folder / name).read_text("utf-8")

    def _template(self, name: str) -> jinja2.Template:
        return self._environment.get_template(f"site/{name}")

    def _page(self, page: str, *, root: str = "", template: str = "", **values: Any) -> str:
        return self._template(template or page).render(root=root, page=page, **values)

    def _index(self) -> Iterator[tuple[str, str]]:
        """Give the organisations from A to Z: on one page, or with a page for each letter."""
        letters = index_letters(self._register)
        is_split = self._register.counts.organisations > ON_ONE_PAGE
        shared: dict[str, Any] = {
            "letters": letters,
            "is_split": is_split,
            "turns": self._texts.turns,
        }
        shown = () if is_split else letters
        yield "organisations.html", self._page("organisations.html", shown=shown, **shared)
        for letter in letters if is_split else ():
            page = f"organisations-{letter.place}.html"
            yield page, self._page(page, template="organisations.html", shown=(letter,), **shared)

    def _groups(self, folder: str, head: str, of: str, other: str) -> Iterator[tuple[str, str]]:
        template = self._template("group.html")
        groups: tuple[LabelGroup, ...] = getattr(self._register, of)
        rows = LabelRows(self._environment, self._texts)
        for group in groups:
            current = (label for label in group.labels if label.is_current)
            earlier = (label for label in group.labels if not label.is_current)
            page = f"{folder}/{group.slug}.html"
            yield (
                page,
                template.render(
                    root="../",
                    page=page,
                    group=group,
                    unknown=group.unknown,
                    head=head,
                    of=of,
                    other=other,
                    current=rows.rows(current, of, other),
                    earlier=rows.rows(earlier, of, other),
                ),
            )

    def _labels(self) -> Iterator[tuple[str, str]]:
        terms = self._frame.terms
        titles = (
            self._titles | {level: title for level, title in terms.titles if title}
            if terms
            else self._titles
        )
        pages = LabelPages(self._environment, self._texts, titles, self._tokens.colour)
        yield from pages.files(self._register, self._signed.credentials)


def dressed(sheet: str, tokens: Tokens) -> str:
    """Put the colours of the tokens into a style sheet, which names them like CSS variables."""
    colours = {name: str(value) for name, value in tokens.colour}

    def colour(found: re.Match[str]) -> str:
        return colours.get(found[1], found[0])

    return re.sub(r"var\(--([a-z]+)\)", colour, sheet)
