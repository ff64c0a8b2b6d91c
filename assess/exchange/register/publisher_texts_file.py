"""What the theme file says of the publisher of the public pages, beside logo, colours and imprint.

[site]
about = ["The label is awarded by ..."]      # paragraphs
contact = ["Cluster Agency of the North, labels@agency.example"]
privacy = ["The server keeps no log."]
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from assess.core.register.publisher_texts import PublisherTexts
from assess.errors import Refused
from assess.files import text_of
from assess.languages import gettext, listed
from assess.toml import read_toml

FIELDS = ("about", "contact", "privacy")
MOST, LONGEST = 30, 2000


def read_texts(path: Path, imprint: tuple[str, ...]) -> PublisherTexts:
    """Read the texts of a theme that was read before; Refused where they are none."""
    site = read_toml(text_of(path)).get("site", {})
    faults = list(_faults(site)) if isinstance(site, dict) else [_form()]
    if faults:
        raise Refused(gettext("The theme {path} cannot be used.", path=path), faults)
    return PublisherTexts(imprint=imprint, **{name: tuple(site.get(name, ())) for name in FIELDS})


def _form() -> str:
    return gettext(
        "{field}: its fields are {fields}, each a list of paragraphs",
        field="site",
        fields=listed(FIELDS),
    )


def _faults(site: dict[str, Any]) -> list[str]:
    faults = [_form()] if set(site) - set(FIELDS) else []
    for name in FIELDS:
        texts = site.get(name, [])
        fits = isinstance(texts, list) and len(texts) <= MOST
        if not fits or not all(isinstance(t, str) and 0 < len(t.strip()) <= LONGEST for t in texts):
            faults.append(
                gettext(
                    "{field}: give at most {most} paragraphs with at most {longest} characters "
                    "each, in quotation marks",
                    field=f"site.{name}",
                    most=MOST,
                    longest=LONGEST,
                )
            )
    return faults
