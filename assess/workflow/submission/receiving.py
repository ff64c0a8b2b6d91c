"""What comes back: questions beside the answers, suggestions as proposals, where a case stands."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple
from uuid import uuid4

from assess.core.case.history.proposal import Proposal
from assess.core.submission.exchanged import InboxItem, ItemKind
from assess.core.submission.kept import OpenQuestion, WaitingAnswer, open_questions
from assess.core.submission.revision import CaseRevision
from assess.errors import AssessError, NotFound
from assess.exchange.submission.service_client import ServiceClient
from assess.languages import gettext
from assess.workflow.case.proposing import propose
from assess.workflow.desk.desk import Desk
from assess.workflow.submission.connecting import device_key, reached
from assess.workflow.submission.published import take_peers


class Arrivals(NamedTuple):
    """What is new."""

    items: tuple[InboxItem, ...]
    proposed: int
    """How many suggestions became proposals."""
    remarks: tuple[str, ...]
    """What could not be taken as it was meant, each a sentence."""
    copies: tuple[CaseRevision, ...] = ()
    """Copies of cases that came in a file, and are taken in once somebody says so."""


def fetch(desk: Desk, key_file: Path) -> Arrivals:
    """Ask for everything that is new, and keep it; what is suggested becomes a proposal."""
    connection = reached(desk)
    client = ServiceClient(connection.url, device_key(key_file))
    arrivals = Arrivals((), 0, ())
    try:
        is_all = False
        while not is_all:
            page = client.inbox(connection.cursor)
            is_all = page.is_all
            came = take_items(desk, page.items)
            arrivals = Arrivals(
                (*arrivals.items, *came.items),
                arrivals.proposed + came.proposed,
                (*arrivals.remarks, *came.remarks),
            )
            connection = connection.model_copy(
                update={
                    "cursor": page.cursor,
                    "asked_at": desk.now,
                    "clock_ahead": round((desk.now - page.time).total_seconds()),
                }
            )
            desk.store.submissions.connect(connection)
        published = take_peers(desk, client, bytes.fromhex(connection.service_key))
    finally:
        client.close()
    return arrivals._replace(remarks=(*arrivals.remarks, *published))


def take_items(desk: Desk, items: Iterable[InboxItem]) -> Arrivals:
    """Keep items that came, and propose what was suggested; those that are known do nothing."""
    with desk.store.writing():
        new = desk.store.submissions.add_items(items)
        known = {case.id for case in desk.store.cases.all()}
        proposed = 0
        remarks = []
        for item in new:
            if item.kind is not ItemKind.SUGGESTION or item.case not in known:
                continue
            try:
                proposed += _propose(desk, item)
            except (AssessError, ValueError):
                remarks.append(
                    gettext(
                        "What the secretariat proposes for {question} of the case {case} does not "
                        "fit that question; its text is in the inbox.",
                        question=str(item.body.get("question")),
                        case=item.case,
                    )
                )
    return Arrivals(new, proposed, tuple(remarks))


def _propose(desk: Desk, item: InboxItem) -> int:
    question = item.body.get("question")
    if question is None or "value" not in item.body:
        return 0
    proposal = Proposal(
        question=str(question),
        value=item.body["value"],
        source=gettext("secretariat, {name}: {text}", name=item.by or "-", text=item.body["text"]),
        at=item.at,
    )
    return propose(desk, desk.store.assessment(item.case), [proposal])


def questions_of(desk: Desk, case: str | None = None) -> tuple[OpenQuestion, ...]:
    """Give the questions of the secretariat that are not closed, of one case or of all."""
    return open_questions(
        desk.store.submissions.items(case), desk.store.submissions.waiting_answers()
    )


def answer_question(desk: Desk, wanted: str, text: str) -> WaitingAnswer:
    """Answer a question by the beginning of its id; the answer goes with the next sending."""
    found = [question for question in questions_of(desk) if question.id.startswith(wanted)]
    if len(found) != 1 or not wanted:
        raise NotFound(
            gettext(
                "{wanted} is not the beginning of the id of one open question of the secretariat.",
                wanted=repr(wanted),
            )
        )
    if not text.strip():
        raise AssessError(gettext("The answer to the question is empty."))
    answer = WaitingAnswer(
        id=str(uuid4()),
        case=found[0].case,
        question=found[0].id,
        revision=found[0].revision,
        text=text.strip(),
        at=desk.now,
    )
    desk.store.submissions.queue_answer(answer)
    return answer


def inbox_items(desk: Desk) -> tuple[InboxItem, ...]:
    """Give everything that came back, oldest first."""
    return desk.store.submissions.items()


def organisation_of(desk: Desk, case: str) -> str:
    """Give the name of the organisation of a case, or the id of one that is not here."""
    known = {each.id: each.organisation.name for each in desk.store.cases.all()}
    return known.get(case, case)
