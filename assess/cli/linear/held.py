"""The case that an interview line by line holds: the same session as behind the screen."""

from __future__ import annotations

from contextlib import suppress

from assess.core.case.answer import Answer
from assess.core.case.history.proposal import Proposal
from assess.core.case.question_state import QuestionState
from assess.core.catalogue.question import Question
from assess.errors import AssessError
from assess.workflow.case import proposing, rounds
from assess.workflow.case.interview.session import Session
from assess.workflow.desk.desk import Desk


class Held(Session):
    """One case, with the last round and what was sent ahead beside it."""

    def __init__(self, desk: Desk, case_id: str) -> None:
        """Open a case; a note or reason that was being typed when it was interrupted is taken."""
        super().__init__(desk, case_id)
        self.last = rounds.last_round(desk, self.assessment)

    def question(self, name: str) -> Question:
        """Give a question by its name."""
        return self.catalogue.questions[name]

    def answer(self, name: str) -> Answer:
        """Give the answer to a question as it was seen last."""
        return self.assessment.answer(name)

    def put(self, name: str) -> QuestionState:
        """Give a question as it stands."""
        return self.posed(self.question(name))

    def proposals(self, name: str) -> tuple[Proposal, ...]:
        """Give the proposals for a question that wait for a decision."""
        return proposing.proposals(self.desk, self.assessment).get(name, ())

    def keep(self, key: str, text: str) -> None:
        """Keep what is being typed, or forget it where nothing is left; it never fails.

        It is called while a line is typed, so what the database refuses is tried again with the
        next key.
        """
        with suppress(AssessError):
            self.type(key, text if text.strip() else "")
            self.flush()

    def work(self, name: str) -> None:
        """Note a sign of work."""
        with suppress(AssessError):
            self.time.work(name)
            self.window.at(name)

    def catch_up(self) -> bool:
        """Take the case as it is now if somebody else wrote in it; tells whether."""
        if not self.window.has_news():
            return False
        before = self.assessment
        self.renew()
        return self.assessment != before or bool(self.elsewhere)
