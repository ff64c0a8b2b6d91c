"""assess secretariat: the service to which experts send their cases, on its own machine."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from assess import locations
from assess.cli.command.output import plain, say, say_json, table, wrapped
from assess.cli.command.settings import Settings, WordsType
from assess.cli.submission.forgetting import erase, retention
from assess.cli.submission.publishing import publish
from assess.cli.submission.safekeeping import ADMINISTRATOR, FOLDER, backup, restore
from assess.core.submission.role import Role
from assess.errors import AssessError
from assess.files import refuse_existing, write_whole
from assess.languages import gettext

if TYPE_CHECKING:
    from assess.secretariat.installation import Installation


class _SecretariatCommands(click.Group):
    """Says how the secretariat is installed where its packages are missing."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command of the secretariat."""
        if any(find_spec(name) is None for name in ("psycopg", "starlette", "uvicorn")):
            raise AssessError(
                gettext(
                    "The secretariat needs packages that are not installed; "
                    '`pip install "cluster-assess[secretariat]"` installs them.'
                )
            )
        return super().invoke(ctx)


@click.group("secretariat", cls=_SecretariatCommands)
def secretariat() -> None:
    """Set up and run the service to which experts send their cases.

    These commands run on the machine of the secretariat. Its database is PostgreSQL, version 15 or
    newer.
    """


secretariat.add_command(backup)
secretariat.add_command(restore)
secretariat.add_command(publish)
secretariat.add_command(erase)
secretariat.add_command(retention)


def _installation(folder: Path | None) -> Installation:
    from assess.secretariat.installation import Installation

    return Installation(folder or locations.secretariat_folder())


@secretariat.command("demo")
@click.option(
    "--as",
    "part",
    type=click.Choice(["reviewer", "board", "coordinator"]),
    default="reviewer",
    show_default=True,
    help="Whose screens are opened: who accepts a case does not decide on it.",
)
@click.option("--no-open", is_flag=True, help="Build it and list what it contains only.")
@click.option("--fresh", is_flag=True, help="Build it again; everything done in it is lost.")
@click.option(
    "--database",
    help="An empty PostgreSQL for a login that may make roles; without it, one is started.",
)
@click.pass_obj
def demo(
    settings: Settings, part: str, database: str | None, *, no_open: bool, fresh: bool
) -> None:
    """Run a secretariat with invented cases and people, and open the screens of its staff.

    It brings a PostgreSQL of its own, and ends when the screens are left. Nothing in it is real.
    """
    from assess.cli.command.interface import demand_terminal, open_staff_screens
    from assess.cli.submission.demonstration import demonstration, say_queue

    if not no_open:
        demand_terminal()
    with demonstration(settings, part, database, fresh=fresh) as open_desk:
        if no_open:
            say_queue(open_desk)
        else:
            open_staff_screens(settings, open_desk)


@secretariat.command("init")
@ADMINISTRATOR
@FOLDER
def init(database: str, folder: Path | None) -> None:
    """Set up the database, or bring it up to date.

    The login that you give is not kept: the service gets one of its own, which owns nothing.
    """
    from assess.secretariat.installation import install
    from assess.secretariat.safekeeping.upgrading import copy_before_upgrade

    place = folder or locations.secretariat_folder()
    copy = copy_before_upgrade(database, place)
    if copy is not None:
        say(gettext("{path}: a copy as it was before", path=copy))
    made, before, after = install(database, place)
    if before == after:
        say(gettext("The database has schema {version} already.", version=after))
    else:
        say(
            gettext(
                "The database had schema {before} and has schema {after} now.",
                before=before,
                after=after,
            )
        )
    say(gettext("The keys are in {folder}.", folder=made.folder))
    say(gettext("The fingerprint of the service: {fingerprint}", fingerprint=made.key.fingerprint))


@secretariat.command("serve")
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--port", default=8470, show_default=True, help="The port to listen on.")
@click.option(
    "--name",
    "names",
    multiple=True,
    help="A name by which laptops reach the service through a proxy, such as assess.example.org.",
)
@FOLDER
def serve(host: str, port: int, names: tuple[str, ...], folder: Path | None) -> None:
    """Answer laptops until the process is told to stop.

    Put a proxy with TLS in front of it, which passes on the name of the host. The log goes to the
    standard error, a line of JSON for each request.
    """
    from assess.secretariat.service.serving import serve as answer

    answer(_installation(folder), host, port, names)


@secretariat.command("take")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "-o",
    "target",
    type=click.Path(file_okay=False, exists=True, path_type=Path),
    metavar="FOLDER",
    help="The folder for the answers; without it, beside the files that are read.",
)
@FOLDER
def take(files: tuple[Path, ...], target: Path | None, folder: Path | None) -> None:
    """Receive files that experts wrote with `assess send CASE -o FILE`.

    For each file another one is written for its expert, who reads it with `assess inbox FILE`.
    """
    from assess.secretariat.taking import take as take_in

    is_refused = False
    for file in files:
        taken = take_in(_installation(folder), file, target)
        say(
            gettext(
                "{path}: from {name}; {back} goes back",
                path=file,
                name=plain(taken.name),
                back=taken.back,
            )
        )
        for each in taken.revisions:
            what = each.received.standing.value if each.received else each.refusal or ""
            said = gettext("case {case}: {what}", case=plain(each.case), what=plain(what))
            say(wrapped(said, 2))
            is_refused |= each.received is None
    if is_refused:
        raise click.exceptions.Exit(1)


