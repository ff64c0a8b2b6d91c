"""Translating: how far each language has come, and files that go to a translator and come back."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

from assess.errors import AssessError
from assess.files import write_whole
from assess.languages import gettext, ngettext
from assess.languages.translation.coverage import LanguageCoverage, coverage, messages_of
from assess.languages.translation.extraction import (
    SourceText,
    texts_of_catalogue,
    texts_of_code,
    texts_of_templates,
)
from assess.languages.translation.formats import is_language_code
from assess.languages.translation.look_up import FOLDER, languages_in
from assess.languages.translation.po_file import merged, read_catalog, updated, written
from assess.languages.translation.translation_checks import (
    FoundFault,
    TranslationFault,
    faults_of,
)

_PACKAGE = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class TextFolders:
    """Where texts stand; the translations of each are in its folder `languages`."""

    templates: Path
    indicators: Path

    @property
    def all(self) -> tuple[Path, ...]:
        """The folders of the program, of its templates and of the catalogue."""
        return (_PACKAGE, self.templates, self.indicators)

    @property
    def of_translations(self) -> tuple[Path, ...]:
        """The folders of their translations."""
        return tuple(folder / FOLDER for folder in self.all)

    def texts(self) -> tuple[Iterator[SourceText], ...]:
        """Find the texts of each folder."""
        return (
            texts_of_code(_PACKAGE),
            texts_of_templates(self.templates),
            texts_of_catalogue(self.indicators),
        )


@dataclass(frozen=True)
class TakenTranslations:
    """What came of a file of translations."""

    code: str
    taken: int
    left: int
    """How many texts have no translation yet."""
    unknown: int
    """How many texts of the file the program does not have."""


def languages_covered(folders: TextFolders) -> tuple[LanguageCoverage, ...]:
    """Give every language that there is a file of, with how far it has come."""
    codes = sorted(set(chain.from_iterable(map(languages_in, folders.of_translations))))
    return tuple(
        coverage(
            code, [_catalog(folder / f"{code}.po", code) for folder in folders.of_translations]
        )
        for code in codes
    )


def export_language(code: str, folders: TextFolders, target: Path) -> LanguageCoverage:
    """Write one PO file with all texts of a language, for a translator; also a new language.

    Raises AssessError where there is no language of this code.
    """
    _demand_language(code)
    catalogs = [
        updated(_catalog(folder / f"{code}.po", code), texts)
        for folder, texts in zip(folders.of_translations, folders.texts(), strict=True)
    ]
    write_whole(target, written(merged(catalogs)))
    return coverage(code, catalogs)


def import_language(path: Path, folders: TextFolders) -> TakenTranslations:
    """Take the translations of a PO file: all of them, or none where one is not right.

    Raises AssessError with every fault, each with its English.
    """
    code, given = _given(path)
    faults = [
        fault for message in messages_of(given) for fault in faults_of(message, given.num_plurals)
    ]
    hard = [fault for fault in faults if fault.fault is not TranslationFault.LENGTH]
    if hard:
        raise AssessError(_all_faults(path, hard))
    said = {(_english(message), message.context): message for message in messages_of(given)}
    written_to: list[tuple[Path, bytes]] = []
    taken = left = 0
    for folder, texts in zip(folders.of_translations, folders.texts(), strict=True):
        catalog = updated(_catalog(folder / f"{code}.po", code), texts)
        catalog.header_comment = given.header_comment or catalog.header_comment
        for message in messages_of(catalog):
            found = said.pop((_english(message), message.context), None)
            if (
                found is not None
                and any(_forms(found))
                and len(_forms(found)) == len(_forms(message))
            ):
                message.string, message.flags = found.string, set(found.flags)
                message.user_comments = list(found.user_comments)
            taken += bool(found is not None and all(_forms(found)))
            left += not all(_forms(message))
        written_to.append((folder / f"{code}.po", written(catalog)))
    _write(written_to)
    return TakenTranslations(code, taken, left, len(said))


def warnings_of(path: Path) -> tuple[str, ...]:
    """Say which translations of a file may be too long for a screen of 80 columns."""
    _, given = _given(path)
    found = chain.from_iterable(
        faults_of(message, given.num_plurals) for message in messages_of(given)
    )
    return tuple(_fault_text(fault) for fault in found if fault.fault is TranslationFault.LENGTH)


def _given(path: Path) -> tuple[str, Any]:
    """Read a file of a translator, which says its language in its head."""
    if not path.is_file():
        raise AssessError(gettext("There is no file {path}.", path=path))
    given = _catalog(path, "")
    if given.locale is None:
        raise AssessError(
            gettext(
                "{path} does not say its language; its head needs a line such as “Language: de”.",
                path=path,
            )
        )
    code = str(given.locale_identifier).replace("_", "-")
    _demand_language(code)
    return code, given


def _catalog(path: Path, code: str) -> Any:
    try:
        return read_catalog(path, code)
    except (ValueError, OSError) as error:
        raise AssessError(
            gettext("{path} is not a PO file that can be read: {error}", path=path, error=error)
        ) from error


def _demand_language(code: str) -> None:
    if not is_language_code(code):
        raise AssessError(
            gettext(
                "{code} is not the code of a language; write it like de or pt-BR.", code=repr(code)
            )
        )


def _write(files: Iterable[tuple[Path, bytes]]) -> None:
    files = list(files)
    for path, _ in files:
        parent = path.parent if path.parent.is_dir() else path.parent.parent
        if not os.access(parent, os.W_OK):
            raise AssessError(
                gettext(
                    "The translations cannot be saved in {folder}, which is read-only. Import them "
                    "in a checkout of the program.",
                    folder=path.parent,
                )
            )
    for path, content in files:
        path.parent.mkdir(exist_ok=True)
        write_whole(path, content)


def _english(message: Any) -> str:
    return message.id if isinstance(message.id, str) else message.id[0]


def _forms(message: Any) -> tuple[str, ...]:
    return (message.string,) if isinstance(message.string, str) else tuple(message.string or ())


def _all_faults(path: Path, faults: list[FoundFault]) -> str:
    head = ngettext(
        "{path} has {count} translation that is not right; nothing was saved:",
        "{path} has {count} translations that are not right; nothing was saved:",
        len(faults),
        path=path,
    )
    return "\n".join((head, *map(_fault_text, faults[:_MOST_FAULTS])))


_MOST_FAULTS = 20


def _fault_text(found: FoundFault) -> str:
    english = found.english[:60]
    match found.fault:
        case TranslationFault.PLACES:
            return gettext(
                "“{english}”: the named values have to be {expected}, but are {found}",
                english=english,
                expected=found.expected or gettext("none"),
                found=found.found or gettext("none"),
            )
        case TranslationFault.MARKUP:
            return gettext(
                "“{english}”: markup and commands have to be {expected}, but are {found}",
                english=english,
                expected=found.expected or gettext("none"),
                found=found.found or gettext("none"),
            )
        case TranslationFault.KEYS:
            return gettext(
                "“{english}”: the keys have to be {expected}, but are {found}",
                english=english,
                expected=found.expected or gettext("none"),
                found=found.found or gettext("none"),
            )
        case TranslationFault.FORMS:
            return gettext(
                "“{english}”: {expected} forms are needed, and {found} are given",
                english=english,
                expected=found.expected,
                found=found.found,
            )
        case TranslationFault.LENGTH:
            return gettext(
                "“{english}”: {found} characters may be too long; {expected} fit everywhere",
                english=english,
                expected=found.expected,
                found=found.found,
            )
