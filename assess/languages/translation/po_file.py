"""PO files: brought up to date with their source, so that no translation is lost or shown wrong.

A text whose English changed keeps its translation as *fuzzy*: the program shows English until a
translator has looked at it, and the file shows what the English was before. What the source has no
longer stays at the end of the file, as gettext's tools keep it.
"""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from io import BytesIO
from pathlib import Path
from typing import Any

from assess.languages.translation.extraction import SourceText

Key = tuple[str, str | None]

SIMILAR = 0.6
"""How like another an English sentence without a context has to be to be taken for it, changed."""

WIDTH = 100

PROJECT = "cluster-assess"

HEAD = "State: draft"
"""What a new file says of itself in its head; see `translation_state`."""


def read_catalog(path: Path, code: str) -> Any:
    """Read a PO file as a catalog of Babel; a new one where there is no file.

    ValueError where the file is no PO file.
    """
    from babel.messages.catalog import Catalog
    from babel.messages.pofile import PoFileError, read_po

    if not path.is_file():
        return Catalog(locale=code.replace("-", "_"), header_comment=f"# {HEAD}", fuzzy=False)
    try:
        with path.open("rb") as file:
            return read_po(file, locale=code.replace("-", "_"), abort_invalid=True)
    except PoFileError as error:
        raise ValueError(str(error)) from error


def updated(old: Any, texts: Iterable[SourceText]) -> Any:
    """Give a catalog of these texts with the translations of an old one."""
    from babel.messages.catalog import Catalog

    new = Catalog(
        locale=old.locale,
        header_comment=old.header_comment,
        project=PROJECT,
        creation_date=old.creation_date,
        revision_date=old.revision_date,
        last_translator=old.last_translator,
        language_team=old.language_team,
        fuzzy=False,
    )
    places: dict[Key, list[str]] = {}
    forms: dict[Key, str | None] = {}
    for text in texts:
        key = text.text, text.context
        places.setdefault(key, [])
        if text.place and text.place not in places[key]:
            places[key].append(text.place)
        forms[key] = forms.get(key) or text.several
    left = {_key(message): message for message in old if message.id}
    left.update({_key(message): message for message in old.obsolete.values()})
    kept = {key: left.pop(key) for key in places if key in left}
    for key, found in places.items():
        message = kept.get(key) or _former(key, left)
        _add(new, key, forms[key], found, message, is_same=key in kept)
        if message is not None and key not in kept:
            left.pop(_key(message), None)
    for key, message in left.items():
        if any(message.string if isinstance(message.string, tuple | list) else [message.string]):
            new.obsolete[key[0] if key[1] is None else (key[0], key[1])] = message
    return new


def _key(message: Any) -> Key:
    text = message.id if isinstance(message.id, str) else message.id[0]
    return text, message.context


def _former(key: Key, left: dict[Key, Any]) -> Any:
    """Find the message that a text was before its English changed: by its context, or its words."""
    text, context = key
    if context is not None:
        return next((left[other] for other in left if other[1] == context), None)
    alike = get_close_matches(text, [words for words, at in left if at is None], 1, SIMILAR)
    return left[alike[0], None] if alike else None


def _add(
    new: Any, key: Key, several: str | None, places: list[str], old: Any, *, is_same: bool
) -> None:
    text, context = key
    string: Any = ""
    flags: set[str] = set()
    previous: list[str] = []
    if old is not None and isinstance(old.string, str) is (several is None):
        string = old.string
        flags = set(old.flags) & {"fuzzy"}
        previous = list(old.previous_id) if flags else []
        if not is_same and string:
            flags.add("fuzzy")
            previous = [old.id] if isinstance(old.id, str) else list(old.id)
    new.add(
        text if several is None else (text, several),
        string,
        locations=[(place, None) for place in places],
        flags=flags,
        user_comments=list(old.user_comments) if old is not None and is_same else [],
        previous_id=previous,
        context=context,
    )


def written(catalog: Any) -> bytes:
    """Write a catalog as a PO file: in the order of its source, without line numbers."""
    from babel.messages.pofile import write_po

    content = BytesIO()
    write_po(content, catalog, width=WIDTH, include_previous=True, include_lineno=False)
    return content.getvalue()
