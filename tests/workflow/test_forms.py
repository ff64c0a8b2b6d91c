"""Forms that are being typed: kept beside the database or with their case, apart from answers."""

from __future__ import annotations

import json

import pytest

from assess.workflow import Desk, begin
from assess.workflow.case.cases import points_of
from assess.workflow.case.interview.form_drafts import drop_form, keep_form, kept_form
from tests.notation import case_of

TEXTS = {"name": "[bold]Fjørd[/bold] \x1b[31m", "interest": "line\nline"}


def test_a_form_about_no_case_is_kept_until_it_is_dropped(desk: Desk) -> None:
    keep_form(desk, "organisation", TEXTS)
    keep_form(desk, "import", {"path": "case.json"})
    assert kept_form(desk, "organisation") == TEXTS
    drop_form(desk, "organisation")
    assert kept_form(desk, "organisation") == {}
    assert kept_form(desk, "import") == {"path": "case.json"}


def test_a_form_about_a_case_is_kept_with_it_and_is_no_open_point(desk: Desk) -> None:
    pattern = case_of("Fjord Energy Cluster")
    case_id = begin(desk, pattern.organisation, pattern.details).id
    before = points_of(desk, desk.store.assessment(case_id))
    keep_form(desk, "award", TEXTS, case_id)
    assert kept_form(desk, "award", case_id) == TEXTS
    assert kept_form(desk, "award") == {}
    assert points_of(desk, desk.store.assessment(case_id)) == before
    drop_form(desk, "award", case_id)
    assert kept_form(desk, "award", case_id) == {}


def test_what_is_typed_is_in_the_database_and_nowhere_else(desk: Desk) -> None:
    keep_form(desk, "organisation", TEXTS)
    assert [one.name for one in desk.store.path.parent.iterdir()] == [desk.store.path.name]


def test_what_an_earlier_version_kept_in_a_file_is_offered_once(desk: Desk) -> None:
    file = desk.store.path.parent / "unsaved-form.json"
    file.write_text(json.dumps({desk.store.path.name: {"organisation": {"name": "Fjord"}}}))
    assert kept_form(desk, "organisation") == {"name": "Fjord"}
    before = file.read_bytes()
    drop_form(desk, "organisation")
    assert kept_form(desk, "organisation") == {}
    assert file.read_bytes() == before, "another database may have something in it"
    keep_form(desk, "organisation", TEXTS)
    assert kept_form(desk, "organisation") == TEXTS


@pytest.mark.parametrize("content", [b"", b"[1]", b"\xff", b'{"assess.db": {"organisation": 3}}'])
def test_a_file_that_is_none_of_ours_stops_nothing(desk: Desk, content: bytes) -> None:
    (desk.store.path.parent / "unsaved-form.json").write_bytes(content)
    assert kept_form(desk, "organisation") == {}
    keep_form(desk, "organisation", TEXTS)
    assert kept_form(desk, "organisation") == TEXTS
