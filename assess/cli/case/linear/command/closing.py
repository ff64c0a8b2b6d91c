"""Commands that finish a case and reopen it."""

from __future__ import annotations

from functools import partial

from assess.cli.case.linear.dialogue import Dialogue
from assess.cli.case.linear.listener import as_typed
from assess.core.case.open_point import BLOCKING
from assess.errors import Refused
from assess.languages import gettext, ngettext
from assess.workflow.case import cases


def finish(dialogue: Dialogue, _: str) -> None:
    """Finish the case, or say what blocks that."""
    session = dialogue.session
    try:
        points = cases.finish(session.desk, session.assessment)
    except Refused as refusal:
        dialogue.speaker.refuse(refusal.what)
        dialogue.speaker.tell(
            gettext(
                "{open} lists them, {todo} goes to the next unanswered question.",
                open=as_typed("open"),
                todo=as_typed("todo"),
            )
        )
        return
    session.renew()
    left = [point for point in points if point.kind not in BLOCKING]
    said = [gettext("The case is finished; its answers can no longer be changed.")]
    if left:
        said.append(
            ngettext("{count} open point remains.", "{count} open points remain.", len(left))
        )
    dialogue.speaker.tell(" ".join(said))


def reopen(dialogue: Dialogue, reason: str) -> None:
    """Reopen a finished case, with a reason."""
    if not reason:
        dialogue.listener.want(
            gettext("What is the reason for reopening it?"), partial(reopen, dialogue)
        )
        return
    session = dialogue.session
    cases.reopen(session.desk, session.assessment, reason)
    session.renew()
    dialogue.speaker.tell(gettext("The case is open again."))
