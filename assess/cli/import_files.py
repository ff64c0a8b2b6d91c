"""assess import: case files, taken in whole or not at all."""

from __future__ import annotations

from pathlib import Path

import click

from assess import workflow
from assess.cli.screen import plain, remark, say, working
from assess.cli.settings import Settings
from assess.core.open_point import BLOCKING, open_points


@click.command("import")
@click.argument(
    "files", nargs=-1, required=True, metavar="FILE...", type=click.Path(path_type=Path)
)
@click.pass_obj
def import_files(settings: Settings, files: tuple[Path, ...]) -> None:
    """Take in case files, each as a new case; with a fault in one, none of them is taken."""
    with settings.open_desk() as desk:
        with working("Reading"):
            found = workflow.import_cases(desk, files)
        for one in found:
            case = one.assessment.case
            points = open_points(one.assessment, desk.catalogue, desk.store.drafts(case.id))
            blocking = sum(point.kind in BLOCKING for point in points)
            answers = len(one.assessment.answers)
            say(f"{case.id}  {plain(case.organisation.name)}: {answers} answers")
            if points:
                say(f"  {len(points)} open points, {blocking} of them block finishing the case")
            for text in one.remarks:
                remark(f"  {text}.")
