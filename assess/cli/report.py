"""assess report: the report of a case as PDF."""

from __future__ import annotations

from pathlib import Path

import click

from assess import locations, workflow
from assess.cli.screen import plain, say, working
from assess.cli.settings import Settings, Words
from assess.errors import AssessError
from assess.files import refuse_existing


@click.command("report")
@click.argument("wanted", metavar="CASE", type=Words())
@click.option("-o", "target", type=click.Path(path_type=Path), required=True, metavar="FILE.pdf")
@click.option("--force", is_flag=True, help="Write over an existing file.")
@click.pass_obj
def report(settings: Settings, wanted: str, target: Path, *, force: bool) -> None:
    """Print the draft report of a case as PDF."""
    prepare_pdf(target, force=force)
    with settings.open_desk() as desk:
        assessment = workflow.find(desk, wanted)
        with working("Printing the report"):
            workflow.print_report(desk, assessment, locations.templates_folder(), target)
    say(f"{target}: the draft report of {plain(assessment.case.organisation.name)}")


def prepare_pdf(target: Path, *, force: bool) -> None:
    """Refuse a file that is no PDF by its name, or that exists already."""
    if target.suffix.lower() != ".pdf":
        raise AssessError(f"{target} does not end in .pdf, the one kind of document printed here.")
    refuse_existing(target, force=force)
