"""What a database kept as English prose stays as it is, and is understood when it is read."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from assess.core.case.history.proposal import Decided
from assess.core.case.message import CaseMessage
from assess.core.catalogue.catalogue import Catalogue
from assess.core.label.decision import LabelDecision
from assess.core.register.record import Listing
from assess.core.text.message import Message, message
from assess.exchange.case import case_file
from assess.languages import speaking
from assess.languages.former_english import FORMER
from assess.languages.message import say, sentence_of
from assess.languages.understanding import said_by
from assess.store import Store
from assess.store.database.verification import verify
from assess.workflow import Desk
from assess.workflow.case.record.gathering import carried
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
    """Give what was entered: its body as plain values, by whom and when."""
    with closing(sqlite3.connect(path)) as raw:
        return [
            (case, {**json.loads(body), "at": None}, by, at)
            for table in ("details", "answer", "decision", "register", "edition")
            for case, body, by, at in raw.execute(
                f"SELECT case_id, body, by, at FROM {table} ORDER BY case_id, seq"
            )
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
        if record.rule is None:
            assert body.get("rule") is None
        else:
            assert body["rule"] in said_then(record.rule)
        for warning, was in zip(record.warnings, body.get("warnings", []), strict=True):
            assert was in said_then(warning)
    assert rows(before) == as_they_were


def said_then(kept: Message | str) -> list[str]:
    """Say a message as the versions before said it: by each former sentence, if it has one."""
    if isinstance(kept, str):
        return [kept]
    sentences = FORMER.get(kept.code, (sentence_of(kept.code),))
    return [said_by(sentence, kept) for sentence in sentences]


def test_a_former_sentence_is_that_of_a_code_and_differs_from_the_one_of_today() -> None:
    for code, former in FORMER.items():
        assert sentence_of(code) not in former


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


def waiting_of(path: Path, query: str) -> list[dict[str, Any]]:
    with closing(sqlite3.connect(path)) as raw:
        return [json.loads(body) for (body,) in raw.execute(query).fetchall()]


def test_sources_of_proposals_and_reasons_of_states_are_understood(before: Path) -> None:
    kept = waiting_of(before, "SELECT body FROM proposal ORDER BY id")
    with Store(before, now=NOON) as store:
        (case_id,) = {str(row[0]) for row in store.ledger.rows("SELECT case_id FROM proposal")}
        found = store.proposals.undecided(case_id)
        assert [say(proposal.source) for proposal in found] == [body["source"] for body in kept]
        assert [proposal.source for proposal in found if isinstance(proposal.source, str)] == [
            "form-waiting.xlsx"
        ]
        opened, typed = [change.reason for change in store.states.history(case_id) if change.reason]
        assert opened == message(
            CaseMessage.OPENED_WITH_EDITION, after="ecei-2027", before="ecei-2026", case="case0099"
        )
        assert typed == "An answer was wrong"


def test_what_was_proposed_before_is_not_proposed_again(before: Path) -> None:
    with Store(before, now=NOON) as store:
        (case_id,) = {str(row[0]) for row in store.ledger.rows("SELECT case_id FROM proposal")}
        found = store.proposals.undecided(case_id)
        assert store.proposals.add(case_id, found, at=NOON) == ()
        told = [found[0].model_copy(update={"source": message(CaseMessage.FROM_COPY)})]
        (new,) = store.proposals.add(case_id, told, at=NOON)
        assert store.proposals.undecided(case_id)[-1].source == new.source
    bodies_now = waiting_of(before, "SELECT body FROM proposal ORDER BY id")
    assert bodies_now[-1]["source"] == {"code": "case.from_copy"}


def test_a_case_file_says_it_in_english_and_gives_the_codes_again(
    before: Path, first_edition: Catalogue
) -> None:
    store = Store(before, now=NOON)
    with Desk(newest=first_edition, store=store, clock=lambda: NOON, new_id=lambda: "new") as desk:
        cases = [case.id for case in desk.store.cases.all()]
        held = {case_id: carried(desk, desk.store.assessment(case_id)) for case_id in cases}
        with speaking("en-XA"):
            files = {case_id: case_file.write(held[case_id], first_edition) for case_id in cases}
    assert any('"rule": "first label: interview 2026-11, plus' in text for text in files.values())
    for case_id, text in files.items():
        assert '"code"' not in text
        again = case_file.read(text.encode(), "x", first_edition, now=NOON, new_id=case_id)
        for name in ("entries", "states", "proposals"):
            assert getattr(again, name) == unnumbered(getattr(held[case_id], name))


def unnumbered(kept: Any) -> Any:
    """Leave out what a case file does not carry: the ids of proposals."""
    return tuple(
        one.model_copy(update={"proposal": one.proposal.model_copy(update={"id": None})})
        if isinstance(one, Decided)
        else one
        for one in kept
    )
