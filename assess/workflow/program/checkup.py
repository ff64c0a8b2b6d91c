"""What works on this machine, what is missing, and the command that installs it."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

from assess.catalogue import EDITIONS, load
from assess.core.text.value import Value
from assess.errors import AssessError, CatalogueFault, DamagedStore
from assess.languages import gettext, ngettext
from assess.render.document.design_tokens import load_tokens
from assess.render.document.document import LibraryFinding, libraries
from assess.store.database.connection import cipher_version, is_encrypted
from assess.store.database.inspection import inspect, sqlite_version
from assess.workflow.catalogue.catalogue_warnings import catalogue_warnings

_DOCUMENTS = ("report", "award_record")


class Checked(Value):
    """One part of the program on this machine."""

    name: str
    works: bool
    text: str
    faults: tuple[str, ...] = ()
    remedy: str | None = None
    """The command that installs what is missing, or what to do."""
    essential: bool = True
    """Whether the program cannot do its work without it."""


def checkup(database: Path, indicators: Path, templates: Path) -> tuple[Checked, ...]:
    """Check the catalogue, the templates, the printer, SQLite and the database; changes nothing."""
    return (
        *_catalogue(indicators),
        _templates(templates),
        *(_library(library) for library in libraries(templates)),
        *_storage(database),
    )


def _catalogue(folder: Path) -> Iterator[Checked]:
    try:
        found = load(folder)
        _load_editions(folder / EDITIONS)
        noted = catalogue_warnings(folder)
    except CatalogueFault as error:
        remedy = gettext("repair the files named here, or choose another folder with --indicators")
        yield Checked(
            name=gettext("Catalogue"),
            works=False,
            text=error.what,
            faults=error.faults,
            remedy=remedy,
        )
        return
    yield Checked(
        name=gettext("Catalogue"),
        works=True,
        text=ngettext(
            "{edition}, {indicators} indicators, {count} question, in {folder}",
            "{edition}, {indicators} indicators, {count} questions, in {folder}",
            len(found.questions),
            edition=found.edition.id,
            indicators=len(found.indicators),
            folder=folder,
        ),
    )
    if noted:
        yield Checked(
            name=gettext("Words of the catalogue"),
            works=False,
            text=ngettext(
                "{count} warning; the catalogue can be used as it is",
                "{count} warnings; the catalogue can be used as it is",
                len(noted),
            ),
            faults=noted,
            essential=False,
        )


def _load_editions(folder: Path) -> None:
    """Load the earlier editions; each is found by its id, so its folder bears that."""
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        if path.is_dir() and (edition := load(path).edition.id) != path.name:
            fault = gettext("edition.toml: id: it is {edition}", edition=repr(edition))
            what = gettext(
                "The folder {folder} must have the id of its edition as its name.", folder=path
            )
            raise CatalogueFault(what, (fault,))


def _templates(folder: Path) -> Checked:
    names = [f"{name}/{name}.html" for name in _DOCUMENTS]
    faults = [
        gettext("{path} is missing", path=folder / name)
        for name in names
        if not (folder / name).is_file()
    ]
    try:
        load_tokens(folder)
    except AssessError as error:
        faults.append(str(error))
    if faults:
        remedy = gettext("install the program again: some of its files are missing")
        return Checked(
            name=gettext("Templates"),
            works=False,
            text=gettext("not complete"),
            faults=tuple(faults),
            remedy=remedy,
        )
    return Checked(
        name=gettext("Templates"),
        works=True,
        text=ngettext(
            "{count} document, in {folder}",
            "{count} documents, in {folder}",
            len(names),
            folder=folder,
        ),
    )


def _library(library: LibraryFinding) -> Checked:
    return Checked(
        name=library.name,
        works=library.works,
        text=library.text,
        remedy=None if library.works or not library.package else _install(library.package),
        essential=library.needed,
    )


_MANAGERS = {
    "apt-get": ("Debian", "apt-get install"),
    "dnf": ("Fedora", "dnf install"),
    "brew": ("Homebrew", "brew install"),
}


def _install(packages: str) -> str:
    """Make the command of this machine of `a and b (Debian), c (Fedora, Homebrew)`."""
    if os.name == "nt" and (names := _named(packages, "MSYS2")):
        return gettext(
            "install MSYS2 (https://www.msys2.org), and in its window type "
            "pacman -S {packages}; with another folder than C:\\msys64, name that of its "
            "libraries in WEASYPRINT_DLL_DIRECTORIES",
            packages=names,
        )
    manager = next((name for name in _MANAGERS if shutil.which(name)), None)
    if manager is not None:
        system, command = _MANAGERS[manager]
        if names := _named(packages, system):
            root = "" if manager == "brew" or _is_root() else "sudo "
            return f"{root}{command} {names}"
    return gettext("install {packages}", packages=packages)


def _named(packages: str, system: str) -> str:
    """Give the packages of one system of `a and b (Debian), c (Fedora, Homebrew)`; or nothing."""
    for names, systems in re.findall(r"([^(),]+)\(([^)]*)\)", packages):
        if system in systems:
            return " ".join(names.replace(" and ", " ").split())
    return ""


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


def _storage(database: Path) -> Iterator[Checked]:
    version, is_new_enough = sqlite_version()
    yield Checked(
        name="SQLite",
        works=is_new_enough,
        text=version
        if is_new_enough
        else gettext("{version} is too old: 3.37 or newer is needed", version=version),
        remedy=None
        if is_new_enough
        else gettext("use a newer Python, which brings a newer SQLite"),
    )
    cipher = cipher_version()
    yield Checked(
        name=gettext("Encryption"),
        works=cipher is not None,
        text=gettext("SQLCipher {version}", version=cipher)
        if cipher
        else gettext("not installed; databases cannot be encrypted"),
        remedy=None if cipher else 'pip install "cluster-assess[encryption]"',
        essential=False,
    )
    yield _database(database)


def _database(path: Path) -> Checked:
    if not path.exists():
        folder = next(parent for parent in (path.parent, *path.parent.parents) if parent.exists())
        works = os.access(folder, os.W_OK)
        text = (
            gettext("{path} will be made with the first case", path=path)
            if works
            else gettext("{folder} is read-only", folder=folder)
        )
        remedy = (
            None if works else gettext("choose another folder with ASSESS_HOME or a file with --db")
        )
        return Checked(name=gettext("Database"), works=works, text=text, remedy=remedy)
    if is_encrypted(path):
        return Checked(
            name=gettext("Database"),
            works=True,
            text=gettext("{path}: encrypted; its content was not checked", path=path),
        )
    try:
        found = inspect(path)
    except AssessError as error:
        is_damaged = isinstance(error, DamagedStore)
        remedy = "assess restore" if is_damaged else gettext("choose another file with --db")
        return Checked(name=gettext("Database"), works=False, text=str(error), remedy=remedy)
    return Checked(
        name=gettext("Database"),
        works=True,
        text=_counted(path, found.cases, is_pending=bool(found.pending)),
    )


def _counted(path: Path, cases: int, *, is_pending: bool) -> str:
    if is_pending:
        return ngettext(
            "{path}: {count} case; it is updated when it is next opened",
            "{path}: {count} cases; they are updated when it is next opened",
            cases,
            path=path,
        )
    return ngettext("{path}: {count} case", "{path}: {count} cases", cases, path=path)
