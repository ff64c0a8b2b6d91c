"""The levels of the label and their order."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, get_args

Level = Literal["Bronze", "Silver", "Gold"]

OwnLevel = Literal["Bronze", "Silver"]
"""Levels that are proposed and decided on here; Gold is decided elsewhere."""

LEVELS: tuple[Level, ...] = get_args(Level)
"""Every level, the highest last, as `label.toml` has to state them."""

OWN_LEVELS: tuple[OwnLevel, ...] = get_args(OwnLevel)

LOWEST, HIGHEST = LEVELS[0], LEVELS[-1]

_RANK: dict[str, int] = {level: rank for rank, level in enumerate(LEVELS)}


def rank(level: str) -> int:
    """Give the place of a level in their order; the lowest is 0."""
    return _RANK[level]


def highest(levels: Iterable[str]) -> str | None:
    """Give the highest of some levels; None of none."""
    return max(levels, key=rank, default=None)
