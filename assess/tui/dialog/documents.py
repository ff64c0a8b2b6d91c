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
from assess.errors import AssessError
from assess.languages import gettext
from assess.languages.message import say
from assess.tui.dialog.apart import Slow
from assess.tui.frame.printed import PrintedKind, documents_in, file_name, question

if TYPE_CHECKING:
    from textual.app import App

    from assess.core.case.assessment import Case

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
    return documents_in(Path.home()) / " ".join(filter(None, (fit or instead, rest)))


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


def ask_for_file(  # noqa: PLR0913  all that a file to be written differs in
    app: App[Any],
    title: str,
    proposed: Path,
    then: Callable[[Path], object] | None = None,
    *,
    keep_as: str,
    write: Callable[[Path], object] | None = None,
    case_id: str | None = None,
    explanation: str = PRINTED,
    endings: tuple[str, ...] = (),
) -> None:
    """Ask where a file goes; one that is there is replaced only when said twice.

    A name with another ending than the proposed one, or those of `endings`, gets that one.
    `write` is called apart from the screen, with a wait that can be left, `then` on the main
    thread.
    """
    from assess.tui.dialog.ask import AskScreen, WrongField
    from assess.tui.widgets.form_field import Asked

    confirmed: set[Path] = set()

    def prepare(target: Path) -> Path:
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
        if write is not None:
            write(target)
        return target

    def submit(values: Mapping[str, str]) -> Slow:
        if not values["target"].strip():
            raise WrongField("target", gettext("Type the path of the file."))
        target = typed_path(values["target"])
        words = (
            gettext("The file is being saved …") if write else gettext("The folder is being read …")
        )
        return Slow(words, lambda: prepare(target), then or (lambda _: None))

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


def demand_file(source: Path) -> None:
    """Refuse what is no file; a disk that does not answer keeps whoever asks waiting."""
    from assess.tui.dialog.ask import WrongField

    if not source.is_file():
        there = gettext("This is not a file; folders, pipes and devices cannot be read.")
        raise WrongField(
            "source", there if source.exists() else gettext("There is no file of that name.")
        )
