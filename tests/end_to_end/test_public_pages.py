"""The public pages in Chromium: with and without scripts, from a disk and below a path."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import time
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from assess.core.catalogue.catalogue import Catalogue
from assess.core.label.decision import LabelDecision
from assess.core.label.validity import listed_span
from assess.core.register.public_label import public_id
from assess.core.register.record import Listing, labels
from assess.store import Store
from assess.workflow import Desk
from assess.workflow.register.publishing import publish

BROWSER = Path(__file__).resolve().parents[1] / "browser"
NAMES = ("chromium", "chromium-browser", "google-chrome")


def _chromium() -> str:
    """Give Chromium, with what drives it from npm; skip where either cannot be had."""
    found = next((path for name in NAMES if (path := shutil.which(name))), None)
    if found is None:
        pytest.skip("there is no Chromium here: apt-get install chromium")
    npm = shutil.which("npm")
    if npm is None or shutil.which("node") is None:
        pytest.skip("there is no Node.js here: apt-get install nodejs npm")
    if not (BROWSER / "node_modules" / "playwright-core").is_dir():
        done = subprocess.run(
            [npm, "ci", "--no-audit", "--no-fund"], cwd=BROWSER, capture_output=True, check=False
        )
        if done.returncode:
            pytest.skip("playwright-core and axe-core cannot be installed with npm")
    return found


def award(case: str, kind: str, interview: str, on: str, **more: Any) -> LabelDecision:
    stated = {"name": "Beta <b>& Söhne</b>", "country": "MLT", "portfolio": "ICT", "by": "Board"}
    return LabelDecision.model_validate(
        {"case": case, "kind": kind, "interview_date": interview, "on": on, **stated, **more}
    )


FIRST = {"valid_from": "2021-03-02", "valid_until": "2023-03-31"}
LATE = {"valid_from": "2023-04-01", "valid_until": "2026-03-31"}


def records(catalogue: Catalogue) -> list[LabelDecision | Listing]:
    """Give a late renewal, and four listed labels."""
    found: list[LabelDecision | Listing] = [
        award("one", "awarded", "2021-03-02", "2021-04-10", **FIRST),
        award("two", "awarded", "2024-03-29", "2024-05-01", **LATE),
    ]
    for name, country, portfolio, until in (
        ("Alfa", "MLT", "ICT", date(2027, 5, 31)),
        ("Gamma", "MLT", "Construction", date(2026, 12, 31)),
        ("Delta", "MLT", "Food industry", date(2019, 1, 31)),
        ("Alfa Norge", "NOR", "ICT", date(2027, 1, 31)),
    ):
        starts, rule = listed_span(catalogue.label, "Bronze", until, date(2026, 11, 1))
        stated: dict[str, Any] = {"portfolio": portfolio, "valid_until": until, "rule": rule}
        found.append(
            Listing(
                label=f"listed-{name}",
                name=name,
                country=country,
                valid_from=starts,
                on=date(2026, 11, 1),
                by="Ada",
                source="list, line 1",
                website=f"https://{name.split()[0].casefold()}.example/path",
                **stated,
            )
        )
    return found


@pytest.fixture(scope="module")
def seen(
    catalogue: Catalogue, templates: Path, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, Any]:
    """What Chromium saw of a small register; one test process looks for all of them."""
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if os.environ.get("PYTEST_XDIST_WORKER") else base
    note, lock = shared / "public_pages.json", shared / "public_pages.lock"
    try:
        os.close(os.open(lock, os.O_CREAT | os.O_EXCL))
    except FileExistsError:
        _wait_for(note)
    else:
        try:
            told = json.dumps(_look(catalogue, templates, tmp_path_factory.mktemp("pages")))
        except pytest.skip.Exception as skipped:
            told = json.dumps({"skipped": str(skipped)})
        except Exception as error:  # noqa: BLE001  whatever it is, every process has to know
            told = json.dumps({"fault": str(error)})
        part = note.with_suffix(".part")
        part.write_text(told, encoding="utf-8")
        part.replace(note)
    found: dict[str, Any] = json.loads(note.read_text(encoding="utf-8"))
    if "skipped" in found:
        pytest.skip(found["skipped"])
    assert "fault" not in found, found["fault"]
    return found


def _wait_for(note: Path) -> None:
    until = time.monotonic() + 540
    while not note.exists():
        assert time.monotonic() < until, "no other test process told what Chromium saw"
        time.sleep(0.1)


def _look(catalogue: Catalogue, templates: Path, folder: Path) -> dict[str, Any]:
    chromium = _chromium()
    now = datetime(2026, 11, 2, 12, tzinfo=UTC)
    entries = records(catalogue)
    with Desk(
        newest=catalogue,
        store=Store(folder / "assess.db", now=now),
        clock=lambda: now,
        new_id=lambda: "x",
        stated_day=now.date(),
    ) as desk:
        desk.store.register.add(entries, at=now)
        publish(desk, folder / "site", templates, folder / "key.pem", languages=("en", "de", "pl"))
    late = next(one for one in labels(entries) if one.case == "two")
    done = subprocess.run(
        ["node", str(BROWSER / "look.mjs"), chromium, str(folder / "site"), public_id(late)],
        capture_output=True,
        text=True,
        timeout=480,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    found: dict[str, Any] = json.loads(done.stdout)
    return found


@pytest.mark.slow
def test_the_pages_work_from_a_disk_and_below_a_path(seen: dict[str, Any]) -> None:
    assert seen["bases"]["file"] == seen["bases"]["path"]
    found = seen["bases"]["file"]
    assert found["countries"] == 2
    assert [row.split("\t")[:2] for row in found["searched"]] == [
        ["Alfa", "Malta"],
        ["Alfa Norge", "Norway"],
    ]
    assert found["searchedCount"] == "2 of 5 organisations"
    assert found["afterSearch"] == "Alfa"
    assert found["rows"] == ["Alfa", "Beta <b>& Söhne</b>", "Delta", "Gamma"]
    assert found["filtered"] == ["Alfa"]
    assert found["valid"] == ["Alfa", "Gamma"]
    assert found["count"] == "2 of 4 shown"
    assert found["sortState"] == "ascending"
    assert found["sortedUp"] == ["Delta", "Beta <b>& Söhne</b>", "Gamma", "Alfa"]
    assert found["sortedDown"] == found["sortedUp"][::-1]
    assert found["badge"]


@pytest.mark.slow
def test_a_label_tells_what_is_known_now_and_what_was_known_then(seen: dict[str, Any]) -> None:
    answers = seen["bases"]["file"]["answers"]
    known = "as known on 2026-11-02"
    assert answers == {
        "2023-03-31": [f"On 2023-03-31: pending, {known}.", "As known then: not listed."],
        "2023-07-01": [f"On 2023-07-01: valid, {known}.", "As known then: not listed."],
        "2026-03-31": [f"On 2026-03-31: valid, {known}.", "As known then: valid."],
        "2026-04-01": [
            f"On 2026-04-01: ended, renewable, {known}.",
            "As known then: ended, renewable.",
        ],
    }


@pytest.mark.slow
def test_without_scripts_everything_is_there(seen: dict[str, Any]) -> None:
    found = seen["withoutScripts"]
    assert (found["searchShown"], found["filterShown"]) == (False, False)
    assert found["rows"] == ["Alfa", "Beta <b>& Söhne</b>", "Delta", "Gamma"]
    assert found["heading"] == "Alfa"
    assert found["all"] == ["Alfa", "Alfa Norge", "Beta <b>& Söhne</b>", "Delta", "Gamma"]
    assert found["status"] == "valid"
    assert [row.split("\t")[-1] for row in found["spans"]] == [
        "not known",
        "valid",
        "ended, renewable",
        "ended",
    ]


@pytest.mark.slow
def test_a_page_that_is_read_later_shows_the_status_of_that_day(seen: dict[str, Any]) -> None:
    assert set(seen["later"]) == {"ended"}


@pytest.mark.slow
def test_a_programme_asks_for_the_status_on_a_day(seen: dict[str, Any]) -> None:
    assert seen["onDays"] == {"2018-06-30": ["valid"], "2019-03-01": ["ended, renewable"]}


@pytest.mark.slow
def test_a_reader_is_offered_the_language_of_the_browser_without_a_script(
    seen: dict[str, Any],
) -> None:
    offer = "Read this page in your language: English"
    assert seen["switched"] == {
        "onEnglish": [],
        "german": ["de", "Malta"],
        "label": "Alfa",
        "onGerman": [offer],
        "polish": ["pl", "Malta"],
        "english": ["en", "country/mlt.html"],
    }


@pytest.mark.slow
def test_the_search_works_in_each_language(seen: dict[str, Any]) -> None:
    assert seen["searchedIn"] == {
        "de": ["Alfa Norge", "Norwegen", "de"],
        "pl": ["Alfa Norge", "Norwegia", "pl"],
    }


@pytest.mark.slow
def test_a_country_of_the_map_is_reached_by_keyboard(seen: dict[str, Any]) -> None:
    assert seen["mapSays"] == "Malta: 2 organisations with a valid label, 4 listed"
    assert seen["mapLeadsTo"] == "Malta"


@pytest.mark.slow
def test_no_page_is_wider_than_the_screen(seen: dict[str, Any]) -> None:
    assert seen["sideways"] == []


@pytest.mark.slow
def test_nothing_is_asked_of_another_place_and_nothing_is_missing(seen: dict[str, Any]) -> None:
    assert seen["outside"] == []
    assert seen["failed"] == []
    assert seen["errors"] == []


@pytest.mark.slow
def test_the_pages_are_accessible_by_day_and_by_night(seen: dict[str, Any]) -> None:
    assert seen["violations"] == []
