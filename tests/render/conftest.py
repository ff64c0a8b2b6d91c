"""A full report and an award record, each printed once for all tests of the renderer."""

from __future__ import annotations

from pathlib import Path

import pytest

from assess.core.case.assessment import Assessment
from assess.core.catalogue.catalogue import Catalogue
from assess.core.report.document.award_record import AwardRecord, award_record
from assess.core.report.record.action_plan import ActionPlan
from assess.core.report.record.report import Report
from assess.languages.message import say
from assess.render.document.document import Printed, write_report
from tests.cases import earlier_case, full_case, report_of
from tests.core.report.test_award import AWARDED, PROPOSED, label_of
from tests.paper import Paper, printed_once
from tests.peers import drawn_comparison


@pytest.fixture(scope="session")
def full(catalogue: Catalogue) -> Assessment:
    return full_case(catalogue)


@pytest.fixture(scope="session")
def report(full: Assessment, catalogue: Catalogue) -> Report:
    comparison = drawn_comparison(full, catalogue)
    last = earlier_case(catalogue)
    report = report_of(full, catalogue, comparison=comparison, last=last, waiting=12)
    return report.model_copy(update={"plan": with_last_plan(report.plan)})


def with_last_plan(plan: ActionPlan | None) -> ActionPlan:
    """Give a plan that says what became of another one."""
    assert plan is not None
    told = {"owner": "The board", "due": "June 2025", "state": "done", "outcome": "It is better."}
    followed = tuple(row.model_copy(update=told) for row in plan.rows[:2])
    return plan.model_copy(update={"followed": followed, "since": "The last round agreed on 2."})


@pytest.fixture(scope="session")
def award(full: Assessment, report: Report, catalogue: Catalogue) -> AwardRecord:
    return award_record(label_of(PROPOSED, AWARDED), full, catalogue, report=report, say=say)


@pytest.fixture(scope="session")
def printed(
    report: Report, templates: Path, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, Printed]:
    return printed_once(
        tmp_path_factory, "report", lambda target: write_report(report, templates, target)
    )


@pytest.fixture(scope="session")
def paper(printed: tuple[Path, Printed]) -> Paper:
    return Paper(printed[0])
