"""Names that may be those of one organisation are offered, others are not."""

from __future__ import annotations

from datetime import date
from typing import Literal

import pytest

from assess.core.catalogue.catalogue import Catalogue
from assess.core.register.likeness import alike
from assess.core.register.record import Link, Listing
from assess.core.register.register import Register
from assess.languages.message import say

ON = date(2026, 11, 2)


def listed(name: str, website: str | None = None, country: str = "NOR") -> Listing:
    stated = {"portfolio": "ICT", "by": "Ada", "source": "list", "on": ON}
    fields = {"label": name, "name": name, "country": country, "website": website, **stated}
    return Listing.model_validate(fields)


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ("MedTech Innovation", "MedTech Innovation Consortium", "one name begins with the other"),
        ("Artic Maritime Cluster", "Arctic Maritime Cluster", "the names differ in a few letters"),
        ("Numelink", "Numélink", "the names differ only in spaces, accents or signs"),
        ("Bio-Park Nord", "BioPark Nord", "the names differ only in spaces, accents or signs"),
        ("Food & Health", "Food and Health", "the names differ only in spaces, accents or signs"),
        ("Fjord Food", "Coast Food", None),
        ("Arena", "Arena Eyde", None),
        ("Cluster 12 North", "Cluster 13 North", None),
        ("Sea Valley Nord", "Sea Valley", "one name begins with the other"),
        ("Arenaland", "Arenaland East", "one name begins with the other"),
        ("Seaborne", "Seaborne East", "one name begins with the other"),
        ("Seaborn", "Seaborn Eastern", None),
        # 22 of 25 letters in common are 0.88 of both; 21 of 24 are less
        (
            "abcdefghijklmnopqrstuvwxy",
            "abcdefghijklmnopqrstuvzzz",
            "the names differ in a few letters",
        ),
        ("abcdefghijklmnopqrstuvwx", "abcdefghijklmnopqrstuzzz", None),
        ("bbbbbbbbbb", "bbbbbbbbbbbbb", None),
    ],
)
def test_two_names_are_offered_where_they_may_be_one(
    one: str, other: str, why: str | None, catalogue: Catalogue
) -> None:
    found = alike(Register([listed(one), listed(other)], catalogue))
    assert [say(pair.why) for pair in found] == ([why] if why else [])


def test_the_same_web_site_is_a_reason_and_another_country_none(catalogue: Catalogue) -> None:
    sites = [listed("Alfa", "http://www.food.example/a"), listed("Zeta", "https://food.example")]
    (pair,) = alike(Register(sites, catalogue))
    assert say(pair.why) == "both have the web site food.example"
    apart = [listed("Sea Valley"), listed("Sea Valley Nord", country="DNK")]
    assert alike(Register(apart, catalogue)) == ()


@pytest.mark.parametrize("how", ["same", "different", "renamed"])
def test_what_somebody_has_decided_is_not_offered_again(
    how: Literal["same", "different", "renamed"], catalogue: Catalogue
) -> None:
    pair = [listed("Sea Valley"), listed("Sea Valley Nord")]
    link = Link(
        name="Sea Valley Nord",
        country="NOR",
        other_name="Sea Valley",
        other_country="NOR",
        how=how,
        on=ON,
        by="Ada",
    )
    assert len(alike(Register(pair, catalogue))) == 1
    assert alike(Register([*pair, link], catalogue)) == ()


def test_only_the_new_ones_are_compared_where_that_is_asked(catalogue: Catalogue) -> None:
    register = Register([listed("Sea Valley"), listed("Sea Valley Nord")], catalogue)
    assert alike(register, [("NOR", "elsewhere")]) == ()
    assert len(alike(register, [("NOR", "sea valley")])) == 1
