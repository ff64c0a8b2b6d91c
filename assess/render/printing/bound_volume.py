"""A volume: pieces printed one after the other, bound into one tagged PDF while they come.

Of a piece that is bound only the places of its objects are kept in memory; a document of thousands
of pages needs no more of it than one of its pieces. For the worker only.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Sequence
from hashlib import md5
from typing import IO, Any, NamedTuple

import pydyf

from assess.render.printing.pdf_objects import array, dictionary, moved, reference, up, written
from assess.render.printing.speedup.written_file import LEVEL

CATALOG, PAGES, ROOT, DOCUMENT, PARENTS, OUTLINES, INFO = range(1, 8)
"""The numbers of the objects that all pieces share."""

_FIRST = 8
_HANDFUL = 500
"""Objects that are compressed together."""

_WIDTHS = (1, 6, 2)
"""Bytes of an entry of the index: its kind, the place in the file or the bundle, and in that."""


class Bookmark(NamedTuple):
    """One line of the bookmarks, with those below it."""

    title: str
    target: bytes
    below: list[Bookmark]


class Volume:
    """One PDF that grows by pieces; as WeasyPrint writes them, tagged and with bookmarks."""

    def __init__(self, file: IO[bytes]) -> None:
        """Begin a file."""
        self._file = file
        self._hash = md5(usedforsecurity=False)
        self._position = 0
        self._index = bytearray()
        self._next = _FIRST
        self._keys = 0
        """Keys of the table that leads from content to structure which are given away."""
        self._pages: list[tuple[int, int]] = []
        self._children: list[list[bytes]] = []
        self._tables: list[int] = []
        self._names: dict[str, bytes] = {}
        self._marks: list[list[Bookmark]] = []
        self._catalog: dict[str, bytes] = {}
        self._info = pydyf.Dictionary()
        self._write(b"%PDF-1.7\n%\xf0\x9f\x96\xa4\n")

    def bind(self, document: Any, pdf: Any, *, is_front: bool = False) -> None:
        """Bind a printed piece behind those before it; the front stands before all of them."""
        base = self._next - 1
        self._next += len(pdf.objects) - 1
        at = 0 if is_front else len(self._pages)
        given = {**pdf.catalog}
        self._bind_structure(pdf, base, at)
        self._marks.insert(at, list(_bookmarks(document, pdf, base)))
        dropped = {pdf.catalog.number, *_outlines(pdf)}
        names = given.get("Names", {}).get("Dests", {}).get("Names", [])
        for name, target in zip(names[::2], names[1::2], strict=True):
            if not is_front or name.string not in self._names:
                self._names[name.string] = moved(written(target), base)
        if is_front or not self._catalog:
            kept = ("Lang", "MarkInfo", "ViewerPreferences", "Metadata", "OutputIntents")
            self._catalog = {key: moved(written(given[key]), base) for key in kept if key in given}
            self._info = pdf.info
        self._pages.insert(at, (base + pdf.pages.number, int(pdf.pages["Count"])))
        pdf.pages["Parent"] = up(PAGES, base)
        self._put_all(pdf.objects[1:], base, dropped)

    def _bind_structure(self, pdf: Any, base: int, at: int) -> None:
        """Hang the structure of a piece below the common document, and number its keys on."""
        root = _object(pdf, pdf.catalog["StructTreeRoot"])
        (top,) = root["K"]
        below, table = _object(pdf, top), _object(pdf, root["ParentTree"])
        for child in below["K"]:
            _object(pdf, child)["P"] = up(DOCUMENT, base)
        self._children.insert(at, [moved(written(child), base) for child in below["K"]])
        keys = len(table["Nums"]) // 2
        table["Nums"][::2] = [self._keys + int(key) for key in table["Nums"][::2]]
        table["Limits"] = pydyf.Array([self._keys, self._keys + keys - 1])
        self._tables.append(base + table.number)
        for entry in pdf.objects:
            if isinstance(entry, dict):
                for key in ("StructParent", "StructParents"):
                    if key in entry:
                        entry[key] = self._keys + int(entry[key])
        self._keys += keys

    def close(self) -> int:
        """Write what the pieces share, and the index; give the number of pages."""
        shared = {
            CATALOG: self._whole_catalog(),
            PAGES: dictionary(
                Type=b"/Pages",
                Kids=array(reference(number) for number, _ in self._pages),
                Count=b"%d" % sum(count for _, count in self._pages),
            ),
            ROOT: dictionary(
                Type=b"/StructTreeRoot",
                K=array([reference(DOCUMENT)]),
                ParentTree=reference(PARENTS),
                ParentTreeNextKey=b"%d" % self._keys,
            ),
            DOCUMENT: dictionary(
                Type=b"/StructElem",
                S=b"/Document",
                P=reference(ROOT),
                K=array(child for some in self._children for child in some),
            ),
            PARENTS: dictionary(Kids=array(map(reference, self._tables))),
            INFO: self._info.data,
        }
        marks = self._marks[0] if self._marks else []
        later = [mark for some in self._marks[1:] for mark in some]
        (marks[0].below if marks else marks).extend(later)  # the countries stand below the title
        shared |= self._outlined(marks)
        self._bundle(list(shared.items()))
        self._write_index()
        return sum(count for _, count in self._pages)

    def _whole_catalog(self) -> bytes:
        pairs = (
            part
            for name in sorted(self._names)
            for part in (pydyf.String(name).data, self._names[name])
        )
        named = dictionary(Dests=dictionary(Names=array(pairs)))
        return dictionary(
            Type=b"/Catalog",
            Pages=reference(PAGES),
            StructTreeRoot=reference(ROOT),
            Outlines=reference(OUTLINES),
            Names=named,
            **self._catalog,
        )

    def _outlined(self, marks: Sequence[Bookmark]) -> dict[int, bytes]:
        """Give the objects of the bookmarks, all of them opened."""
        found: dict[int, bytes] = {}

        def put(some: Sequence[Bookmark], above: int) -> tuple[dict[str, bytes], int]:
            numbers = range(self._next, self._next + len(some))
            self._next += len(some)
            count = len(some)
            for place, (number, mark) in enumerate(zip(numbers, some, strict=True)):
                fields, below = put(mark.below, number)
                count += below
                if place > 0:
                    fields["Prev"] = reference(number - 1)
                if place + 1 < len(some):
                    fields["Next"] = reference(number + 1)
                found[number] = dictionary(
                    Title=pydyf.String(mark.title).data,
                    Dest=mark.target,
                    Parent=reference(above),
                    **fields,
                )
            ends = {"First": reference(numbers[0]), "Last": reference(numbers[-1])} if some else {}
            return {**ends, "Count": b"%d" % count}, count

        fields, _ = put(marks, OUTLINES)
        found[OUTLINES] = dictionary(Type=b"/Outlines", **fields)
        return found

    # Writing

    def _put_all(self, objects: Sequence[Any], base: int, dropped: set[int]) -> None:
        small: list[tuple[int, bytes]] = []
        for entry in objects:
            number = base + entry.number
            if entry.number in dropped:
                self._enter(number, 0, 0, 0)
            elif entry.compressible:
                small.append((number, moved(entry.data, base)))
            else:
                head, word, stream = entry.data.partition(b"\nstream\n")
                self._put(number, moved(head, base) + word + stream)
        for first in range(0, len(small), _HANDFUL):
            self._bundle(small[first : first + _HANDFUL])

    def _put(self, number: int, data: bytes) -> None:
        self._enter(number, 1, self._position, 0)
        self._write(b"%d 0 obj\n%b\nendobj\n" % (number, data))

    def _bundle(self, objects: Sequence[tuple[int, bytes]]) -> None:
        """Write small objects compressed together."""
        bundle = self._new_number()
        places, position = [], 0
        for place, (number, data) in enumerate(objects):
            self._enter(number, 2, bundle, place)
            places.append(b"%d %d" % (number, position))
            position += len(data) + 1
        head = b" ".join(places)
        body = b"\n".join([head, *(data for _, data in objects)])
        packed = zlib.compress(body, LEVEL)
        fields = dictionary(
            Type=b"/ObjStm",
            N=b"%d" % len(objects),
            First=b"%d" % (len(head) + 1),
            Filter=b"/FlateDecode",
            Length=b"%d" % len(packed),
        )
        self._put(bundle, b"%b\nstream\n%b\nendstream" % (fields, packed))

    def _write_index(self) -> None:
        number, start = self._new_number(), self._position
        self._enter(0, 0, 0, 65535)
        self._enter(number, 1, start, 0)
        packed = zlib.compress(self._index, LEVEL)
        identifier = pydyf.String(self._hash.hexdigest()).data
        fields = dictionary(
            Type=b"/XRef",
            Size=b"%d" % (number + 1),
            W=array(b"%d" % width for width in _WIDTHS),
            Root=reference(CATALOG),
            Info=reference(INFO),
            ID=array([identifier, identifier]),
            Filter=b"/FlateDecode",
            Length=b"%d" % len(packed),
        )
        self._put(number, b"%b\nstream\n%b\nendstream" % (fields, packed))
        self._write(b"startxref\n%d\n%%%%EOF\n" % start)

    def _enter(self, number: int, kind: int, place: int, within: int) -> None:
        """Note where an object is: kind 1 in the file, 2 in a bundle, 0 nowhere."""
        first, width = number * sum(_WIDTHS), sum(_WIDTHS)
        if len(self._index) < first + width:
            self._index.extend(bytes(first + width - len(self._index)))
        parts = zip((kind, place, within), _WIDTHS, strict=True)
        entry = b"".join(part.to_bytes(size, "big") for part, size in parts)
        self._index[first : first + width] = entry

    def _new_number(self) -> int:
        self._next += 1
        return self._next - 1

    def _write(self, data: bytes) -> None:
        self._file.write(data)
        self._hash.update(data)
        self._position += len(data)


def _bookmarks(document: Any, pdf: Any, base: int) -> Iterator[Bookmark]:
    """Give the bookmarks of a piece with their places on its pages."""

    def below(tree: Any) -> list[Bookmark]:
        return [
            Bookmark(
                title,
                moved(array([pages[page], b"/XYZ", b"%g %g 0" % (x, y)]), base),
                below(children),
            )
            for title, (page, x, y), children, _ in tree
        ]

    pages = pdf.page_references
    yield from below(document.make_bookmark_tree(0.75, transform_pages=True))


def _outlines(pdf: Any) -> Iterator[int]:
    """Give the numbers of the bookmarks that a piece has of its own."""
    waiting = [pdf.catalog.get("Outlines")]
    while waiting:
        reference = waiting.pop()
        if reference is not None:
            bookmark = _object(pdf, reference)
            yield bookmark.number
            waiting += [bookmark.get("First"), bookmark.get("Next")]


def _object(pdf: Any, reference: bytes) -> Any:
    return pdf.objects[int(reference.split()[0])]
