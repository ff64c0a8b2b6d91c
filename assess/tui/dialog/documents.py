"""Where documents go on the disk, and how they are looked at."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assess.core.case.value_form import address_fault
from assess.errors import AssessError, KnownCase
from assess.languages import gettext
from assess.languages.message import say
from assess.tui.dialog.apart import Slow
from assess.tui.frame.host import host
from assess.tui.frame.printed import PrintedKind, file_name, question
from assess.tui.frame.text import one_line

if TYPE_CHECKING:
    from textual.app import App
    from textual.screen import Screen

    from assess.core.case.assessment import Case
    from assess.workflow.desk.incoming_file import Arrived

ENDINGS = (".pdf", ".html", ".docx")
"""What a report can be written as; everything else is PDF."""

PRINTED = gettext("It is saved in the background; you can go on working.")
WRITTEN = f"{PRINTED} {gettext('The ending .html or .docx saves it in that format.')}"

_UNFIT = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*]+')


def proposed_target(case: Case, kind: PrintedKind) -> Path:
    """Propose a file: the organisation, the day and the kind, in the user's documents."""
    rest = file_name(kind, case.details.interview_date)
    return document_path(case.organisation.name or case.id, rest, case.id)


def document_path(name: str, rest: str, instead: str = "") -> Path:
    """Give a file in the user's documents whose name begins with that of an organisation."""
    fit = " ".join(_UNFIT.sub(" ", name).split())[:60].strip(" .")
    documents = Path.home() / "Documents"
    folder = documents if documents.is_dir() else Path.home()
    return folder / " ".join(filter(None, (fit or instead, rest)))


def typed_path(text: str) -> Path:
    """Give the path that was typed or dropped into the terminal, with `~`, quotes or `file://`."""
    typed = text.strip()
    if len(typed) > 1 and typed[0] == typed[-1] and typed[0] in "'\"":
        typed = typed[1:-1]
    if typed.startswith("file://"):
        from urllib.parse import unquote

        typed = unquote(typed.removeprefix("file://"))
    return Path(typed.replace("\\ ", " ") if os.sep == "/" else typed).expanduser()


def ask_for_target(
    app: App[Any], case: Case, kind: PrintedKind, then: Callable[[Path], object]
) -> None:
    """Ask for the file of a case's document."""
    is_report = kind is PrintedKind.REPORT
    ask_for_file(
        app,
        question(kind, case.organisation.name, case.details.interview_date),
        proposed_target(case, kind),
        then,
        keep_as=kind.value,
        case_id=case.id,
        explanation=WRITTEN if is_report else PRINTED,
        endings=ENDINGS if is_report else (),
    )


def ask_for_file(
    app: App[Any],
    title: str,
    proposed: Path,
    then: Callable[[Path], object],
    *,
    keep_as: str,
    case_id: str | None = None,
    explanation: str = PRINTED,
    endings: tuple[str, ...] = (),
) -> None:
    """Ask where a file goes; one that is there is replaced only when said twice.

    A name with another ending than the proposed one, or those of `endings`, gets that one.
    """
    from assess.tui.dialog.ask import AskScreen, WrongField
    from assess.tui.widgets.form_field import Asked

    confirmed: set[Path] = set()

    def submit(values: Mapping[str, str]) -> None:
        if not values["target"].strip():
            raise WrongField("target", gettext("Type the path of the file."))
        target = typed_path(values["target"])
        if target.is_dir():
            target /= proposed.name
        if target.suffix.casefold() not in (endings or (proposed.suffix,)):
            target = target.with_name(f"{target.name}{proposed.suffix}")
        if not target.parent.is_dir():
            raise WrongField(
                "target", gettext("There is no folder {folder}.", folder=target.parent)
            )
        if target.exists() and target not in confirmed:
            confirmed.add(target)
            raise WrongField(
                "target",
                gettext("{file} exists already; Enter again replaces it.", file=target.name),
            )
        then(target)

    app.push_screen(
        AskScreen(
            title,
            [Asked("target", gettext("File"), value=str(proposed), kind="path")],
            submit,
            explanation=explanation,
            keep_as=keep_as,
            case_id=case_id,
        )
    )


def view(path: Path) -> None:
    """Open a file with the viewer of the system, away from this terminal."""
    if not path.exists():
        raise AssessError(gettext("{path} no longer exists.", path=path))
    if not (path.is_file() or path.is_dir()):
        raise AssessError(gettext("{path} is a pipe or device, so it is not opened.", path=path))
    _open(
        str(path),
        gettext("This system has no viewer to open it; the file is {path}.", path=path),
    )


