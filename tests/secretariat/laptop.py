"""Laptops that are connected with a secretariat, each with a data folder of its own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from click.testing import CliRunner

from assess.cli.command.commands import assess

BEGIN = (
    *("case", "new", "--name", "Fjord Energy Cluster", "--country", "NOR", "--mode", "video"),
    *("--portfolio", "Energy and environment", "--interview-date", "2026-11-02"),
    *("--expert", "Ada Expert"),
)
Command = Callable[..., str]


def commands_in(folder: Path) -> Command:
    """Give what runs commands on the laptop whose data are in a folder."""
    folder.mkdir(exist_ok=True)

    def run(*words: str, code: int = 0) -> str:
        done = CliRunner().invoke(assess, words, env={"ASSESS_HOME": str(folder)})
        assert done.exit_code == code, (words, done.output, done.exception)
        return done.stdout if "--json" in words else f"{done.output}{done.exception or ''}"

    return run
