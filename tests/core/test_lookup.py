"""Looking up countries, and what a case holds."""

from __future__ import annotations

import pytest

from assess.core.case.search import countries_like, find_in_case
from assess.core.catalogue.catalogue import Catalogue
from assess.languages.message import say
from tests.notation import answered


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("dnk", "DNK"),
        ("dk", "DNK"),
        ("germ", "DEU"),
        ("cote", "CIV"),
        ("aland", "ALA"),
        ("United Kingdom", "GBR"),
        ("holland", "NLD"),
    ],
)
def test_the_likeliest_country_comes_first(catalogue: Catalogue, typed: str, code: str) -> None:
    assert countries_like(typed, catalogue)[0].code == code


def test_no_text_means_all_countries_and_nonsense_none(catalogue: Catalogue) -> None:
    assert countries_like(" ", catalogue) == catalogue.countries
    assert countries_like("atlantis", catalogue) == ()


def test_every_word_has_to_stand_in_what_is_found(catalogue: Catalogue) -> None:
    case = answered(specialisation_text="Wave power, ŽLUŤOUČKÝ kůň", founded="2009-05")
    found = find_in_case("power zlutoucky", case, catalogue, say)
    assert [(one.question, one.where) for one in found] == [("specialisation_text", "answer")]
    assert [one.question for one in find_in_case("may 2009", case, catalogue, say)] == ["founded"]
    assert {one.number for one in find_in_case("committed written", case, catalogue, say)} >= {5}
    assert find_in_case("  ", case, catalogue, say) == ()
    assert len(find_in_case("a", case, catalogue, say, most=3)) == 3
