"""One case on two laptops: both have one past, whatever is sent to and fro."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from copy import deepcopy
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from assess import workflow
from assess.core.case.assessment import Assessment
from assess.core.catalogue.catalogue import Catalogue
from assess.core.record.past import Relation
from assess.errors import KnownCase, Refused
from assess.exchange.case.case_file_fields import VERSION
from assess.store import Store
from assess.store.case.record_entries import past_of
from assess.workflow import Desk, answer, begin
from assess.workflow.case import proposing
from assess.workflow.case.case_transfer import export_case
from assess.workflow.case.cases import change_details
from assess.workflow.program.file_import import import_files
from assess.workflow.program.verifying import verify
from tests.notation import NOON, case_of


@pytest.fixture
def laptop(tmp_path: Path, catalogue: Catalogue) -> Iterator[Callable[[str], Desk]]:
    """Give a laptop of a name, with a clock that goes on by a second with each look."""
    with ExitStack() as stack:
        names = iter(("case0001", *(f"other{number}" for number in range(1000))))
        moments = iter(NOON + timedelta(seconds=number) for number in range(100_000))

        def opened(name: str) -> Desk:
            return stack.enter_context(
                Desk(
                    newest=catalogue,
                    store=Store(tmp_path / f"{name}.db", now=NOON),
                    clock=lambda: next(moments),
                    new_id=lambda: next(names),
                    who=f"Expert of {name}",
                )
            )

        yield opened


def send(sender: Desk, to: Desk, folder: Path, *, as_proposals: bool = False) -> tuple[str, ...]:
    """Send the case from one laptop to another; give what came."""
    path = folder / "sent.json"
    path.unlink(missing_ok=True)
    export_case(sender, sender.store.assessment("case0001"), path)
    (arrived,) = import_files(to, [path], as_proposals=as_proposals)
    return arrived.came


def begun(desk: Desk) -> Assessment:
    pattern = case_of("Fjord Energy Cluster")
    case = begin(desk, pattern.organisation, pattern.details)
    return answer(desk, desk.store.assessment(case.id), "committed_total", 40).assessment


def change(desk: Desk, question: str, value: int) -> None:
    assert answer(desk, desk.store.assessment("case0001"), question, value, reason="so").is_saved


def hashes(desk: Desk) -> set[str]:
    return {entry.hash for entry in desk.store.entries.of("case0001")}


def value(desk: Desk, question: str) -> object:
    return desk.store.assessment("case0001").value(question)


def stands(here: Desk, there: Desk) -> Relation:
    past = past_of((*here.store.entries.of("case0001"), *there.store.entries.of("case0001")))
    heads = (desk.store.entries.head("case0001") for desk in (here, there))
    return past.relation(*heads)


def test_sent_worked_on_at_both_merged_and_sent_back(
    laptop: Callable[[str], Desk], tmp_path: Path
) -> None:
    a, b = laptop("a"), laptop("b")
    begun(a)
    send(a, b, tmp_path)
    assert stands(a, b) is Relation.SAME
    assert hashes(a) == hashes(b), "to send is no entry of the case"
    assert "nothing new" in " ".join(send(b, a, tmp_path))
    change(a, "staff_fte", 3)
    change(b, "committed_total", 41)
    change(b, "staff_headcount", 7)
    assert stands(a, b) is Relation.FORKED
    with pytest.raises(KnownCase, match="both were worked on since"):
        send(b, a, tmp_path)
    assert "2 proposed answers" in " ".join(send(b, a, tmp_path, as_proposals=True))
    assert stands(b, a) is Relation.NEWER, "the merge names the head of the other copy"
    assert value(a, "committed_total") == 40, "what was merged is proposed, and not in force"
    for proposal in proposing.proposals(a, a.store.assessment("case0001"))["committed_total"]:
        proposing.take(a, a.store.assessment("case0001"), proposal)
    assert "goes on with case0001" in " ".join(send(a, b, tmp_path))
    assert stands(a, b) is Relation.SAME
    assert hashes(a) == hashes(b)
    assert (value(b, "committed_total"), value(b, "staff_fte")) == (41, 3)
    assert value(b, "staff_headcount") is None, "it waits as a proposal on both"
    assert b.store.proposals.history("case0001")[-1].proposal.question == "staff_headcount"
    change(b, "staff_fte", 4)
    assert "goes on with" in " ".join(send(b, a, tmp_path))
    assert value(a, "staff_fte") == 4
    for desk in (a, b):
        assert verify(desk).faults == ()


def test_both_may_merge_each_other_for_ever(laptop: Callable[[str], Desk], tmp_path: Path) -> None:
    a, b = laptop("a"), laptop("b")
    begun(a)
    send(a, b, tmp_path)
    for number in range(3):
        change(a, "staff_fte", 3 + number)
        change(b, "staff_headcount", 7 + number)
        send(b, a, tmp_path, as_proposals=True)
        send(a, b, tmp_path, as_proposals=True)
        assert stands(a, b) is Relation.NEWER
        send(b, a, tmp_path)
        assert stands(a, b) is Relation.SAME
    for desk in (a, b):
        assert verify(desk).faults == ()


def test_a_third_laptop_gets_the_whole_past(laptop: Callable[[str], Desk], tmp_path: Path) -> None:
    a, b, c = laptop("a"), laptop("b"), laptop("c")
    begun(a)
    send(a, b, tmp_path)
    change(a, "staff_fte", 3)
    change(b, "staff_headcount", 7)
    send(b, a, tmp_path, as_proposals=True)
    send(a, c, tmp_path)
    assert hashes(c) == hashes(a)
    assert "nothing new" in " ".join(send(b, c, tmp_path))
    assert verify(c).faults == ()


def test_details_that_the_other_copy_changed_come_with_it(
    laptop: Callable[[str], Desk], tmp_path: Path
) -> None:
    a, b = laptop("a"), laptop("b")
    begun(a)
    send(a, b, tmp_path)
    case = b.store.cases.get("case0001")
    details = case.details.model_copy(update={"portfolio": "ICT", "contact": "Liv"})
    renamed = case.organisation.model_copy(update={"name": "Fjord Energy", "region": "Vestland"})
    change_details(b, case, renamed, details)
    send(b, a, tmp_path)
    taken = a.store.cases.get("case0001")
    assert (taken.organisation, taken.details) == (renamed, details)
    for desk in (a, b):
        assert verify(desk).faults == ()


def sent_file(desk: Desk, folder: Path) -> dict[str, Any]:
    export_case(desk, desk.store.assessment("case0001"), folder / "sent.json")
    said: dict[str, Any] = json.loads((folder / "sent.json").read_bytes())
    assert said["version"] == VERSION
    return said


@pytest.mark.parametrize(
    ("alter", "sentence"),
    [
        (lambda said: said["answers"][0].update(value=41), "differs from answers"),
        (lambda said: said["answers"].clear(), "differs from answers"),
        (lambda said: said["case"].update(contact="Eve"), "differs from case"),
        (lambda said: said["record"].pop(), "differs from"),
        (lambda said: said["record"].pop(1), "the entry that it follows is missing"),
        (lambda said: said["record"][-1]["fields"].update(value=41), "record[4]: the entry was"),
        (lambda said: said["record"][-1].update(at="2026-11-01T12:00:00+00:00"), "was altered"),
        (lambda said: said["record"][-1].update(hash="0" * 64), "was altered"),
        (lambda said: said["record"][-1].update(seed="0" * 32), "was altered"),
        (lambda said: said["record"].append(said["record"][0]), "it is there twice"),
        (lambda said: said["case"].update(id="other"), "was altered"),
        (lambda said: said.update(version=5), "record: there is no field of this name"),
        (lambda said: said["record"][0].update(kind="pool"), "is not one of these"),
    ],
)
def test_an_altered_file_is_refused_and_nothing_of_it_taken(
    alter: Callable[[dict[str, Any]], object],
    sentence: str,
    laptop: Callable[[str], Desk],
    tmp_path: Path,
) -> None:
    a, b = laptop("a"), laptop("b")
    begun(a)
    said = sent_file(a, tmp_path)
    alter(said)
    (tmp_path / "altered.json").write_text(json.dumps(said))
    with pytest.raises(Refused) as refused:
        import_files(b, [tmp_path / "altered.json"])
    assert sentence in str(refused.value)
    assert b.store.cases.all() == ()
    assert b.store.entries.of("case0001") == ()


def test_withheld_notes_stay_closed_and_the_past_is_the_same(
    laptop: Callable[[str], Desk], tmp_path: Path
) -> None:
    a, b = laptop("a"), laptop("b")
    case = begun(a)
    workflow.remark(a, case, "committed_total", note="Kari says so", for_report=False)
    path = tmp_path / "withheld.json"
    export_case(a, a.store.assessment("case0001"), path, with_private_notes=False)
    assert "Kari" not in path.read_text(encoding="utf-8")
    import_files(b, [path])
    taken = b.store.assessment("case0001").answer("committed_total")
    assert (taken.note, taken.note_withheld) == (None, True)
    assert stands(a, b) is Relation.SAME
    assert verify(b).faults == ()
    change(b, "staff_fte", 3)
    send(b, a, tmp_path)
    assert a.store.assessment("case0001").answer("committed_total").note == "Kari says so"
    assert verify(a).faults == ()


def committed(said: dict[str, Any]) -> dict[str, Any]:
    return next(each for each in said["answers"] if each["question"] == "committed_total")


ALTERED: tuple[Callable[[dict[str, Any]], object], ...] = (
    lambda said: committed(said).update(value=99),
    lambda said: committed(said).update(note="told by nobody"),
    lambda said: said["answers"].remove(committed(said)),
    lambda said: said["case"].update(contact="nobody"),
    lambda said: said["case"].update(interview_date="2026-11-01"),
)


@pytest.mark.parametrize("stands", list(Relation)[:4])
def test_a_copy_with_altered_sections_is_told_however_it_stands_to_the_case_here(
    stands: Relation, laptop: Callable[[str], Desk], tmp_path: Path
) -> None:
    a, b = laptop("a"), laptop("b")
    begun(a)
    send(a, b, tmp_path)
    if stands in (Relation.OLDER, Relation.FORKED):
        answer(a, a.store.assessment("case0001"), "staff_fte", 3)
    if stands in (Relation.NEWER, Relation.FORKED):
        answer(b, b.store.assessment("case0001"), "staff_fte", 3)
    whole = sent_file(b, tmp_path)
    before = a.store.entries.head("case0001")
    altered, into = tmp_path / "altered.json", a.store.assessment("case0001")
    for alter in ALTERED:
        said = deepcopy(whole)
        alter(said)
        altered.write_text(json.dumps(said))
        with pytest.raises(Refused, match="was altered after it was written"):
            import_files(a, [altered])
    with pytest.raises(Refused, match="was altered after it was written"):
        import_files(a, [altered], as_proposals=True)
    with pytest.raises(Refused, match="was altered after it was written"):
        import_files(a, [altered], into=into)
    assert a.store.entries.head("case0001") == before
    altered.write_text(json.dumps(whole))
    import_files(a, [altered], as_proposals=stands is Relation.FORKED)  # unaltered it is taken
