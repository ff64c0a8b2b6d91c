"""Answering the secretariat on the screen: offline, the answer goes with the next sending."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from assess.languages import gettext
from assess.tui.dialog.ask import AskScreen
from assess.tui.frame.host import Host
from assess.tui.widgets.form_field import Asked

if TYPE_CHECKING:
    from assess.core.submission.kept import OpenQuestion
    from assess.workflow.desk.desk import Desk


def answer_secretariat(
    host: Host, case_id: str, question: str | None, then: Callable[[], object] | None = None
) -> None:
    """Ask for the answer to what the secretariat asks; `then` is called once there is one.

    What it asks about `question` of the catalogue comes first, then what it asks about the case as
    a whole, then the rest, the oldest of each first.
    """
    from assess.workflow.submission.receiving import questions_of

    unanswered = [asked for asked in questions_of(host.desk, case_id) if not asked.answers]
    if not unanswered:
        host.complain(gettext("No question of the secretariat is open here."))
        return
    chosen = min(unanswered, key=partial(_order, question))
    host.push_screen(_form(host.desk, chosen), lambda is_done: then() if is_done and then else None)


def _order(question: str | None, asked: OpenQuestion) -> int:
    return 0 if asked.question == question else 1 if asked.question is None else 2


def _form(desk: Desk, asked: OpenQuestion) -> AskScreen:
    from assess.workflow.submission.receiving import answer_question

    def submit(values: Mapping[str, str]) -> Any:
        answer_question(desk, asked.id, values["text"])

    return AskScreen(
        gettext("Answer to the secretariat"),
        [Asked("text", gettext("Answer"), kind="text")],
        submit,
        explanation=gettext("{name} asks: {text}", name=asked.by or "-", text=asked.text),
        keep_as=f"secretariat.{asked.id}",
        case_id=asked.case,
    )
