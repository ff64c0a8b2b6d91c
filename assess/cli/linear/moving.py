"""Where the interview line by line goes: from part to part, question to question, indicator."""

from __future__ import annotations

from assess.cli.command.output import say
from assess.cli.linear import wording
from assess.cli.linear.saying import Saying
from assess.core.case.assessment import sources_of
from assess.core.catalogue.answer_status import Status
from assess.core.catalogue.indicator import Indicator
from assess.core.scoring.score import telling_scores
from assess.workflow.case import cases

PREFIX = "/"
"""What a command begins with; doubled, it is the beginning of an answer."""


class Moving(Saying):
    """Knows at which question the interview is, and goes on from there."""

    def put(self) -> None:
        """Put the question, in full."""
        self.held.visit(self.name)
        self.held.window.at(self.name)
        self.entry = self.new_entry()
        say()
        self.tell(wording.asked(self.held, self.name))
        if self.lines.is_typed and self.entry.begun:
            self.tell("The Up key brings it back into the line.")

    def go_to(self, name: str) -> None:
        """Go to a question."""
        self.wanted = None
        is_same = self.held.catalogue.indicator_of(name) is self.indicator
        self.name = name
        if not is_same:
            self.announce(self.indicator)
        if (why := self.held.put(name).not_asked) is not None:
            self.tell(f"{wording.place(name, self.held.catalogue)} is {why}.")
        self.put()

    def go_on(self) -> None:
        """Go to the next question that is asked; at its end, say what follows from an indicator."""
        names = list(self.held.catalogue.questions)
        left = self.indicator
        for name in names[names.index(self.name) + 1 :]:
            if self.held.catalogue.indicator_of(name) is not left:
                break
            if self._is_asked(name):
                self.go_to(name)
                return
            self.tell(
                f"{wording.place(name, self.held.catalogue)} is {self.held.put(name).not_asked}."
            )
        self.tell_results(left)
        self.to_indicator(left.number + 1)

    def to_indicator(self, number: int) -> None:
        """Go to an indicator by its number, to its first question that is open."""
        indicators = self.held.catalogue.indicators
        while 1 <= number <= len(indicators) and not indicators[number - 1].questions:
            say()
            self.announce(indicators[number - 1])
            self.tell_results(indicators[number - 1])
            number += 1
        if number > len(indicators):
            self._at_the_end()
            return
        names = [one.name for one in indicators[number - 1].questions if self._is_asked(one.name)]
        if not names:
            self.to_indicator(number + 1)
            return
        self.go_to(next((one for one in names if self.is_open(one)), names[0]))

    def go_back(self) -> None:
        """Go to the part or the question before."""
        if self.entry.back():
            return
        names = list(self.held.catalogue.questions)
        before = [one for one in names[: names.index(self.name)] if self._is_asked(one)]
        if before:
            self.go_to(before[-1])
        else:
            self.tell("This is the first question.")

    def clear(self) -> None:
        """Clear the part that is asked, or take the whole answer back."""
        if (draft := self.entry.clear()) is not None:
            self.held.keep(self.name, draft)
            self.tell("Cleared.")
            return
        before = self.held.assessment
        if self.held.answer(self.name).status is not Status.NOT_REACHED:
            self.said_back(before, self.held.set_status(self.name, Status.NOT_REACHED))
        self.held.forget(self.name)
        self.put()

    def is_open(self, name: str) -> bool:
        """Tell whether a question has no answer yet."""
        is_blank = self.held.answer(name).status in (Status.NOT_REACHED, Status.FOLLOW_UP)
        return self._is_asked(name) and (is_blank or name in self.held.typed.drafts)

    def _is_asked(self, name: str) -> bool:
        return self.held.put(name).not_asked is None

    def announce(self, indicator: Indicator) -> None:
        """Say which indicator begins."""
        say()
        self.tell(wording.heading(indicator, self.held.catalogue))
        if not indicator.questions:
            sources = sources_of(indicator, self.held.catalogue)
            numbers = dict.fromkeys(
                self.held.catalogue.indicator_of(one.name).number for one in sources
            )
            listed = ", ".join(map(str, numbers))
            self.tell(f"Nothing is asked here; it follows from the indicators {listed}.")

    def tell_results(self, indicator: Indicator) -> None:
        """Say what follows from the answers of an indicator."""
        scores = telling_scores(indicator, self.held.assessment, self.held.catalogue)
        if any(one.status is not Status.NOT_REACHED for one in scores):
            self.tell(f"This gives, for indicator {indicator.number}:")
            self.tell(wording.results(scores), 2)

    def _at_the_end(self) -> None:
        say()
        points = cases.points_of(self.held.desk, self.held.assessment)
        count = f"{len(points)} point{'s are' if len(points) != 1 else ' is'} open"
        left = f"{count}; {PREFIX}open lists them, {PREFIX}todo goes to the next. "
        self.tell(
            f"That was the last question. {left if points else 'Nothing is open. '}"
            f"{PREFIX}leave leaves."
        )
