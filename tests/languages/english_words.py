"""Finding English words in a text of the pseudo-language that are no data.

In the pseudo-language every looked-up letter has an accent; a word without any is a value that was
put in, or was never looked up. Values that are data are taken out first: names, the wording of the
catalogue (it is asked in its own language), what people typed, paths, keys, commands.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from pydantic import BaseModel

from assess.core.text.value import Wording

_WORD = re.compile(r"(?<![\w’'-])[A-Za-z]{2,}(?!\w)")
_ADDRESS = re.compile(r"https?://\S*")
_CODES = re.compile(
    r"[~./\w-]*/[\w./ -]*|[\w.-]+\.(?:pdf|json|ics|html|docx|csv|db|bak)\b|`[^`]*`"
    r"|--[a-z-]+|\b[a-z]+_[a-z_0-9]+\b"
)
"""Paths, files, commands, options, names of questions."""
_PLACE = re.compile(r"\\\{[^{}]*\\\}")

KEYS = "Ctrl Alt Shift Esc Enter Tab Space Backspace Del Home End PgUp PgDn super insert"
NAMES = "Bronze Silver Gold ESCA EUCLES assess demo check FTE EUR SHA MB PDF CSV ISO"
"""Levels and bodies, the program and its commands, units."""
SYSTEM = (
    "No such file or directory",
    "database disk image is malformed",
    "btreeInitPage",
    "returns error code",
    *(f"Page {number}" for number in range(1, 40)),
)
"""What the operating system and SQLite say, in whose words it is told."""
DAYS = (
    "January February March April May June July August September October November December "
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday"
)
"""How a language writes days is its own business."""
ALWAYS = frozenset(f"{KEYS} {NAMES} {DAYS}".split())

SHORTEST = 2
"""Of a text that is cut so many characters are needed to tell that it is data."""


class Data:
    """Texts that are data: what stands in the catalogue, in the cases, on the machine."""

    def __init__(self, *held: object, names: Iterable[str] = ()) -> None:
        """Take down every text in these values; a single word only where it is one of `names`.

        Any other single word is data only where it stands alone.
        """
        found = {_flowing(text) for text in (*texts_in(held), *names, *SYSTEM)}
        self._alone = {text for text in found if " " not in text}
        known = {text for text in found if " " in text or text in {*names}}
        ordered = sorted((text for text in known if _WORD.search(text)), key=len, reverse=True)
        self._texts = [text for text in ordered if "{" not in text]
        self._forms = [_form(text) for text in ordered if "{" in text]
        self._known: dict[str, tuple[str, ...]] = {}

    def foreign(self, text: str) -> tuple[str, ...]:
        """Give what is English in a text and no data, in pieces."""
        if text not in self._known:
            self._known[text] = tuple(self._pieces(_flowing(text)))
        return self._known[text]

    def _pieces(self, text: str) -> Iterator[str]:
        if not _WORD.search(text):
            return
        text = self._without_cut(text)
        for form in self._forms:
            text = form.sub(" § ", text)
        for held in self._texts:
            if held in text:
                text = re.sub(rf"(?<!\w){re.escape(held)}(?!\w)", " § ", text)
        text = _CODES.sub(" § ", _ADDRESS.sub(" § ", text))
        for piece in re.split(r"[⟦⟧§·;:,()]", text):
            words = [word for word in _WORD.findall(piece) if word not in ALWAYS]
            if words and piece.strip(" .!–→↶✓▸=0123456789") not in self._alone:
                yield piece.strip()

    def _without_cut(self, text: str) -> str:
        """Take out data that ends with an ellipsis, as it does in a table."""
        while (end := text.find("…")) >= 0:
            starts = [0, *(found.end() for found in re.finditer(r"[\s⟦]", text[:end]))]
            start = next((at for at in starts if self._is_beginning(text[at:end].strip())), end)
            text = f"{text[:start]} § {text[end + 1 :]}"
        return text

    def _is_beginning(self, begun: str) -> bool:
        return len(begun) >= SHORTEST and any(text.startswith(begun) for text in self._texts)


def _form(text: str) -> re.Pattern[str]:
    """Give what finds a text of the catalogue whose places are filled."""
    return re.compile(_PLACE.sub(".+?", re.escape(text)))


def texts_in(held: object) -> Iterator[str]:
    """Give every text in a value, and every line of it."""
    match held:
        case str():
            yield held
            yield from held.splitlines()
        case Wording():
            yield from texts_in(held.english)
        case BaseModel():
            for name in type(held).model_fields:
                yield from texts_in(getattr(held, name))
        case Mapping():
            for value in held.values():
                yield from texts_in(value)
        case Iterable():
            for value in held:
                yield from texts_in(value)


def _flowing(text: str) -> str:
    return " ".join(text.split())
