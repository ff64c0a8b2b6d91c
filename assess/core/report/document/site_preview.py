"""The picture that other sites show beside a link to the public pages, as its template sees it."""

from __future__ import annotations

from datetime import date

from assess.core.register.public_label import PublicRegister
from assess.core.report.document.brochure import MapCountry, map_countries
from assess.core.report.record.theme import Theme
from assess.core.text.message import Say
from assess.core.text.value import Value


class SitePreview(Value):
    """What the picture shows in a language: how many labels are valid, and where."""

    language: str
    title: str
    publisher: str
    day: date
    valid: int
    organisations: int
    map: tuple[MapCountry, ...]
    theme: Theme | None


def site_preview(
    register: PublicRegister,
    *,
    language: str,
    title: str,
    publisher: str,
    theme: Theme | None,
    say: Say,
) -> SitePreview:
    """Give what the picture of the public pages shows."""
    return SitePreview(
        language=language,
        title=title,
        publisher=publisher,
        day=register.on,
        valid=register.counts.valid,
        organisations=register.counts.organisations,
        map=map_countries(register, say),
        theme=theme,
    )
