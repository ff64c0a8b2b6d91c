"""assess register reminders, statistics, progress, proof, overview and the pages."""

from __future__ import annotations

import json
import re
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar

from assess.core.catalogue.catalogue import Catalogue
from assess.core.register.message import RegisterMessage
from assess.core.register.record import Listing
from assess.core.register.reminder import Reminder
from assess.core.text.message import message
from assess.exchange.register.reminder_calendar import write_calendar
from assess.store import Store
from assess.workflow.catalogue.country import country_names
from tests.calendar_rules import components, text
from tests.cli.conftest import Run
from tests.paper import CODE_BOX, Paper, dark_share, squeezed

LIST = """Name;Comparative portfolio;www;Label valid until;Country
Alfa, Beta & Co;ICT;www.alfa.example;2027/03/31;Malta
Gamma;Construction;;2026/02/28;Malta
Delta;ICT;delta.example;2027/01/31;Norway
"""


@pytest.fixture
def held(run: Run, tmp_path: Path) -> None:
    """A register of three labels."""
    path = tmp_path / "list.csv"
    path.write_text(LIST, encoding="utf-8")
    assert run("register", "import", path, "--listed-on", "2026-06-01").code == 0


@pytest.mark.usefixtures("held")
def test_reminders_are_listed_and_written_as_a_calendar(run: Run, tmp_path: Path) -> None:
    found = json.loads(run("register", "reminders", "--within", "6", "--json").out)
    assert [(one["on"], one["name"]) for one in found] == [
        ("2026-11-28", "Gamma"),
        ("2026-12-31", "Alfa, Beta & Co"),
        ("2027-01-28", "Gamma"),
        ("2027-01-31", "Delta"),
        ("2027-03-31", "Alfa, Beta & Co"),
    ]
    target = tmp_path / "labels.ics"
    assert run("register", "reminders", "--within", "6", "-o", target).out.endswith("5 reminders\n")
    calendar = Calendar.from_ical(target.read_bytes())
    events: list[Any] = list(calendar.walk("VEVENT"))
    assert [event["dtstart"].dt for event in events] == [date.fromisoformat(o["on"]) for o in found]
    assert events[1]["summary"] == "Alfa, Beta & Co: 3 months until the label ends"
    assert "Valid until 2027-03-31" in events[1]["description"]
    assert len({event["uid"] for event in events}) == 5
    _check_by_the_rules(target.read_bytes(), found)
    again = tmp_path / "again.ics"
    run("register", "reminders", "--within", "6", "-o", again)
    assert again.read_bytes() == target.read_bytes()
    assert "exists already. --force" in run("register", "reminders", "-o", target).err
    assert run("register", "reminders", "-o", tmp_path / "x.pdf").code == 1
    shown = run("register", "reminders", "--country", "NO").out
    assert "Delta" in shown
    assert "Gamma" not in shown


@pytest.mark.usefixtures("held")
def test_the_list_is_narrowed_and_sorted(run: Run) -> None:
    def names(*options: str) -> list[str]:
        ran = run("register", "list", "--json", *options)
        assert ran.code == 0, ran.err
        return [row["name"] for row in json.loads(ran.out)]

    alfa, gamma, delta = "Alfa, Beta & Co", "Gamma", "Delta"
    assert names() == [alfa, gamma, delta]
    assert names("--sort", "name") == [alfa, delta, gamma]
    assert names("--sort", "valid_until") == [gamma, delta, alfa]
    assert names("--portfolio", "ict") == [alfa, delta]
    assert names("--search", "beta ALFA.example") == [alfa]
    assert names("--expires-within", "3") == [delta]
    assert names("--status", "expired_renewable", "--country", "Malta") == [gamma]
    assert run("register", "list", "--portfolio", "Astrology").code == 1
    (row,) = [
        row for row in json.loads(run("register", "list", "--json").out) if row["name"] == delta
    ]
    assert row["source"] == "list.csv, line 4"
    assert row["rule"].startswith("listed as valid until 2027-01-31; by the rule of bronze-2019")
    assert (row["decided_on"], row["listed_on"]) == (None, "2026-06-01")
    then = run("register", "list", "--on", "2026-05-31", "--known", "then").out
    assert then == "The register has no matching label.\n"
    assert run("register", "list", "--known", "soon").code == 2


