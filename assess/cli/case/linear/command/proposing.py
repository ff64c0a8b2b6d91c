"""Commands on what was sent ahead and on the last round: see, take, decline, take an area."""

from __future__ import annotations

from assess.cli.case.linear.dialogue import Dialogue
from assess.cli.case.linear.listener import as_typed
from assess.cli.case.linear.wording import named, proposals_for, proposed_answer
from assess.core.case.assessment import Assessment
from assess.core.case.history.proposal import Proposal
from assess.languages import gettext, ngettext
from assess.languages.message import say
from assess.languages.speech import with_label
from assess.workflow.case import proposing, rounds
from assess.workflow.case.answering import Recorded
from assess.workflow.case.interview.held_case import Overtaken
from assess.workflow.case.proposing import TakenArea


def proposals(dialogue: Dialogue, _: str) -> None:
    """List every answer that waits to be confirmed."""
    session, tell = dialogue.session, dialogue.speaker.tell
    waiting = proposing.proposals(session.desk, session.assessment)
    if not waiting:
        tell(gettext("No proposed answer is waiting."))
        return
    lines: list[str] = []
    for name, offered in waiting.items():
        for proposal in offered:
            said = gettext(
                "{answer}, from {source}",
                answer=proposed_answer(proposal, session),
                source=say(proposal.source),
            )
            lines.append(with_label(named(name, session.catalogue), said))
    tell(
        gettext(
            "{goto} goes to one of them; {take_area} accepts those for the unanswered "
            "questions of this area.",
            goto=as_typed("goto"),
            take_area=as_typed("take area"),
        )
    )
    dialogue.tell_in_parts(lines)


def take(dialogue: Dialogue, wanted: str) -> None:
    """Confirm a proposal, or fill the blanks of the area."""
    session = dialogue.session
    if wanted.casefold() == "area":
        area = dialogue.position.indicator.area
        _tell_area(dialogue, proposing.take_area(session.desk, session.assessment, area))
        return
    proposal = _chosen(dialogue, wanted)
    if proposal is not None:
        before = session.assessment
        _take(dialogue, before, proposing.take(session.desk, before, proposal))


def _take(dialogue: Dialogue, before: Assessment, recorded: Recorded) -> None:
    """Say what became of a taken proposal, and go on."""
    if recorded.conflict is not None:
        raise Overtaken(dialogue.position.name, recorded.conflict)
    dialogue.session.take(recorded)
    found = recorded.findings if not recorded.is_saved else ()
    hard = [finding for finding in found if finding.kind == "hard"]
    if dialogue.recorder.say_back(before, hard, tells_doubt=True):
        dialogue.navigator.go_on()


def decline(dialogue: Dialogue, wanted: str) -> None:
    """Leave the answer as it is; the proposal does not wait any longer."""
    session, proposal = dialogue.session, _chosen(dialogue, wanted)
    if proposal is not None:
        proposing.decline(session.desk, session.assessment, proposal)
        dialogue.speaker.tell(
            gettext(
                "Declined: {answer}, from {source}.",
                answer=proposed_answer(proposal, session),
                source=say(proposal.source),
            )
        )


def _chosen(dialogue: Dialogue, wanted: str) -> Proposal | None:
    offered = proposals_for(dialogue.position.name, dialogue.session)
    number = int(wanted) if wanted.isdecimal() else 1
    if not offered:
        dialogue.speaker.refuse(gettext("no answer is proposed for this question"))
    elif (wanted and not wanted.isdecimal()) or not 1 <= number <= len(offered):
        dialogue.speaker.refuse(
            gettext("write the number of a proposed answer, 1 to {last}", last=len(offered))
        )
    else:
        return offered[number - 1]
    return None


def same(dialogue: Dialogue, wanted: str) -> None:
    """Answer as in the last round, here or in all blanks of the area."""
    session, position = dialogue.session, dialogue.position
    desk, before, last = session.desk, session.assessment, session.offers.last
    if last is None:
        dialogue.speaker.refuse(gettext("there is no earlier round of this organisation"))
    elif wanted.casefold() == "area":
        area = position.indicator.area
        _tell_area(dialogue, rounds.take_last_of_area(desk, before, last, area))
    else:
        _take(dialogue, before, rounds.take_last(desk, before, last, position.name))


def _tell_area(dialogue: Dialogue, done: TakenArea) -> None:
    """Take the case with the filled blanks, and say how many they are."""
    dialogue.session.case.assessment = done.assessment
    said = [
        ngettext(
            "{count} unanswered question of this area was answered.",
            "{count} unanswered questions of this area were answered.",
            done.taken,
        )
    ]
    if done.differing:
        said.append(
            ngettext(
                "{count} differs from the answer; both are kept side by side.",
                "{count} differ from the answers; both are kept side by side.",
                done.differing,
            )
        )
    dialogue.speaker.tell(" ".join(said))
    dialogue.speaker.tell(
        gettext("Not accepted: {fault}.", fault=say(refusal)) for refusal in done.refused
    )
    dialogue.navigator.put()
