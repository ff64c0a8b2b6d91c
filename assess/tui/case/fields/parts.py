"""The field of shares and counts: a row for each part, and how far they have come."""

from __future__ import annotations

import json

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.events import DescendantFocus
from textual.widgets import Static

from assess.core.case.question_state import QuestionState
from assess.core.case.reading.outcome import Reading
from assess.core.case.reading.question_parts import TypedParts, kept_texts, read_parts
from assess.core.catalogue.question import CountsQuestion, SharesQuestion
from assess.core.text.number_text import show_exactly
from assess.core.text.visible import visible
from assess.languages import gettext
from assess.languages.message import asked, say
from assess.tui.case.fields.field import Field
from assess.tui.frame.keys import bound
from assess.tui.widgets.revealing import reveal
from assess.tui.widgets.text_input import Line


class PartsField(Field):
    """Numbers by part; the row under the focus is typed in, the sum runs along."""

    BINDINGS = [
        bound("up", "move(-1)", gettext("Part above")),
        bound("down", "move(1)", gettext("Part below")),
    ]

    def __init__(self, posed: QuestionState, question: SharesQuestion | CountsQuestion) -> None:
        """Show a question as it stands."""
        super().__init__(posed)
        self.question = question
        texts = self._shown()
        self._lines = {name: Line(texts.get(name, "")) for name in question.part_names}
        typed = self._read()
        self._echoes = {
            name: Static(self._echoed(name, typed), classes="part-echo", markup=False)
            for name in question.part_names
        }
        self._sum = Static(_summed(typed), classes="running", markup=False)
        self._told = self.text

    def compose(self) -> ComposeResult:
        """Lay out the rows."""
        for part in self.question.parts:
            yield Static(asked(part.label), classes="part-label", markup=False)
            yield self._lines[part.name]
            yield self._echoes[part.name]
        yield Static()
        yield self._sum

    @property
    def entrance(self) -> Line:
        """The first part that is still blank, or the first of all."""
        lines = list(self._lines.values())
        return next((line for line in lines if not line.value.strip()), lines[0])

    @property
    def text(self) -> str:
        """What is typed by part, as a JSON object."""
        texts = {name: line.value for name, line in self._lines.items() if line.value.strip()}
        return json.dumps(texts, ensure_ascii=False) if texts else ""

    def meaning(self) -> Reading:
        """Tell what the typed parts mean together."""
        typed = self._read()
        if typed.faults:
            return Reading(fault="; ".join(map(say, typed.faults.values())))
        if typed.value is None:
            blank = [
                asked(part.label).lower()
                for part in self.question.parts
                if not self._lines[part.name].value.strip()
            ]
            few = ", ".join(blank[:3]) + (" …" if len(blank) > 3 else "")
            return Reading(
                fault=gettext(
                    "not complete yet: {parts} left empty; type 0 if there is none", parts=few
                )
            )
        return Reading(value=typed.value)

    def display_state(self) -> None:
        """Show the draft, or else the answer."""
        texts = self._shown()
        with self.prevent(Line.Changed):
            for name, line in self._lines.items():
                line.value = texts.get(name, "")
        self._show_echoes()

    def show(self, posed: QuestionState) -> None:
        """Show the question as it stands now; parts that could only be 0 are filled in."""
        is_new = posed.value != self.posed.value
        super().show(posed)
        if is_new and isinstance(posed.value, dict):
            with self.prevent(Line.Changed):
                for name in self._read().implied:
                    self._lines[name].value = "0"
            self._told = self.text
        self._show_echoes()

    def step(self) -> bool:
        """Go to the next part."""
        return self.action_move(1)

    def action_move(self, by: int) -> bool:
        """Go to the part above or below; tells whether there is one."""
        lines = list(self._lines.values())
        at = next((at for at, line in enumerate(lines) if line.has_focus), 0) + by
        if not 0 <= at < len(lines):
            return False
        self.screen.set_focus(lines[at])
        return True

    def _read(self) -> TypedParts:
        texts = {name: line.value for name, line in self._lines.items()}
        return read_parts(self.question, texts, self.posed.assessment)

    def _shown(self) -> dict[str, str]:
        if self.posed.draft is not None:
            return kept_texts(self.posed.draft, self.question.part_names)
        value = self.posed.value
        return (
            {
                name: show_exactly(number)
                for name, number in value.items()
                if isinstance(number, int | float)
            }
            if isinstance(value, dict)
            else {}
        )

    def _show_echoes(self) -> None:
        typed = self._read()
        for name, echo in self._echoes.items():
            echo.update(self._echoed(name, typed), layout=False)
        self._sum.update(_summed(typed), layout=False)

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """Keep all parts and their sum in sight, the row that is typed in above all."""
        reveal(self)
        reveal(event.widget)

    def _echoed(self, name: str, typed: TypedParts) -> Content:
        unit = "%" if isinstance(self.question, SharesQuestion) else ""
        if fault := typed.faults.get(name):
            return Content.styled(f"! {visible(say(fault))}", "$warning")
        if name in typed.implied:
            return Content.styled(f"{unit}  = 0".lstrip(), "$text-muted")
        if echo := typed.echoes.get(name):
            said = say(echo)
            return Content.assemble(unit, (f"  = {said}" if unit else f"= {said}", "$accent"))
        return Content(unit)

    @on(Line.Changed)
    def _typed(self, event: Line.Changed) -> None:
        event.stop()
        self._show_echoes()
        self.told_typing()


def _summed(typed: TypedParts) -> Content:
    return Content.styled(say(typed.running or ""), "$accent")
