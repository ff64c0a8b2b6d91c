"""The map of the house leads somewhere: every path that CONTRIBUTING.md names exists."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
MAP = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
ROOTS = ("assess/", "indicators/", "report_templates/", "tests/", ".ci/")
NAMED = sorted(
    {name for name in re.findall(r"`([\w./-]+)`", MAP) if name.startswith(ROOTS)}
    | set(re.findall(r"`([\w-]+\.(?:toml|md))`", MAP))
)


@pytest.mark.parametrize("name", NAMED)
def test_a_path_on_the_map_exists(name: str) -> None:
    assert (ROOT / name).exists()


def test_the_map_shows_every_room() -> None:
    for folder in ("store", "exchange", "render", "workflow", "tui", "cli"):
        rooms = {
            path.name
            for path in (ROOT / "assess" / folder).iterdir()
            if path.is_dir() and path.name != "__pycache__"
        }
        assert all(f"`{room}`" in MAP or f"assess/{folder}/{room}`" in MAP for room in rooms)


def test_the_map_names_many_rooms() -> None:
    assert len(NAMED) > 60
