"""Finished cases of a pool, each with a few answers."""

from __future__ import annotations

from assess import workflow
from assess.core.case.assessment import Assessment, State, StateChange
from assess.core.case.organisation import Organisation
from assess.workflow import Desk
from tests.notation import case_of


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
