"""The countries of ISO 3166-1: codes and names from CLDR, and what is understood beyond it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, partial

from assess.core.text.country import Country
from assess.core.text.name import plain_words
from assess.core.text.value import DEFAULT_LANGUAGE, PATH, Wording
from assess.languages.understood_languages import UNDERSTOOD, locale

COUNTRY = "country."
"""What the path of the name of a country begins with; its code of two letters follows."""

_USERS_OWN = re.compile("AA.|Q[M-Z].|X..|ZZ.")
"""Codes that the standard leaves to its users; CLDR takes XKK for Kosovo, as the EU takes XKX."""

_RESERVED = {"ASC", "CPT", "DGA", "TAA"}
"""Islands that the standard counts to another country, though it reserves a code for them."""

_WITHDRAWN = {"BUR", "DDR", "FXX", "TMP", "YMD", "ZAR"}
"""Codes that were withdrawn from the standard, and which CLDR still leads to what came after."""

_CALLED_OTHERWISE: Mapping[str, str] = {
    # as their governments ask to be called in English
    "CPV": "Cabo Verde",
    "MMR": "Myanmar",
    # their names in the standard, where CLDR has one island, another word or an abbreviation
    "ATF": "French Southern Territories",
    "BES": "Bonaire, Sint Eustatius and Saba",
    "HMD": "Heard Island and McDonald Islands",
    "PCN": "Pitcairn",
    "SGS": "South Georgia and the South Sandwich Islands",
    "SHN": "Saint Helena, Ascension and Tristan da Cunha",
    "UMI": "United States Minor Outlying Islands",
    "VCT": "Saint Vincent and the Grenadines",
    "VIR": "US Virgin Islands",
    # two states side by side in the alphabet, told apart by what they are and not by their capitals
    "COD": "Congo (Democratic Republic)",
    "COG": "Congo (Republic)",
    # names without a status
    "HKG": "Hong Kong",
    "MAC": "Macao",
    "PSE": "Palestine",
}
"""English names that differ from CLDR's, as every register and case so far shows them."""

_ALSO: Mapping[str, tuple[str, ...]] = {
    # names until lately, or from before, which documents still have
    "BLR": ("Belorussia",),
    "CZE": ("Czech Republic",),
    "KGZ": ("Kirghizia",),
    "LKA": ("Ceylon",),
    "MAC": ("Macau",),
    "MKD": ("Macedonia", "FYROM"),
    "MMR": ("Burma",),
    "ROU": ("Rumania",),
    "SVK": ("Slovak Republic",),
    "SWZ": ("Swaziland",),
    "TLS": ("East Timor",),
    "TUR": ("Turkey",),
    # the names of states as the United Nations list them
    "BOL": ("Plurinational State of Bolivia",),
    "BRN": ("Brunei Darussalam",),
    "ESH": ("Sahrawi Republic",),
    "FSM": ("Federated States of Micronesia",),
    "IRN": ("Islamic Republic of Iran",),
    "LAO": ("Lao People’s Democratic Republic",),
    "MDA": ("Republic of Moldova",),
    "PRK": ("Democratic People’s Republic of Korea",),
    "PSE": ("State of Palestine",),
    "RUS": ("Russian Federation",),
    "SRB": ("Republic of Serbia",),
    "SYR": ("Syrian Arab Republic",),
    "TWN": ("Taiwan, Province of China", "Chinese Taipei"),
    "TZA": ("United Republic of Tanzania",),
    "VAT": ("Holy See",),
    "VEN": ("Bolivarian Republic of Venezuela",),
    "VNM": ("Viet Nam",),
    # with an article
    "BHS": ("The Bahamas",),
    "GMB": ("The Gambia",),
    "PHL": ("The Philippines",),
    "UKR": ("The Ukraine",),
    # parts that are named for the whole, and what people write in short
    "ARE": ("UAE", "Emirates"),
    "BIH": ("Bosnia", "Bosnia-Herzegovina"),
    "GBR": (
        *("UK", "Great Britain", "England", "Scotland", "Wales", "Northern Ireland"),
        "United Kingdom of Great Britain and Northern Ireland",
    ),
    "NLD": ("Holland", "The Netherlands"),
    "SAU": ("KSA",),
    "USA": ("USA", "US", "America", "United States of America"),
    "ZAF": ("RSA",),
    # names beside the usual one
    "CIV": ("Ivory Coast",),
    "FLK": ("Malvinas",),
    "IRL": ("Republic of Ireland",),
    "MAF": ("Saint Martin (French part)",),
    "SXM": ("Sint Maarten (Dutch part)",),
    "VGB": ("Virgin Islands (British)",),
    "VIR": ("Virgin Islands (US)",),
    # in languages that are not read here, or in other letters than CLDR's
    "GRC": ("Hellas", "Hellenic Republic"),
    "JPN": ("Nippon",),
    "NZL": ("Aotearoa",),
    # several things at once
    "CHN": ("PRC", "People’s Republic of China"),
    "COD": ("DR Congo", "Democratic Republic of the Congo", "Zaire"),
    "COG": ("Congo", "Republic of the Congo"),
    "HKG": ("Hong Kong SAR",),
    "KOR": ("Korea", "Republic of Korea"),
}
"""English names that CLDR does not have, and which people and lists write."""


@cache
def countries() -> tuple[Country, ...]:
    """Give every country, in the order of the alphabet."""
    named = locale(DEFAULT_LANGUAGE).territories
    found = (
        Country(
            code=code,
            alpha2=alpha2,
            name=Wording.model_validate(
                {
                    DEFAULT_LANGUAGE: _CALLED_OTHERWISE.get(code) or _plain(named[alpha2]),
                    PATH: f"{COUNTRY}{alpha2}",
                }
            ),
            also=(named[alpha2], *_ALSO.get(code, ())),
            in_its_languages=partial(_in_its_languages, alpha2),
            in_every_language=partial(_in_every_language, alpha2),
        )
        for code, alpha2 in _codes()
    )
    return tuple(sorted(found, key=lambda country: plain_words(country.name.english)))


def _plain(name: str) -> str:
    """Write out what CLDR abbreviates."""
    return name.replace(" & ", " and ").replace("St. ", "Saint ")


def _codes() -> Iterator[tuple[str, str]]:
    """Give the codes of three letters with those of two, which CLDR uses."""
    from babel.core import get_global

    for code, territories in get_global("territory_aliases").items():
        is_code = len(code) == 3 and code.isalpha() and not _USERS_OWN.fullmatch(code)
        if is_code and len(territories) == 1 and code not in _RESERVED | _WITHDRAWN:
            yield code, territories[0]


@cache
def _in_its_languages(alpha2: str) -> tuple[str, ...]:
    from babel.languages import get_official_languages

    official = get_official_languages(alpha2, de_facto=True)
    read = [
        name
        for name in UNDERSTOOD
        if name != DEFAULT_LANGUAGE and not {name, name.partition("_")[0]}.isdisjoint(official)
    ]
    return tuple(dict.fromkeys(locale(name).territories[alpha2] for name in read))


def _in_every_language(alpha2: str) -> tuple[str, ...]:
    names = (locale(name).territories.get(alpha2) for name in UNDERSTOOD)
    return tuple(dict.fromkeys(filter(None, names)))
