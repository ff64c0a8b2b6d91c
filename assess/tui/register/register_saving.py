"""What is saved from the register: a proof about one label, the brochure, the public site."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assess.errors import AssessError
from assess.languages import gettext
from assess.tui.frame.host import host
from assess.tui.frame.printed import PrintedKind, file_name, question

if TYPE_CHECKING:
    from textual.screen import Screen

    from assess.core.register.record import Label


def ask_what_to_save(screen: Screen[Any], label: Label | None, day: date) -> None:
    """Ask what of the register is to be saved; a proof is about the marked label on a day."""
    from assess.tui.dialog.choose import ChooseScreen

    answers = []
    if label is not None and label.given is not None:
        answers.append(("proof", gettext("A proof of this label for {day}", day=day)))
    answers += [
        ("brochure", gettext("The brochure of all countries")),
        ("site", gettext("The public site, in a folder")),
    ]

    def answered(what: str | None) -> None:
        match what:
            case "proof" if label is not None:
                _save_proof(screen, label, day)
            case "brochure":
                host(screen).attempt(partial(_save_brochure, screen))
            case "site":
                _save_site(screen)
            case _:
                pass

    screen.app.push_screen(ChooseScreen(gettext("What is to be saved?"), answers), answered)


def _save_proof(screen: Screen[Any], label: Label, day: date) -> None:
    from assess.tui.dialog.documents import ask_for_file, document_path
    from assess.workflow.register import register as registering
    from assess.workflow.register.publishing import write_proof

    made = registering.draft_proof(host(screen).desk, label, day)
    kind = PrintedKind.PROOF
    write = partial(write_proof, made, host(screen).templates)
    ask_for_file(
        screen.app,
        question(kind, label.name, day),
        document_path(label.name, file_name(kind, day)),
        partial(host(screen).print_in_background, kind, write),
        keep_as=kind.value,
    )


def _save_brochure(screen: Screen[Any]) -> None:
    from assess.tui.dialog.documents import ask_for_file, document_path
    from assess.workflow.register.publishing import draft_overview, write_overview

    desk, templates = host(screen).desk, host(screen).templates
    made, kind = draft_overview(desk), PrintedKind.BROCHURE

    def write(target: Path) -> None:
        write_overview(made, templates, target)

    ask_for_file(
        screen.app,
        question(kind, "", desk.today),
        document_path("", file_name(kind, desk.today)),
        partial(host(screen).print_in_background, kind, write),
        keep_as=kind.value,
    )


def _save_site(screen: Screen[Any]) -> None:
    from assess.tui.dialog.ask import AskScreen, WrongField
    from assess.tui.dialog.documents import document_path, typed_path
    from assess.tui.widgets.form_field import Asked
    from assess.workflow.register.publishing import draft_site, holds_site

    around = host(screen)
    confirmed: set[Path] = set()

    def submit(values: Mapping[str, str]) -> None:
        if not values["folder"].strip():
            raise WrongField("folder", gettext("Type in which folder the pages go."))
        folder = typed_path(values["folder"])
        if holds_site(folder) and folder not in confirmed:
            confirmed.add(folder)
            raise WrongField(
                "folder",
                gettext(
                    "{folder} holds a register already; Enter again replaces it.", folder=folder
                ),
            )
        key_file = around.register_key
        if key_file is None:
            raise AssessError(gettext("No key is known here by which the pages could be signed."))
        draft = draft_site(around.desk, folder, replaces=folder in confirmed)

        def write(_: Path) -> None:
            draft.write(around.templates, key_file)

        around.print_in_background(PrintedKind.SITE, write, folder / "index.html")

    screen.app.push_screen(
        AskScreen(
            question(PrintedKind.SITE, "", around.desk.today),
            [
                Asked(
                    "folder", gettext("Folder"), value=str(document_path("", "public")), kind="path"
                )
            ],
            submit,
            explanation=gettext("A folder of its own; the pages are signed with your key."),
            keep_as=PrintedKind.SITE.value,
        )
    )
