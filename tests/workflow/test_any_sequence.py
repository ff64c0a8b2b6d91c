"""Any sequence of what an expert may do in a case ends where a simple model of it ends."""

from __future__ import annotations

from copy import deepcopy
from datetime import date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
)

from assess import workflow
from assess.catalogue import load
from assess.core.case.answer import Answer
from assess.core.case.assessment import active_answers
from assess.core.catalogue.answer_status import Status
from assess.errors import AssessError
from assess.locations import indicators_folder
from assess.store import Store
from assess.store.database.verification import verify
from assess.workflow import Desk
from assess.workflow.case.evidence import add_link
from assess.workflow.case.undoing import undo
from tests.notation import NOON, case_of

CATALOGUE = load(indicators_folder())

NUMBERS = st.integers(-1, 60) | st.sampled_from([2.5, 700])
CHOICES: dict[str, st.SearchStrategy[Any]] = {
    "committed_total": NUMBERS,
    "committed_written": NUMBERS,
    "staff_fte": NUMBERS,
    "governing_body": st.sampled_from(["yes", "partly", "no", "perhaps"]),
    "body_meetings": NUMBERS,
    "driving_forces": st.sampled_from(
        [(50, 30, 20), (100, 0, 0), (50, 50, 20), (60, 30, 9.96)]
    ).map(lambda shares: dict(zip(("industry", "research", "public"), shares, strict=True))),
    "specialisation_text": st.text("ab\n💧 مر", max_size=6),
}
"""Questions of several types, with values of which some are wrong."""

NAMES = st.sampled_from(sorted(CHOICES))
TEXTS = st.sampled_from(["", "seen", "ask again", "two\nlines"])

BLANK: dict[str, Any] = {
    "status": "not_reached",
    "value": None,
    "reason": None,
    "note": None,
    "flag": False,
    "follow_up_by": None,
    "links": (),
}


class Model:
    """What a case should hold: the answers by question, what is typed, and the way back."""

    def __init__(self) -> None:
        self.answers: dict[str, dict[str, Any]] = {}
        self.typed: dict[str, str] = {}
        self.way_back: list[tuple[str, dict[str, Any]]] = []
        self.entries = 0

    def held(self, name: str) -> dict[str, Any]:
        return self.answers.get(name, BLANK)

    def change(self, name: str, **fields: Any) -> bool:
        """Change an answer; tells whether it may be saved so."""
        before = self.held(name)
        after = {**before, **fields}
        says_otherwise = (after["status"], after["value"]) != (before["status"], before["value"])
        loses_its_reason = self.lacks_reason(after) and not self.lacks_reason(before)
        if loses_its_reason or (says_otherwise and not self.may_stand(name, after)):
            return False
        if after != before:
            self.way_back.append((name, before))
            self.answers[name] = after
            self.entries += 1
        return True

    def lacks_reason(self, said: dict[str, Any]) -> bool:
        """Tell whether an answer says nothing where it must say why."""
        return said["status"] in ("not_applicable", "implausible") and not said["reason"]

    def may_stand(self, name: str, said: dict[str, Any]) -> bool:
        """Tell whether no check forbids an answer."""
        if self.lacks_reason(said):
            return False
        value = said["value"]
        if value is None:
            return True
        return bool(
            value in ("yes", "partly", "no")
            if name == "governing_body"
            else abs(sum(value.values()) - 100) <= 0.05
            if name == "driving_forces"
            else value.strip()
            if name == "specialisation_text"
            else value >= 0
            if name == "staff_fte"
            else value >= 0 and value == int(value) and (name != "body_meetings" or value <= 366)
        )

    def undo(self) -> bool:
        """Take the newest change back; tells whether there was one."""
        if not self.way_back:
            return False
        name, before = self.way_back.pop()
        self.answers[name] = before
        self.entries += 1
        return True

    @property
    def counting(self) -> set[str]:
        """The questions whose answers count: none that the routing hides."""
        body = self.held("governing_body")
        is_hidden = body["status"] == "answered" and body["value"] == "no"
        return {name for name in self.answers if name != "body_meetings" or not is_hidden}


def plain(answer: Answer) -> dict[str, Any]:
    """Give an answer as the model has it."""
    return {
        "status": answer.status.value,
        "value": deepcopy(answer.value),
        "reason": answer.reason,
        "note": answer.note,
        "flag": answer.flag,
        "follow_up_by": answer.follow_up_by,
        "links": tuple(one.location for one in answer.evidence),
    }


