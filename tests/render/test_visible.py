"""What was typed stays as typed; what no document can hold is shown by name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assess.render.document.visible import ZERO_WIDTH_SPACE, breakable, visible, without_glyphs


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("plain, Ωж ع 漢 😀", "plain, Ωж ع 漢 😀"),
        ("two\nlines\tand a tab", "two\nlines\tand a tab"),
        ("from\r\nelsewhere\rtoo", "from\nelsewhere\ntoo"),
        ("\x1b[31mred\x1b[0m", "‹ESC›[31mred‹ESC›[0m"),
        ("\x00\x07\x7f\x85", "‹NUL›‹BEL›‹DEL›‹U+0085›"),
        ("\ud800 half", "‹U+D800› half"),
        ("a\u2028b", "a\nb"),
    ],
)
def test_control_characters_stand_by_name(typed: str, shown: str) -> None:
    assert visible(typed) == shown


@given(st.text())
def test_what_is_shown_can_be_written_as_xml(text: str) -> None:
    allowed = {"\t", "\n"}
    for letter in visible(text):
        assert letter in allowed or ord(letter) >= 0x20
        assert not 0x7F <= ord(letter) < 0xA0
        assert not 0xD800 <= ord(letter) < 0xE000
        assert letter not in "\ufffe\uffff"


@given(st.text())
def test_showing_what_is_shown_changes_nothing(text: str) -> None:
    assert visible(visible(text)) == visible(text)


@pytest.mark.parametrize("length", [0, 199, 200, 5000, 100_000])
def test_a_very_long_word_may_break_and_is_otherwise_the_same(length: int) -> None:
    word = "x" * length
    given_breaks = breakable(f"before {word} after")
    assert given_breaks.replace(ZERO_WIDTH_SPACE, "") == f"before {word} after"
    assert (
        max(len(one) for one in given_breaks.replace(" ", ZERO_WIDTH_SPACE).split(ZERO_WIDTH_SPACE))
        < 200
    )


def test_a_character_without_a_glyph_stands_by_its_number() -> None:
    assert without_glyphs("a漢b", frozenset("漢")) == "a‹U+6F22›b"
    assert without_glyphs("a漢b", frozenset()) == "a漢b"
