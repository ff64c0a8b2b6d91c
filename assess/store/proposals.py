"""Proposals in the store: what was sent ahead or comes from elsewhere, and what became of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime

from assess.core.case.answer import Answer
from assess.core.case.assessment import State
from assess.core.case.history.proposal import Decided, Decision, Proposal
from assess.store.answers import Answers


class Proposals(Answers):
    """Adds proposals and decides on them; an undecided one is kept until somebody does."""

    def add_proposals(
        self, case_id: str, proposals: Iterable[Proposal], *, at: datetime
    ) -> tuple[Proposal, ...]:
        """Keep proposals, all or none; one that is known from the same source is not kept twice.

        Gives those that are new, with their ids.
        """
        new = []
        with self.writing():
            known = {_content(one.proposal) for one in self.every_proposal(case_id)}
            for one in proposals:
                if (content := _content(one)) not in known:
                    known.add(content)
                    number = self.put_proposal(case_id, Decided(proposal=one), at)
                    new.append(one.model_copy(update={"id": number, "at": one.at or at}))
        return tuple(new)

    def put_proposal(self, case_id: str, decided: Decided, at: datetime) -> int:
        """Keep a proposal within `writing`."""
        one = decided.proposal
        decided_at = decided.decided_at.isoformat() if decided.decided_at else None
        cursor = self.run(
            "INSERT INTO proposal (case_id, question, body, at, decision, decided_at, decided_by) "
            "VALUES (?, ?, ?, ?, ?, ?, ?)",
            (
                case_id,
                one.question,
                _content(one),
                (one.at or at).isoformat(),
                decided.decision,
                decided_at,
                decided.decided_by,
            ),
        )
        return int(cursor.lastrowid or 0)

    def every_proposal(self, case_id: str) -> tuple[Decided, ...]:
        """Give every proposal ever made in a case, oldest first."""
        return tuple(
            Decided(
                proposal=_proposal(number, body, at),
                decision=decision,
                decided_at=datetime.fromisoformat(decided_at) if decided_at else None,
                decided_by=decided_by,
            )
            for number, body, at, decision, decided_at, decided_by in self.rows(
                "SELECT id, body, at, decision, decided_at, decided_by FROM proposal "
                "WHERE case_id = ? ORDER BY id",
                (case_id,),
            )
        )

    def undecided_proposals(self, case_id: str) -> tuple[Proposal, ...]:
        """Give the proposals of a case on which nothing was decided, oldest first."""
        return tuple(
            _proposal(number, body, at)
            for number, body, at in self.rows(
                "SELECT id, body, at FROM proposal "
                "WHERE case_id = ? AND decision IS NULL ORDER BY id",
                (case_id,),
            )
        )

    def cases_with_proposals(self) -> frozenset[str]:
        """Give the ids of the cases in which proposals are undecided."""
        rows = self.rows("SELECT DISTINCT case_id FROM proposal WHERE decision IS NULL")
        return frozenset(str(case_id) for (case_id,) in rows)

    def take_proposal(
        self,
        case_id: str,
        proposal: Proposal,
        revise: Callable[[Answer, State], Answer | None],
        *,
        by: str,
        at: datetime,
    ) -> Answer | None:
        """Change an answer as a proposal says and note that it was taken, both or neither.

        `revise` is that of `revise_answer`; the proposal stays where it gives None. What is typed
        for the question and is no answer yet stays.
        """
        with self.writing():
            after = self._revised(case_id, proposal.question, revise, at)
            if after is not None:
                written = max(at, after.at or at)  # the very moment of the entry, where one is new
                self._decide(proposal, "taken", by, written)
        return after

    def decline_proposal(self, proposal: Proposal, *, by: str, at: datetime) -> None:
        """Note that a proposal was declined."""
        with self.writing():
            self._decide(proposal, "declined", by, at)

    def reopen_proposal(self, case_id: str, question: str, taken_at: str) -> None:
        """Let the proposal wait again that was taken at a moment, within `writing`."""
        self.run(
            "UPDATE proposal SET decision = NULL, decided_at = NULL, decided_by = NULL "
            "WHERE case_id = ? AND question = ? AND decision = 'taken' AND decided_at = ?",
            (case_id, question, taken_at),
        )

    def _decide(self, proposal: Proposal, decision: Decision, by: str, at: datetime) -> None:
        self.run(
            "UPDATE proposal SET decision = ?, decided_at = ?, decided_by = ? "
            "WHERE id = ? AND decision IS NULL",
            (decision, at.isoformat(), by, proposal.id),
        )


def _content(proposal: Proposal) -> str:
    return proposal.model_dump_json(exclude={"id", "at"}, exclude_defaults=True)


def _proposal(number: int, body: str, at: str) -> Proposal:
    stored = Proposal.model_validate_json(body)
    return stored.model_copy(update={"id": number, "at": datetime.fromisoformat(at)})
