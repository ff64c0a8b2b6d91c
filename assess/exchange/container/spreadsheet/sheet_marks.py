"""What a sheet of Open XML has beside its cells: what is hidden, comments, boxes, what is attached.

The reader of rows gives nothing of it. After `guard`, so that no part is too large.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Iterator, Mapping
from typing import NamedTuple
from xml.etree.ElementTree import Element

from assess.exchange.container.spreadsheet.sheet import Place, comment_text, place_of
from assess.languages import gettext

_CHUNK = 2**18
_ROW = re.compile(rb"<(?:\w+:)?row\s[^<>]{0,2000}>")
_COLUMN = re.compile(rb"<(?:\w+:)?col\s[^<>]{0,1000}>")
_NUMBER = re.compile(rb"\sr=[\"'](\d{1,7})[\"']")
_HIDDEN = re.compile(rb"\shidden=[\"'](?:1|true)[\"']")
_FROM_TO = (re.compile(rb"\smin=[\"'](\d{1,5})[\"']"), re.compile(rb"\smax=[\"'](\d{1,5})[\"']"))
_MOST_COLUMNS = 16_384
_MOST_NOTES = 20_000
_BEFORE_THREADED = re.compile(r"^tc=\{[0-9A-F-]+\}$", re.IGNORECASE)


class Marks(NamedTuple):
    """What one sheet has beside its cells."""

    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    comments: Mapping[Place, str] = {}
    beside: tuple[str, ...] = ()


def marks(content: bytes, part: str) -> Marks:
    """Give what a sheet, by the name of its part, has beside its cells."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        rows, columns = _hidden(archive, part)
        comments: dict[Place, str] = {}
        threaded: dict[Place, str] = {}
        beside: list[str] = []
        for kind, target in _related(archive, part):
            if kind == "comments":
                comments.update(_comments(archive, target))
            elif kind == "threadedComment":
                for place, text in _threaded(archive, target):
                    threaded[place] = "\n".join(filter(None, (threaded.get(place), text)))
            elif kind == "drawing":
                beside += _drawn(archive, target)
            elif kind in ("oleObject", "package"):
                beside.append(gettext("an embedded file ({name})", name=posixpath.basename(target)))
        return Marks(rows, columns, {**comments, **threaded}, tuple(beside))


def _hidden(archive: zipfile.ZipFile, part: str) -> tuple[frozenset[int], frozenset[int]]:
    rows: set[int] = set()
    columns: set[int] = set()
    tail = b""
    before = -1
    with archive.open(part) as file:
        while chunk := file.read(_CHUNK):
            piece, last = tail + chunk, 0
            for tag in _COLUMN.finditer(piece):
                last = max(last, tag.end())
                if _HIDDEN.search(tag[0]):
                    first, final = (found.search(tag[0]) for found in _FROM_TO)
                    if first and final:
                        columns.update(range(int(first[1]) - 1, min(int(final[1]), _MOST_COLUMNS)))
            for tag in _ROW.finditer(piece):
                last = max(last, tag.end())
                stated = _NUMBER.search(tag[0])
                before = int(stated[1]) - 1 if stated else before + 1
                if _HIDDEN.search(tag[0]):
                    rows.add(before)
            tail = piece[max(last, len(piece) - 2100) :]
    return frozenset(rows), frozenset(columns)


def _related(archive: zipfile.ZipFile, part: str) -> Iterator[tuple[str, str]]:
    folder, _, name = part.rpartition("/")
    related = f"{folder}/_rels/{name}.rels"
    for relation in _root(archive, related):
        kind = relation.get("Type", "").rpartition("/")[2]
        target = relation.get("Target", "")
        if relation.get("TargetMode") != "External" and target:
            yield kind, posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")


def _root(archive: zipfile.ZipFile, part: str) -> Element | tuple[()]:
    from defusedxml.ElementTree import fromstring

    if part not in archive.namelist():
        return ()
    root: Element = fromstring(archive.read(part))
    return root


def _text(element: Element) -> str:
    return "".join(
        part.text or "" for part in element.iter() if part.tag.rpartition("}")[2] in ("t", "text")
    ).strip()


def _comments(archive: zipfile.ZipFile, part: str) -> Iterator[tuple[Place, str]]:
    root = _root(archive, part)
    for count, element in enumerate(root.iter() if isinstance(root, Element) else ()):
        if count > _MOST_NOTES:
            return
        if element.tag.rpartition("}")[2] == "comment" and (reference := element.get("ref")):
            text = comment_text(_text(element))
            if text and not _BEFORE_THREADED.match(text):
                yield place_of(reference.partition(":")[0]), text


def _threaded(archive: zipfile.ZipFile, part: str) -> Iterator[tuple[Place, str]]:
    root = _root(archive, part)
    for element in root.iter() if isinstance(root, Element) else ():
        if element.tag.rpartition("}")[2] == "threadedComment" and (
            reference := element.get("ref")
        ):
            yield place_of(reference.partition(":")[0]), _text(element)


def _drawn(archive: zipfile.ZipFile, part: str) -> Iterator[str]:
    """Give the texts of boxes, paragraph by paragraph, and how many pictures there are."""
    root = _root(archive, part)
    if not isinstance(root, Element):
        return
    pictures = 0
    for element in root.iter():
        kind = element.tag.rpartition("}")[2]
        if kind == "sp":
            paragraphs = [each for each in element.iter() if each.tag.endswith("}p")]
            text = "\n".join(filter(None, map(_text, paragraphs)))
            if text:
                yield gettext("a text box: {text}", text=text)
        elif kind == "pic":
            pictures += 1
    if pictures:
        yield gettext("pictures ({count})", count=pictures)
