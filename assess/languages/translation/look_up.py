"""Look-up: the translations of a folder, compiled once and read at the first word that is said.

Each folder of texts has a folder `languages` with one PO file a language, which every tool of
translators reads. What ships has the compiled file (`.mo`) beside it; where that is missing or
older, as in a checkout or in an organisation's own folder, it is compiled at its first use.
"""

from __future__ import annotations

import gettext
import os
import re
from collections.abc import Sequence
from contextlib import suppress
from functools import cache
from io import BytesIO
from pathlib import Path

from assess.languages.translation.untranslated import Absent, count_untranslated, untranslated
from assess.languages.unit import UNIT

STATE = re.compile(r"^#?\s*State:\s*(?P<state>.+)$", re.MULTILINE)
"""How the head of a PO file says its state: `draft`, `reviewed ...` or `adjudicated ...`."""

STATE_OF_TRANSLATION = "state of this translation"
"""The message, of no text, under which a compiled file keeps it."""

DRAFT = "draft"

FOLDER = "languages"
"""The folder of translations, within the folder of texts."""


def languages_in(folder: Path) -> tuple[str, ...]:
    """Give the codes of the languages that a folder of translations has, in their order."""
    return tuple(sorted({path.stem for path in (*folder.glob("*.po"), *folder.glob("*.mo"))}))


@cache
def translations(
    folder: Path, code: str, instead: gettext.NullTranslations | None = None
) -> gettext.NullTranslations:
    """Give the translations of a language in a folder; what they lack is said by `instead`.

    Without it English is said.
    """
    found = _translations(folder, code)
    if found is None:
        return instead or gettext.NullTranslations()
    if instead is not None:
        found.add_fallback(instead)
    return found


def _translations(folder: Path, code: str) -> gettext.GNUTranslations | None:
    compiled, source = folder / f"{code}.mo", folder / f"{code}.po"
    if _is_fresh(compiled, source):
        with compiled.open("rb") as file:
            return gettext.GNUTranslations(file)
    if source.is_file():
        content = compiled_from(source)
        _keep(compiled, content)
        return gettext.GNUTranslations(BytesIO(content))
    return None


_ABSENT = Absent()


_of_catalogues: list[Path] = []


def translate_catalogue_from(*folders: Path) -> None:
    """Say from which folders the texts of the catalogue are translated, the first one first."""
    _of_catalogues[:] = [folder / FOLDER for folder in folders]


def catalogue_text(code: str, path: str, english: str) -> str:
    """Give a text of the catalogue in a language; English, with its sign, where it lacks it."""
    for folder in _of_catalogues:
        said = translations(folder, code, _ABSENT).pgettext(path, english)
        if said != Absent.NOTHING:
            return said
    return untranslated(english) if _of_catalogues else english


def catalogue_unit(code: str, single: str, several: str, count: int) -> str:
    """Give a unit in a language as its number asks; English where it is not translated."""
    for folder in _of_catalogues:
        said = translations(folder, code, _ABSENT).npgettext(UNIT, single, several, count)
        if said != Absent.NOTHING:
            return said
    count_untranslated(several)
    return single if count == 1 else several


def state_of(found: gettext.NullTranslations) -> str:
    """Give the state of translations, with who and when; a draft is what nobody has reviewed."""
    state = found.pgettext(STATE_OF_TRANSLATION, STATE_OF_TRANSLATION)
    return DRAFT if state.startswith(STATE_OF_TRANSLATION) else state


def _is_fresh(compiled: Path, source: Path) -> bool:
    if not compiled.is_file():
        return False
    return not source.is_file() or compiled.stat().st_mtime >= source.stat().st_mtime


def _keep(compiled: Path, content: bytes) -> None:
    """Keep what was compiled for the next start, where that can be written."""
    begun = compiled.with_name(f".{compiled.name}.{os.getpid()}")
    try:
        begun.write_bytes(content)
        begun.replace(compiled)
    except OSError:  # a folder that is read-only, a full disk: it is compiled again next time
        with suppress(OSError):
            begun.unlink(missing_ok=True)


def compiled_from(source: Path) -> bytes:
    """Compile a PO file: what is translated and not fuzzy, which its English is not any longer."""
    from babel.messages.catalog import Catalog
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    with source.open("rb") as file:
        read = read_po(file, locale=source.stem.replace("-", "_"))
    ready = Catalog(locale=read.locale, fuzzy=False)
    for message in read:
        if message.id and not message.fuzzy and is_translated(message.string):
            ready.add(message.id, message.string, context=message.context)
    if stated := STATE.search(read.header_comment):
        ready.add(STATE_OF_TRANSLATION, stated["state"].strip(), context=STATE_OF_TRANSLATION)
    content = BytesIO()
    write_mo(content, ready)
    return content.getvalue()


def is_translated(string: str | Sequence[str] | None) -> bool:
    """Tell whether a message has its translation, in every form of its language."""
    return bool(string) and all(string or "")
