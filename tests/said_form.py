"""A form that was read, with its remarks as a reader sees them."""

from __future__ import annotations

from typing import NamedTuple

from assess.core.case.history.proposal import Proposal
from assess.core.questionnaire.returned_form import ReadForm
from assess.languages.message import say


class SaidForm(NamedTuple):
    """What a form proposes, and what is said of it."""

    proposals: tuple[Proposal, ...]
    remarks: tuple[str, ...] = ()


def said_form(found: ReadForm) -> SaidForm:
    """Say the remarks on a form."""
    return SaidForm(found.proposals, tuple(say(remark) for remark in found.remarks))
