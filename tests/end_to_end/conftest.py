"""The commands of the program, as in tests/cli."""

from __future__ import annotations

from tests.cli.conftest import home, run

__all__ = ["home", "run"]
