"""assess codebook: the catalogue in words, and the schema of the case file."""

from __future__ import annotations

import json
from pathlib import Path

import click

from assess import locations
from assess.catalogue import load
from assess.cli.command.output import put, say, working
from assess.cli.command.settings import Settings
from assess.core.catalogue.catalogue import Catalogue
from assess.core.catalogue.codebook import codebook as in_words
from assess.errors import AssessError
from assess.exchange.case.case_schema import schema
from assess.files import refuse_existing, write_whole
from assess.render.catalogue.codebook import codebook_html, codebook_text
from assess.render.document.document import write_document

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
    catalogue = load(settings.indicators_folder)
    if chosen == "pdf":
        _print(catalogue, target)
        return
    text = _written(catalogue, chosen)
    if target:
        write_whole(target, text.encode("utf-8"))
        say(f"{target}: the code book")
    else:
        put(text)


def _form_of(target: Path, form: str | None) -> str:
    """Give the form for a file; its ending must be one of that form."""
    meant = _BY_ENDING.get(target.suffix.lower())
    if meant is None:
        raise AssessError(
            f"{target} does not end in {', '.join(list(_BY_ENDING)[:-1])} or "
            f"{list(_BY_ENDING)[-1]}, the kinds of code book that are written."
        )
    if form is not None and _WRITTEN_AS.get(form, form) != meant:
        fitting = " or ".join(
            ending for ending, one in _BY_ENDING.items() if one == _WRITTEN_AS.get(form, form)
        )
        raise AssessError(f"{target} does not end in {fitting}, as a code book in {form} does.")
    return form or meant


def _print(catalogue: Catalogue, target: Path | None) -> None:
    if target is None:
        raise AssessError("A code book in pdf goes to a file; name it with -o FILE.pdf.")
    with working("Printing the code book"):
        write_document("codebook", in_words(catalogue), locations.templates_folder(), target)
    say(f"{target}: the code book")


def _written(catalogue: Catalogue, form: str) -> str:
    if form == "schema":
        return _json(schema(catalogue))
    book = in_words(catalogue)
    if form == "json":
        return _json(book.model_dump(mode="json"))
    if form == "html":
        return codebook_html(book, locations.templates_folder())
    return codebook_text(book)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
