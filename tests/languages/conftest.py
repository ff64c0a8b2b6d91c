"""What tests of languages share with those of commands."""

from __future__ import annotations

from tests.cli.conftest import _read_once, case, home, run

__all__ = ["_read_once", "case", "home", "run"]
