"""Of what a row of a list in plain text consists: a name, a portfolio, and perhaps an address."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from assess.core.published_list.row import ListWords
from assess.core.text.name import plain_words
from assess.exchange.published_list.row_place import lines

ADDRESS = re.compile(r"(?:https?:/+|www\.)\S+", re.IGNORECASE)
LINK = re.compile(r"https?:/+\S+")
"""A line that is an address and nothing else: mostly the one behind a link."""

DOMAIN_AT_END = re.compile(r"(?:^|\s)((?:[\w-]+\.)+[a-z]{2,12}(?:/\S*)?)$", re.IGNORECASE)
_ADDRESS_AT_END = re.compile(r"(?:^|\s)((?:https?:/+|www\.)\S+)$", re.IGNORECASE)
_BROKEN_WORD = re.compile(r"\w-$")
_AND = re.compile(r"(?:und|and|og|och|et|y|e|i|oder|or)\b", re.IGNORECASE)
"""After a hyphen at the end of a line these begin a word of their own: `Bild- und Tontechnik`."""


@dataclass
class ListLine:
    """A line of the list, or a piece of one."""

    number: int
    text: str


@dataclass
class RowPart:
    """Lines, or pieces of them, of which a row is being put together."""

    lines: list[ListLine] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The lines as one text; a word that was broken at its hyphen is whole again."""
        text = ""
        for line in self.lines:
            is_broken = _BROKEN_WORD.search(text) and not _AND.match(line.text)
            text += line.text if is_broken or not text else f" {line.text}"
        return text

    @property
    def place(self) -> str:
        """Where it stands."""
        first, last = self.lines[0].number, self.lines[-1].number
        return lines(first, last)


class Consists:
    """Tells what a text consists of, by the portfolios of a catalogue."""

    def __init__(self, words: ListWords) -> None:
        """Know the words."""
        self._words = words
        self._beginnings = {" ".join(plain_words(name).split()[:2]) for name in words.portfolios}

    def parts(self, text: str) -> tuple[str, str, str]:
        """Give name, portfolio and address of a text; empty what is not there."""
        text = text.strip(" ,;|\t")
        address = ""
        portfolio = self._portfolio_at_end(text)
        if portfolio is None:
            for pattern in (_ADDRESS_AT_END, DOMAIN_AT_END):
                found = pattern.search(text)
                before = text[: found.start()].strip(" ,;|-–") if found else ""
                if found and (portfolio := self._portfolio_at_end(before)):
                    text, address = before, found[1]
                    break
        if portfolio is None:
            return text, "", address
        return text[: portfolio[0]].strip(" ,;|-–\t"), portfolio[1], address

    def _portfolio_at_end(self, text: str) -> tuple[int, str] | None:
        text = text.rstrip(" ,;|-–\t")
        ends = [
            (found.start(), found[0])
            for found in self._words.portfolio_pattern.finditer(text)
            if found.end() == len(text)
        ]
        return min(ends, default=None)

    def is_complete(self, text: str) -> bool:
        """Tell whether a text ends as a row may end: with a portfolio, or an address after one."""
        return bool(self.parts(text)[1])

    def begins_portfolio(self, text: str) -> bool:
        """Tell whether a portfolio, or the beginning of a long one, is anywhere in a text."""
        said = plain_words(text)
        return any(f" {beginning} " in f" {said} " for beginning in self._beginnings)


def bare(address: str) -> str:
    """Give an address as it is compared: without its scheme and its end."""
    return re.sub(r"^https?:/+", "", address.casefold()).rstrip("/.,;")
