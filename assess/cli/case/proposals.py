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
from assess.errors import AssessError, NotFound
from assess.languages import gettext
from assess.languages.message import say as spoken
from assess.workflow.case import proposing
from assess.workflow.case.proposing import TakenArea
from assess.workflow.desk.desk import Desk

CASE = click.argument("wanted", metavar="CASE", type=WordsType())
QUESTION = click.argument("question", type=WordsType())
AREA = click.option("--area", metavar="LETTER", help="Take all that fill a blank of an area: A.")
_WHICH = click.option("--id", "number", type=int, help="Which one, where several are proposed.")

_ROOM = 400
"""Columns for one side of an answer; `--json` gives it whole."""


proposals: click.Group = DefaultGroup(
    "proposals",
    default="list",
    help="Show the proposals of a case that wait, and take or decline them.",
)


@proposals.command("list")
@CASE
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@click.pass_obj
def list_(settings: Settings, wanted: str, *, as_json: bool) -> None:
    """Show what is proposed beside the answers that are there."""
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
    indicator = desk.catalogue.indicator_of(proposal.question)
    here = case.answer(proposal.question)
    said = proposal.model_dump(mode="json", exclude={"id", "question", "source", "at"})
    return {
        "id": proposal.id,
        "question": proposal.question,
        "number": indicator.number,
        "indicator": indicator.id,
        "stance": stance(proposal, case).value,
        "asked": is_relevant(desk.catalogue.questions[proposal.question], case, desk.catalogue),
        "source": proposal.source,
        "at": proposal.at.isoformat() if proposal.at else None,
        "here": {"status": here.status.value, "value": here.value, "note": here.note},
        "proposed": said,
    }


def _say_waiting(waiting: Mapping[str, tuple[Proposal, ...]], case: Assessment, desk: Desk) -> None:
    say(plain(case.case.organisation.name))
    every = [proposal for found in waiting.values() for proposal in found]
    if not every:
        say(gettext("No proposal waits."))
        return
    blank = sum(stance(proposal, case) is Stance.BLANK for proposal in every)
    noun = gettext("proposal waits") if len(every) == 1 else gettext("proposals wait")
    say(
        gettext(
            "{count} {noun}: {blank} for blanks, {count_2} that differ",
            count=len(every),
            noun=noun,
            blank=blank,
            count_2=len(every) - blank,
        )
    )
    for proposal in every:
        _say_proposal(proposal, case, desk)


def _say_proposal(proposal: Proposal, case: Assessment, desk: Desk) -> None:
    question = desk.catalogue.questions[proposal.question]
    number = desk.catalogue.indicator_of(proposal.question).number
    is_blank = stance(proposal, case) is Stance.BLANK
    asked = "" if is_relevant(question, case, desk.catalogue) else gettext(", not asked at present")
    say(f"\n{number:>4}  {proposal.question}: {'blank' if is_blank else 'differs'}{asked}")
    head = "      proposed    "
    for pair in side_by_side(question, case.answer(proposal.question), proposal, desk.catalogue):
        label = f"{pair.label}: " if pair.label else ""
        there = cut(plain(pair.there, lines=True) or "nothing", _ROOM)
        if is_blank:
            say(wrapped(f"{label}{there}", 18, first=head))
            head = " " * 18
        elif pair.differs:
            here = cut(plain(pair.here, lines=True) or "nothing", _ROOM)
            say(wrapped(f"{label}{here}", 18, first="      here        "))
            say(wrapped(f"{label}{there}", 18, first=head))
    say(
        wrapped(
            gettext(
                "{source}  (id {proposal_id})",
                source=plain(proposal.source),
                proposal_id=str(proposal.id),
            ),
            18,
            first="      from        ",
        )
    )


@proposals.command("take")
@CASE
@click.argument("question", required=False, type=WordsType())
@AREA
@_WHICH
@click.pass_obj
def take(
    settings: Settings, wanted: str, question: str | None, area: str | None, number: int | None
) -> None:
    """Make what is proposed the answer: to one question, or to every blank of an area."""
    demand_one_of(question, area)
    with settings.open_desk() as desk:
        case = workflow.find(desk, wanted)
        if question is None:
            found = proposing.take_area(desk, case, area_id(area or "", desk))
            say_area(found, "proposed")
            return
        proposal = _chosen(desk, case, question, number)
        say_taken(proposing.take(desk, case, proposal), question, desk)


