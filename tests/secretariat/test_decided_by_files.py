"""By files only: experts never reach the service, which runs at localhost of the secretariat."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from assess.cli.command.commands import assess
from assess.core.submission.role import Role
from assess.secretariat.installation import Installation, install
from assess.secretariat.service.serving import serving_apart
from tests.secretariat.conftest import TestDatabase
from tests.secretariat.laptop import BEGIN, Command, commands_in
from tests.secretariat.test_publishing import code, publish


def _office(installation: Installation, *words: str) -> str:
    env = {"ASSESS_SECRETARIAT": str(installation.folder)}
    done = CliRunner().invoke(assess, ["secretariat", *words], env=env)
    assert done.exit_code == 0, (done.output, done.exception)
    return done.output


@pytest.mark.slow
def test_from_the_enrolment_to_the_publication_by_files(
    database: TestDatabase, tmp_path: Path
) -> None:
    installation, *_ = install(database.admin, tmp_path / "office")
    card = tmp_path / "card.json"
    _office(installation, "card", "-o", str(card))
    experts: dict[str, Command] = {}
    for name in ("ada", "eve"):
        experts[name] = commands_in(tmp_path / name)
        experts[name]("connect", str(card), "--code", code(installation, name, Role.EXPERT))
    ada = experts["ada"]
    case = ada(*BEGIN).split()[0]
    ada("answer", case, "founded", "2009-05")

    def exchanged(name: str, case_of: str) -> str:
        """Carry a file of an expert to the secretariat, and the one that goes back."""
        sealed = tmp_path / f"{name}.age"
        experts[name]("send", case_of, "-o", str(sealed), "--force")
        _office(installation, "take", str(sealed))
        return experts[name]("inbox", str(tmp_path / f"{name}.inbox.age"))

    exchanged("ada", case)
    other = experts["eve"](*BEGIN[:3], "Another Cluster", *BEGIN[4:]).split()[0]
    with serving_apart(installation, io.StringIO()) as url:
        staff: dict[Role, Command] = {}
        for role in (Role.REVIEWER, Role.BOARD):
            staff[role] = commands_in(tmp_path / role.value)
            staff[role]("connect", url, "--code", code(installation, role.value, role))
        rita, bo = staff[Role.REVIEWER], staff[Role.BOARD]

        def take(run: Command, step: str, *words: str) -> None:
            shown = json.loads(run("submissions", "show", case, "--json"))
            run("submissions", step, case, "--seen", shown["revision"], *words)

        take(rita, "begin")
        rita("submissions", "ask", case, "By which act?", "--question", "founded")
        take(rita, "return", "--reason", "The founding day.")
        assert "By which act?" in exchanged("ada", case)
        asked = json.loads(ada("inbox", "--json"))["questions"][0]["id"]
        ada("inbox", "--answer", asked[:8], "--text", "By the notary.")
        ada("answer", case, "founded", "2010-01")
        exchanged("ada", case)
        assert "ada answers: By the notary." in rita("submissions", "show", case)
        take(rita, "begin")
        take(rita, "accept")
        take(rita, "propose", "--level", "Bronze")
        take(bo, "award", "--level", "Bronze")
    assert "register 1 of 1 case with 1 label" in publish(installation, tmp_path / "site")
    exchanged("ada", case)
    items = json.loads(ada("inbox", "--json"))["items"]
    assert items[-1]["body"]["state"] == "published"
    exchanged("eve", other)
    seen = {item["case"] for item in json.loads(experts["eve"]("inbox", "--json"))["items"]}
    assert case not in seen
