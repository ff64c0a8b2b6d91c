"""Whatever is edited by hand in a database is named: a table of edits, and random ones.

What no chain can show, because all of it was written anew, is shown by a signed checkpoint, by what
this device remembers of it, or by a head that was written down elsewhere.
"""

from __future__ import annotations

import random
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from assess import workflow
from assess.core.advice.plan import PlanEntry
from assess.core.advice.review import Edit
from assess.core.case.answer import Answer
from assess.core.case.history.proposal import Proposal
from assess.core.case.work_time import WorkSpell
from assess.core.catalogue.answer_status import Status
from assess.core.catalogue.catalogue import Catalogue
from assess.core.label.eligibility import Verdict
from assess.core.peers.membership import EVERYONE
from assess.core.peers.table import PeerTable, TableFigure, TableGroup, TableHead
from assess.core.record.entry import RecordEntry, next_link
from assess.locations import indicators_folder
from assess.store import Store
from assess.store.database.record.stored_entry import COLUMNS, StoredEntry, columns_of, entry_of
from assess.workflow import Desk, answer, begin
from assess.workflow.case import proposing
from assess.workflow.case.cases import change_details, finish
from assess.workflow.case.evidence import add_file
from assess.workflow.desk.desk import real_clock
from assess.workflow.peers.peer_table import renew
from assess.workflow.peers.pooling import gather
from assess.workflow.program.verifying import verify
from tests.cases import full_case
from tests.notation import NOON, case_of

FACTS = (
    *("entry", "cases", "organisation", "catalogue_edition", "stored_file", "checkpoint"),
    *("peer_source", "peer", "peer_layout", "peer_setting", "peer_table"),
    *("peer_table_group", "peer_table_row"),
)
"""The tables that state a fact; others hold what is typed, who looks at what, and what is worked
out anew from these."""

WITHOUT_MEANING = {
    *(("peer", "id"), ("peer_table_group", "id"), ("peer_table_row", "id")),
    ("peer_table", "stamp"),
}
"""Numbers that nothing refers to, and what is worked out anew when it differs."""

OUTSIDE = {
    *("draft", "place", "presence", "form", "spell", "sqlite_sequence", "_sqlite_migrations"),
    *("secretariat", "submission", "inbox_item", "waiting_answer"),
}


def opened(path: Path, catalogue: Catalogue) -> Desk:
    return Desk(
        newest=catalogue,
        store=Store(path, now=NOON),
        clock=real_clock,
        new_id=iter(("fjord", "alpine", "third")).__next__,
        device_key=path.with_name("device-key.pem"),
        own_indicators=indicators_folder(),
    )


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory, catalogue: Catalogue) -> Path:
    """A database with at least a row of everything that states a fact, signed in three runs."""
    folder = tmp_path_factory.mktemp("whole")
    path = folder / "assess.db"
    with opened(path, catalogue) as desk:
        for name in ("Fjord Energy", "Alpine ICT"):
            pattern = case_of(name, pool_consent=True)
            begin(desk, pattern.organisation, pattern.details)
        desk.store.answers.add("fjord", full_case(catalogue).answers.values(), at=NOON)
    with opened(path, catalogue) as desk:
        fill(desk, folder)
    with opened(path, catalogue) as desk:
        finish(desk, desk.store.assessment("fjord"))
        workflow.propose(desk, desk.store.assessment("fjord"))
        gather(desk)
        kept = renew(desk, synthetic=False)
        desk.store.peer_tables.mark_left(kept.id, at=desk.now)
        desk.store.peer_tables.add(common_table(), "common", publisher="1f" * 32, at=desk.now)
    return path


def common_table() -> PeerTable:
    """A published table with figures of a group."""
    head = TableHead(number=3, day=NOON.date(), synthetic=False, fewest=6, measures=())
    shown = TableGroup({"staff:fte@1": TableFigure(9, 2026, 1.0, 2.0, 3.0)}, {})
    return PeerTable(head, {EVERYONE: shown})


