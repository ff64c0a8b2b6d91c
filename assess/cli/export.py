"""assess export: a case as a file."""

from __future__ import annotations

from pathlib import Path

import click

from assess import workflow
from assess.cli.screen import plain, say
from assess.cli.settings import Settings, Words
from assess.errors import AssessError
from assess.files import refuse_existing


@click.command("export")
@click.argument("wanted", metavar="CASE", type=Words())
@click.option("-o", "target", type=click.Path(path_type=Path), required=True, metavar="FILE.json")
@click.option("--force", is_flag=True, help="Write over an existing file.")
@click.pass_obj
def export(settings: Settings, wanted: str, target: Path, *, force: bool) -> None:
    """Write a case with its history to a case file, and compare it with what was read back."""
    if target.suffix.lower() != ".json":
        raise AssessError(f"{target} does not end in .json, the one kind of file exported here.")
    refuse_existing(target, force=force)
    with settings.open_desk() as desk:
        assessment = workflow.find(desk, wanted)
        count = workflow.export_case(desk, assessment, target)
    say(f"{target}: {plain(assessment.case.organisation.name)}, {count} answers")
