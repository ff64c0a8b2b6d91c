"""Lines for a width: what goes on below begins under its text, and an end takes no room from it."""

from __future__ import annotations

import pytest
from textual.content import Content

from assess.tui.widgets.wrapping import hanging, with_end_below


def test_a_text_hangs_under_itself() -> None:
    assert hanging("ab ", "one two three", 11).plain == "ab one two\n   three"
    assert hanging("ab ", "", 11).plain == "ab "


@pytest.mark.parametrize(
    ("width", "drawn"),
    [
        (26, "A 1 one two      end of it"),
        (22, "A 1 one two  end of it"),
        (21, "A 1 one two\n            end of it"),
        (13, "A 1 one two\n    end of it"),
    ],
)
def test_an_end_stands_behind_a_text_or_below_it(width: int, drawn: str) -> None:
    found = with_end_below(Content("A 1 "), Content("one two"), Content("end of it"), width)
    assert found.plain == drawn


def test_a_long_title_has_the_whole_width() -> None:
    """At 120 columns the words for what letters do left 27 of 64 to the title."""
    title = Content("Contributions to the competitiveness of the participants, all sectors")
    end = Content("letters are text, Esc for commands")
    drawn = with_end_below(Content("D 33  "), title, end, 64).plain.split("\n")
    assert drawn == [
        "D 33  Contributions to the competitiveness of the participants,",
        "      all sectors             letters are text, Esc for commands",
    ]


def test_the_status_of_a_label_hangs_under_itself() -> None:
    assert hanging("▸ 2024-04-01 – 2026-03-31  ", "ended, renewable", 38).plain == (
        "▸ 2024-04-01 – 2026-03-31  ended,\n                           renewable"
    )
