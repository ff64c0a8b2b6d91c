"""assess proposals: answers sent ahead or from elsewhere, each counted once it is taken."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import click
from click_default_group import DefaultGroup

from assess import workflow
from assess.cli.command.output import cut, plain, remark, say, say_json, wrapped
from assess.cli.command.settings import Settings, WordsType
from assess.core.case.assessment import Assessment, is_relevant
from assess.core.case.history.proposal import Proposal, Stance, stance
from assess.core.case.history.side_by_side import said_in_brief, side_by_side
from assess.core.catalogue.catalogue import Catalogue
from assess.errors import AssessError, NotFound
from assess.languages import gettext, ngettext, pgettext
from assess.languages.message import say as spoken
from assess.workflow.case import proposing
from assess.workflow.case.proposing import TakenArea
from assess.workflow.desk.desk import Desk

CASE = click.argument("wanted", metavar="CASE", type=WordsType())
QUESTION = click.argument("question", type=WordsType())
AREA = click.option(
    "--area",
    metavar="LETTER",
    help="Accept all proposed answers for the unanswered questions of an area: A.",
)
_WHICH = click.option(
    "--id", "number", type=int, help="The proposed answer to accept, if there are several."
)

_ROOM = 400
"""Columns for one side of an answer; `--json` gives it whole."""


proposals: click.Group = DefaultGroup(
    "proposals",
    default="list",
    help="Show, accept or decline the proposed answers of a case.",
)


@proposals.command("list")
@CASE
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@click.pass_obj
def list_(settings: Settings, wanted: str, *, as_json: bool) -> None:
    """Show the proposed answers beside the answers of the case."""
    with settings.open_desk() as desk:
        case = workflow.find(desk, wanted)
        waiting = proposing.proposals(desk, case)
        if as_json:
            say_json(
                [_row(proposal, case, desk) for found in waiting.values() for proposal in found]
            )
        else:
            _say_waiting(waiting, case, desk)


def _row(proposal: Proposal, case: Assessment, desk: Desk) -> dict[str, Any]:
    indicator = desk.catalogue_of(case.case).indicator_of(proposal.question)
    here = case.answer(proposal.question)
    said = proposal.model_dump(mode="json", exclude={"id", "question", "source", "at"})
    return {
        "id": proposal.id,
        "question": proposal.question,
        "number": indicator.number,
        "indicator": indicator.id,
        "stance": stance(proposal, case).value,
        "asked": is_relevant(
            desk.catalogue_of(case.case).questions[proposal.question],
            case,
            desk.catalogue_of(case.case),
        ),
        "source": spoken(proposal.source),
        "at": proposal.at.isoformat() if proposal.at else None,
        "here": {"status": here.status.value, "value": here.value, "note": here.note},
        "proposed": said,
    }


def _say_waiting(waiting: Mapping[str, tuple[Proposal, ...]], case: Assessment, desk: Desk) -> None:
    say(plain(case.case.organisation.name))
    every = [proposal for found in waiting.values() for proposal in found]
    if not every:
        say(gettext("No proposed answer is waiting."))
        return
    blank = sum(stance(proposal, case) is Stance.BLANK for proposal in every)
    say(
        ngettext(
            "{count} proposed answer is waiting: {blank} for unanswered questions, "
            "{differing} that differ",
            "{count} proposed answers are waiting: {blank} for unanswered questions, "
            "{differing} that differ",
            len(every),
            blank=blank,
            differing=len(every) - blank,
        )
    )
    for proposal in every:
        _say_proposal(proposal, case, desk)


def _say_proposal(proposal: Proposal, case: Assessment, desk: Desk) -> None:
    question = desk.catalogue_of(case.case).questions[proposal.question]
    number = desk.catalogue_of(case.case).indicator_of(proposal.question).number
    is_blank = stance(proposal, case) is Stance.BLANK
    how = gettext("no answer yet") if is_blank else gettext("differs")
    if not is_relevant(question, case, desk.catalogue_of(case.case)):
        how = f"{how}, {gettext('not asked at present')}"
    say(f"\n{number:>4}  {proposal.question}: {how}")
    head = _headed(gettext("proposed"))
    for pair in side_by_side(
        question, case.answer(proposal.question), proposal, desk.catalogue_of(case.case)
    ):
        label = f"{spoken(pair.label)}: " if pair.label else ""
        there = cut(plain(spoken(pair.there), lines=True) or gettext("none"), _ROOM)
        if is_blank:
            say(wrapped(f"{label}{there}", 18, first=head))
            head = " " * 18
        elif pair.differs:
            here = cut(plain(spoken(pair.here), lines=True) or gettext("none"), _ROOM)
            say(wrapped(f"{label}{here}", 18, first=_headed(gettext("answer"))))
            say(wrapped(f"{label}{there}", 18, first=head))
    source = gettext(
        "{source}  (id {number})", source=plain(proposal.source), number=str(proposal.id)
    )
    say(wrapped(source, 18, first=_headed(pgettext("a source", "from"))))


def _headed(head: str) -> str:
    return f"      {head:<12}"


@proposals.command("take")
@CASE
@click.argument("question", required=False, type=WordsType())
@AREA
@_WHICH
@click.pass_obj
def take(
    settings: Settings, wanted: str, question: str | None, area: str | None, number: int | None
) -> None:
    """Accept the proposed answer to a question, or all for unanswered questions of an area."""
    demand_one_of(question, area)
    with settings.open_desk() as desk:
        case = workflow.find(desk, wanted)
        if question is None:
            found = proposing.take_area(
                desk, case, area_id(area or "", desk.catalogue_of(case.case))
            )
            say_area(
                found,
                ngettext(
                    "{count} unanswered question now has the proposed answer",
                    "{count} unanswered questions now have the proposed answers",
                    found.taken,
                ),
            )
            return
        proposal = _chosen(desk, case, question, number)
        say_taken(proposing.take(desk, case, proposal), question, desk)


@proposals.command("decline")
@CASE
@QUESTION
@_WHICH
@click.pass_obj
def decline(settings: Settings, wanted: str, question: str, number: int | None) -> None:
    """Decline a proposed answer; the answer stays unchanged."""
    with settings.open_desk() as desk:
        case = workflow.find(desk, wanted)
        proposal = _chosen(desk, case, question, number)
        proposing.decline(desk, case, proposal)
        asked = desk.catalogue_of(case.case).questions[question]
        here = said_in_brief(asked, case.answer(question), desk.catalogue_of(case.case))
        say(
            gettext(
                "{question}: declined; the answer stays unchanged: {answer}",
                question=question,
                answer=spoken(here or gettext("no answer yet")),
            )
        )


def _chosen(desk: Desk, case: Assessment, question: str, number: int | None) -> Proposal:
    if question not in desk.catalogue_of(case.case).questions:
        raise NotFound(
            gettext(
                "There is no question {question}; `assess codebook` lists all questions.",
                question=repr(question),
            )
        )
    waiting = proposing.proposals(desk, case).get(question, ())
    found = [proposal for proposal in waiting if number in (None, proposal.id)]
    if not found:
        raise NotFound(
            gettext(
                "No proposed answer to {question} is waiting; `assess proposals` lists "
                "those that are.",
                question=question,
            )
            if number is None
            else gettext(
                "There is no proposed answer {number} to {question}; `assess proposals` "
                "lists those that are waiting.",
                number=number,
                question=question,
            )
        )
    if len(found) > 1:
        several = "; ".join(
            gettext(
                "{number} from {source}", number=str(proposal.id), source=spoken(proposal.source)
            )
            for proposal in found
        )
        raise AssessError(
            ngettext(
                "{question} has {count} proposed answer; choose one with --id: {proposals}.",
                "{question} has {count} proposed answers; choose one with --id: {proposals}.",
                len(found),
                question=question,
                proposals=several,
            )
        )
    return found[0]


def demand_one_of(question: str | None, area: str | None) -> None:
    """Demand a question or an area, and not both."""
    if (question is None) == (area is None):
        raise click.UsageError(gettext("Give either a QUESTION or an --area."))


def area_id(wanted: str, catalogue: Catalogue) -> str:
    """Give the id of an area of a catalogue by its letter or its id."""
    for area in catalogue.areas:
        if wanted.casefold() in (area.letter.casefold(), area.id):
            return area.id
    letters = ", ".join(area.letter for area in catalogue.areas)
    raise NotFound(
        gettext("There is no area {area}; they are {letters}.", area=repr(wanted), letters=letters)
    )


def say_taken(recorded: workflow.Recorded, question: str, desk: Desk) -> None:
    """Say what became of an answer that was taken over, or why it was not."""
    if recorded.conflict is not None:
        raise AssessError(
            gettext(
                "{question} has been answered in the meantime; nothing was accepted.",
                question=question,
            )
        )
    hard = "; ".join(
        spoken(finding.text) for finding in recorded.findings if finding.kind == "hard"
    )
    if not recorded.is_saved:
        raise AssessError(
            gettext("{question}: {fault}. Nothing was accepted.", question=question, fault=hard)
        )
    given = recorded.assessment.answer(question)
    catalogue = desk.catalogue_of(recorded.assessment.case)
    asked = catalogue.questions[question]
    say(f"{question}: {plain(spoken(said_in_brief(asked, given, catalogue)))}")
    for finding in recorded.findings:
        remark(gettext("Please check: {fault}.", fault=spoken(finding.text)))


def say_area(found: TakenArea, filled: str) -> None:
    """Say how many blanks of an area were filled, which `filled` says, and what was not."""
    say(filled)
    if found.differing:
        say(
            ngettext(
                "{count} differs from the answer; both are kept side by side",
                "{count} differ from the answers; both are kept side by side",
                found.differing,
            )
        )
    for text in found.refused:
        remark(gettext("Not accepted: {fault}.", fault=spoken(text)))
