"""The public pages of the register: static files that any web server, or none, can show."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import jinja2
from markupsafe import escape

from assess.core.register.public_label import (
    LabelGroup,
    PublicRegister,
    by_name,
    changes,
    in_order,
)
from assess.core.report.document.brochure import map_countries
from assess.core.report.record.theme import themed
from assess.core.text.design_tokens import Tokens
from assess.errors import RenderFault
from assess.languages import gettext, speaking, spoken_language
from assess.languages.language import ENGLISH
from assess.languages.message import say
from assess.languages.speech import alphabet
from assess.render.document.design_tokens import load_tokens
from assess.render.document.templates import environment
from assess.render.register.europe_map import europe_map
from assess.render.register.feed import feed_of
from assess.render.register.label_page import LabelPages, LabelRows
from assess.render.register.label_text import LabelTexts, dated
from assess.render.register.search_index import SearchedRegister, search_index, searched_register
from assess.render.register.site_figures import site_figures
from assess.render.register.site_frame import Frame, Signed
from assess.render.register.site_index import ON_ONE_PAGE, index_letters
from assess.render.register.sitemap import sitemap_files
from assess.render.register.status_words import status_words

LATEST = 8
"""Changes on the first page."""

PAGES = ("about.html", "imprint.html", "programmes.html", "verify.html", "404.html")
INDEX = "organisations.html"
SHEETS = ("site.js", "search.js")


def site_files(
    register: PublicRegister, frames: Sequence[Frame], signed: Signed, templates: Path
) -> Iterator[tuple[str, str]]:
    """Give every page in every language with its place below the folder, a frame each language."""
    try:
        searched = searched_register(register)
        for frame in frames:
            yield from _Site(register, frame, signed, templates, searched).files()
    except (OSError, jinja2.TemplateError) as error:
        raise RenderFault(gettext("The pages cannot be written: {error}", error=error)) from error


def _spoken(code: str, files: Iterator[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Make each file in a language; whoever takes it goes on in another one.

    A page has days of one form: those of its tables are compared, and sorted as texts.
    """
    if code == ENGLISH == spoken_language().code:  # whose days have this form anyway
        yield from files
        return
    while True:
        with speaking(code, iso_days=True):
            made = next(files, None)
        if made is None:
            return
        yield made


class _Site:
    """The templates with what they share, read once."""

    def __init__(
        self,
        register: PublicRegister,
        frame: Frame,
        signed: Signed,
        templates: Path,
        searched: SearchedRegister,
    ) -> None:
        self._register = register
        self._searched = searched
        self._frame = frame
        self._signed = signed
        self._templates = templates
        self._tokens = themed(load_tokens(templates), frame.theme)
        self._pages: list[str] = []

    def files(self) -> Iterator[tuple[str, str]]:
        """Give what stands in the folder of the language, and for the main one what all share."""
        folder = self._frame.language.folder
        for name, text in _spoken(self._frame.language.code, self._every()):
            if name.endswith(".html") and not name.startswith(("404", "organisations-")):
                self._pages.append(name)
            yield f"{folder}{name}", text
        if not folder:
            yield from self._shared()

    def _begin(self) -> None:
        """Read the templates in the language that is spoken."""
        frame, register = self._frame, self._register
        self._environment = environment(self._templates)
        self._environment.filters["shared"] = frame.with_shared_links
        self._environment.filters["dated"] = dated
        statuses = status_words()
        self._environment.globals |= {
            "site": frame,
            "languages": frame.languages,
            "statuses": statuses,
            "statuses_json": escape(json.dumps(statuses, ensure_ascii=False)),
            "counts": register.counts,
        }
        self._texts = LabelTexts(register, statuses)

    def _every(self) -> Iterator[tuple[str, str]]:
        self._begin()
        yield from self._single()
        yield from self._index()
        yield from self._groups(
            "country", gettext("Countries"), "countries", gettext("Comparative portfolio")
        )
        yield from self._groups(
            "portfolio", gettext("Comparative portfolios"), "portfolios", gettext("Country")
        )
        yield from self._labels()

    def _shared(self) -> Iterator[tuple[str, str]]:
        """Give what there is once for all languages."""
        folder = self._templates / "site"
        yield "style.css", dressed((folder / "style.css").read_text("utf-8"), self._tokens)
        for name in SHEETS:
            yield name, (folder / name).read_text("utf-8")
        if self._frame.base:
            yield from sitemap_files(self._environment, self._frame, self._pages)

    def _single(self) -> Iterator[tuple[str, str]]:
        register = self._register
        yield (
            "index.html",
            self._page(
                "index.html",
                countries=by_name(register.countries, say, alphabet()),
                portfolios=register.portfolios,
                changes=changes(register, LATEST),
                figures=site_figures(register),
                unknown=register.unknown,
                map=europe_map(map_countries(register, say), register.on),
            ),
        )
        shown = {"fingerprint": self._signed.fingerprint, "issuer": self._signed.issuer}
        for page in PAGES:
            yield page, self._page(page, **shown)
        place = self._frame.base or self._signed.fingerprint
        feed = feed_of(register, place + self._frame.language.folder)
        yield "feed.xml", self._template("feed.xml").render(feed=feed)
        yield "labels.js", search_index(register, self._searched)

    def _template(self, name: str) -> jinja2.Template:
        return self._environment.get_template(f"site/{name}")

    def _page(self, page: str, *, template: str = "", **values: Any) -> str:
        frame, root, shared = self._frame, "", self._frame.up
        if page == "404.html" and frame.base:
            # Where nothing is found the address may be any: only whole addresses lead on.
            root, shared = frame.home, frame.base
        return self._template(template or page).render(
            root=root, shared=shared, page=page, **values
        )

    def _index(self) -> Iterator[tuple[str, str]]:
        """Give the organisations from A to Z: on one page, or with a page for each letter."""
        letters = index_letters(self._register, alphabet())
        is_split = self._register.counts.organisations > ON_ONE_PAGE
        shared: dict[str, Any] = {
            "letters": letters,
            "is_split": is_split,
            "turns": self._texts.turns,
        }
        shown = () if is_split else letters
        yield INDEX, self._page(INDEX, shown=shown, **shared)
        for letter in letters if is_split else ():
            page = f"organisations-{letter.place}.html"
            yield (
                page,
                self._page(page, template=INDEX, index=INDEX, shown=(letter,), **shared),
            )

    def _groups(self, folder: str, head: str, of: str, other: str) -> Iterator[tuple[str, str]]:
        template = self._template("group.html")
        groups: tuple[LabelGroup, ...] = getattr(self._register, of)
        order = alphabet()
        rows = LabelRows(self._environment, self._texts)
        for group in (in_order(each, order) for each in groups):
            current = (label for label in group.labels if label.is_current)
            earlier = (label for label in group.labels if not label.is_current)
            page = f"{folder}/{group.slug}.html"
            yield (
                page,
                template.render(
                    root="../",
                    shared=f"../{self._frame.up}",
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
        titles = dict(self._frame.titles)
        if terms:
            titles |= {level: title for level, title in terms.titles if title}
        pages = LabelPages(
            self._environment, self._texts, titles, self._tokens.colour, f"../{self._frame.up}"
        )
        yield from pages.files(self._register, self._signed.credentials)


def dressed(sheet: str, tokens: Tokens) -> str:
    """Put the colours of the tokens into a style sheet, which names them like CSS variables."""
    colours = {name: str(value) for name, value in tokens.colour}

    def colour(found: re.Match[str]) -> str:
        return colours.get(found[1], found[0])

    return re.sub(r"var\(--([a-z]+)\)", colour, sheet)
