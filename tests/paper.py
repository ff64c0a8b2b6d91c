"""Printed documents read back: their text without white space, and each printed only once.

What is printed for several tests is kept beside the temporary folders of all test processes, so
that they print it once together.
"""

from __future__ import annotations

import json
import os
import re
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path

import pypdfium2
import pytest

from assess.render.document.document import Printed

HEAD, FOOT = 60, 50
"""Points at the top and bottom of a page that hold the running lines."""

_NO_INK = re.compile(r"[\s\u200b\u00a0\u202f\ufffe\u00ad]+")


def squeezed(text: str) -> str:
    """Give a text without white space and without what has no ink."""
    return _NO_INK.sub("", text)


def dark_share(path: Path, box: tuple[int, int, int, int]) -> float:
    """Give how much of a part of the first page is dark; left, top, right, bottom in points."""
    with pypdfium2.PdfDocument(path) as document:
        bitmap = document[0].render(scale=2, grayscale=True)
        pixels, stride = bytes(bitmap.buffer), bitmap.stride
    left, top, right, bottom = (2 * one for one in box)
    part = [pixels[y * stride + left : y * stride + right] for y in range(top, bottom)]
    return sum(pixel < 100 for line in part for pixel in line) / ((right - left) * (bottom - top))


CODE_BOX = (468, 100, 538, 205)
"""Where the code of an address stands on a page, with room around it."""


class Paper:
    """The pages of a printed file as their text, read once."""

    def __init__(self, path: Path) -> None:
        self.pages: list[str] = []
        self.bodies: list[str] = []
        self.boxes: list[list[tuple[float, float, float, float]]] = []
        """Of each page the places of its lines: left, bottom, right, top."""
        with pypdfium2.PdfDocument(path) as document:
            self.width, self.height = document[0].get_size()
            for page in document:
                text = page.get_textpage()
                self.pages.append(squeezed(text.get_text_bounded(errors="ignore")))
                body = text.get_text_bounded(bottom=FOOT, top=self.height - HEAD, errors="ignore")
                self.bodies.append(squeezed(body))
                self.boxes.append([text.get_rect(index) for index in range(text.count_rects())])

    def page(self, number: int) -> str:
        """Give all text of a page, running lines included."""
        return self.pages[number - 1]

    @property
    def whole(self) -> str:
        """Give the text of all pages, running lines included."""
        return "".join(self.pages)

    @property
    def body(self) -> str:
        """Give the text of all pages, without running lines."""
        return "".join(self.bodies)


Print = Callable[[Path], Printed]
"""Prints to a file."""


def printed_once(
    factory: pytest.TempPathFactory, name: str, write: Print, ending: str = ".pdf"
) -> tuple[Path, Printed]:
    """Print a document unless another test process did so or is at it; give what came of it."""
    base = factory.getbasetemp()
    shared = base.parent if os.environ.get("PYTEST_XDIST_WORKER") else base
    target, note, lock = (shared / f"{name}{end}" for end in (ending, ".json", ".lock"))
    try:
        os.close(os.open(lock, os.O_CREAT | os.O_EXCL))
    except FileExistsError:
        _wait_for(note)
    else:
        try:
            said = json.dumps(asdict(write(target)))
            part = note.with_suffix(".part")
            part.write_text(said, encoding="utf-8")
            part.replace(note)
        except BaseException:
            with suppress(OSError):
                lock.unlink()
            raise
    said = json.loads(note.read_text(encoding="utf-8"))
    return target, Printed(
        pages=said["pages"],
        missing=tuple(said["missing"]),
        refused=tuple(said["refused"]),
        seconds=said["seconds"],
        asked=tuple(said["asked"]),
    )


def _wait_for(note: Path) -> None:
    until = time.monotonic() + 100
    while not note.exists():
        if time.monotonic() > until:
            raise AssertionError(f"{note.name} was not printed by another process")
        time.sleep(0.05)