def fill(desk: Desk, folder: Path) -> None:
    store, at = desk.store, desk.now
    answer(desk, store.assessment("alpine"), "committed_total", 40)
    minutes = folder / "minutes.txt"
    minutes.write_text("We, the members")
    add_file(desk, store.assessment("alpine"), "founded", minutes, copy=True)
    offered = [
        Proposal(question="committed_total", status=Status.ANSWERED, value=value, source="form")
        for value in (41, 42)
    ]
    proposing.propose(desk, store.assessment("alpine"), offered)
    (first, _) = proposing.proposals(desk, store.assessment("alpine"))["committed_total"]
    proposing.decline(desk, store.assessment("alpine"), first)
    criteria = [criterion.id for criterion in desk.newest.label.criteria]
    met = [Verdict(criterion=name, verdict="met", reason="seen", by="Ada") for name in criteria]
    store.verdicts.add("fjord", met, at=at)
    store.edits.add("fjord", [Edit(about="strength", key="a.b", by="Ada")], at=at)
    store.plans.add("fjord", [PlanEntry(key="a.b", aim="40", by="Ada")], at=at)
    later = NOON + timedelta(minutes=2)
    store.work_time.add("fjord", WorkSpell(question="founded", started_at=NOON, ended_at=later))
    case = store.cases.get("alpine")
    renamed = case.organisation.model_copy(update={"website": "https://alpine.example"})
    change_details(desk, case, renamed, case.details.model_copy(update={"contact": "Liv"}))


@pytest.fixture
def path(whole: Path, tmp_path: Path) -> Path:
    for file in whole.parent.iterdir():
        if file.is_file():
            shutil.copy(file, tmp_path / file.name)
    return tmp_path / whole.name


def faults(path: Path, catalogue: Catalogue, given: str | None = None) -> list[str]:
    """Verify as the next run of the program would, but leave the record unsigned meanwhile."""
    desk = opened(path, catalogue)
    with replace(desk, device_key=None):
        found = verify(replace(desk), given)
        texts = [str(fault) for fault in (*found.faults, *found.evidence)]
        if found.compared is not None and not found.compared.holds:
            texts.append(found.compared.said)
        return texts


def edited(path: Path, *statements: str) -> int:
    """Edit the file as somebody with a tool of their own would, who leaves no trace in it."""
    with closing(sqlite3.connect(path)) as raw, raw:
        triggers = raw.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
        kept = triggers.fetchall()
        for name, _ in kept:
            raw.execute(f"DROP TRIGGER {name}")
        changed = sum(max(raw.execute(statement).rowcount, 0) for statement in statements)
        for _, sql in kept:
            raw.execute(sql)
    return changed


def columns(path: Path) -> Iterator[tuple[str, str, str]]:
    with closing(sqlite3.connect(path)) as raw:
        for table in FACTS:
            for _, name, kind, *_ in raw.execute(f"PRAGMA table_info({table})"):
                if (table, name) not in WITHOUT_MEANING:
                    yield table, name, kind


def other(name: str, kind: str) -> str:
    """Give an expression of another value than a column has, of its kind."""
    if name in ("synthetic", "side"):
        return f"1 - {name}"
    match kind:
        case "INTEGER":
            return f"coalesce({name}, 0) + 1000"
        case "BLOB":
            return f"{name} || x'00'"
        case _:
            return f"coalesce({name}, '') || '1'"


def test_nothing_is_named_where_nothing_was_edited(whole: Path, catalogue: Catalogue) -> None:
    assert faults(whole, catalogue) == []


def test_every_table_is_known(whole: Path) -> None:
    with closing(sqlite3.connect(whole)) as raw:
        names = raw.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        assert {name for (name,) in names} == {*FACTS, *OUTSIDE}
        empty = [table for table in FACTS if not raw.execute(f"SELECT 1 FROM {table}").fetchone()]
    assert empty == [], "each has something that can be edited"


