"""The card of one indicator: why it is asked, its questions, what follows from the answers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from assess.core.scoring import Score
from assess.tui.widgets.derived_values import DerivedValues
from assess.tui.widgets.posed import Posed
from assess.tui.widgets.question import Question

AT_ONCE = 2
"""How many questions are built before the first paint of a card; the others follow it."""


class Card(NamedTuple):
    """Everything that the card of an indicator shows."""

    number: int
    title: str
    area: str
    """The letter of its area."""
    why: str
    questions: tuple[Posed, ...]
    scores: tuple[Score, ...]
    """The measures that follow from the answers without being one of them."""
    remark: str | None = None
    """What is to say about the card as a whole."""


class IndicatorCard(VerticalScroll, can_focus=True):
    """One indicator; it takes the focus itself, so that single keys work."""

    def __init__(self) -> None:
        """Begin without an indicator."""
        super().__init__()
        self._questions: dict[str, Question] = {}
        self._rest: list[Question] = []
        self._head = Static(classes="card-head", markup=False)
        self._holder = Vertical(classes="questions")
        self._derived = DerivedValues()

    def compose(self) -> ComposeResult:
        """Lay out the card."""
        yield self._head
        yield self._holder
        yield self._derived

    async def lay(self, card: Card, first: str | None) -> None:
        """Lay another card; the question to begin with is built first, the others after it."""
        self.screen.set_focus(None)  # or the focus would wander while the old card goes
        old = self._holder
        questions = {
            posed.name: Question(posed, is_current=posed.name == first) for posed in card.questions
        }
        at = list(questions).index(first) if first in questions else 0
        self._questions = questions
        now = list(questions.values())[: max(AT_ONCE, at + 1)]
        self._rest = list(questions.values())[len(now) :]
        self._holder = Vertical(*now, classes="questions")
        await old.remove()
        await self.mount(self._holder, after=self._head)
        self._head.update(_headed(card))
        self.bind_scores(card.scores)
        self.scroll_home(animate=False)
        if self._rest:
            self.call_after_refresh(self._lay_rest, self._holder)

    def _lay_rest(self, holder: Vertical) -> None:
        if holder is self._holder and self._rest:
            rest, self._rest = self._rest, []
            holder.mount(*rest)

    def bind(self, questions: Iterable[Posed], scores: Sequence[Score]) -> None:
        """Show how questions and derived values stand now."""
        for posed in questions:
            self._questions[posed.name].show(posed)
        self.bind_scores(scores)

    def bind_scores(self, scores: Sequence[Score]) -> None:
        """Show the derived values."""
        self._derived.bind(scores)

    def question(self, name: str) -> Question | None:
        """Give the widget of a question on this card."""
        return self._questions.get(name)

    @property
    def questions(self) -> tuple[Question, ...]:
        """The questions on this card, in order."""
        return tuple(self._questions.values())

    def mark(self, name: str | None) -> None:
        """Mark the question to which single keys apply."""
        for question in self.questions:
            question.set_class(question.posed.name == name, "-current")


def _headed(card: Card) -> Content:
    parts = [
        (f"{card.area} ", "$text-muted"),
        (f"{card.number}  ", "bold $accent"),
        (card.title, "bold"),
        (f"\n{card.why}", "$text-muted"),
    ]
    if card.remark:
        parts.append((f"\n\n{card.remark}", ""))
    return Content.assemble(*parts)
