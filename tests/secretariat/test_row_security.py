"""The database: nobody's context sees nothing, the service owns nothing, backups see everything."""

from __future__ import annotations

from uuid import uuid4

import psycopg
import pytest

from assess.core.submission.exchanged import AskedQuestion
from assess.core.submission.role import Role
from assess.errors import AssessError
from assess.secretariat.database import migration
from assess.secretariat.database.migration import NEWEST, set_up
from assess.secretariat.database.migration import steps as schema_steps
from assess.secretariat.database.pool import demand_fitting
from tests.secretariat.conftest import TestDatabase, named
from tests.secretariat.service import RunningService, revision, steps

TABLES = (
    *("account", "enrolment", "device", "spent_nonce", "case", "assignment", "revision"),
    *(
        "case_head",
        "event",
        "question",
        "decision",
        "register_entry",
        "snapshot",
        "audit",
        "interest",
    ),
)


@pytest.fixture
def filled(service: RunningService) -> RunningService:
    """A service with something in every table that this part fills."""
    ada = service.member("Ada")
    sent = revision("abc", steps("a"))
    ada.send(sent)
    reviewer = service.member("Rita", Role.REVIEWER)
    reviewer.ask_question("abc", uuid4(), AskedQuestion(revision=sent.name, text="Why?"))
    return service


def _count(address: str, table: str, *context: str) -> int | None:
    """Count the rows of a table; None: the login may not read it at all."""
    with psycopg.connect(address, options="-c search_path=assess") as rows:
        for setting in context:
            name, _, value = setting.partition("=")
            rows.execute("SELECT set_config(%s, %s, true)", (name, value))
        try:
            row = rows.execute(f'SELECT count(*) FROM "{table}"'.encode()).fetchone()
        except psycopg.errors.InsufficientPrivilege:
            return None
        return int(row[0]) if row else None


def test_without_a_context_the_service_sees_no_row_of_any_table(
    filled: RunningService, database: TestDatabase
) -> None:
    assert _tables(database) == {*TABLES, "schema_version"}
    seen = {table: _count(filled.database, table) for table in TABLES}
    assert {table for table, count in seen.items() if count} == set()


@pytest.mark.usefixtures("filled")
def test_backups_see_every_row_and_change_none(database: TestDatabase) -> None:
    for table in ("account", "device", "case", "revision", "event", "question", "audit"):
        assert _count(database.backup, table), table
    with (
        psycopg.connect(database.backup, options="-c search_path=assess") as rows,
        pytest.raises(psycopg.errors.InsufficientPrivilege),
    ):
        rows.execute("DELETE FROM revision")


def _tables(database: TestDatabase) -> set[str]:
    with psycopg.connect(database.admin) as rows:
        found = rows.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'assess'")
        return {str(row[0]) for row in found}


def test_every_table_has_row_security_that_binds_its_owner_too(database: TestDatabase) -> None:
    with psycopg.connect(database.admin) as rows:
        found = rows.execute(
            "SELECT relname, relrowsecurity AND relforcerowsecurity, relowner::regrole::text"
            " FROM pg_class WHERE relnamespace = 'assess'::regnamespace AND relkind = 'r'"
        ).fetchall()
    assert {name for name, is_forced, _ in found if not is_forced} == {"schema_version"}
    assert {owner for _, _, owner in found} == {"assess_owner"}


FORBIDDEN = (
    "UPDATE revision SET document = ''",
    "DELETE FROM revision",
    "UPDATE question SET body = '{}'",
    "DELETE FROM event",
    "UPDATE audit SET outcome = ''",
    "DELETE FROM audit",
    "INSERT INTO audit SELECT * FROM audit",
    "DELETE FROM decision",
    "UPDATE interest SET body = '{}'",
    "INSERT INTO register_entry (id, body) SELECT me(), '{}'",
    "INSERT INTO assignment (case_id, account) SELECT 'abc', me()",
    "TRUNCATE revision",
    "ALTER TABLE revision DISABLE ROW LEVEL SECURITY",
    "SET ROLE assess_owner",
)
"""What the service must never be able to do, even taken over."""