@proposals.command("decline")
@CASE
@QUESTION
@_WHICH
@click.pass_obj
def decline(settings: Settings, wanted: str, question: str, number: int | None) -> None:
    """Leave an answer as it is; what is proposed does not wait any longer."""
    with settings.open_desk() as desk:
        case = workflow.find(desk, wanted)
        proposal = _chosen(desk, case, question, number)
        proposing.decline(desk, case, proposal)
        asked = desk.catalogue.questions[question]
        here = spoken(said_in_brief(asked, case.answer(question), desk.catalogue))
        here = here or gettext("no answer yet")
        say(
            gettext("{question}: declined; it stays as it is: {here}", question=question, here=here)
        )


def _chosen(desk: Desk, case: Assessment, question: str, number: int | None) -> Proposal:
    if question not in desk.catalogue.questions:
        raise NotFound(
            gettext(
                "There is no question {question}; `assess codebook` lists them.",
                question=repr(question),
            )
        )
    waiting = proposing.proposals(desk, case).get(question, ())
    found = [proposal for proposal in waiting if number in (None, proposal.id)]
    if not found:
        which = "proposal" if number is None else gettext("proposal {number}", number=number)
        raise NotFound(
            gettext(
                "No {which} for {question} waits; `assess proposals` lists those that do.",
                which=which,
                question=question,
            )
        )
    if len(found) > 1:
        several = "; ".join(
            gettext(
                "{proposal_id} from {source}", proposal_id=str(proposal.id), source=proposal.source
            )
            for proposal in found
        )
        raise AssessError(
            gettext(
                "{question} has {count} proposals; name one with --id: {several}.",
                question=question,
                count=len(found),
                several=several,
            )
        )
    return found[0]


def demand_one_of(question: str | None, area: str | None) -> None:
    """Demand a question or an area, and not both."""
    if (question is None) == (area is None):
        raise click.UsageError(gettext("Name either a QUESTION or an --area."))


def area_id(wanted: str, desk: Desk) -> str:
    """Give the id of an area by its letter or its id."""
    for area in desk.catalogue.edition.areas:
        if wanted.casefold() in (area.letter.casefold(), area.id):
            return area.id
    letters = ", ".join(area.letter for area in desk.catalogue.edition.areas)
    raise NotFound(
        gettext(
            "There is no area {wanted}; they are {letters}.", wanted=repr(wanted), letters=letters
        )
    )


def say_taken(recorded: workflow.Recorded, question: str, desk: Desk) -> None:
    """Say what became of an answer that was taken over, or why it was not."""
    if recorded.conflict is not None:
        raise AssessError(
            gettext("{question} was answered meanwhile; nothing was taken.", question=question)
        )
    hard = "; ".join(
        spoken(finding.text) for finding in recorded.findings if finding.kind == "hard"
    )
    if not recorded.is_saved:
        raise AssessError(
            gettext("{question}: {hard}. Nothing was taken.", question=question, hard=hard)
        )
    given = recorded.assessment.answer(question)
    asked = desk.catalogue.questions[question]
    say(f"{question}: {plain(spoken(said_in_brief(asked, given, desk.catalogue)))}")
    for finding in recorded.findings:
        remark(gettext("Please check: {finding}.", finding=spoken(finding.text)))


def say_area(found: TakenArea, what: str) -> None:
    """Say how many blanks of an area were filled, and what was not."""
    noun = "blank" if found.taken == 1 else "blanks"
    say(
        gettext(
            "{taken} {noun} filled with what was {what}", taken=found.taken, noun=noun, what=what
        )
    )
    if found.differing:
        verb = gettext("differs and stays") if found.differing == 1 else gettext("differ and stay")
        say(gettext("{differing} {verb} side by side", differing=found.differing, verb=verb))
    for text in found.refused:
        remark(gettext("Not taken: {text}.", text=text))
