"""What the search of the public pages looks in: made by the rule of the other searches."""

from __future__ import annotations

import json
from typing import Any

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
from assess.core.text.tolerant_search import RULES
from assess.languages.countries import countries
from assess.languages.message import say

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


def search_index(register: PublicRegister, turns: dict[str, str]) -> str:
    """Give all organisations for the search, as a script: a page on a disk may not read other data.

    `turns` are the lives of labels by their ids.
    """
    by_code = {country.code: country for country in countries()}
    codes = {group.code for group in register.countries}
    places = {code: country_words(by_code.get(code), code) for code in codes}
    groups = by_name(register.countries, say)
    data = {
        "rules": RULES,
        "countries": [(say(group.name), group.slug, places[group.code]) for group in groups],
        "portfolios": [say(group.name) for group in register.portfolios],
        "statuses": list(STATUSES),
    }
    numbers = {group.code: number for number, group in enumerate(groups)}
    fields = {say(group.name): number for number, group in enumerate(register.portfolios)}
    data["organisations"] = [
        _organisation(organisation, numbers, fields, turns)
        for organisation in public_organisations(register, places)
    ]
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    # A large literal is read faster as JSON within a text than as a program.
    script = "window.REGISTER = JSON.parse(" + json.dumps(text, ensure_ascii=False) + ");\n"
    return script.replace("</", "<\\/").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def _organisation(
    found: PublicOrganisation,
    countries: dict[str, int],
    fields: dict[str, int],
    turns: dict[str, str],
) -> tuple[Any, ...]:
    """Give names, country, web site, labels with the leading one first, and folded names."""
    labels = sorted(found.labels, key=public_standing, reverse=True)
    names = list(dict.fromkeys(label.name for label in found.labels))
    # The name that the leading label has stands first.
    names.sort(key=lambda name: name != found.label.name)
    return (
        names,
        countries[found.label.country],
        shown_address(next((label.website for label in labels if label.website), "")),
        [
            (
                label.id,
                fields[label.portfolio],
                label.level,
                label.valid_until,
                _short(turns[label.id]),
            )
            for label in labels
        ],
        found.forms,
    )
