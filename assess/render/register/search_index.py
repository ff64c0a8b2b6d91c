"""What the search of the public pages looks in: made by the rule of the other searches."""

from __future__ import annotations

import json
from collections.abc import Iterable
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
from assess.core.text.search.searched_texts import vocabulary
from assess.core.text.search.tolerant_search import RULES
from assess.languages.countries import countries
from assess.languages.message import say
from assess.languages.speech import alphabet

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
    groups = by_name(register.countries, say, alphabet())
    data: dict[str, Any] = {
        "rules": RULES,
        "countries": [(say(group.name), group.slug, places[group.code]) for group in groups],
        "portfolios": [say(group.name) for group in register.portfolios],
        "statuses": list(STATUSES),
    }
    numbers = {group.code: number for number, group in enumerate(groups)}
    fields = {say(group.name): number for number, group in enumerate(register.portfolios)}
    held = public_organisations(register)
    columns = {
        "names": [organisation.names for organisation in held],
        "others": [organisation.others for organisation in held],
        "rows": [_row(organisation, fields, turns) for organisation in held],
    }
    data["placeOf"] = [numbers[organisation.label.country] for organisation in held]
    texts = ("\n".join(lines) for lines in (columns["names"], columns["others"]))
    data["words"] = " ".join(vocabulary((*texts, *places.values())))
    shared = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    written = [f"{name}:{_literal(lines)}" for name, lines in columns.items()]
    # Long texts, which are taken apart where they are looked at: to read a hundred thousand
    # organisations one by one would take seconds.
    script = "".join(("window.REGISTER = {...", shared, ",", ",".join(written), "};\n"))
    return script.replace("</", "<\\/").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def _literal(lines: Iterable[str]) -> str:
    """Write lines as a text of a script, in which quotation marks need no escaping."""
    text = "\n".join(lines).replace("\\", "\\\\").replace("'", "\\'")
    return "'" + text.replace("\n", "\\n").replace("\r", "\\r") + "'"


def _row(found: PublicOrganisation, fields: dict[str, int], turns: dict[str, str]) -> str:
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
                _short(turns[label.id]),
            )
            for label in labels
        ],
    )
    return json.dumps(row, ensure_ascii=False, separators=(",", ":"))
