"""Answers in the store: only ever added."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime

from assess.core.case.answer import Answer
from assess.core.case.assessment import State
from assess.store.case.drafts import NO_WINDOW, Drafts
from assess.store.case.states import States
from assess.store.database.ledger import Ledger, NewEntry

_NEWEST = """
WITH RECURSIVE asked (question) AS (
    SELECT min(subject) FROM entry WHERE case_id = :case AND kind = 'answer' AND side = 0
    UNION ALL
    SELECT (
        SELECT min(subject) FROM entry
        WHERE case_id = :case AND kind = 'answer' AND side = 0 AND subject > asked.question
    )
    FROM asked WHERE asked.question IS NOT NULL
)
SELECT body FROM answer WHERE seq IN (
    SELECT (
        SELECT max(seq) FROM entry
        WHERE case_id = :case AND kind = 'answer' AND side = 0 AND subject = asked.question
    )
    FROM asked WHERE question IS NOT NULL
)
ORDER BY question
"""
"""Hops from question to question along the index, so that a long history costs nothing."""

_ONE_NEWEST = """
SELECT body FROM answer WHERE case_id = ? AND question = ? ORDER BY seq DESC LIMIT 1
"""

_HISTORY = """
SELECT body FROM answer WHERE case_id = :case AND (:question IS NULL OR question = :question)
ORDER BY seq
"""


class Answers:
    """Adds and gives answers."""

    def __init__(self, ledger: Ledger, states: States, drafts: Drafts) -> None:
        self._ledger, self._states, self._drafts = ledger, states, drafts

    def add(
        self, case_id: str, answers: Iterable[Answer], *, at: datetime, keeps_drafts: bool = False
    ) -> None:
        """Add answers to a case, all of them or none; the drafts of answered questions go."""
        given = tuple(answers)
        with self._ledger.writing():
            self._ledger.extend("answer", case_id, [_entry(answer, at) for answer in given])
            if not keeps_drafts:
                for answer in given:
                    self._drafts.drop(case_id, answer.question)

    def revise(
        self,
        case_id: str,
        question: str,
        revise: Callable[[Answer, State], Answer | None],
        *,
        at: datetime,
        keeps_draft: bool = False,
        window: str = NO_WINDOW,
    ) -> Answer | None:
        """Change an answer as it is in the database now, while nobody else can write.

        `revise` gets the newest answer and the state of the case, and gives the answer to save: the
        same one where nothing changed, None where nothing may be saved. Gives what it gave. What
        was typed for the question in the window in which it is answered is then forgotten.
        """
        with self._ledger.writing():
            before = self.newest(case_id, question)
            after = revise(before, self._states.newest(case_id))
            if after is not None and after is not before:
                self.add(case_id, [after], at=at, keeps_drafts=True)
            if after is not None and not keeps_draft:
                self._drafts.drop(case_id, question, window=window)
        return after

    def newest(self, case_id: str, question: str) -> Answer:
        """Give the newest answer to a question, or one that says nothing."""
        rows = self._ledger.rows(_ONE_NEWEST, (case_id, question))
        return Answer.model_validate_json(rows[0][0]) if rows else Answer(question=question)

    def of(self, case_id: str) -> Mapping[str, Answer]:
        """Give the newest answer to each question of a case that has one."""
        rows = self._ledger.rows(_NEWEST, {"case": case_id})
        answers = [Answer.model_validate_json(body) for (body,) in rows]
        return {answer.question: answer for answer in answers}

    def history(self, case_id: str, question: str | None = None) -> tuple[Answer, ...]:
        """Give every answer ever given in a case, or to one of its questions, oldest first."""
        rows = self._ledger.rows(_HISTORY, {"case": case_id, "question": question})
        return tuple(Answer.model_validate_json(body) for (body,) in rows)

    def stated_days(self, case_id: str) -> tuple[date | None, ...]:
        """Give for every answer ever given in a case the day that was stated as today."""
        query = (
            "SELECT day FROM entry WHERE case_id = ? AND kind = 'answer' AND side = 0 ORDER BY seq"
        )
        rows = self._ledger.rows(query, (case_id,))
        return tuple(date.fromisoformat(day) if day else None for (day,) in rows)


def _entry(answer: Answer, at: datetime) -> NewEntry:
    body = answer.model_dump_json(exclude_defaults=True)
    return NewEntry(body, answer.at or at, answer.by, answer.question)
