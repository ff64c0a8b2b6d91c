"""Where a document of a command goes, refused before anything is made, and its language."""

from __future__ import annotations

from pathlib import Path

import click

from assess.cli.command.settings import LanguageType
from assess.errors import AssessError
from assess.files import refuse_existing
from assess.languages import gettext
from assess.languages.language import ENGLISH, available

LANGUAGE = click.option(
    "--language",
    type=LanguageType(),
    default=ENGLISH,
    show_default=True,
    help=f"The language of the document: {', '.join(available())}.",
)


CASE_LANGUAGE = click.option(
    "--language",
    type=LanguageType(),
    help=(
        f"The language of the document: {', '.join(available())}; without it, that in which the "
        "case is asked."
    ),
)
"""For a document about a case."""


def prepare(target: Path, kinds: tuple[str, ...], *, force: bool) -> None:
    """Refuse a file of another kind by its name, or one that exists already."""
    if target.suffix.lower().removeprefix(".") not in kinds:
        raise AssessError(
            gettext("{path} does not end in .{kinds}.", path=target, kinds=", .".join(kinds))
        )
    refuse_existing(target, force=force)


def prepare_pdf(target: Path, *, force: bool) -> None:
    """Refuse a file that is no PDF by its name, or that exists already."""
    if target.suffix.lower() != ".pdf":
        raise AssessError(
            gettext(
                "{path} does not end in .pdf; only PDF can be printed here.",
                path=target,
            )
        )
    refuse_existing(target, force=force)
