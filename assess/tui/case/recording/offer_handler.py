"""Offers in the interview: taking or declining what is proposed, and what the last round said."""

from __future__ import annotations

from collections.abc import Callable

from assess.core.case.checking import Finding
from assess.core.case.history.last_round import Since, since
from assess.languages import gettext, ngettext
from assess.languages.message import say
from assess.tui.case.interview.place import CurrentPlace
from assess.tui.case.interview.view import InterviewView
from assess.tui.case.recording.answer_recorder import AnswerRecorder
from assess.tui.case.recording.case_writer import CaseWriter
from assess.tui.frame.host import Host
from assess.workflow.case.interview.session import Session
from assess.workflow.case.proposing import TakenArea

OFFERS = ("accept", "decline", "accept_area")
"""The actions that are there only where something is offered."""

DONE = "✓"


def offered_actions(session: Session, place: CurrentPlace) -> frozenset[str]:
    """Give the actions for which something is offered where the interview is."""
    return frozenset(action for action in OFFERS if _is_offered(action, session, place))


def _is_offered(action: str, session: Session, place: CurrentPlace) -> bool:
    if place.indicator is None or session.is_finished:
        return False
    name, offered, area = place.question, session.offered, place.indicator.area
    is_proposed = name is not None and bool(offered.waiting(name))
    match action:
        case "accept":
            return is_proposed or (name is not None and is_blank_since_last(name, session))
        case "accept_area":
            return offered.has_for_blanks(area) or offered.has_last_for_blanks(area)
        case _:
            return is_proposed


def is_blank_since_last(name: str, session: Session) -> bool:
    """Tell whether a question has no answer yet that it had in the last round."""
    last = session.offered.last
    return (
        last is not None
        and session.offered.last_said(name) is not None
        and since(name, session.assessment, last) is Since.OPEN
    )


class OfferHandler:
    """Takes or declines, by one key each, what is offered for an answer or an area."""

    def __init__(
        self,
        session: Session,
        place: CurrentPlace,
        view: InterviewView,
        recorder: AnswerRecorder,
        writer: CaseWriter,
        host: Host,
    ) -> None:
        """Handle what is offered at the place where the interview is."""
        self._session = session
        self._place = place
        self._view = view
        self._recorder = recorder
        self._writer = writer
        self._host = host

    async def accept(self) -> None:
        """Make what is proposed for the current question its answer, else that of last time."""
        name, session = self._place.question, self._session
        if name is None:
            return
        if session.offered.waiting(name):
            await self._take(name, lambda: session.take_proposal(name), gettext("accepted"))
        else:
            words = gettext("as in the last round")
            await self._take(name, lambda: session.take_last(name), words)

    async def decline(self) -> None:
        """Leave the current answer as it is; what is proposed does not wait any longer."""
        name = self._place.question
        if name is not None and self._writer.attempt(lambda: self._session.decline_proposal(name)):
            self._view.show_answers(name)
            self._view.say(gettext("declined; the answer stays unchanged"), DONE)

    async def accept_area(self) -> None:
        """Fill the blanks of the area with what is proposed, else with what was said last time."""
        indicator, session = self._place.indicator, self._session
        if indicator is None:
            return
        if session.offered.has_for_blanks(indicator.area):
            await self._fill(session.take_proposals_of, filled_as_proposed)
        else:
            await self._fill(session.take_last_of, filled_as_last)

    async def _take(self, name: str, act: Callable[[], tuple[Finding, ...]], words: str) -> None:
        await self._recorder.catch_up()
        faults: list[Finding] = []
        done = self._writer.attempt(lambda: faults.extend(act()))
        self._view.show_answers(name)
        if faults:
            said = "; ".join(say(finding.text) for finding in faults)
            self._host.complain(
                gettext(
                    "The proposal cannot be accepted: {faults}. Answer the question yourself, or "
                    "decline the proposal.",
                    faults=said,
                )
            )
        elif done:
            self._view.say(words, DONE)

    async def _fill(self, fill: Callable[[str], TakenArea], in_words: Callable[[int], str]) -> None:
        await self._recorder.catch_up()
        indicator = self._place.indicator
        if indicator is None:
            return
        found = list[TakenArea]()
        if self._writer.attempt(lambda: found.append(fill(indicator.area))):
            self._view.show_answers()
            said = [in_words(found[0].taken), *_differing(found[0].differing)]
            self._view.say("; ".join(said), DONE)
            if found[0].refused:
                refused = "; ".join(found[0].refused)
                self._host.complain(gettext("Not accepted: {faults}", faults=refused))


def filled_as_proposed(blanks: int) -> str:
    """Say how many blanks of an area were filled with what is proposed."""
    return ngettext(
        "{count} unanswered question of the area now has the proposed answer",
        "{count} unanswered questions of the area now have the proposed answers",
        blanks,
    )


def filled_as_last(blanks: int) -> str:
    """Say how many blanks of an area were filled with what was said in the last round."""
    return ngettext(
        "{count} unanswered question of the area was answered as in the last round",
        "{count} unanswered questions of the area were answered as in the last round",
        blanks,
    )


def _differing(answers: int) -> list[str]:
    """Say how many answers of the area differ, if any do."""
    if not answers:
        return []
    return [
        ngettext(
            "{count} differs from the answer; both are kept side by side",
            "{count} differ from the answers; both are kept side by side",
            answers,
        )
    ]
