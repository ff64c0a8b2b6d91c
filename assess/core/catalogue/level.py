"""The levels of the label."""

from __future__ import annotations

from typing import Literal

Level = Literal["Bronze", "Silver", "Gold"]
