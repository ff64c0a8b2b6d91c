"""The field of one typed line: numbers, months and addresses, with the reading beside it."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from assess.core.case.question_state import QuestionState
from assess.core.catalogue.question import (
    DecimalQuestion,
    IntegerQuestion,
    MonthQuestion,
    Question,
    UrlQuestion,
)
from assess.core.text.number_text import show_exactly
from assess.core.text.visible import visible
from assess.languages import gettext
from assess.languages.message import asked, say
from assess.tui.case.fields.field import Field
from assess.tui.widgets.text_input import Line
from assess.tui.widgets.wrapping import wrapped


class LineField(Field):
    """A number with its unit, a month or an address."""

    def __init__(self, posed: QuestionState) -> None:
        """Show a question as it stands."""
        super().__init__(posed, "-address" if isinstance(posed.question, UrlQuestion) else "-short")
        self._line = Line(self._shown())
        self._echo = Static(self._echoed(), classes="echo", markup=False)
        self._told = self.text

    def compose(self) -> ComposeResult:
        """Lay out line and echo."""
        yield self._line
        yield self._echo

    @property
    def entrance(self) -> Line:
        """Where the focus goes first."""
        return self._line

    @property
    def text(self) -> str:
        """What is typed."""
        return self._line.value if self._line.value.strip() else ""

    def show(self, posed: QuestionState) -> None:
        """Show the question as it stands now, an address as it was completed."""
        is_given = posed.value != self.posed.value
        super().show(posed)
        if is_given and isinstance(posed.question, UrlQuestion) and posed.draft is None:
            self.reset()

    def display_state(self) -> None:
        """Show the draft, or else the answer."""
        with self.prevent(Line.Changed):
            self._line.value = self._shown()
        self._show_echo()

    def _shown(self) -> str:
        if self.posed.draft is not None:
            return self.posed.draft
        value = self.posed.value
        if value is None:
            return ""
        if isinstance(value, int | float) and not isinstance(value, bool):
            return show_exactly(value)
        return str(value)

    def _echoed(self) -> Content:
        question = self.posed.question
        unit = ""
        if isinstance(question, IntegerQuestion | DecimalQuestion):
            unit = asked(question.unit)
        parts: list[tuple[str, str]] = [(unit, "")] if unit else []
        if not self.text and (hint := _hint(question)):
            parts.append((f"  {hint}", "$text-muted"))
        if self.text:
            reading = self.posed.read(self.text)
            echo = say(reading.echo)
            if reading.value is not None and echo != self.text.strip():
                parts.append((f"  = {visible(echo)}", "$accent"))
            elif reading.fault and not any(sign.isdecimal() for sign in self.text):
                said = gettext("not a number · Esc leaves the field")
                parts.append((f"  {said}", "$warning"))
            elif reading.fault:
                parts.append(("  …", "$text-muted"))
        return Content.assemble(*parts)

    def _show_echo(self) -> None:
        """Show the reading; only where it needs other lines than before is all laid out anew."""
        echo, width = self._echoed(), self._echo.content_size.width
        lines = len(wrapped(echo, width)) if width else 1
        self._echo.update(echo, layout=lines != self._echo.content_size.height)

    @on(Line.Changed)
    def _typed(self, event: Line.Changed) -> None:
        event.stop()
        self._show_echo()
        self.told_typing()


def _hint(question: Question) -> str:
    """Say how an answer is written, as an example."""
    match question:
        case MonthQuestion():
            return gettext("such as 2009-05")
        case IntegerQuestion():
            return gettext("such as 12")
        case DecimalQuestion():
            return gettext("such as 2.5")
        case UrlQuestion():
            return gettext("such as www.example.org")
        case _:
            return ""
