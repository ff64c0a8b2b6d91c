"""assess codebook: the catalogue in words, and the schema of the case file."""

from __future__ import annotations

from pathlib import Path

import click

from assess import locations
from assess.cli.command.document import LANGUAGE
from assess.cli.command.output import put, say, working
from assess.cli.command.settings import Settings
from assess.errors import AssessError
from assess.files import refuse_existing
from assess.languages import gettext, spoken_language
from assess.workflow.case.language.document_language import made_in
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
    help=(
        "The format; without it, the ending of FILE decides, or text. schema describes the "
        "case file."
    ),
)
@LANGUAGE
@click.option("--force", is_flag=True, help="Overwrite an existing file.")
@click.pass_obj
def codebook(
    settings: Settings, target: Path | None, form: str | None, language: str, *, force: bool
) -> None:
    """Print the indicators, questions, codes, checks, derivations and rules."""
    chosen = form or "text"
    if target:
        chosen = _form_of(target, form)
        refuse_existing(target, force=force)
    if chosen == "pdf":
        _print(settings.indicators_folder, target, language)
        return
    wanted: Form = chosen  # type: ignore[assignment]  # click offers no other
    indicators, templates = settings.indicators_folder, locations.templates_folder()
    if target:
        made_in(language, lambda: save_codebook(indicators, templates, wanted, target))
        say(gettext("{path}: the code book", path=target))
    else:
        put(made_in(language, lambda: written_codebook(indicators, templates, wanted)))


def _form_of(target: Path, form: str | None) -> str:
    """Give the form for a file; its ending must be one of that form."""
    meant = _BY_ENDING.get(target.suffix.lower())
    if meant is None:
        raise AssessError(
            gettext(
                "{path} does not end in {endings}.",
                path=target,
                endings=spoken_language().joined(list(_BY_ENDING), "or"),
            )
        )
    if form is not None and _WRITTEN_AS.get(form, form) != meant:
        fitting = [
            ending
            for ending, written in _BY_ENDING.items()
            if written == _WRITTEN_AS.get(form, form)
        ]
        raise AssessError(
            gettext(
                "{path} does not end in {endings}, as a code book in {form} does.",
                path=target,
                endings=spoken_language().joined(fitting, "or"),
                form=form,
            )
        )
    return form or meant


def _print(indicators: Path, target: Path | None, language: str) -> None:
    if target is None:
        raise AssessError(gettext("A code book in pdf needs a file; give it with -o FILE.pdf."))
    with working(gettext("Printing the code book")):
        templates = locations.templates_folder()
        made_in(language, lambda: print_codebook(indicators, templates, target))
    say(gettext("{path}: the code book", path=target))
