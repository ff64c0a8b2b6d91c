"""Loading what the first screen does without, while the list of cases is looked at already."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

from assess.tui.frame.printed import documents_in

_NEEDED = (
    "assess.workflow.desk.desk",
    "assess.workflow.case.cases",
    "assess.workflow.case.interview.form_drafts",
    "assess.workflow.program.backups",
)
"""What opening the database and filling the list of cases will ask for."""


def load() -> None:
    """Load it, the countries and where documents are kept, on whatever thread.

    Who needs a module earlier waits for it as for any.
    """
    for name in _NEEDED:
        import_module(name)
    from assess.languages.countries import countries

    countries()
    documents_in(Path.home())
