"""No control character reaches a terminal or a page."""

from __future__ import annotations

import unicodedata

import pytest

from assess.core.text.visible import visible

EVERY_CONTROL = "".join(chr(code) for code in (*range(0x20), *range(0x7F, 0xA0)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("\x1b[31mred", "␛[31mred"),
        ("a\nb\tc", "a␊b␉c"),
        ("\x7f", "␡"),
        ("\x9b2J", "�2J"),
        ("[bold]x[/bold] שלום 👩‍👩‍👧 Ωμέγα", "[bold]x[/bold] שלום 👩‍👩‍👧 Ωμέγα"),
    ],
)
def test_a_text_stays_as_typed_but_for_control_characters(text: str, expected: str) -> None:
    assert visible(text) == expected


def test_no_control_character_is_left() -> None:
    assert not any(unicodedata.category(one) == "Cc" for one in visible(EVERY_CONTROL))


def test_lines_and_tabs_may_stay() -> None:
    assert visible("a\r\nb\n\tc\x1b", lines=True) == "a\nb\n\tc␛"
