"""The expert's own settings: organisation, contact and next steps in the imprint of each report."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from assess.core.report.record.report import Report
from assess.errors import Refused
from assess.workflow.desk.desk import Desk
from assess.workflow.report.reporting import preview_report
from tests.cases import full_case

SETTINGS = """
organisation = "Cluster Advisers of the North"
contact = ["Harbour Street 1, Northtown", "ada@advisers.example"]
next_steps = "Call us within a month."
"""


def _facts(report: Report) -> dict[str, str]:
    return {fact.label: fact.text for fact in report.imprint}


def _report(desk: Desk, path: Path, text: str) -> Report:
    path.write_text(text, encoding="utf-8")
    return preview_report(replace(desk, expert_file=path), full_case(desk.newest))


def test_the_imprint_names_the_experts_organisation_contact_and_next_steps(
    desk: Desk, tmp_path: Path
) -> None:
    facts = _facts(_report(desk, tmp_path / "expert.toml", SETTINGS))
    assert facts["Expert"] == "Ada Lindqvist, Cluster Advisers of the North"
    assert facts["Contact of the expert"] == "Harbour Street 1, Northtown\nada@advisers.example"
    assert facts["Next steps"] == "Call us within a month."


def test_settings_of_another_expert_stay_out(desk: Desk, tmp_path: Path) -> None:
    facts = _facts(_report(desk, tmp_path / "expert.toml", f'name = "Kim Else"\n{SETTINGS}'))
    assert facts["Expert"] == "Ada Lindqvist"
    assert "Contact of the expert" not in facts
    assert facts["Next steps"].startswith("Discuss the priorities")


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("contact = []", "organisation: this field is missing"),
        (f'{SETTINGS}\nphone = "1"', "phone: there is no such field; the fields are name"),
        ("organisation = ", "are not TOML"),
    ],
)
def test_settings_that_cannot_be_used_are_refused_with_the_place(
    text: str, fault: str, desk: Desk, tmp_path: Path
) -> None:
    with pytest.raises(Refused) as refused:
        _report(desk, tmp_path / "expert.toml", text)
    assert fault in " ".join([str(refused.value), *map(str, refused.value.faults)])
