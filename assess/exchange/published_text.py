"""A published list as text copied from a page or out of a PDF: rows found by what ends them.

Where the list says until when labels are valid, a row ends with that day; else with the address of
the web site, or with the portfolio. Names run over lines and contain anything, commas above all.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from assess.core.listed_day import DAY_LIKE, read_listed_day
from assess.core.published import NO_DAY, RejectedRow, Row, Sheet, Words
from assess.exchange.published_columns import (
    country_alone,
    heads_in_line,
    is_head,
    stated_day,
)
from assess.exchange.published_headings import Found, Heading, with_countries
from assess.exchange.published_parts import (
    ADDRESS,
    DOMAIN_AT_END,
    LINK,
    Consists,
    Line,
    Part,
    bare,
)

_DAY = re.compile(rf"(?<![\w/.-])(?:{DAY_LIKE})(?![\w/])")
_STATED = re.compile(
    r"\b(?:includes|contains|lists|comprises)\D{0,40}?(\d{1,6})\s+clusters?\b", re.IGNORECASE
)
_GOES_ON = re.compile(r"[-_/=&?%.~]$")
_PAGE = re.compile(
    r"(?:page|seite|side)?\s*\d{1,4}(?:\s*(?:of|/|von|av|af)\s*\d{1,4})?", re.IGNORECASE
)


FEW = 8
"""From so many other rows on, what all of them have counts as the rule."""

TWO_OR_ONE = "it can be one organisation or two, the first without an address"


@dataclass
class _Table:
    """What stands under one row of heads."""

    rejected: list[RejectedRow] = field(default_factory=list)


def read_text(text: str, words: Words, *, is_of_one_country: bool = False) -> Sheet:
    """Read a list as text; of one known country, a single heading with a country means nothing."""
    lines = [Line(number, _plain(line)) for number, line in enumerate(text.splitlines(), start=1)]
    lines = [line for line in lines if line.text]
    heads = _heads(lines)
    first = heads[0][0] if heads else 0
    has_dates = _has_dates(lines, heads, words)
    before = " ".join(line.text for line in lines[:first])
    listed_on = stated_day(before)
    reader = _Reader(lines, heads, words, has_dates=has_dates)
    reader.read()
    found = len(reader.found)
    if (stated := _STATED.search(before)) and int(stated[1]) != found:
        rows = f"{found} row{'s' if found != 1 else ''} can be told apart in it"
        reader.notes.append(f"the list says that it {stated[0]}; {rows}")
    return Sheet(
        rows=with_countries(
            reader.found,
            reader.headings,
            has_heads=bool(heads),
            is_of_one_country=is_of_one_country,
        ),
        rejected=tuple(one for table in reader.tables for one in table.rejected),
        notes=tuple(reader.notes),
        listed_on=read_listed_day(listed_on).day if listed_on else None,
        has_dates=has_dates,
    )


def _plain(line: str) -> str:
    return " ".join(line.replace("\u200b", "").replace("\u00ad", "").split())


def _heads(lines: list[Line]) -> list[tuple[int, int, tuple[str, ...]]]:
    """Find the rows of heads: in one line, or a head on each of several lines.

    All have the columns of the first: `Cluster Technology` is a name.
    """
    found: list[tuple[int, int, tuple[str, ...]]] = []
    index = 0
    while index < len(lines):
        columns: tuple[str, ...] = ()
        end = index
        while end < len(lines) and len(columns) < 8 and (more := heads_in_line(lines[end].text)):
            if columns and is_head(columns) and more[0] == "name":
                break
            columns += more
            end += 1
        if is_head(columns) and (not found or columns == found[0][2]):
            found.append((index, end, columns))
            index = end
        else:
            index += 1
    return found


def _has_dates(
    lines: list[Line], heads: list[tuple[int, int, tuple[str, ...]]], words: Words
) -> bool:
    if heads:
        return any("valid_until" in columns for _, _, columns in heads)
    dates = sum(len(_DAY.findall(line.text)) for line in lines)
    portfolios = sum(bool(words.portfolio_pattern.search(line.text)) for line in lines)
    return dates * 2 >= portfolios


class _Reader:
    """Goes through the lines once and puts rows together."""

    def __init__(
        self,
        lines: list[Line],
        heads: list[tuple[int, int, tuple[str, ...]]],
        words: Words,
        *,
        has_dates: bool,
    ) -> None:
        self.tables: list[_Table] = []
        self.notes: list[str] = []
        self._lines = lines
        self._starts = {start: end for start, end, _ in heads}
        self._has_heads = bool(heads)
        self._words = words
        self._consists = Consists(words)
        self._has_dates = has_dates
        self._part = Part()
        self.headings: list[Heading] = []
        self.found: list[Found] = []
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
            self.tables.append(_Table())
        while index < len(self._lines):
            if index in self._starts:
                self._close(is_end=False)
                self.tables.append(_Table())
                index = self._starts[index]
                continue
            line = self._lines[index]
            if not self._is_aside(line):
                if self._has_dates:
                    self._take_dated(line)
                else:
                    index = self._take_undated(line, index)
            index += 1
        self._close(is_end=True)
        self._settle()

    def _is_aside(self, line: Line) -> bool:
        """Tell whether a line is no part of a row: before the list, a heading, a page number."""
        open_part = bool(self._part.lines) and not self._consists.is_complete(self._part.text)
        country = None if open_part else country_alone(line.text, self._words)
        if country:
            if self._part.lines:
                self._close(is_end=False)
            self.headings.append(Heading(len(self.found), country, line.text))
            return True
        if not self.tables:
            return True
        if _PAGE.fullmatch(line.text):
            return True
        is_address = LINK.fullmatch(line.text) is not None
        # an address alone is that behind a link which a row shows already
        return is_address and (not self._part.lines or bare(line.text) in self._seen)

    # Rows that end with a day

    def _take_dated(self, line: Line) -> None:
        rest = line.text
        begun = True
        while found := _DAY.search(rest):
            piece = rest[: found.start()].strip(" |;\t")
            if begun and self._part.lines and self._is_row_of_its_own(piece):
                self._reject(NO_DAY)
            joined = [*self._part.lines, *([Line(line.number, piece)] if piece else [])]
            part = Part(joined or [Line(line.number, "")])
            if len({one.number for one in joined}) > 1 and begun:
                self.notes.append(f"{part.place} were read as one row: {part.text} {found[0]}")
            self._add(part, found[0])
            self._part = Part()
            rest = rest[found.end() :].strip(" |;\t")
            begun = False
        if rest:
            pending = bool(self._part.lines) and self._consists.is_complete(self._part.text)
            if pending and not self._is_rest_of_row(rest):
                self._reject(NO_DAY)
            self._part.lines.append(Line(line.number, rest))

    def _is_row_of_its_own(self, piece: str) -> bool:
        """Tell whether what stands before a day is a row, so that what is pending is another."""
        name, portfolio, _ = self._consists.parts(piece)
        return bool(portfolio and name) and self._consists.is_complete(self._part.text)

    @staticmethod
    def _is_rest_of_row(text: str) -> bool:
        return bool(ADDRESS.fullmatch(text) or DOMAIN_AT_END.fullmatch(text))

    # Rows that end with an address, or with a portfolio

    def _take_undated(self, line: Line, index: int) -> int:
        """Take a line in; give the index of the last line that was used for it."""
        rest = line.text
        while found := self._address_in(rest):
            start, end = found
            before = rest[:start].strip()
            part = Part([*self._part.lines, *([Line(line.number, before)] if before else [])])
            address, rest = rest[start:end], rest[end:].strip()
            if not rest:
                address, index = self._whole_address(address, index)
            self._seen.add(bare(address))
            part.lines = part.lines or [Line(line.number, "")]
            self._add_ended(part, address)
            self._part = Part()
        if rest:
            self._part.lines.append(Line(line.number, rest))
            if not self._has_addresses and self._consists.is_complete(rest):
                self._add(self._part, None)
                self._part = Part()
        return index

    def _address_in(self, text: str) -> tuple[int, int] | None:
        found = ADDRESS.search(text)
        if found:
            return found.span()
        found = DOMAIN_AT_END.search(text)
        if found:
            before = Part([*self._part.lines, Line(0, text[: found.start(1)].strip())]).text
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
            is_known = any(one.startswith(bare(joined)) for one in self._addresses)
            if not (is_known or goes_on or follows[0] in "/?&=#_-."):
                break
            address, index = joined, index + 1
        return address, index

    def _add_ended(self, part: Part, address: str | None) -> None:
        """Add what an address or the end of a table ended; rows without one may stand before it."""
        for count in range(1, len(part.lines)):
            head, tail = Part(part.lines[:count]), Part(part.lines[count:])
            name, portfolio, _ = self._consists.parts(head.text)
            other, own, _ = self._consists.parts(tail.text)
            if not (name and portfolio and other and own and head.text[-1].isalnum()):
                continue
            if len(portfolio.split()) > 1 or self._had_room(head, tail):
                self.notes.append(f"{head.place}: read as a row without an address: {head.text}")
                self._add(head, None)
                self._add_ended(tail, address)
            else:
                self._add(part, None, address, is_uncertain=True)
            return
        self._add(part, None, address)

    def _had_room(self, head: Part, tail: Part) -> bool:
        """Tell whether a line would have held the next word, so that its end is no wrapping."""
        last, follows = head.lines[-1].text, tail.lines[0].text
        return len(last) + 1 + len(follows.split()[0]) <= 0.8 * self._widest

    # What comes of it

    def _add(
        self, part: Part, day: str | None, address: str | None = None, *, is_uncertain: bool = False
    ) -> None:
        name, portfolio, found = self._consists.parts(part.text)
        row = Row(
            place=part.place,
            text=" ".join(filter(None, (part.text, address, day))),
            name=name if portfolio else None,
            portfolio=portfolio or None,
            website=address or found or None,
            valid_until=day,
        )
        if not portfolio:
            reason = "no comparative portfolio of any vocabulary ends it, so its name is not clear"
            self.tables[-1].rejected.append(RejectedRow(row=row, reason=reason))
            return
        place = (len(self.tables) - 1, len(self.headings))
        self.found.append(Found(row, *place, is_uncertain=is_uncertain))

    def _settle(self) -> None:
        """Decide on uncertain rows: where every other row has an address, one without is none."""
        certain = [one for one in self.found if not one.is_uncertain]
        is_rule = len(certain) >= FEW and all(one.row.website for one in certain)
        for one in [one for one in self.found if one.is_uncertain]:
            if is_rule and one.row.website:
                self.notes.append(f"{one.row.place} were read as one row: {one.row.text}")
                continue
            self.found.remove(one)
            kept = one.row.model_copy(update={"name": None, "portfolio": None})
            self.tables[one.table].rejected.append(RejectedRow(row=kept, reason=TWO_OR_ONE))

    def _reject(self, reason: str) -> None:
        part, self._part = self._part, Part()
        name, portfolio, address = self._consists.parts(part.text)
        row = Row(
            place=part.place,
            text=part.text,
            name=name,
            portfolio=portfolio or None,
            website=address or None,
        )
        self.tables[-1].rejected.append(RejectedRow(row=row, reason=reason))

    def _close(self, *, is_end: bool) -> None:
        """End what is pending: a row without what ends rows, or words that are no row."""
        part = self._part
        if not part.lines:
            return
        if self._consists.is_complete(part.text) and not self._has_dates:
            self._part = Part()
            self._add_ended(part, None)
        elif self._consists.is_complete(part.text):
            self._reject(NO_DAY)
        elif is_end or all(one.table < len(self.tables) - 1 for one in self.found):
            self.notes.append(f"{part.place}: left out, it is no row: {part.text[:200]}")
            self._part = Part()
        else:
            self._reject("no comparative portfolio of any vocabulary is in it")
