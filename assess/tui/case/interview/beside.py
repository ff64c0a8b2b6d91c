"""What stands beside the card: the sections of the side pane, and what each of them shows."""

from __future__ import annotations

from assess.core.case.history.last_round import Since, since
from assess.core.case.history.side_by_side import said_in_lines
from assess.core.catalogue.indicator import Indicator
from assess.core.text.words import shortened
from assess.languages import gettext
from assess.languages.message import say
from assess.tui.case.card.guidance import Guidance
from assess.tui.case.card.last_round import LastRoundSection, LastSaid
from assess.tui.case.card.survey_said import SurveySection
from assess.tui.case.interview.card_view import guided_on
from assess.tui.peers.among_peers import among_peers
from assess.tui.peers.peers_beside import PeersBeside
from assess.tui.widgets.side_pane import SidePane
from assess.workflow.case.interview.session import Session
from assess.workflow.questionnaire.survey_counts import said_beside

NOTE_SHOWN = 200
"""How many characters of a note of the last round are shown."""

STANDING = {
    Since.UNCHANGED: gettext("unchanged"),
    Since.CHANGED: gettext("changed"),
    Since.NEW: gettext("new: not answered in the last round"),
    Since.OPEN: "",
}


def last_said(question: str | None, session: Session) -> LastSaid | None:
    """Give what was said to a question in the last round; None where there was no last round."""
    last = None if session.is_shared else session.offered.last
    if last is None or question is None:
        return None
    proposal = session.offered.last_said(question)
    how = since(question, session.assessment, last)
    asked = session.catalogue.questions[question]
    lines = said_in_lines(asked, proposal, session.catalogue) if proposal else ()
    is_open = how is Since.OPEN and proposal is not None and not session.is_finished
    return LastSaid(
        year=last.case.details.interview_date.year,
        lines=tuple(map(say, lines)) or (gettext("not answered"),),
        standing=STANDING[how] if proposal or how is Since.NEW else "",
        note=shortened(last.answer(question).note or "", NOTE_SHOWN),
        key=gettext("c gives the same answer") if is_open else "",
    )


def survey_said(question: str | None, session: Session) -> tuple[str, ...]:
    """Give what participants answered to the same question; nothing while others look on."""
    if question is None or session.is_shared:
        return ()
    return tuple(map(say, said_beside(session.desk, session.assessment, question)))


def side_pane() -> SidePane:
    """Lay out the pane, its sections in the order in which they are read."""
    return SidePane(PeersBeside(), LastRoundSection(), SurveySection(), Guidance())


def show_beside(
    pane: SidePane, indicator: Indicator, question: str | None, session: Session
) -> None:
    """Show what belongs to an indicator and to the question at which the interview is."""
    pane.come_to((indicator.id, question))
    pane.section(PeersBeside).bind(among_peers(indicator, question, session))
    pane.section(LastRoundSection).bind(last_said(question, session))
    pane.section(SurveySection).bind(survey_said(question, session))
    guided = None if session.is_shared else guided_on(indicator, question, session.catalogue)
    pane.section(Guidance).bind(guided)
