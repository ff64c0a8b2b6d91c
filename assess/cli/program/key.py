"""assess key show, move, rotate: the keys that sign the record and the public register."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from assess import locations
from assess.cli.command.output import remark, say, say_json, wrapped
from assess.cli.command.settings import Settings
from assess.languages import gettext
from assess.workflow.program.keys import KeyFile, KeyName, ShownKey, move, shown

_WHICH = click.Choice(["device", "register"])
_FILE = click.option(
    "--key",
    "file",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="The file of the register's key, where it is not the usual one.",
)


@click.group("key")
def key() -> None:
    """Show, move or replace the keys that sign.

    The key of this device signs the record. The key of the register signs its public pages. Each is
    a file that only you can read, or lies in the keyring of the system.
    """


@key.command("show")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@_FILE
@click.pass_obj
def show(settings: Settings, file: Path | None, *, as_json: bool) -> None:
    """Show where the keys are, with their fingerprints."""
    found = [shown(key) for key in _keys(settings, file)]
    if as_json:
        say_json([_document(key) for key in found])
        return
    for key in found:
        _say(key)


@key.command("move")
@click.argument("which", type=_WHICH, required=False)
@click.option("--to-file", is_flag=True, help="Move from the keyring back into the file.")
@_FILE
@click.pass_obj
def move_(settings: Settings, which: KeyName | None, file: Path | None, *, to_file: bool) -> None:
    """Move a key into the keyring of the system.

    Without a name, every key that there is moves. The file stays, and names the key in the keyring.
    """
    keys = _keys(settings, file)
    wanted = [key for key in keys if key.name == which] if which else _made(keys)
    for key in wanted:
        _say(move(key, to_file=to_file))
    if not wanted:
        say(gettext("No key was made yet."))


@key.command("rotate")
@click.option("--lost", is_flag=True, help="The old key is lost, so it cannot sign the new one.")
@_FILE
@click.pass_obj
def rotate(settings: Settings, file: Path | None, *, lost: bool) -> None:
    """Give the register a new key, which the old one signs.

    The next pages carry that signature, so that `assess register verify` accepts the new key.
    """
    from assess.workflow.register.register_key import replace_lost_key, rotate_key

    path = file or locations.register_key(demo=settings.demo)
    today = settings.today or datetime.now().astimezone().date()
    done = replace_lost_key(path) if lost else rotate_key(path, today)
    say(wrapped(gettext("The new key is {fingerprint}", fingerprint=done.new)))
    if done.old is None:
        remark(
            gettext(
                "No old key signed it: everybody who verifies the register is warned that the key "
                "changed. Give them the new fingerprint, by telephone or in person."
            )
        )
    else:
        say(wrapped(gettext("The old key, {fingerprint}, signed it.", fingerprint=done.old)))
    remark(
        gettext(
            "Keep a copy of {path} in a safe place, and write the pages again: "
            "`assess register site`.",
            path=path,
        )
    )


def _keys(settings: Settings, file: Path | None) -> list[KeyFile]:
    return [
        KeyFile("device", locations.device_key(demo=settings.demo)),
        KeyFile("register", file or locations.register_key(demo=settings.demo)),
    ]


def _made(keys: list[KeyFile]) -> list[KeyFile]:
    return [key for key in keys if key.path.exists()]


def _document(key: ShownKey) -> dict[str, object]:
    return {
        "key": key.name,
        "file": str(key.path),
        "made": bool(key.fingerprint or key.fault),
        "keyring": key.is_in_keyring,
        "fingerprint": key.fingerprint or None,
        "fault": key.fault or None,
    }


def _say(key: ShownKey) -> None:
    name = {"device": gettext("Device"), "register": gettext("Register")}[key.name]
    if key.fault:
        place = key.fault
    elif not key.fingerprint:
        place = gettext("not made yet")
    elif key.is_in_keyring:
        place = gettext("in the keyring of the system; {path} names it", path=key.path)
    else:
        place = str(key.path)
    say(wrapped(f"{name:<10}{place}"))
    if key.fingerprint:
        say(f"{'':<10}{key.fingerprint}")
