"""One register and one pool: published from what was accepted and decided, fetched by laptops."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from click.testing import CliRunner

from assess.cli.command.commands import assess
from assess.core.catalogue.catalogue import Catalogue
from assess.core.submission.course import ReviewStep
from assess.core.submission.exchanged import BoundStep
from assess.core.submission.role import Role
from assess.exchange.submission.service_client import ServiceClient
from assess.secretariat import keeping
from assess.secretariat.installation import Installation, install
from assess.secretariat.service.serving import serving_apart
from assess.signature import load_or_make_key
from tests.pool_cases import desk_at, finished
from tests.secretariat.conftest import TestDatabase
from tests.secretariat.laptop import commands_in

ORGANISATIONS = 12


@pytest.fixture
def installation(database: TestDatabase, tmp_path: Path) -> Installation:
    """A secretariat that is set up."""
    return install(database.admin, tmp_path / "office")[0]


@pytest.fixture
def url(installation: Installation) -> Iterator[str]:
    """The address of its service."""
    with serving_apart(installation, io.StringIO()) as address:
        yield address


def code(installation: Installation, name: str, *roles: Role) -> str:
    """Make an account, and give the code of its device."""
    with keeping.office(installation.database) as rows:
        return keeping.invite(rows, keeping.make_account(rows, name, roles))


def member(installation: Installation, url: str, folder: Path, *roles: Role) -> ServiceClient:
    """Give the client of a member of the staff."""
    from assess.core.submission.exchanged import Enrolment

    name = "-".join(roles)
    client = ServiceClient(url, load_or_make_key(folder / f"{name}.pem")[0])
    client.enrol(Enrolment(code=code(installation, name, *roles), name=name))
    return client


def publish(installation: Installation, target: Path, *words: str) -> str:
    """Publish by command."""
    env = {"ASSESS_SECRETARIAT": str(installation.folder)}
    done = CliRunner().invoke(
        assess, ["secretariat", "publish", "-o", str(target), *words], env=env
    )
    assert done.exit_code == 0, (done.output, done.exception)
    return done.output


@pytest.mark.slow
def test_what_was_accepted_and_decided_is_published_and_fetched(
    installation: Installation, url: str, catalogue: Catalogue, tmp_path: Path
) -> None:
    ada, eve = commands_in(tmp_path / "ada"), commands_in(tmp_path / "eve")
    ada("connect", url, "--code", code(installation, "Ada", Role.EXPERT))
    eve("connect", url, "--code", code(installation, "Eve", Role.EXPERT))
    with desk_at(tmp_path / "ada", catalogue) as desk:
        cases = [
            finished(desk, f"Cluster {number}", share=20 + 5 * number).case.id
            for number in range(ORGANISATIONS)
        ]
    for case in cases:
        ada("send", case)
    rita = member(installation, url, tmp_path, Role.REVIEWER)
    bo = member(installation, url, tmp_path, Role.BOARD)
    for case in cases:
        seen = BoundStep(revision=rita.case(case).heads[0].revision)
        for step in (ReviewStep.BEGUN, ReviewStep.ACCEPTED):
            rita.take_step(case, step, uuid4(), seen)
    for case, step in ((cases[-1], ReviewStep.AWARDED), (cases[-2], ReviewStep.REFUSED)):
        head = rita.case(case).heads[0].revision
        decided = BoundStep(revision=head, level="Bronze", reason="So decided.")
        rita.take_step(case, ReviewStep.PROPOSED, uuid4(), decided)
        bo.take_step(
            case,
            step,
            uuid4(),
            decided
            if step is ReviewStep.AWARDED
            else BoundStep(revision=head, reason="So decided."),
        )
    said = publish(installation, tmp_path / "site")
    assert "register 1 of 12 cases with 1 label" in said
    assert "Snapshot 1 of the table of peers" in said
    assert "Case " not in said
    labels = json.loads((tmp_path / "site" / "labels.json").read_text("utf-8"))
    assert "Cluster 11" in json.dumps(labels)

    assert {rita.case(case).state for case in cases[-2:]} == {"published"}
    assert rita.case(cases[0]).state == "accepted"
    rita.close()
    bo.close()
    told = eve("inbox")
    assert "Table 1 of peers" in told
    assert "Table 1 of peers" not in eve("inbox")
    listed = eve("pool", "list")
    assert "12" in listed
    again = publish(installation, tmp_path / "site", "--force")
    assert "Snapshot 1 of the table of peers" in again


def test_an_empty_secretariat_publishes_an_empty_register(
    installation: Installation, tmp_path: Path
) -> None:
    said = publish(installation, tmp_path / "site")
    assert "of 0 cases with 0 labels" in said
    assert "Snapshot" not in said
    refused = CliRunner().invoke(
        assess,
        ["secretariat", "publish", "-o", str(tmp_path / "site")],
        env={"ASSESS_SECRETARIAT": str(installation.folder)},
    )
    assert refused.exit_code == 1
