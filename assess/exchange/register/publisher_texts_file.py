"""What the theme file says of the publisher of the public pages, beside logo, colours and imprint.

[site]
language = "en"                              # of these texts, and the main one of the pages
about = ["The label is awarded by ..."]      # paragraphs
contact = ["Cluster Agency of the North, labels@agency.example"]
privacy = ["The server keeps no log."]
[site.de]                                    # the same in another language
about = ["Das Label vergibt ..."]
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from assess.core.register.publisher_texts import OWN_TEXTS, PublisherTexts
from assess.errors import Refused
from assess.files import text_of
from assess.languages import gettext, listed
from assess.languages.language import available
from assess.toml import read_toml

MOST, LONGEST = 30, 2000


def read_texts(path: Path, imprint: tuple[str, ...]) -> PublisherTexts:
    """Read the texts of a theme that was read before; Refused where they are none."""
    site = read_toml(text_of(path)).get("site", {})
    faults = list(_site_faults(site)) if isinstance(site, dict) else [_form()]
    if faults:
        raise Refused(gettext("The theme {path} cannot be used.", path=path), faults)
    others = tuple(_texts(site[code], code) for code in available() if code in site)
    texts = _texts(site, site.get("language", ""))
    return texts._replace(imprint=imprint, others=others)


def _texts(table: dict[str, Any], language: str) -> PublisherTexts:
    about, contact, privacy = (tuple(table.get(name, ())) for name in OWN_TEXTS)
    return PublisherTexts(about=about, contact=contact, privacy=privacy, language=language)


def _form() -> str:
    return gettext(
        "{field}: its fields are {fields}, each a list of paragraphs; `language`, a code such as "
        "de; and for each further language a table with the same fields, such as [site.de]",
        field="site",
        fields=listed(OWN_TEXTS),
    )


def _site_faults(site: dict[str, Any]) -> Iterator[str]:
    codes = [code for code in available() if code in site]
    if set(site) - {"language", *OWN_TEXTS, *codes}:
        yield _form()
    if codes and "language" not in site:
        yield gettext(
            "{field}: say in which language the texts of [site] are, since [{table}] has others",
            field="site.language",
            table=f"site.{codes[0]}",
        )
    if site.get("language", "en") not in available():
        yield gettext(
            "{field}: {text} is not an available language; the languages are: {there}",
            field="site.language",
            text=repr(site["language"]),
            there=", ".join(available()),
        )
    yield from _text_faults(site, "site")
    for code in codes:
        table = site[code]
        if not isinstance(table, dict) or set(table) - set(OWN_TEXTS):
            yield gettext(
                "{field}: its fields are {fields}, each a list of paragraphs",
                field=f"site.{code}",
                fields=listed(OWN_TEXTS),
            )
        else:
            yield from _text_faults(table, f"site.{code}")


def _text_faults(table: dict[str, Any], place: str) -> Iterator[str]:
    for name in OWN_TEXTS:
        texts = table.get(name, [])
        fits = isinstance(texts, list) and len(texts) <= MOST
        if not fits or not all(isinstance(t, str) and 0 < len(t.strip()) <= LONGEST for t in texts):
            yield gettext(
                "{field}: give at most {most} paragraphs with at most {longest} characters "
                "each, in quotation marks",
                field=f"{place}.{name}",
                most=MOST,
                longest=LONGEST,
            )
