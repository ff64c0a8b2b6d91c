"""Sending on the screen: one key; without a network the case waits, and Home says so."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from assess.core.case.assessment import Assessment
from assess.core.submission.kept import SecretariatConnection
from assess.workflow import Desk
from tests.tui.pace import done_apart
from tests.tui.screen_text import shown

Run = Callable[..., Any]
Begun = Callable[..., Assessment]


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
    nowhere = SecretariatConnection(
        url="http://127.0.0.1:1",
        account="",
        device="",
        name="Ada",
        service_key="0" * 64,
        recipient="age1",
        key_file=str(tmp_path / "former" / "device-key.pem"),
    )
    desk.store.submissions.connect(nowhere)
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
