"""Steps back in the store: the newest change of a case is taken back by an entry of its own."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import NamedTuple

from assess.core.case.answer import Answer
from assess.core.case.assessment import State
from assess.store.case.answers import Answers
from assess.store.case.proposals import Proposals
from assess.store.case.states import States
from assess.store.database.ledger import Ledger

_ONE_BEFORE = """
SELECT body FROM answer WHERE case_id = ? AND question = ? AND seq < ? ORDER BY seq DESC LIMIT 1
"""

_BACKWARDS = """
SELECT seq, question, at, coalesce(json_extract(body, '$.undo'), 0) FROM answer
WHERE case_id = ? AND seq < ? ORDER BY seq DESC LIMIT 100
"""

_NO_LIMIT = 2**63 - 1


class _Step(NamedTuple):
    """An entry of the history that can be taken back."""

    seq: int
    question: str
    at: str


class Undo:
    """Takes entries back, one after the other; nothing of the history is lost."""

    def __init__(
        self, ledger: Ledger, answers: Answers, proposals: Proposals, states: States
    ) -> None:
        self._ledger, self._answers = ledger, answers
        self._proposals, self._states = proposals, states

    def step_back(
        self,
        case_id: str,
        revise: Callable[[Answer, Answer, State], Answer],
        *,
        at: datetime,
    ) -> Answer | None:
        """Take the newest entry back that was not taken back yet; None if there is none.

        `revise` gets the answer as it is, as it was before that entry, and the state of the case,
        and gives the entry to add. A proposal that was taken with that entry waits again. Gives
        what `revise` gave.
        """
        with self._ledger.writing():
            step = self._newest_step(case_id)
            if step is None:
                return None
            now = self._answers.newest(case_id, step.question)
            rows = self._ledger.rows(_ONE_BEFORE, (case_id, step.question, step.seq))
            before = (
                Answer.model_validate_json(rows[0][0]) if rows else Answer(question=step.question)
            )
            after = revise(now, before, self._states.newest(case_id))
            self._answers.add(case_id, [after], at=at, keeps_drafts=True)
            moment = after.at or at
            self._proposals.reopen(case_id, step.question, step.at, by=after.by, at=moment)
        return after

    def _newest_step(self, case_id: str) -> _Step | None:
        """Find the newest entry that is not an undo and that no undo has taken back."""
        undone, last = 0, _NO_LIMIT
        while rows := self._ledger.rows(_BACKWARDS, (case_id, last)):
            for seq, question, at, is_undo in rows:
                last = int(seq)
                if is_undo:
                    undone += 1
                elif undone:
                    undone -= 1
                else:
                    return _Step(last, str(question), str(at))
        return None
