"""The walk: every screen, dialog and help of the interface, each looked at once, at 80x24."""

from __future__ import annotations

import json
import tomllib
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from datetime import date
from functools import partial
from getpass import getuser
from pathlib import Path

from textual.theme import BUILTIN_THEMES

from assess.languages.language import available, language
from assess.locations import demonstration_files, indicators_folder, templates_folder
from assess.secretariat.demonstration import PEOPLE, demonstrated
from assess.tui.app import AssessApp
from assess.workflow import Desk, open_desk
from assess.workflow.case.cases import cases
from assess.workflow.program.backups import Safe
from assess.workflow.program.demonstration import demonstrate
from tests.languages import stops_cases, stops_interview, stops_register, stops_secretariat
from tests.languages.english_words import Data, texts_in
from tests.languages.screen_places import Watch, places_in_source, screen_classes
from tests.languages.walker import Walker

TODAY = date(2026, 11, 22)
PAGE = 4096
ADDRESS = "https://nullfjord.example"
CASES = ("muster", "nullfjord", "ninguna", "ninguna24")

Found = Mapping[str, list[str]]


async def walk(folder: Path) -> Found:
    """Walk, in a folder for databases; give what is English and what is cut."""
    database = folder / "demonstration.db"
    demonstrate(database, indicators_folder(), demonstration_files(), today=TODAY)
    found: list[Walker] = []
    watch = Watch()
    with open_desk(database, indicators_folder(), today=TODAY) as desk:
        data = _data(desk, folder)
        async with _walking(folder / "empty.db", data, found, watch) as walker:
            await stops_cases.nothing_yet(walker)
            await walker.home()
        async with _walking(database, data, found, watch) as walker:
            await _through_cases(walker, desk, folder)
        async with _walking(database, data, found, watch) as walker:
            await _through_interviews(walker, desk)
    async with _walking(database, data, found, watch) as walker:
        await stops_register.register(walker, folder)
        await walker.home()
    with demonstrated(folder / "secretariat", indicators_folder(), demonstration_files()) as desks:
        for part, stop in _STAFF:
            opened = desks[part]
            async with _walking(database, data, found, watch, opened=opened) as walker:
                await stop(walker)
                await walker.home()
    _damage(database)
    async with _walking(database, data, found, watch) as walker:
        await stops_register.damage(walker)
    return {
        "english": list(dict.fromkeys(each for walker in found for each in walker.english)),
        "cut": list(dict.fromkeys(each for walker in found for each in walker.cut)),
        "missed": sorted(places_in_source() - watch.looked_at),
        "unseen": sorted(screen_classes() - watch.kinds),
    }


_STAFF = (
    ("reviewer", stops_secretariat.reviewing),
    ("board", stops_secretariat.from_home),
)


async def _through_cases(walker: Walker, desk: Desk, folder: Path) -> None:
    await stops_cases.home(walker)
    await walker.home()
    await stops_cases.new_case(walker)
    await walker.home()
    await stops_cases.details(walker, "muster")
    await walker.home()
    await stops_cases.erasing(walker, "muster")
    await walker.home()
    await stops_cases.backups(walker)
    await walker.home()
    await stops_cases.finishing(walker, "muster", "ninguna24")
    await walker.home()
    await stops_cases.renewing(walker, desk, "ninguna24")
    await walker.home()
    await stops_cases.asked(walker, desk, "muster")
    await walker.home()
    await stops_cases.open_points(walker, "ninguna")
    await walker.home()
    for case in ("muster", "ninguna"):
        await stops_cases.results(walker, case)
        await walker.home()
    for case in ("muster", "nullfjord"):
        await stops_cases.label(walker, case)
        await walker.home()
    for case in ("ninguna", "nullfjord"):
        await stops_cases.report(walker, case)
        await walker.home()
    await stops_cases.printing(walker, folder)
    await walker.home()


async def _through_interviews(walker: Walker, desk: Desk) -> None:
    await stops_interview.kinds_of_questions(walker, "ninguna")
    await walker.home()
    await stops_interview.keys_of_the_interview(walker, "ninguna", "staff_fte")
    await walker.home()
    await stops_interview.no_answer(walker, "muster", "staff_fte")
    await walker.home()
    await stops_interview.evidence(walker, "muster", "staff_fte")
    await walker.home()
    await stops_interview.offers(walker, desk, "ninguna", "staff_fte")
    await walker.home()
    await stops_interview.two_windows(walker, desk, "muster", "staff_headcount")
    await walker.home()


@asynccontextmanager
async def _walking(
    database: Path,
    data: Data,
    found: list[Walker],
    watch: Watch,
    *,
    opened: Callable[[], Desk] | None = None,
) -> AsyncIterator[Walker]:
    """Run the interface on a database, in a terminal of 80 by 24.

    `opened` opens the desk of a member of the secretariat's staff instead.
    """
    colours = tomllib.loads((templates_folder() / "tokens.toml").read_text("utf-8"))["colour"]
    usual: Callable[[], Desk] = partial(open_desk, database, indicators_folder(), today=TODAY)
    app = AssessApp(
        opened or usual,
        begins_with_queue=opened is not None,
        tokens=colours,
        templates=templates_folder(),
        safe=None if opened else lambda: Safe(database),
        warms_printer=False,
    )
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.pause()
        walker = Walker(pilot, data, watch)
        found.append(walker)
        yield walker


def _data(desk: Desk, folder: Path) -> Data:
    catalogue = desk.newest
    files = [json.loads(path.read_text("utf-8")) for path in demonstration_files().rglob("*.json")]
    listed = stops_register.LIST.replace(";", "\n")
    countries = [country.name.english for country in catalogue.countries]
    portfolios = [name for day in catalogue.label.portfolio_vocabularies for name in day.portfolios]
    labels = [text for text in texts_in(catalogue) if text[:1].isupper() and text.isalpha()]
    policies = [policy.id for policy in catalogue.label.policies]
    details = [case.details.impartiality for case in cases(desk)]
    stated = [said.statement.rstrip(".") for said in details if said]
    listed_names = (*CASES, ADDRESS, "UTF", *policies, *BUILTIN_THEMES)
    people = [person.name for person in PEOPLE.values()]
    spoken = [language(code).own_name for code in available()]
    listed_names = (*listed_names, *spoken)
    names = (getuser(), *people, *listed_names, *stated, *countries, *portfolios, *labels)
    return Data(catalogue, files, listed, stops_cases.TYPED, str(folder), names=names)


def _damage(database: Path) -> None:
    with database.open("rb+") as file:
        for page in range(2, 9):
            file.seek(page * PAGE)
            file.write(b"\xde\xad\xbe\xef" * (PAGE // 4))
