"""The field of a grid: items rated on one scale, a line for each."""

from __future__ import annotations

import json

from textual.app import ComposeResult

from assess.core.case.question_state import QuestionState
from assess.core.case.reading.outcome import Reading
from assess.core.case.reading.question_parts import kept_texts
from assess.core.catalogue.question import GridQuestion
from assess.languages import ngettext
from assess.tui.case.fields.field import Field
from assess.tui.case.fields.grid_lines import Grid


class GridField(Field):
    """Levels by item; they are an answer once every item has one."""

    def __init__(self, posed: QuestionState, question: GridQuestion) -> None:
        """Show a question as it stands."""
        super().__init__(posed)
        self._grid = Grid(question)
        self._grid.levels = self._shown()
        self._told = self.text

    def compose(self) -> ComposeResult:
        """Lay out the grid."""
        yield self._grid

    @property
    def entrance(self) -> Grid:
        """Where the focus goes first."""
        return self._grid

    @property
    def text(self) -> str:
        """The levels by item, as a JSON object of texts."""
        levels = {name: str(level) for name, level in self._ordered().items()}
        return json.dumps(levels) if levels else ""

    def meaning(self) -> Reading:
        """Tell what the levels mean together."""
        missing = len(self._grid.question.parts) - len(self._grid.levels)
        if missing:
            return Reading(
                fault=ngettext(
                    "not complete yet: {count} left to rate",
                    "not complete yet: {count} left to rate",
                    missing,
                )
            )
        return Reading(value=dict(self._ordered()))

    def display_state(self) -> None:
        """Show the draft, or else the answer."""
        self._grid.levels = self._shown()
        self._grid.refresh(layout=True)

    def _ordered(self) -> dict[str, int]:
        levels = self._grid.levels
        return {name: levels[name] for name in self._grid.question.part_names if name in levels}

    def _shown(self) -> dict[str, int]:
        question = self._grid.question
        if self.posed.draft is not None:
            texts = kept_texts(self.posed.draft, question.part_names)
            return {
                name: int(text)
                for name, text in texts.items()
                if text.isdecimal() and int(text) <= question.top_level
            }
        value = self.posed.value
        held = value if isinstance(value, dict) else {}
        return {name: level for name, level in held.items() if isinstance(level, int)}

    def on_grid_rated(self, event: Grid.Rated) -> None:
        """Give the answer when it is whole, else keep what there is."""
        event.stop()
        if not self.text or self.meaning().value is not None:
            self.tell()
        else:
            self.told_typing()

    def enter(self) -> bool:
        """Go to the next item, if there is one."""
        return self._grid.to_next_row()
