"""The record has the real clock: a stated day moves what is shown, and never when it happened."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from assess.core.case.answer import Answer
from assess.core.case.history.change_text import change_lines
from assess.core.catalogue.answer_status import Status
from assess.core.record.clock import ClockDoubt, clock_doubts
from assess.languages.message import say
from assess.locations import indicators_folder
from assess.workflow import Desk, answer, begin, open_desk
from assess.workflow.case.undoing import history
from assess.workflow.program.verifying import verify
from tests.notation import NOON, case_of

STATED = date(2020, 2, 29)


def opened(path: Path, today: date | None) -> Desk:
    return open_desk(path, indicators_folder(), today=today)


def test_a_stated_day_stands_beside_the_real_moment(tmp_path: Path) -> None:
    before = datetime.now(UTC)
    with opened(tmp_path / "assess.db", STATED) as desk:
        pattern = case_of("Fjord Energy")
        case = begin(desk, pattern.organisation, pattern.details)
        answer(desk, desk.store.assessment(case.id), "committed_total", 40)
        assert desk.today == STATED
        entries = desk.store.entries.of(case.id)
        (change,) = history(desk, desk.store.assessment(case.id))
    moments = {datetime.fromisoformat(entry.at) for entry in entries}
    assert all(before <= moment <= datetime.now(UTC) for moment in moments)
    said = {entry.kind: entry.fields.get("record.day") for entry in entries}
    assert said["answer"] == said["case"] == said["details"] == STATED.isoformat()
    assert change.stated_day == STATED
    lines = [say(line) for line in change_lines(change, desk.newest)]
    assert "made as if today were 29 February 2020" in lines
    with opened(tmp_path / "assess.db", None) as desk:
        answer(desk, desk.store.assessment(case.id), "committed_total", 41)
        _, second = history(desk, desk.store.assessment(case.id))
        assert second.stated_day is None
        assert verify(desk).faults == ()


@pytest.mark.parametrize(
    ("hours", "doubts"),
    [
        ((0, 1, 2), (None, None, None)),
        ((0, 2, 1), (None, None, ClockDoubt.EARLIER)),
        ((0, 999, 1), (None, ClockDoubt.FUTURE, ClockDoubt.EARLIER)),
        ((0, None, 1), (None, None, None)),
    ],
)
def test_what_cannot_be_right_is_remarked(
    hours: tuple[int | None, ...], doubts: tuple[ClockDoubt | None, ...]
) -> None:
    moments = [None if each is None else NOON + timedelta(hours=each) for each in hours]
    assert clock_doubts(moments, NOON + timedelta(hours=9)) == doubts


def test_entries_from_the_future_and_out_of_order_carry_a_remark(tmp_path: Path) -> None:
    with opened(tmp_path / "assess.db", None) as desk:
        pattern = case_of("Fjord Energy")
        case = begin(desk, pattern.organisation, pattern.details)
        for days in (-1, 900, -2):
            given = Answer(
                question="founded",
                status=Status.DONT_KNOW,
                at=desk.now + timedelta(days=days),
                by="Ada",
            )
            desk.store.answers.add(case.id, [given], at=desk.now)
        changes = history(desk, desk.store.assessment(case.id))
        assert [change.doubt for change in changes] == [None, "future", "earlier"]
        words = [say(line) for change in changes for line in change_lines(change, desk.newest)]
        assert "the time stated is still to come" in words
        assert "the time stated is before that of the change before it" in words
        found = verify(desk)
        assert [doubt.doubt for doubt in found.doubts] == [ClockDoubt.FUTURE, ClockDoubt.EARLIER]
        assert found.is_whole, "a remark is no fault"
