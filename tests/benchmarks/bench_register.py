"""How long import, list and pages take at 1,300, 10,000 and 100,000 labels, and a brochure.

    ./run python tests/benchmarks/bench_register.py [LABELS...] [--no-brochure] [--runs N]
        [--languages en,de,...]

Times are the least of some runs, of work in one process: the start of Python and the loading of the
catalogue are not in them. The base of the pages' ratio is a bare Jinja2 loop that writes as many
files with one small template; both are taken in time of the processor, so that other work on the
machine disturbs it less, and the ratio is that of the least times. All labels are invented.
"""

from __future__ import annotations

import argparse
import csv
import random
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import TypeVar

import jinja2

from assess.catalogue import load
from assess.core.catalogue.catalogue import Catalogue
from assess.locations import indicators_folder, templates_folder
from assess.store import Store
from assess.workflow import Desk
from assess.workflow.published_list.list_import import import_list
from assess.workflow.register.publishing import publish
from assess.workflow.register.register import registered
from assess.workflow.register.register_documents import (
    MOST_ORGANISATIONS,
    draft_overview,
    write_overview,
)

T = TypeVar("T")

SITE, BARE = "site, processor", "bare loop, processor"
NOW = datetime(2026, 11, 2, 12, tzinfo=UTC)
COUNTRIES = 48
WORDS = [
    "Nordic",
    "Alpine",
    "Baltic",
    "Adriatic",
    "Danube",
    "Rhine",
    "Delta",
    "Coast",
    "Green",
    "Smart",
    "Digital",
    "Blue",
]
KINDS = [
    "Energy",
    "Health",
    "Food",
    "Wood",
    "Steel",
    "Logistics",
    "Optics",
    "Games",
    "Tourism",
    "Mobility",
    "Textile",
]
TEMPLATE = (
    "<!DOCTYPE html><title>{{ name }}</title><h1>{{ name }}</h1><p>{{ country }}, {{ until }}</p>"
)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("labels", nargs="*", type=int, default=[1300, 10_000, 100_000])
    parser.add_argument("--no-brochure", action="store_true")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--languages", default="en")
    asked = parser.parse_args()
    catalogue = load(indicators_folder())
    seconds = {}
    for labels in asked.labels:
        seconds[labels] = measure(
            labels,
            catalogue,
            asked.runs,
            brochure=not asked.no_brochure,
            languages=tuple(asked.languages.split(",")),
        )
    sizes = sorted(seconds)
    for small, large in pairwise(sizes):
        growth = large / small
        print(f"\n{large} labels are {growth:.0f} times {small}:")
        for what, took in seconds[large].items():
            ratio = took / seconds[small][what]
            print(f"  {what:<28} {ratio:7.1f} times as long")


def measure(
    labels: int, catalogue: Catalogue, runs: int, *, brochure: bool, languages: tuple[str, ...]
) -> dict[str, float]:
    """Measure one size, and print it."""
    found: dict[str, list[float]] = {}
    runs = runs if labels < 20_000 else 1
    print(f"\n{labels} labels, least of {runs}, languages: {len(languages)}")
    for _ in range(runs):
        folder = Path(tempfile.mkdtemp(prefix="bench-register-"))
        try:
            for what, took in measure_once(
                labels, catalogue, folder, brochure=brochure, languages=languages
            ):
                found.setdefault(what, []).append(took)
        finally:
            shutil.rmtree(folder, ignore_errors=True)
    least = {what: min(times) for what, times in found.items()}
    for what, took in least.items():
        print(f"  {what:<28} {took * 1000:10.0f} ms   {took / labels * 1e6:8.1f} µs a label")
    print(f"  pages / bare loop            {least[SITE] / least[BARE]:10.2f}")
    sys.stdout.flush()
    return least


def measure_once(
    labels: int,
    catalogue: Catalogue,
    folder: Path,
    *,
    brochure: bool,
    languages: tuple[str, ...],
) -> list[tuple[str, float]]:
    """Measure everything once in a folder."""
    source = folder / "list.csv"
    write_list(source, labels, catalogue)
    templates = templates_folder()
    found: list[tuple[str, float]] = []
    with Desk(
        newest=catalogue,
        store=Store(folder / "assess.db", now=NOW),
        clock=lambda: NOW,
        new_id=lambda: "x",
        stated_day=NOW.date(),
    ) as desk:
        took, taken = timed(lambda: import_list(desk, source, by="bench"))
        assert len(taken.new) == labels
        found.append(("import", took))
        found.append(("import again", timed(lambda: import_list(desk, source, by="bench"))[0]))
        found.append(("list", timed(lambda: registered(desk))[0]))
        pages = folder / "site"
        started = time.process_time()
        took, done = timed(
            lambda: publish(desk, pages, templates, folder / "key.pem", languages=languages)
        )
        found += [("site", took), (SITE, time.process_time() - started)]
        started = time.process_time()
        took, _ = timed(lambda: bare_loop(folder / "bare", done.files))
        found += [("bare Jinja2 loop", took), (BARE, time.process_time() - started)]
        if brochure and labels <= MOST_ORGANISATIONS:
            overview = draft_overview(desk)
            target = folder / "overview.pdf"
            found.append(
                ("brochure", timed(lambda: write_overview(overview, templates, target))[0])
            )
    return found


def timed(act: Callable[[], T]) -> tuple[float, T]:
    """Give how long something took, and what came of it."""
    started = time.perf_counter()
    result = act()
    return time.perf_counter() - started, result


def bare_loop(folder: Path, files: int) -> None:
    """Write so many pages with one small template."""
    template = jinja2.Environment(autoescape=True).from_string(TEMPLATE)
    folder.mkdir()
    for number in range(files):
        page = template.render(name=f"Cluster {number}", country="Norway", until="2027-03-31")
        (folder / f"{number}.html").write_text(page, encoding="utf-8")


def write_list(target: Path, labels: int, catalogue: Catalogue) -> None:
    """Write an invented list: organisations with one to three labels, in many countries."""
    chance = random.Random(20261102)  # noqa: S311  the same list every time
    countries = [country.code for country in catalogue.countries][:COUNTRIES]
    portfolios = catalogue.label.portfolios_on(date(2020, 1, 1))
    with target.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["Name", "Country", "Comparative portfolio", "www", "Label valid until"])
        written = 0
        while written < labels:
            country, number = chance.choice(countries), written
            name = f"{chance.choice(WORDS)} {chance.choice(KINDS)}, Cluster {number} & Partners"
            until = date(2016, 1, 31) + timedelta(days=chance.randrange(3000))
            for _ in range(min(chance.choice((1, 1, 2, 3)), labels - written)):
                website = f"www.cluster{number}.example"
                rows.writerow([name, country, chance.choice(portfolios), website, until])
                until += timedelta(days=1096)
                written += 1


if __name__ == "__main__":
    main()
