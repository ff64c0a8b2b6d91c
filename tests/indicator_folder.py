"""A folder of indicators of its own, to be changed."""

from __future__ import annotations

import shutil
from pathlib import Path

from assess.locations import indicators_folder


def copied_to(target: Path) -> Path:
    """Copy the indicators that ship."""
    return Path(shutil.copytree(indicators_folder(), target / "indicators"))


def frozen_copied_to(target: Path) -> Path:
    """Copy the first edition, which nobody changes: what is said of its faults stays the same."""
    return Path(shutil.copytree(indicators_folder() / "editions" / "2026.1", target / "indicators"))


def edit(path: Path, old: str, new: str) -> None:
    """Change the first place of a text that has to be there."""
    text = path.read_text(encoding="utf-8")
    assert old in text, f"{path.name} has no {old!r}"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
