"""Erasure and retention reach the secretariat: texts and documents go, the trail stays whole."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest
from click.testing import CliRunner

from assess.cli.command.commands import assess
from assess.core.submission.exchanged import AskedQuestion
from assess.core.submission.role import Role
from assess.exchange.submission.service_client import RefusedByService
from assess.secretariat.installation import install
from tests.secretariat.conftest import TestDatabase
from tests.secretariat.service import RunningService
from tests.secretariat.test_review import FIRST, SECOND

Office = Callable[..., str]
WHY = ("--ground", "A request of 2026-11-20.", "--by", "Ines")


@pytest.fixture
def office(database: TestDatabase, tmp_path: Path) -> Office:
    """Run commands of the secretariat."""
    install(database.admin, tmp_path / "office")

    def run(*words: str, code: int = 0) -> str:
        env = {"ASSESS_SECRETARIAT": str(tmp_path / "office")}
        done = CliRunner().invoke(assess, ["secretariat", *words], env=env)
        assert done.exit_code == code, (done.output, done.exception)
        return f"{done.output}{done.exception or ''}"

    return run


def test_what_is_erased_is_gone_and_the_trail_stays_whole(
    service: RunningService, database: TestDatabase, office: Office
) -> None:
    ada, rita = service.member("Ada"), service.member("Rita", Role.REVIEWER)
    ada.send(FIRST)
    rita.ask_question("abc", uuid4(), AskedQuestion(revision=FIRST.name, text="Zanzibar?"))
    assert "1 revision, 1 message" in office("erase", "abc", *WHY, "--dry-run")
    assert rita.review("abc").entries
    assert "Erased of the case abc" in office("erase", "abc", *WHY)
    for ask in (lambda: rita.review("abc"), lambda: ada.send(SECOND), lambda: ada.case("abc")):
        with pytest.raises(RefusedByService) as refused:
            ask()
        assert refused.value.status == 410
    assert "no case 'abc'" in office("erase", "abc", *WHY, code=1)
    with psycopg.connect(database.admin, options="-c search_path=assess") as rows:
        tables = [
            name
            for (name,) in rows.execute(
                "SELECT tablename FROM pg_tables WHERE schemaname = 'assess'"
            ).fetchall()
        ]
        held = [
            str(row)
            for name in tables
            for row in rows.execute(f'SELECT t::text FROM "{name}" t'.encode()).fetchall()
        ]
        fault = rows.execute("SELECT first_audit_fault()").fetchone()
        erased = rows.execute("SELECT outcome FROM audit WHERE action = 'erase'").fetchall()
    assert [row for row in held if "Zanzibar" in row or "Cluster abc" in row] == []
    assert fault == (None,)
    assert erased == [("Ines: A request of 2026-11-20.",)]


def test_what_was_kept_too_long_is_listed(
    service: RunningService, database: TestDatabase, office: Office
) -> None:
    service.member("Ada").send(FIRST)
    assert "0 cases are due" in office("retention")
    with psycopg.connect(database.admin) as rows:
        rows.execute("UPDATE assess.\"case\" SET state_since = now() - interval '3 years'")
    assert "abc: submitted since" in office("retention")
