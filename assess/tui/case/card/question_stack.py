"""The questions of one indicator, one below another; built in parts, or ahead of time."""

from __future__ import annotations

from collections.abc import Iterable

from textual.containers import Vertical

from assess.core.case.question_state import QuestionState
from assess.tui.case.card.question import Question

AT_ONCE = 2
"""How many questions are built before the first paint of a card; the others follow it."""


class QuestionStack(Vertical):
    """Holds the questions; those that are not built at once are added by `complete`."""

    def __init__(
        self,
        number: int,
        posed: Iterable[QuestionState],
        first: str | None,
        *,
        at_once: int = AT_ONCE,
    ) -> None:
        """Put questions, all of them or those up to `first` and at least so many."""
        self.number = number
        self.by_name = {
            question.name: Question(question, is_current=question.name == first)
            for question in posed
        }
        questions = list(self.by_name.values())
        at = list(self.by_name).index(first) + 1 if first in self.by_name else 0
        count = max(at_once, at)
        self._rest = questions[count:]
        super().__init__(*questions[:count], classes="questions")

    async def complete(self) -> None:
        """Add the questions that are not there yet."""
        if self._rest and self.is_attached:
            rest, self._rest = self._rest, []
            await self.mount(*rest)

    def show(self, posed: Iterable[QuestionState]) -> None:
        """Show how the questions stand now."""
        for question in posed:
            self.by_name[question.name].show(question)

    def mark(self, name: str | None) -> None:
        """Mark the question to which single keys apply."""
        for question in self.by_name.values():
            question.set_class(question.posed.name == name, "-current")
