"""assess import: files of any kind that is known, taken in whole or not at all."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from assess import locations, workflow
from assess.cli.command.file_keys import keys_of
from assess.cli.command.output import plain, remark, say, working
from assess.cli.command.settings import DayType, Settings, WordsType
from assess.languages import gettext
from assess.temporary import TemporaryFolder

if TYPE_CHECKING:
    from assess.workflow.desk.desk import Desk


@click.command("import")
@click.argument(
    "files", nargs=-1, required=True, metavar="FILE...", type=click.Path(path_type=Path)
)
@click.option("--into", metavar="CASE", help="Propose the answers of the files for this case.")
@click.option(
    "--as-proposals", is_flag=True, help="Propose the answers; each counts after you accept it."
)
@click.option("--as-new", is_flag=True, help="Import a case file without an id as another case.")
@click.option("--dry-run", is_flag=True, help="Show what would happen, and change nothing.")
@click.option(
    "--identity",
    "identities",
    multiple=True,
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="A key file that opens encrypted files.",
)
@click.option(
    "--portfolio",
    type=WordsType(said=True),
    help="The portfolio of rows of a table that state none.",
)
@click.option(
    "--interview-date", type=DayType(), help="The day of the interview, for rows that state none."
)
@click.option("--expert", type=WordsType(said=True), help="The expert, for rows that state none.")
@click.option(
    "--mode", type=click.Choice(["onsite", "video"]), help="The mode, for rows that state none."
)
@click.option("--country", type=WordsType(said=True), help="The country, for rows that state none.")
@click.option(
    "--encoding", metavar="NAME", help="The encoding of a text: UTF-8, windows-1250 and so on."
)
@click.pass_obj
def import_files(
    settings: Settings,
    /,
    files: tuple[Path, ...],
    into: str | None,
    identities: tuple[Path, ...],
    *,
    as_proposals: bool,
    as_new: bool,
    dry_run: bool,
    encoding: str | None,
    **defaults: object,
) -> None:
    """Import files. If one of them has a fault, none of them is imported.

    A case file becomes a new case. With --into, its answers are proposed for an existing case. With
    --as-proposals it is read as another copy of the case from which it was written. The answers of
    a returned questionnaire (XLSX or PDF) are proposed for its case. A table of organisations (XLSX
    or CSV) begins a case for each organisation without an open case, and proposes its answers.
    """
    stated = {name: str(said) for name, said in defaults.items() if said is not None}
    with _desk(settings, dry_run=dry_run) as desk:
        case = workflow.find(desk, into) if into is not None else None
        with working(gettext("Reading")):
            found = workflow.import_files(
                desk,
                files,
                into=case,
                as_proposals=as_proposals,
                keys=keys_of(identities),
                defaults=stated,
                encoding=encoding,
                as_new=as_new,
                templates=locations.templates_folder(),
            )
        if dry_run:
            say(gettext("This is a dry run; nothing was changed. The import would be:"))
        for arrived in found:
            first, *rest = arrived.came
            if arrived.assessment is not None:
                known = arrived.assessment.case
                say(f"{known.id}  {plain(known.organisation.name)}: {plain(first)}")
            else:
                say(f"{plain(str(arrived.path))}: {plain(first)}")
            for text in rest:
                say(f"  {plain(text)}")
            for text in arrived.left:
                remark(f"  {text}.")


@contextmanager
def _desk(settings: Settings, *, dry_run: bool) -> Iterator[Desk]:
    """Open the desk, or for a dry run one at a copy of the database that is thrown away."""
    if not dry_run:
        with settings.open_desk(begins=True) as desk:
            yield desk
        return
    safe = settings.safe()
    with TemporaryFolder("dry-run") as folder:
        copy = folder.path / "assess.db"
        if safe.database.exists():
            safe.back_up(copy)
        with settings.open_unlocked(copy, safe.passphrase) as desk:
            yield desk
