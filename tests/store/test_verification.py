"""Whatever was altered or removed behind the program's back is found and named."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from assess.core.case.answer import Answer
from assess.core.catalogue.answer_status import Status
from assess.store import Store
from assess.store.database.verification import verify
from tests.notation import NOON, case_of


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A database with five answers in two cases."""
    found = tmp_path / "assess.db"
    with Store(found, now=NOON) as store:
        store.cases.add(case_of(), by="Ada")
        other = case_of("Other").model_copy(update={"id": "other"})
        store.cases.add(other, by="Ada")
        for number in range(1, 6):
            answer = Answer(question="committed_total", status=Status.ANSWERED, value=number)
            store.answers.add("testcase" if number % 2 else "other", [answer], at=NOON)
    return found


def tampered(path: Path, *statements: str) -> None:
    """Change the file as somebody with a tool of their own would, who leaves no trace in it."""
    with closing(sqlite3.connect(path)) as raw, raw:
        triggers = raw.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
        kept = triggers.fetchall()
        for name, _ in kept:
            raw.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            raw.execute(statement)
        for _, sql in kept:
            raw.execute(sql)


def faults(path: Path) -> list[str]:
    with Store(path, now=NOON) as store:
        return [str(fault) for fault in verify(store.ledger).faults]


def test_an_untouched_database_has_no_fault(path: Path) -> None:
    with Store(path, now=NOON) as store:
        found = verify(store.ledger)
    assert found.faults == ()
    assert found.rows["answer"] == 5


COPIED_ROW = """
INSERT INTO entry
(seq, case_id, kind, subject, person, at, day, body, seed, hash_before, hash, link)
SELECT 19, case_id, kind, subject, person, at, day, body, seed, hash_before, hash, link FROM entry
WHERE seq = 12
"""


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        (
            "UPDATE entry SET body = replace(body, '3', '4') WHERE seq = 10",
            "answer row 10 (case testcase): it was altered",
        ),
        ("UPDATE entry SET person = 2 WHERE seq = 9", "answer row 9 (case other)"),
        ("UPDATE entry SET at = '2020-01-01' WHERE seq = 12", "answer row 12 (case testcase)"),
        ("UPDATE entry SET case_id = 'other' WHERE seq = 8", "answer row 8 (case other)"),
        ("UPDATE entry SET body = replace(body, 'Ada', 'Eve') WHERE seq = 4", "details row 4"),
        ("DELETE FROM entry WHERE seq = 8", "entry: row 8 is missing"),
        ("DELETE FROM entry WHERE seq = 8", "answer row 10 (case testcase): an entry of its case"),
        ("DELETE FROM entry WHERE seq = 12", "entry: row 12 is missing"),
        ("DELETE FROM entry WHERE seq IN (10, 11)", "entry: rows 10 to 11 are missing"),
        (COPIED_ROW, "answer row 19 (case testcase): an entry before it"),
        (
            """UPDATE entry SET seed = NULL, body = '{}', parts = '{"salts":{},"closed":{}}'
            WHERE seq = 8""",
            "answer row 8 (case testcase): it was altered",
        ),
        ("DROP VIEW answer", "answer: its definition differs"),
    ],
)
def test_a_row_that_was_altered_or_removed_is_named(statement: str, said: str, path: Path) -> None:
    tampered(path, statement)
    assert any(fault.startswith(said) for fault in faults(path)), faults(path)


def test_an_altered_row_with_a_new_hash_breaks_the_chain_behind_it(path: Path) -> None:
    tampered(path, "UPDATE entry SET hash = printf('%064d', 1) WHERE seq = 8")
    found = faults(path)
    assert any("row 8 " in fault and "altered" in fault for fault in found)
    assert any("row 10 " in fault and "before it" in fault for fault in found)
