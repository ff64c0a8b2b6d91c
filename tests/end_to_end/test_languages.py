"""The language of the interface, in a real terminal."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.end_to_end.terminal import Terminal


@pytest.mark.slow
@pytest.mark.parametrize(
    ("arguments", "settings"),
    [(["--language", "en-XA"], {}), ([], {"ASSESS_LANGUAGE": "en-XA"})],
    ids=["option", "environment"],
)
def test_the_first_screen_speaks_the_language_that_is_chosen(
    tmp_path: Path, arguments: list[str], settings: dict[str, str]
) -> None:
    env = {**os.environ, "ASSESS_HOME": str(tmp_path), **settings}
    with Terminal(*arguments, env=env) as screen:
        screen.wait_for("⟦", "⟧")


def test_a_language_that_is_not_there_ends_before_the_first_screen(tmp_path: Path) -> None:
    env = {**os.environ, "ASSESS_HOME": str(tmp_path), "ASSESS_LANGUAGE": "tlh"}
    with Terminal(env=env) as screen:
        screen.wait_for("ASSESS_LANGUAGE is 'tlh', which is not an available language;")
        assert screen.ended() == 1
    assert not (tmp_path / "assess.db").exists()
