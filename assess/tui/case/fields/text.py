"""The field of free text: any length, any script."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult

from assess.core.case.question_state import QuestionState
from assess.core.case.reading.outcome import Reading
from assess.tui.case.fields.field import Field
from assess.tui.widgets.text_input import Page


class TextField(Field):
    """A text of several lines."""

    def __init__(self, posed: QuestionState) -> None:
        """Show a question as it stands."""
        super().__init__(posed)
        self._page = Page(self._shown())
        self._told = self.text

    def compose(self) -> ComposeResult:
        """Lay out the page."""
        yield self._page

    @property
    def entrance(self) -> Page:
        """Where the focus goes first."""
        return self._page

    @property
    def text(self) -> str:
        """What is typed."""
        text = self._page.text
        return text if text.strip() else ""

    def meaning(self) -> Reading:
        """A text means itself."""
        return Reading(value=self.text or None)

    def display_state(self) -> None:
        """Show the draft, or else the answer."""
        with self.prevent(Page.Changed):
            self._page.text = self._shown()

    def _shown(self) -> str:
        if self.posed.draft is not None:
            return self.posed.draft
        return str(self.posed.value) if self.posed.value is not None else ""

    @on(Page.Changed)
    def _typed(self, event: Page.Changed) -> None:
        event.stop()
        self.told_typing()
