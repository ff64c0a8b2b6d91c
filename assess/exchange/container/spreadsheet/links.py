"""Addresses behind the cells of a workbook; the reader of rows does not give them."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from html import unescape

_CHUNK = 2**18
_MOST = 200_000
_LINK = re.compile(rb"<(?:\w+:)?hyperlink\s[^<>]{1,4000}>")
_RELATION = re.compile(rb"<(?:\w+:)?Relationship\s[^<>]{1,4000}>")
_CELL = re.compile(rb"\sref=[\"']([A-Z]{1,3}\d{1,7})[\"':]")
_ID = re.compile(rb"\s\w+:id=[\"']([^\"']{1,200})[\"']")
_OWN_ID = re.compile(rb"\sId=[\"']([^\"']{1,200})[\"']")
_TARGET = re.compile(rb"\sTarget=[\"'](https?://[^\"']{1,2000})[\"']")


def links(content: bytes, part: str) -> Mapping[str, str]:
    """Give the web address behind each cell of a sheet, by the cell (`C10`); after `guard`."""
    folder, _, name = part.rpartition("/")
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        related = f"{folder}/_rels/{name}.rels"
        if related not in archive.namelist():
            return {}
        targets = {
            own[1]: unescape(target[1].decode("utf-8", "replace"))
            for found in _RELATION.findall(archive.read(related))
            if (own := _OWN_ID.search(found)) and (target := _TARGET.search(found))
        }
        return _cells(archive, part, targets) if targets else {}


def _cells(archive: zipfile.ZipFile, part: str, targets: Mapping[bytes, str]) -> dict[str, str]:
    cells: dict[str, str] = {}
    tail = b""
    with archive.open(part) as file:
        while len(cells) < _MOST and (chunk := file.read(_CHUNK)):
            piece, last = tail + chunk, 0
            for found in _LINK.finditer(piece):
                last = found.end()
                cell, own = _CELL.search(found[0]), _ID.search(found[0])
                if cell and own and own[1] in targets:
                    cells[cell[1].decode("ascii")] = targets[own[1]]
            tail = piece[max(last, len(piece) - 4100) :]
    return cells
