"""What is public of a register: which labels, in which order, and what is said of them all."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest

from assess.core.catalogue.catalogue import Catalogue
from assess.core.label.decision import LabelDecision
from assess.core.register.public_label import PublicRegister
from assess.core.register.public_view import public_register
from assess.core.register.record import Link, Listing, Record, Withdrawal
from assess.core.register.register import Register
from assess.languages.message import say


def listed(name: str, *, until: str = "2028-05-31", **more: Any) -> Listing:
    stated = {
        "label": f"{name} {until}",
        "name": name,
        "country": "NOR",
        "portfolio": "ICT",
        "on": "2026-05-31",
        "valid_from": f"{int(until[:4]) - 2}{until[4:]}",
        "valid_until": until,
        "by": "Ada",
        "source": "list, line 1",
        **more,
    }
    return Listing.model_validate(stated)


def decided(kind: str, on: str, **more: Any) -> LabelDecision:
    stated = {
        "kind": kind,
        "case": "case0001",
        "name": "Delta",
        "country": "DNK",
        "portfolio": "Energy",
        "interview_date": "2026-03-02",
        "on": on,
        "by": "Board",
        **more,
    }
    return LabelDecision.model_validate(stated)


PROPOSED = decided("proposed", "2026-03-20")
AWARDED = decided("awarded", "2026-04-10", valid_from="2026-03-02", valid_until="2028-03-31")


def public(
    records: Sequence[Record], catalogue: Catalogue, on: str = "2026-06-15"
) -> PublicRegister:
    return public_register(Register(records, catalogue), date.fromisoformat(on))


@pytest.mark.parametrize(
    ("synthetic", "said"),
    [((), False), ((False,), False), ((True,), True), ((True, False), False), ((True, True), True)],
)
def test_a_register_is_synthetic_where_it_has_labels_and_all_of_them_are(
    synthetic: tuple[bool, ...], said: bool, catalogue: Catalogue
) -> None:
    records: list[Record] = [
        listed(f"Org {number}", synthetic=made) for number, made in enumerate(synthetic)
    ]
    found = public(records, catalogue)
    assert found.synthetic is said
    assert tuple(label.synthetic for label in found.labels) == synthetic


def test_only_what_was_given_is_public_by_name_country_level_and_time(
    catalogue: Catalogue,
) -> None:
    records: list[Record] = [
        listed("Zeta"),
        listed("Alfa", until="2030-01-31"),
        listed("Alfa"),
        listed("Alfa", until="2029-05-31", level="Silver"),
        listed("ähnlich", country="DEU"),
        PROPOSED,
    ]
    given = [
        ("ähnlich", "DEU", "Bronze", "2028-05-31"),
        ("Alfa", "NOR", "Bronze", "2028-05-31"),
        ("Alfa", "NOR", "Bronze", "2030-01-31"),
        ("Alfa", "NOR", "Silver", "2029-05-31"),
        ("Zeta", "NOR", "Bronze", "2028-05-31"),
    ]
    found = public(records, catalogue)
    assert [(one.name, one.country, one.level, one.valid_until) for one in found.labels] == given
    assert len(public([*records, AWARDED], catalogue).labels) == 6


def test_a_label_tells_whether_it_was_decided_or_only_listed(catalogue: Catalogue) -> None:
    records: list[Record] = [
        listed("Alfa"),
        listed("Beta", is_decision=True),
        PROPOSED,
        AWARDED,
    ]
    found = {
        label.name: (label.is_listed, label.decided_on, label.listed_on)
        for label in public(records, catalogue)[1]
    }
    assert found == {
        "Alfa": (True, "", "2026-05-31"),
        "Beta": (False, "2026-05-31", ""),
        "Delta": (False, "2026-04-10", ""),
    }


def test_a_label_without_a_website_shows_that_of_its_organisation(catalogue: Catalogue) -> None:
    records = [
        listed("Alfa", until="2026-05-31", website="https://old.example"),
        listed("Alfa", until="2028-05-31", website="https://new.example"),
        listed("Alfa", until="2030-05-31"),
        listed("Beta"),
    ]
    assert [label.website for label in public(records, catalogue).labels] == [
        "https://old.example",
        "https://new.example",
        "https://new.example",
        "",
    ]


def test_the_newest_label_of_a_track_is_current(catalogue: Catalogue) -> None:
    records = [listed("Alfa", until="2027-05-31"), listed("Alfa", until="2028-05-31")]
    older, newer = public(records, catalogue).labels
    assert (older.is_current, older.status) == (False, "superseded")
    assert (newer.is_current, newer.status) == (True, "valid")
    assert older.track == newer.track == (older.id, newer.id)


def test_events_name_the_organisation_where_it_had_several_names(catalogue: Catalogue) -> None:
    records: list[Record] = [
        listed("Alfa"),
        Withdrawal(label="Alfa 2028-05-31", on=date(2026, 7, 1), by="Ada", reason="secret"),
        listed("Beta", valid_until=None, is_decision=False),
        PROPOSED,
        AWARDED,
        Link(
            name="Omega",
            country="NOR",
            other_name="Alfa",
            other_country="NOR",
            how="renamed",
            on=date(2026, 8, 1),
            by="Ada",
        ),
        listed("Omega", until="2029-05-31", on="2026-09-01"),
        Link(
            name="Beta",
            country="NOR",
            other_name="Zeta",
            other_country="NOR",
            how="different",
            on=date(2026, 8, 1),
            by="Ada",
        ),
    ]
    found = {
        label.name: [(str(event.on), say(event.text)) for event in label.events]
        for label in public(records, catalogue).labels
    }
    assert found["Alfa"] == found["Omega"]
    assert found["Omega"] == [
        ("2026-05-31", "Bronze Label listed as valid until 2028-05-31 of Alfa"),
        ("2026-07-01", "Bronze Label of Alfa revoked"),
        ("2026-08-01", "Omega is the new name of Alfa"),
        ("2026-09-01", "Bronze Label listed as valid until 2029-05-31 of Omega"),
    ]
    assert found["Beta"] == [("2026-05-31", "Bronze Label listed without a date")]
    assert found["Delta"] == [
        ("2026-04-10", "Bronze Label awarded, valid 2026-03-02 to 2028-03-31"),
    ]


def test_organisations_are_counted_by_their_highest_valid_level(catalogue: Catalogue) -> None:
    records: list[Record] = [
        listed("Alfa"),
        listed("Alfa", level="Gold"),
        listed("Alfa", level="Silver"),
        listed("Beta", country="DNK", portfolio="Énergie"),
        listed("Gamma", until="2020-05-31", country="DNK", portfolio="Energy"),
    ]
    found = public(records, catalogue)
    assert found.counts._asdict() == {
        "valid": 2,
        "by_level": (("Gold", 1), ("Silver", 0), ("Bronze", 1)),
        "organisations": 3,
        "labels": 5,
        "countries": 2,
    }
    groups = [
        (group.slug, say(group.name), group.code, len(group.labels), group.valid)
        for group in (*found.countries, *found.portfolios)
    ]
    assert groups == [
        ("dnk", "Denmark", "DNK", 2, 1),
        ("nor", "Norway", "NOR", 3, 1),
        ("energie", "Énergie", "", 1, 1),
        ("energy", "Energy", "", 1, 0),
        ("ict", "ICT", "", 3, 1),
    ]
    assert [group.organisations for group in found.countries] == [2, 1]
