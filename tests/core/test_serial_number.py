"""What is odd about a serial number is said, and of a sound one nothing is."""

from __future__ import annotations

import pytest

from assess.core.catalogue.catalogue import Catalogue
from assess.core.label.serial_number import listed_serial_warnings, serial_warnings
from assess.languages.message import say
from tests.notation import case_of

USUAL = "does not have the usual form (such as DNK063201604C160869)"
COUNTRY = "has the country {}, but the case has NOR"
MONTH = "has the month {}, but the interview was in 2026-11"

OF_A_CASE = [
    # interview, serial number, what is said
    ("2026-11-02", "NOR001202611ABC0001", []),
    ("2026-11-30", "NOR123202611A1Z9999", []),
    ("2026-11-02", "DNK001202611ABC0001", [COUNTRY.format("DNK")]),
    ("2026-11-02", "NOR001202610ABC0001", [MONTH.format("2026-10")]),
    ("2026-11-02", "NOR001202511ABC0001", [MONTH.format("2025-11")]),
    ("2026-11-02", "DNK001202510ABC0001", [COUNTRY.format("DNK"), MONTH.format("2025-10")]),
]


@pytest.mark.parametrize(("interview", "serial", "said"), OF_A_CASE)
def test_a_serial_number_is_compared_with_its_case(
    interview: str, serial: str, said: list[str], catalogue: Catalogue
) -> None:
    found = serial_warnings(serial, case_of(interview=interview), catalogue)
    assert [say(warning) for warning in found] == [
        f"the serial number {serial} {words}" for words in said
    ]


@pytest.mark.parametrize(
    ("serial", "said"),
    [
        ("NOR001202611ABC0001", []),
        (
            "DNK001202611ABC0001",
            ["the serial number DNK001202611ABC0001 has the country DNK, but the label has NOR"],
        ),
    ],
)
def test_a_listed_serial_number_is_compared_with_its_row(
    serial: str, said: list[str], catalogue: Catalogue
) -> None:
    assert [*map(say, listed_serial_warnings(serial, "NOR", catalogue.label))] == said


@pytest.mark.parametrize("serial", ["NOR-1", "NOR001202613ABC0001", "nor001202611ABC0001", ""])
def test_a_serial_number_of_another_form_is_odd_and_compared_with_nothing(
    serial: str, catalogue: Catalogue
) -> None:
    said = [f"the serial number {serial!r} {USUAL}"]
    assert [*map(say, serial_warnings(serial, case_of(), catalogue))] == said
    assert [*map(say, listed_serial_warnings(serial, "NOR", catalogue.label))] == said
