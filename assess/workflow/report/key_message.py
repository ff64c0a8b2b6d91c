"""The message of the report: composed from what is known, and edited by the expert."""

from __future__ import annotations

from typing import NamedTuple

from assess.core.advice.review import Edit
from assess.core.case.assessment import Assessment
from assess.core.report.sentence.key_message import key_message
from assess.core.text.message import Say
from assess.errors import AssessError
from assess.languages import gettext
from assess.languages.message import say
from assess.languages.understanding import in_english
from assess.workflow.advice.results import Results, results
from assess.workflow.desk.desk import Desk
from assess.workflow.label.labelling import check, label_of

KEY = "message"


class BoardMessage(NamedTuple):
    """The message as the report says it."""

    text: str
    composed: str
    """The sentences that follow from what is known now."""
    is_edited: bool
    is_outdated: bool
    """Whether it was edited when other sentences followed from what was known."""


def board_message(desk: Desk, assessment: Assessment, found: Results | None = None) -> BoardMessage:
    """Give the message of a case: as the expert has edited it, or as it is composed."""
    found = found or results(desk, assessment)
    composed = _composed(desk, found, say)
    edit = desk.store.edits.of(assessment.case.id).get(KEY)
    if edit is None or not edit.finding:
        return BoardMessage(composed, composed, is_edited=False, is_outdated=False)
    is_outdated = edit.based_on != _composed(desk, found, in_english)
    return BoardMessage(edit.finding, composed, is_edited=True, is_outdated=is_outdated)


def _composed(desk: Desk, found: Results, words: Say) -> str:
    assessment = found.assessment
    sentences = key_message(
        assessment,
        desk.catalogue_of(assessment.case),
        found.scores,
        found.comparison,
        found.strengths,
        found.recommendations,
        found.rounds,
        check(desk, assessment),
        decision=label_of(desk, assessment),
        say=words,
    )
    return " ".join(sentences)


def edit_message(desk: Desk, assessment: Assessment, text: str) -> BoardMessage:
    """Give the message the expert's wording; the composed one stands again after `restore`."""
    said = " ".join(text.split())
    if not said:
        raise AssessError(gettext("Write the message; nothing was saved."))
    found = results(desk, assessment)
    if said == board_message(desk, assessment, found).text:
        return board_message(desk, assessment, found)
    _record(desk, assessment, said, _composed(desk, found, in_english))
    return board_message(desk, assessment, found)


def restore_message(desk: Desk, assessment: Assessment) -> BoardMessage:
    """Take back the expert's wording."""
    if board_message(desk, assessment).is_edited:
        _record(desk, assessment, None, None)
    return board_message(desk, assessment)


def _record(desk: Desk, assessment: Assessment, text: str | None, based_on: str | None) -> None:
    edit = Edit(
        about="message",
        key=KEY,
        finding=text,
        based_on=based_on,
        by=desk.name_for(assessment),
        at=desk.now,
    )
    desk.store.edits.add(assessment.case.id, [edit], at=desk.now)
