"""Action plans in the store: entries are only ever added, and the newest one counts."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from assess.core.advice.plan import PlanEntry
from assess.store import Store
from assess.store.database.verification import verify
from tests.notation import NOON, case_of


def test_the_newest_entry_counts_and_none_is_lost(tmp_path: Path) -> None:
    with Store(tmp_path / "assess.db", now=NOON) as store:
        store.cases.add(case_of(), by="Ada")
        case_id = case_of().id
        store.plans.add(case_id, [PlanEntry(key="a.b", owner="Ada", by="Ada")], at=NOON)
        store.plans.add(case_id, [PlanEntry(key="c.d"), PlanEntry(key="a.b", aim="40")], at=NOON)
        assert [each.owner for each in store.plans.history(case_id)] == ["Ada", None, None]
        assert store.plans.of(case_id)["a.b"].aim == "40"
        assert list(store.plans.of(case_id)) == ["a.b", "c.d"]
        assert verify(store.ledger).faults == ()


@pytest.mark.parametrize("statement", ["UPDATE entry SET body = '{}'", "DELETE FROM entry"])
def test_an_entry_is_never_changed_or_removed(statement: str, tmp_path: Path) -> None:
    with Store(tmp_path / "assess.db", now=NOON) as store:
        store.cases.add(case_of(), by="Ada")
        store.plans.add(case_of().id, [PlanEntry(key="a.b")], at=NOON)
    with (
        closing(sqlite3.connect(tmp_path / "assess.db")) as raw,
        pytest.raises(sqlite3.IntegrityError, match="entry is only ever added to"),
    ):
        raw.execute(statement)