def test_the_service_can_only_add(filled: RunningService) -> None:
    with psycopg.connect(filled.database, options="-c search_path=assess") as rows:
        for statement in FORBIDDEN:
            with (
                pytest.raises(psycopg.errors.InsufficientPrivilege),
                rows.transaction(),
            ):
                rows.execute(statement.encode())


@pytest.mark.usefixtures("filled")
def test_the_trail_names_every_access_and_shows_what_was_altered(database: TestDatabase) -> None:
    with psycopg.connect(database.admin, options="-c search_path=assess") as rows:
        found = rows.execute("SELECT action, case_id, outcome FROM audit ORDER BY number")
        acts = found.fetchall()
        assert ("send", "abc", "first") in acts
        assert ("ask", "abc", "new") in acts
        assert rows.execute("SELECT first_audit_fault()").fetchone() == (None,)
        for change in (
            "UPDATE audit SET outcome = 'known' WHERE number = 3",
            "DELETE FROM audit WHERE number = 3",
            "DELETE FROM audit WHERE number = 1",
        ):
            with rows.transaction(force_rollback=True):
                rows.execute(change.encode())
                fault = rows.execute("SELECT first_audit_fault()").fetchone()
                assert fault is not None
                assert fault[0] is not None, change


def test_a_login_that_bypasses_row_security_is_refused(database: TestDatabase) -> None:
    with pytest.raises(AssessError, match="bypasses row-level security"):
        demand_fitting(database.admin)


def test_a_newer_schema_is_refused_and_an_older_one_named(database: TestDatabase) -> None:
    with psycopg.connect(database.admin) as rows:
        rows.execute("INSERT INTO assess.schema_version (number) VALUES (%s)", (NEWEST + 1,))
    for ask in (lambda: demand_fitting(database.service), lambda: set_up(database.admin)):
        with pytest.raises(AssessError, match=f"schema {NEWEST + 1}; this program knows"):
            ask()
    with psycopg.connect(database.admin) as rows:
        rows.execute("DROP SCHEMA assess CASCADE")
    with pytest.raises(AssessError, match="schema 0, and this program needs"):
        demand_fitting(database.service)
    assert set_up(database.admin) == (0, NEWEST)
    demand_fitting(database.service)


@pytest.mark.usefixtures("filled")
def test_a_step_runs_on_tables_that_are_filled(
    database: TestDatabase, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The owner sees every row, though row-level security binds it: it bypasses it."""
    later = migration.SchemaStep(
        NEWEST + 1,
        "ALTER TABLE revision ADD bytes integer; UPDATE revision SET bytes = length(document);"
        "ALTER TABLE revision ALTER bytes SET NOT NULL;",
    )
    monkeypatch.setattr(migration, "steps", lambda: (*schema_steps(), later))
    assert set_up(database.admin, up_to=later.number) == (NEWEST, later.number)
    with psycopg.connect(database.admin) as rows:
        row = rows.execute("SELECT min(bytes) > 0 FROM assess.revision").fetchone()
    assert row == (True,)


@pytest.mark.usefixtures("filled")
def test_a_step_that_fails_leaves_nothing(
    database: TestDatabase, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = migration.SchemaStep(
        NEWEST + 1, "ALTER TABLE revision ADD bytes integer; SELECT 1 / 0;"
    )
    monkeypatch.setattr(migration, "steps", lambda: (*schema_steps(), broken))
    with pytest.raises(psycopg.errors.DivisionByZero):
        set_up(database.admin, up_to=broken.number)
    demand_fitting(database.service)
    with psycopg.connect(database.admin) as rows:
        row = rows.execute(
            "SELECT count(*) FROM information_schema.columns WHERE column_name = 'bytes'"
        ).fetchone()
    assert row == (0,)


def test_an_old_schema_is_brought_up_under_another_name(postgresql: str) -> None:
    with psycopg.connect(postgresql, autocommit=True) as rows:
        rows.execute("DROP DATABASE IF EXISTS fresh")
        rows.execute("CREATE DATABASE fresh")
    try:
        address = named(postgresql, "fresh")
        assert [set_up(address, up_to=number) for number in (0, NEWEST, NEWEST)] == [
            (0, 0),
            (0, NEWEST),
            (NEWEST, NEWEST),
        ]
    finally:
        with psycopg.connect(postgresql, autocommit=True) as rows:
            rows.execute("DROP DATABASE fresh WITH (FORCE)")