def view_address(address: str) -> None:
    """Open an address of the web with the browser of the system, away from this terminal."""
    if fault := address_fault(address):
        raise AssessError(
            gettext("{address} cannot be opened: {fault}.", address=repr(address), fault=say(fault))
        )
    _open(
        address,
        gettext(
            "This system has no viewer to open it; the address is {address}.",
            address=address,
        ),
    )


def _open(file_or_address: str, no_viewer: str) -> None:
    command = _windows_command(file_or_address) if os.name == "nt" else _command(file_or_address)
    if command is None:
        raise AssessError(no_viewer)
    viewer = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    threading.Thread(target=viewer.wait, name="viewer", daemon=True).start()  # it may stay open


def _command(file_or_address: str) -> list[str] | None:
    viewer = None
    if sys.platform == "darwin":
        viewer = shutil.which("open")
    elif os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"):
        viewer = shutil.which("xdg-open")
    return [viewer, file_or_address] if viewer else None


_DOCUMENTS = frozenset({".csv", ".docx", ".html", ".jpeg", ".jpg", ".pdf", ".png", ".txt", ".xlsx"})
"""How the names of files end that Windows shows and never runs."""


def _windows_command(file_or_address: str) -> list[str]:
    """Give what opens an address or a document; any other file may be a program, and is shown."""
    is_address = "://" in file_or_address
    if is_address or Path(file_or_address).suffix.lower() in _DOCUMENTS:
        return ["rundll32", "url.dll,FileProtocolHandler", file_or_address]
    return ["explorer", f"/select,{file_or_address}"]


TO_READ = 60
"""For how many seconds it is shown what of a file did not come in."""


def _arrived(arrived: Arrived) -> str:
    """Say what came in with a file, and what did not."""
    name = arrived.assessment.case.organisation.name if arrived.assessment else arrived.path.name
    lines = [f"{name}: {'; '.join(arrived.came)}.", *(f"{text}." for text in arrived.left)]
    return "\n".join(one_line(line) for line in lines)


def demand_file(source: Path) -> None:
    """Refuse what is no file; a disk that does not answer keeps whoever asks waiting."""
    from assess.tui.dialog.ask import WrongField

    if not source.is_file():
        there = gettext("This is not a file; folders, pipes and devices cannot be read.")
        raise WrongField(
            "source", there if source.exists() else gettext("There is no file of that name.")
        )


def ask_for_source(screen: Screen[Any], then: Callable[[list[str]], object]) -> None:
    """Ask for a file and take it in, or say all its faults.

    Another copy of a case is taken as proposals, once that is said twice.
    """
    from assess.tui.dialog.ask import AskScreen, WrongField
    from assess.tui.widgets.form_field import Asked
    from assess.workflow import import_files

    copies: set[Path] = set()

    def take_in(source: Path) -> tuple[Arrived, ...]:
        demand_file(source)
        try:
            with host(screen).open_desk_apart() as desk:
                return import_files(
                    desk,
                    [source],
                    as_proposals=source in copies,
                    templates=host(screen).templates,
                )
        except KnownCase:
            copies.add(source)
            raise WrongField(
                "source",
                gettext(
                    "This is another copy of an existing case; Enter again proposes its answers."
                ),
            ) from None

    def tell(taken: tuple[Arrived, ...]) -> None:
        for arrived in taken:
            timeout = TO_READ if arrived.left else 8
            screen.app.notify(_arrived(arrived), markup=False, timeout=timeout)
        then([arrived.assessment.case.id for arrived in taken if arrived.assessment is not None])

    def submit(values: Mapping[str, str]) -> Slow:
        if not values["source"].strip():
            raise WrongField("source", gettext("There is no file of that name."))
        source = typed_path(values["source"])
        words = gettext("The file is being imported …")
        return Slow(words, lambda: take_in(source), tell, late=tell)

    screen.app.push_screen(
        AskScreen(
            gettext("Import a file"),
            [
                Asked(
                    "source",
                    gettext("File"),
                    kind="path",
                    hint=gettext("type or drop a path; → completes it"),
                )
            ],
            submit,
            explanation=gettext(
                "A case file or a returned questionnaire. If it has a fault, nothing is imported."
            ),
            keep_as="import",
        )
    )
