"""assess codebook: the catalogue in words, and the schema of the case file."""

from __future__ import annotations

from pathlib import Path

import click

from assess import locations
from assess.cli.command.output import put, say, working
from assess.cli.command.settings import Settings
from assess.errors import AssessError
from assess.files import refuse_existing
from assess.languages import gettext
from assess.workflow.catalogue.codebook import (
    Form,
    print_codebook,
    save_codebook,
    written_codebook,
)

_BY_ENDING = {".txt": "text", ".html": "html", ".htm": "html", ".json": "json", ".pdf": "pdf"}
_WRITTEN_AS = {"schema": "json"}
"""Forms that are written like another one."""


@click.command("codebook")
@click.option("-o", "target", type=click.Path(path_type=Path), metavar="FILE")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "html", "json", "pdf", "schema"]),
    help="Without it, what the ending of FILE says, or text; schema is that of the case file.",
)
@click.option("--force", is_flag=True, help="Write over an existing file.")
@click.pass_obj
def codebook(settings: Settings, target: Path | None, form: str | None, *, force: bool) -> None:
    """Print indicators, questions, codes, checks, derivations and triggers."""
    chosen = form or "text"
    if target:
        chosen = _form_of(target, form)
        refuse_existing(target, force=force)
    if chosen == "pdf":
        _print(settings.indicators_folder, target)
        return
    wanted: Form = chosen  # type: ignore[assignment]  # click offers no other
    templates = locations.templates_folder()
    if target:
        save_codebook(settings.indicators_folder, templates, wanted, target)
        say(gettext("{target}: the code book", target=target))
    else:
        put(written_codebook(settings.indicators_folder, templates, wanted))


def _form_of(target: Path, form: str | None) -> str:
    """Give the form for a file; its ending must be one of that form."""
    meant = _BY_ENDING.get(target.suffix.lower())
    if meant is None:
        raise AssessError(
            gettext(
                "{target} does not end in {value} or {by_ending}, the kinds of code "
                "book that are written.",
                target=target,
                value=", ".join(list(_BY_ENDING)[:-1]),
                by_ending=list(_BY_ENDING)[-1],
            )
        )
    if form is not None and _WRITTEN_AS.get(form, form) != meant:
        fitting = " or ".join(
            ending
            for ending, written in _BY_ENDING.items()
            if written == _WRITTEN_AS.get(form, form)
        )
        raise AssessError(
            gettext(
                "{target} does not end in {fitting}, as a code book in {form} does.",
                target=target,
                fitting=fitting,
                form=form,
            )
        )
    return form or meant


def _print(indicators: Path, target: Path | None) -> None:
    if target is None:
        raise AssessError(gettext("A code book in pdf goes to a file; name it with -o FILE.pdf."))
    with working(gettext("Printing the code book")):
        print_codebook(indicators, locations.templates_folder(), target)
    say(gettext("{target}: the code book", target=target))
