"""At which question the interview is, and which others are asked or open."""

from __future__ import annotations

from assess.core.case.answer import Answer
from assess.core.case.question_state import QuestionState
from assess.core.catalogue.answer_status import Status
from assess.core.catalogue.indicator import Indicator
from assess.core.catalogue.question import Question
from assess.workflow.case.interview.session import Session


class Position:
    """The question that is asked, among those of the case."""

    def __init__(self, session: Session) -> None:
        """Stand at the first question."""
        self._session = session
        self.name = next(iter(session.catalogue.questions))
        """The name of the question that is asked."""

    @property
    def question(self) -> Question:
        """The question that is asked."""
        return self._session.catalogue.questions[self.name]

    @property
    def answer(self) -> Answer:
        """The answer to it, as it was seen last."""
        return self._session.assessment.answer(self.name)

    @property
    def indicator(self) -> Indicator:
        """The indicator whose question is asked."""
        return self._session.catalogue.indicator_of(self.name)

    def before(self) -> tuple[str, ...]:
        """Give the names of the questions before."""
        names = tuple(self._session.catalogue.questions)
        return names[: names.index(self.name)]

    def behind(self) -> tuple[str, ...]:
        """Give the names of the questions behind."""
        names = tuple(self._session.catalogue.questions)
        return names[names.index(self.name) + 1 :]

    def posed(self, name: str) -> QuestionState:
        """Give a question as it stands."""
        return self._session.posed(self._session.catalogue.questions[name])

    def is_asked(self, name: str) -> bool:
        """Tell whether a question is asked, as the case stands."""
        return self.posed(name).not_asked is None

    def is_open(self, name: str) -> bool:
        """Tell whether a question is asked and has no answer yet."""
        status = self._session.assessment.answer(name).status
        is_blank = status in (Status.NOT_REACHED, Status.FOLLOW_UP)
        return self.is_asked(name) and (is_blank or name in self._session.typed.drafts)
