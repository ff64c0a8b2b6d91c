"""Finding the name of a person in all that is kept, in the words of copied files too."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from datetime import datetime
from typing import NamedTuple

from assess.core.text.name import plain_words
from assess.errors import AssessError, NotFound
from assess.exchange.container.text.file_text import text_of
from assess.languages import gettext
from assess.store.program.name_search import CopiedFile, NameHit
from assess.workflow.desk.desk import Desk

_DIGEST = re.compile(r"[0-9a-f]{16,64}")


class FoundName(NamedTuple):
    """Where a name stands, and the copies of files in which no program can look for it."""

    hits: tuple[NameHit, ...]
    unseen: tuple[CopiedFile, ...]


def find_name(desk: Desk, name: str, files: Collection[str] = ()) -> FoundName:
    """Find everything in which a name stands; `files` are copies in which somebody has seen it.

    Raises AssessError where it is no name, NotFound where there is no such copy.
    """
    if not plain_words(name):
        raise AssessError(
            gettext("{name} has no letters; give the name of the person.", name=repr(name))
        )
    seen = frozenset(_digests(desk, files))
    searched = desk.store.erasing.files_with(name, text_of)
    hits = desk.store.erasing.hits(name, searched.named | seen)
    return FoundName(hits, tuple(each for each in searched.unseen if each.digest not in seen))


def name_hits(desk: Desk, name: str) -> tuple[NameHit, ...]:
    """Give everything in which the name of a person stands; AssessError where it is no name."""
    return find_name(desk, name).hits


def _digests(desk: Desk, wanted: Collection[str]) -> Iterator[str]:
    """Give the whole SHA-256 of copies that are named by how theirs begin."""
    for beginning in wanted:
        is_one = _DIGEST.fullmatch(beginning.strip().lower())
        found = desk.store.erasing.copies_like(is_one[0]) if is_one else ()
        if len(found) != 1:
            raise NotFound(
                gettext(
                    "{file} is not the copy of a file: give the first 16 digits of its SHA-256, or "
                    "all 64.",
                    file=repr(beginning),
                )
            )
        yield found[0]


def unseen_text(file: CopiedFile) -> str:
    """Say in which copy nobody can look for a name."""
    return gettext(
        "the copy of the file {digest} ({location}): not all of it can be searched, so look at it "
        "yourself; it can be erased too",
        digest=file.digest[:16],
        location=f"{file.case}: {file.location}" if file.case else file.digest,
    )


def hit_text(hit: NameHit) -> str:
    """Say where a name stands, with the text."""
    match hit.kind:
        case "person":
            return gettext(
                "{case}: {text} as a person who made entries", case=hit.case, text=repr(hit.text)
            )
        case "draft":
            return gettext(
                "{case}, {subject}, not an answer yet: {text}",
                case=hit.case,
                subject=hit.subject,
                text=repr(hit.text),
            )
        case "form":
            return gettext("a form that is not saved yet: {text}", text=repr(hit.text))
        case "submission" | "inbox_item" | "waiting_answer":
            return gettext(
                "{case}, kept for or from the secretariat: {text}",
                case=hit.case,
                text=repr(hit.text),
            )
        case "secretariat":
            return gettext(
                "the connection to the secretariat, which is ended: {text}", text=repr(hit.text)
            )
        case "file":
            return gettext("the copy of the file {digest}", digest=hit.case[:16])
        case "edition" if hit.field == "record":
            return gettext(
                "{case}: record and PDF of edition {number}: {text}",
                case=hit.case,
                number=hit.subject,
                text=repr(hit.text),
            )
        case _:
            place = f"{hit.kind} {hit.subject}".strip()
            return gettext(
                "{case}, {place}, {field}, {day}: {text}",
                case=hit.case,
                place=place,
                field=hit.field,
                day=datetime.fromisoformat(hit.at).date(),
                text=repr(hit.text),
            )
