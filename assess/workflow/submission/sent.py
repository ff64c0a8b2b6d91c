"""What became of the cases that were sent, and what is asked about one: read without a network."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from assess.core.case.message import CaseMessage
from assess.core.text.message import Message, message
from assess.workflow.desk.desk import Desk

if TYPE_CHECKING:
    from assess.core.submission.kept import Submission


def submissions(desk: Desk) -> dict[str, Submission]:
    """Give the newest revision of each case that was sent or waits."""
    return desk.store.submissions.newest()


def asked_by_secretariat(desk: Desk, case_id: str) -> Mapping[str, tuple[Message, ...]]:
    """Give what is asked and not answered yet, by the question of the catalogue."""
    items = desk.store.submissions.items(case_id)
    if not items:
        return {}
    from assess.core.submission.kept import open_questions

    found: dict[str, tuple[Message, ...]] = {}
    for each in open_questions(items, desk.store.submissions.waiting_answers()):
        if each.question is not None and not each.answers:
            said = message(CaseMessage.ASKED, name=each.by or "-", text=each.text)
            found[each.question] = (*found.get(each.question, ()), said)
    return found


def is_asked(desk: Desk, case_id: str) -> bool:
    """Tell whether something is asked about a case, or about it as a whole, and not answered."""
    items = desk.store.submissions.items(case_id)
    if not items:
        return False
    from assess.core.submission.kept import open_questions

    return any(
        not asked.answers
        for asked in open_questions(items, desk.store.submissions.waiting_answers())
    )
