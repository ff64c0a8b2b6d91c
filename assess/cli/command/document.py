"""Where a document of a command goes, refused before anything is made, and its language."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import click

from assess.cli.command.settings import LanguageType
from assess.errors import AssessError
from assess.files import refuse_existing
from assess.languages import gettext, speaking
from assess.languages.language import ENGLISH, available

LANGUAGE = click.option(
    "--language",
    type=LanguageType(),
    default=ENGLISH,
    show_default=True,
    help=f"The language of the document: {', '.join(available())}.",
)


Made = TypeVar("Made")


def in_language(language: str, make: Callable[[], Made]) -> Made:
    """Make a document in its language; what stands in its way is said in English all the same.

    Making it twice must do no harm.
    """
    try:
        with speaking(language):
            return make()
    except AssessError:
        make()  # which finds the same in its way, and says so in English
        raise


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
