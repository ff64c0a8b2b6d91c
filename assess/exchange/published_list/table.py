"""A published list as a table: rows of cells from CSV, a spreadsheet or a saved web page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from assess.core.case.reading.day import read_day
from assess.core.published_list.row import ListRow, ListSheet, ListWords, RejectedRow
from assess.core.published_list.row_reading import read_website
from assess.core.text.table_rows import is_total
from assess.exchange.published_list.columns import columns_of, country_alone, stated_day
from assess.exchange.published_list.row_place import shown_place
from assess.exchange.published_list.stated_heading import level_heading, portfolio_heading
from assess.languages import gettext, ngettext
from assess.languages.column_heads import TOTALS

_SEARCHED = 60
"""Among so many rows the heads are looked for."""

_FIELDS = frozenset(ListRow.model_fields) - {"place", "text", "synthetic"}


class Cells(NamedTuple):
    """One row of a table, and where it stands."""

    place: str
    cells: Sequence[str]

    @property
    def text(self) -> str:
        """The row in one line."""
        return " | ".join(cell for cell in self.cells if cell)


def read_table(
    table: Iterable[Cells],
    words: ListWords,
    *,
    country: str | None = None,
    titles: Sequence[str] = (),
) -> ListSheet | None:
    """Read a table; None where it is no list of labels.

    Columns are known by their heads or, where there are none, by what most of their cells are.
    `titles` stand over the table: they may say of which portfolio and level its rows are.
    """
    rows = [row for row in table if any(map(str.isalnum, row.text))]  # no lines of hyphens
    start, columns = _heads(rows, words)
    if columns is None:
        return None
    over = [*titles, *(cell for row in rows[: max(start - 1, 0)] for cell in row.cells if cell)]
    listed_on = stated_day(" ".join(row.text for row in rows[:start]))
    reader = _TableReader(columns, words, country, _width(rows, start))
    has_portfolio = "portfolio" in columns
    portfolios = (portfolio_heading(title, words, is_alone=not has_portfolio) for title in over)
    reader.portfolio = None if has_portfolio else next(filter(None, portfolios), None)
    level = next(filter(None, map(level_heading, over)), None)
    reader.notes += _not_read(rows, start, columns)
    for row in rows[start:]:
        reader.take(row)
    if count := reader.repeated_heads:
        reader.notes.append(
            ngettext(
                "{count} row repeats the heads, and was not read",
                "{count} rows repeat the heads, and were not read",
                count,
            )
        )
    return ListSheet(
        rows=tuple(reader.rows),
        rejected=tuple(reader.rejected),
        notes=tuple(reader.notes),
        listed_on=listed_on,
        has_dates="valid_until" in columns,
        level=level,
    )


def _heads(rows: Sequence[Cells], words: ListWords) -> tuple[int, dict[str, int] | None]:
    for index, row in enumerate(rows[:_SEARCHED]):
        columns = columns_of(row.cells)
        if columns is not None:
            return index + 1, columns
    return 0, _guessed(rows, words)


def _width(rows: Sequence[Cells], start: int) -> int:
    """Give how many cells a row has: as many as there are heads, else as most rows have."""
    if start:
        return _filled(rows[start - 1])
    return Counter(_filled(row) for row in rows).most_common(1)[0][0]


def _filled(row: Cells) -> int:
    return max((place + 1 for place, cell in enumerate(row.cells) if cell.strip()), default=0)


def _not_read(rows: Sequence[Cells], start: int, columns: dict[str, int]) -> Iterator[str]:
    """Name the columns with anything in them of which nothing is known: they are left out."""
    known = set(columns.values())
    heads = rows[start - 1].cells if start else ()
    for place in range(max(map(_filled, rows), default=0)):
        cells = [row.cells[place].strip() for row in rows[start:] if place < len(row.cells)]
        count = sum(map(bool, cells))
        if place in known or not count or (not start and count * 2 <= len(cells)):
            continue
        head = heads[place].strip() if place < len(heads) else ""
        example = next(filter(None, cells))[:60]
        if head:
            yield gettext(
                "the column {head} is not read (it begins with {example})",
                head=repr(head),
                example=repr(example),
            )
        else:
            yield gettext(
                "column {number} is not read (it begins with {example})",
                number=place + 1,
                example=repr(example),
            )


def _guessed(rows: Sequence[Cells], words: ListWords) -> dict[str, int] | None:
    """Tell columns by their cells: portfolios, days, addresses, and the first other text a name."""
    width = max((len(row.cells) for row in rows), default=0)
    found: dict[str, int] = {}
    for place in range(width):
        cells = [row.cells[place].strip() for row in rows if place < len(row.cells)]
        cells = [cell for cell in cells if cell]
        kinds = {
            "portfolio": sum(words.portfolio(cell) is not None for cell in cells),
            "valid_until": sum(
                read_day(cell, words.months, order="dmy", whole_month="last").day is not None
                for cell in cells
                if any(map(str.isdigit, cell))
            ),
            "website": sum(read_website(cell)[0] is not None for cell in cells),
            "country": sum(words.country(cell) is not None for cell in cells),
        }
        kind = max(kinds, key=lambda candidate: kinds[candidate])
        if cells and kinds[kind] * 2 > len(cells):
            found.setdefault(kind, place)
        elif cells:
            found.setdefault("name", place)
    wanted: tuple[set[str], ...] = ({"name", "portfolio"}, {"name", "country", "valid_until"})
    return found if any(needed <= set(found) for needed in wanted) else None


def joined(sheets: Iterable[ListSheet]) -> ListSheet:
    """Give the tables of a file as one list."""
    every = list(sheets)
    return ListSheet(
        rows=tuple(row for sheet in every for row in sheet.rows),
        rejected=tuple(row for sheet in every for row in sheet.rejected),
        notes=tuple(note for sheet in every for note in sheet.notes),
        listed_on=next((sheet.listed_on for sheet in every if sheet.listed_on), None),
        has_dates=any(sheet.has_dates for sheet in every) if every else True,
        level=next((sheet.level for sheet in every if sheet.level), None),
    )


class _TableReader:
    """Takes rows one by one; a row with a country and nothing else heads those after it."""

    def __init__(
        self, columns: dict[str, int], words: ListWords, country: str | None, width: int
    ) -> None:
        self.rows: list[ListRow] = []
        self.rejected: list[RejectedRow] = []
        self.notes: list[str] = []
        self.repeated_heads = 0
        self._columns = columns
        self._words = words
        self._country = country
        self.portfolio: str | None = None
        """That of a title or a heading, where no column has it."""
        self._level: str | None = None
        self._width = max(width, max(columns.values()) + 1)

    def take(self, line: Cells) -> None:
        """Take a row in: as a heading, repeated heads, a row, words that are none, or a fault."""
        said = [cell.strip() for cell in line.cells if cell.strip()]
        if len(said) == 1 and (country := country_alone(said[0], self._words)):
            self._country = country
            return
        if len(said) == 1 and self._takes_heading(said[0]):
            return
        if columns_of(line.cells) is not None:
            self.repeated_heads += 1
            return
        fields = {
            column: line.cells[place].strip()
            for column, place in self._columns.items()
            if column in _FIELDS and place < len(line.cells)
        }
        row = ListRow(
            place=self._said(line, "place") or line.place,
            text=self._said(line, "text") or line.text,
            synthetic=self._said(line, "synthetic").casefold() in ("yes", "true", "1"),
            **{name: text or None for name, text in fields.items()},
        )
        stated = {"country": self._country, "portfolio": self.portfolio, "level": self._level}
        lacks = {name: said for name, said in stated.items() if said and not getattr(row, name)}
        if lacks:
            row = row.model_copy(update=lacks)
        more = [cell for cell in line.cells[self._width :] if cell.strip()]
        has_portfolio = row.portfolio and self._words.portfolio(row.portfolio)
        if is_total(line.cells, TOTALS) and not (has_portfolio and row.valid_until):
            self.notes.append(
                gettext(
                    "{place}: a sum, which was not read: {text}",
                    place=shown_place(line.place),
                    text=line.text[:200],
                )
            )
        elif len(said) == 1 and len(self._columns) > 2:
            self.notes.append(
                gettext(
                    "{place}: left out, because it is not a row: {text}",
                    place=shown_place(line.place),
                    text=said[0][:200],
                )
            )
        elif more and len(line.cells) > self._width:
            reason = ngettext(
                "it has {count} cell, but the columns are {heads}: a separator in a name "
                "needs quotation marks",
                "it has {count} cells, but the columns are {heads}: a separator in a name "
                "needs quotation marks",
                len(line.cells),
                heads=self._width,
            )
            self.rejected.append(
                RejectedRow(row=ListRow(place=row.place, text=row.text), reason=reason)
            )
        else:
            self.rows.append(row)

    def _takes_heading(self, text: str) -> bool:
        """Take what a row with one cell says of those below it: their portfolio, or their level."""
        has_portfolio = "portfolio" in self._columns
        portfolio = portfolio_heading(text, self._words, is_alone=not has_portfolio)
        level = level_heading(text)
        if portfolio and not has_portfolio:
            self.portfolio = portfolio
        elif level and "level" not in self._columns:
            self._level = level
        else:
            return False
        return True

    def _said(self, line: Cells, column: str) -> str:
        place = self._columns.get(column)
        return line.cells[place].strip() if place is not None and place < len(line.cells) else ""