class AnyCase(RuleBasedStateMachine):
    """A case in a real database beside the model."""

    folder: TemporaryDirectory[str]
    desk: Desk

    @initialize()
    def begin(self) -> None:
        self.folder = TemporaryDirectory()
        self.model, self.moment, self.files = Model(), NOON, 0
        self.desk = self.opened()
        pattern = case_of("Any Cluster", impartiality=None)
        begun = workflow.begin(self.desk, pattern.organisation, pattern.details)
        self.case = self.desk.store.assessment(begun.id)

    def opened(self) -> Desk:
        def clock() -> datetime:
            self.moment += timedelta(seconds=1)
            return self.moment

        return Desk(
            newest=CATALOGUE,
            store=Store(Path(self.folder.name, f"{self.files}.db"), now=NOON),
            clock=clock,
            new_id=lambda: "thiscase",
        )

    @rule(name=NAMES, data=st.data(), reason=TEXTS)
    def answer(self, name: str, data: st.DataObject, reason: str) -> None:
        value = data.draw(CHOICES[name])
        done = workflow.answer(self.desk, self.case, name, value, reason=reason)
        fields = {"value": value, "reason": reason or None, "follow_up_by": None}
        may = self.model.change(name, status="answered", **fields)
        self.settle(name, done, may=may)

    @rule(beyond=st.integers(-1, 1))
    def answer_close_to_the_limit(self, beyond: int) -> None:
        total = self.model.held("committed_total")["value"]
        if isinstance(total, int):
            value = total + beyond
            done = workflow.answer(self.desk, self.case, "committed_written", value)
            fields = {"value": value, "reason": None, "follow_up_by": None}
            may = self.model.change("committed_written", status="answered", **fields)
            self.settle("committed_written", done, may=may)

    @rule(
        name=NAMES,
        status=st.sampled_from(list(Status)),
        reason=TEXTS,
        by=st.none() | st.dates(date(2026, 1, 1), date(2027, 1, 1)),
    )
    def say_why_not(self, name: str, status: Status, reason: str, by: date | None) -> None:
        if status is Status.ANSWERED:
            return
        keeps = status is Status.IMPLAUSIBLE
        value = self.model.held(name)["value"] if keeps else None
        done = workflow.answer(
            self.desk, self.case, name, value, status=status, reason=reason, follow_up_by=by
        )
        fields = {"value": value, "reason": reason or None, "follow_up_by": by}
        may = status is not Status.SKIPPED and self.model.change(
            name, status=status.value, **fields
        )
        self.settle(name, done, may=may)

    def settle(self, name: str, done: workflow.Recorded, *, may: bool) -> None:
        assert done.is_saved == may
        self.case = done.assessment
        if may:
            self.model.typed.pop(name, None)

    @rule(name=NAMES, note=st.none() | TEXTS, flag=st.none() | st.booleans())
    def remark(self, name: str, note: str | None, flag: bool | None) -> None:
        done = workflow.remark(self.desk, self.case, name, note=note, flag=flag)
        held = self.model.held(name)
        self.model.change(
            name,
            note=held["note"] if note is None else note or None,
            flag=held["flag"] if flag is None else flag,
        )
        assert done.is_saved
        self.case = done.assessment

    @rule(name=NAMES, number=st.integers(1, 3))
    def back_up_with_a_link(self, name: str, number: int) -> None:
        address = f"https://{number}.example"
        self.case = add_link(self.desk, self.case, name, address).assessment
        self.model.change(name, links=(*self.model.held(name)["links"], address))

    @rule()
    def take_back(self) -> None:
        if self.model.undo():
            self.case = undo(self.desk, self.case).assessment
            return
        try:
            undo(self.desk, self.case)
        except AssessError as error:
            assert "no change left to undo" in str(error)  # noqa: PT017  a machine has no raises
        else:
            raise AssertionError("there was nothing to take back")

    @rule(name=NAMES, text=st.text(min_size=1, max_size=4))
    def type(self, name: str, text: str) -> None:
        workflow.save_draft(self.desk, self.case, name, text)
        self.model.typed[name] = text

    @rule(name=NAMES, data=st.data())
    def type_and_answer(self, name: str, data: st.DataObject) -> None:
        self.type(name, "4")
        self.answer(name, data, "")

    @rule(name=NAMES)
    def wipe_out(self, name: str) -> None:
        workflow.drop_draft(self.desk, self.case, name)
        self.model.typed.pop(name, None)

    @rule()
    def leave_and_return(self) -> None:
        self.desk.close()
        self.desk = self.opened()
        self.case = self.desk.store.assessment("thiscase")
        self.compare_whole()

    @precondition(lambda self: self.model.entries > 3)
    @rule()
    def carry_to_another_database(self) -> None:
        path = Path(self.folder.name, f"{self.files}.json")
        workflow.export_case(self.desk, self.case, path)
        self.desk.close()
        self.files += 1
        self.desk = self.opened()
        workflow.import_files(self.desk, [path])
        self.case = self.desk.store.assessment("thiscase")
        self.compare_whole()
        again = path.with_suffix(".again.json")
        workflow.export_case(self.desk, self.case, again)
        assert again.read_bytes() == path.read_bytes()

    @invariant()
    def answers_are_those_of_the_model(self) -> None:
        if hasattr(self, "case"):
            shown = {name: plain(one) for name, one in self.case.answers.items()}
            assert shown == self.model.answers
            counting = {one.question for one in active_answers(self.case, CATALOGUE)}
            assert counting == self.model.counting
            assert dict(self.desk.store.drafts.of("thiscase")) == self.model.typed

    def compare_whole(self) -> None:
        """Compare what only the database knows."""
        store = self.desk.store
        assert {name: plain(one) for name, one in self.case.answers.items()} == self.model.answers
        assert len(store.answers.history("thiscase")) == self.model.entries
        assert verify(store.ledger).faults == ()

    def teardown(self) -> None:
        if hasattr(self, "case"):
            self.leave_and_return()
            self.desk.close()
            self.folder.cleanup()


TestAnyCase = AnyCase.TestCase
TestAnyCase.settings = settings(
    max_examples=25,
    stateful_step_count=30,
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],  # to shrink a failure takes minutes
    suppress_health_check=list(HealthCheck),
)
