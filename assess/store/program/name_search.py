"""Looks in everything that is kept for a name, as whole words."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from assess.core.record.erasure import has_name, texts_with, without_name
from assess.store.database.ledger import Ledger

_NOT_SEARCHED = (
    *("case", "organisation", "catalogue", "kept_edition", "pool", "peers_shown", "database"),
    *("migrated", "merged", "taken", "key"),
)
"""Kinds of entries that say nothing of people: names of organisations, hashes, editions."""

_OF_ORGANISATIONS = frozenset({"name", "other_name", "country", "other_country"})
"""Fields of the register that hold the names of organisations."""

_MARKS = ", ".join("?" * len(_NOT_SEARCHED))
_ENTRIES = f"""
SELECT seq, case_id, kind, subject, at, hash, body, parts FROM entry
WHERE seq > ? AND kind NOT IN ({_MARKS}) ORDER BY seq LIMIT 2000
"""  # noqa: S608  our own words


_OF_SECRETARIAT = {
    "submission": "SELECT case_id, revision, body, document FROM submission",
    "inbox_item": "SELECT case_id, number, body FROM inbox_item",
    "waiting_answer": "SELECT case_id, id, body FROM waiting_answer",
    "secretariat": "SELECT '', id, body FROM secretariat",
}
"""What goes to the secretariat and came from it, by the name of its table."""


TextOf = Callable[[bytes], tuple[str, bool]]
"""Gives the words of a file, and whether these are all."""

_PRINTED = (
    "SELECT DISTINCT json_extract(body, '$.note.pdf_sha256') FROM entry WHERE kind = 'edition'"
)
_NAMED_IN = (
    "SELECT case_id, json_extract(piece.value, '$.location') FROM entry, "
    "json_each(entry.body, '$.evidence') AS piece "
    "WHERE kind IN ('answer', 'proposal') AND json_extract(piece.value, '$.sha256') = ? "
    "ORDER BY seq DESC LIMIT 1"
)


class NameHit(NamedTuple):
    """Something kept in which a name stands."""

    kind: str
    """The kind of the entry; `draft`, `form` or `file` for what is no entry."""
    case: str
    """The case, or the chain of the entry; of a form its name; of a copied file its SHA-256."""
    subject: str
    """What the entry or draft is about; empty: nothing."""
    field: str
    text: str
    """The first text with the name."""
    at: str
    digest: str = ""
    """The hash of the entry."""
    instead: Any = None
    """What is read in the place of the field; None: nothing."""


class CopiedFile(NamedTuple):
    """The copy of a file, and how it is named where it is given."""

    digest: str
    case: str
    location: str


class SearchedFiles(NamedTuple):
    """The copies of files in which a name was found, and those in which nobody can look."""

    named: frozenset[str] = frozenset()
    unseen: tuple[CopiedFile, ...] = ()


def name_hits(ledger: Ledger, name: str, files: frozenset[str]) -> Iterator[NameHit]:
    """Give every field, draft and form in which a name stands, and the files that hold it."""
    yield from _in_entries(ledger, name, files)
    for case, question, body, at in ledger.rows("SELECT case_id, question, body, at FROM draft"):
        if _holds(body, name):
            yield NameHit("draft", case, question, "", body, at)
    for form, body, at in ledger.rows("SELECT name, body, at FROM form"):
        if _holds(body, name):
            yield NameHit("form", form, "", "", body, at)
    for kind, query in _OF_SECRETARIAT.items():
        for case, number, *texts in ledger.rows(query):
            text = next((each for each in map(_text, texts) if _holds(each, name)), None)
            if text is not None:
                yield NameHit(kind, case, str(number), "", _beginning(text, name), "")
    for digest in sorted(files):
        yield NameHit("file", digest, "", "", name, "")


def searched_files(ledger: Ledger, name: str, text_of: TextOf) -> SearchedFiles:
    """Look for a name in the copies of files, but the PDFs of editions: their records tell it."""
    named: set[str] = set()
    unseen: list[CopiedFile] = []
    printed = {digest for (digest,) in ledger.rows(_PRINTED)}
    for digest, content in ledger.each_row("SELECT sha256, content FROM stored_file"):
        if digest in printed:
            continue
        text, is_all = text_of(content)
        if has_name(text, name):
            named.add(str(digest))
        elif not is_all:
            unseen.append(_copied(ledger, str(digest)))
    return SearchedFiles(frozenset(named), tuple(unseen))


def _copied(ledger: Ledger, digest: str) -> CopiedFile:
    rows = ledger.rows(_NAMED_IN, (digest,))
    case, location = rows[0] if rows else ("", "")
    return CopiedFile(digest, str(case), str(location))


def _text(content: str | bytes | None) -> str:
    return content.decode("utf-8", "replace") if isinstance(content, bytes) else content or ""


def _beginning(text: str, name: str) -> str:
    """Give the text with the name in what may be a whole document."""
    try:
        return next(texts_with(json.loads(text), name), name)
    except ValueError:
        return name


def _holds(body: str, name: str) -> bool:
    """Tell whether a name stands in what was typed, also as JSON, whose letters may be codes."""
    try:
        return next(texts_with(json.loads(body), name), None) is not None
    except ValueError:
        return has_name(body, name)


def _in_entries(ledger: Ledger, name: str, files: frozenset[str]) -> Iterator[NameHit]:
    last = 0
    while rows := ledger.rows(_ENTRIES, (last, *_NOT_SEARCHED)):
        last = rows[-1][0]
        for _, chain, kind, subject, at, digest, body, parts in rows:
            shown_instead = json.loads(parts).get("instead", {}) if parts else {}
            for field, value in {**json.loads(body), **shown_instead}.items():
                if kind == "erased" and field != "ground":
                    continue  # what it shows stands with the entries that it names as well
                found = _found(kind, field, value, name, files)
                if found is not None:
                    shown = _instead(kind, field, value, name, files)
                    place = (kind, chain, subject or "", field, found, at)
                    yield NameHit(*place, digest=digest, instead=shown)


def _found(kind: str, field: str, value: Any, name: str, files: frozenset[str]) -> str | None:
    """Give the first text of a field with the name, or of evidence whose copy has it."""
    if kind == "register" and field in _OF_ORGANISATIONS:
        return None
    if field == "evidence":
        named = (piece for piece in value if not _may_stay(piece, name, files))
        return next((str(piece.get("location")) for piece in named), None)
    return next(texts_with(value, name), None)


def _may_stay(piece: Any, name: str, files: frozenset[str]) -> bool:
    is_named = next(texts_with(piece, name), None) is not None
    return not is_named and piece.get("sha256") not in files


def _instead(kind: str, field: str, value: Any, name: str, files: frozenset[str]) -> Any:
    """Give what is read in the place of a field, in a form that its readers take."""
    if kind == "person" or (kind == "edition" and field == "record"):
        return None
    if field == "evidence":
        return [piece for piece in value if _may_stay(piece, name, files)]
    return without_name(value, name)
