"""The card of one indicator: why it is asked, its questions, what follows from the answers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from textual import events
from textual.app import ComposeResult
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Static

from assess.core.case.question_state import QuestionState
from assess.core.scoring.score import Score
from assess.languages import gettext
from assess.tui.case.card.derived_values import DerivedValues
from assess.tui.case.card.question import Question
from assess.tui.case.card.question_stack import QuestionStack
from assess.tui.frame.keys import MOVING
from assess.tui.widgets.reading import ReadingPane
from assess.tui.widgets.wrapping import with_end_below


class Card(NamedTuple):
    """Everything that the card of an indicator shows."""

    number: int
    title: str
    area: str
    """The letter of its area."""
    why: str
    questions: tuple[QuestionState, ...]
    scores: tuple[Score, ...]
    """The measures that follow from the answers without being one of them."""
    remark: str | None = None
    """What is to say about the card as a whole."""
    language: str = ""
    """The name of the language in which it is shown, where that is not the screen's."""


class CardTitle(Widget):
    """The number and title of the indicator, in sight however far its card is scrolled."""

    number: reactive[Content] = reactive(Content, layout=True)
    title: reactive[Content] = reactive(Content, layout=True)
    is_typing: reactive[bool] = reactive(default=False, layout=True)
    """Whether letters are typed into a field; otherwise they are keys."""

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Take as many lines as the title needs."""
        return self._drawn(width).plain.count("\n") + 1

    def render(self) -> Content:
        """Draw the title, with what letters do at the end of its last line."""
        return self._drawn(self.content_size.width)

    def _drawn(self, width: int) -> Content:
        mode = Content.styled(
            gettext("letters are text, Esc for commands")
            if self.is_typing
            else gettext("letters are commands"),
            "bold $accent" if self.is_typing else "$text-muted",
        )
        return with_end_below(self.number, self.title, mode, width)


class IndicatorCard(ReadingPane, can_focus=True):
    """One indicator; it takes the focus itself, so that single keys work."""

    class Unheard(Message):
        """A key was typed that is meant for a field, and no field has the focus."""

        def __init__(self, key: events.Key) -> None:
            super().__init__()
            self.key = key

    def __init__(self, title: CardTitle) -> None:
        """Begin without an indicator; `title` is the line above that says which it is."""
        super().__init__()
        self._title = title
        self._head = Static(classes="card-head", markup=False)
        self._stack = QuestionStack(0, (), None)
        self._ahead: QuestionStack | None = None
        """The questions of an indicator that will probably be next, built and not shown."""
        self._derived = DerivedValues()

    def compose(self) -> ComposeResult:
        """Lay out the card."""
        yield self._head
        yield self._stack
        yield self._derived

    def on_key(self, event: events.Key) -> None:
        """Tell of what is typed beside the fields; single keys never come here."""
        is_moving = any(event.key in meaning.keys for meaning in MOVING.values())
        if self.has_focus and event.is_printable and not is_moving:
            self.post_message(self.Unheard(event))

    async def lay(self, card: Card, first: str | None) -> None:
        """Lay another card; the question to begin with is built first, the others after it."""
        self.screen.set_focus(None)  # or the focus would wander while the old card goes
        self._title.number = Content.assemble(
            (f"{card.area} ", "$text-muted"), (f"{card.number}  ", "bold $accent")
        )
        language = f"  [{card.language}]" if card.language else ""
        self._title.title = Content.assemble((card.title, "bold"), (language, "$text-muted"))
        self._head.update(_headed(card))
        old, ahead = self._stack, self._ahead
        old.display = False
        self.call_after_refresh(old.remove)
        if ahead is not None and ahead.number == card.number:
            self._ahead = None
            self._stack = ahead
            ahead.show(card.questions)
            ahead.mark(first)
            ahead.display = True
        else:
            self._stack = QuestionStack(card.number, card.questions, first)
            await self.mount(self._stack, after=self._head)
            self.call_after_refresh(self._stack.complete)
        self._derived.bind(card.scores)
        self.scroll_home(animate=False, immediate=True)

    async def prepare(self, number: int, questions: Sequence[QuestionState]) -> None:
        """Build the questions of the card that will probably be next."""
        before = self._ahead
        if before is not None and before.number == number:
            return
        stack = QuestionStack(number, questions, None, at_once=len(questions))
        stack.display = False
        await self.mount(stack, after=self._head)
        self._ahead = stack
        if before is not None:
            before.remove()

    def forget(self) -> None:
        """Forget the questions that were built ahead."""
        if self._ahead is not None:
            self._ahead.remove()
            self._ahead = None

    async def complete(self) -> None:
        """Have every question of this card built."""
        await self._stack.complete()

    def bind(self, questions: Iterable[QuestionState], scores: Sequence[Score]) -> None:
        """Show how questions and derived values stand now."""
        self._stack.show(questions)
        self._derived.bind(scores)

    def question(self, name: str) -> Question | None:
        """Give the widget of a question on this card."""
        return self._stack.by_name.get(name)

    @property
    def questions(self) -> tuple[Question, ...]:
        """The questions on this card, in order."""
        return tuple(self._stack.by_name.values())

    def mark(self, name: str | None) -> None:
        """Mark the question to which single keys apply."""
        self._stack.mark(name)


def _headed(card: Card) -> Content:
    parts = [(card.why, "$text-muted")]
    if card.remark:
        parts.append((f"\n\n{card.remark}", ""))
    return Content.assemble(*parts)
