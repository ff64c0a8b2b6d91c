"""Goes through a list in plain text line by line, and puts rows together by what ends them."""

from __future__ import annotations

import re

from assess.core.case.reading.written_date import DAY_LIKE
from assess.core.published_list.message import PublishedListMessage
from assess.core.published_list.row import ListWords
from assess.core.text.message import Text, message
from assess.exchange.published_list.columns import country_alone, heads_in_line
from assess.exchange.published_list.gathered_rows import Gathered, Table
from assess.exchange.published_list.row_parts import (
    ADDRESS,
    DOMAIN_AT_END,
    LINK,
    Consists,
    ListLine,
    RowPart,
    Shape,
    bare,
)
from assess.exchange.published_list.row_place import shown_place
from assess.exchange.published_list.stated_heading import level_heading, portfolio_heading
from assess.languages import gettext

DAY = re.compile(rf"(?<![\w/.-])(?:{DAY_LIKE})(?![\w/])")
LONGEST = 16
"""Lines of a row; so many without what ends one are none."""

_GOES_ON = re.compile(r"[-_/=&?%.~]$")
_PAGE = re.compile(
    r"(?:page|seite|side)?\s*\d{1,4}(?:\s*(?:of|/|von|av|af)\s*\d{1,4})?", re.IGNORECASE
)


