"""assess languages: how far each language has come; files for translators, and back."""

from __future__ import annotations

from pathlib import Path

import click

from assess import locations
from assess.cli.command.output import remark, say, say_json, working
from assess.cli.command.settings import Settings
from assess.files import refuse_existing
from assess.languages import gettext, ngettext
from assess.languages.translation.coverage import PARTS, LanguageCoverage, PartCoverage
from assess.workflow.program.translating import (
    TextFolders,
    export_language,
    import_language,
    languages_covered,
    warnings_of,
)


@click.group("languages", invoke_without_command=True)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@click.pass_context
def languages(ctx: click.Context, *, as_json: bool) -> None:
    """List the languages: how much of each part is translated, and in what state it is.

    English is the source of all of them, and always complete.
    """
    if ctx.invoked_subcommand is not None:
        return
    found = languages_covered(_folders(ctx.ensure_object(Settings)))
    if as_json:
        say_json({"languages": [_as_json(language) for language in found]})
        return
    head = "".join(f"{part:>12}" for part in PARTS)
    say(f"{gettext('code'):<8}{head}{gettext('fuzzy'):>8}  {gettext('state')}")
    for language in found:
        parts = "".join(f"{language.parts[part].percent:>10} %" for part in PARTS)
        say(f"{language.code:<8}{parts}{language.whole.fuzzy:>8}  {language.state}")


def _as_json(language: LanguageCoverage) -> dict[str, object]:
    return {
        "code": language.code,
        "state": language.state,
        **_counts(language.whole),
        "parts": {part: _counts(language.parts[part]) for part in PARTS},
    }


def _counts(part: PartCoverage) -> dict[str, int]:
    return {**part._asdict(), "percent": part.percent}


@languages.command("export")
@click.argument("code", metavar="LANGUAGE")
@click.option("-o", "target", type=click.Path(path_type=Path), metavar="FILE", required=True)
@click.option("--force", is_flag=True, help="Overwrite an existing file.")
@click.pass_obj
def export(settings: Settings, code: str, target: Path, *, force: bool) -> None:
    """Write one PO file with every text of a language, such as de or pt-BR, for a translator.

    A language that is not there yet is begun with it.
    """
    refuse_existing(target, force=force)
    with working(gettext("Gathering the texts")):
        found = export_language(code, _folders(settings), target).whole
    say(
        ngettext(
            "{path}: {count} text, {translated} translated, {fuzzy} to be looked at again",
            "{path}: {count} texts, {translated} translated, {fuzzy} to be looked at again",
            found.texts,
            path=target,
            translated=found.translated,
            fuzzy=found.fuzzy,
        )
    )


@languages.command("import")
@click.argument("path", type=click.Path(path_type=Path), metavar="FILE")
@click.pass_obj
def take(settings: Settings, path: Path) -> None:
    """Take the translations of a PO file, if every one keeps its named values, markup and keys."""
    with working(gettext("Checking the translations")):
        taken = import_language(path, _folders(settings))
    for text in warnings_of(path):
        remark(text)
    say(
        ngettext(
            "{count} translation into {code} was taken; {left} texts have none yet.",
            "{count} translations into {code} were taken; {left} texts have none yet.",
            taken.taken,
            code=taken.code,
            left=taken.left,
        )
    )
    if taken.unknown:
        say(
            ngettext(
                "{count} text of the file is not in the program; it was left out.",
                "{count} texts of the file are not in the program; they were left out.",
                taken.unknown,
            )
        )


def _folders(settings: Settings) -> TextFolders:
    return TextFolders(locations.templates_folder(), settings.indicators_folder)
