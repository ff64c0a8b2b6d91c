"""Databases of older versions, in which one organisation of today is several: all stay."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date
from itertools import count
from pathlib import Path

import pytest

from assess.core.case.organisation import Organisation
from assess.core.catalogue.catalogue import Catalogue
from assess.core.register.message import RegisterMessage
from assess.core.register.record import Link, Listing
from assess.core.text.message import message
from assess.errors import AssessError
from assess.store import Store
from assess.store.database.verification import verify
from assess.workflow import Desk, begin, change_details, export_case, find, import_files
from assess.workflow.case.rounds import last_round
from assess.workflow.peers.pooling import gather, refs_of
from assess.workflow.published_list.list_import import import_list
from assess.workflow.register.likeness import alike_organisations
from assess.workflow.register.register import link_organisations, organisation_named, register_of
from tests.notation import NOON, case_of

NAMES = (
    "Südwind Cluster",
    "Su\u0308dwind Cluster",
    "Südwind\u00a0Cluster",
    "Südwind  Cluster",
    "Straße Cluster",
    "Acme Ltd.",
    "Acme Ltd",
    "Fjord Energy",
)
GROUPS = 4
"""How many organisations they are."""

WRITTEN_TWICE = message(RegisterMessage.WRITTEN_TWICE)
SAID_DIFFERENT = message(RegisterMessage.SAID_DIFFERENT)


def listed_before(name: str, until: str = "2027-11-20") -> Listing:
    """Give a listing as schema m006 knew it: its label was made of another key."""
    key = " ".join(name.casefold().split())
    text = f"DEU\n{key}\nBronze\n{until}"
    return Listing(
        label=f"listed-{hashlib.sha256(text.encode()).hexdigest()[:12]}",
        name=name,
        country="DEU",
        portfolio="ICT",
        valid_from=date(2025, 11, 20),
        valid_until=date.fromisoformat(until),
        on=date(2026, 1, 1),
        by="Ada",
        source="list.csv, line 2",
    )


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A database with the schema m006, with a case and a listed label of each name."""
    path = tmp_path / "assess.db"
    with Store(path, now=NOON) as store:
        for number, name in enumerate(NAMES):
            organisation = Organisation(name=f"{number}", country="DEU", region=f"R{number}")
            case = case_of(interview=f"20{10 + number}-05-02").model_copy(
                update={"id": f"case{number}", "organisation": organisation}
            )
            store.cases.add(case, by="Ada")
            store.register.add([listed_before(name)], at=NOON)
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        for number, name in enumerate(NAMES):
            raw.execute(
                "UPDATE organisation SET name = ?, name_key = ? WHERE name = ?",
                (name, name.casefold(), str(number)),
            )
        raw.execute("DELETE FROM _sqlite_migrations WHERE name = 'm007_identity'")
    return path


@contextmanager
def opened(path: Path, catalogue: Catalogue) -> Iterator[Desk]:
    numbers = count(1)
    with Desk(
        newest=catalogue,
        store=Store(path, now=NOON),
        clock=lambda: NOON,
        new_id=lambda: f"new{next(numbers):04d}",
    ) as desk:
        yield desk


@pytest.fixture
def older(path: Path, catalogue: Catalogue) -> Iterator[Desk]:
    """A desk at that database, brought up to date."""
    with opened(path, catalogue) as desk:
        yield desk


def test_nothing_is_lost_or_joined_and_a_copy_is_kept(older: Desk, path: Path) -> None:
    names = {case.id: case.organisation.name for case in older.store.cases.all()}
    assert names == {f"case{number}": name for number, name in enumerate(NAMES)}
    regions = {one.name: one.region for one in older.store.cases.organisations()}
    assert regions == {name: f"R{number}" for number, name in enumerate(NAMES)}
    by_hand = {"organisation", "cases"}  # an older database was made of a newer one
    assert {fault.table for fault in verify(older.store.ledger).faults} <= by_hand
    assert len(list(path.parent.glob("assess.db.before-*"))) == 1
    keys = {listed_before(name).label for name in NAMES}
    assert {label.case for label in register_of(older).labels} == keys


def test_the_cases_of_all_spellings_are_those_of_one_organisation(older: Desk) -> None:
    for name in (*NAMES[:4], "SÜDWIND CLUSTER."):
        found = older.store.cases.of(Organisation(name=name, country="DEU"))
        assert {case.id for case in found} == {"case0", "case1", "case2", "case3"}
    last = last_round(older, find(older, "case2"))
    assert last is not None
    assert last.case.id == "case1"


def test_a_new_case_takes_one_that_is_there_and_makes_no_other(older: Desk) -> None:
    for name in NAMES[:4]:
        begin(older, Organisation(name=name, country="DEU"), case_of().details)
    begin(older, Organisation(name="südwind cluster -", country="DEU"), case_of().details)
    assert len(older.store.cases.organisations()) == len(NAMES)


