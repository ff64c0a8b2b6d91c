"""assess import: files of any kind that is known, taken in whole or not at all."""

from __future__ import annotations

from pathlib import Path

import click

from assess import workflow
from assess.cli.screen import plain, remark, say, working
from assess.cli.settings import Settings


@click.command("import")
@click.argument(
    "files", nargs=-1, required=True, metavar="FILE...", type=click.Path(path_type=Path)
)
@click.option("--into", metavar="CASE", help="Propose the answers of the files for this case.")
@click.option(
    "--as-proposals", is_flag=True, help="Propose the answers; each counts once it is taken."
)
@click.pass_obj
def import_files(
    settings: Settings, files: tuple[Path, ...], into: str | None, *, as_proposals: bool
) -> None:
    """Take in files, each by what it holds; with a fault in one, none of them is taken.

    A case file becomes a new case. With --into, its answers are proposed for a case that is there.
    With --as-proposals it is read as another copy of the case from which it was written.
    """
    with settings.open_desk() as desk:
        case = workflow.find(desk, into) if into is not None else None
        with working("Reading"):
            found = workflow.import_files(desk, files, into=case, as_proposals=as_proposals)
        for one in found:
            first, *rest = one.came
            if one.assessment is not None:
                known = one.assessment.case
                say(f"{known.id}  {plain(known.organisation.name)}: {plain(first)}")
            else:
                say(f"{plain(str(one.path))}: {plain(first)}")
            for text in rest:
                say(f"  {plain(text)}")
            for text in one.left:
                remark(f"  {text}.")