@pytest.mark.usefixtures("held")
def test_the_numbers_are_shown_and_given(run: Run) -> None:
    found = json.loads(run("register", "statistics", "--json").out)
    assert found["total"]["valid"] == {"Bronze": 2, "Silver": 0, "Gold": 0}
    shown = run("register", "statistics").out
    assert "On 2026-11-02: 2 valid labels (2 Bronze, 0 Silver, 0 Gold)" in shown
    assert "2 end within 12 months, 1 have ended and can be renewed" in shown
    assert found["flows"][0] == {"level": "Bronze", "reached": 3, "from_below": 3}
    ends = {(end["year"], end["quarter"]): end["count"] for end in found["ends"]}
    assert (len(ends), sum(ends.values()), ends[2027, 1]) == (12, 2, 2)
    assert "2027, quarter 1" in shown
    progress = json.loads(run("register", "progress", "--json").out)
    assert [(one["name"], one["highest_valid"]) for one in progress] == [
        ("Alfa, Beta & Co", "Bronze"),
        ("Gamma", None),
        ("Delta", "Bronze"),
    ]
    assert "Gamma" in run("register", "progress", "--country", "malta").out


def _check_by_the_rules(content: bytes, expected: list[dict[str, Any]]) -> None:
    calendar, events = components(content)
    named = {name: value for name, _, value in calendar}
    assert (named["VERSION"], len(calendar)) == ("2.0", len(named))
    assert named["PRODID"]
    for one, event in zip(expected, events, strict=True):
        held = {name: (parameters, value) for name, parameters, value in event}
        assert len(held) == len(event)
        assert re.fullmatch(r"\d{8}T\d{6}Z", held["DTSTAMP"][1])
        day = one["on"].replace("-", "")
        assert held["DTSTART"] == (";VALUE=DATE", day)
        assert held["DTEND"][1] > day
        assert text(held["SUMMARY"][1]) == f"{one['name']}: {one['what']}"
        assert one["name"] in text(held["DESCRIPTION"][1]).split("\n")[0]
    assert len({value for event in events for name, _, value in event if name == "UID"}) == 5


def test_a_calendar_keeps_to_the_rules_whatever_names_hold(catalogue: Catalogue) -> None:
    name = "Ports; Sea, \\ Co\nBEGIN:VEVENT " + "Ærø Übersee 港 " * 12
    found = Reminder(
        on=date(2027, 3, 31),
        what=message(RegisterMessage.LAST_DAY),
        label="x",
        level="Bronze",
        name=name,
        country="DNK",
        portfolio="ICT",
        valid_until=date(2027, 3, 31),
        window_until=None,
    )
    now = datetime(2026, 11, 2, 12, tzinfo=UTC)
    _, (event,) = components(write_calendar([found], country_names(catalogue), now=now))
    (summary,) = [value for kind, _, value in event if kind == "SUMMARY"]
    assert text(summary) == f"{name}: the last day of the label"


@pytest.mark.usefixtures("held")
def test_a_proof_answers_for_a_day(run: Run, tmp_path: Path) -> None:
    said = run("register", "proof", "alfa", "--on", "2026-05-01")
    assert "The Bronze Label was valid on 1 May 2026." in said.out
    assert "On that day the register did not contain this label yet." in said.out
    gone = run("register", "proof", "gamma")
    assert "The Bronze Label is not valid on 2 November 2026: ended, renewable." in gone.out
    assert run("register", "proof", "omega").err == "The register has no label of 'omega'.\n"
    run("register", "configure", "--base-address", "https://labels.example")
    target = tmp_path / "proof.pdf"
    ran = run("register", "proof", "alfa", "--on", "2026-07-01", "-o", target)
    assert ran.code == 0, ran.err
    (text,) = Paper(target).pages
    assert squeezed("The Bronze Label was valid on 1 July 2026.") in text
    assert squeezed("What the register showed on that day: valid.") in text
    assert "https://labels.example/label/mlt-" in text
    assert 0.2 < dark_share(target, CODE_BOX) < 0.6  # the code


