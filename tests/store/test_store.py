"""The store: what is committed stays, and nothing committed is ever changed."""

from __future__ import annotations

import re
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from assess.core.advice.review import Edit
from assess.core.case.answer import Answer
from assess.core.case.assessment import State, StateChange
from assess.core.case.organisation import Organisation
from assess.core.catalogue.answer_status import Status
from assess.core.label.decision import LabelDecision
from assess.core.label.eligibility import Verdict
from assess.errors import NotFound, StoreFault
from assess.store import Store
from assess.store.database.opening import known_migrations
from tests.notation import NOON, case_of


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "assess.db"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    with Store(path, now=NOON) as opened:
        opened.cases.add(case_of(), by="Ada")
        yield opened


def give(question: str, value: object, **fields: object) -> Answer:
    return Answer.model_validate(
        {"question": question, "status": "answered", "value": value, "by": "Ada", **fields}
    )


def other(path: Path) -> Store:
    """Open the same file as another program would."""
    return Store(path, now=NOON)


def test_an_answer_is_committed_when_it_was_given(store: Store, path: Path) -> None:
    store.answers.add("testcase", [give("committed_total", 73)], at=NOON)
    with other(path) as second:
        assert second.assessment("testcase").value("committed_total") == 73


def test_the_newest_answer_counts_and_the_earlier_ones_stay(store: Store) -> None:
    for value in (1, 2, 3):
        store.answers.add("testcase", [give("committed_total", value)], at=NOON)
    store.answers.add("testcase", [give("staff_fte", 2.4)], at=NOON)
    assert store.assessment("testcase").value("committed_total") == 3
    assert [one.value for one in store.answers.history("testcase", "committed_total")] == [1, 2, 3]
    assert len(store.answers.history("testcase")) == 4


def test_everything_about_an_answer_comes_back(store: Store) -> None:
    given = Answer(
        question="founded",
        status=Status.FOLLOW_UP,
        note="[bold]x[/bold] {{ 7*7 }} \x1b[31m \u202e ünï \U0001f600\n" + "x" * 100_000,
        flag=True,
        follow_up_by=NOON.date(),
        at=NOON,
        by="Ada",
    )
    store.answers.add("testcase", [given], at=NOON)
    assert store.assessment("testcase").answer("founded") == given


@pytest.mark.parametrize("kind", ["answer", "details", "state", "register", "person"])
def test_what_was_added_is_never_changed_or_removed(kind: str, store: Store, path: Path) -> None:
    store.answers.add("testcase", [give("committed_total", 73)], at=NOON)
    store.states.add("testcase", [StateChange(state=State.FINISHED, by="Ada")], at=NOON)
    store.register.add([_entry()], at=NOON)
    with closing(sqlite3.connect(path)) as raw, raw:
        for statement in ("UPDATE entry SET body = '{}'", "DELETE FROM entry"):
            with pytest.raises(sqlite3.IntegrityError, match="only ever added to"):
                raw.execute(f"{statement} WHERE kind = ?", (kind,))


def test_several_answers_are_added_all_or_none(store: Store) -> None:
    class Broken(Answer):
        def model_dump_json(self, **_: object) -> str:
            raise OSError(28, "No space left on device")

    with pytest.raises(StoreFault):
        store.answers.add(
            "testcase", [give("founded", "2009"), Broken(question="staff_fte")], at=NOON
        )
    assert store.answers.history("testcase") == ()
    store.answers.add("testcase", [give("founded", "2009")], at=NOON)
    assert len(store.answers.history("testcase")) == 1


def test_each_entry_is_chained_to_the_one_before_it(store: Store, path: Path) -> None:
    for value in (1, 2, 3):
        store.answers.add("testcase", [give("committed_total", value)], at=NOON)
    with closing(sqlite3.connect(path)) as raw, raw:
        rows = raw.execute(
            "SELECT hash_before, hash FROM entry WHERE case_id = 'testcase' ORDER BY seq"
        ).fetchall()
    assert rows[0][0] == ""
    assert [row[0] for row in rows[1:]] == [row[1] for row in rows[:-1]]
    assert len({row[1] for row in rows}) == len(rows) == 6


def test_a_draft_is_kept_until_the_question_is_answered(store: Store, path: Path) -> None:
    store.drafts.keep("testcase", "staff_fte", "2,", at=NOON)
    store.drafts.keep("testcase", "staff_fte", "2,4x", at=NOON)
    with other(path) as second:
        assert second.drafts.of("testcase") == {"staff_fte": "2,4x"}
    store.answers.add("testcase", [give("staff_fte", 2.4)], at=NOON)
    assert store.drafts.of("testcase") == {}


def test_the_place_is_kept(store: Store, path: Path) -> None:
    store.places.keep("testcase", "staff_fte", at=NOON, is_open=True)
    later = NOON + timedelta(minutes=5)
    store.places.keep("testcase", "founded", at=later, is_open=False)
    with other(path) as second:
        (place,) = second.places.all()
    assert (place.question, place.at, place.is_open) == ("founded", later, False)


def test_the_newest_verdict_and_edit_count(store: Store) -> None:
    for word in ("open", "met"):
        store.verdicts.add(
            "testcase", [Verdict.model_validate({"criterion": "E1", "verdict": word})], at=NOON
        )
    for action in ("One.", "Two."):
        store.edits.add(
            "testcase", [Edit(about="recommendation", key="a.b", action=action)], at=NOON
        )
    assert store.verdicts.of("testcase")["E1"].verdict == "met"
    assert store.edits.of("testcase")["a.b"].action == "Two."