@secretariat.command("card")
@click.option("-o", "target", type=click.Path(dir_okay=False, path_type=Path), required=True)
@click.option("--force", is_flag=True, help="Overwrite an existing file.")
@FOLDER
def card(target: Path, folder: Path | None, *, force: bool) -> None:
    """Write the card with which experts connect if they send files instead of using the network."""
    from assess.secretariat.taking import card as content_of_card

    refuse_existing(target, force=force)
    write_whole(target, content_of_card(_installation(folder)))
    say(gettext("{path}: the card of this secretariat; it holds no secret", path=target))


@secretariat.group("account")
def account() -> None:
    """Make accounts, invite their devices, and close accounts."""


@account.command("add")
@click.argument("name", type=WordsType(said=True))
@click.option(
    "--role",
    "roles",
    multiple=True,
    required=True,
    type=click.Choice([role.value for role in Role]),
    help="What the account is for; it may have several roles.",
)
@click.option(
    "--country", "countries", multiple=True, help="A country of a national coordinator: NOR."
)
@FOLDER
def add(name: str, roles: tuple[str, ...], countries: tuple[str, ...], folder: Path | None) -> None:
    """Make an account, and print the code for its first device."""
    from assess.secretariat import keeping

    with keeping.office(_installation(folder).database) as rows:
        made = keeping.make_account(
            rows, name, tuple(map(Role, roles)), tuple(map(_country, countries))
        )
        code = keeping.invite(rows, made)
    say(gettext("{name} has an account now.", name=plain(name)))
    _say_code(code)


@account.command("invite")
@click.argument("name", metavar="ACCOUNT", type=WordsType(said=True))
@FOLDER
def invite(name: str, folder: Path | None) -> None:
    """Print a code by which one more device of an account can connect."""
    from assess.secretariat import keeping

    with keeping.office(_installation(folder).database) as rows:
        code = keeping.invite(rows, keeping.account_called(rows, name).id)
    _say_code(code)


@account.command("close")
@click.argument("name", metavar="ACCOUNT", type=WordsType(said=True))
@FOLDER
def close(name: str, folder: Path | None) -> None:
    """Close an account: from now on all of its devices are refused."""
    from assess.secretariat import keeping

    with keeping.office(_installation(folder).database) as rows:
        found = keeping.account_called(rows, name)
        keeping.close_account(rows, found)
    say(gettext("The account of {name} is closed.", name=plain(found.name)))


@account.command("list")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@FOLDER
def list_accounts(folder: Path | None, *, as_json: bool) -> None:
    """Show the accounts."""
    from assess.secretariat import keeping

    with keeping.office(_installation(folder).database) as rows:
        found = keeping.accounts(rows)
    if as_json:
        say_json(
            [
                {
                    "id": str(each.id),
                    "name": each.name,
                    "roles": list(each.roles),
                    "countries": list(each.countries),
                    "devices": each.devices,
                    "closed": each.closed_at.isoformat() if each.closed_at else None,
                }
                for each in found
            ]
        )
        return
    say(
        table(
            (gettext("id"), gettext("name"), gettext("roles"), gettext("devices")),
            [
                (
                    str(each.id)[:8],
                    plain(each.name),
                    gettext("closed") if each.closed_at else ", ".join(each.roles),
                    str(each.devices),
                )
                for each in found
            ],
        )
    )


@secretariat.group("device")
def device() -> None:
    """Show the devices that are known, and revoke one."""


@device.command("list")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@FOLDER
def list_devices(folder: Path | None, *, as_json: bool) -> None:
    """Show the devices."""
    from assess.secretariat import keeping

    with keeping.office(_installation(folder).database) as rows:
        found = keeping.devices(rows)
    if as_json:
        say_json(
            [
                {
                    "id": str(each.id),
                    "account": each.account,
                    "name": each.name,
                    "fingerprint": each.fingerprint,
                    "revoked": each.revoked_at.isoformat() if each.revoked_at else None,
                }
                for each in found
            ]
        )
        return
    say(
        table(
            (gettext("id"), gettext("account"), gettext("name"), gettext("state")),
            [
                (
                    str(each.id)[:8],
                    plain(each.account),
                    plain(each.name),
                    gettext("revoked") if each.revoked_at else gettext("in use"),
                )
                for each in found
            ],
        )
    )


@device.command("revoke")
@click.argument("name", metavar="DEVICE", type=WordsType(said=True))
@FOLDER
def revoke(name: str, folder: Path | None) -> None:
    """Revoke a device by the beginning of its id: from now on it is refused."""
    from assess.secretariat import keeping

    with keeping.office(_installation(folder).database) as rows:
        found = keeping.revoke_device(rows, name)
    say(gettext("The device {name} is revoked.", name=plain(found.name)))


def _country(text: str) -> str:
    if len(text) != 3 or not text.isascii() or not text.isalpha():
        raise AssessError(
            gettext(
                "{text} is not the code of a country; a code has three letters, such as NOR.",
                text=repr(text),
            )
        )
    return text.upper()


def _say_code(code: str) -> None:
    say(gettext("The code for one device, good for 14 days: {code}", code=code))
