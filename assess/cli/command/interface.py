"""assess: the interface. Nothing slow is read before its first picture."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from assess import locations
from assess.cli.command.settings import Settings
from assess.errors import AssessError
from assess.files import text_of
from assess.languages import choose, gettext
from assess.toml import read_toml

if TYPE_CHECKING:
    from collections.abc import Callable

    from assess.core.case.case_line import FirstList
    from assess.tui.app import AssessApp
    from assess.workflow.desk.desk import Desk
    from assess.workflow.program.backups import Passphrase


@click.command("interface", hidden=True)
@click.pass_obj
def interface(settings: Settings) -> None:
    """Open the interface."""
    open_interface(settings, settings.database)


def open_interface(
    settings: Settings, database: Path, wanted: str | None = None, *, at_queue: bool = False
) -> None:
    """Open the interface on a database, or at the case that is wanted; leave with its exit code.

    `at_queue` begins with the cases at the secretariat.
    """
    _begin(settings)
    from assess.tui.app import AssessApp

    settings.prepare(database)
    templates = locations.templates_folder()
    passphrase = settings.passphrase_of(database, is_ours=database == settings.database)
    if passphrase is not None:
        settings.unlocked_safe(database, passphrase).unlock()  # a wrong one ends here
    app = AssessApp(
        partial(settings.open_unlocked, database, passphrase),
        tokens=_colours(templates),
        templates=templates,
        theme_file=locations.theme_file(),
        register_key=locations.register_key(demo=settings.demo),
        safe=partial(settings.unlocked_safe, database, passphrase),
        first_list=None if passphrase or wanted or at_queue else partial(_first_list, database),
        begins_with_queue=at_queue,
        case=None if wanted is None else _case_id(settings, database, passphrase, wanted),
    )
    _run(app)


def open_staff_screens(settings: Settings, open_desk: Callable[[], Desk]) -> None:
    """Open the interface of a member of the staff of the demonstration."""
    _begin(settings)
    from assess.tui.app import AssessApp

    templates = locations.templates_folder()
    _run(
        AssessApp(
            open_desk,
            tokens=_colours(templates),
            templates=templates,
            begins_with_queue=True,
            synthetic_notice=True,
        )
    )


def _begin(settings: Settings) -> None:
    demand_terminal()
    choose(settings.interface_language)  # before the screens are read, whose keys are named then


def demand_terminal() -> None:
    """Refuse where there is no terminal."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise AssessError(
            gettext("The interface needs a terminal; `assess --help` lists the commands.")
        )


def _run(app: AssessApp) -> None:
    app.run()
    if app.return_code:
        raise click.exceptions.Exit(app.return_code)


def _first_list(database: Path) -> FirstList | None:
    from assess.workflow.case.first_list import first_list

    return first_list(database)


def _case_id(settings: Settings, database: Path, passphrase: Passphrase | None, wanted: str) -> str:
    from assess.workflow import find

    with settings.open_unlocked(database, passphrase) as desk:
        return find(desk, wanted).case.id


def _colours(templates: Path) -> dict[str, str]:
    """Read the colours of the look; without pydantic, which would cost the first picture."""
    path = templates / "tokens.toml"
    try:
        colours = read_toml(text_of(path))["colour"]
        return {str(name): str(value) for name, value in colours.items()}
    except (OSError, ValueError, KeyError, AttributeError) as error:
        raise AssessError(
            gettext("The colours in {path} cannot be read: {error}.", path=path, error=error)
        ) from error
