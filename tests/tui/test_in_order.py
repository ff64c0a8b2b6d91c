"""Keys are carried out in the order in which they were pressed, however fast they come."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from textual.events import Key

from assess.core.case.assessment import Assessment
from assess.workflow import Desk
from tests.slowly import a_few
from tests.tui.interview_keys import asking, interview, settled

Run = Callable[..., Any]
Begun = Callable[..., Assessment]


def burst(app: Any, *names: str) -> None:
    """Send keys at once, so that all are there before the first is dealt with."""
    for name in names:
        app.post_message(Key(name, name if len(name) == 1 else None))


@pytest.mark.parametrize(
    ("question", "pressed", "text"),
    a_few(
        [
            ("staff_fte", ["1", "backspace", "2"], "2"),
            ("staff_fte", ["2", "home", "1", "end", "3"], "123"),
            ("specialisation_text", ["b", "home", "a", "end", "c", "left", "x"], "abxc"),
            ("specialisation_text", ["a", "b", "backspace", "backspace", "c"], "c"),
            (
                "planning",
                ["1", "1", "up", "2"],
                '{"strategy_process": "1", "strategy_document": "2"}',
            ),
            ("planning", ["end", "3", "home", "1"], None),
        ],
        2,
        4,
    ),
)
async def test_letters_do_not_overtake_the_keys_between_them(
    run: Run, begun: Begun, question: str, pressed: list[str], text: str | None
) -> None:
    async with asking(run, begun(), question) as pilot:
        burst(pilot.app, *pressed)
        await settled(pilot)
        widget = interview(pilot).card.question(question)
        assert widget is not None
        wanted = text or '{"strategy_process": "1", "financial_controlling": "3"}'
        assert widget.field.text == wanted


async def test_shift_tab_goes_back_before_the_key_after_it(
    run: Run, begun: Begun, desk: Desk
) -> None:
    case = begun()
    async with asking(run, case, "specialisation_text") as pilot:
        burst(pilot.app, "a", "shift+tab", "3")
        await settled(pilot)
        held = desk.store.assessment(case.case.id)
        assert held.value("specialisation") == "related_fields"
        assert held.value("specialisation_text") == "a"


@pytest.mark.slow
async def test_an_escape_read_at_once_with_other_keys_stays_one(
    run: Run, begun: Begun, desk: Desk
) -> None:
    case = begun()
    async with asking(run, case, "legal_form") as pilot:
        # so Textual reads `Esc n 4 Esc g 1 1 Enter 3 Esc t h i Esc` where all of it is there
        for name in (*"^n4^g11", "enter", *"3^thi", "escape"):
            letter = name if len(name) == 1 else None
            key = Key({"^": "circumflex_accent"}.get(name, name), letter)
            key.time = 1.0
            pilot.app.post_message(key)
        await settled(pilot)
        await settled(pilot)
        held = desk.store.assessment(case.case.id)
        assert held.value("initiated_by") == "mixed"
        assert (held.value("involvement"), held.answer("involvement").note) == (3, "hi")
