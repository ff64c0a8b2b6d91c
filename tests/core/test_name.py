"""Names: which are the same, which are alike, and by what they are found."""

from __future__ import annotations

import unicodedata
from itertools import pairwise
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assess.core.text.name import (
    alike_key,
    finds,
    identity_key,
    normal,
    plain_words,
    same_name,
    search_fold,
    searchable,
)
from assess.store.database.identity_m007 import identity_then

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)


@pytest.mark.parametrize(
    "name",
    [
        "Su\u0308dwind Cluster",
        "Südwind\u00a0Cluster",
        "  Südwind \u2003 Cluster ",
        "SÜDWIND cluster",
        "Süd\u00adwind Clus\u200bter\ufeff",
        "\u200eSüdwind Cluster\u200f",
        "Südwind Cluster.",
        "„Südwind Cluster“",
        "Südwind Cluster - ",
    ],
)
def test_what_nobody_calls_another_name_is_the_same(name: str) -> None:
    assert same_name(name, "Südwind Cluster")
    assert same_name("Südwind Cluster", name)


@pytest.mark.parametrize(
    "names",
    [
        ("Øresund", "Oresund", "Oeresund", "ØRESUND"),
        ("Århus Kommune", "Aarhus Kommune", "Arhus Kommune"),
        ("Ærø", "Aeroe", "Aero"),
        ("Łódź Klaster", "Lodz Klaster", "ŁÓDZ KLASTER"),
        ("Straße Süd", "Strasse Sued", "STRASSE SUD"),
        ("Møller & Sønner", "Møller and Sønner", "Moeller and Soenner"),
        ("Bio-Park Nord", "BioPark Nord", "Bio Park Nord"),
        ("Côte d'Azur", "Cote d’Azur", "Cote dAzur"),
        ("Åe", "Aae", "Ae"),
    ],
)
def test_other_ways_to_write_letters_and_signs_are_alike_and_not_the_same(
    names: tuple[str, ...],
) -> None:
    assert len({alike_key(name) for name in names}) == 1
    assert not any(same_name(first, second) for first, second in pairwise(names))


@pytest.mark.parametrize(
    ("first", "second"),
    [("Fjord Energy", "Fjord Energy 2"), ("C", "C+"), ("-", "."), ("IT Cluster", "ITC luster")],
)
def test_other_names_are_not_the_same(first: str, second: str) -> None:
    assert not same_name(first, second)


@given(TEXTS)
def test_a_key_is_that_of_the_kept_name_and_its_own(name: str) -> None:
    key = identity_key(name)
    assert identity_key(key) == key
    assert identity_then(name) == key
    assert "\n" not in key
    kept = normal(name)
    assert normal(kept) == kept
    if identity_key(kept):
        assert identity_key(kept) == key


@given(TEXTS, st.sampled_from(["NFC", "NFD"]))
def test_encoding_and_case_make_no_other_name(name: str, form: Literal["NFC", "NFD"]) -> None:
    assert same_name(unicodedata.normalize(form, name), name)
    if not set(unicodedata.normalize("NFD", name)) & set("ßẞı"):
        assert same_name(name.upper(), name)
        assert same_name(name.lower(), name)


@given(st.lists(st.text("aeouåäæöøüßłn -&.", min_size=1), min_size=3, max_size=3))
def test_being_the_same_is_an_equivalence_and_narrower_than_being_alike(names: list[str]) -> None:
    first, second, third = names
    assert same_name(first, second) == same_name(second, first)
    if same_name(first, second):
        assert same_name(first, third) == same_name(second, third)
        assert alike_key(first) == alike_key(second)


@given(st.text("aeouåäæöøüßłn", min_size=1), st.randoms(use_true_random=False))
def test_a_name_is_alike_however_each_of_its_letters_is_written(name: str, choice: object) -> None:
    ways = {"å": "a aa å", "ä": "a ae ä", "æ": "ae æ", "ö": "o oe ö", "ø": "o oe ø"}
    ways |= {"ü": "u ue ü", "ß": "ss ß", "ł": "l ł"}
    pick = choice.choice  # type: ignore[attr-defined]
    written = "".join(pick(ways.get(letter, letter).split()) for letter in name)
    assert alike_key(written) == alike_key(name)


@pytest.mark.parametrize(
    ("wanted", "text"),
    [
        ("oresund", "Øresund Food"),
        ("oeresund", "Øresund Food"),
        ("ØRE", "Øresund Food"),
        ("sudwind", "Su\u0308dwind"),
        ("food øre", "Øresund Food"),
        ("north-sea", "North Sea"),
        ("north sea", "North-Sea"),
        ("food and bio", "Food & Bio"),
        ("www.fjord.no", "https://www.fjord.no/about"),
        ("2026-11", "2026-11-02"),
        ("&", "Food & Bio"),
    ],
)
def test_a_search_finds(wanted: str, text: str) -> None:
    assert finds(wanted, searchable((text,)))


@pytest.mark.parametrize(
    ("wanted", "text"),
    [("blue", "Blu Cluster"), ("2026-11", "2026-05-11"), ("%", "12 000"), ("food x", "Food")],
)
def test_a_search_does_not_find(wanted: str, text: str) -> None:
    assert not finds(wanted, searchable((text,)))


@given(TEXTS)
def test_folding_twice_is_folding_once(text: str) -> None:
    for fold in (plain_words, search_fold, alike_key):
        assert fold(fold(text)) == fold(text)
    assert finds(text, searchable((text,)))
