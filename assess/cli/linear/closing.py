"""Commands that finish a case and reopen it."""

from __future__ import annotations

from functools import partial

from assess.cli.linear.moving import PREFIX
from assess.cli.linear.talk import Talk
from assess.core.case.open_point import BLOCKING
from assess.errors import Refused
from assess.workflow.case import cases


def finish(talk: Talk, _: str) -> None:
    """Finish the case, or say what blocks that."""
    held = talk.held
    try:
        points = cases.finish(held.desk, held.assessment)
    except Refused as refusal:
        talk.refuse(refusal.what)
        talk.tell(f"{PREFIX}open lists them, {PREFIX}todo goes to the next without an answer.")
        return
    held.renew()
    left = [one for one in points if one.kind not in BLOCKING]
    remain = f" {len(left)} open points remain." if left else ""
    talk.tell(f"The case is finished and takes no more answers.{remain}")


def reopen(talk: Talk, reason: str) -> None:
    """Reopen a finished case, for a stated reason."""
    if not reason:
        talk.want("Why is it reopened? ", partial(reopen, talk))
        return
    held = talk.held
    cases.reopen(held.desk, held.assessment, reason)
    held.renew()
    talk.tell("The case is open again.")
