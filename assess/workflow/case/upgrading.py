"""Upgrading: a case that was made with one edition, opened with another as a case of its own."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from assess.catalogue import load
from assess.core.case.assessment import Assessment, State, StateChange
from assess.core.case.message import CaseMessage
from assess.core.catalogue.catalogue import Catalogue
from assess.core.catalogue.definition import edition_definition
from assess.core.scoring.edition_upgrade import Upgrade, upgrade
from assess.core.text.message import message
from assess.errors import AssessError, Way
from assess.languages import gettext
from assess.languages.message import say
from assess.workflow.desk.desk import Desk


class Opened(NamedTuple):
    """The new case, and what was worked out for it."""

    assessment: Assessment
    upgrade: Upgrade


def old_edition(desk: Desk, assessment: Assessment, folder: Path | None = None) -> Catalogue:
    """Give the edition that a case was made with, or the one of a folder if it is that.

    Raises AssessError where it is the one in use, or not that of the folder.
    """
    wanted = assessment.case.catalogue
    old = desk.catalogue_of(assessment.case) if folder is None else load(folder)
    if old.edition.id != wanted:
        raise AssessError(
            gettext(
                "The case was made with {wanted}; the folder is not that of this edition.",
                wanted=wanted,
            )
        ).helped_by(Way.FOLDER_OF_EDITION)
    if edition_definition(old) == edition_definition(desk.newest):
        raise AssessError(
            gettext(
                "The case was made with {wanted}, which is the edition in use; it needs "
                "no upgrade.",
                wanted=wanted,
            )
        )
    return old


def rehearse(desk: Desk, assessment: Assessment, old: Catalogue) -> Upgrade:
    """Work out what a case would be with the edition in use, and change nothing."""
    by = desk.name_for(assessment)
    return upgrade(assessment, old, desk.newest, say, by=by, at=desk.now)


def open_with(desk: Desk, assessment: Assessment, old: Catalogue) -> Opened:
    """Open a case with the edition in use: a new one begins, and the old one stays."""
    done = rehearse(desk, assessment, old)
    case = assessment.case
    new = case.model_copy(
        update={
            "id": desk.new_id(),
            "catalogue": done.after,
            "state": State.IN_PROGRESS,
            "created_at": desk.now,
        }
    )
    reason = message(
        CaseMessage.OPENED_WITH_EDITION, after=done.after, before=done.before, case=case.id
    )
    begun = StateChange(
        state=State.IN_PROGRESS, reason=reason, by=desk.name_for(assessment), at=desk.now
    )
    with desk.store.writing():
        desk.store.add_carried(
            Assessment(case=new).with_answers(done.answers),
            earlier=(),
            drafts={},
            verdicts=(),
            edits=(),
            entries=(),
            states=(begun,),
            at=desk.now,
        )
        desk.editions.keep(new, desk.newest)
        desk.store.proposals.add(new.id, done.proposals, at=desk.now)
    return Opened(desk.store.assessment(new.id), done)
