"""The table of peers is renewed by one key, once a case is finished and enough have changed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from assess.core.case.assessment import Assessment, State
from assess.tui.dialog.choose import ChooseScreen
from assess.workflow import Desk
from assess.workflow.peers.peer_table import renewal_of, table_in_use
from assess.workflow.report.reporting import draft_report
from tests.pool_cases import finished
from tests.tui.screen_text import shown
from tests.tui.test_home import settled


async def until_shown(pilot: Any, text: str) -> None:
    for _ in range(100):
        if text in " ".join(shown(pilot.app).replace("▌", " ").split()):
            return
        await pilot.pause(0.02)
    raise AssertionError(shown(pilot.app))


def number_of(desk: Desk) -> int:
    table = table_in_use(desk, synthetic=False)
    assert table is not None
    return table.head.number


@pytest.mark.parametrize(
    ("newcomers", "asked", "key", "number"),
    [(6, True, "1", 2), (6, True, "2", 1), (2, False, "", 1)],
    ids=["renewed", "not now", "too few have changed"],
)
async def test_finishing_a_case_offers_the_renewal_where_it_is_safe(
    newcomers: int,
    asked: bool,
    key: str,
    number: int,
    run: Callable[..., Any],
    answered: Callable[..., Assessment],
    desk: Desk,
) -> None:
    case = answered()
    for one in range(6):
        finished(desk, f"Peer {one}", share=10 * one)
    draft_report(desk, case)  # the first table was given out
    for one in range(newcomers):
        finished(desk, f"Newcomer {one}", share=90 + one)
    async with run(size=(100, 40)) as pilot:
        table = await settled(pilot)
        table.choose(case.case.id)
        await pilot.press("z", "2")
        await until_shown(
            pilot,
            "organisations have changed; the table can be renewed"
            if asked
            else "Further changes needed before the table can be renewed",
        )
        assert isinstance(pilot.app.screen, ChooseScreen) == asked
        if asked:
            await pilot.press(key)
            await pilot.pause()
    assert desk.store.cases.get(case.case.id).state is State.FINISHED
    assert number_of(desk) == number
    changed, needed = renewal_of(desk, synthetic=False)[1:]
    assert (changed == 0) == (number == 2)
    assert needed == (0 if asked else 6 - changed)