@pytest.mark.slow
@pytest.mark.usefixtures("held")
def test_the_country_overview_has_every_country_and_organisation(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "overview.pdf"
    ran = run("register", "overview", "-o", target)
    assert ran.out == f"{target}: 3 labels of 2 countries on 4 pages\n"
    cover, scheme, numbers, countries = Paper(target).pages
    said = "2 of 3 organisations in 2 countries held a valid label on 2 November 2026."
    assert squeezed(said) in cover
    assert "EditionOf2November2026" in cover.replace("Editionof", "EditionOf")
    assert squeezed("The interview covers:") in scheme
    assert squeezed("Labels valid at the end of each year") in numbers
    assert re.search(r"Contents.*Malta\(1of2\)\.*4Norway\(1of1\)\.*4", countries)
    assert squeezed("Construction 1, ICT 1") in countries
    for name in ("Malta", "Norway", "Alfa, Beta & Co", "Gamma", "www.alfa.example"):
        assert squeezed(name) in countries
    assert "2026/02/28ended" in countries
    assert run("register", "overview", "-o", target).code == 1
    valid = run("register", "overview", "--valid-only", "--force", "-o", target)
    assert "2 labels of 2 countries" in valid.out


def test_an_empty_register_prints_no_overview(run: Run, tmp_path: Path) -> None:
    ran = run("register", "overview", "-o", tmp_path / "overview.pdf")
    assert (ran.code, ran.err) == (
        1,
        "The register has no label, so there is nothing to print.\n",
    )


@pytest.mark.usefixtures("held")
def test_the_pages_are_written_and_verified(run: Run, tmp_path: Path, home: Path) -> None:
    folder = tmp_path / "site"
    ran = run("register", "site", "-o", folder)
    assert ran.code == 0, ran.err
    assert "3 labels in" in ran.out
    assert f"A new key was made: {home / 'register-key.pem'}." in ran.err
    said = run("register", "verify", folder)
    assert said.out.startswith(f"{folder}: 3 labels as of 2026-11-02; every file is as it was")
    assert "to be relied on until 2027-01-31" in said.out
    assert "seen here for the first time" in said.err
    again = run("register", "verify", folder, "--fingerprint", _key_of(said.out)[:16])
    assert (again.code, again.err) == (0, "")
    assert "16 of its 64 digits were compared" in again.out
    short = run("register", "verify", folder, "--fingerprint", _key_of(said.out)[:15])
    assert (short.code, "has 15 digits" in short.err) == (1, True)
    data = folder / "labels.json"
    data.write_bytes(data.read_bytes().replace(b"2027-03-31", b"2029-03-31"))
    broken = run("register", "verify", folder, "--json")
    assert broken.code == 1
    assert "altered after it was signed" in broken.err
    assert json.loads(broken.out)["faults"]
    assert "--force" in run("register", "site", "-o", folder).err
    remade = run("register", "site", "-o", folder, "--force", "--believed", "30")
    assert "to be relied on until 2026-12-02" in remade.out
    assert "cannot name the list of those that were revoked" in remade.err
    old = run("--today", "2026-12-03", "register", "verify", folder)
    assert (old.code, "could be relied on until 2026-12-02" in old.err) == (1, True)


def _key_of(said: str) -> str:
    """Give the fingerprint that a command printed, however it was wrapped."""
    return "".join(said.split("The key is")[1].split())[:64]


@pytest.mark.usefixtures("held")
def test_a_new_key_is_signed_by_the_old_one_or_said_loudly(
    run: Run, tmp_path: Path, home: Path
) -> None:
    folder = tmp_path / "site"
    run("register", "site", "-o", folder)
    run("register", "verify", folder)
    rotated = run("key", "rotate")
    assert (rotated.code, "signed it." in rotated.out) == (0, True)
    run("register", "site", "-o", folder, "--force")
    seen_through = run("register", "verify", folder)
    assert (seen_through.code, "The key changed on 2026-11-02" in seen_through.err) == (0, True)
    (home / "register-key.pem").unlink()
    gone = run("register", "site", "-o", folder, "--force")
    assert gone.code == 1
    assert "Put back its copy" in gone.err
    assert "`assess key rotate --lost` makes a new key." in gone.err
    assert run("key", "rotate", "--lost").code == 0
    run("register", "site", "-o", folder, "--force")
    strange = run("register", "verify", folder, "--json")
    assert (strange.code, "THE KEY CHANGED" in strange.err) == (1, True)
    new = json.loads(strange.out)["fingerprint"]
    assert "THE KEY CHANGED" in run("register", "verify", folder, "--fingerprint", new).err
    assert run("register", "verify", folder).err == ""


@pytest.mark.usefixtures("held")
def test_the_pages_are_written_in_a_language_and_the_signed_data_stay(
    run: Run, tmp_path: Path
) -> None:
    english, pseudo = tmp_path / "english", tmp_path / "pseudo"
    run("register", "site", "-o", english)
    ran = run("register", "site", "-o", pseudo, "--languages", "en-XA")
    assert ran.code == 0, ran.err
    assert f"{pseudo / 'index.html'}: 3 labels in" in ran.out  # a command speaks English
    assert "⟦" in (pseudo / "index.html").read_text("utf-8")
    assert "⟦" not in (english / "index.html").read_text("utf-8")
    for name in ("labels.json", "labels.csv", "labels.json.sig"):
        assert (pseudo / name).read_bytes() == (english / name).read_bytes()
    assert run("register", "verify", pseudo).code == 0


@pytest.mark.usefixtures("held")
def test_the_pages_are_written_in_several_languages(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "site"
    ran = run("register", "site", "-o", folder, "--languages", "de, PL,en,de")
    assert ran.code == 0, ran.err
    for place, code in (("", "en"), ("de", "de"), ("pl", "pl")):
        assert f'<html lang="{code}">' in (folder / place / "index.html").read_text("utf-8")
    assert run("register", "verify", folder).code == 0
    for typed, fault in (
        ("tlh", "'tlh' is not an available language"),
        ("de,tlh", "'tlh' is not an available language"),
        (",", "name one language at least, such as en."),
    ):
        refused = run("register", "site", "-o", tmp_path / "none", "--languages", typed)
        assert (refused.code, fault in refused.err) == (2, True), refused.err
        assert not (tmp_path / "none").exists()


@pytest.mark.usefixtures("held")
def test_synthetic_labels_are_not_published_with_real_ones(
    run: Run, home: Path, tmp_path: Path
) -> None:
    now = datetime(2026, 6, 1, tzinfo=UTC)
    invented = Listing(
        label="invented",
        name="Nullfjord",
        country="NOR",
        portfolio="ICT",
        valid_from=date(2026, 1, 1),
        valid_until=date(2028, 1, 1),
        on=now.date(),
        by="Ada",
        source="demonstration",
        synthetic=True,
    )
    store = Store(home / "assess.db", now=now)
    store.register.add([invented], at=now)
    store.close()
    said = run("register", "site", "-o", tmp_path / "site")
    assert "Synthetic labels of 1 organisation were left out: Nullfjord." in said.err
    assert "Nullfjord" not in (tmp_path / "site" / "labels.json").read_text()
    printed = run("register", "overview", "-o", tmp_path / "overview.pdf")
    assert "Nullfjord" in printed.err
    assert not any("Nullfjord" in page for page in Paper(tmp_path / "overview.pdf").pages)
