"""The interface over a real database, driven by keys."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator
from contextlib import AbstractAsyncContextManager
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from assess.core.case.assessment import Assessment
from assess.core.catalogue.catalogue import Catalogue
from assess.store import Store
from assess.tui.app import AssessApp
from assess.workflow import Desk, begin
from tests.cases import full_case
from tests.notation import NOON, case_of
from tests.tui.pace import hasten

hasten()

Running = AbstractAsyncContextManager[Pilot[None]]


@pytest.fixture
def new_desk(tmp_path: Path, catalogue: Catalogue) -> Callable[..., Desk]:
    """Open one more desk on the test's database, at noon on the day of the interview."""
    numbers = count(1)

    def opened(**stated: Any) -> Desk:
        return Desk(
            newest=catalogue,
            store=Store(tmp_path / "assess.db", now=NOON),
            clock=lambda: NOON,
            new_id=lambda: f"case{next(numbers):04d}",
            **stated,
        )

    return opened


@pytest.fixture
def desk(new_desk: Callable[[], Desk]) -> Iterator[Desk]:
    """The test's own desk, to prepare and to look at what was saved."""
    with new_desk() as opened:
        yield opened


@pytest.fixture
def colours(templates: Path) -> dict[str, str]:
    """The colours of the look by name."""
    tokens: dict[str, dict[str, str]] = tomllib.loads((templates / "tokens.toml").read_text())
    return tokens["colour"]


@pytest.fixture
def run(
    new_desk: Callable[[], Desk], colours: dict[str, str], templates: Path
) -> Callable[..., Running]:
    """Run the interface: `run()`, `run(case="id")`, `run(size=(120, 40))`."""

    def running(*, size: tuple[int, int] = (80, 24), **arguments: Any) -> Running:
        stated = {"open_desk": new_desk, "warms_printer": False, **arguments}
        app = AssessApp(tokens=colours, templates=templates, **stated)
        return app.run_test(size=size, notifications=True)

    return running


@pytest.fixture
def begun(desk: Desk) -> Callable[..., Assessment]:
    """Begin a case: `begun("Name", interview="2026-11-02")`."""

    def begin_case(name: str = "Fjord Energy Cluster", **stated: Any) -> Assessment:
        pattern = case_of(name, **stated)
        case = begin(desk, pattern.organisation, pattern.details)
        return desk.store.assessment(case.id)

    return begin_case


@pytest.fixture
def answered(desk: Desk, begun: Callable[..., Assessment]) -> Callable[..., Assessment]:
    """Begin a case in which every question is answered."""

    def answer_all(name: str = "Fjord Energy Cluster", **stated: Any) -> Assessment:
        case = begun(name, **stated).case
        answers = full_case(desk.newest).answers.values()
        desk.store.answers.add(case.id, answers, at=NOON)
        return desk.store.assessment(case.id)

    return answer_all
