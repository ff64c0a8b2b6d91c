"""Erasing at the secretariat, and what was kept longer than its retention period."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from assess.core.catalogue.policy import Retention
from assess.errors import NotFound
from assess.languages import gettext
from assess.secretariat import keeping
from assess.secretariat.installation import Installation
from assess.secretariat.publication import COLLECTED
from assess.workflow.desk.desk import Desk
from assess.workflow.program import erasing


class ErasableCase(NamedTuple):
    """What an erasure touches."""

    state: str
    revisions: int
    messages: int
    decisions: int


class KeptCase(NamedTuple):
    """A case that was kept longer than its period."""

    id: str
    state: str
    since: datetime


def look(installation: Installation, case: str) -> ErasableCase:
    """Tell what erasing a case would touch; NotFound where there is none, or it was erased."""
    with keeping.office(installation.database) as rows:
        return _look(rows, case)


def _look(rows: keeping.Rows, case: str) -> ErasableCase:
    row = rows.execute("SELECT * FROM erasable_case(%s)", (case,)).fetchone()
    if row is None:
        raise NotFound(gettext("There is no case {case} at this secretariat.", case=repr(case)))
    return ErasableCase(row["state"], row["revisions"], row["messages"], row["decisions"])


def erase(
    installation: Installation,
    open_desk: Callable[[Path], Desk],
    case: str,
    *,
    ground: str,
    by: str,
) -> ErasableCase:
    """Erase a case here and in what is published from here; the trail says on what ground.

    `open_desk` opens the database in which is collected what was accepted.
    """
    with keeping.office(installation.database) as rows:
        found = _look(rows, case)
        collected = installation.folder / COLLECTED
        if collected.exists():
            with open_desk(collected) as desk:
                why = erasing.grounds(desk, ground, by)
                known = [each for each in desk.store.cases.all() if each.id == case]
                erasing.erase_cases(desk, known, why)
        rows.execute("SELECT erase_case(%s)", (case,))
        rows.execute("SELECT add_audit('erase', %s, %s)", (case, f"{by}: {ground}"))
    return found


def kept_too_long(
    installation: Installation, periods: Mapping[str, Retention], now: datetime
) -> tuple[KeptCase, ...]:
    """Give the cases that were kept longer than the policy has it, the longest first."""
    undecided = now - timedelta(days=periods["unfinished"].days)
    decided = now - timedelta(days=periods["finished"].days)
    with keeping.office(installation.database) as rows:
        found = rows.execute("SELECT * FROM cases_kept_since(%s, %s)", (undecided, decided))
        return tuple(KeptCase(row["id"], row["state"], row["since"]) for row in found)
