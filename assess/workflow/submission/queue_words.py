"""What is to be noticed of a case in the secretariat's queue, in words."""

from __future__ import annotations

from assess.core.submission.exchanged import QueuedCase
from assess.languages import gettext, ngettext


def noticed(case: QueuedCase) -> str:
    """Say what is to be noticed of a case in the queue; empty where nothing is."""
    said = []
    if case.copies > 1:
        said.append(gettext("two copies"))
    if case.open_questions:
        said.append(
            ngettext("{count} open question", "{count} open questions", case.open_questions)
        )
    if case.is_barred:
        said.append(gettext("yours"))
    return ", ".join(said)
