"""TOML of any depth: read, or refused in one way."""

from __future__ import annotations

from time import monotonic

import pytest

from assess.toml import MOST_LEVELS, TOMLDecodeError, read_toml

MANY = 100_000


@pytest.mark.parametrize(
    "text",
    [
        "x = " + "[" * MANY + "]" * MANY,
        "x = " + "{a=" * MANY + "1" + "}" * MANY,
        "a." * MANY + "a = 1",
        "[" + "a." * MANY + "a]",
        "[[" + "a." * MANY + "a]]",
        '"a".' * MANY + "a = 1",
        "x = " + "[" * (MOST_LEVELS + 1) + "]" * (MOST_LEVELS + 1),
        ".".join("a" * (MOST_LEVELS + 2)) + " = 1",
        "x = " + "9" * MANY,
        "x = [",
    ],
    ids=lambda text: text[:9],
)
def test_what_is_too_deep_or_too_long_is_refused_at_once(text: str) -> None:
    """Neither the library's recursion nor its time is left to whoever wrote the file."""
    began = monotonic()
    with pytest.raises(TOMLDecodeError):
        read_toml(text)
    assert monotonic() - began < 5


def test_what_is_deep_enough_for_anything_is_read() -> None:
    """Depth alone is no fault."""
    deep = MOST_LEVELS - 1
    assert read_toml("x = " + "[" * deep + "]" * deep)["x"] is not None
    assert read_toml('text = """' + "word. " * 500 + '"""')["text"]
