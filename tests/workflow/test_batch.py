"""Many reports at once: each to a file of its own, and one fault is one fault."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any

import pytest

from assess.core.case.assessment import Assessment
from assess.errors import RenderFault
from assess.render.document import document
from assess.render.printing.printer import Printer
from assess.workflow import Desk, begin, finish
from assess.workflow.report.batch import WrittenReport, file_name, finished_cases, write_reports
from tests.notation import case_of
from tests.nothing_known import with_nothing_open


def finished(desk: Desk, name: str) -> Assessment:
    pattern = case_of(name)
    now = with_nothing_open(desk, begin(desk, pattern.organisation, pattern.details).id)
    finish(desk, now)
    return desk.store.assessment(now.case.id)


@pytest.fixture
def printed(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """What was printed, by which printer; a cluster named Bad cannot be."""
    calls: list[Any] = []
    lock = threading.Lock()

    def write(report: Any, _: Path, target: Path, **named: Any) -> document.Printed:
        with lock:
            calls.append((report.cover.organisation, named["printer"]))
        if "Bad" in report.cover.organisation:
            raise RenderFault("it cannot be printed")
        if "Odd" in report.cover.organisation:
            raise ZeroDivisionError("nobody thought of it")
        target.write_text(report.cover.organisation, encoding="utf-8")
        return document.Printed(pages=38, missing=(), refused=(), seconds={})

    monkeypatch.setattr(document, "write_report", write)
    return calls


def test_one_bad_case_does_not_stop_the_others(
    desk: Desk, case: Assessment, printed: list[Any], tmp_path: Path
) -> None:
    for name in ("Zeta", "Bad", "Alpha: a/b", "Odd"):
        finished(desk, name)
    found = finished_cases(desk)
    names = ["Alpha: a/b", "Bad", "Odd", "Zeta"]
    assert [one.case.organisation.name for one in found] == names
    assert case.case.id not in {one.case.id for one in found}
    told: list[WrittenReport] = []
    written = write_reports(desk, found, tmp_path, tmp_path, cores=2, tell=told.append)
    assert sorted(told) == sorted(written)
    faults = {one.organisation: one.fault for one in written}
    wrong = {"Bad": "it cannot be printed", "Odd": "ZeroDivisionError: nobody thought of it"}
    assert faults == dict.fromkeys(names, "") | wrong
    assert sorted(path.name for path in tmp_path.glob("*.pdf")) == sorted(
        file_name(one) for one in found if one.case.organisation.name not in wrong
    )
    assert len({id(printer) for _, printer in printed}) <= 2


def test_who_stops_waits_for_no_other_report(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = [finished(desk, "One")] * 5
    begun: list[str] = []
    closed = threading.Event()

    def write(report: Any, *_: Any, **__: Any) -> document.Printed:
        begun.append(report.cover.organisation)
        if len(begun) > 1:
            assert closed.wait(10), "nobody stopped the printer"
            raise RenderFault("Printing was cancelled.")
        return document.Printed(pages=38, missing=(), refused=(), seconds={})

    def interrupted(_: WrittenReport) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(document, "write_report", write)
    monkeypatch.setattr(Printer, "close", lambda _: closed.set())
    with pytest.raises(KeyboardInterrupt):
        write_reports(desk, found, tmp_path, tmp_path, cores=1, tell=interrupted)
    assert len(begun) <= 2


def test_a_file_that_is_there_stays_unless_that_is_wanted(
    desk: Desk, printed: list[Any], tmp_path: Path
) -> None:
    one = finished(desk, "Alpha")
    target = tmp_path / file_name(one)
    target.write_text("mine")
    (item,) = write_reports(desk, [one], tmp_path, tmp_path)
    assert item.fault == f"{target.name} exists already"
    assert target.read_text() == "mine"
    assert printed == []
    (item,) = write_reports(desk, [one], tmp_path, tmp_path, force=True)
    assert item.fault == ""
    assert target.read_text() == "Alpha"


def test_every_case_has_a_file_of_its_own(desk: Desk) -> None:
    first, second = finished(desk, "Twin"), case_of("Twin", interview="2027-01-02")
    other = first.model_copy(update={"case": second.model_copy(update={"id": "other"})})
    assert file_name(first) != file_name(other)
    nameless = first.case.organisation.model_copy(update={"name": "..//.."})
    odd = first.model_copy(
        update={"case": first.case.model_copy(update={"organisation": nameless})}
    )
    assert file_name(odd).startswith("report ")