def test_new_details_stay_with_their_own_row(older: Desk) -> None:
    case = find(older, "case3").case
    details = case.details.model_copy(update={"contact": "Liv"})
    changed = change_details(older, case, case.organisation, details)
    assert changed.organisation.name == "Südwind Cluster"
    assert changed.organisation.region == "R3"
    assert len(older.store.cases.organisations()) == len(NAMES)
    named = case.organisation.model_copy(update={"name": "Other"})
    change_details(older, case, named, details)
    assert find(older, "case0").case.organisation.region == "R0"


def link(name: str, other: str, how: str) -> Link:
    fields = {"name": name, "country": "DEU", "other_name": other, "other_country": "DEU"}
    return Link.model_validate({**fields, "how": how, "on": "2026-11-02", "by": "Ada"})


def test_they_are_marked_and_joined_by_a_person(older: Desk) -> None:
    pairs = [one for one in alike_organisations(older) if one.why == WRITTEN_TWICE]
    assert len(pairs) == 4
    assert {"Acme Ltd", "Acme Ltd."} in [{one.name, one.other} for one in pairs]
    with pytest.raises(AssessError, match="give one of them another name"):
        link_organisations(older, link("Acme Ltd", "Acme Ltd.", "different"))
    first = organisation_named(older, "Acme Ltd")
    made = link_organisations(older, link(first.name, first.name, "same"))
    assert (made.name, made.other_name) == ("Acme Ltd", "Acme Ltd.")
    left = [one.name for one in alike_organisations(older) if one.why == WRITTEN_TWICE]
    assert len(left) == 3
    assert "Acme Ltd" not in left
    with pytest.raises(AssessError, match="already linked"):
        link_organisations(older, link("Acme Ltd", "Acme Ltd.", "same"))
    link_organisations(older, made.model_copy(update={"kind": "unlinked"}))
    assert len([one for one in alike_organisations(older) if one.why == WRITTEN_TWICE]) == 4


def test_organisations_that_are_one_by_their_names_only_need_no_link(older: Desk) -> None:
    with pytest.raises(AssessError, match="Give two organisations"):
        link_organisations(older, link("Fjord Energy", "Fjord energy", "same"))


def test_a_link_as_the_same_finds_the_cases_of_both(older: Desk) -> None:
    organisation = Organisation(name="Strasse Cluster", country="DEU")
    begun = begin(older, organisation, case_of(interview="2026-11-02").details)
    assert last_round(older, find(older, begun.id)) is None  # alike, and not the same
    link_organisations(older, link("Strasse Cluster", "Straße Cluster", "same"))
    last = last_round(older, find(older, begun.id))
    assert last is not None
    assert last.case.id == "case4"


def test_who_was_said_to_be_different_is_named_where_the_name_is_one(
    path: Path, catalogue: Catalogue
) -> None:
    with Store(path, now=NOON) as store:
        store.register.add([link("Acme Ltd", "Acme Ltd.", "different")], at=NOON)
    with opened(path, catalogue) as desk:
        assert SAID_DIFFERENT in [one.why for one in alike_organisations(desk)]


def test_a_list_of_before_says_nothing_new(older: Desk, tmp_path: Path) -> None:
    before = {label.case for label in register_of(older).labels}
    lines = "".join(f"{name};ICT;;2027-11-20\n" for name in NAMES)
    source = tmp_path / "list.csv"
    source.write_text(f"Name;Portfolio;www;Valid until\n{lines}", encoding="utf-8")
    taken = import_list(older, source, by="Ada", country="DEU")
    assert (len(taken.new), len(taken.known)) == (0, len(NAMES))
    # What is alike to a known one is another label, though it would have had its id before.
    source.write_text("Name;Portfolio;Valid until\nStrasse Cluster;ICT;2027-11-20", "utf-8")
    taken = import_list(older, source, by="Ada", country="DEU")
    assert [one.label in before for one in taken.new] == [False]
    assert {one.other for one in taken.alike} | {one.name for one in taken.alike} == {
        "Strasse Cluster",
        "Straße Cluster",
    }
    assert not import_list(older, source, by="Ada", country="DEU").new


def test_case_files_of_before_come_in(older: Desk, elsewhere: Desk, tmp_path: Path) -> None:
    for number, name in enumerate(NAMES):
        target = tmp_path / f"case{number}.json"
        export_case(older, older.store.assessment(f"case{number}"), target)
        (arrived,) = import_files(elsewhere, [target])
        assert arrived.assessment is not None
        assert arrived.assessment.case.id == f"case{number}"
        assert name in (arrived.assessment.case.organisation.name, *NAMES)
    assert len(elsewhere.store.cases.organisations()) == GROUPS


def test_an_organisation_knows_itself_in_pool_files_of_before(older: Desk) -> None:
    gather(older)
    acme = refs_of(older, Organisation(name="Acme Ltd.", country="DEU"))
    assert refs_of(older, Organisation(name="Acme Ltd", country="DEU")) < acme
