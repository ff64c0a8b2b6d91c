"""The layouts of tables that hold cases of several editions of the catalogue."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from assess.core.catalogue.catalogue import Catalogue
from assess.core.questionnaire.message import TableMessage
from assess.core.questionnaire.questionnaire import FormSpeech
from assess.core.questionnaire.table import TableColumn, TableLayout, code_rows
from assess.core.text.message import message


class EditionLayouts:
    """One layout for each edition; a table has the columns of the first, then what others add."""

    def __init__(self, catalogues: Iterable[Catalogue], speech: FormSpeech) -> None:
        """Lay out the editions, the one in use first."""
        self.speech = speech
        self._layouts = {catalogue: TableLayout(catalogue, speech) for catalogue in catalogues}

    @property
    def all(self) -> tuple[TableLayout, ...]:
        """Every layout, the first one first."""
        return tuple(self._layouts.values())

    @property
    def first(self) -> TableLayout:
        """The layout of the first edition."""
        return self.all[0]

    def of(self, catalogue: Catalogue) -> TableLayout:
        """Give the layout of an edition."""
        if catalogue not in self._layouts:
            self._layouts[catalogue] = TableLayout(catalogue, self.speech)
        return self._layouts[catalogue]

    @property
    def columns(self) -> tuple[TableColumn, ...]:
        """The columns of all editions, each name once."""
        found: dict[str, TableColumn] = {}
        for layout in self.all:
            for column in layout.columns:
                found.setdefault(column.name, column)
        return tuple(found.values())

    def code_rows(self) -> Iterator[tuple[str, ...]]:
        """Give the code book of the table; what another edition says otherwise bears its id."""
        said: set[tuple[str, ...]] = set()
        for layout in self.all:
            for row in code_rows(layout):
                if row not in said:
                    said.add(row)
                    yield row if layout is self.first else self._marked(row, layout)

    def _marked(self, row: tuple[str, ...], layout: TableLayout) -> tuple[str, ...]:
        name, label, kind, unit, code, meaning = row
        edition = layout.catalogue.edition.id

        def marked(text: str) -> str:
            said = message(TableMessage.OF_EDITION, edition=edition, text=text)
            return self.speech.say(said) if text else ""

        return name, marked(label), kind, unit, code, marked(meaning)