def test_every_column_that_is_altered_is_named(path: Path, catalogue: Catalogue) -> None:
    unseen = []
    pristine = path.read_bytes()
    for table, name, kind in list(columns(path)):
        for order in ("ASC", "DESC"):
            path.write_bytes(pristine)
            chosen = f"{KEYS[table]} = ({one_row(table)} ORDER BY {KEYS[table]} {order} LIMIT 1)"
            statement = f"UPDATE {table} SET {name} = {other(name, kind)} WHERE {chosen}"
            try:
                changed = edited(path, statement)
            except sqlite3.IntegrityError:
                continue  # the table itself does not allow it
            if changed and not faults(path, catalogue):
                unseen.append(statement)
    assert unseen == []


KEYS = {
    **dict.fromkeys(FACTS, "rowid"),
    "cases": "id",
    "catalogue_edition": "hash",
    "peer_layout": "digest",
    "peer_setting": "name",
}
"""By what a row of each table is known."""

MENDED = "UPDATE sqlite_sequence SET seq = (SELECT max(seq) FROM entry) WHERE name = 'entry'"


def one_row(table: str) -> str:
    """Give what chooses among the rows that state a fact: a stamp of the pool does not."""
    of_fact = " WHERE name = 'key'" if table == "peer_setting" else ""
    return f"SELECT {KEYS[table]} FROM {table}{of_fact}"


@pytest.mark.parametrize("table", FACTS)
def test_the_newest_row_of_each_table_cannot_go(
    table: str, path: Path, catalogue: Catalogue
) -> None:
    newest = f"{KEYS[table]} = ({one_row(table)} ORDER BY {KEYS[table]} DESC LIMIT 1)"
    assert edited(path, f"DELETE FROM {table} WHERE {newest}", MENDED)
    assert faults(path, catalogue), table


def test_a_cut_end_differs_from_the_checkpoint(path: Path, catalogue: Catalogue) -> None:
    edited(path, "DELETE FROM entry WHERE seq = (SELECT max(seq) FROM entry)", MENDED)
    assert any("differs since checkpoint 3" in fault for fault in faults(path, catalogue))


def test_a_case_that_was_removed_is_named(path: Path, catalogue: Catalogue) -> None:
    edited(
        path,
        "DELETE FROM entry WHERE case_id = 'alpine'",
        "DELETE FROM cases WHERE id = 'alpine'",
        "DELETE FROM organisation WHERE id NOT IN (SELECT organisation FROM cases)",
    )
    found = faults(path, catalogue)
    assert any("missing" in fault for fault in found)
    assert any("differs since checkpoint" in fault for fault in found)


def chained_anew(path: Path, leave: str, *, renumber: bool = True) -> None:
    """Write the record anew without some entries, all hashes and links right, but without a key."""
    with closing(sqlite3.connect(path)) as raw:
        names = ", ".join(COLUMNS)
        rows = [
            StoredEntry(*row)
            for row in raw.execute(f"SELECT {names} FROM entry WHERE {leave} ORDER BY seq")
        ]
    last: dict[str, str] = {}
    people: dict[int, tuple[int, str]] = {}
    renamed: dict[str, str] = {}
    link, made = "", []
    for number, row in enumerate(rows, 1):
        seq = number if renumber else row.seq
        known = people.get(row.person) if row.person is not None else None
        entry = entry_of(row, known[1] if known else None)
        before = last.get(row.case_id, "")
        fields: dict[str, Any] = dict(entry.fields)
        if fields.get("record.subject") in renamed:
            fields["record.subject"] = renamed[fields["record.subject"]]
        anew = RecordEntry(row.case_id, row.kind, row.at, before, fields, row.seed)
        renamed[row.hash] = last[row.case_id] = anew.hash
        link = next_link(link, anew.hash)
        if row.kind == "person":
            people[row.seq] = seq, anew.hash
        said = {**columns_of(anew), "seq": seq, "person": known and known[0], "side": 0}
        made.append(tuple({**said, "link": link}[name] for name in COLUMNS))
    with closing(sqlite3.connect(path)) as raw, raw:
        kept = raw.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for name, _ in kept:
            raw.execute(f"DROP TRIGGER {name}")
        raw.execute("DELETE FROM entry")
        marks = ", ".join("?" for _ in COLUMNS)
        raw.executemany(f"INSERT INTO entry ({names}) VALUES ({marks})", made)
        raw.execute(
            "UPDATE sqlite_sequence SET seq = (SELECT max(seq) FROM entry) WHERE name = 'entry'"
        )
        for _, sql in kept:
            raw.execute(sql)