class Reader:
    """Goes through the lines once and puts rows together."""

    def __init__(
        self,
        lines: list[ListLine],
        heads: list[tuple[int, int, tuple[str, ...]]],
        words: ListWords,
        *,
        has_dates: bool,
        shape: Shape,
    ) -> None:
        self._lines = lines
        self._starts = {start: end for start, end, _ in heads}
        self._has_heads = bool(heads)
        self._words = words
        self._shape = shape
        self._consists = Consists(words, shape)
        self.rows = Gathered(self._consists, needs_country=not shape.has_portfolio)
        self.level: str | None = None
        """That of a heading above all rows."""
        self._has_dates = has_dates
        self._part = RowPart()
        self._addresses = {bare(line.text) for line in lines if LINK.fullmatch(line.text)}
        self._seen: set[str] = set()
        body = lines[heads[0][0] :] if heads else lines
        names = [line.text for line in body if not self._is_of_columns(line.text)]
        self._widest = max(map(len, names), default=0)
        self._has_addresses = sum(bool(ADDRESS.search(line.text)) for line in body) * 4 >= sum(
            bool(self._consists.is_complete(line.text)) for line in body
        )

    def _is_of_columns(self, text: str) -> bool:
        """Tell whether a line holds more than a piece of a name."""
        return bool(
            ADDRESS.search(text) or self._consists.begins_portfolio(text) or heads_in_line(text)
        )

    # Going through

    def read(self) -> None:
        """Read every line; what stands before the first row of heads is about the list."""
        index = 0
        if not self._has_heads:
            self.rows.tables.append(Table())
        while index < len(self._lines):
            if index in self._starts:
                self._close(is_end=False)
                self.rows.tables.append(Table())
                index = self._starts[index]
                continue
            line = self._lines[index]
            if len(self._part.lines) >= LONGEST:
                self._close(is_end=False)
            if not self._is_aside(line):
                if self._has_dates:
                    self._take_dated(line)
                else:
                    index = self._take_undated(line, index)
            index += 1
        self._close(is_end=True)
        self.rows.settle()

    def _is_aside(self, line: ListLine) -> bool:
        """Tell whether a line is no part of a row: before the list, a heading, a page number."""
        open_part = bool(self._part.lines) and not self._consists.is_complete(self._part.text)
        country = None if open_part else country_alone(line.text, self._words)
        if country:
            if self._part.lines:
                self._close(is_end=False)
            self.rows.head(country, line.text)
            return True
        if self._takes_heading(line.text, is_open=open_part):
            return True
        if not self.rows.tables:
            return True
        if _PAGE.fullmatch(line.text):
            return True
        is_address = LINK.fullmatch(line.text) is not None
        # an address alone is that behind a link which a row shows already
        return is_address and (not self._part.lines or bare(line.text) in self._seen)

    def _takes_heading(self, text: str, *, is_open: bool) -> bool:
        """Take what a heading says of the rows below it: their portfolio, or their level."""
        is_alone = not self._shape.has_portfolio and not is_open
        portfolio = portfolio_heading(text, self._words, is_alone=is_alone)
        level = level_heading(text)
        if portfolio is None and level is None:
            return False
        if self._part.lines:
            self._close(is_end=False)
        if portfolio is not None and not self._shape.has_portfolio:
            self.rows.portfolio = portfolio
        elif portfolio is not None:
            return False
        if level is not None and self.rows.found:
            self.rows.level = level
        elif level is not None:
            self.level = level
        return True

    # Rows that end with a day

    def _take_dated(self, line: ListLine) -> None:
        rest = line.text
        begun = True
        while found := DAY.search(rest):
            piece = rest[: found.start()].strip(" |;\t")
            if begun and self._part.lines and self._is_row_of_its_own(piece):
                self._reject(message(PublishedListMessage.DAY_MISSING))
            joined = [*self._part.lines, *([ListLine(line.number, piece)] if piece else [])]
            part = RowPart(joined or [ListLine(line.number, "")])
            if len({joined_line.number for joined_line in joined}) > 1 and begun:
                self.rows.notes.append(
                    gettext(
                        "{place} were read as one row: {text}",
                        place=shown_place(part.place),
                        text=f"{part.text} {found[0]}",
                    )
                )
            self.rows.add(part, found[0])
            self._part = RowPart()
            rest = rest[found.end() :].strip(" |;\t")
            begun = False
        if rest:
            pending = bool(self._part.lines) and self._consists.is_complete(self._part.text)
            if pending and not self._is_rest_of_row(rest):
                self._reject(message(PublishedListMessage.DAY_MISSING))
            self._part.lines.append(ListLine(line.number, rest))

    def _is_row_of_its_own(self, piece: str) -> bool:
        """Tell whether what stands before a day is a row, so that what is pending is another."""
        name = self._consists.parts(piece).name
        is_row = bool(name) and self._consists.is_complete(piece)
        return is_row and self._consists.is_complete(self._part.text)

    @staticmethod
    def _is_rest_of_row(text: str) -> bool:
        return bool(ADDRESS.fullmatch(text) or DOMAIN_AT_END.fullmatch(text))

    # Rows that end with an address, or with a portfolio

    def _take_undated(self, line: ListLine, index: int) -> int:
        """Take a line in; give the index of the last line that was used for it."""
        rest = line.text
        while found := self._address_in(rest):
            start, end = found
            before = rest[:start].strip()
            part = RowPart(
                [*self._part.lines, *([ListLine(line.number, before)] if before else [])]
            )
            address, rest = rest[start:end], rest[end:].strip()
            if not rest:
                address, index = self._whole_address(address, index)
            self._seen.add(bare(address))
            part.lines = part.lines or [ListLine(line.number, "")]
            self._add_ended(part, address)
            self._part = RowPart()
        if rest:
            self._part.lines.append(ListLine(line.number, rest))
            if not self._has_addresses and self._consists.is_complete(rest):
                self.rows.add(self._part, None)
                self._part = RowPart()
        return index

    def _address_in(self, text: str) -> tuple[int, int] | None:
        found = ADDRESS.search(text)
        if found:
            return found.span()
        found = DOMAIN_AT_END.search(text)
        if found:
            before = RowPart([*self._part.lines, ListLine(0, text[: found.start(1)].strip())]).text
            if self._consists.is_complete(before.strip()):
                return found.span(1)
        return None

    def _whole_address(self, address: str, index: int) -> tuple[str, int]:
        """Put an address together that runs over lines; links that the page names help in it."""
        while index + 1 < len(self._lines):
            follows = self._lines[index + 1].text
            is_other = ADDRESS.match(follows) or index + 1 in self._starts or " " in follows
            goes_on = _GOES_ON.search(address)
            if is_other or (bare(address) in self._addresses and not goes_on):
                break
            joined = address + follows
            is_known = any(known.startswith(bare(joined)) for known in self._addresses)
            if not (is_known or goes_on or follows[0] in "/?&=#_-."):
                break
            address, index = joined, index + 1
        return address, index

    def _add_ended(self, part: RowPart, address: str | None) -> None:
        """Add what an address or the end of a table ended; rows without one may stand before it."""
        for count in range(1, len(part.lines)):
            head, tail = RowPart(part.lines[:count]), RowPart(part.lines[count:])
            name, portfolio = self._consists.parts(head.text)[:2]
            other, own = self._consists.parts(tail.text)[:2]
            if not (name and portfolio and other and own and head.text[-1].isalnum()):
                continue
            if len(portfolio.split()) > 1 or self._had_room(head, tail):
                self.rows.notes.append(
                    gettext(
                        "{place}: read as a row without an address: {text}",
                        place=shown_place(head.place),
                        text=head.text,
                    )
                )
                self.rows.add(head, None)
                self._add_ended(tail, address)
            else:
                self.rows.add(part, None, address, is_uncertain=True)
            return
        self.rows.add(part, None, address)

    def _had_room(self, head: RowPart, tail: RowPart) -> bool:
        """Tell whether a line would have held the next word, so that its end is no wrapping."""
        last, follows = head.lines[-1].text, tail.lines[0].text
        return len(last) + 1 + len(follows.split()[0]) <= 0.8 * self._widest

    def _close(self, *, is_end: bool) -> None:
        """End what is pending: a row without what ends rows, or words that are no row."""
        part = self._part
        if not part.lines:
            return
        if self._consists.is_complete(part.text) and not self._has_dates:
            self._part = RowPart()
            self._add_ended(part, None)
        elif self._consists.is_complete(part.text):
            self._reject(message(PublishedListMessage.DAY_MISSING))
        elif is_end or all(placed.table < len(self.rows.tables) - 1 for placed in self.rows.found):
            self.rows.notes.append(
                gettext(
                    "{place}: left out, because it is not a row: {text}",
                    place=shown_place(part.place),
                    text=part.text[:200],
                )
            )
            self._part = RowPart()
        else:
            self._reject(gettext("it contains no known comparative portfolio"))

    def _reject(self, reason: Text) -> None:
        part, self._part = self._part, RowPart()
        self.rows.reject(part, reason)
