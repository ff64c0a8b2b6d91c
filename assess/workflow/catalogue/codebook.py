"""The code book: the catalogue in words, as text, page, PDF or data; and the schema of a case."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Literal

from assess.catalogue import load
from assess.core.catalogue.catalogue import Catalogue
from assess.core.catalogue.codebook import Codebook, codebook
from assess.exchange.case.case_schema import schema
from assess.files import write_whole
from assess.languages import speaking
from assess.languages.language import ENGLISH
from assess.languages.message import say
from assess.languages.translation.draft import with_draft_sentence
from assess.render.catalogue.codebook import codebook_html, codebook_text
from assess.render.document.document import write_document

Form = Literal["text", "html", "json", "schema"]


def written_codebook(indicators: Path, templates: Path, form: Form) -> str:
    """Write the code book of a folder of indicators, or the schema of its case files."""
    catalogue = load(indicators)
    if form == "schema":
        return _json(schema(catalogue))
    if form == "json":
        with speaking(ENGLISH):
            return _json(codebook(catalogue, say).model_dump(mode="json"))
    book = _in_words(catalogue)
    return codebook_html(book, templates) if form == "html" else codebook_text(book)


def save_codebook(indicators: Path, templates: Path, form: Form, target: Path) -> None:
    """Save the code book to a file, whole or not at all."""
    write_whole(target, written_codebook(indicators, templates, form).encode("utf-8"))


def print_codebook(indicators: Path, templates: Path, target: Path) -> None:
    """Print the code book as PDF."""
    write_document("codebook", _in_words(load(indicators)), templates, target)


def _in_words(catalogue: Catalogue) -> Codebook:
    book = codebook(catalogue, say)
    return book.model_copy(update={"notice": with_draft_sentence(book.notice)})


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
