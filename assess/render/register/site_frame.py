"""What all public pages of a language share, and where those of each language stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from markupsafe import Markup

from assess.core.register.publisher_texts import NO_TEXTS, PublisherTexts, SchemeTerms
from assess.core.report.record.theme import Theme
from assess.languages import gettext, speaking
from assess.languages.language import language

_SHARED = re.compile(r'href="((?:\.\./)*(?:labels\.|manifest\.|register-key|credential/))')
"""Links to what there is once for all languages."""


class SiteLanguage(NamedTuple):
    """A language of the pages."""

    code: str
    name: str
    """As it calls itself."""
    folder: str
    """Where its pages stand below the site, ending in a slash; empty for the main language."""
    offer: str
    """What offers the pages to those who read this language, in it."""


def site_languages(codes: Iterable[str], main: str) -> tuple[SiteLanguage, ...]:
    """Give the languages of the pages: the main one stands where the site does."""
    return tuple(_site_language(code, "" if code == main else f"{code}/") for code in codes)


def _site_language(code: str, folder: str) -> SiteLanguage:
    name = language(code).own_name
    with speaking(code):
        offer = gettext("Read this page in your language: {language}", language=name)
    return SiteLanguage(code, name, folder, offer)


class Frame(NamedTuple):
    """What all pages of a language share."""

    title: str
    notice: str
    publisher: str
    base: str
    """The address at which the site stands, ending in a slash; empty where it is not known."""
    on: str
    synthetic: bool
    titles: Mapping[str, str]
    """What each level is called, in full."""
    language: SiteLanguage
    languages: tuple[SiteLanguage, ...]
    texts: PublisherTexts = NO_TEXTS
    terms: SchemeTerms | None = None
    theme: Theme | None = None
    has_preview: bool = False
    """Whether there is a picture that other sites show beside a link."""

    @property
    def home(self) -> str:
        """The address at which the pages of this language stand; empty where it is not known."""
        return self.base and self.base + self.language.folder

    @property
    def up(self) -> str:
        """The way from the folder of this language to what there is once for all."""
        return "../" * self.language.folder.count("/")

    def with_shared_links(self, html: Markup) -> Markup:
        """Let links lead to the data, which there are once for all languages."""
        # As a plain text: what is put into a text of HTML is escaped.
        return Markup(_SHARED.sub(rf'href="{self.up}\1', str(html)))  # noqa: S704  as it was


class Signed(NamedTuple):
    """What the pages say of the signature."""

    fingerprint: str
    issuer: str
    credentials: frozenset[str]
    """The ids of the labels that have a credential."""
