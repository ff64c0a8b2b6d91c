"""Commands that finish a case and reopen it."""

from __future__ import annotations

from functools import partial

from assess.cli.case.linear.dialogue import Dialogue
from assess.cli.case.linear.listener import PREFIX
from assess.core.case.open_point import BLOCKING
from assess.errors import Refused
from assess.languages import gettext
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
                "{prefix}open lists them, {prefix}todo goes to the next without an answer.",
                prefix=PREFIX,
            )
        )
        return
    session.renew()
    left = [point for point in points if point.kind not in BLOCKING]
    remain = gettext(" {count} open points remain.", count=len(left)) if left else ""
    dialogue.speaker.tell(
        gettext("The case is finished and takes no more answers.{remain}", remain=remain)
    )


def reopen(dialogue: Dialogue, reason: str) -> None:
    """Reopen a finished case, for a stated reason."""
    if not reason:
        dialogue.listener.want(gettext("Why is it reopened? "), partial(reopen, dialogue))
        return
    session = dialogue.session
    cases.reopen(session.desk, session.assessment, reason)
    session.renew()
    dialogue.speaker.tell(gettext("The case is open again."))
