"""The columns of a published list, by the words that their heads are written in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date

from assess.core.published_list.row import ListWords
from assess.core.text.name import plain_words

HEADS: dict[str, tuple[str, ...]] = {
    "name": (
        *("name", "cluster name", "name of cluster", "name of the cluster", "cluster"),
        *("name of organisation", "name of organization", "name of the organisation"),
        *("cluster organisation", "cluster organization", "cluster management organisation"),
        *("cluster management organization", "cluster initiative", "cluster network"),
        *("organisation", "organization", "initiative", "nom", "nom du cluster", "pole", "grappe"),
        *("nom de l organisation", "organisme", "organisation de cluster", "name des clusters"),
        *("name der organisation", "clustername", "clusterinitiative", "netzwerk", "nombre"),
        *("nombre del cluster", "entidad", "organizacion", "nome", "nome del cluster"),
        *("organizzazione", "nome do cluster", "organizacao", "entidade", "naam", "organisatie"),
        *("navn", "klynge", "klyngens navn", "klynge navn", "klyngeorganisation", "namn"),
        *("klynga", "klusternamn", "kluster", "nazwa", "nazwa klastra", "klaster", "organizacja"),
        *("nazev", "nazev klastru", "klastr", "nazov", "nazov klastra", "ime", "ime grozda"),
        *("naziv", "naziv klastera", "klaszter", "klaszter neve", "nev", "denumire", "nume"),
        *("nimi", "klusteri", "klastri nimi", "pavadinimas", "nosaukums"),
    ),
    "portfolio": (
        *("comparative portfolio", "portfolio", "industry", "sector", "technology field"),
        *("technology", "field", "branche", "sektor", "portefeuille comparatif", "portefeuille"),
        *("secteur", "domaine", "filiere", "vergleichsportfolio", "technologiefeld", "bereich"),
        *("cartera comparativa", "cartera", "settore", "portafoglio", "portafoglio comparativo"),
        *("setor", "bransche", "bransch", "bransje", "portefolje", "branza", "portfel", "obor"),
        *("odvetvie", "odbor", "podrocje", "podrucje", "agazat", "iparag", "domeniu", "toimiala"),
        *("valdkond", "sritis", "nozare"),
    ),
    "website": (
        *("www", "website", "web site", "web", "web page", "webpage", "web address", "homepage"),
        *("home page", "internet", "url", "link", "site", "site web", "site internet", "webseite"),
        *(
            "internetseite",
            "webadresse",
            "pagina web",
            "sitio web",
            "sito",
            "sito web",
            "hjemmeside",
        ),
        *("nettside", "nettsted", "webbplats", "hemsida", "strona internetowa", "strona www"),
        *("webove stranky", "webova stranka", "spletna stran", "mrezna stranica", "honlap"),
        *("verkkosivu", "verkkosivusto", "koduleht", "svetaine", "timekla vietne"),
    ),
    "valid_until": (
        *("label valid until", "valid until", "valid till", "valid to", "label validity"),
        *("validity", "end of validity", "expiry", "expiry date", "expiration date", "expires"),
        *("expires on", "until", "gultig bis", "label gultig bis", "gultigkeit", "laufzeit bis"),
        *("valable jusqu au", "valide jusqu au", "label valable jusqu au", "label valide jusqu au"),
        *("date d expiration", "date de fin de validite", "fin de validite", "echeance"),
        *("valido hasta", "fecha de caducidad", "valido fino al", "scadenza", "data di scadenza"),
        *("valido ate", "geldig tot", "gyldig til", "gyldig til og med", "giltig till"),
        *("giltigt till", "wazny do", "wazne do", "data waznosci", "waznosc", "platne do"),
        *("platnost do", "platna do", "veljavno do", "velja do", "vrijedi do", "ervenyes"),
        *(
            "ervenyesseg",
            "valabil pana la",
            "voimassa",
            "voimassa asti",
            "kehtib kuni",
            "galioja iki",
        ),
        *("deriga lidz",),
    ),
    "country": (
        *(
            "country",
            "nation",
            "land",
            "pays",
            "pais",
            "paese",
            "kraj",
            "zeme",
            "krajina",
            "drzava",
        ),
        *("orszag", "tara", "maa", "riik", "salis", "valsts"),
    ),
    "level": (
        *("level", "label", "label level", "label type", "niveau", "niveau du label", "stufe"),
        *("nivel", "livello", "nivel del label", "niva", "poziom", "uroven", "stopnja", "szint"),
    ),
    "serial": (
        *("serial", "serial number", "label number", "certificate number", "numero de serie"),
        *("seriennummer", "numero de certificat", "zertifikatsnummer"),
    ),
    "valid_from": (
        *("valid from", "label valid from", "gultig ab", "gultig von", "valable depuis"),
        *(
            "valable a partir du",
            "valido desde",
            "valido dal",
            "gyldig fra",
            "giltig fran",
            "wazny od",
        ),
        *("platne od",),
    ),
    "listed_on": ("listed on", "day of the list"),
    "synthetic": ("synthetic",),
    "place": ("place",),
    "reason": ("reason",),
    "text": ("text",),
    "file": ("file",),
}
"""Heads as `plain_words` gives them, in the languages in which lists are likely."""

_COLUMN = {head: column for column, heads in HEADS.items() for head in heads}
_LONGEST_FIRST = sorted(_COLUMN, key=len, reverse=True)
_LONGEST = max(map(len, _COLUMN))
_NEEDED = frozenset(("name", "portfolio", "website", "valid_until"))


def columns_of(cells: Sequence[str]) -> dict[str, int] | None:
    """Give the place of each known column in a row of heads; None: the row is no such row."""
    found: dict[str, int] = {}
    for place, cell in enumerate(cells):
        if len(cell) > 2 * _LONGEST:  # no head, whatever its signs and spaces are
            continue
        column = _COLUMN.get(plain_words(cell))
        if column and column not in found:
            found[column] = place
    return found if "name" in found and len(_NEEDED & set(found)) >= 2 else None


def heads_in_line(line: str) -> tuple[str, ...]:
    """Give the columns that a line of text consists of, heads and nothing else; else nothing."""
    rest, found = plain_words(line), []
    while rest:
        head = next((known for known in _LONGEST_FIRST if f"{rest} ".startswith(f"{known} ")), None)
        if head is None:
            return ()
        found.append(_COLUMN[head])
        rest = rest[len(head) :].strip()
    return _once(tuple(found))


def _once(columns: tuple[str, ...]) -> tuple[str, ...]:
    """Give columns that stand side by side several times once."""
    for count in range(len(columns) // 2, 0, -1):
        if columns[:count] * (len(columns) // count) == columns:
            return columns[:count]
    return columns


def is_head(columns: Iterable[str]) -> bool:
    """Tell whether columns, in this order, are those of a list."""
    said = list(columns)
    return (
        said[:1] == ["name"]
        and len(said) == len(set(said)) >= 2
        and bool({"portfolio", "valid_until"} & set(said))
    )


_AS_OF = re.compile(
    r"\b(?:as of|as at|status of|status|stand|state of|date)\b\s*:?\s*(?:the\s)?", re.IGNORECASE
)


def stated_day(text: str) -> date | None:
    """Give what a text about the list says of its day (`as of January 16th, 2012`), if anything."""
    from assess.core.case.reading.day import read_day
    from assess.core.case.reading.written_date import DAY_LIKE
    from assess.languages.months import MONTH_WORDS

    joined = re.sub(r"(\d)\s+(st|nd|rd|th)\b", r"\1\2", " ".join(text.split()))
    joined = re.sub(r"\s+,", ",", joined)
    for found in _AS_OF.finditer(joined):
        day = re.match(DAY_LIKE, joined[found.end() :])
        if day and (reading := read_day(day[0], MONTH_WORDS)).day:
            return reading.day
    return None


def country_alone(text: str, words: ListWords) -> str | None:
    """Give the country of a line or heading that names one and nothing else."""
    return words.country_named(text.strip().strip(":«»-–—*# "))
