"""The demonstration of a secretariat: built once, found again, never beside real accounts."""

from __future__ import annotations

from pathlib import Path

import pytest

from assess.core.submission.role import Role
from assess.errors import AssessError
from assess.locations import demonstration_files, indicators_folder
from assess.secretariat import keeping
from assess.secretariat.demonstration import PEOPLE, DesksOfPeople, demonstrated
from assess.secretariat.installation import install
from assess.workflow.submission.reviewing import review_office
from tests.secretariat.conftest import TestDatabase


def states(desks: DesksOfPeople, part: str) -> dict[str, str]:
    """Give the cases that somebody sees, with their states."""
    with desks[part]() as desk, review_office(desk) as office:
        return {case.case: case.state for case in office.queue().cases}


def test_it_is_built_once_and_found_again(database: TestDatabase, tmp_path: Path) -> None:
    of = (tmp_path / "demo", indicators_folder(), demonstration_files(), database.admin)
    with demonstrated(*of) as desks:
        found = states(desks, "reviewer")
        assert sorted(found.values()) == [
            "central_check",
            "label_proposed",
            "submitted",
            "submitted",
        ]
        assert states(desks, "coordinator") == {"nullfjord": "submitted"}
    with demonstrated(*of) as desks:
        assert states(desks, "board") == found
        with desks["board"]() as desk, review_office(desk) as office:
            opened = office.open("ninguna")
            assert opened.assessment.case.synthetic
            assert opened.last is not None
            assert set(office.who.roles) == {Role.BOARD}
    with keeping.office(database.service) as rows:
        names = {account.name for account in keeping.accounts(rows)}
    assert names == {person.name for person in PEOPLE.values()}


def test_it_keeps_out_of_a_real_secretariat(database: TestDatabase, tmp_path: Path) -> None:
    installation, *_ = install(database.admin, tmp_path / "real")
    with keeping.office(installation.database) as rows:
        keeping.make_account(rows, "Rita", (Role.REVIEWER,))
    of = (tmp_path / "demo", indicators_folder(), demonstration_files(), database.admin)
    with pytest.raises(AssessError, match="needs an empty one"), demonstrated(*of):
        pass
