"""assess codebook: the catalogue in words, and the schema of the case file."""

from __future__ import annotations

import json
from pathlib import Path

import click

from assess import locations
from assess.catalogue import load
from assess.cli.screen import put, say
from assess.cli.settings import Settings
from assess.core.catalogue import Catalogue
from assess.core.codebook import codebook as in_words
from assess.exchange.case_schema import schema
from assess.files import refuse_existing, write_whole
from assess.render.codebook import codebook_html, codebook_text

_BY_ENDING = {".html": "html", ".htm": "html", ".json": "json"}


@click.command("codebook")
@click.option("-o", "target", type=click.Path(path_type=Path), metavar="FILE")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "html", "json", "schema"]),
    help="Without it, what the ending of FILE says, or text; schema is that of the case file.",
)
@click.option("--force", is_flag=True, help="Write over an existing file.")
@click.pass_obj
def codebook(settings: Settings, target: Path | None, form: str | None, *, force: bool) -> None:
    """Print indicators, questions, codes, checks, derivations and triggers."""
    if target:
        refuse_existing(target, force=force)
    chosen = form or _BY_ENDING.get(target.suffix.lower() if target else "", "text")
    text = _written(load(settings.indicators_folder), chosen)
    if target:
        write_whole(target, text.encode("utf-8"))
        say(f"{target}: the code book")
    else:
        put(text)


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
