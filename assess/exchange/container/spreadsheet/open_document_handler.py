"""What the elements of a spreadsheet of OpenDocument say, one after the other."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING
from xml.sax.handler import ContentHandler

from assess.core.questionnaire.returned_form import text_of
from assess.errors import Refused
from assess.exchange.container.spreadsheet.cell_name import cell_name
from assess.exchange.container.spreadsheet.guard import Limits
from assess.exchange.container.spreadsheet.sheet import Cell, Place, ReadSheet, comment_text
from assess.exchange.container.spreadsheet.too_many import demand_few_cells
from assess.languages import gettext

if TYPE_CHECKING:
    from xml.sax.xmlreader import AttributesNSImpl

_DEEPEST = 200
_MOST_TEXT = 1_000_000
_PARAGRAPHS = frozenset(("p", "h"))
_SHAPES = frozenset(("frame", "custom-shape", "rect", "ellipse", "line", "caption", "polygon"))
_ERRORS = ("#", "Err:")
_SPACE, _TAB, _BREAK = "\x00", "\x01", "\x02"
"""What stands for spaces that are meant: others are of the XML, and many count as one."""
_MEANT = str.maketrans({_SPACE: " ", _TAB: "\t", _BREAK: "\n"})


class Enough(Exception):
    """As many sheets were read as are wanted."""


class Handler(ContentHandler):
    """Gathers sheets; elements are known by their names without the prefix of a namespace."""

    def __init__(self, name: str, limits: Limits) -> None:
        super().__init__()
        self.sheets: list[ReadSheet] = []
        self._name, self._limits = name, limits
        self._depth = self._cells = 0
        self._style = ""
        self._struck: set[str] = set()
        self._hidden_tables: set[str] = set()
        self._table: _Table | None = None
        self._skipped = 0
        """How deep within what is no text of a cell: who noted something, and when."""

    def startElementNS(  # noqa: N802  as SAX calls it
        self, name: tuple[str | None, str], qname: str | None, attrs: AttributesNSImpl
    ) -> None:
        """Take the start of an element."""
        del qname
        self._depth += 1
        if self._depth > _DEEPEST:
            raise Refused(
                gettext("{name} is nested deeper than any spreadsheet.", name=self._name), ()
            )
        kind = name[1]
        said = {key[1]: str(value) for key, value in attrs.items()}
        if self._skipped or kind in ("creator", "date", "date-string", "tracked-changes"):
            self._skipped += 1
        elif kind == "style":
            self._style = said.get("name", "")
        elif kind == "text-properties" and said.get("text-line-through-style", "none") != "none":
            self._struck.add(self._style)
        elif kind == "table-properties" and said.get("display") == "false":
            self._hidden_tables.add(self._style)
        elif kind == "table" and self._table is None:
            is_hidden = said.get("style-name") in self._hidden_tables
            self._table = _Table(said.get("name", ""), self._limits, is_hidden=is_hidden)
        elif self._table is not None:
            self._table.start(kind, said, self._struck)

    def endElementNS(self, name: tuple[str | None, str], qname: str | None) -> None:  # noqa: N802
        """Take the end of an element."""
        del qname
        self._depth -= 1
        if self._skipped:
            self._skipped -= 1
            return
        table = self._table
        if table is None:
            return
        before = table.count
        if name[1] == "table" and not table.depth:
            self.sheets.append(table.sheet())
            self._table = None
        else:
            table.end(name[1])
        self._cells += table.count - before
        demand_few_cells(self._cells, self._name)

    def characters(self, content: str) -> None:
        """Take text in."""
        if self._table is not None and not self._skipped:
            self._table.text(content)


class _Table:
    """One sheet while it is read."""

    def __init__(self, name: str, limits: Limits, *, is_hidden: bool) -> None:
        self.depth = self.count = 0
        self._name, self._limits, self._is_hidden = name, limits, is_hidden
        self._rows: dict[int, dict[int, Cell]] = {}
        self._merged: list[str] = []
        self._comments: dict[Place, str] = {}
        self._links: dict[Place, str] = {}
        self._beside: list[str] = []
        self._hidden_rows: set[int] = set()
        self._hidden_columns: set[int] = set()
        self._row = self._column = self._columns = 0
        self._repeated_rows = 1
        self._found: dict[int, Cell] = {}
        self._cell: Mapping[str, str] | None = None
        self._is_struck = self._is_cut = False
        self._texts: dict[str, list[str]] = {}
        self._where = ["cell"]
        self._length = 0

    def start(self, kind: str, said: Mapping[str, str], struck: set[str]) -> None:
        """Take the start of an element within the sheet."""
        match kind:
            case "table":
                self.depth += 1
            case "table-column":
                count = _count(said, "number-columns-repeated")
                if said.get("visibility", "visible") != "visible":
                    last = min(self._columns + count, self._limits.columns)
                    self._hidden_columns.update(range(self._columns, last))
                self._columns += count
            case "table-row":
                self._repeated_rows = _count(said, "number-rows-repeated")
                self._column, self._found = 0, {}
                if said.get("visibility", "visible") != "visible":
                    last = min(self._row + self._repeated_rows, self._limits.rows)
                    self._hidden_rows.update(range(self._row, last))
            case "table-cell" | "covered-table-cell":
                self._cell, self._texts = said, {}
                self._is_struck = said.get("style-name") in struck
            case _:
                self._start_content(kind, said)

    def _start_content(self, kind: str, said: Mapping[str, str]) -> None:
        match kind:
            case "annotation":
                self._where.append("annotation")
            case _ if kind in _SHAPES:
                self._where.append("shape")
            case "image" if self._where[-1] == "shape":
                self._beside.append(gettext("pictures ({count})", count=1))
            case "object" | "object-ole":
                self._beside.append(gettext("an embedded file ({name})", name=said.get("href", "")))
            case "s":
                self.text(_SPACE * min(_count(said, "c"), 1000))
            case "tab" | "line-break":
                self.text(_TAB if kind == "tab" else _BREAK)
            case "a" if said.get("href", "").startswith(("http://", "https://")):
                self._links[self._row, self._column] = said["href"]
            case _ if kind in _PARAGRAPHS:
                self._texts.setdefault(self._where[-1], []).append("")

    def end(self, kind: str) -> None:
        """Take the end of an element within the sheet."""
        match kind:
            case "table":
                self.depth -= 1
            case "table-row":
                self._end_row()
            case "table-cell" | "covered-table-cell":
                self._end_cell()
            case "annotation" if len(self._where) > 1:
                self._where.pop()
                text = comment_text(self._lines("annotation"))
                if text:
                    self._comments[self._row, self._column] = text
            case _ if kind in _SHAPES and len(self._where) > 1:
                self._where.pop()
                text = self._lines("shape").strip()
                if text:
                    self._beside.append(gettext("a text box: {text}", text=text))

    def text(self, content: str) -> None:
        """Take text in, where a paragraph is open."""
        found = self._texts.get(self._where[-1])
        self._length += len(content)
        if found and self._length < 64 * _MOST_TEXT and len(found[-1]) < _MOST_TEXT:
            found[-1] += content

    def _lines(self, where: str) -> str:
        lines = (" ".join(text.split()).translate(_MEANT) for text in self._texts.pop(where, ()))
        return "\n".join(lines)

    def _end_cell(self) -> None:
        said = self._cell
        if said is None:
            return
        self._cell = None
        repeated = _count(said, "number-columns-repeated")
        if self._row < self._limits.rows and self._column < self._limits.columns:
            cell = self._valued(said)
            if cell is not None:
                last = min(self._column + repeated, self._limits.columns)
                for column in range(self._column, last):
                    place = f"{self._name} {cell_name(self._row, column)}"
                    self._found[column] = cell._replace(place=place)
            self._merge(said)
        self._column += repeated

    def _merge(self, said: Mapping[str, str]) -> None:
        down = _count(said, "number-rows-spanned")
        across = _count(said, "number-columns-spanned")
        if (down > 1 or across > 1) and len(self._merged) < self._limits.rows:
            last = cell_name(
                min(self._row + down, self._limits.rows) - 1,
                min(self._column + across, self._limits.columns) - 1,
            )
            self._merged.append(f"{cell_name(self._row, self._column)}:{last}")

    def _end_row(self) -> None:
        found, self._found = self._found, {}
        if found:
            self._is_cut = self._is_cut or self._row + self._repeated_rows > self._limits.rows
            for row in range(self._row, min(self._row + self._repeated_rows, self._limits.rows)):
                self._rows[row] = {
                    column: cell._replace(place=f"{self._name} {cell_name(row, column)}")
                    for column, cell in found.items()
                }
                self.count += len(found)
                demand_few_cells(self.count, self._name)
        self._row += self._repeated_rows

    def _valued(self, said: Mapping[str, str]) -> Cell | None:
        shown = self._lines("cell").strip("\n")
        is_formula = "formula" in said
        cell = Cell(shown, "", is_formula, is_struck=self._is_struck)
        kind = said.get("value-type", "")
        if is_formula and shown.startswith(_ERRORS):
            return cell._replace(fault=gettext("the cell shows {value}", value=shown))
        if kind in ("float", "currency", "percentage"):
            return cell._replace(text=_number(said.get("value", ""), shown, kind))
        if kind == "date":
            return cell._replace(text=said.get("date-value", shown)[:10], is_day=True)
        if kind == "boolean":
            return cell._replace(text="yes" if said.get("boolean-value") == "true" else "no")
        text = shown or said.get("string-value", "")
        return cell._replace(text=text) if text.strip() else None

    def sheet(self) -> ReadSheet:
        """Give what was read."""
        return ReadSheet(
            self._name,
            self._rows,
            tuple(self._merged),
            is_cut=self._is_cut,
            is_hidden=self._is_hidden,
            hidden_rows=frozenset(self._hidden_rows),
            hidden_columns=frozenset(self._hidden_columns),
            comments=self._comments,
            beside=tuple(self._beside),
            links=self._links,
        )


def _count(said: Mapping[str, str], name: str) -> int:
    text = said.get(name, "1")
    return max(1, int(text)) if text.isdecimal() and len(text) < 9 else 1


def _number(value: str, shown: str, kind: str) -> str:
    try:
        number = float(value)
    except ValueError:
        return shown
    if number in (float("inf"), float("-inf")) or number != number:  # noqa: PLR0124  not a number
        return shown
    if kind == "percentage":
        return f"{text_of(float(f'{number * 100:.12g}'))} %"
    return text_of(number)
