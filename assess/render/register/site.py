"""The public pages of the register: static files that any web server, or none, can show."""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import jinja2

from assess.core.register.public_label import (
    Event,
    LabelGroup,
    PublicLabel,
    PublicRegister,
    PublicSpan,
    by_name,
    changes,
    shown_address,
    slug,
)
from assess.core.text.design_tokens import Tokens
from assess.errors import RenderFault
from assess.languages import gettext
from assess.languages.message import say
from assess.languages.understanding import in_english
from assess.render.document.design_tokens import load_tokens
from assess.render.document.templates import environment
from assess.render.register.search_index import search_index
from assess.render.register.status_words import status_words

LATEST = 8
"""Changes on the first page."""

FEED = 100
"""Changes in the feed."""

_NAMESPACE = uuid.uuid5(uuid.NAMESPACE_URL, "urn:assess:register")
_LETTER = 6.6
"""How wide a letter of a badge is, on average, in pixels."""


class Frame(NamedTuple):
    """What all pages share."""

    title: str
    notice: str
    publisher: str
    base: str
    """The address at which the site stands, ending in a slash; empty where it is not known."""
    on: str
    synthetic: bool


class Signed(NamedTuple):
    """What the pages say of the signature."""

    fingerprint: str
    issuer: str
    credentials: frozenset[str]
    """The ids of the labels that have a credential."""


class _Entry(NamedTuple):
    """One entry of the feed."""

    id: str
    title: str
    updated: str
    label: str
    country: str
    summary: str


