"""assess connect: make this device known at the secretariat."""

from __future__ import annotations

from pathlib import Path

import click

from assess import locations
from assess.cli.command.output import plain, say, working
from assess.cli.command.settings import Settings, WordsType
from assess.languages import gettext


@click.command("connect")
@click.argument("url", type=WordsType(said=True))
@click.option(
    "--code",
    required=True,
    type=WordsType(said=True),
    help="The code that the secretariat gave you; it is good for one device, once.",
)
@click.pass_obj
def connect(settings: Settings, url: str, code: str) -> None:
    """Connect this database with the secretariat at URL, or by its card, a file.

    This device signs everything that it sends with its own key; there is no password.
    """
    from assess.workflow.submission.carrying import connect_by_card
    from assess.workflow.submission.connecting import connect as make_known

    if "://" not in url:
        with settings.open_desk() as desk:
            connect_by_card(desk, Path(url), code, locations.device_key(demo=settings.demo))
        say(gettext("Connected by files; `assess send CASE -o FILE` writes the first one."))
        return
    with settings.open_desk() as desk, working(gettext("Connecting")):
        made = make_known(desk, url, code, locations.device_key(demo=settings.demo))
    say(gettext("Connected with {url} as {name}.", url=plain(made.url), name=plain(made.name)))