def test_what_is_chained_anew_without_the_key_differs_from_the_checkpoint(
    path: Path, catalogue: Catalogue
) -> None:
    chained_anew(path, "kind != 'verdict'")
    found = faults(path, catalogue)
    assert found
    assert all("differs since checkpoint" in fault for fault in found), found


def test_without_its_checkpoints_it_is_shown_by_what_the_device_remembers(
    path: Path, catalogue: Catalogue
) -> None:
    with Store(path, now=NOON) as store:
        head, of_case = store.checkpoints.end()[1], store.entries.head("fjord")
    chained_anew(path, "kind NOT IN ('verdict', 'key')")
    edited(path, "DELETE FROM checkpoint")
    memory = path.with_name("device-key-checkpoints.json")
    kept = memory.read_bytes()
    memory.unlink()
    assert faults(path, catalogue) == [], "the database alone does not show it"
    memory.write_bytes(kept)
    with opened(path, catalogue) as desk:
        remembered = [str(fault) for fault in verify(desk).faults]
    assert [text for text in remembered if "which this device signed" in text]
    for anchor in (head, of_case):
        assert any("does not contain" in said for said in faults(path, catalogue, anchor))
    with opened(path, catalogue) as desk:
        assert any("no longer held the state" in text for text in verify(desk).reach)


@pytest.mark.parametrize("seed", range(4))
def test_random_edits_of_random_tables_are_named(
    seed: int, path: Path, catalogue: Catalogue
) -> None:
    chance = random.Random(seed)  # noqa: S311  edits, no secret
    pristine = path.read_bytes()
    every = [each for each in columns(path) if each[0] != "peer_setting"]
    for _ in range(8):
        path.write_bytes(pristine)
        table, name, kind = chance.choice(every)
        key = KEYS[table]
        with closing(sqlite3.connect(path)) as raw:
            (count,) = raw.execute(f"SELECT count(*) FROM {table}").fetchone()
        place = f"SELECT {key} FROM {table} LIMIT 1 OFFSET {chance.randrange(count)}"
        what = chance.choice(
            [
                f"UPDATE {table} SET {name} = {other(name, kind)} WHERE {key} = ({place})",
                f"DELETE FROM {table} WHERE {key} = ({place})",
            ]
        )
        try:
            changed = edited(path, what)
        except sqlite3.IntegrityError:
            continue
        assert not changed or faults(path, catalogue), what


def test_an_anchor_of_an_earlier_day_holds_as_the_record_grows(
    path: Path, catalogue: Catalogue, tmp_path: Path
) -> None:
    with Store(path, now=NOON) as store:
        head = store.checkpoints.end()[1]
    copy = tmp_path / "copy.db"
    shutil.copy(path, copy)
    with opened(path, catalogue) as desk:
        given = Answer(question="founded", status=Status.DONT_KNOW, at=desk.now, by="Ada")
        desk.store.answers.add("alpine", [given], at=desk.now)
        for anchor in (head, f"record:{head.upper()}", str(copy)):
            compared = verify(desk, anchor).compared
            assert compared is not None
            assert compared.holds
            assert "entries came later" in compared.said
        (tmp_path / "note.txt").write_text(f"On 1 December its head was\n{'0' * 64}.\n")
        strange = verify(desk, str(tmp_path / "note.txt")).compared
        assert strange is not None
        assert not strange.holds
