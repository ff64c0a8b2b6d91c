"""The way through the questions: from part to part, question to question, indicator."""

from __future__ import annotations

from assess.cli.case.linear import wording
from assess.cli.case.linear.listener import Listener, as_typed
from assess.cli.case.linear.position import Position
from assess.cli.case.linear.speaker import Speaker
from assess.core.case.assessment import sources_of
from assess.core.catalogue.answer_status import Status
from assess.core.catalogue.indicator import Indicator
from assess.core.scoring.score import telling_scores
from assess.languages import gettext, ngettext
from assess.workflow.case.cases import points_of
from assess.workflow.case.interview.session import Session


class LinearNavigator:
    """Goes to questions and puts them."""

    def __init__(
        self, session: Session, position: Position, speaker: Speaker, listener: Listener
    ) -> None:
        """Take where the interview is; nothing is put yet."""
        self._session, self._position = session, position
        self._speaker, self._listener = speaker, listener

    def put(self) -> None:
        """Put the question, in full."""
        self._session.visit(self._position.name)
        self._session.window.at(self._position.name)
        self._listener.expect_answer()
        self._speaker.leave_blank()
        self._speaker.tell(wording.asked(self._session, self._position.name))
        if self._listener.can_bring_back:
            self._speaker.tell(gettext("The Up key brings your text back."))

    def go_to(self, name: str) -> None:
        """Go to a question."""
        self._listener.wanted = None
        left = self._position.indicator
        self._position.name = name
        if self._position.indicator is not left:
            self.announce(self._position.indicator)
        if (why := self._position.posed(name).not_asked) is not None:
            self._speaker.tell(wording.not_asked(name, why, self._session.catalogue))
        self.put()

    def go_on(self) -> None:
        """Go to the next question that is asked; at its end, say what follows from an indicator."""
        catalogue, left = self._session.catalogue, self._position.indicator
        for name in self._position.behind():
            if catalogue.indicator_of(name) is not left:
                break
            if (why := self._position.posed(name).not_asked) is None:
                self.go_to(name)
                return
            self._speaker.tell(wording.not_asked(name, why, catalogue))
        self._tell_results(left)
        self.to_indicator(left.number + 1)

    def to_indicator(self, number: int) -> None:
        """Go to an indicator by its number, to its first question that is open."""
        indicators, position = self._session.catalogue.asked, self._position
        while 1 <= number <= len(indicators) and not indicators[number - 1].questions:
            self._speaker.leave_blank()
            self.announce(indicators[number - 1])
            self._tell_results(indicators[number - 1])
            number += 1
        if number > len(indicators):
            self._tell_end()
            return
        questions = [question.name for question in indicators[number - 1].questions]
        asked = [name for name in questions if position.is_asked(name)]
        if not asked:
            self.to_indicator(number + 1)
            return
        self.go_to(next((name for name in asked if position.is_open(name)), asked[0]))

    def go_back(self) -> None:
        """Go to the part or the question before."""
        if self._listener.entry.back():
            return
        asked = [name for name in self._position.before() if self._position.is_asked(name)]
        if asked:
            self.go_to(asked[-1])
        else:
            self._speaker.tell(gettext("This is the first question."))

    def announce(self, indicator: Indicator) -> None:
        """Say which indicator begins."""
        catalogue = self._session.catalogue
        self._speaker.leave_blank()
        self._speaker.tell(wording.heading(indicator, catalogue))
        if not indicator.questions:
            sources = sources_of(indicator, catalogue)
            numbers = dict.fromkeys(
                catalogue.indicator_of(source.name).number for source in sources
            )
            self._speaker.tell(
                ngettext(
                    "This indicator has no question; it is derived from indicator {indicators}.",
                    "This indicator has no question; it is derived from indicators {indicators}.",
                    len(numbers),
                    indicators=", ".join(map(str, numbers)),
                )
            )

    def _tell_results(self, indicator: Indicator) -> None:
        """Say what follows from the answers of an indicator."""
        scores = telling_scores(indicator, self._session.assessment, self._session.catalogue)
        if any(score.status is not Status.NOT_REACHED for score in scores):
            self._speaker.tell(gettext("Results of indicator {number}:", number=indicator.number))
            self._speaker.tell(wording.results(scores), 2)

    def _tell_end(self) -> None:
        self._speaker.leave_blank()
        points = points_of(self._session.desk, self._session.assessment)
        left = gettext("Nothing is open.")
        if points:
            left = ngettext(
                "{count} point is open; {open} lists them, {todo} goes to the next.",
                "{count} points are open; {open} lists them, {todo} goes to the next.",
                len(points),
                open=as_typed("open"),
                todo=as_typed("todo"),
            )
        end = gettext("That was the last question.")
        leaving = gettext("{leave} leaves the interview.", leave=as_typed("leave"))
        self._speaker.tell(f"{end} {left} {leaving}")
