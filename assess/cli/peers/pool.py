"""assess pool: the table of peers, what it is built of, and how it is shared."""

from __future__ import annotations

from pathlib import Path

import click

from assess import locations
from assess.cli.command.output import plain, remark, say, telling, working
from assess.cli.command.settings import Settings, WordsType
from assess.cli.peers.table_list import list_pool
from assess.errors import AssessError
from assess.files import refuse_existing
from assess.languages import gettext, ngettext

_FORCE = click.option("--force", is_flag=True, help="Overwrite an existing file.")
_TARGET = click.option(
    "-o", "target", type=click.Path(path_type=Path), required=True, metavar="FILE"
)
_SYNTHETIC = click.option("--synthetic", is_flag=True, help="The table of synthetic organisations.")


@click.group("pool")
def pool() -> None:
    """Show, renew and share the table of peers.

    A finished case whose organisation agreed is in the pool automatically. All positions are read
    from one table, which reveals nothing about five organisations or fewer.
    """


pool.add_command(list_pool)


@pool.command("contribute")
@_TARGET
@click.option(
    "--to",
    "recipients",
    multiple=True,
    required=True,
    metavar="RECIPIENT",
    help="The public key (age1...) of whoever builds the common table.",
)
@click.option("--yes", is_flag=True, help="Do not ask; write it.")
@_FORCE
@click.pass_obj
def contribute(
    settings: Settings, target: Path, recipients: tuple[str, ...], *, yes: bool, force: bool
) -> None:
    """Give your finished cases to whoever builds a common table.

    The file is encrypted, so that only the holder of the key of RECIPIENT can open it.
    """
    from assess.workflow.peers import contributing

    refuse_existing(target, force=force)
    with settings.open_desk() as desk:
        found = contributing.leaving(desk)
        remark(
            ngettext(
                "The file will contain {count} organisation by name, with {values} exact values.",
                "The file will contain {count} organisations by name, with {values} exact values.",
                len(found.organisations),
                values=found.values,
            )
        )
        remark(
            gettext(
                "Exact values identify an organisation even without its name. Only the holder of "
                "the key can read them. The common table shows none of them."
            )
        )
        if not yes and not click.confirm(gettext("Write it?"), err=True):
            raise AssessError(gettext("Nothing was written."))
        count = contributing.contribute(desk, target, recipients)
    say(
        ngettext(
            "{path}: {count} organisation, encrypted",
            "{path}: {count} organisations, encrypted",
            count,
            path=target,
        )
    )


@pool.command("publish")
@_TARGET
@click.option(
    "--key",
    "key_file",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="The key that signs it, where it is not that of this device.",
)
@_SYNTHETIC
@_FORCE
@click.pass_obj
def publish(
    settings: Settings, target: Path, key_file: Path | None, *, synthetic: bool, force: bool
) -> None:
    """Write the table of peers for everybody, signed. It has no row of any organisation."""
    from assess.signature import UNLOCKING, load_or_make_key
    from assess.workflow.peers import table_publishing

    refuse_existing(target, force=force)
    wanted = key_file or locations.device_key(demo=settings.demo)
    key, _ = load_or_make_key(wanted, patience=UNLOCKING)
    with settings.open_desk() as desk, working(gettext("Writing")):
        known = table_publishing.publish(desk, target, key, synthetic=synthetic)
    say(
        gettext(
            "{path}: table {number} of {day}, hash {hash}",
            path=target,
            number=known.head.number,
            day=known.head.day.isoformat(),
            hash=known.hash,
        )
    )
    say(gettext("Signed with the key {publisher}", publisher=key.fingerprint))


@pool.command("import")
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@click.option(
    "--identity",
    "identities",
    multiple=True,
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="A key file that opens encrypted contributions.",
)
@click.option(
    "--new-publisher", is_flag=True, help="The publisher has confirmed that the key is a new one."
)
@click.pass_obj
def import_file(
    settings: Settings, file: Path, identities: tuple[Path, ...], *, new_publisher: bool
) -> None:
    """Import a contribution, or a published table of peers.

    A contribution joins the pool from which the table here is built. A published table replaces the
    table here for all cases.
    """
    from assess import workflow
    from assess.cli.command.file_keys import keys_of
    from assess.workflow.peers import table_publishing

    with settings.open_desk(begins=True) as desk, working(gettext("Reading")):
        if new_publisher:
            table_publishing.forget_publisher(desk)
        found = workflow.import_files(desk, [file], keys=keys_of(identities))
    for arrived in found:
        for text in arrived.came:
            say(plain(text))
        for text in arrived.left:
            say(f"  {plain(text)}")


@pool.command("renew")
@click.option("--dry-run", is_flag=True, help="Show what would change, and change nothing.")
@click.option(
    "--correct",
    "reason",
    type=WordsType(said=True),
    metavar="REASON",
    help="Figures were wrong: renew them, or hide those that must not be renewed.",
)
@_SYNTHETIC
@click.pass_obj
def renew(settings: Settings, reason: str | None, *, dry_run: bool, synthetic: bool) -> None:
    """Renew the table of peers where that reveals nothing about five organisations or fewer.

    A group in which too few organisations have changed keeps its figures and their date.
    """
    from assess.workflow.peers import peer_table
    from assess.workflow.peers.peer_table import renewal_text

    with settings.open_desk() as desk:
        if dry_run:
            found = peer_table.renewal_of(desk, synthetic=synthetic)
            say(renewal_text(found.changed, found.needed))
            return
        with telling(gettext("Building")):
            known = peer_table.renew(desk, synthetic=synthetic, correct=reason or "")
    say(
        gettext(
            "Table {number} of {day} is in use now.",
            number=known.head.number,
            day=known.head.day.isoformat(),
        )
    )


@pool.command("remove")
@click.argument("name", metavar="NAME", type=WordsType(), required=False)
@click.option(
    "--common", is_flag=True, help="Remove the common table; the one of your cases is used again."
)
@_SYNTHETIC
@click.pass_obj
def remove(settings: Settings, name: str | None, *, common: bool, synthetic: bool) -> None:
    """Remove the organisations of a contribution; NAME is its name in the list."""
    from assess.workflow.peers import pooling, table_publishing

    with settings.open_desk() as desk:
        if common == (name is not None):
            raise click.UsageError(gettext("Give either NAME or --common."))
        if name is None:
            if not table_publishing.leave_common(desk, synthetic=synthetic):
                raise AssessError(gettext("There is no common table here."))
            say(gettext("The common table was removed."))
            return
        count = pooling.remove_source(desk, name)
    say(ngettext("{count} organisation was removed", "{count} organisations were removed", count))


@pool.command("export", hidden=True, context_settings={"ignore_unknown_options": True})
@click.argument("anything", nargs=-1, type=click.UNPROCESSED)
def export(anything: tuple[str, ...]) -> None:
    """Say what is used instead."""
    del anything
    raise AssessError(
        gettext(
            "Pool files are no longer written, because exact values identify an organisation. "
            "`assess pool contribute` gives your cases to whoever builds a common table; "
            "`assess pool publish` writes that table for everybody."
        )
    )


@pool.command("key", hidden=True, context_settings={"ignore_unknown_options": True})
@click.argument("anything", nargs=-1, type=click.UNPROCESSED)
def key(anything: tuple[str, ...]) -> None:
    """Say what is used instead."""
    del anything
    raise AssessError(
        gettext(
            "The pool key is no longer used: a contribution names each organisation, encrypted for "
            "whoever builds the common table. `assess pool contribute` writes it."
        )
    )