def test_details_change_and_an_organisation_is_one_by_name_and_country(store: Store) -> None:
    case = store.cases.get("testcase")
    renamed = Organisation(name="TEST cluster", country="NOR", website="https://example.org")
    details = case.details.model_copy(update={"portfolio": "ICT"})
    changed = store.cases.change("testcase", renamed, details, by="Ada", at=NOON)
    assert changed.details.portfolio == "ICT"
    assert changed.organisation == renamed
    assert store.cases.organisations() == (renamed,)


def test_there_is_no_case_of_another_id(store: Store) -> None:
    with pytest.raises(NotFound):
        store.cases.get("elsewhere")
    with pytest.raises(StoreFault):
        store.answers.add("elsewhere", [give("founded", "2009")], at=NOON)


def test_a_file_of_another_program_is_refused_in_words(path: Path) -> None:
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute("CREATE TABLE recipes (name TEXT)")
    before = path.read_bytes()
    with pytest.raises(StoreFault, match="another program"):
        other(path)
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    "content", [b"not a database at all" * 100, b"SQLite format 3\x00" + b"\xff" * 5000]
)
def test_a_file_that_is_no_database_is_refused_in_words(content: bytes, path: Path) -> None:
    path.write_bytes(content)
    with pytest.raises(StoreFault, match=r"not a database|damaged"):
        other(path)
    assert path.read_bytes() == content


def test_a_newer_database_is_refused_in_words(path: Path) -> None:
    other(path).close()
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES "
            "('assess', 'm999_of_tomorrow', '2030-01-01')"
        )
    with pytest.raises(StoreFault, match="newer version"):
        other(path)


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(StoreFault, match="cannot be opened"):
        other(tmp_path / "file" / "assess.db")


def test_opening_an_up_to_date_database_makes_no_copy(path: Path) -> None:
    other(path).close()
    other(path).close()
    assert [one.name for one in path.parent.iterdir()] == [path.name]


def test_the_migrations_are_numbered_and_named() -> None:
    names = known_migrations()
    assert all(re.fullmatch(r"m\d{3}_[a-z_]+", name) for name in names)
    assert len({name[:4] for name in names}) == len(names)


def _entry() -> LabelDecision:
    return LabelDecision.model_validate(
        {
            "kind": "proposed",
            "case": "testcase",
            "name": "Test Cluster",
            "country": "NOR",
            "portfolio": "ICT",
            "interview_date": "2026-11-02",
            "on": "2026-11-03",
            "by": "Ada",
            "recorded_at": datetime(2026, 11, 3, tzinfo=UTC),
        }
    )


def test_the_register_keeps_its_entries_in_order(store: Store) -> None:
    store.register.add([_entry()], at=NOON)
    awarded = _entry().model_copy(update={"by": "Board"})
    store.register.add([awarded], at=NOON)
    assert store.register.entries() == (_entry(), awarded)


def test_several_programs_may_start_on_a_new_file_at_once(path: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from datetime import datetime, UTC; "
        "from assess.store import Store; "
        "Store(Path(sys.argv[1]), now=datetime.now(UTC)).cases.all()"
    )
    started = [
        subprocess.Popen([sys.executable, "-c", program, str(path)], stderr=subprocess.PIPE)
        for _ in range(4)
    ]
    assert [one.communicate()[1] for one in started] == [b""] * 4


def test_another_organisation_keeps_what_is_known_of_it(store: Store) -> None:
    beta = Organisation(name="Beta", country="NOR", region="Viken", website="https://beta.example")
    store.cases.add(case_of().model_copy(update={"id": "beta", "organisation": beta}), by="Ada")
    moved = Organisation(name="BETA", country="NOR")
    details = store.cases.get("testcase").details
    assert store.cases.change("testcase", moved, details, by="Ada", at=NOON).organisation == beta
    assert store.cases.organisations() == (beta,)


@pytest.mark.slow
def test_another_program_that_does_not_stop_writing_is_named(
    store: Store, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("assess.store.database.ledger.BUSY_SECONDS", 0.1)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreFault, match="has been in use by another program"):
            store.drafts.keep("testcase", "founded", "2", at=NOON)
    store.drafts.keep("testcase", "founded", "2", at=NOON)
    assert store.drafts.of("testcase") == {"founded": "2"}


def test_a_full_disk_is_said_and_takes_nothing_that_was_saved(store: Store, path: Path) -> None:
    store.answers.add("testcase", [give("committed_total", 73)], at=NOON)
    ((pages,),) = store.ledger.rows("PRAGMA page_count")
    store.ledger.rows(f"PRAGMA max_page_count = {pages}")
    long = give("founded", "2009", note="x" * 50_000)
    with pytest.raises(StoreFault, match="cannot be written: the disk is full"):
        store.answers.add("testcase", [give("staff_fte", 2), long], at=NOON)
    store.ledger.rows("PRAGMA max_page_count = 1000000")
    store.answers.add("testcase", [long], at=NOON)
    with other(path) as second:
        assert [one.question for one in second.answers.history("testcase")] == [
            "committed_total",
            "founded",
        ]
