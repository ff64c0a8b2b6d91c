"""Proposals in the store: what was sent ahead or comes from elsewhere, and what became of it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from datetime import datetime

from assess.core.case.answer import Answer
from assess.core.case.assessment import State
from assess.core.case.history.proposal import Decided, Decision, Proposal
from assess.core.case.kept import understood_proposal
from assess.languages.understanding import in_english, understood
from assess.store.case.answers import Answers
from assess.store.database.ledger import Ledger, NewEntry


class Proposals:
    """Adds proposals and decides on them; an undecided one is kept until somebody does."""

    def __init__(self, ledger: Ledger, answers: Answers) -> None:
        self._ledger, self._answers = ledger, answers

    def add(
        self, case_id: str, proposals: Iterable[Proposal], *, at: datetime
    ) -> tuple[Proposal, ...]:
        """Keep proposals, all or none; one that is known from the same source is not kept twice.

        Gives those that are new, with their ids.
        """
        new = []
        with self._ledger.writing():
            known = {_identity(decided.proposal) for decided in self.history(case_id)}
            for proposal in proposals:
                if (content := _identity(proposal)) not in known:
                    known.add(content)
                    number = self._insert(case_id, Decided(proposal=proposal), at)
                    made_at = proposal.at or at
                    new.append(proposal.model_copy(update={"id": number, "at": made_at}))
        return tuple(new)

    def add_decided(self, case_id: str, proposals: Iterable[Decided], *, at: datetime) -> None:
        """Keep proposals with what became of them elsewhere, all or none."""
        with self._ledger.writing():
            for decided in proposals:
                self._insert(case_id, decided, at)

    def _insert(self, case_id: str, decided: Decided, at: datetime) -> int:
        proposal = decided.proposal
        entry = NewEntry(_content(proposal), proposal.at or at, None, proposal.question)
        number = self._ledger.append("proposal", case_id, entry)
        if decided.decision is not None:
            self._settle(number, decided.decision, decided.decided_by, decided.decided_at or at)
        return number

    def history(self, case_id: str) -> tuple[Decided, ...]:
        """Give every proposal ever made in a case, oldest first."""
        return tuple(
            Decided(
                proposal=_proposal(number, body, at),
                decision=decision,
                decided_at=datetime.fromisoformat(decided_at) if decided_at else None,
                decided_by=decided_by,
            )
            for number, body, at, decision, decided_at, decided_by in self._ledger.rows(
                "SELECT id, body, at, decision, decided_at, decided_by FROM proposal "
                "WHERE case_id = ? ORDER BY id",
                (case_id,),
            )
        )

    def undecided(self, case_id: str) -> tuple[Proposal, ...]:
        """Give the proposals of a case on which nothing was decided, oldest first."""
        return tuple(
            _proposal(number, body, at)
            for number, body, at in self._ledger.rows(
                "SELECT id, body, at FROM proposal "
                "WHERE case_id = ? AND decision IS NULL ORDER BY id",
                (case_id,),
            )
        )

    def take(
        self,
        case_id: str,
        proposal: Proposal,
        revise: Callable[[Answer, State], Answer | None],
        *,
        by: str,
        at: datetime,
    ) -> Answer | None:
        """Change an answer as a proposal says and note that it was taken, both or neither.

        `revise` is that of `Answers.revise`; the proposal stays where it gives None. What is typed
        for the question and is no answer yet stays.
        """
        with self._ledger.writing():
            after = self._answers.revise(
                case_id, proposal.question, revise, at=at, keeps_draft=True
            )
            if after is not None:
                written = max(at, after.at or at)  # the very moment of the entry, where one is new
                self._decide(proposal, "taken", by, written)
        return after

    def decline(self, proposal: Proposal, *, by: str, at: datetime) -> None:
        """Note that a proposal was declined."""
        with self._ledger.writing():
            self._decide(proposal, "declined", by, at)

    def reopen(
        self, case_id: str, question: str, taken_at: str, *, by: str | None, at: datetime
    ) -> None:
        """Let the proposal wait again that was taken at a moment, within `writing`."""
        for (number,) in self._ledger.rows(
            "SELECT id FROM proposal WHERE case_id = ? AND question = ? AND decision = 'taken' "
            "AND decided_at = ?",
            (case_id, question, taken_at),
        ):
            self._settle(int(number), None, by, at)

    def _decide(self, proposal: Proposal, decision: Decision, by: str, at: datetime) -> None:
        waiting = "SELECT 1 FROM proposal WHERE id = ? AND decision IS NULL"
        if proposal.id is not None and self._ledger.rows(waiting, (proposal.id,)):
            self._settle(proposal.id, decision, by, at)

    def _settle(self, number: int, decision: Decision | None, by: str | None, at: datetime) -> None:
        """Enter what became of a proposal; nothing: it waits again."""
        query = "SELECT case_id, hash FROM entry WHERE seq = ?"
        ((case_id, digest),) = self._ledger.rows(query, (number,))
        entry = NewEntry(json.dumps({"decision": decision}), at, by, str(digest))
        self._ledger.append("settled", str(case_id), entry)


def _content(proposal: Proposal) -> str:
    return proposal.model_dump_json(exclude={"id", "at"}, exclude_defaults=True)


def _identity(proposal: Proposal) -> str:
    """Give what a proposal says, with its source in English, as every version has named it."""
    return _content(proposal.model_copy(update={"source": in_english(proposal.source)}))


def _proposal(number: int, body: str, at: str) -> Proposal:
    stored = understood_proposal(Proposal.model_validate_json(body), understood)
    return stored.model_copy(update={"id": number, "at": datetime.fromisoformat(at)})
