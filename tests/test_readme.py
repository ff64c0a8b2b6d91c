"""What the README says is there is there."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import click
import pytest

from assess.cli.command.commands import assess
from assess.core.catalogue.catalogue import Catalogue

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("link", re.findall(r"\]\(([^)#]+)\)", README))
def test_every_link_leads_to_a_file(link: str) -> None:
    assert link.startswith("https://") or (ROOT / link).exists()


COMMANDS = sorted(
    set(re.findall(r"(?:`|\./run )assess (?:--demo )?([a-z-]+(?: [a-z-]+)?)", README))
)


def _resolves(words: list[str]) -> bool:
    context = click.Context(assess)
    command: click.Command = assess
    for word in words:
        if not isinstance(command, click.Group):
            return True
        found = command.get_command(context, word)
        if found is None:
            return False
        command = found
    return True


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_exists(command: str) -> None:
    assert _resolves(command.split()), command


def test_the_two_commands_come_first() -> None:
    block = README.split("```sh", 1)[1].partition("```")[0]
    lines = [line.partition("#")[0].strip() for line in block.splitlines() if line.strip()]
    assert lines == [
        "./run assess demo",
        "./run pytest",
    ]


def test_the_example_of_an_indicator_is_what_the_file_says(catalogue: Catalogue) -> None:
    example = tomllib.loads(README.split("```toml", 1)[1].split("```", 1)[0])["question"][0]
    question = catalogue.questions["staff_fte"].model_dump(by_alias=True, mode="json")
    for field, value in example.items():
        assert question[field] == value, field


def test_the_pictures_load_nothing_from_elsewhere() -> None:
    for picture in (ROOT / ".pictures").glob("*.svg"):
        text = picture.read_text(encoding="utf-8")
        assert re.findall(r"(?:url\(|href=|src=)[\"']?https?:", text) == [], picture.name


PROMISES = README.split("## What is protected", 1)[1].split("\n## ", 1)[0]


ROWS = re.findall(r"^\| [A-Z].*\|$", PROMISES, re.MULTILINE)


@pytest.mark.parametrize("line", ROWS)
def test_each_promise_names_its_test(line: str) -> None:
    shown_by = re.findall(r"`(?:(tests/[a-z_/]+\.py))?(?:::(test_[a-z_]+))?`", line.split("|")[3])
    assert shown_by
    file = _file_named_before(line)
    for named, test in shown_by:
        file = named or file
        text = (ROOT / file).read_text(encoding="utf-8")
        assert not test or f"def {test}(" in text, (file, test)


def _file_named_before(line: str) -> str:
    """Give the file that a test without one is in: the last one that was named above."""
    above = " ".join(ROWS[: ROWS.index(line)])
    return str((re.findall(r"`(tests/[a-z_/]+\.py)", above) or [""])[-1])


@pytest.mark.parametrize(
    "promise", ["erased", "published register", "revoked", "key", "stolen", "path", "edition"]
)
def test_each_kind_of_promise_is_made(promise: str) -> None:
    assert any(promise in row.split("|")[1] for row in ROWS)
