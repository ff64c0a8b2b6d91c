"""Sending on the screen: one key; without a network the case waits, and Home says so."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from assess.core.case.assessment import Assessment
from assess.core.submission.kept import (
    SecretariatConnection,
    Submission,
    SubmissionState,
)
from assess.workflow import Desk
from tests.tui.pace import done_apart
from tests.tui.screen_text import shown

Run = Callable[..., Any]
Begun = Callable[..., Assessment]


def nowhere(folder: Path) -> SecretariatConnection:
    """Give a connection with a secretariat that never answers."""
    return SecretariatConnection(
        url="http://127.0.0.1:1",
        account="",
        device="",
        name="Ada",
        service_key="0" * 64,
        recipient="age1",
        key_file=str(folder / "former" / "device-key.pem"),
    )


async def test_a_database_without_a_secretariat_says_how_it_gets_one(
    run: Run, begun: Begun
) -> None:
    begun("Fjord Energy")
    async with run(size=(120, 40)) as pilot:
        await pilot.pause()
        await pilot.press("greater_than_sign")
        await pilot.pause()
        assert "assess connect" in shown(pilot.app)


async def test_without_a_network_the_case_waits_and_home_says_so(
    run: Run, begun: Begun, desk: Desk, new_desk: Callable[..., Desk], tmp_path: Path
) -> None:
    """Also where the folder moved since the connection: the key is the one of this desk."""
    case = begun("Fjord Energy").case
    desk.store.submissions.connect(nowhere(tmp_path))
    key = tmp_path / "device-key.pem"
    async with run(size=(120, 40), open_desk=lambda: new_desk(device_key=key)) as pilot:
        await pilot.pause()
        await pilot.press("greater_than_sign")
        await pilot.pause()
        await done_apart(pilot)
        assert "waits to be sent" in shown(pilot.app)
    assert desk.store.submissions.newest()[case.id].state == "waiting"
    assert key.exists()
    assert not (tmp_path / "former").exists()


@pytest.mark.parametrize(
    ("digit", "said"), [("1", "does not answer"), ("2", "waits, and goes later")]
)
async def test_where_others_sent_a_copy_it_can_be_imported_or_ones_own_sent(
    run: Run,
    begun: Begun,
    desk: Desk,
    new_desk: Callable[..., Desk],
    tmp_path: Path,
    digit: str,
    said: str,
) -> None:
    case = begun("Fjord Energy").case
    desk.store.submissions.connect(nowhere(tmp_path))
    forked = Submission(
        revision="1" * 64, case=case.id, head="2" * 64, at=desk.now, state=SubmissionState.FORKED
    )
    desk.store.submissions.note(forked)
    key = tmp_path / "device-key.pem"
    async with run(size=(120, 40), open_desk=lambda: new_desk(device_key=key)) as pilot:
        await pilot.pause()
        assert "another copy as well" in shown(pilot.app)
        await pilot.press("greater_than_sign")
        await pilot.pause()
        assert "has another copy of this case" in shown(pilot.app)
        assert desk.store.submissions.waiting() == ()
        await pilot.press(digit)
        await pilot.pause()
        await done_apart(pilot)
        assert said in shown(pilot.app)
    assert len(desk.store.submissions.waiting()) == int(digit) - 1
