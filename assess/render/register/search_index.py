"""What the search of the public pages looks in: made by the rule of the other searches."""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import cache
from typing import Any, NamedTuple

from assess.core.register.public_label import (
    PublicRegister,
    by_name,
    shown_address,
)
from assess.core.register.register_search import (
    PublicOrganisation,
    country_words,
    public_organisations,
    public_standing,
)
from assess.core.text.search.searched_texts import vocabulary
from assess.core.text.search.tolerant_search import RULES
from assess.languages.countries import countries
from assess.languages.message import say
from assess.languages.speech import alphabet
from assess.render.register.label_text import turns

STATUSES = (
    *("not listed", "unknown", "pending", "not awarded", "valid"),
    *("expired renewable", "lapsed", "superseded", "revoked"),
)
"""Statuses by the digit that stands for them: a large register says them very often."""


def _short(life: str) -> str:
    """Write a life with a digit for each status."""
    first, *later = life.split("|")
    turned = (f"{turn[:10]}{STATUSES.index(turn[10:])}" for turn in later)
    return "|".join((str(STATUSES.index(first)), *turned))


class SearchedRegister(NamedTuple):
    """What is looked in, which is the same in all languages of the pages."""

    places: dict[str, str]
    """What each country is found by, by its code."""
    countries: tuple[str, ...]
    """The code of the country of each organisation."""
    columns: str
    """The lines of all organisations, as parts of a script."""
    words: str


@cache
def _found_by(code: str) -> str:
    """Give what a country is found by; its names are folded once."""
    by_code = {country.code: country for country in countries()}
    return country_words(by_code.get(code), code)


def searched_register(register: PublicRegister) -> SearchedRegister:
    """Give what the search looks in."""
    places = {group.code: _found_by(group.code) for group in register.countries}
    fields = {group.labels[0].portfolio: number for number, group in enumerate(register.portfolios)}
    held = public_organisations(register)
    columns = {
        "names": [organisation.names for organisation in held],
        "others": [organisation.others for organisation in held],
        "rows": [_row(organisation, fields) for organisation in held],
    }
    texts = ("\n".join(lines) for lines in (columns["names"], columns["others"]))
    return SearchedRegister(
        places=places,
        countries=tuple(organisation.label.country for organisation in held),
        columns=",".join([f"{name}:{_literal(lines)}" for name, lines in columns.items()]),
        words=" ".join(vocabulary((*texts, *places.values()))),
    )


def search_index(register: PublicRegister, searched: SearchedRegister) -> str:
    """Give all organisations for the search in the language that is spoken, as a script.

    A page on a disk may not read other data.
    """
    groups = by_name(register.countries, say, alphabet())
    data: dict[str, Any] = {
        "rules": RULES,
        "countries": [
            (say(group.name), group.slug, searched.places[group.code]) for group in groups
        ],
        "portfolios": [say(group.name) for group in register.portfolios],
        "statuses": list(STATUSES),
    }
    numbers = {group.code: number for number, group in enumerate(groups)}
    data["placeOf"] = [numbers[code] for code in searched.countries]
    data["words"] = searched.words
    shared = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    # Long texts, which are taken apart where they are looked at: to read a hundred thousand
    # organisations one by one would take seconds.
    begin, end = "window.REGISTER = {...", "};\n"
    script = f"{begin}{shared},{searched.columns}{end}"
    return script.replace("</", "<\\/").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def _literal(lines: Iterable[str]) -> str:
    """Write lines as a text of a script, in which quotation marks need no escaping."""
    text = "\n".join(lines).replace("\\", "\\\\").replace("'", "\\'")
    return "'" + text.replace("\n", "\\n").replace("\r", "\\r") + "'"


def _row(found: PublicOrganisation, fields: dict[str, int]) -> str:
    """Write names, web site, and labels with the leading one first, as a line of JSON."""
    labels = sorted(found.labels, key=public_standing, reverse=True)
    names = list(dict.fromkeys(label.name for label in found.labels))
    # The name that the leading label has stands first.
    names.sort(key=lambda name: name != found.label.name)
    row = (
        names,
        shown_address(next((label.website for label in labels if label.website), "")),
        [
            (
                label.id,
                fields[label.portfolio],
                label.level,
                label.valid_until,
                _short(turns(label.spans)),
            )
            for label in labels
        ],
    )
    return json.dumps(row, ensure_ascii=False, separators=(",", ":"))
