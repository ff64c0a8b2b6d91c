"""Thirty small organisations whose quartiles and groups are worked out by hand in the tests."""

from __future__ import annotations

from assess.core.catalogue.catalogue import Catalogue
from assess.core.peers.peer_comparison import TableInUse
from assess.core.peers.peer_group import Standpoint
from assess.core.peers.pool import PeerRecord
from tests.peers import table_from

ENERGY, FOOD = "Energy and environment", "Food industry"
HEALTH, DIGITAL = "Health and medical science", "ICT"

SHARE = "committed_participants:written_share"
NEAR = "regional_concentration:regional_share"
LEVEL = "participant_involvement:involvement"
FORM = "legal_form:legal_form"
ROLE = "roles_and_governing_body:role_written"

TABLE = """
e01 E NOR over_8         -    2024 40 30 3 association             yes
e02 E NOR over_8         Gold 2023 45  - 3 association             yes
e03 E NOR over_8         -    2022 50 40 3 association             no
e04 E NOR up_to_4        -    2025 55  - 3 association             partly
e05 E NOR up_to_4        -    2025 60 50 3 company_non_profit      yes
e06 E NOR over_8         -    2021 65  - 3 company_non_profit      yes
e07 E DNK over_8         Gold 2024 70 60 3 association             no
e08 E DNK over_8         -    2024 75  - 3 foundation              yes
e09 E DNK over_4_up_to_8 -    2020 80 70 3 company_non_profit      yes
e10 E DNK over_4_up_to_8 -    2019 85 45 3 association             no
f01 F NOR over_8         -    2024 10  - 0 association             no
f02 F NOR over_4_up_to_8 -    2024 20  - 1 association             no
f03 F NOR up_to_4        -    2024 30  - 2 association             no
g01 H ESP over_8         Gold 2018 12 10 0 foundation              -
g02 H ESP over_8         -    2018 14 20 0 foundation              -
g03 H ESP over_8         -    2018 16 80 0 foundation              -
g04 H ESP over_8         -    2018 18 90 0 foundation              -
g05 H ESP over_8         -    2018 22 50 0 foundation              -
g06 H ESP over_4_up_to_8 -    2018 24 60 0 foundation              -
g07 H ESP over_4_up_to_8 -    2018 26  - 1 foundation              -
g08 H ESP over_4_up_to_8 -    2018 28  - 1 foundation              -
g09 H ESP over_4_up_to_8 -    2018 32  - 1 foundation              -
g10 H ESP over_4_up_to_8 -    2018 34  - 1 foundation              -
g11 H ESP over_4_up_to_8 -    2018 36  - 1 foundation              -
g12 I FIN over_4_up_to_8 -    2018 38  - 4 foundation              yes
g13 I FIN over_4_up_to_8 -    2018 90  - 4 foundation              yes
g14 I FIN over_4_up_to_8 -    2018 92  - 4 foundation              yes
g15 I FIN over_4_up_to_8 -    2018 94  - 4 foundation              yes
g16 I FIN over_4_up_to_8 -    2018 96  - 4 foundation              yes
g17 I FIN over_4_up_to_8 -    2018 98  - 4 foundation              yes
"""
"""Who: id, portfolio, country, age, label, year. What: the measures below, in their order."""

OWN = Standpoint(portfolio=ENERGY, country="NOR", age_group="over_8")


def records() -> list[PeerRecord]:
    """Give the thirty organisations."""
    return [_record(line.split()) for line in TABLE.strip().splitlines()]


def hand_table(catalogue: Catalogue, *more: PeerRecord) -> TableInUse:
    """Give the table of the thirty organisations, and of more."""
    return table_from([*records(), *more], catalogue)


def _record(cells: list[str]) -> PeerRecord:
    ref, portfolio, country, age, level, year, share, near, involved, form, role = cells
    stated = {SHARE: share, NEAR: near, LEVEL: involved, FORM: form, ROLE: role}
    return PeerRecord(
        ref=ref,
        portfolio={"E": ENERGY, "F": FOOD, "H": HEALTH, "I": DIGITAL}[portfolio],
        country=country,
        age_group=age,
        level=None if level == "-" else level,
        year=int(year),
        values={
            key: text if key in (FORM, ROLE) else float(text)
            for key, text in stated.items()
            if text != "-"
        },
    )
