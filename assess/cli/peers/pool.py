"""assess pool: peers without names, from here and from elsewhere."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from assess.cli.command.output import plain, say, say_json, table, working
from assess.cli.command.settings import Settings, WordsType
from assess.errors import AssessError
from assess.files import refuse_existing
from assess.languages import gettext, ngettext
from assess.workflow.peers import pooling


@click.group("pool")
def pool() -> None:
    """Export, import and list anonymised peers.

    A finished case whose organisation agreed is in the pool automatically. A pool file has values
    without names. Users with the same pool key count each organisation once.
    """


@pool.command("list")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@click.pass_obj
def list_sources(settings: Settings, *, as_json: bool) -> None:
    """Show how many organisations the pool has, and from which files."""
    with settings.open_desk() as desk:
        found = pooling.pooled(desk)
    cases = [source for source in found.sources if source.kind == "case"]
    files = [source for source in found.sources if source.kind != "case"]
    if as_json:
        say_json(
            {
                "organisations": found.real,
                "synthetic_organisations": found.synthetic,
                "cases": len(cases),
                "files": [
                    {
                        "name": file.name,
                        "organisations": file.size,
                        "synthetic": file.synthetic,
                        "taken": file.at.date().isoformat(),
                    }
                    for file in files
                ],
            }
        )
        return
    say(
        ngettext(
            "{count} organisation in the pool, each counted once",
            "{count} organisations in the pool, each counted once",
            found.real,
        )
    )
    if found.synthetic:
        say(
            ngettext(
                "{count} synthetic organisation, for synthetic cases only",
                "{count} synthetic organisations, for synthetic cases only",
                found.synthetic,
            )
        )
    say(
        ngettext(
            "{count} finished case of this database",
            "{count} finished cases of this database",
            len(cases),
        )
    )
    if files:
        rows = [
            (
                gettext("synthetic") if file.synthetic else "",
                plain(file.name),
                file.size,
                file.at.date().isoformat(),
            )
            for file in files
        ]
        heads = ("", gettext("Pool file"), gettext("Organisations"), gettext("Imported"))
        say("\n" + table(heads, rows, right=frozenset({2})))


@pool.command("export")
@click.option("-o", "target", type=click.Path(path_type=Path), required=True, metavar="FILE")
@click.option(
    "--all", "everything", is_flag=True, help="Include organisations that came from pool files."
)
@click.option("--force", is_flag=True, help="Overwrite an existing file.")
@click.pass_obj
def export(settings: Settings, target: Path, *, everything: bool, force: bool) -> None:
    """Write the finished cases whose organisations agreed as a pool file, without names.

    Portfolio, country, age group, label and year are kept only if at least five organisations share
    them.
    """
    refuse_existing(target, force=force)
    with settings.open_desk() as desk, working(gettext("Writing")):
        found = pooling.export_pool(desk, target, everything=everything)
    say(
        ngettext(
            "{path}: {count} organisation, without names",
            "{path}: {count} organisations, without names",
            found.size,
            path=target,
        )
    )
    if found.coarsened:
        lacking = ngettext(
            "{count} of them has fewer details, because too few others share them",
            "{count} of them have fewer details, because too few others share them",
            found.coarsened,
        )
        say(f"  {lacking}")
    if found.left_out:
        alone = ngettext(
            "{count} was left out, because too few others are like it",
            "{count} were left out, because too few others are like them",
            found.left_out,
        )
        say(f"  {alone}")


@pool.command("import")
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@click.pass_obj
def import_file(settings: Settings, file: Path) -> None:
    """Import the organisations of a pool file into the pool."""
    with settings.open_desk(begins=True) as desk, working(gettext("Reading")):
        found = pooling.import_pool(desk, file)
    for text in found.came:
        say(f"{plain(text)}")
    for text in found.left:
        say(f"  {plain(text)}")


@pool.command("remove")
@click.argument("name", metavar="NAME", type=WordsType())
@click.pass_obj
def remove(settings: Settings, name: str) -> None:
    """Remove the organisations of a pool file from the pool; NAME is its name in the list."""
    with settings.open_desk() as desk:
        count = pooling.remove_source(desk, name)
    say(ngettext("{count} organisation was removed", "{count} organisations were removed", count))


@pool.command("key")
@click.option(
    "--set", "given", is_flag=True, help="Read a key from the standard input, and use it."
)
@click.pass_obj
def key(settings: Settings, *, given: bool) -> None:
    """Show or set the key from which the anonymous ids are made.

    All users who exchange pool files use the same key and keep it secret.
    """
    with settings.open_desk(begins=given) as desk:
        if given:
            text = sys.stdin.readline()
            if not text.strip():
                raise AssessError(
                    gettext("No key was given; type it, or read it from a file: < FILE.")
                )
            pooling.set_pool_key(desk, text)
            say(gettext("The pool now uses this key."))
        else:
            say(pooling.pool_key(desk))
