"""A published list as text copied from a page or out of a PDF: rows found by what ends them.

Where the list says until when labels are valid, a row ends with that day; else with the address of
the web site, or with the portfolio. Names run over lines and contain anything, commas above all.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise

from assess.core.listed_day import DAY_LIKE, read_listed_day
from assess.core.published import NO_DAY, RejectedRow, Row, Sheet, Words
from assess.exchange.published_columns import (
    country_alone,
    heads_in_line,
    is_head,
    stated_day,
)

_DAY = re.compile(rf"(?<![\w/.-])(?:{DAY_LIKE})(?![\w/])")
_ADDRESS = re.compile(r"(?:https?:/+|www\.)\S+", re.IGNORECASE)
_DOMAIN_AT_END = re.compile(r"(?:^|\s)((?:[\w-]+\.)+[a-z]{2,12}(?:/\S*)?)$", re.IGNORECASE)
_STATED = re.compile(
    r"\b(?:includes|contains|lists|comprises)\D{0,40}?(\d{1,6})\s+clusters?\b", re.IGNORECASE
)
_GOES_ON = re.compile(r"[-_/=&?%.~]$")
_PAGE = re.compile(
    r"(?:page|seite|side)?\s*\d{1,4}(?:\s*(?:of|/|von|av|af)\s*\d{1,4})?", re.IGNORECASE
)


@dataclass
class _Line:
    number: int
    text: str


@dataclass
class _Table:
    """What stands under one row of heads."""

    rejected: list[RejectedRow] = field(default_factory=list)


@dataclass
class _Part:
    """Lines, or pieces of them, of which a row is being put together."""

    lines: list[_Line] = field(default_factory=list)

    @property
    def text(self) -> str:
        return " ".join(line.text for line in self.lines)

    @property
    def place(self) -> str:
        first, last = self.lines[0].number, self.lines[-1].number
        return f"line {first}" if first == last else f"lines {first} to {last}"


def read_text(text: str, words: Words, *, is_of_one_country: bool = False) -> Sheet:
    """Read a list as text; of one known country, a single heading with a country means nothing."""
    lines = [_Line(number, _plain(line)) for number, line in enumerate(text.splitlines(), start=1)]
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
        rows=tuple(reader.rows(is_of_one_country=is_of_one_country)),
        rejected=tuple(one for table in reader.tables for one in table.rejected),
        notes=tuple(reader.notes),
        listed_on=read_listed_day(listed_on).day if listed_on else None,
        has_dates=has_dates,
    )


def _plain(line: str) -> str:
    return " ".join(line.replace("\u200b", "").replace("\u00ad", "").split())


def _heads(lines: list[_Line]) -> list[tuple[int, int, tuple[str, ...]]]:
    """Find the rows of heads: in one line, or a head on each of several lines."""
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
        if is_head(columns):
            found.append((index, end, columns))
            index = end
        else:
            index += 1
    return found


def _has_dates(
    lines: list[_Line], heads: list[tuple[int, int, tuple[str, ...]]], words: Words
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
        lines: list[_Line],
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
        self._has_dates = has_dates
        self._part = _Part()
        self._headings: list[tuple[int, str, str]] = []
        self.found: list[tuple[Row, int, int]] = []
        self._addresses = {
            _bare(line.text) for line in lines if re.fullmatch(r"https?:/+\S+", line.text)
        }
        self._seen: set[str] = set()
        body = lines[heads[0][0] :] if heads else lines
        self._has_addresses = sum(bool(_ADDRESS.search(line.text)) for line in body) * 4 >= sum(
            bool(self._ends_with_portfolio(line.text)) for line in body
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

    def _is_aside(self, line: _Line) -> bool:
        """Tell whether a line is no part of a row: before the list, a heading, a page number."""
        open_part = bool(self._part.lines) and not self._ends_with_portfolio(self._part.text)
        country = None if open_part else country_alone(line.text, self._words)
        if country:
            if self._part.lines:
                self._close(is_end=False)
            self._headings.append((len(self.found), country, line.text))
            return True
        if not self.tables:
            return True
        if _PAGE.fullmatch(line.text):
            return True
        is_address = re.fullmatch(r"https?:/+\S+", line.text) is not None
        # an address alone is that behind a link which a row shows already
        return is_address and (not self._part.lines or _bare(line.text) in self._seen)

    # Rows that end with a day

    def _take_dated(self, line: _Line) -> None:
        rest = line.text
        begun = True
        while found := _DAY.search(rest):
            piece = rest[: found.start()].strip(" |;\t")
            if begun and self._part.lines and self._is_row_of_its_own(piece):
                self._reject(NO_DAY)
            joined = [*self._part.lines, *([_Line(line.number, piece)] if piece else [])]
            part = _Part(joined or [_Line(line.number, "")])
            if len({one.number for one in joined}) > 1 and begun:
                self.notes.append(f"{part.place} were read as one row: {part.text} {found[0]}")
            self._add(part, found[0])
            self._part = _Part()
            rest = rest[found.end() :].strip(" |;\t")
            begun = False
        if rest:
            pending = bool(self._part.lines) and self._ends_with_portfolio(self._part.text)
            if pending and not self._is_rest_of_row(rest):
                self._reject(NO_DAY)
            self._part.lines.append(_Line(line.number, rest))

    def _is_row_of_its_own(self, piece: str) -> bool:
        """Tell whether what stands before a day is a row, so that what is pending is another."""
        name, portfolio, _ = self._parts(piece)
        return bool(portfolio and name) and self._ends_with_portfolio(self._part.text)

    @staticmethod
    def _is_rest_of_row(text: str) -> bool:
        return bool(_ADDRESS.fullmatch(text) or _DOMAIN_AT_END.fullmatch(text))

    # Rows that end with an address, or with a portfolio

    def _take_undated(self, line: _Line, index: int) -> int:
        """Take a line in; give the index of the last line that was used for it."""
        rest = line.text
        while found := self._address_in(rest):
            start, end = found
            before = rest[:start].strip()
            part = _Part([*self._part.lines, *([_Line(line.number, before)] if before else [])])
            address, rest = rest[start:end], rest[end:].strip()
            if not rest:
                address, index = self._whole_address(address, index)
            self._seen.add(_bare(address))
            part.lines = part.lines or [_Line(line.number, "")]
            self._add_with_address(part, address)
            self._part = _Part()
        if rest:
            self._part.lines.append(_Line(line.number, rest))
            if not self._has_addresses and self._ends_with_portfolio(rest):
                self._add(self._part, None)
                self._part = _Part()
        return index

    def _address_in(self, text: str) -> tuple[int, int] | None:
        found = _ADDRESS.search(text)
        if found:
            return found.span()
        found = _DOMAIN_AT_END.search(text)
        if found:
            before = _Part([*self._part.lines, _Line(0, text[: found.start(1)].strip())]).text
            if self._ends_with_portfolio(before.strip()):
                return found.span(1)
        return None

    def _whole_address(self, address: str, index: int) -> tuple[str, int]:
        """Put an address together that runs over lines; links that the page names help in it."""
        while index + 1 < len(self._lines):
            follows = self._lines[index + 1].text
            is_other = _ADDRESS.match(follows) or index + 1 in self._starts or " " in follows
            if is_other or _bare(address) in self._addresses:
                break
            joined = address + follows
            is_known = any(one.startswith(_bare(joined)) for one in self._addresses)
            goes_on = _GOES_ON.search(address) or follows[0] in "/?&=#_-."
            if not (is_known or goes_on):
                break
            address, index = joined, index + 1
        return address, index

    def _add_with_address(self, part: _Part, address: str) -> None:
        """Add a row; where an earlier one without an address stands before it, both of them."""
        lines = part.lines
        for count in range(1, len(lines)):
            head, tail = _Part(lines[:count]), _Part(lines[count:])
            name, portfolio, _ = self._parts(head.text)
            other, own, _ = self._parts(tail.text)
            if not (name and portfolio and other and own):
                continue
            if len(portfolio.split()) > 1:
                self.notes.append(f"{head.place}: read as a row without an address: {head.text}")
                self._add(head, None)
                self._add_with_address(tail, address)
            else:
                reason = "it can be one organisation or two, the first without an address"
                row = Row(place=part.place, text=f"{part.text} {address}", website=address)
                self.tables[-1].rejected.append(RejectedRow(row=row, reason=reason))
            return
        self._add(part, None, address)

    # What rows consist of

    def _parts(self, text: str) -> tuple[str, str, str]:
        """Give name, portfolio and address of a text; empty what is not there."""
        text = text.strip(" ,;|\t")
        address = ""
        portfolio = self._portfolio_at_end(text)
        if portfolio is None:
            for pattern in (
                re.compile(r"(?:^|\s)((?:https?:/+|www\.)\S+)$", re.IGNORECASE),
                _DOMAIN_AT_END,
            ):
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

    def _ends_with_portfolio(self, text: str) -> bool:
        return bool(self._parts(text)[1])

    def _add(self, part: _Part, day: str | None, address: str | None = None) -> None:
        name, portfolio, found = self._parts(part.text)
        text = " ".join(filter(None, (part.text, address, day)))
        row = Row(
            place=part.place,
            text=text,
            name=name if portfolio else None,
            portfolio=portfolio or None,
            website=address or found or None,
            valid_until=day,
        )
        if not portfolio:
            reason = "no comparative portfolio of any vocabulary ends it, so its name is not clear"
            self.tables[-1].rejected.append(RejectedRow(row=row, reason=reason))
            return
        self.found.append((row, len(self.tables) - 1, len(self._headings)))

    def _reject(self, reason: str) -> None:
        part, self._part = self._part, _Part()
        name, portfolio, address = self._parts(part.text)
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
        if self._ends_with_portfolio(part.text) and not self._has_dates:
            self._add(part, None)
            self._part = _Part()
        elif self._ends_with_portfolio(part.text):
            self._reject(NO_DAY)
        elif is_end or all(table < len(self.tables) - 1 for _, table, _ in self.found):
            self.notes.append(f"{part.place}: left out, it is no row: {part.text[:200]}")
            self._part = _Part()
        else:
            self._reject("no comparative portfolio of any vocabulary is in it")

    # Countries

    def rows(self, *, is_of_one_country: bool) -> list[Row]:
        """Give the rows, each with the country of its heading where there are headings."""
        if is_of_one_country and len({code for _, code, _ in self._headings}) < 2:
            return [row for row, _, _ in self.found]
        styles = (
            [one for one in self._headings if one[2].isupper()],
            [one for one in self._headings if one[0] > 0 or not self._has_heads],
            self._headings,
        )
        tables = sorted({table for _, table, _ in self.found})
        for headings in styles:
            countries = _without_repeats([code for _, code, _ in headings])
            if len(countries) == len(tables) > 1:
                of_table = dict(zip(tables, countries, strict=True))
                return [self._of(row, of_table[table]) for row, table, _ in self.found]
        headings = styles[0] or styles[2]
        if len(headings) == 1 and len(tables) == 1:
            return [self._of(row, headings[0][1]) for row, _, _ in self.found]
        if not headings or (len(tables) > 1 and headings[0][0] > 0):
            return [row for row, _, _ in self.found]
        found: list[Row] = []
        for index, (row, _, _) in enumerate(self.found):
            before = [code for place, code, _ in headings if place <= index]
            found.append(self._of(row, before[-1]) if before else row)
        return found

    @staticmethod
    def _of(row: Row, country: str) -> Row:
        return row.model_copy(update={"country": country})


def _without_repeats(codes: list[str]) -> list[str]:
    return codes[:1] + [after for before, after in pairwise(codes) if after != before]


def _bare(address: str) -> str:
    return re.sub(r"^https?:/+", "", address.casefold()).rstrip("/.,;")
