"""Finished cases of a pool, each with a few answers."""

from __future__ import annotations

from itertools import count
from pathlib import Path

from assess import workflow
from assess.core.case.assessment import Assessment, State, StateChange
from assess.core.case.organisation import Organisation
from assess.core.catalogue.catalogue import Catalogue
from assess.store import Store
from assess.workflow import Desk
from tests.notation import NOON, case_of


def desk_at(home: Path, catalogue: Catalogue) -> Desk:
    """Open a desk on the database that commands use in a data folder."""
    home.mkdir(parents=True, exist_ok=True)
    numbers = count(1)
    return Desk(
        newest=catalogue,
        store=Store(home / "assess.db", now=NOON),
        clock=lambda: NOON,
        new_id=lambda: f"case{next(numbers):04d}",
    )


def finished(
    desk: Desk,
    name: str,
    *,
    share: int = 50,
    country: str = "NOR",
    interview: str = "2026-05-02",
    consent: bool = True,
    synthetic: bool = False,
    portfolio: str = "Energy and environment",
) -> Assessment:
    """Interview an organisation, of whose hundred participants so many are bound in writing."""
    pattern = case_of(name, interview=interview, pool_consent=consent, portfolio=portfolio)
    organisation = Organisation(name=name, country=country)
    begun = workflow.begin(desk, organisation, pattern.details, synthetic=synthetic)
    assessment = desk.store.assessment(begun.id)
    for question, value in (
        ("founded", "2010-01"),
        ("committed_total", 100),
        ("committed_written", share),
    ):
        assessment = workflow.answer(desk, assessment, question, value).assessment
    desk.store.states.add(begun.id, [StateChange(state=State.FINISHED)], at=desk.now)
    return desk.store.assessment(begun.id)
