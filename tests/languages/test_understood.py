"""Countries and months by name: what was ever understood stays so, whatever CLDR says."""

from __future__ import annotations

import subprocess
import sys
from collections import defaultdict
from pathlib import Path

import pycountry
import pytest

from assess.core.case.reading.month import read_month
from assess.core.case.search import countries_like, country_meant
from assess.core.catalogue.catalogue import Catalogue
from assess.core.published_list.row import ListWords
from assess.languages.countries import countries
from assess.languages.message import say
from assess.languages.months import MONTH_WORDS

HERE = Path(__file__).parent
COUNTRIES = [
    tuple(line.split("; "))
    for line in (HERE / "countries_understood.txt").read_text(encoding="utf-8").splitlines()
]
"""Codes, the name that is shown, and all others: those of the table before CLDR's were taken."""


def months() -> dict[str, set[int]]:
    """Give the months that each word meant in the table before CLDR's names were taken."""
    found: dict[str, set[int]] = defaultdict(set)
    month = 0
    for word in (HERE / "months_understood.txt").read_text(encoding="utf-8").split():
        if word[-1] == ":":
            month = int(word[:-1])
        else:
            found[word.replace("_", " ")].add(month)
    return found


def test_the_countries_are_those_of_iso_3166(catalogue: Catalogue) -> None:
    assert catalogue.countries == countries()
    ours = {(country.code, country.alpha2) for country in countries()}
    assert ours == {(country.alpha_3, country.alpha_2) for country in pycountry.countries}


def test_countries_are_called_and_ordered_as_ever() -> None:
    shown = [(country.code, country.alpha2, country.name.english) for country in countries()]
    assert shown == [said[:3] for said in COUNTRIES]


@pytest.mark.parametrize("said", COUNTRIES, ids=lambda said: said[0])
def test_a_country_is_known_by_every_name_it_ever_had(
    catalogue: Catalogue, said: tuple[str, ...]
) -> None:
    words = ListWords(catalogue)
    for name in said:
        meant = country_meant(name, catalogue)
        assert meant is not None, name
        assert meant.code == words.country(name) == said[0]


def test_no_name_means_two_countries(catalogue: Catalogue) -> None:
    found: dict[str, set[str]] = defaultdict(set)
    for called in (catalogue.countries_called, catalogue.countries_at_home):
        for name, meant in called.items():
            found[name] |= {country.code for country in meant}
    assert {name: codes for name, codes in found.items() if len(codes) > 1} == {}


def test_what_is_known_in_english_reads_no_other_language() -> None:
    program = """
from assess.catalogue import load
from assess.core.case.reading.day import read_day
from assess.core.case.search import country_meant
from assess.languages.months import MONTH_WORDS
from assess.languages.understood_languages import locale
from assess.locations import indicators_folder

catalogue = load(indicators_folder())
assert country_meant("nor", catalogue) and country_meant("Czech Republic", catalogue)
assert read_day("2.11.2026", MONTH_WORDS).day
print(locale.cache_info().currsize)
"""
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout == "1\n"


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("България", "BGR"),
        ("Česko", "CZE"),
        ("Ελλάδα", "GRC"),
        ("Polynésie française", "PYF"),
        ("Србија", "SRB"),
        ("Srbija", "SRB"),
        ("Lëtzebuerg", "LUX"),
        ("lux", "LUX"),
        ("St. Lucia", "LCA"),
        ("Antigua & Barbuda", "ATG"),
        ("deutschl", "DEU"),
        ("pol", "POL"),  # though Polynésie begins so as well
    ],
)
def test_a_country_is_known_in_its_own_languages(
    catalogue: Catalogue, typed: str, code: str
) -> None:
    meant = country_meant(typed, catalogue)
    assert meant is not None
    assert meant.code == code
    assert countries_like(typed, catalogue)[0].code == code


def test_a_word_means_the_months_that_it_ever_meant() -> None:
    known = {word: {meaning.month for meaning in MONTH_WORDS.meanings(word)} for word in months()}
    assert known == months()


def test_a_word_of_two_months_is_said_with_its_languages() -> None:
    ambiguous = {word for word, meanings in MONTH_WORDS.known.items() if len(meanings) > 1}
    assert ambiguous == {"lip", "lis", "listopad", "listopada", "srp"}
    said = {word: say(read_month(f"{word} 2026", MONTH_WORDS).fault or "") for word in ambiguous}
    assert "July (Croatian) or August (Czech)" in said["srp"]
    assert "October (Croatian) or November" in said["lis"]
    assert "October (Croatian) or November (Polish)" in said["listopada"]
