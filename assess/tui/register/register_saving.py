"""What is saved from the register: a proof about one label, the brochure, the public site."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assess.errors import AssessError
from assess.languages import gettext, ngettext, spoken_language
from assess.languages.language import available, code_of, language
from assess.tui.frame.host import host
from assess.tui.frame.printed import PrintedKind, file_name, question

if TYPE_CHECKING:
    from textual.screen import Screen

    from assess.core.register.record import Label
    from assess.tui.dialog.apart import Slow
    from assess.tui.widgets.form_field import Asked


MOST_NAMES = 5
"""So many of the organisations whose labels are left out are named."""


def ask_what_to_save(screen: Screen[Any], label: Label | None, day: date) -> None:
    """Ask what of the register is to be saved; a proof is about the marked label on a day."""
    from assess.tui.dialog.choose import ChooseScreen

    answers = []
    if label is not None and label.given is not None:
        answers.append(("proof", gettext("A proof of this label for {day}", day=day)))
    answers += [
        ("brochure", gettext("The country overview")),
        ("site", gettext("The public pages, in a folder")),
    ]

    def answered(what: str | None) -> None:
        match what:
            case "proof" if label is not None:
                _save_proof(screen, label, day)
            case "brochure":
                _save_brochure(screen)
            case "site":
                _save_site(screen)
            case _:
                pass

    screen.app.push_screen(ChooseScreen(gettext("What do you want to save?"), answers), answered)


def _save_proof(screen: Screen[Any], label: Label, day: date) -> None:
    from assess.tui.dialog.documents import ask_for_file, document_path
    from assess.workflow.register import register as registering
    from assess.workflow.register.register_documents import write_proof

    around, kind = host(screen), PrintedKind.PROOF

    def write(target: Path) -> None:
        with around.open_desk_apart() as desk:
            made = registering.draft_proof(desk, label, day)
        write_proof(made, around.templates, target)

    ask_for_file(
        screen.app,
        question(kind, label.name, day),
        document_path(label.name, file_name(kind, day)),
        partial(around.documents.print_document, kind, write),
        keep_as=kind.value,
    )


def _said_left_out(screen: Screen[Any]) -> str:
    """Name the organisations whose labels are invented and will not be published."""
    from assess.workflow.register.public_labels import left_out_of

    names = left_out_of(host(screen).desk)
    if not names:
        return ""
    return ngettext(
        "Synthetic labels of {count} organisation will be left out: {names}.",
        "Synthetic labels of {count} organisations will be left out: {names}.",
        len(names),
        names="; ".join(names[:MOST_NAMES]),
    )


def _save_brochure(screen: Screen[Any]) -> None:
    from assess.tui.dialog.documents import PRINTED, ask_for_file, document_path
    from assess.workflow.register.publication_details import read_publisher
    from assess.workflow.register.register_documents import draft_overview, write_overview

    around, kind = host(screen), PrintedKind.BROCHURE
    today = around.desk.today

    def write(target: Path) -> None:
        with around.open_desk_apart() as desk:
            theme, texts = read_publisher(around.theme_file, around.templates)
            made = draft_overview(desk, texts=texts, theme=theme)
        write_overview(made, around.templates, target)

    ask_for_file(
        screen.app,
        question(kind, "", today),
        document_path("", file_name(kind, today)),
        partial(around.documents.print_document, kind, write),
        keep_as=kind.value,
        explanation=_said_left_out(screen) or PRINTED,
    )


def _asked_languages(*, has_theme: bool) -> Asked:
    """Ask for the languages of the pages; a theme may say which is theirs where none is typed."""
    from assess.tui.widgets.form_field import Asked

    def understood(typed: str) -> tuple[str, bool]:
        try:
            return ", ".join(language(code).own_name for code in _languages(typed)), True
        except AssessError as error:
            return str(error), False

    return Asked(
        "languages",
        gettext("Languages"),
        value="" if has_theme else spoken_language().code,
        hint=gettext("Codes with commas between, such as en,de. Empty: the language of the theme."),
        understood=understood,
    )


def _languages(typed: str) -> tuple[str, ...]:
    """Read the codes of languages, each once; WrongField where there is no such language."""
    from assess.tui.dialog.ask import WrongField

    found = []
    for part in filter(str.strip, typed.split(",")):
        code = code_of(part)
        if code is None:
            raise WrongField(
                "languages",
                gettext(
                    "{typed} is not an available language; the languages are: {there}.",
                    typed=repr(part.strip()),
                    there=", ".join(available()),
                ),
            )
        found.append(code)
    return tuple(dict.fromkeys(found))


def _save_site(screen: Screen[Any]) -> None:
    from assess.tui.dialog.apart import Slow
    from assess.tui.dialog.ask import AskScreen, WrongField
    from assess.tui.dialog.documents import document_path, typed_path
    from assess.tui.widgets.form_field import Asked
    from assess.workflow.register.publishing import draft_site
    from assess.workflow.register.site_folder import holds_site

    around = host(screen)
    confirmed: set[Path] = set()

    def look(folder: Path) -> Path:
        if holds_site(folder) and folder not in confirmed:
            confirmed.add(folder)
            raise WrongField(
                "folder",
                gettext(
                    "{folder} holds a register already; Enter again replaces it.", folder=folder
                ),
            )
        return folder

    def submit(values: Mapping[str, str]) -> Slow:
        if not values["folder"].strip():
            raise WrongField("folder", gettext("Type the folder for the pages."))
        key_file = around.register_key
        if key_file is None:
            raise AssessError(gettext("There is no key here to sign the pages."))
        folder, languages = typed_path(values["folder"]), _languages(values["languages"])

        def write(_: Path) -> None:
            with around.open_desk_apart() as desk:
                draft = draft_site(
                    desk,
                    folder,
                    replaces=folder in confirmed,
                    theme=around.theme_file,
                    languages=languages,
                    draws_preview=True,
                )
            draft.write(around.templates, key_file)

        def begin(folder: Path) -> None:
            around.documents.print_document(PrintedKind.SITE, write, folder / "index.html")

        return Slow(gettext("The folder is being read …"), lambda: look(folder), begin)

    screen.app.push_screen(
        AskScreen(
            question(PrintedKind.SITE, "", around.desk.today),
            [
                Asked(
                    "folder", gettext("Folder"), value=str(document_path("", "public")), kind="path"
                ),
                _asked_languages(has_theme=around.theme_file is not None),
            ],
            submit,
            explanation="\n".join(
                filter(
                    None,
                    (
                        gettext(
                            "The pages need a folder of their own; they are signed with your key."
                        ),
                        _said_left_out(screen),
                    ),
                )
            ),
            keep_as=PrintedKind.SITE.value,
        )
    )