class _Badge(NamedTuple):
    head: str
    said: str
    left: int
    right: int
    width: int
    text: str
    fill: str
    ground: str
    paper: str


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
        self._tokens = load_tokens(templates)
        self._environment = environment(templates)
        self._environment.globals |= {"site": frame, "statuses": status_words()}
        self._turns = {label.id: turns(label.spans) for label in register.labels}
        self._sites = {label.id: shown_address(label.website) for label in register.labels}

    def files(self) -> Iterator[tuple[str, str]]:
        try:
            yield from self._shared()
            yield from self._groups(
                "country", gettext("Countries"), "countries", gettext("Comparative portfolio")
            )
            yield from self._groups(
                "portfolio",
                gettext("Comparative portfolios"),
                "portfolios",
                gettext("Country"),
            )
            yield from self._labels()
        except (OSError, jinja2.TemplateError) as error:
            raise RenderFault(
                gettext("The pages cannot be written: {error}", error=error)
            ) from error

    def _shared(self) -> Iterator[tuple[str, str]]:
        register = self._register
        index = self._template("index.html")
        yield (
            "index.html",
            index.render(
                root="",
                page="index.html",
                counts=register.counts,
                countries=by_name(register.countries, say),
                portfolios=register.portfolios,
                changes=changes(register, LATEST),
            ),
        )
        verify = self._template("verify.html")
        shown = {"fingerprint": self._signed.fingerprint, "issuer": self._signed.issuer}
        yield "verify.html", verify.render(root="", page="verify.html", **shown)
        yield "feed.xml", self._template("feed.xml").render(feed=self._feed())
        yield "labels.js", search_index(register, self._turns)
        yield "search.js", (self._folder / "search.js").read_text("utf-8")
        yield "style.css", dressed((self._folder / "style.css").read_text("utf-8"), self._tokens)
        yield "site.js", (self._folder / "site.js").read_text("utf-8")

    def _template(self, name: str) -> jinja2.Template:
        return self._environment.get_template(f"site/{name}")

    def _groups(self, folder: str, head: str, of: str, other: str) -> Iterator[tuple[str, str]]:
        template = self._template("group.html")
        groups: tuple[LabelGroup, ...] = getattr(self._register, of)
        for group in groups:
            page = f"{folder}/{group.slug}.html"
            yield (
                page,
                template.render(
                    root="../",
                    page=page,
                    group=group,
                    head=head,
                    of=of,
                    other=other,
                    current=[label for label in group.labels if label.is_current],
                    earlier=[label for label in group.labels if not label.is_current],
                    turns=self._turns,
                    sites=self._sites,
                ),
            )

    def _labels(self) -> Iterator[tuple[str, str]]:
        template, badge = self._template("label.html"), self._template("badge.svg")
        by_id = self._register.by_id
        slugs: dict[str, str] = {}
        for label in self._register.labels:
            for name in (label.country, label.portfolio):
                slugs.setdefault(name, slug(name))
            page = f"label/{label.id}.html"
            drawn = self._badge(label)
            yield (
                page,
                template.render(
                    root="../",
                    page=page,
                    label=label,
                    country=slugs[label.country],
                    portfolio=slugs[label.portfolio],
                    full_title=self._titles[label.level],
                    site_name=self._sites[label.id],
                    turns=self._turns[label.id],
                    others=[by_id[id_] for id_ in label.track if id_ != label.id],
                    badge=drawn.text,
                    has_credential=label.id in self._signed.credentials,
                ),
            )
            yield f"badge/{label.id}.svg", badge.render(badge=drawn)

    def _badge(self, label: PublicLabel) -> _Badge:
        """Say on a badge only what stays true: the end, not the status of a day."""
        colours = self._tokens.colour
        head = gettext("{level} Label", level=label.level)
        if label.status == "revoked":
            said, fill = gettext("revoked"), colours.secondary
        elif label.valid_until:
            said, fill = (
                gettext("valid until {day}", day=label.valid_until),
                colours.accent,
            )
        else:
            said, fill = (
                gettext("listed {day}", day=label.listed_on or label.decided_on),
                colours.secondary,
            )
        left, right = (16 + round(len(text) * _LETTER) for text in (head, said))
        text = f"{label.name}: {head}, {said}"
        shared = {"fill": fill, "ground": colours.ink, "paper": colours.paper}
        return _Badge(head, said, left, right, left + right, text, **shared)

    def _feed(self) -> dict[str, Any]:
        found = changes(self._register, FEED)
        entries = [self._entry(label, event) for label, event in found]
        base = self._frame.base or self._signed.fingerprint
        return {
            "id": f"urn:uuid:{uuid.uuid5(_NAMESPACE, base)}",
            "updated": max(
                (entry.updated for entry in entries), default=f"{self._frame.on}T00:00:00Z"
            ),
            "entries": entries,
        }

    @staticmethod
    def _entry(label: PublicLabel, event: Event) -> _Entry:
        text = f"{label.track[0]}\n{event.on}\n{in_english(event.text)}"
        return _Entry(
            id=f"urn:uuid:{uuid.uuid5(_NAMESPACE, text)}",
            title=f"{label.name}: {say(event.text)}",
            updated=f"{event.at:%Y-%m-%dT%H:%M:%SZ}",
            label=label.id,
            country=say(label.country_name),
            summary=f"{event.on}: {say(event.text)} ({say(label.country_name)}, {label.portfolio})",
        )


def turns(spans: tuple[PublicSpan, ...]) -> str:
    """Write a life as its first status, then for each turn `|`, the day and the status from it."""
    first, *later = spans
    return "|".join([first.status, *(f"{span.first}{span.status}" for span in later)])


def dressed(sheet: str, tokens: Tokens) -> str:
    """Put the colours of the tokens into a style sheet, which names them like CSS variables."""
    colours = {name: str(value) for name, value in tokens.colour}

    def colour(found: re.Match[str]) -> str:
        return colours.get(found[1], found[0])

    return re.sub(r"var\(--([a-z]+)\)", colour, sheet)


def page_shows(page: str, label: dict[str, Any]) -> bool:
    """Tell whether the page of a label shows its name, level, country, days and status.

    A page of another language names country and status in its own words, which are not in the data.
    """
    from markupsafe import escape

    head = f"<h1>{escape(label['name'])}</h1>"
    days = [
        f'<time datetime="{label[name]}">' for name in ("valid_from", "valid_until") if label[name]
    ]
    facts = [label["portfolio"], label["level"]]
    shown = [f'data-status="{escape(label["status"])}"', f"country/{slug(label['country'])}.html"]
    if _ENGLISH.search(page):
        facts += [label["country_name"], label["status"]]
        shown.append(f"<dd>{escape(label['country_name'])}</dd>")
    return all(text in page for text in (head, *days, *shown, *map(str, map(escape, facts))))


_ENGLISH = re.compile(r'<html lang="en"')
