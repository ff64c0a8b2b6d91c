"""assess register site, verify, overview, proof, configure: what the register shows to others."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from assess import locations
from assess.cli.catalogue.vocabulary import country_code
from assess.cli.command.document import LANGUAGE, prepare_pdf
from assess.cli.command.output import plain, remark, say, working, wrapped
from assess.cli.command.settings import DayType, LanguagesType, Settings, WordsType
from assess.cli.published_list.list_options import BY, COUNTRY, LEVEL, who
from assess.languages import gettext, ngettext, pgettext
from assess.languages.language import available
from assess.languages.message import say as spoken
from assess.workflow.case.language.document_language import made_in
from assess.workflow.register.site_folder import BELIEVED

_PATH = click.Path(path_type=Path)
_FORCE = click.option("--force", is_flag=True, help="Overwrite the existing pages.")


@click.command("configure", short_help="Set the address, title and publisher of the public pages.")
@click.option("--base-address", type=WordsType(), help="The address of the pages: https://...")
@click.option("--title", type=WordsType(), help="The title of the public register.")
@click.option("--publisher", type=WordsType(), help="The publisher.")
@BY
@click.pass_obj
def configure(settings: Settings, /, by: str | None, **stated: str | None) -> None:
    """Set the address, title and publisher of the public pages.

    Without an option, they are shown. With a base address, award records carry a code that opens
    the page of the label.
    """
    from assess.workflow.register.publication_details import register_title, set_publication

    with settings.open_desk() as desk:
        about = set_publication(desk, by=who(by), **stated)
    for head, text in (
        (gettext("title"), register_title(about, spoken)),
        (gettext("publisher"), about.publisher),
        (gettext("base address"), about.base_address),
    ):
        say(f"{head:<14}{plain(text) or gettext('(not stated)')}")


@click.command("site", short_help="Write the public pages to a folder.")
@click.option("-o", "folder", type=_PATH, required=True, metavar="FOLDER")
@click.option("--key", type=_PATH, metavar="FILE", help="The private key that signs.")
@click.option(
    "--languages",
    type=LanguagesType(),
    default=(),
    metavar="LL,LL,...",
    help=(
        f"The languages of the pages: {', '.join(available())}. The main one is that of the "
        "theme, or English; its pages keep their addresses. Each other has a folder such as de/. "
        "Without this option, only the main one is written. Signed data are in English."
    ),
)
@click.option(
    "--theme",
    type=_PATH,
    metavar="FILE.toml",
    help=(
        "Your own logo, colours, imprint and texts; without it, ASSESS_THEME, or theme.toml in the "
        "data folder."
    ),
)
@click.option(
    "--believed",
    type=click.IntRange(1, 3650),
    default=BELIEVED,
    show_default=True,
    metavar="DAYS",
    help="For how many days verifying accepts the pages; write them again before that.",
)
@_FORCE
@click.pass_obj
def site(
    settings: Settings,
    /,
    folder: Path,
    key: Path | None,
    languages: tuple[str, ...],
    theme: Path | None,
    believed: int,
    *,
    force: bool,
) -> None:
    """Write the public pages, with data, feed, badges and signature, to a folder."""
    from assess.workflow.register.publishing import publish

    key_file = key or locations.register_key(demo=settings.demo)
    with settings.open_desk() as desk, working(gettext("Writing the pages")):
        done = publish(
            desk,
            folder,
            locations.templates_folder(),
            key_file,
            force=force,
            theme=locations.theme_file(theme),
            believed=believed,
            languages=languages,
            draws_preview=True,
        )
    say(
        ngettext(
            "{path}: {count} label in {files} files",
            "{path}: {count} labels in {files} files",
            done.labels,
            path=folder / "index.html",
            files=done.files,
        )
    )
    _say_left_out(done.left_out)
    say(wrapped(gettext("Signed with the key {fingerprint}", fingerprint=done.fingerprint), 2))
    say(
        wrapped(
            gettext(
                "Number {number}, to be relied on until {until}; write the pages again "
                "before then.",
                number=str(done.number),
                until=str(done.until),
            ),
            2,
        )
    )
    if not done.names_revocations:
        remark(
            gettext(
                "The pages have no address, so their credentials cannot name the list of those "
                "that were revoked. Set it with `assess register configure --base-address`."
            )
        )
    if done.preview_fault:
        remark(
            gettext(
                "The picture that other sites show beside a link could not be drawn: {fault}",
                fault=done.preview_fault,
            )
        )
    if done.is_new_key:
        remark(
            gettext(
                "A new key was made: {path}. Keep a copy of it in a safe place. Give its "
                "fingerprint to everybody who will verify the register.",
                path=key_file,
            )
        )


def _say_left_out(names: tuple[str, ...]) -> None:
    """Name the organisations whose labels are invented and were not published."""
    if names:
        remark(
            ngettext(
                "Synthetic labels of {count} organisation were left out: {names}.",
                "Synthetic labels of {count} organisations were left out: {names}.",
                len(names),
                names=plain("; ".join(names)),
            )
        )


@click.command("overview", short_help="Print the country overview as PDF.")
@click.option("-o", "target", type=_PATH, required=True, metavar="FILE.pdf")
@click.option("--valid-only", is_flag=True, help="Leave out labels that are not valid today.")
@LANGUAGE
@_FORCE
@click.pass_obj
def overview(
    settings: Settings, target: Path, language: str, *, valid_only: bool, force: bool
) -> None:
    """Print the country overview: every country with its organisations, as PDF."""
    from assess.workflow.register.publication_details import read_publisher
    from assess.workflow.register.register_documents import draft_overview, write_overview

    prepare_pdf(target, force=force)
    with settings.open_desk() as desk:
        theme, texts = read_publisher(locations.theme_file(), locations.templates_folder())
        made = made_in(
            language, lambda: draft_overview(desk, valid_only=valid_only, texts=texts, theme=theme)
        )
    with working(gettext("Printing the country overview")):
        pages = write_overview(made, locations.templates_folder(), target)
    say(
        ngettext(
            "{path}: {count} label of {countries} countries on {pages} pages",
            "{path}: {count} labels of {countries} countries on {pages} pages",
            made.count,
            path=target,
            countries=len(made.countries),
            pages=pages,
        )
    )
    _say_left_out(made.left_out)


@click.command("proof", short_help="Show whether a label was valid on a day.")
@click.argument("name", type=WordsType(said=True))
@click.option("--on", type=DayType(), help="The day; without it, today.")
@COUNTRY
@LEVEL
@click.option("-o", "target", type=_PATH, metavar="FILE.pdf", help="Print it on one page.")
@LANGUAGE
@_FORCE
@click.pass_obj
def proof(
    settings: Settings,
    /,
    name: str,
    on: date | None,
    country: str | None,
    level: str | None,
    target: Path | None,
    language: str,
    *,
    force: bool,
) -> None:
    """Show whether a label was valid on a day, as known now and as known on that day."""
    from assess.workflow.register.register import draft_proof, label_on
    from assess.workflow.register.register_documents import write_proof

    if target:
        prepare_pdf(target, force=force)
    with settings.open_desk() as desk:
        code = country_code(country, desk.newest) if country else None
        day = on or desk.today
        label = label_on(desk, name, day, country=code, level=level)
        made = draft_proof(desk, label, day)
        printed = made_in(language, lambda: draft_proof(desk, label, day))
    if target:
        with working(gettext("Printing the proof")):
            write_proof(printed, locations.templates_folder(), target)
    say(f"{plain(made.organisation)}, {made.place}")
    say(made.answer)
    say(wrapped(made.then))
    if target:
        say(gettext("{path}: the proof on one page", path=target))
        return
    say()
    for span in made.life:
        mark = ">" if span.holds_day else " "
        to = pgettext("between two days", "to")
        say(f"{mark} {span.first:>18}  {to} {span.last:<18}  {span.status}")
