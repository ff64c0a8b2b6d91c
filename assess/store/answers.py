"""Answers in the store: only ever added, with what is being typed beside them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime

from assess.core.case.answer import Answer
from assess.core.case.assessment import Assessment, State
from assess.store.cases import Cases

_NEWEST = """
WITH RECURSIVE asked (question) AS (
    SELECT min(question) FROM answer WHERE case_id = :case
    UNION ALL
    SELECT (SELECT min(question) FROM answer WHERE case_id = :case AND question > asked.question)
    FROM asked WHERE asked.question IS NOT NULL
)
SELECT (
    SELECT body FROM answer
    WHERE case_id = :case AND question = asked.question ORDER BY seq DESC LIMIT 1
)
FROM asked WHERE question IS NOT NULL
"""
"""Hops from question to question along the index, so that a long history costs nothing."""

_ONE_NEWEST = """
SELECT body FROM answer WHERE case_id = ? AND question = ? ORDER BY seq DESC LIMIT 1
"""

_HISTORY = """
SELECT body FROM answer WHERE case_id = :case AND (:question IS NULL OR question = :question)
ORDER BY seq
"""


class Answers(Cases):
    """Adds and gives answers and drafts."""

    def add_answers(
        self, case_id: str, answers: Iterable[Answer], *, at: datetime, keeps_drafts: bool = False
    ) -> None:
        """Add answers to a case, all of them or none; the drafts of answered questions go."""
        with self.writing():
            for answer in answers:
                self.put_answer(case_id, answer, at)
                if not keeps_drafts:
                    self._delete_draft(case_id, answer.question)

    def revise_answer(
        self,
        case_id: str,
        question: str,
        revise: Callable[[Answer, State], Answer | None],
        *,
        at: datetime,
        keeps_draft: bool = False,
    ) -> Answer | None:
        """Change an answer as it is in the database now, while nobody else can write.

        `revise` gets the newest answer and the state of the case, and gives the answer to save: the
        same one where nothing changed, None where nothing may be saved. Gives what it gave.
        """
        with self.writing():
            after = self._revised(case_id, question, revise, at)
            if after is not None and not keeps_draft:
                self._delete_draft(case_id, question)
        return after

    def _revised(
        self,
        case_id: str,
        question: str,
        revise: Callable[[Answer, State], Answer | None],
        at: datetime,
    ) -> Answer | None:
        """Revise an answer within `writing`."""
        before = self.newest_answer(case_id, question)
        after = revise(before, self.state_of(case_id))
        if after is not None and after is not before:
            self.put_answer(case_id, after, at)
        return after

    def put_answer(self, case_id: str, answer: Answer, at: datetime) -> None:
        """Add an answer within `writing`."""
        self.put_answers(case_id, [answer], at)

    def put_answers(self, case_id: str, answers: Iterable[Answer], at: datetime) -> None:
        """Add answers within `writing`, in their order."""
        self.extend(
            "answer",
            case_id,
            (
                (
                    {"question": one.question, "body": one.model_dump_json(exclude_defaults=True)},
                    one.by,
                    one.at or at,
                )
                for one in answers
            ),
        )

    def newest_answer(self, case_id: str, question: str) -> Answer:
        """Give the newest answer to a question, or one that says nothing."""
        rows = self.rows(_ONE_NEWEST, (case_id, question))
        return Answer.model_validate_json(rows[0][0]) if rows else Answer(question=question)

    def assessment(self, case_id: str) -> Assessment:
        """Give a case with its newest answers; NotFound if there is none."""
        case = self.case(case_id)
        rows = self.rows(_NEWEST, {"case": case_id})
        answers = [Answer.model_validate_json(body) for (body,) in rows]
        return Assessment(case=case, answers={answer.question: answer for answer in answers})

    def history(self, case_id: str, question: str | None = None) -> tuple[Answer, ...]:
        """Give every answer ever given in a case, or to one of its questions, oldest first."""
        rows = self.rows(_HISTORY, {"case": case_id, "question": question})
        return tuple(Answer.model_validate_json(body) for (body,) in rows)

    def save_draft(self, case_id: str, question: str, text: str, *, at: datetime) -> None:
        """Keep what is typed for a question and is no answer yet."""
        with self.writing():
            self.put_draft(case_id, question, text, at)

    def put_draft(self, case_id: str, question: str, text: str, at: datetime) -> None:
        """Keep a draft within `writing`."""
        self.run(
            "INSERT INTO draft (case_id, question, body, at) VALUES (?, ?, ?, ?) "
            "ON CONFLICT (case_id, question) DO UPDATE SET body = excluded.body, at = excluded.at",
            (case_id, question, text, at.isoformat()),
        )

    def drop_draft(self, case_id: str, question: str) -> None:
        """Forget what was typed for a question."""
        with self.writing():
            self._delete_draft(case_id, question)

    def drafts(self, case_id: str) -> Mapping[str, str]:
        """Give what is typed and is no answer yet, by question."""
        rows = self.rows("SELECT question, body FROM draft WHERE case_id = ?", (case_id,))
        return {str(question): str(body) for question, body in rows}

    def _delete_draft(self, case_id: str, question: str) -> None:
        self.run("DELETE FROM draft WHERE case_id = ? AND question = ?", (case_id, question))
