"""What is typed is read as people write it: addresses, signs that nobody sees, foreign money."""

from __future__ import annotations

from typing import Any

import pytest

from assess.core.case.checking import check_value, reason_fault
from assess.core.case.reading.address import as_address
from assess.core.case.reading.answer import read
from assess.core.case.reading.number import read_number
from assess.core.case.value_form import address_fault
from assess.core.catalogue.catalogue import Catalogue
from assess.core.catalogue.question import UrlQuestion
from assess.core.text.visible import stripped
from assess.languages.message import say
from tests.notation import answered

INVISIBLE = ("\u200b", "\ufeff", "\u200e", "\u202a", "\u2060", "\u00ad", "\u00a0", "\u2066")


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("www.cluster.no", "https://www.cluster.no"),
        ("cluster.no/about?x=1#top", "https://cluster.no/about?x=1#top"),
        (" \u200bcluster.no\ufeff ", "https://cluster.no"),
        ("bücher.example:8080/å", "https://bücher.example:8080/å"),
        ("http://cluster.no", "http://cluster.no"),
        ("https://intranet/page", "https://intranet/page"),
        ("nowhere", "nowhere"),
        ("two words.no", "two words.no"),
        ("ada@cluster.no", "ada@cluster.no"),
        ("javascript:alert(1)", "javascript:alert(1)"),
        ("3.5", "3.5"),
        ("", ""),
    ],
)
def test_an_address_is_completed_where_it_is_one(typed: str, address: str) -> None:
    assert as_address(typed) == address
    assert (address_fault(address) is None) is address.startswith("http")


def test_an_address_with_a_blank_in_its_host_is_none() -> None:
    assert address_fault("https://wave power.no") is not None


def test_an_answer_that_is_an_address_is_completed_and_shown(catalogue: Catalogue) -> None:
    question = UrlQuestion(name="page", label=catalogue.questions["founded"].label, type="url")
    reading = read(question, "cluster.no", answered(), catalogue)
    assert (reading.value, reading.echo) == ("https://cluster.no", "https://cluster.no")


@pytest.mark.parametrize("sign", INVISIBLE)
@pytest.mark.parametrize(
    ("name", "typed", "value"),
    [
        ("staff_fte", "2.4", 2.4),
        ("founded", "05/2009", "2009-05"),
        ("legal_form", "2", "company_non_profit"),
        ("involvement", "3", 3),
        ("role_written", "y", "yes"),
        ("partner_countries", "NOR", ["NOR"]),
    ],
)
def test_signs_that_nobody_sees_change_nothing(
    catalogue: Catalogue, sign: str, name: str, typed: str, value: object
) -> None:
    question = catalogue.questions[name]
    around = f"{sign}{typed}{sign}"
    assert read(question, around, answered(), catalogue).value == value
    assert stripped(around) == typed


@pytest.mark.parametrize(
    ("typed", "currency"),
    [
        ("3 Mio. NOK", "NOK"),
        ("JPY 300", "JPY"),
        ("300 try", "TRY"),
        ("3 MUAH", "UAH"),
        ("1.2m RSD", "RSD"),
    ],
)
def test_foreign_money_is_named_with_what_to_do(
    catalogue: Catalogue, typed: str, currency: str
) -> None:
    reading = read(catalogue.questions["budget_total"], typed, answered(), catalogue)
    assert reading.value is None
    assert reading.fault is not None
    said = say(reading.fault)
    assert f"an amount in {currency} was typed" in said
    assert "convert it" in said
    assert read_number("12 sheep").fault is not None


def test_a_part_is_named_as_the_screen_does(catalogue: Catalogue) -> None:
    question = catalogue.questions["driving_forces"]
    shares: dict[str, Any] = {"industry": 5000, "research": 40, "public": 40}
    (found,) = check_value(question, shares, answered(), catalogue)
    assert say(found.text) == "Industry: 5000 is more than 100"
    assert found.place == ".industry"


@pytest.mark.parametrize(
    ("reason", "is_one"),
    [
        ("", True),
        ("seconded", True),
        ("出向", True),
        ("120", False),
        (" 1.5 % ", False),
        ("…", False),
    ],
)
def test_a_reason_has_words(reason: str, is_one: bool) -> None:
    assert (reason_fault(reason) is None) is is_one
