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
    """Change the file as somebody with a tool of their own would."""
    with closing(sqlite3.connect(path)) as raw, raw:
        for table in ("answer", "details"):
            raw.execute(f"DROP TRIGGER {table}_is_never_changed")
            raw.execute(f"DROP TRIGGER {table}_is_never_removed")
        for statement in statements:
            raw.execute(statement)


def faults(path: Path) -> list[str]:
    with Store(path, now=NOON) as store:
        return [str(fault) for fault in verify(store.ledger).faults]


def test_an_untouched_database_has_no_fault(path: Path) -> None:
    with Store(path, now=NOON) as store:
        found = verify(store.ledger)
    assert found.faults == ()
    assert found.rows["answer"] == 5


COPIED_ROW = """
INSERT INTO answer SELECT 9, case_id, question, body, by, at, hash_before, hash FROM answer
WHERE seq = 5
"""


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        (
            "UPDATE answer SET body = replace(body, '3', '4') WHERE seq = 3",
            "answer row 3 (case testcase)",
        ),
        ("UPDATE answer SET by = 'Eve' WHERE seq = 2", "answer row 2 (case other)"),
        ("UPDATE answer SET at = '2020-01-01' WHERE seq = 5", "answer row 5 (case testcase)"),
        ("UPDATE answer SET case_id = 'other' WHERE seq = 1", "answer row 1 (case other)"),
        ("UPDATE details SET body = replace(body, 'Ada', 'Eve') WHERE seq = 1", "details row 1"),
        ("DELETE FROM answer WHERE seq = 1", "answer row 3 (case testcase): a row before it"),
        ("DELETE FROM answer WHERE seq = 5", "answer: row 5 is missing"),
        ("DELETE FROM answer WHERE seq IN (3, 4)", "answer: rows 3 to 4 are missing"),
        (
            COPIED_ROW,
            "answer row 9 (case testcase): a row before it",
        ),
    ],
)
def test_a_row_that_was_altered_or_removed_is_named(statement: str, said: str, path: Path) -> None:
    tampered(path, statement)
    assert any(fault.startswith(said) for fault in faults(path)), faults(path)


def test_an_altered_row_with_a_new_hash_breaks_the_chain_behind_it(path: Path) -> None:
    tampered(path, "UPDATE answer SET hash = printf('%064d', 1) WHERE seq = 1")
    found = faults(path)
    assert any("row 1 " in fault and "altered" in fault for fault in found)
    assert any("row 3 " in fault and "before it" in fault for fault in found)
