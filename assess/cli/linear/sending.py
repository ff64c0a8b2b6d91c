"""Commands on what was sent ahead and on the last round: see, take, decline, take an area."""

from __future__ import annotations

from assess.cli.linear.moving import PREFIX
from assess.cli.linear.talk import Talk
from assess.cli.linear.wording import place, proposed_text
from assess.core.case.assessment import Assessment
from assess.core.case.history.proposal import Proposal
from assess.workflow.case import proposing, rounds
from assess.workflow.case.answering import Recorded
from assess.workflow.case.interview.session import Overtaken
from assess.workflow.case.proposing import TakenArea


def proposals(talk: Talk, _: str) -> None:
    """List every answer that waits to be confirmed."""
    held = talk.held
    waiting = proposing.proposals(held.desk, held.assessment)
    if not waiting:
        talk.tell("Nothing waits to be confirmed.")
        return
    for name, offered in waiting.items():
        for one in offered:
            talk.tell(f"{place(name, held.catalogue)}  {name}: {proposed_text(one, held)}")
    talk.tell(f"{PREFIX}goto goes to one of them; {PREFIX}take area fills the blanks of this area.")


def take(talk: Talk, wanted: str) -> None:
    """Confirm a proposal, or fill the blanks of the area."""
    held = talk.held
    if wanted.casefold() == "area":
        area = talk.indicator.area
        _told(talk, proposing.take_area(held.desk, held.assessment, area))
        return
    proposal = _chosen(talk, wanted)
    if proposal is not None:
        _taken(talk, held.assessment, proposing.take(held.desk, held.assessment, proposal))


def _taken(talk: Talk, before: Assessment, recorded: Recorded) -> None:
    """Say what became of a taken proposal, and go on."""
    if recorded.conflict is not None:
        raise Overtaken(talk.name, recorded.conflict)
    talk.held.take(recorded)
    hard = [one for one in recorded.findings if one.kind == "hard"] if not recorded.is_saved else []
    if talk.said_back(before, hard, asks_why=True) and talk.wanted is None:
        talk.go_on()


def decline(talk: Talk, wanted: str) -> None:
    """Leave the answer as it is; the proposal does not wait any longer."""
    proposal = _chosen(talk, wanted)
    if proposal is not None:
        proposing.decline(talk.held.desk, talk.held.assessment, proposal)
        talk.tell(f"Declined: {proposed_text(proposal, talk.held)}.")


def _chosen(talk: Talk, wanted: str) -> Proposal | None:
    offered = talk.held.proposals(talk.name)
    number = int(wanted) if wanted.isdecimal() else 1
    if not offered:
        talk.refuse("nothing is proposed for this question")
    elif (wanted and not wanted.isdecimal()) or not 1 <= number <= len(offered):
        talk.refuse(f"write the number of a proposal, 1 to {len(offered)}")
    else:
        return offered[number - 1]
    return None


def same(talk: Talk, wanted: str) -> None:
    """Answer as in the last round, here or in all blanks of the area."""
    held = talk.held
    if held.last is None:
        talk.refuse("there is no earlier round of this organisation here")
    elif wanted.casefold() == "area":
        area = talk.indicator.area
        _told(talk, rounds.take_last_of_area(held.desk, held.assessment, held.last, area))
    else:
        recorded = rounds.take_last(held.desk, held.assessment, held.last, talk.name)
        _taken(talk, held.assessment, recorded)


def _told(talk: Talk, done: TakenArea) -> None:
    talk.held.assessment = done.assessment
    count = f"{done.taken} blank{'s' if done.taken != 1 else ''}"
    differ = ""
    if done.differing:
        verb = "differs and stays" if done.differing == 1 else "differ and stay"
        differ = f" {done.differing} {verb} side by side."
    talk.tell(f"{count} of this area filled.{differ}")
    talk.tell(f"Not taken: {one}." for one in done.refused)
    talk.put()
