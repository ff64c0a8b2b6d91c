"""assess demo: the demonstration database, built and opened."""

from __future__ import annotations

import click

from assess.cli.command.interface import open_interface
from assess.cli.command.settings import Settings
from assess.languages import gettext


@click.command("demo")
@click.option(
    "--no-open",
    is_flag=True,
    help="Build the database and show what it contains, but do not open it.",
)
@click.option(
    "--fresh", is_flag=True, help="Build the database again; everything entered since then is lost."
)
@click.pass_obj
def demo(settings: Settings, *, no_open: bool, fresh: bool) -> None:
    """Build the demonstration database, with three invented organisations, and open it.

    An existing demonstration is opened unchanged. It is never the database of real cases.
    """
    if no_open:
        _build_and_tell(settings, fresh=fresh)
        return
    if fresh or settings.named_db or not settings.demonstration.exists():
        settings.build_demonstration(fresh=fresh)
    open_interface(settings, settings.demonstration)


def _build_and_tell(settings: Settings, *, fresh: bool) -> None:
    from assess import workflow
    from assess.cli.case.case_text import say_cases
    from assess.cli.command.output import say

    database = settings.demonstration
    built = settings.build_demonstration(fresh=fresh)
    with settings.open_desk(database) as desk:
        found = workflow.listed(desk)
    said = (
        gettext("{path}: built", path=database)
        if built
        else gettext("{path}: exists already; --fresh builds it again", path=database)
    )
    say(f"{said}\n")
    say_cases(found)
    say("\n" + gettext("`assess demo` opens it; `assess --demo COMMAND` uses it."))
