"""What a database kept as English prose stays as it is, and is understood when it is read."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from assess.core.label.decision import LabelDecision
from assess.core.register.record import Listing
from assess.core.text.message import Message
from assess.languages import speaking
from assess.languages.message import say
from assess.store import Store
from assess.store.database.verification import verify
from tests.notation import NOON

BEFORE_CODES = Path(__file__).with_name("before_codes.sql")
"""A database as the version before the codes wrote it, with rules and warnings of labels."""


@pytest.fixture
def before(tmp_path: Path) -> Path:
    """A database of the version before."""
    path = tmp_path / "assess.db"
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.executescript(BEFORE_CODES.read_text(encoding="utf-8"))
    return path


def rows(path: Path) -> list[tuple[Any, ...]]:
    """Give what stands in the tables whose rows are chained."""
    with closing(sqlite3.connect(path)) as raw:
        return [
            row
            for table in ("details", "answer", "decision", "register", "edition")
            for row in raw.execute(f"SELECT * FROM {table} ORDER BY seq")
        ]


def bodies(path: Path) -> list[dict[str, Any]]:
    """Give the records of the register as they are kept."""
    with closing(sqlite3.connect(path)) as raw:
        return [
            json.loads(body) for (body,) in raw.execute("SELECT body FROM register ORDER BY seq")
        ]


def test_an_older_register_says_what_it_said(before: Path) -> None:
    kept, as_they_were = bodies(before), rows(before)
    with Store(before, now=NOON) as store:
        records = store.register.all()
        assert verify(store.ledger).faults == ()
    assert len(records) == len(kept)
    for record, body in zip(records, kept, strict=True):
        assert isinstance(record, LabelDecision | Listing)
        assert (record.rule and say(record.rule)) == body.get("rule")
        assert [say(warning) for warning in record.warnings] == body.get("warnings", [])
    assert rows(before) == as_they_were


def test_its_rules_and_warnings_are_understood_as_codes(before: Path) -> None:
    with Store(before, now=NOON) as store:
        records = [
            record for record in store.register.all() if isinstance(record, LabelDecision | Listing)
        ]
    rules = [record.rule for record in records if record.rule]
    warnings = [warning for record in records for warning in record.warnings]
    assert len(rules) == 16
    assert len(warnings) == 17
    assert [text for text in (*rules, *warnings) if not isinstance(text, Message)] == []
    with speaking("en-XA"):
        assert all(say(text).startswith("⟦") for text in (*rules, *warnings))


def test_what_is_kept_now_is_a_code_with_its_values(before: Path, tmp_path: Path) -> None:
    path = tmp_path / "new.db"
    with Store(before, now=NOON) as store, Store(path, now=NOON) as new:
        records = store.register.all()
        new.register.add(records, at=NOON)
        assert new.register.all() == records
        assert verify(new.ledger).faults == ()
    (first, *_) = [body["rule"] for body in bodies(path) if body.get("rule")]
    assert first == {
        "code": "label.first_to_end_of_month",
        "values": {
            "interview": {"month": "2026-11-01", "in_words": False},
            "months": 24,
            "until": {"day": "2028-11-30", "in_words": False},
        },
    }
